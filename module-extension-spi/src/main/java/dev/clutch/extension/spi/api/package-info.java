/** What an extension may do to Python objects, in families; all are implemented by the thread state. */
@NullMarked
package dev.clutch.extension.spi.api;

import org.jspecify.annotations.NullMarked;
