/** The C-coded modules of CPython's standard library: a class or a package for each. */
@NullMarked
package dev.clutch.extensions.builtin;

import org.jspecify.annotations.NullMarked;
