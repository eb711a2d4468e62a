package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Comprehension;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.symtable.Scope;
import dev.clutch.interp.symtable.Symbol;
import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Comprehensions: part of the code around them (PEP 709) or, like generator expressions, a function. */
final class ComprehensionEmitter {
    private final FunctionEmitter f;

    ComprehensionEmitter(FunctionEmitter f) {
        this.f = f;
    }

    static List<Comprehension> generators(Expr e) {
        return switch (e) {
            case Expr.ListComp c -> c.generators();
            case Expr.SetComp c -> c.generators();
            case Expr.DictComp c -> c.generators();
            case Expr.GeneratorExp c -> c.generators();
            default -> throw new IllegalArgumentException("not a comprehension");
        };
    }

    void emit(Expr e) {
        Scope scope = f.unit.table.scopeOf(e);
        Comprehension first = generators(e).getFirst();
        boolean async = scope.isCoroutine() && e.tag() != Expr.GENERATOR_EXP;
        if (async && !f.info.asyncFunction && !f.info.comprehension) {
            throw new CompileException("asynchronous comprehension outside of an asynchronous function", e);
        }
        if (scope.isInlined()) {
            iterator(e, first, "loop", "(TO)Y");
            inlined(e, scope);
            return;
        }
        iterator(e, first, "iter", "(TO)O");
        int iterator = f.vars.newTemp();
        f.b.astore(iterator);
        f.defs.comprehension(e, scope);
        f.calls.target();
        f.b.aload(iterator);
        f.vars.free(iterator);
        f.at(e);
        f.calls.invoke(1);
        if (async) {
            f.gens.awaitTop("comprehension", e);
        }
    }

    private void iterator(Expr e, Comprehension c, String operation, String type) {
        f.stateAnd(c.iter());
        f.at(e);
        if (c.isAsync()) {
            f.op("Generators", "aiter", "(TO)O");
        } else {
            f.op("Iter", operation, type);
        }
    }

    /** The outermost iterator is on the operand stack. */
    private void inlined(Expr e, Scope scope) {
        int iterator = f.vars.newTemp();
        f.b.astore(iterator);
        HashMap<String, Variable> variables = new HashMap<>();
        ArrayList<Variable> owned = new ArrayList<>();
        boolean inClass = f.scope.kind() == Scope.Kind.CLASS && !f.names.inlined();
        for (Symbol s : scope.symbols()) {
            // What CPython saves around the comprehension, see push_inlined_comprehension_state
            if (inClass || s.is(Symbol.DEF_LOCAL) && !s.is(Symbol.DEF_NONLOCAL)) {
                f.vars.noteVarname(s.name());
            }
            boolean cell = s.scope() == Symbol.CELL;
            if ((cell || s.scope() == Symbol.LOCAL) && !s.is(Symbol.DEF_PARAM)) {
                Variable v = f.vars.hidden(s.name(), cell);
                if (cell) {
                    f.op("Cells", "empty", "()C");
                } else {
                    f.b.op(Opcode.ACONST_NULL);
                }
                f.b.astore(v.slot);
                variables.put(s.name(), v);
                owned.add(v);
            }
        }
        f.names.push(new NameEmitter.Overlay(scope, variables));
        run(e, iterator);
        f.names.pop();
        for (Variable v : owned) {
            f.vars.freeHidden(v);
        }
        f.vars.free(iterator);
    }

    /** Runs the loops over the outermost iterator, and leaves the container; a generator expression leaves nothing. */
    void run(Expr e, int iterator) {
        int container = -1;
        if (e.tag() != Expr.GENERATOR_EXP) {
            container = f.vars.newTemp();
            f.ex.makeContainer(e.tag() == Expr.LIST_COMP ? "list" : e.tag() == Expr.SET_COMP ? "set" : "dict");
            f.b.astore(container);
        }
        loop(e, generators(e), 0, iterator, container);
        if (container >= 0) {
            f.b.aload(container);
            f.vars.free(container);
        }
    }

    private void loop(Expr e, List<Comprehension> generators, int depth, int outermost, int container) {
        if (depth == generators.size()) {
            element(e, container);
            return;
        }
        CodeBuffer b = f.b;
        Comprehension c = generators.get(depth);
        int iterator = outermost;
        if (depth > 0) {
            iterator(e, c, "loop", "(TO)Y");
            iterator = f.vars.newTemp();
            b.astore(iterator);
        }
        int head = f.placeBack();
        Target exhausted = f.target();
        Target next = f.target();
        f.loops.poll();
        if (c.isAsync()) {
            f.gens.asyncNext(iterator, exhausted, c.iter());
        } else {
            f.at(e);
            f.loops.next(iterator, exhausted);
        }
        f.assigns.store(c.target());
        for (Expr test : c.ifs()) {
            f.ex.condition(test, false, next);
        }
        loop(e, generators, depth + 1, outermost, container);
        f.place(next);
        b.goTo(head);
        f.place(exhausted);
        if (!c.isAsync()) {
            b.op(Opcode.POP);
        }
        if (depth > 0) {
            f.vars.free(iterator);
        }
    }

    private void element(Expr e, int container) {
        switch (e) {
            case Expr.ListComp c -> add(c.elt(), container, "listAppend");
            case Expr.SetComp c -> add(c.elt(), container, "setAdd");
            case Expr.DictComp c -> {
                Operands operands = f.operands(c.key(), c.value());
                f.loadState();
                f.b.aload(container);
                operands.push(0);
                operands.push(1);
                f.at(c);
                f.op("Build", "dictPut", "(TOOO)V");
            }
            case Expr.GeneratorExp c -> {
                f.gens.yieldValue(new Expr.Yield(
                        c.elt(),
                        c.elt().lineno(),
                        c.elt().colOffset(),
                        c.elt().endLineno(),
                        c.elt().endColOffset()));
                f.b.op(Opcode.POP);
            }
            default -> throw new IllegalArgumentException("not a comprehension");
        }
    }

    private void add(Expr element, int container, String operation) {
        Operands operands = f.operands(List.of(element));
        f.loadState();
        f.b.aload(container);
        operands.push(0);
        f.at(element);
        f.op("Build", operation, "(TOO)V");
    }
}
