package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.ExceptHandler;
import dev.clutch.interp.ast.Node;
import dev.clutch.interp.ast.Stmt;
import java.lang.classfile.Opcode;
import java.util.BitSet;
import java.util.List;

/** {@code try}: handlers, {@code except*} (PEP 654) and {@code finally}. */
final class TryEmitter {
    private final FunctionEmitter f;

    TryEmitter(FunctionEmitter f) {
        this.f = f;
    }

    void tryStatement(Stmt.Try s) {
        f.info.cleanup = true;
        if (s.finalbody().isEmpty()) {
            handlers(s);
            return;
        }
        begin(s, s.finalbody());
        if (s.handlers().isEmpty()) {
            f.st.body(s.body());
        } else {
            handlers(s);
        }
        end(s, s.finalbody());
    }

    // ---- finally

    private record Open(
            Block.Finally block,
            int start,
            BitSet bound,
            @org.jspecify.annotations.Nullable Open outer) {}

    private @org.jspecify.annotations.Nullable Open open;

    /** Begins a body that has something to run at its end. */
    private void begin(Stmt s, List<Stmt> cleanup) {
        f.vars.callerHandledSlot();
        Block.Finally block = new Block.Finally(f.block, f.target(), f.vars.newInt(), f.vars.newTemp());
        block.unnoted = cleanup;
        block.nested = f.nested();
        f.nest(s);
        int start = f.placeBack();
        open = new Open(block, start, (BitSet) f.bound.clone(), open);
        f.block = block;
    }

    /** Ends the body: every way out of it runs the statements of {@code finally} and then goes on. */
    private void end(Stmt s, List<Stmt> cleanup) {
        Open o = open;
        if (o == null) {
            throw new IllegalStateException("no body is open");
        }
        open = o.outer;
        f.unnest();
        Block.Finally fin = o.block;
        CodeBuffer b = f.b;
        int end = f.placeBack();
        f.block = fin.outer;
        BitSet normal = b.live() ? (BitSet) f.bound.clone() : new BitSet();
        if (b.live()) {
            b.op(Opcode.ACONST_NULL);
            b.astore(fin.value);
            b.iconst(0);
            b.istore(fin.kind);
            f.goTo(fin.entry);
        }
        f.bound = (BitSet) o.bound.clone();
        boolean raises = handlerEntry(o.start, end, fin.value);
        if (raises) {
            b.iconst(1);
            b.istore(fin.kind);
        }
        f.place(fin.entry);
        int handled = f.vars.newTemp();
        keepHandled(fin, handled);
        FunctionEmitter.Handled outerHandled = f.handled;
        f.handled = new FunctionEmitter.Handled(handled, true, outerHandled);
        f.block = new Block.Handler(fin.outer, outerHandled, null, false);
        f.nest(s);
        f.st.body(cleanup);
        f.unnest();
        f.block = fin.outer;
        f.handled = outerHandled;
        f.vars.free(handled);
        dispatch(fin, normal, Bodies.last(cleanup));
        f.vars.freeInt(fin.kind);
        f.vars.free(fin.value);
    }

    /**
     * Notes the names of the {@code finally} bodies that an exit runs through, after it and so where nothing is recorded. CPython compiles such a body at each exit,
     * and {@code co_varnames} has the order in which its compiler met the names.
     */
    void noteCleanups(Block.@org.jspecify.annotations.Nullable Loop loop) {
        if (f.vars.namespace) {
            return;
        }
        Block outer = f.block;
        BitSet bound = f.bound;
        Node statement = f.statement;
        int nested = f.nested();
        for (Block k = outer; k != null && k != loop; k = k.outer) {
            if (k instanceof Block.Finally fin && !fin.unnoted.isEmpty()) {
                List<Stmt> cleanup = fin.unnoted;
                fin.unnoted = List.of();
                UnitBuilder.Mark mark = f.unit.mark();
                f.block = fin.outer;
                f.bound = (BitSet) bound.clone();
                f.nestedAgain(fin.nested);
                f.st.body(cleanup);
                f.unit.reset(mark);
            }
        }
        f.block = outer;
        f.bound = bound;
        f.statement = statement;
        f.nestedAgain(nested);
    }

    private void keepHandled(Block.Finally fin, int handled) {
        CodeBuffer b = f.b;
        Target none = f.target();
        b.op(Opcode.ACONST_NULL);
        b.astore(handled);
        b.iload(fin.kind);
        b.iconst(1);
        f.jump(Opcode.IF_ICMPNE, none);
        b.aload(fin.value);
        b.astore(handled);
        f.place(none);
    }

