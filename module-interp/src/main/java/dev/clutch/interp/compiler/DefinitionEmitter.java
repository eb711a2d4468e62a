package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Arg;
import dev.clutch.interp.ast.Arguments;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Node;
import dev.clutch.interp.ast.Stmt;
import dev.clutch.interp.ast.TypeParam;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.symtable.Scope;
import dev.clutch.interp.symtable.Symbol;
import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Function definitions: decorators, defaults, annotations, closures; and the compilation of nested code objects. */
final class DefinitionEmitter {
    private final FunctionEmitter f;

    DefinitionEmitter(FunctionEmitter f) {
        this.f = f;
    }

    /** What a function definition of either kind says. */
    record Definition(
            Stmt node,
            String name,
            Arguments args,
            List<Stmt> body,
            List<Expr> decorators,
            @Nullable Expr returns,
            List<TypeParam> typeParams,
            boolean async) {}

    void function(Stmt.FunctionDef s) {
        define(new Definition(s, s.name(), s.args(), s.body(), s.decoratorList(), s.returns(), s.typeParams(), false));
    }

    void asyncFunction(Stmt.AsyncFunctionDef s) {
        define(new Definition(s, s.name(), s.args(), s.body(), s.decoratorList(), s.returns(), s.typeParams(), true));
    }

    private void define(Definition d) {
        int[] decorators = decorators(d.decorators);
        int defaults = defaults(d.args);
        int kwdefaults = kwdefaults(d.args);
        f.trace.line(d.node.lineno());
        if (d.typeParams.isEmpty()) {
            functionObject(d, defaults, kwdefaults);
        } else {
            f.typeParams.function(d, defaults, kwdefaults);
        }
        decorate(d.decorators, decorators);
        f.trace.line(d.node.lineno());
        f.names.store(d.name);
    }

    int[] decorators(List<Expr> list) {
        int[] temps = new int[list.size()];
        for (int i = 0; i < temps.length; i++) {
            f.ex.emit(list.get(i));
            temps[i] = f.vars.newTemp();
            f.b.astore(temps[i]);
        }
        return temps;
    }

    void decorate(List<Expr> list, int[] temps) {
        for (int i = temps.length - 1; i >= 0; i--) {
            int value = f.vars.newTemp();
            f.b.astore(value);
            f.b.aload(temps[i]);
            f.calls.target();
            f.b.aload(value);
            f.at(list.get(i));
            f.calls.invoke(1);
            f.vars.free(value);
            f.vars.free(temps[i]);
        }
    }

    /** Computes the positional defaults; returns a temporary, or -1 for none. */
    int defaults(Arguments args) {
        if (args.defaults().isEmpty()) {
            return -1;
        }
        f.ex.array(args.defaults());
        int temp = f.vars.newTemp();
        f.b.astore(temp);
        return temp;
    }

    int kwdefaults(Arguments args) {
        int temp = -1;
        for (int i = 0; i < args.kwonlyargs().size(); i++) {
            Expr value = args.kwDefaults().get(i);
            if (value == null) {
                continue;
            }
            if (temp < 0) {
                temp = f.vars.newTemp();
                f.op("Build", "dict", "()O");
                f.b.astore(temp);
            }
            Operands operand = f.operands(List.of(value));
            f.loadState();
            f.b.aload(temp);
            f.b.ldc(f.names.mangle(args.kwonlyargs().get(i).arg()));
            operand.push(0);
            f.op("Build", "dictPut", "(TOOO)V");
        }
        return temp;
    }

    /** A longer body is never compiled by HotSpot. */
    private static final int MAX_BODY = 7900;

    /** Emits the function object itself: annotations, code, closure. */
    void functionObject(Definition d, int defaults, int kwdefaults) {
        int annotations = annotations(d.args, d.returns);
        Scope scope = f.unit.table.scopeOf(d.node);
        Object doc = f.unit.docstring(d.body);
        UnitBuilder.Mark mark = f.unit.mark();
        FunctionEmitter child = body(d, scope, doc, false, false, false, true);
        if (child.b.bytes() > MAX_BODY && child.numbers.used()) {
            f.unit.reset(mark);
            child = body(d, scope, doc, false, false, false, false);
        }
        boolean tooLong = child.b.bytes() > MAX_BODY && !child.info.generatorLike();
        boolean live = !child.info.liveLocals && LiveLocals.neededBy(child.info);
        boolean traced = !child.info.traced && LiveLocals.traced(child.info);
        if (tooLong || live || traced) {
            f.unit.reset(mark);
            child = body(d, scope, doc, tooLong, live, traced, false);
        }
        make(child.info, scope, defaults, kwdefaults, annotations);
        if (doc != null) {
            f.unit.pushConstantOf(f, doc);
            f.op("Functions", "doc", "(FO)F");
        }
    }

