/**
 * The operations that compiled code calls, in families. Compiled classes on disk name these methods, so a change of name, descriptor or meaning here
 * changes the compiler version in the code cache's key.
 */
@NullMarked
package dev.clutch.interp.op;

import org.jspecify.annotations.NullMarked;
