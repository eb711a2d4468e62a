/** The format of {@code marshal}: values, and code as the class files of its unit. */
@NullMarked
package dev.clutch.interp.marshal;

import org.jspecify.annotations.NullMarked;
