/**
 * {@code posix}, split by concern: {@link dev.clutch.extensions.builtin.posix.PosixModule} is the module, its superclasses hold the functions of paths, descriptors, processes
 * and the system.
 */
@NullMarked
package dev.clutch.extensions.builtin.posix;

import org.jspecify.annotations.NullMarked;
