package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Stmt;
import java.lang.classfile.Opcode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loops, and the exits {@code break}, {@code continue} and {@code return}. */
final class LoopEmitter {
    private final FunctionEmitter f;

    LoopEmitter(FunctionEmitter f) {
        this.f = f;
    }

    void poll() {
        f.loadState();
        f.op("Frames", "poll", "(T)V");
    }

    void whileLoop(Stmt.While s) {
        f.atUntold(s.test());
        int head = f.placeBack();
        Target exit = f.target();
        Target otherwise = f.target();
        Block outer = f.block;
        poll();
        if (s.test().tag() == Expr.CONSTANT) {
            f.trace.line(s.lineno());
        }
        f.ex.condition(s.test(), false, otherwise);
        f.block = new Block.Loop(outer, exit, head);
        f.nest(s);
        f.st.body(s.body());
        f.unnest();
        f.block = outer;
        f.atUntold(lastOf(s.test()));
        f.b.goTo(head);
        f.place(otherwise);
        f.st.body(s.orelse());
        f.place(exit);
    }

    /** What decides last: CPython goes back from there. */
    private static Expr lastOf(Expr test) {
        Expr last = test;
        while (last instanceof Expr.BoolOp b) {
            last = b.values().getLast();
        }
        return last;
    }

    void forLoop(Stmt.For s) {
        if (f.ranges.forRange(s)) {
            return;
        }
        f.stateAnd(s.iter());
        f.at(s);
        f.op("Iter", "loop", "(TO)Y");
        Variable iterator = f.vars.storeIterator();
        int head = f.placeBack();
        Target exit = f.target();
        Target exhausted = f.target();
        Block outer = f.block;
        poll();
        f.at(s);
        next(iterator.slot, exhausted);
        f.assigns.store(s.target());
        body(s, outer, head, exit, exhausted);
        f.vars.freeIterator(iterator);
    }

    /** A loop over a range that {@link RangeEmitter} has begun. */
    void counted(Stmt.For s, RangeEmitter.Counter counter, Variable v) {
        int head = f.placeBack();
        Target exit = f.target();
        Target exhausted = f.target();
        Block outer = f.block;
        poll();
        f.at(s);
        f.ranges.next(counter, v, exhausted);
        body(s, outer, head, exit, exhausted);
    }

    private void body(Stmt.For s, @Nullable Block outer, int head, Target exit, Target exhausted) {
        f.block = new Block.Loop(outer, exit, head);
        f.nest(s);
        f.st.body(s.body());
        f.unnest();
        f.block = outer;
        back(s.body(), head);
        f.place(exhausted);
        f.b.op(Opcode.POP);
        f.st.body(s.orelse());
        f.place(exit);
    }

    /** Goes back after the body of a {@code for}: an interrupt that comes before the next item has the place of the last statement, as in CPython. */
    private void back(List<Stmt> body, int head) {
        Stmt last = body.getLast();
        switch (last.tag()) {
            case Stmt.EXPR_STMT, Stmt.ASSIGN, Stmt.AUG_ASSIGN, Stmt.ANN_ASSIGN, Stmt.DELETE -> f.atUntold(last);
            default -> {}
        }
        f.b.goTo(head);
    }

    /** Pushes the next item; at the end jumps with null on the operand stack. */
    void next(int iterator, Target exhausted) {
        f.b.aload(iterator);
        f.b.checkcast(Refs.ITERATOR);
        f.loadState();
        if (f.info.traced) {
            f.b.iload(f.vars.depthSlot());
            f.op("Tracing", "next", "(YTI)O");
        } else {
            f.b.invokevirtual(new MethodRef(Refs.ITERATOR, "next", f.refs.type("(T)O")));
        }
        f.b.op(Opcode.DUP);
        f.jump(Opcode.IFNULL, exhausted);
    }

    void asyncFor(Stmt.AsyncFor s) {
        if (!f.info.asyncFunction) {
            throw new CompileException("'async for' outside async function", s);
        }
        f.stateAnd(s.iter());
        f.at(s);
        f.op("Generators", "aiter", "(TO)O");
        int iterator = f.vars.newTemp();
        f.b.astore(iterator);
        int head = f.placeBack();
        Target exit = f.target();
        Target exhausted = f.target();
        Block outer = f.block;
        poll();
        f.gens.asyncNext(iterator, exhausted, s.iter());
        f.assigns.store(s.target());
        f.block = new Block.Loop(outer, exit, head);
        f.nest(s);
        f.st.body(s.body());
        f.unnest();
        f.block = outer;
        back(s.body(), head);
        f.place(exhausted);
        f.st.body(s.orelse());
        f.place(exit);
        f.vars.drop(iterator);
    }

    void breakLoop(Stmt s) {
        leave(new Block.Exit(innermost("'break' outside loop", s), false));
    }

    void continueLoop(Stmt s) {
        f.atUntold(s);
        leave(new Block.Exit(innermost("'continue' not properly in loop", s), true));
    }

    private void leave(Block.Exit exit) {
        exit(exit);
        f.tries.noteCleanups(exit.loop());
    }

    /** The innermost loop, or null outside of any. */
    Block.@Nullable Loop findInnermost() {
        Block k = f.block;
        while (k != null && !(k instanceof Block.Loop)) {
            k = k.outer;
        }
        return (Block.Loop) k;
    }

    private Block.Loop innermost(String message, Stmt s) {
        for (Block k = f.block; k != null; k = k.outer) {
            if (k instanceof Block.Loop loop) {
                return loop;
            }
            if (k instanceof Block.Handler h && h.star) {
                throw new CompileException("'break', 'continue' and 'return' cannot appear in an except* block", s);
            }
        }
        throw new CompileException(message, s);
    }

    /** Leaves blocks up to where the exit goes. For a return the value is on the operand stack. */
    void exit(Block.Exit exit) {
        Block savedBlock = f.block;
        FunctionEmitter.Handled savedHandled = f.handled;
        CodeBuffer b = f.b;
        Block.Loop loop = exit.loop();
        Block k = f.block;
        while (k != loop) {
            if (k instanceof Block.Finally fin) {
                if (loop != null) {
                    b.op(Opcode.ACONST_NULL);
                }
                b.astore(fin.value);
                b.iconst(fin.register(exit));
                b.istore(fin.kind);
                f.goTo(fin.entry);
                f.block = savedBlock;
                f.handled = savedHandled;
                return;
            }
            if (k instanceof Block.Handler h) {
                if (loop != null && f.handled != null) {
                    f.vars.clear(f.handled.slot());
                }
                f.block = h.outer;
                f.handled = h.outerHandled;
                f.restoreHandled();
                if (h.name != null) {
                    f.names.forget(h.name);
                }
            }
            if (k == null) {
                throw new IllegalStateException("the loop does not enclose the exit");
            }
            k = k.outer;
        }
        f.block = savedBlock;
        f.handled = savedHandled;
        if (loop == null) {
            f.leaveWithValue();
        } else if (loop.external) {
            b.getstatic(exit.next() ? Refs.CONTINUE : Refs.BREAK);
            b.op(Opcode.ARETURN);
        } else if (exit.next()) {
            b.goTo(loop.next);
        } else {
            f.goTo(loop.exit);
        }
    }
}
