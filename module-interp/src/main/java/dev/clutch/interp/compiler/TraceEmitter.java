package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Stmt;
import java.lang.classfile.Opcode;

/**
 * What code that can be traced tells while it runs: lines, and the values that it returns and yields. Nothing is emitted in any other code; entries are the prologue's concern, exceptions
 * that of the runtime.
 */
final class TraceEmitter {
    private final FunctionEmitter f;
    /** The line that was told last on the way here, -1 where several ways meet. */
    private int told = -1;

    TraceEmitter(FunctionEmitter f) {
        this.f = f;
    }

    /** Several ways may lead here. */
    void forget() {
        told = -1;
    }

    /** The line of a statement whose expressions don't say it. */
    void statement(Stmt s) {
        if (!f.info.traced) {
            return;
        }
        switch (s.tag()) {
            case Stmt.PASS, Stmt.BREAK, Stmt.CONTINUE, Stmt.TRY, Stmt.TRY_STAR, Stmt.IMPORT, Stmt.IMPORT_FROM ->
                line(s.lineno());
            case Stmt.RETURN -> value(s, ((Stmt.Return) s).value());
            case Stmt.RAISE -> value(s, ((Stmt.Raise) s).exc());
            case Stmt.EXPR_STMT -> value(s, ((Stmt.ExprStmt) s).value());
            case Stmt.WHILE -> value(s, ((Stmt.While) s).test());
            case Stmt.IF -> value(s, ((Stmt.If) s).test());
            default -> {}
        }
    }

    private void value(Stmt s, @org.jspecify.annotations.Nullable Expr e) {
        if (e == null || e.tag() == Expr.CONSTANT) {
            line(s.lineno());
        }
    }

    /** What follows belongs to a line. */
    void line(int line) {
        if (!f.info.traced || !f.b.live() || line == told) {
            return;
        }
        told = line;
        f.b.line(Math.min(line, 65535));
        f.loadState();
        f.b.iload(f.vars.depthSlot());
        f.b.iconst(line);
        f.b.iconst(f.info.traceSites++);
        f.op("Tracing", "line", "(TIII)V");
    }

    /** What follows belongs to a line that was told before a suspension here. */
    void assume(int line) {
        told = line;
    }

    /** An asynchronous iterator may have ended, by an exception. */
    void asyncEnded(int thrown) {
        if (f.info.traced && f.b.live()) {
            f.loadState();
            f.b.aload(thrown);
            f.b.iload(f.vars.depthSlot());
            f.op("Tracing", "asyncEnded", "(TOI)V");
        }
    }

    /** What was delegated to has ended, with its result in the generator. */
    void delegated(int iterator) {
        if (!f.info.traced || !f.b.live()) {
            return;
        }
        f.loadState();
        f.b.aload(iterator);
        f.b.aload(f.vars.generatorSlot);
        f.b.iload(f.vars.depthSlot());
        f.op("Tracing", "delegated", "(TOGI)V");
    }

    /** The value on the operand stack is returned or yielded. */
    void leaves() {
        if (!f.info.traced || !f.b.live()) {
            return;
        }
        f.b.op(Opcode.DUP);
        f.loadState();
        f.b.op(Opcode.SWAP);
        f.b.iload(f.vars.depthSlot());
        f.op("Tracing", "returned", "(TOI)V");
    }
}
