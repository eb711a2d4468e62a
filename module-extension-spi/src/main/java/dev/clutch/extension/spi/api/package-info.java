/**
 * What an extension may do to Python objects, in families; all are implemented by the thread state.
 *
 * <ul>
 *   <li><b>Types.</b> An {@code Object} is any Python value: {@code Singleton.NONE}, {@code Boolean} (bool), {@code Long} or, beyond its range, {@code BigInteger} (int), {@code Double}
 *       (float), {@code String} without surrogates or else {@code CodePoints} (str), everything else a {@code PyObject}. {@code Integer}, {@code Float}, null and Java's collections are none. Where a
 *       parameter is called list, dict, tuple or slice it takes such objects and those of subclasses, and nothing else: another one is a mistake of the extension, which Python code sees as a SystemError.
 *   <li><b>Ranges.</b> Sizes and positions are ints of Java, from 0; a position beyond the size is such a mistake. What Python code gives is converted by {@code asLong} and its like, which check.
 *   <li><b>Errors.</b> What a Python operation raises is thrown as {@code PythonException}: a method that compares, hashes, calls, iterates or looks up may run Python code and may raise whatever that raises.
 *       Beyond that each method names what it raises itself. Methods whose name begins with {@code is} and which don't ask an object (all but {@code isTrue}, {@code isInstance}, {@code isSubclass}) raise nothing.
 *   <li><b>Null.</b> Nothing is null unless it is {@code @Nullable}.
 *   <li><b>Source.</b> In parentheses stands the function of CPython's, or the expression, that the method answers to.
 * </ul>
 *
 * <p>Every method needs the lock of the interpreter, thus a thread state that is attached to the calling thread, except where it says otherwise.
 */
@NullMarked
package dev.clutch.extension.spi.api;

import org.jspecify.annotations.NullMarked;
