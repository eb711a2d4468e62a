package dev.clutch.interp.compiler;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the compiler asks of one block of the symbol table. Names are mangled. */
interface Scope {
    int MODULE = 0;
    int CLASS = 1;
    int FUNCTION = 2;
    /** The scope of type parameters, a type variable's bound, or a type alias' value (PEP 695); behaves as a function. */
    int ANNOTATION = 3;

    int LOCAL = 1;
    int GLOBAL_EXPLICIT = 2;
    int GLOBAL_IMPLICIT = 3;
    int FREE = 4;
    int CELL = 5;

    int kind();

    String name();

    /** Returns how the block sees a name, 0 when it does not mention it. */
    int resolve(String name);

    /** Returns the names of the block in the order of the table. */
    List<String> symbols();

    /** Returns the parameters: positional, keyword-only, then the starred ones. */
    List<String> parameters();

    boolean nested();

    boolean generator();

    boolean coroutine();

    boolean varargs();

    boolean varkeywords();

    /** Whether a class needs the cell {@code __class__}. */
    boolean needsClassClosure();

    /** Whether a class needs the cell {@code __classdict__}. */
    boolean needsClassdict();

    /** Whether names are looked up in the enclosing class first, through {@code __classdict__}. */
    boolean seesClass();

    /** Whether this is a comprehension that is part of its parent's code (PEP 709). */
    boolean inlined();

    /** Whether the name is a free variable of a class that is also bound there. */
    boolean freeInClass(String name);

    /** Returns the block of a node. */
    Scope child(Object node);

    /** Returns the directly contained blocks. */
    List<? extends Scope> children();

    @Nullable String privateName();
}
