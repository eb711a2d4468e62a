/** The object model: types, functions, code, containers, exceptions. A built-in type is one class that declares itself. */
@NullMarked
package dev.clutch.interp.object;

import org.jspecify.annotations.NullMarked;
