/** The Python language on the runtime: thread state and interpreter, the roots of everything. */
@NullMarked
package dev.clutch.interp;

import org.jspecify.annotations.NullMarked;
