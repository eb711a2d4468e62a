package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.symtable.Mangling;
import dev.clutch.interp.symtable.Scope;
import dev.clutch.interp.symtable.Symbol;
import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** Names: loading, storing and deleting, by the scope that the symbol table found. Answers to {@code compiler_nameop}. */
final class NameEmitter {
    /** The variables of an inlined comprehension. */
    record Overlay(Scope scope, HashMap<String, Variable> variables) {}

    private final FunctionEmitter f;
    private final ArrayList<Overlay> overlays = new ArrayList<>();

    NameEmitter(FunctionEmitter f) {
        this.f = f;
    }

    void push(Overlay overlay) {
        overlays.add(overlay);
    }

    Overlay pop() {
        return overlays.removeLast();
    }

    /** Whether this is inside of an inlined comprehension. */
    boolean inlined() {
        return !overlays.isEmpty();
    }

    /** The innermost scope: that of an inlined comprehension, or of the code object. */
    Scope scope() {
        return overlays.isEmpty() ? f.scope : overlays.getLast().scope;
    }

    String mangle(String name) {
        return Mangling.mangle(f.privateName, name);
    }

    /** How a name is reached. */
    private static final int FAST = 0;

    private static final int DEREF = 1;
    private static final int GLOBAL = 2;
    private static final int NAME = 3;

    private int access = NAME;
    private @Nullable Variable variable;
    private boolean inComprehension;

    private void resolve(String name) {
        inComprehension = false;
        for (int i = overlays.size() - 1; i >= 0; i--) {
            Overlay overlay = overlays.get(i);
            variable = overlay.variables.get(name);
            if (variable != null) {
                access = variable.kind == Variable.LOCAL ? FAST : DEREF;
                return;
            }
            int how = overlay.scope.scopeOf(name);
            if (how == Symbol.GLOBAL_EXPLICIT || how == Symbol.GLOBAL_IMPLICIT) {
                access = GLOBAL;
                return;
            }
            inComprehension = true;
            if (i == 0
                    && how == Symbol.FREE
                    && f.scope.kind() == Scope.Kind.CLASS
                    && f.scope.scopeOf(name) == Symbol.GLOBAL_EXPLICIT) {
                // what the class declares global is still the function's in a block within
                deref(name, Variable.FREE);
                return;
            }
        }
        int how = f.scope.scopeOf(name);
        boolean function = f.scope.isFunctionLike();
        switch (how) {
            case Symbol.FREE -> deref(name, Variable.FREE);
            case Symbol.CELL -> deref(name, Variable.CELL);
            case Symbol.LOCAL -> {
                if (function) {
                    access = FAST;
                    variable = f.vars.variable(name, Variable.LOCAL);
                    if (f.vars.mayUnbind(name)) {
                        variable.unbindable = true;
                    }
                    f.vars.noteVarname(name);
                } else if (f.scope.kind() == Scope.Kind.CLASS && inComprehension && freeInClass(name)) {
                    deref(name, Variable.FREE);
                } else {
                    access = NAME;
                }
            }
            case Symbol.GLOBAL_EXPLICIT -> access = GLOBAL;
            case Symbol.GLOBAL_IMPLICIT -> access = function ? GLOBAL : NAME;
            default -> {
                if (inComprehension && f.info.freevars.contains(name)) {
                    deref(name, Variable.FREE);
                } else {
                    access = NAME;
                }
            }
        }
    }

    private boolean freeInClass(String name) {
        Symbol s = f.scope.symbol(name);
        return s != null && s.is(Symbol.DEF_FREE_CLASS);
    }

    private void deref(String name, int kind) {
        access = DEREF;
        variable = f.vars.variable(name, kind);
    }

    private Variable variable() {
        Variable v = variable;
        if (v == null) {
            throw new IllegalStateException("no variable");
        }
        return v;
    }

    void emit(Expr.Name e) {
        load(e.id(), e);
    }