    private void dispatch(Block.Finally fin, BitSet normal, Stmt last) {
        CodeBuffer b = f.b;
        if (!b.live()) {
            return;
        }
        Target raise = f.target();
        Target done = f.target();
        int n = fin.exits.size();
        Target[] exits = new Target[n];
        if (n == 0) {
            b.iload(fin.kind);
            f.jump(Opcode.IFNE, raise);
            f.goTo(done);
        } else {
            int[] labels = new int[n + 2];
            labels[0] = done.label;
            labels[1] = raise.label;
            done.reach(f.bound);
            raise.reach(f.bound);
            for (int i = 0; i < n; i++) {
                exits[i] = f.target();
                exits[i].reach(f.bound);
                labels[i + 2] = exits[i].label;
            }
            b.iload(fin.kind);
            b.tableswitch(0, labels, raise.label);
        }
        f.place(raise);
        reraise(fin.value, last);
        for (int i = 0; i < n; i++) {
            f.place(exits[i]);
            if (fin.exits.get(i).loop() == null) {
                b.aload(fin.value);
            }
            f.loops.exit(fin.exits.get(i));
        }
        f.place(done);
        f.vars.clear(fin.value);
        f.bound.or(normal);
    }

    private void reraise(int exception, @org.jspecify.annotations.Nullable Node clause) {
        if (clause == null) {
            f.atReraise();
        } else {
            f.atReraise(clause);
        }
        f.b.aload(exception);
        f.op("Handlers", "reraise", "(O)R");
        f.b.op(Opcode.ATHROW);
    }

    /**
     * The entry of a handler: from here on the exception is handled, in the JVM local given, with this frame in its traceback. Returns whether the handler can be
     * reached.
     */
    boolean handlerEntry(int start, int end, int exception) {
        CodeBuffer b = f.b;
        int handler = b.newLabel();
        b.placeHandler(start, end, handler);
        f.forgetPosition();
        if (!b.live()) {
            return false;
        }
        int thrown = f.vars.newTemp();
        b.astore(thrown);
        f.loadState();
        if (f.vars.generator) {
            b.aload(f.vars.generatorSlot);
        } else {
            f.loadFunction();
        }
        b.iload(f.vars.depthSlot());
        b.aload(thrown);
        b.iload(f.vars.positionSlot());
        f.vars.pushSnapshotSoFar();
        f.op("Handlers", "caught", "(TOIXIA)O");
        b.astore(exception);
        f.vars.drop(thrown);
        return true;
    }

    // ---- except

    private void handlers(Stmt.Try s) {
        CodeBuffer b = f.b;
        f.vars.callerHandledSlot();
        int exception = f.vars.newTemp();
        BitSet before = (BitSet) f.bound.clone();
        Target done = f.target();
        int start = f.placeBack();
        f.nest(s);
        f.st.body(s.body());
        f.unnest();
        int end = f.placeBack();
        f.st.body(s.orelse());
        f.goTo(done);
        f.bound = before;
        handlerEntry(start, end, exception);
        FunctionEmitter.Handled outerHandled = f.handled;
        f.handled = new FunctionEmitter.Handled(exception, false, outerHandled);
        f.nest(s);
        boolean catchesAll = false;
        for (ExceptHandler h : s.handlers()) {
            Target next = f.target();
            if (h.type() == null) {
                if (h != s.handlers().getLast()) {
                    throw new CompileException("default 'except:' must be last", h);
                }
                catchesAll = true;
                f.trace.line(h.lineno());
            } else {
                Operands operand = f.operands(List.of(h.type()));
                f.loadState();
                b.aload(exception);
                operand.push(0);
                f.at(h.type());
                f.op("Handlers", "matches", "(TOO)Z");
                f.jump(Opcode.IFEQ, next);
            }
            handlerBody(h, exception, outerHandled, done);
            if (h.type() != null) {
                f.place(next);
            }
        }
        f.unnest();
        f.handled = outerHandled;
        if (!catchesAll) {
            reraise(exception, s.handlers().getLast().type());
        }
        f.place(done);
        f.vars.drop(exception);
    }

