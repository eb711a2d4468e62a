/**
 * The object model: types, functions, code, containers. A built-in type is one class that declares itself. Families that others use through a few methods have a package of their own below this one:
 * exceptions, descriptors, bytes, generators, memoryviews, typing, context variables, weak references.
 */
@NullMarked
package dev.clutch.interp.object;

import org.jspecify.annotations.NullMarked;
