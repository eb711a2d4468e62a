/** What can be reached from an object by its fields, and what of it two interpreters may share. */
@NullMarked
package dev.clutch.compat.graph;

import org.jspecify.annotations.NullMarked;
