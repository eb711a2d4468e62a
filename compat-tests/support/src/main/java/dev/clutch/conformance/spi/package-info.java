/** {@code _testspi}: an extension that uses everything the extension interface has, for the programs below {@code src/test/python/spi} of this project's distribution. */
@NullMarked
package dev.clutch.conformance.spi;

import org.jspecify.annotations.NullMarked;
