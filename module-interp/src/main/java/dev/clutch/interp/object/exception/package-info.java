/** The built-in exceptions with their attributes, groups, and how they are made and reported. */
@NullMarked
package dev.clutch.interp.object.exception;

import org.jspecify.annotations.NullMarked;