    /** Loads a name as it is written in the source. */
    void load(String id, dev.clutch.interp.ast.Node where) {
        String name = mangle(id);
        resolve(name);
        CodeBuffer b = f.b;
        switch (access) {
            case FAST -> {
                Variable v = variable();
                if (f.bound.get(v.id) && !v.unbindable) {
                    if (v.number != null) {
                        f.numbers.load(v, "box");
                    } else {
                        f.vars.load(v);
                    }
                } else {
                    f.at(where);
                    f.loadState();
                    f.vars.load(v);
                    b.ldc(name);
                    f.op("Locals", "check", "(TOS)O");
                    f.bound.set(v.id);
                }
            }
            case DEREF -> {
                Variable v = variable();
                f.at(where);
                if (f.scope.kind() == Scope.Kind.CLASS && !inComprehension) {
                    f.loadState();
                    b.aload(f.vars.namespaceSlot);
                    b.aload(v.slot);
                    b.ldc(name);
                    f.op("Locals", "classOrCell", "(TOCS)O");
                } else if (f.scope.canSeeClassScope()) {
                    f.loadState();
                    loadClassdict();
                    b.aload(v.slot);
                    b.ldc(name);
                    f.op("Locals", "classOrCell", "(TOCS)O");
                } else {
                    f.loadState();
                    b.aload(v.slot);
                    b.ldc(name);
                    f.op("Cells", v.kind == Variable.FREE ? "free" : "get", "(TCS)O");
                }
            }
            case GLOBAL -> {
                f.at(where);
                f.info.names.add(name);
                f.loadState();
                f.loadFunction();
                b.ldc(name);
                if (f.scope.canSeeClassScope() && f.scope.scopeOf(name) == Symbol.GLOBAL_IMPLICIT) {
                    loadClassdict();
                    f.op("Globals", "loadFromClassOrGlobals", "(TFSO)O");
                } else {
                    b.iconst(f.info.nextCache());
                    f.op("Globals", "load", "(TFSI)O");
                }
            }
            default -> {
                f.at(where);
                f.info.names.add(name);
                if (f.vars.namespaceSlot < 0) {
                    throw new IllegalStateException(name + " has no scope in " + f.info.qualname);
                }
                f.loadState();
                f.loadFunction();
                b.aload(f.vars.namespaceSlot);
                b.ldc(name);
                b.iconst(f.info.nextCache());
                f.op("Globals", "loadName", "(TFOSI)O");
            }
        }
    }

    private void loadClassdict() {
        Variable v = f.vars.variable("__classdict__", Variable.FREE);
        f.loadState();
        f.b.aload(v.slot);
        f.b.ldc("__classdict__");
        f.op("Cells", "free", "(TCS)O");
    }

    /** The local variable that a name stands for here, if it is numeric; else null. */
    @Nullable
    Variable numeric(String id) {
        if (!f.numbers.any()) {
            return null;
        }
        String name = mangle(id);
        Variable v = null;
        for (int i = overlays.size() - 1; i >= 0 && v == null; i--) {
            v = overlays.get(i).variables.get(name);
        }
        if (v == null) {
            v = f.vars.find(name);
        }
        return v == null || v.number == null ? null : v;
    }

    /** The local variable that a name stands for here, if it may keep its text in a buffer; else null. */
    @Nullable
    Variable growing(String id) {
        String name = mangle(id);
        for (Overlay overlay : overlays) {
            if (overlay.variables.get(name) != null) {
                return null;
            }
        }
        Variable v = f.vars.find(name);
        return v != null && v.growing ? v : null;
    }

    /** Loads what such a variable holds, be it a buffer. */
    void loadHeld(Variable v, Expr.Name where) {
        f.vars.noteVarname(v.name);
        if (f.bound.get(v.id)) {
            f.b.aload(v.slot);
            return;
        }
        f.at(where);
        f.loadState();
        f.b.aload(v.slot);
        f.b.ldc(v.name);
        f.op("Locals", "check", "(TOS)O");
        f.bound.set(v.id);
    }

