/** The module {@code _clutch_compat}, by which {@code -m clutch.compat} starts the kit. */
@NullMarked
package dev.clutch.compat.command;

import org.jspecify.annotations.NullMarked;
