/**
 * Syntax tree and symbol table to class files. {@link dev.clutch.interp.compiler.Compiler} is the entry; {@link
 * dev.clutch.interp.compiler.FunctionEmitter} is the context of one code object, and each concern has an emitter of its own.
 */
@NullMarked
package dev.clutch.interp.compiler;

import org.jspecify.annotations.NullMarked;
