/** What only the extensions that come with Clutch may use: nothing checks here that what interpreters share is immutable, but the review and the tests of this house. */
@NullMarked
package dev.clutch.extension.spi.builtin;

import org.jspecify.annotations.NullMarked;