    /** Stores the value on the operand stack. */
    void store(String id) {
        Restrictions.assignable(id, f.statement);
        String name = mangle(id);
        resolve(name);
        CodeBuffer b = f.b;
        switch (access) {
            case FAST -> {
                Variable v = variable();
                f.vars.store(v);
                f.bound.set(v.id);
            }
            case DEREF -> {
                b.aload(variable().slot);
                b.op(Opcode.SWAP);
                b.putfield(Refs.CELL_VALUE);
            }
            case GLOBAL -> {
                f.info.names.add(name);
                f.loadState();
                f.loadFunction();
                b.ldc(name);
                f.op("Globals", "store", "(OTFS)V");
            }
            default -> {
                f.info.names.add(name);
                f.loadState();
                f.loadFunction();
                b.aload(f.vars.namespaceSlot);
                b.ldc(name);
                f.op("Globals", "storeName", "(OTFOS)V");
            }
        }
    }

    void delete(String id, dev.clutch.interp.ast.Node where) {
        String name = mangle(id);
        resolve(name);
        CodeBuffer b = f.b;
        f.at(where);
        switch (access) {
            case FAST -> {
                Variable v = variable();
                f.loadState();
                f.vars.load(v);
                b.ldc(name);
                f.op("Locals", "checkDelete", "(TOS)V");
                b.op(Opcode.ACONST_NULL);
                f.vars.store(v);
                f.bound.clear(v.id);
            }
            case DEREF -> {
                Variable v = variable();
                f.loadState();
                b.aload(v.slot);
                b.ldc(name);
                f.op("Cells", v.kind == Variable.FREE ? "deleteFree" : "delete", "(TCS)V");
            }
            case GLOBAL -> {
                f.info.names.add(name);
                f.loadState();
                f.loadFunction();
                b.ldc(name);
                f.op("Globals", "delete", "(TFS)V");
            }
            default -> {
                f.info.names.add(name);
                f.loadState();
                f.loadFunction();
                b.aload(f.vars.namespaceSlot);
                b.ldc(name);
                f.op("Globals", "deleteName", "(TFOS)V");
            }
        }
    }

    /** Ends the scope of the name of an {@code except} clause: {@code name = None; del name}, which never raises. */
    void forget(String id) {
        String name = mangle(id);
        resolve(name);
        CodeBuffer b = f.b;
        switch (access) {
            case FAST -> {
                Variable v = variable();
                b.op(Opcode.ACONST_NULL);
                f.vars.store(v);
                f.bound.clear(v.id);
            }
            case DEREF -> {
                b.aload(variable().slot);
                b.op(Opcode.ACONST_NULL);
                b.putfield(Refs.CELL_VALUE);
            }
            default -> {
                f.none();
                store(id);
                f.loadState();
                f.loadFunction();
                b.ldc(name);
                if (f.scope.kind() != Scope.Kind.FUNCTION && f.scope.scopeOf(name) != Symbol.GLOBAL_EXPLICIT) {
                    b.aload(f.vars.namespaceSlot);
                    f.op("Globals", "forgetName", "(TFSO)V");
                } else {
                    f.op("Globals", "forget", "(TFS)V");
                }
            }
        }
    }

    /** Pushes the cell of a variable of this code object, for the closure of a function made here. */
    void pushCell(String name) {
        for (int i = overlays.size() - 1; i >= 0; i--) {
            Variable v = overlays.get(i).variables.get(name);
            if (v != null && v.kind == Variable.CELL) {
                f.b.aload(v.slot);
                return;
            }
        }
        boolean own = f.info.cellvars.contains(name);
        f.b.aload(f.vars.variable(name, own ? Variable.CELL : Variable.FREE).slot);
    }
}
