/**
 * The operating system as one interpreter sees it: files, paths, processes, sockets, polling, clocks, environment.
 *
 * <p>Paths, environment entries and host names are Java strings in which a byte that isn't UTF-8 stands as a lone
 * surrogate U+DC80 to U+DCFF (PEP 383), so that every name the kernel knows survives the way through. Such a string is
 * not a Python value; the caller normalises it.
 *
 * <ul>
 *   <li><b>Source.</b> A comment names the function of Python that a method serves; CPython's function is called after it ({@code os.open} is {@code os_open_impl}). Where it names none, the method is the POSIX
 *       call of its name. Constants have the names that they have in C, structures are records with the fields of the C structure.
 *   <li><b>Types and ranges.</b> Descriptors, process ids, flags and modes are the kernel's numbers. Bytes go into and come out of an array from an offset on, at most {@code length}; the result is how many.
 *       0 bytes read are the end of the file.
 *   <li><b>Errors.</b> Where the call sets errno, {@link dev.clutch.extension.spi.os.OsException} carries it, never a result of -1. What the portable implementation can't do fails and says what it needs.
 *   <li><b>Threads.</b> Everything may be called without the lock of the interpreter.
 * </ul>
 */
@NullMarked
package dev.clutch.extension.spi.os;

import org.jspecify.annotations.NullMarked;
