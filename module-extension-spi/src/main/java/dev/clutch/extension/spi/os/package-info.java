/** The operating system as one interpreter sees it. */
@NullMarked
package dev.clutch.extension.spi.os;

import org.jspecify.annotations.NullMarked;
