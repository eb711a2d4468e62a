/** Context variables and the maps that hold them. */
@NullMarked
package dev.clutch.interp.object.context;

import org.jspecify.annotations.NullMarked;
