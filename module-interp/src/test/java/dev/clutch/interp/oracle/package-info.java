/** Answers the questions of the comparison scripts in {@code src/test/python}. */
@NullMarked
package dev.clutch.interp.oracle;

import org.jspecify.annotations.NullMarked;
