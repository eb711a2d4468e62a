package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Comprehension;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Stmt;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;

/** Loops over ranges whose variable is numeric: they count in JVM locals as long as everything fits a long, and otherwise ask the iterator. */
final class RangeEmitter {
    private static final int NONE = -1;

    private final FunctionEmitter f;
    private final CodeBuffer b;

    RangeEmitter(FunctionEmitter f) {
        this.f = f;
        this.b = f.b;
    }

    /** A loop: iterator, null while the numbers fit a long; next number; how many are left; step. All are JVM locals. */
    record Counter(int iterator, int next, int left, int step) {}

    /** A loop over a range whose variable is numeric. The counters are JVM locals as long as everything fits a long; otherwise the iterator is asked. */
    boolean forRange(Stmt.For s) {
        Variable v = s.target() instanceof Expr.Name n ? f.names.numeric(n.id()) : null;
        if (v == null || f.numbers.full() || NumberEmitter.kind(v) != TypeKind.LONG || !isCountable(s.iter())) {
            return false;
        }
        Counter counter = count((Expr.Call) s.iter());
        f.loops.counted(s, counter, v);
        end(counter);
        return true;
    }

    void end(Counter counter) {
        f.vars.freeNumber(TypeKind.LONG, counter.step);
        f.vars.freeNumber(TypeKind.LONG, counter.left);
        f.vars.freeNumber(TypeKind.LONG, counter.next);
        f.vars.free(counter.iterator);
    }

    /** Whether a comprehension's loop can be one over counters. */
    boolean counts(Comprehension c) {
        return f.numbers.allowed() && !c.isAsync() && c.target() instanceof Expr.Name && isCountable(c.iter());
    }

    /** Whether it is a call of {@code range} whose arguments can be computed in any place. */
    private boolean isCountable(Expr e) {
        if (!NumericLocals.isRange(e)) {
            return false;
        }
        for (Expr arg : ((Expr.Call) e).args()) {
            if (f.breaks.breaks(arg)) {
                return false;
            }
        }
        return true;
    }

    /** Calls {@code range}, or does without it. */
    Counter count(Expr.Call call) {
        int iterator = f.vars.newTemp();
        int next = f.vars.newNumber(TypeKind.LONG);
        int left = f.vars.newNumber(TypeKind.LONG);
        int step = f.vars.newNumber(TypeKind.LONG);
        int count = call.args().size();
        int callee = f.vars.newTemp();
        int[] args = new int[count];
        f.ex.emit(call.func());
        b.astore(callee);
        for (int i = 0; i < count; i++) {
            args[i] = f.vars.newTemp();
            f.ex.emit(call.args().get(i));
            b.astore(args[i]);
        }
        Target general = f.target();
        Target begun = f.target();
        b.aload(callee);
        argument(count == 1 ? NONE : args[0], 0);
        argument(count == 1 ? args[0] : args[1], 0);
        argument(count == 3 ? args[2] : NONE, 1);
        f.op("Unboxed", "rangeLength", "(OOOO)J");
        b.store(TypeKind.LONG, left);
        b.number(0L);
        b.store(TypeKind.LONG, next);
        b.number(1L);
        b.store(TypeKind.LONG, step);
        b.load(TypeKind.LONG, left);
        b.number(0L);
        b.op(Opcode.LCMP);
        b.jump(Opcode.IFLT, general.label);
        if (count > 1) {
            unboxed(args[0], next);
        }
        if (count > 2) {
            unboxed(args[2], step);
        }
        b.op(Opcode.ACONST_NULL);
        b.astore(iterator);
        b.goTo(begun.label);
        b.place(general.label);
        b.aload(callee);
        f.calls.target();
        for (int arg : args) {
            b.aload(arg);
        }
        f.at(call);
        f.calls.invoke(count);
        f.loadState();
        b.op(Opcode.SWAP);
        f.op("Iter", "loop", "(TO)Y");
        b.astore(iterator);
        b.place(begun.label);
        f.forgetPosition();
        f.vars.free(callee);
        for (int arg : args) {
            f.vars.free(arg);
        }
        return new Counter(iterator, next, left, step);
    }

    private void argument(int slot, long otherwise) {
        if (slot == NONE) {
            b.number(otherwise);
            b.invokestatic(Refs.LONG_OF);
        } else {
            b.aload(slot);
        }
    }

    private void unboxed(int slot, int number) {
        b.aload(slot);
        b.checkcast(ConstantDescs.CD_Long);
        b.invokevirtual(Refs.LONG_VALUE);
        b.store(TypeKind.LONG, number);
    }

    /** Pushes nothing and leaves the next number in the variable, or jumps with null on the operand stack. */
    void next(Counter counter, Variable v, Target exhausted) {
        int iterator = counter.iterator;
        int next = counter.next;
        int left = counter.left;
        Target general = f.target();
        Target got = f.target();
        Target more = f.target();
        b.aload(iterator);
        b.jump(Opcode.IFNONNULL, general.label);
        b.load(TypeKind.LONG, left);
        b.number(0L);
        b.op(Opcode.LCMP);
        b.jump(Opcode.IFGT, more.label);
        b.op(Opcode.ACONST_NULL);
        f.goTo(exhausted);
        b.place(more.label);
        b.load(TypeKind.LONG, left);
        b.number(1L);
        b.op(Opcode.LSUB);
        b.store(TypeKind.LONG, left);
        b.load(TypeKind.LONG, next);
        b.store(TypeKind.LONG, v.numberSlot);
        b.op(Opcode.ACONST_NULL);
        b.astore(v.slot);
        b.load(TypeKind.LONG, next);
        b.load(TypeKind.LONG, counter.step);
        b.op(Opcode.LADD);
        b.store(TypeKind.LONG, next);
        b.goTo(got.label);
        b.place(general.label);
        f.loops.next(iterator, exhausted);
        f.numbers.store(v);
        b.place(got.label);
        f.forgetPosition();
        f.numbers.bind(v);
    }
}
