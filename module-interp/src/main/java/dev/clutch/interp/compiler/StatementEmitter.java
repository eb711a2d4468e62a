package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Stmt;
import java.lang.classfile.Opcode;
import java.util.List;

/** Statements: the simple ones, and where the others are compiled. */
final class StatementEmitter {
    private final FunctionEmitter f;

    StatementEmitter(FunctionEmitter f) {
        this.f = f;
    }

    /** Emits statements; what makes the method too long goes to a continuation. */
    void body(List<Stmt> body) {
        boolean splits = f.splits();
        int begin = f.b.bytes();
        for (int i = 0; i < body.size(); i++) {
            if (splits && i > 0 && f.b.bytes() - begin > Continuation.LIMIT && f.b.live() && Continuation.allowed(f)) {
                Continuation.emit(f, body.subList(i, body.size()));
                return;
            }
            emit(body.get(i));
        }
    }

    void emit(Stmt s) {
        f.statement = s;
        f.trace.statement(s);
        switch (s.tag()) {
            case Stmt.EXPR_STMT -> expression((Stmt.ExprStmt) s);
            case Stmt.ASSIGN -> f.assigns.assign((Stmt.Assign) s);
            case Stmt.AUG_ASSIGN -> f.assigns.augmented((Stmt.AugAssign) s);
            case Stmt.ANN_ASSIGN -> f.assigns.annotated((Stmt.AnnAssign) s);
            case Stmt.RETURN -> returnStatement((Stmt.Return) s);
            case Stmt.IF -> ifStatement((Stmt.If) s);
            case Stmt.WHILE -> f.loops.whileLoop((Stmt.While) s);
            case Stmt.FOR -> f.loops.forLoop((Stmt.For) s);
            case Stmt.ASYNC_FOR -> f.loops.asyncFor((Stmt.AsyncFor) s);
            case Stmt.TRY -> f.tries.tryStatement((Stmt.Try) s);
            case Stmt.TRY_STAR -> f.tries.tryStar((Stmt.TryStar) s);
            case Stmt.WITH -> f.withs.with((Stmt.With) s);
            case Stmt.ASYNC_WITH -> f.withs.asyncWith((Stmt.AsyncWith) s);
            case Stmt.FUNCTION_DEF -> f.defs.function((Stmt.FunctionDef) s);
            case Stmt.ASYNC_FUNCTION_DEF -> f.defs.asyncFunction((Stmt.AsyncFunctionDef) s);
            case Stmt.CLASS_DEF -> f.classes.classDef((Stmt.ClassDef) s);
            case Stmt.TYPE_ALIAS -> f.typeParams.typeAlias((Stmt.TypeAlias) s);
            case Stmt.IMPORT -> f.imports.importModules((Stmt.Import) s);
            case Stmt.IMPORT_FROM -> f.imports.importFrom((Stmt.ImportFrom) s);
            case Stmt.RAISE -> raise((Stmt.Raise) s);
            case Stmt.ASSERT -> assertion((Stmt.Assert) s);
            case Stmt.MATCH -> f.patterns.match((Stmt.Match) s);
            case Stmt.DELETE -> {
                for (Expr target : ((Stmt.Delete) s).targets()) {
                    f.assigns.delete(target);
                }
            }
            case Stmt.BREAK -> f.loops.breakLoop(s);
            case Stmt.CONTINUE -> f.loops.continueLoop(s);
            case Stmt.PASS -> {
                if (f.loops.findInnermost() != null) {
                    f.atUntold(s);
                }
            }
            default -> {}
        }
    }

    private void expression(Stmt.ExprStmt s) {
        if (f.info.interactive) {
            f.stateAnd(s.value());
            f.at(s);
            f.op("Operators", "display", "(TO)V");
            return;
        }
        if (s.value().tag() == Expr.CONSTANT) {
            return;
        }
        f.ex.emit(s.value());
        f.b.op(Opcode.POP);
    }

    private void returnStatement(Stmt.Return s) {
        if (f.vars.namespace) {
            throw new CompileException("'return' outside function", s);
        }
        if (s.value() == null) {
            f.none();
        } else {
            if (f.info.asyncGenerator()) {
                throw new CompileException("'return' with value in async generator", s);
            }
            f.ex.emit(s.value());
            f.trace.line(s.lineno());
        }
        for (Block k = f.block; k != null; k = k.outer) {
            if (k instanceof Block.Handler h && h.star) {
                throw new CompileException("'break', 'continue' and 'return' cannot appear in an except* block", s);
            }
        }
        f.loops.exit(Block.Exit.RETURN);
        f.tries.noteCleanups(null);
    }

    private void ifStatement(Stmt.If s) {
        Target end = f.target();
        Stmt.If current = s;
        while (true) {
            Target otherwise = f.target();
            f.ex.condition(current.test(), false, otherwise);
            body(current.body());
            f.goTo(end);
            f.place(otherwise);
            List<Stmt> orelse = current.orelse();
            if (orelse.size() == 1 && orelse.get(0) instanceof Stmt.If next) {
                current = next;
                f.trace.statement(next);
                continue;
            }
            body(orelse);
            break;
        }
        f.place(end);
    }

    private void raise(Stmt.Raise s) {
        if (s.exc() == null) {
            f.loadState();
            f.atReraise();
            f.at(s);
            f.op("Handlers", "raiseAgain", "(T)R");
            f.atReraise(s);
        } else if (s.cause() == null) {
            f.stateAnd(s.exc());
            f.at(s);
            f.op("Handlers", "raise", "(TO)R");
        } else {
            Operands operands = f.operands(s.exc(), s.cause());
            f.loadState();
            operands.push(0);
            operands.push(1);
            f.at(s);
            f.op("Handlers", "raise", "(TOO)R");
        }
        f.b.op(Opcode.ATHROW);
    }

    private void assertion(Stmt.Assert s) {
        f.unit.suspicions.assertion(s);
        if (f.unit.options.optimise() > 0) {
            return;
        }
        Target holds = f.target();
        if (f.unit.options.optimise() == CompileOptions.DECIDED_LATER) {
            f.loadState();
            f.op("Handlers", "assertionsEnabled", "(T)Z");
            f.jump(Opcode.IFEQ, holds);
        }
        f.ex.condition(s.test(), true, holds);
        if (s.msg() == null) {
            f.loadState();
            f.at(s);
            f.op("Handlers", "assertionError", "(T)R");
        } else {
            f.stateAnd(s.msg());
            f.at(s);
            f.op("Handlers", "assertionError", "(TO)R");
        }
        f.b.op(Opcode.ATHROW);
        f.place(holds);
    }
}
