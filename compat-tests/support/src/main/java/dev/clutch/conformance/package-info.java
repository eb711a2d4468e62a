/**
 * The modules {@code _testcapi} and {@code _testinternalcapi} for runs of CPython's tests: calling conventions and sequence functions of native code, on the extension interface. What
 * these modules test of CPython's memory and object layout is not here.
 */
@NullMarked
package dev.clutch.conformance;

import org.jspecify.annotations.NullMarked;
