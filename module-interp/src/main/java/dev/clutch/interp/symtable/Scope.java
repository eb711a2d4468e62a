package dev.clutch.interp.symtable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One block of a program with names of its own ({@code PySTEntryObject}). */
public final class Scope {
    /** What the block is; {@code _block_type}, with CPython's numbers. */
    public enum Kind {
        FUNCTION(0),
        CLASS(1),
        MODULE(2),
        ANNOTATION(3),
        TYPE_VAR_BOUND(4),
        TYPE_ALIAS(5),
        TYPE_PARAM(6);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    /** Which comprehension a function block stands for. */
    public enum Comprehension {
        NONE,
        LIST,
        SET,
        DICT,
        GENERATOR
    }

    /** A global or nonlocal declaration, for errors found later. */
    record Directive(String name, int lineno, int colOffset, int endLineno, int endColOffset) {}

    private final Kind kind;
    private final String name;
    private final Object node;
    private final int lineno;
    private final int colOffset;
    private final int endLineno;
    private final int endColOffset;
    final LinkedHashMap<String, Symbol> symbols = new LinkedHashMap<>();
    private final List<String> parameters = new ArrayList<>(4);
    List<Scope> children = new ArrayList<>(2);
    final List<Directive> directives = new ArrayList<>(0);
    boolean nested;
    boolean free;
    boolean childFree;
    boolean generator;
    boolean coroutine;
    Comprehension comprehension = Comprehension.NONE;
    boolean varargs;
    boolean varkeywords;
    boolean returnsValue;
    boolean needsClassClosure;
    boolean needsClassDict;
    boolean inlined;
    boolean inIterationTarget;
    boolean canSeeClassScope;
    boolean asksForFrames;
    int iterationExpressions;
    private final List<String> named = new ArrayList<>(0);

    Scope(Kind kind, String name, Object node, int lineno, int colOffset, int endLineno, int endColOffset) {
        this.kind = kind;
        this.name = name;
        this.node = node;
        this.lineno = lineno;
        this.colOffset = colOffset;
        this.endLineno = endLineno;
        this.endColOffset = endColOffset;
    }

    public Kind kind() {
        return kind;
    }

    /** The name of the function or class; {@code top}, {@code lambda}, {@code listcomp}, ... for the others. */
    public String name() {
        return name;
    }

    /** The node, or the list of type parameters, that the scope belongs to. */
    public Object node() {
        return node;
    }

    public int lineno() {
        return lineno;
    }

    int colOffset() {
        return colOffset;
    }

    int endLineno() {
        return endLineno;
    }

    int endColOffset() {
        return endColOffset;
    }

    /** The symbols in the order of their first appearance. */
    public Collection<Symbol> symbols() {
        return Collections.unmodifiableCollection(symbols.values());
    }

    public @Nullable Symbol symbol(String mangled) {
        return symbols.get(mangled);
    }

    /** {@code _PyST_GetScope}: one of the scopes of {@link Symbol}, or 0 if the block does not know the name. */
    public int scopeOf(String mangled) {
        Symbol s = symbols.get(mangled);
        return s == null ? 0 : s.scope;
    }

    /** The parameters in the order positional-only, positional, keyword-only, {@code *args}, {@code **kwargs}. */
    public List<String> parameters() {
        return Collections.unmodifiableList(parameters);
    }

    void addParameter(String mangled) {
        parameters.add(mangled);
    }

    void noteNamed(String mangled) {
        named.add(mangled);
    }

    /** Whether an assignment expression binds a local variable. */
    public boolean bindsInExpression(String mangled) {
        return named.contains(mangled);
    }

    /** The blocks in this one. An inlined comprehension's place is taken by its own children. */
    public List<Scope> children() {
        return Collections.unmodifiableList(children);
    }

    /** A function, or one of the blocks of PEP 695 that run like one. */
    public boolean isFunctionLike() {
        return kind == Kind.FUNCTION
                || kind == Kind.TYPE_VAR_BOUND
                || kind == Kind.TYPE_ALIAS
                || kind == Kind.TYPE_PARAM;
    }

    /** Whether a function-like block encloses this one. */
    public boolean isNested() {
        return nested;
    }

    /** Whether the block has free variables, or might have some. */
    public boolean hasFree() {
        return free;
    }

    public boolean childHasFree() {
        return childFree;
    }

    public boolean isGenerator() {
        return generator;
    }

    public boolean isCoroutine() {
        return coroutine;
    }

    public Comprehension comprehension() {
        return comprehension;
    }

    public boolean hasVarargs() {
        return varargs;
    }

    public boolean hasVarkeywords() {
        return varkeywords;
    }

    public boolean returnsValue() {
        return returnsValue;
    }

    /** Whether a class must make the {@code __class__} cell. */
    public boolean needsClassClosure() {
        return needsClassClosure;
    }

    /** Whether a class must make the {@code __classdict__} cell. */
    public boolean needsClassDict() {
        return needsClassDict;
    }

    /** Whether it looks up an attribute with which code asks for frames. */
    public boolean asksForFrames() {
        return asksForFrames;
    }

    /** Whether this comprehension runs in the frame of the block around it (PEP 709). */
    public boolean isInlined() {
        return inlined;
    }

    /** Whether this is an annotation scope directly in a class, which looks names up in the class first. */
    public boolean canSeeClassScope() {
        return canSeeClassScope;
    }

    /** The names of {@code co_cellvars}, without those of parameters moved to the front: sorted by code point. */
    public List<String> cellNames() {
        return sorted(Symbol.CELL, Symbol.DEF_COMP_CELL);
    }

    /** The names of {@code co_freevars}: sorted by code point. */
    public List<String> freeNames() {
        return sorted(Symbol.FREE, Symbol.DEF_FREE_CLASS);
    }

    private List<String> sorted(int scope, int flag) {
        ArrayList<String> names = new ArrayList<>();
        for (Symbol s : symbols.values()) {
            if (s.scope == scope || (s.flags & flag) != 0) {
                names.add(s.name());
            }
        }
        if (names.size() > 1) {
            names.sort(CodePointOrder.INSTANCE);
        }
        return names;
    }
}
