/** What the build runs: compiling the standard library. */
@NullMarked
package dev.clutch.interp.build;

import org.jspecify.annotations.NullMarked;
