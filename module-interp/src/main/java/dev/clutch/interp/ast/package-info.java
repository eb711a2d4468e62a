/**
 * The syntax tree, with the shape of CPython's {@code Parser/Python.asdl} for Python 3.12. Nodes are immutable; compare them
 * by identity, as a chain may be deeper than the Java stack.
 */
@NullMarked
package dev.clutch.interp.ast;

import org.jspecify.annotations.NullMarked;
