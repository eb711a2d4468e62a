package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Comprehension;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.symtable.Scope;
import dev.clutch.interp.symtable.Symbol;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comprehensions: part of the code around them (PEP 709) or, like generator expressions, a function. */
final class ComprehensionEmitter {
    private final FunctionEmitter f;

    ComprehensionEmitter(FunctionEmitter f) {
        this.f = f;
    }

    static List<Comprehension> generators(Expr e) {
        return switch (e.tag()) {
            case Expr.LIST_COMP -> ((Expr.ListComp) e).generators();
            case Expr.SET_COMP -> ((Expr.SetComp) e).generators();
            case Expr.DICT_COMP -> ((Expr.DictComp) e).generators();
            case Expr.GENERATOR_EXP -> ((Expr.GeneratorExp) e).generators();
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
            if (f.ranges.counts(first) && isOwn(scope, first)) {
                inlined(e, scope, null, f.ranges.count((Expr.Call) first.iter()));
            } else {
                iterator(e, first, "loop", "(TO)Y");
                inlined(e, scope, f.vars.storeIterator(), null);
            }
            return;
        }
        iterator(e, first, "iter", "(TO)O");
        int iterator = f.vars.newTemp();
        f.b.astore(iterator);
        f.defs.comprehension(e, scope);
        f.calls.target();
        f.b.aload(iterator);
        f.vars.drop(iterator);
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
    private void inlined(Expr e, Scope scope, @Nullable Variable iterator, RangeEmitter.@Nullable Counter counter) {
        HashMap<String, Variable> variables = new HashMap<>();
        ArrayList<Variable> owned = new ArrayList<>();
        boolean shown = LiveLocals.shown(scope);
        boolean inClass = f.scope.kind() == Scope.Kind.CLASS && !f.names.inlined();
        for (Symbol s : scope.symbols()) {
            // What CPython saves around the comprehension, see push_inlined_comprehension_state
            if (inClass || s.is(Symbol.DEF_LOCAL) && !s.is(Symbol.DEF_NONLOCAL)) {
                f.vars.noteVarname(s.name());
            }
            boolean cell = s.scope() == Symbol.CELL;
            if ((cell || s.scope() == Symbol.LOCAL) && !s.is(Symbol.DEF_PARAM)) {
                Variable v = f.vars.hidden(s.name(), cell || shown);
                if (cell || shown) {
                    f.op("Cells", "empty", "()C");
                } else {
                    f.b.op(Opcode.ACONST_NULL);
                }
                f.b.astore(v.slot);
                variables.put(s.name(), v);
                owned.add(v);
            }
        }
        boolean before = numeric(e, scope, variables);
        f.names.push(new NameEmitter.Overlay(scope, variables));
        if (shown) {
            show(owned);
            int start = f.placeBack();
            run(e, iterator, counter);
            hideAfter(start);
        } else {
            run(e, iterator, counter);
        }
        f.names.pop();
        f.numbers.end(before);
        for (Variable v : owned) {
            f.vars.freeHidden(v);
        }
    }

    /** Shows variables, which have cells, in the frame for as long as the comprehension runs. */
    private void show(List<Variable> variables) {
        CodeBuffer b = f.b;
        String[] names = new String[variables.size()];
        f.loadState();
        b.iload(f.vars.depthSlot());
        b.iconst(names.length);
        b.anewarray(Refs.CELL);
        for (int i = 0; i < names.length; i++) {
            names[i] = variables.get(i).name;
            b.op(Opcode.DUP);
            b.iconst(i);
            b.aload(variables.get(i).slot);
            b.op(Opcode.AASTORE);
        }
        f.unit.pushNames(f, names);
        f.op("Locals", "show", "(TILN)V");
    }

    private void hideAfter(int start) {
        CodeBuffer b = f.b;
        int container = f.vars.newTemp();
        b.astore(container);
        int end = f.placeBack();
        Target done = f.target();
        hide();
        f.goTo(done);
        b.placeHandler(start, end, b.newLabel());
        f.forgetPosition();
        hide();
        b.op(Opcode.ATHROW);
        f.place(done);
        b.aload(container);
        f.vars.drop(container);
    }

    private void hide() {
        f.loadState();
        f.b.iload(f.vars.depthSlot());
        f.op("Locals", "hide", "(TI)V");
    }

    /** Whether the variable of a loop is one of the comprehension's own that nothing else sees. */
    private boolean isOwn(Scope scope, Comprehension c) {
        String name = f.names.mangle(((Expr.Name) c.target()).id());
        return scope.scopeOf(name) == Symbol.LOCAL && !LiveLocals.shown(scope);
    }

    /** Makes the variables of loops over ranges numeric; returns whether there are any outside. */
    private boolean numeric(Expr e, Scope scope, HashMap<String, Variable> variables) {
        boolean before = f.numbers.any();
        for (Comprehension c : generators(e)) {
            if (f.ranges.counts(c) && isOwn(scope, c)) {
                Variable v = variables.get(f.names.mangle(((Expr.Name) c.target()).id()));
                if (v != null && v.number == null) {
                    f.vars.makeNumeric(v, TypeKind.LONG);
                    f.numbers.begin();
                    f.b.getstatic(Refs.UNBOUND);
                    f.b.astore(v.slot);
                }
            }
        }
        return before;
    }

    /** Runs the loops over the outermost iterator or counter, and leaves the container; a generator expression leaves nothing. */
    void run(Expr e, @Nullable Variable iterator, RangeEmitter.@Nullable Counter counter) {
        int container = -1;
        if (e.tag() != Expr.GENERATOR_EXP) {
            container = f.vars.newTemp();
            f.ex.makeContainer(e.tag() == Expr.LIST_COMP ? "list" : e.tag() == Expr.SET_COMP ? "set" : "dict");
            f.b.astore(container);
        }
        loop(e, generators(e), 0, iterator, counter, container);
        if (container >= 0) {
            f.b.aload(container);
            f.vars.drop(container);
        }
    }

    private void loop(
            Expr e,
            List<Comprehension> generators,
            int depth,
            @Nullable Variable iterator,
            RangeEmitter.@Nullable Counter counter,
            int container) {
        CodeBuffer b = f.b;
        Comprehension c = generators.get(depth);
        int head = f.placeBack();
        Target exhausted = f.target();
        Target next = f.target();
        f.loops.poll();
        f.at(e);
        if (counter != null) {
            Variable v = f.names.numeric(((Expr.Name) c.target()).id());
            if (v == null) {
                throw new IllegalStateException("the variable of a counted loop is not numeric");
            }
            f.ranges.next(counter, v, exhausted);
        } else if (iterator == null) {
            throw new IllegalStateException("a loop over nothing");
        } else if (c.isAsync()) {
            f.gens.asyncNext(iterator.slot, exhausted, c.iter());
            f.assigns.store(c.target());
        } else {
            f.loops.next(iterator.slot, exhausted);
            f.assigns.store(c.target());
        }
        for (Expr test : c.ifs()) {
            f.ex.condition(test, false, next);
        }
        if (depth + 1 == generators.size()) {
            element(e, container);
        } else {
            inner(e, generators, depth + 1, container);
        }
        f.place(next);
        b.goTo(head);
        f.place(exhausted);
        if (!c.isAsync()) {
            b.op(Opcode.POP);
        }
        if (counter != null) {
            f.ranges.end(counter);
        } else if (iterator != null) {
            f.vars.freeIterator(iterator);
        }
    }

    private void inner(Expr e, List<Comprehension> generators, int depth, int container) {
        Comprehension c = generators.get(depth);
        if (f.ranges.counts(c) && f.names.numeric(((Expr.Name) c.target()).id()) != null) {
            loop(e, generators, depth, null, f.ranges.count((Expr.Call) c.iter()), container);
        } else {
            iterator(e, c, "loop", "(TO)Y");
            loop(e, generators, depth, f.vars.storeIterator(), null, container);
        }
    }

    private void element(Expr e, int container) {
        switch (e.tag()) {
            case Expr.LIST_COMP -> add(((Expr.ListComp) e).elt(), container, "listAppend");
            case Expr.SET_COMP -> add(((Expr.SetComp) e).elt(), container, "setAdd");
            case Expr.DICT_COMP -> {
                Expr.DictComp c = (Expr.DictComp) e;
                Operands operands = f.operands(c.key(), c.value());
                f.loadState();
                f.b.aload(container);
                operands.push(0);
                operands.push(1);
                f.at(c);
                f.op("Build", "dictPut", "(TOOO)V");
            }
            case Expr.GENERATOR_EXP -> {
                Expr.GeneratorExp c = (Expr.GeneratorExp) e;
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
