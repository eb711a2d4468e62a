/** The extension interface: values, types, thread state and the declarations of a module. */
@NullMarked
package dev.clutch.extension.spi;

import org.jspecify.annotations.NullMarked;
