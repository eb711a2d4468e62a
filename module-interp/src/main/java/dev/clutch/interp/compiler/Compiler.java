package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Alias;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Mod;
import dev.clutch.interp.ast.Stmt;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.parser.WarningListener;
import dev.clutch.interp.symtable.FutureFeatures;
import dev.clutch.interp.symtable.Scope;
import dev.clutch.interp.symtable.SymbolTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Syntax tree to class files. */
public final class Compiler {
    private Compiler() {}

    /** Compiles a program without a word about what is merely suspicious. */
    public static CompiledUnit compile(Mod tree, SymbolTable table, CompileOptions options) {
        return compile(tree, table, options, (category, message, filename, lineno) -> false);
    }

    /** Compiles a program; a syntax error that only the compiler finds is a {@link CompileException}. */
    public static CompiledUnit compile(Mod tree, SymbolTable table, CompileOptions options, WarningListener warnings) {
        CompiledUnit unit = compile(tree, table, options, warnings, false, null);
        return unit != null ? unit : traced(tree, table, options, null);
    }

    /** Compiles the twin of a program, which tells a trace function what it does. */
    public static CompiledUnit twin(Mod tree, SymbolTable table, CompileOptions options, PyCode program) {
        return traced(tree, table, options, program);
    }

    private static CompiledUnit traced(Mod tree, SymbolTable table, CompileOptions options, @Nullable PyCode twinOf) {
        CompiledUnit unit = compile(tree, table, options, (category, message, filename, lineno) -> false, true, twinOf);
        if (unit == null) {
            throw new IllegalStateException("compiled for tracing already");
        }
        return unit;
    }

    /** Null when it turns out that the program is to be traced from the start. */
    private static @Nullable CompiledUnit compile(
            Mod tree,
            SymbolTable table,
            CompileOptions options,
            WarningListener warnings,
            boolean traced,
            @Nullable PyCode twinOf) {
        List<Stmt> body =
                tree instanceof Mod.Module m ? m.body() : tree instanceof Mod.Interactive i ? i.body() : List.of();
        UnitBuilder unit =
                new UnitBuilder(options, table, options.futureAnnotations() || futureAnnotations(body), warnings);
        unit.lastFutureLine = FutureFeatures.of(tree, options.filename()).lastLine();
        unit.twinOf = twinOf;
        Scope scope = table.top();
        CodeInfo code = unit.newCode(null, scope, "<module>", 1);
        code.namespace = true;
        code.traced |= traced;
        code.interactive = tree instanceof Mod.Interactive;
        code.asyncFunction = options.topLevelAwait();
        if (scope.isGenerator() || scope.isCoroutine()) {
            code.flags |= scope.isCoroutine() ? PyCode.CO_COROUTINE : PyCode.CO_GENERATOR;
        }
        FunctionEmitter f = unit.begin(null, code, scope, null, true);
        if (tree instanceof Mod.Expression e) {
            f.ex.emit(e.body());
        } else {
            if (unit.hasAnnotations(body)) {
                unit.setupAnnotations(f, body.getFirst());
            }
            Object doc = tree instanceof Mod.Module ? unit.docstring(body) : null;
            if (doc != null) {
                f.trace.line(body.getFirst().lineno());
                f.ex.constant(doc);
                f.names.store("__doc__");
                body = body.subList(1, body.size());
            }
            f.st.body(body);
            f.none();
        }
        if (f.b.live()) {
            f.leaveWithValue();
        }
        unit.finish(f);
        if (!code.traced && LiveLocals.traced(code)) {
            return null;
        }
        return unit.build();
    }

    /** Whether the program begins with {@code from __future__ import annotations}. */
    public static boolean futureAnnotations(List<Stmt> body) {
        for (Stmt s : body) {
            if (s instanceof Stmt.ImportFrom i && "__future__".equals(i.module())) {
                for (Alias a : i.names()) {
                    if (a.name().equals("annotations")) {
                        return true;
                    }
                }
            } else if (!(s instanceof Stmt.ExprStmt e && e.value() instanceof Expr.Constant)) {
                return false;
            }
        }
        return false;
    }
}
