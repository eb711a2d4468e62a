/** What annotations are made of: generic aliases, unions, type variables and type aliases. */
@NullMarked
package dev.clutch.interp.object.typing;

import org.jspecify.annotations.NullMarked;