    /** The line where a definition begins, its decorators included. */
    static int firstLine(Node definition, List<Expr> decorators) {
        return decorators.isEmpty()
                ? definition.lineno()
                : decorators.getFirst().lineno();
    }

    private FunctionEmitter body(
            Definition d,
            Scope scope,
            @Nullable Object doc,
            boolean split,
            boolean live,
            boolean traced,
            boolean unboxed) {
        CodeInfo code = f.unit.newCode(f, scope, d.name, firstLine(d.node, d.decorators));
        parameters(code, d.args);
        functionFlags(code, scope, d.async);
        code.asyncFunction = d.async;
        code.split = split;
        code.traced |= traced;
        code.liveLocals |= split || live || traced;
        FunctionEmitter child = f.unit.begin(f, code, scope, f.privateName, false);
        child.unit.noteConstant(child, doc == null ? f.unit.none : doc);
        if (unboxed && NumericLocals.allowed(child)) {
            child.numbers.allow();
            NumericLocals.choose(child, d.body);
            TextLocals.choose(child, d.body);
        }
        child.st.body(doc == null ? d.body : d.body.subList(1, d.body.size()));
        endBody(child);
        return child;
    }

    private static void endBody(FunctionEmitter child) {
        if (child.b.live()) {
            child.none();
            child.leaveWithValue();
        }
        child.unit.finish(child);
    }

    private static void functionFlags(CodeInfo code, Scope scope, boolean async) {
        int flags = PyCode.CO_OPTIMIZED | PyCode.CO_NEWLOCALS;
        if (scope.isNested()) {
            flags |= PyCode.CO_NESTED;
        }
        if (scope.isGenerator()) {
            flags |= scope.isCoroutine() ? PyCode.CO_ASYNC_GENERATOR : PyCode.CO_GENERATOR;
        } else if (scope.isCoroutine()) {
            flags |= PyCode.CO_COROUTINE;
        }
        if (async && (flags & (PyCode.CO_COROUTINE | PyCode.CO_ASYNC_GENERATOR)) == 0) {
            flags |= PyCode.CO_COROUTINE;
        }
        if (scope.hasVarargs()) {
            flags |= PyCode.CO_VARARGS;
        }
        if (scope.hasVarkeywords()) {
            flags |= PyCode.CO_VARKEYWORDS;
        }
        code.flags |= flags;
    }

    private static void parameters(CodeInfo code, Arguments args) {
        Restrictions.parameters(args);
        code.posonlyargcount = args.posonlyargs().size();
        code.argcount = args.posonlyargs().size() + args.args().size();
        code.kwonlyargcount = args.kwonlyargs().size();
        code.defaultCount = args.defaults().size();
    }

    /** Emits a function from its code; temporaries are -1 for what is absent. */
    void make(CodeInfo code, Scope scope, int defaults, int kwdefaults, int annotations) {
        CodeBuffer b = f.b;
        f.loadState();
        f.loadFunction();
        f.unit.pushCode(f, code);
        closure(code);
        array(defaults);
        if (kwdefaults < 0) {
            b.op(Opcode.ACONST_NULL);
        } else {
            b.aload(kwdefaults);
            f.vars.free(kwdefaults);
        }
        array(annotations);
        b.iconst(f.info.nextCache());
        f.op("Functions", "make", "(TFKLAOAI)F");
    }

    private void array(int temp) {
        if (temp < 0) {
            f.b.op(Opcode.ACONST_NULL);
        } else {
            f.b.aload(temp);
            f.b.checkcast(Refs.OBJECTS);
            f.vars.free(temp);
        }
    }

    private void closure(CodeInfo code) {
        CodeBuffer b = f.b;
        if (code.freevars.isEmpty()) {
            b.op(Opcode.ACONST_NULL);
            return;
        }
        b.iconst(code.freevars.size());
        b.anewarray(Refs.CELL);
        for (int i = 0; i < code.freevars.size(); i++) {
            b.op(Opcode.DUP);
            b.iconst(i);
            f.names.pushCell(code.freevars.get(i));
            b.op(Opcode.AASTORE);
        }
    }

    // ---- annotations

