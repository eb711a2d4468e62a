/** Tests of the kit. */
@NullMarked
package dev.clutch.compat;

import org.jspecify.annotations.NullMarked;