    private void handlerBody(
            ExceptHandler h,
            int exception,
            FunctionEmitter.@org.jspecify.annotations.Nullable Handled outerHandled,
            Target done) {
        CodeBuffer b = f.b;
        Block outer = f.block;
        FunctionEmitter.Handled own = f.handled;
        f.block = new Block.Handler(outer, outerHandled, h.name(), false);
        f.nest(h);
        if (h.name() == null) {
            f.st.body(h.body());
        } else {
            b.aload(exception);
            f.names.store(h.name());
            int start = f.placeBack();
            f.st.body(h.body());
            int end = f.placeBack();
            Target leave = f.target();
            f.goTo(leave);
            forgetOnException(h.name(), start, end);
            f.place(leave);
        }
        f.unnest();
        f.block = outer;
        f.handled = outerHandled;
        if (b.live()) {
            f.restoreHandled();
            if (h.name() != null) {
                f.names.forget(h.name());
            }
            f.goTo(done);
        }
        f.handled = own;
    }

    private void forgetOnException(String name, int start, int end) {
        CodeBuffer b = f.b;
        int handler = b.newLabel();
        b.placeHandler(start, end, handler);
        f.forgetPosition();
        f.names.forget(name);
        b.op(Opcode.ATHROW);
    }

    // ---- except*

    void tryStar(Stmt.TryStar s) {
        f.info.cleanup = true;
        if (s.finalbody().isEmpty()) {
            starHandlers(s);
            return;
        }
        begin(s, s.finalbody());
        starHandlers(s);
        end(s, s.finalbody());
    }

    private void starHandlers(Stmt.TryStar s) {
        CodeBuffer b = f.b;
        f.vars.callerHandledSlot();
        int exception = f.vars.newTemp();
        int match = f.vars.newTemp();
        BitSet before = (BitSet) f.bound.clone();
        Target done = f.target();
        int start = f.placeBack();
        f.nest(s);
        f.st.body(s.body());
        f.unnest();
        int end = f.placeBack();
        f.st.body(s.orelse());
        f.goTo(done);
        f.bound = before;
        handlerEntry(start, end, exception);
        FunctionEmitter.Handled outerHandled = f.handled;
        Block outer = f.block;
        f.handled = new FunctionEmitter.Handled(exception, false, outerHandled);
        f.nest(s);
        int split = f.vars.newTemp();
        b.aload(exception);
        f.op("ExceptionGroups", "split", "(O)O");
        b.astore(split);
        for (ExceptHandler h : s.handlers()) {
            if (h.type() == null) {
                throw new CompileException("expected one or more exception types", h);
            }
            Target next = f.target();
            Operands operand = f.operands(List.of(h.type()));
            f.loadState();
            b.aload(split);
            operand.push(0);
            f.at(h.type());
            f.op("ExceptionGroups", "match", "(TOO)O");
            b.op(Opcode.DUP);
            b.astore(match);
            f.jump(Opcode.IFNULL, next);
            f.nest(h);
            starBody(h, match, split, outer, outerHandled);
            f.unnest();
            f.place(next);
        }
        f.unnest();
        f.handled = outerHandled;
        f.block = outer;
        f.restoreHandled();
        f.loadState();
        b.aload(split);
        f.op("ExceptionGroups", "rest", "(TO)O");
        b.op(Opcode.DUP);
        b.astore(exception);
        f.jump(Opcode.IFNULL, done);
        reraise(exception, null);
        f.place(done);
        f.vars.drop(split);
        f.vars.drop(match);
        f.vars.drop(exception);
    }

    /** One clause runs with its part of the group handled; what it raises is kept for the end. */
    private void starBody(
            ExceptHandler h,
            int match,
            int split,
            @org.jspecify.annotations.Nullable Block outer,
            FunctionEmitter.@org.jspecify.annotations.Nullable Handled outerHandled) {
        CodeBuffer b = f.b;
        FunctionEmitter.Handled group = f.handled;
        BitSet before = (BitSet) f.bound.clone();
        f.handled = new FunctionEmitter.Handled(match, false, outerHandled);
        f.block = new Block.Handler(outer, outerHandled, h.name(), true);
        f.restoreHandled();
        int start = f.placeBack();
        if (h.name() != null) {
            b.aload(match);
            f.names.store(h.name());
        }
        f.st.body(h.body());
        int end = f.placeBack();
        Target leave = f.target();
        f.goTo(leave);
        f.bound = before;
        int raised = f.vars.newTemp();
        if (handlerEntry(start, end, raised)) {
            f.loadState();
            b.aload(split);
            b.aload(raised);
            f.op("ExceptionGroups", "raised", "(TOO)V");
        }
        f.vars.free(raised);
        f.place(leave);
        if (h.name() != null) {
            f.names.forget(h.name());
        }
        f.handled = group;
        f.block = outer;
        f.restoreHandled();
    }
}
