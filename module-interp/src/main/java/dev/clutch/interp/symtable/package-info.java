/**
 * The symbol table: which scope each name of a syntax tree belongs to. It answers to CPython 3.12's {@code Python/symtable.c},
 * with inlined comprehensions (PEP 709) and type parameter scopes (PEP 695). {@link dev.clutch.interp.symtable.SymbolTable}
 * is the entry.
 */
@NullMarked
package dev.clutch.interp.symtable;

import org.jspecify.annotations.NullMarked;
