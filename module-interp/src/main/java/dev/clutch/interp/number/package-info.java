/** Algorithms on Python's numbers as Java values: {@code Long}, {@code BigInteger} outside the range of long, {@code double}. */
@NullMarked
package dev.clutch.interp.number;

import org.jspecify.annotations.NullMarked;
