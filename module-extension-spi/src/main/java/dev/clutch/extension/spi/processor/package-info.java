/** The annotation processor of the extension interface: tables, definitions, the index and type stubs. */
@NullMarked
package dev.clutch.extension.spi.processor;

import org.jspecify.annotations.NullMarked;
