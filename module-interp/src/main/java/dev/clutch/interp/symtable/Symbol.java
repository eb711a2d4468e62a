package dev.clutch.interp.symtable;

/** One name of a scope: how it is used there, and where its value lives. Flags and scopes have CPython's numbers. */
public final class Symbol {
    public static final int DEF_GLOBAL = 1;
    public static final int DEF_LOCAL = 2;
    public static final int DEF_PARAM = 1 << 2;
    public static final int DEF_NONLOCAL = 1 << 3;
    public static final int USE = 1 << 4;
    /** The name is free in a method and also bound or used in the class that holds the method. */
    public static final int DEF_FREE_CLASS = 1 << 6;

    public static final int DEF_IMPORT = 1 << 7;
    public static final int DEF_ANNOT = 1 << 8;
    /** The target of a loop of a comprehension. */
    public static final int DEF_COMP_ITER = 1 << 9;

    public static final int DEF_TYPE_PARAM = 1 << 10;
    /** A cell of an inlined comprehension, whatever it is in the enclosing scope. */
    public static final int DEF_COMP_CELL = 1 << 11;

    public static final int DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT | DEF_TYPE_PARAM;

    public static final int LOCAL = 1;
    public static final int GLOBAL_EXPLICIT = 2;
    public static final int GLOBAL_IMPLICIT = 3;
    public static final int FREE = 4;
    public static final int CELL = 5;

    private static final int SCOPE_OFFSET = 12;

    private final String name;
    int flags;
    int scope;

    Symbol(String name, int flags) {
        this.name = name;
        this.flags = flags;
    }

    /** The name, mangled if it is private to a class. */
    public String name() {
        return name;
    }

    public int flags() {
        return flags;
    }

    /** LOCAL, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, FREE or CELL. */
    public int scope() {
        return scope;
    }

    public boolean is(int flag) {
        return (flags & flag) != 0;
    }

    /** Flags and scope in one number, as Python's {@code symtable} module sees them. */
    public int packed() {
        return flags | scope << SCOPE_OFFSET;
    }
}
