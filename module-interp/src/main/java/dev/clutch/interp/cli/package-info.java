/** The command line. */
@NullMarked
package dev.clutch.interp.cli;

import org.jspecify.annotations.NullMarked;
