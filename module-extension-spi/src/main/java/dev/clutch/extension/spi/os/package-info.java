/**
 * The operating system as one interpreter sees it: files, paths, processes, sockets, polling, clocks, environment.
 *
 * <p>Paths, environment entries and host names are Java strings in which a byte that isn't UTF-8 stands as a lone
 * surrogate U+DC80 to U+DCFF (PEP 383), so that every name the kernel knows survives the way through. Such a string is
 * not a Python value; the caller normalises it.
 */
@NullMarked
package dev.clutch.extension.spi.os;

import org.jspecify.annotations.NullMarked;