    /** Computes annotations as an array of names and values; returns a temporary, or -1. */
    int annotations(Arguments args, @Nullable Expr returns) {
        ArrayList<String> names = new ArrayList<>();
        ArrayList<Expr> values = new ArrayList<>();
        collect(args.posonlyargs(), names, values);
        collect(args.args(), names, values);
        collect(args.vararg(), names, values);
        collect(args.kwonlyargs(), names, values);
        collect(args.kwarg(), names, values);
        if (returns != null) {
            names.add("return");
            values.add(returns);
        }
        if (names.isEmpty()) {
            return -1;
        }
        CodeBuffer b = f.b;
        Operands operands = f.unit.futureAnnotations ? null : f.operands(values);
        b.iconst(2 * names.size());
        b.anewarray(Refs.OBJECT);
        for (int i = 0; i < names.size(); i++) {
            b.op(Opcode.DUP);
            b.iconst(2 * i);
            b.ldc(f.names.mangle(names.get(i)));
            b.op(Opcode.AASTORE);
            b.op(Opcode.DUP);
            b.iconst(2 * i + 1);
            if (operands != null) {
                if (values.get(i) instanceof Expr.Starred) {
                    f.loadState();
                    operands.push(i);
                    f.at(values.get(i));
                    f.op("Unpack", "single", "(TO)O");
                } else {
                    operands.push(i);
                }
            } else {
                annotation(values.get(i));
            }
            b.op(Opcode.AASTORE);
        }
        int temp = f.vars.newTemp();
        b.astore(temp);
        return temp;
    }

    private static void collect(List<Arg> args, List<String> names, List<Expr> values) {
        for (Arg arg : args) {
            collect(arg, names, values);
        }
    }

    private static void collect(@Nullable Arg arg, List<String> names, List<Expr> values) {
        if (arg != null && arg.annotation() != null) {
            names.add(arg.arg());
            values.add(arg.annotation());
        }
    }

    /** Emits the value of an annotation, its source text under PEP 563. */
    void annotation(Expr e) {
        if (f.unit.futureAnnotations) {
            f.ex.constant(f.unit.unparse(e));
        } else {
            f.ex.emit(e);
        }
    }

    // ---- lambdas and comprehensions

    void lambda(Expr.Lambda e) {
        int defaults = defaults(e.args());
        int kwdefaults = kwdefaults(e.args());
        Scope scope = f.unit.table.scopeOf(e);
        UnitBuilder.Mark mark = f.unit.mark();
        CodeInfo code = f.unit.newCode(f, scope, "<lambda>", e.lineno());
        parameters(code, e.args());
        functionFlags(code, scope, false);
        FunctionEmitter child = f.unit.begin(f, code, scope, f.privateName, false);
        child.unit.noteConstant(child, f.unit.none);
        child.ex.emit(e.body());
        child.leaveWithValue();
        f.unit.finish(child);
        Object constant = f.unit.folder.fold(e.body());
        if (constant != null) {
            Object key = UnitBuilder.key(constant);
            CodeInfo equal = f.info.equalLambda(code, key);
            code.constantKey = key;
            if (equal != null) {
                f.unit.reset(mark);
                code = equal;
            }
        }
        make(code, scope, defaults, kwdefaults, -1);
    }

    /** Emits the function of a comprehension that has code of its own; its argument is the outermost iterator. */
    void comprehension(Expr e, Scope scope) {
        String name = switch (e.tag()) {
            case Expr.LIST_COMP -> "<listcomp>";
            case Expr.SET_COMP -> "<setcomp>";
            case Expr.DICT_COMP -> "<dictcomp>";
            default -> "<genexpr>";
        };
        CodeInfo code = f.unit.newCode(f, scope, name, e.lineno());
        code.argcount = 1;
        code.comprehension = true;
        functionFlags(code, scope, false);
        FunctionEmitter child = f.unit.begin(f, code, scope, f.privateName, false);
        boolean cell = scope.scopeOf(".0") == Symbol.CELL;
        Variable iterator = child.vars.variable(".0", cell ? Variable.CELL : Variable.LOCAL);
        child.vars.load(iterator);
        if (!ComprehensionEmitter.generators(e).getFirst().isAsync()) {
            child.op("Iter", "direct", "(O)Y");
        }
        child.comps.run(e, child.vars.storeIterator(), null);
        if (e.tag() == Expr.GENERATOR_EXP) {
            child.none();
        }
        child.leaveWithValue();
        f.unit.finish(child);
        make(code, scope, -1, -1, -1);
    }
}
