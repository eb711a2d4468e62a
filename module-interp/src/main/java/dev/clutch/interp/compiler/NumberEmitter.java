package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.CmpOperator;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Node;
import dev.clutch.interp.ast.Operator;
import dev.clutch.interp.ast.Stmt;
import dev.clutch.interp.ast.UnaryOperator;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import org.jspecify.annotations.Nullable;

/**
 * Numeric locals: each is a primitive and a tag, which is null while the primitive counts ({@code op.Unboxed}). Arithmetic with them is emitted in line; whatever is not a matter of
 * two primitives, an overflow for example, goes to the operation that all other code calls. Nothing is guessed that would have to be undone.
 */
final class NumberEmitter {
    /** Methods that have become as long get no more arithmetic in line. */
    private static final int LIMIT = 5000;

    /** Generated sources have sums of thousands of terms. */
    private static final int MAX_DEPTH = 40;

    private static final int NONE = -1;

    private final FunctionEmitter f;
    private final CodeBuffer b;
    private final NumericKinds kinds;
    private boolean allowed;
    private boolean any;
    private boolean used;
    private int depth;

    /**
     * A value in two JVM locals; with {@code tag} {@link #NONE} it is always a number, and a {@code constant} has no locals. Those of a variable are not {@code owned} by the value.
     */
    private record Value(
            TypeKind kind,
            int number,
            int tag,
            boolean owned,
            @Nullable Object constant) {}

    private static final class Kinds extends NumericKinds {
        private final FunctionEmitter f;

        Kinds(FunctionEmitter f) {
            super(f.unit.folder);
            this.f = f;
        }

        @Override
        @Nullable
        TypeKind local(String id) {
            Variable v = f.names.numeric(id);
            return v == null ? null : v.number;
        }
    }

    NumberEmitter(FunctionEmitter f) {
        this.f = f;
        this.b = f.b;
        this.kinds = new Kinds(f);
    }

    /** Variables may be numeric. */
    void allow() {
        allowed = true;
    }

    boolean allowed() {
        return allowed;
    }

    /** From now on there are numeric variables. */
    void begin() {
        any = true;
        used = true;
    }

    /** The numeric variables of a comprehension are gone. */
    void end(boolean before) {
        any = before;
    }

    /** Whether any code deals with numeric variables. */
    boolean used() {
        return used;
    }

    boolean any() {
        return any;
    }

    boolean full() {
        return !any || b.bytes() > LIMIT || !b.live();
    }

    static TypeKind kind(Variable v) {
        TypeKind kind = v.number;
        if (kind == null) {
            throw new IllegalStateException(v.name + " is not numeric");
        }
        return kind;
    }

    // ---- variables

    /** Pushes the value of a variable as an object, by {@code box} or, where it may be unbound, {@code value}. */
    void load(Variable v, String how) {
        b.load(kind(v), v.numberSlot);
        b.aload(v.slot);
        f.op("Unboxed", how, kind(v) == TypeKind.LONG ? "(JO)O" : "(DO)O");
    }

    /** Stores the object on the operand stack. */
    void store(Variable v) {
        storeObject(new Value(kind(v), v.numberSlot, v.slot, false, null));
    }

    /** Gives the number a value, for the verifier. */
    void initialise(Variable v) {
        b.number(kind(v) == TypeKind.LONG ? (Object) 0L : (Object) 0.0);
        b.store(kind(v), v.numberSlot);
    }

    private void storeObject(Value to) {
        boolean isLong = to.kind == TypeKind.LONG;
        Target done = f.target();
        b.astore(to.tag);
        b.aload(to.tag);
        b.instanceOf(isLong ? ConstantDescs.CD_Long : ConstantDescs.CD_Double);
        f.jump(Opcode.IFEQ, done);
        b.aload(to.tag);
        b.checkcast(isLong ? ConstantDescs.CD_Long : ConstantDescs.CD_Double);
        b.invokevirtual(isLong ? Refs.LONG_VALUE : Refs.DOUBLE_VALUE);
        b.store(to.kind, to.number);
        b.op(Opcode.ACONST_NULL);
        b.astore(to.tag);
        b.place(done.label);
    }

    // ---- values

    private Value fresh(TypeKind kind) {
        return new Value(kind, f.vars.newNumber(kind), f.vars.newTemp(), true, null);
    }

    private void free(Value v) {
        if (v.owned) {
            f.vars.freeNumber(v.kind, v.number);
            f.vars.free(v.tag);
        }
    }

    private Value constant(Object value) {
        f.unit.noteConstant(f, value);
        return new Value(value instanceof Long ? TypeKind.LONG : TypeKind.DOUBLE, NONE, NONE, false, value);
    }

    /** Jumps unless the value is a number. */
    private void check(Value v, Target otherwise) {
        if (v.tag != NONE) {
            b.aload(v.tag);
            b.jump(Opcode.IFNONNULL, otherwise.label);
        }
    }

    private void push(Value v, TypeKind as) {
        Object c = v.constant;
        if (c != null) {
            b.number(as == v.kind ? c : (Object) (double) (Long) c);
            return;
        }
        b.load(v.kind, v.number);
        if (as != v.kind) {
            b.op(Opcode.L2D);
        }
    }

    private void pushBoxed(Value v) {
        Object c = v.constant;
        if (c != null) {
            f.unit.pushConstantOf(f, c);
            return;
        }
        b.load(v.kind, v.number);
        b.aload(v.tag);
        f.op("Unboxed", "box", v.kind == TypeKind.LONG ? "(JO)O" : "(DO)O");
    }

    private void isNumber(Value to) {
        b.op(Opcode.ACONST_NULL);
        b.astore(to.tag);
    }

    private void move(Value from, Value to) {
        if (from.kind != to.kind) {
            pushBoxed(from);
            b.astore(to.tag);
            return;
        }
        push(from, to.kind);
        b.store(to.kind, to.number);
        if (from.tag == NONE) {
            isNumber(to);
        } else {
            b.aload(from.tag);
            b.astore(to.tag);
        }
    }

    private static boolean isNumeric(@Nullable TypeKind kind) {
        return kind == TypeKind.LONG || kind == TypeKind.DOUBLE;
    }

    /** Computes an expression; what nothing is known of is taken for a number of the kind that is hoped for. */
    private Value value(Expr e, TypeKind hoped) {
        Object number = kinds.number(e);
        if (number != null) {
            return constant(number);
        }
        if (e instanceof Expr.Name n) {
            Variable v = f.names.numeric(n.id());
            if (v != null) {
                return variable(v, n);
            }
        }
        TypeKind kind = kinds.of(e);
        Value to = fresh(kind != null && isNumeric(kind) ? kind : hoped);
        into(e, to);
        return to;
    }

    private Value variable(Variable v, Expr.Name where) {
        note(v);
        if (!f.bound.get(v.id)) {
            f.at(where);
            f.loadState();
            b.aload(v.slot);
            b.ldc(v.name);
            f.op("Unboxed", "check", "(TOS)V");
            f.bound.set(v.id);
        }
        return new Value(kind(v), v.numberSlot, v.slot, false, null);
    }

    /** Computes an expression and stores it. */
    private void into(Expr e, Value to) {
        TypeKind kind = kinds.of(e);
        if (kind == to.kind && kinds.number(e) == null && !full() && depth < MAX_DEPTH) {
            if (e instanceof Expr.BinOp o && inLine(o.op(), o.left(), o.right())) {
                depth++;
                boolean isFloat = o.op() == Operator.DIV || kinds.of(o.right()) == TypeKind.DOUBLE;
                Value left = value(o.left(), isFloat ? TypeKind.DOUBLE : TypeKind.LONG);
                Value right = value(o.right(), o.op() == Operator.DIV ? TypeKind.DOUBLE : left.kind);
                depth--;
                binary(o, o.op(), ExpressionEmitter.operation(o.op()), left, right, to);
                return;
            }
            if (e instanceof Expr.UnaryOp o) {
                unary(o, to);
                return;
            }
            if (e instanceof Expr.IfExp i) {
                conditional(i, to);
                return;
            }
        }
        if (kinds.number(e) != null || e instanceof Expr.Name n && f.names.numeric(n.id()) != null) {
            move(value(e, to.kind), to);
            return;
        }
        f.ex.emitObject(e);
        storeObject(to);
    }

    private void conditional(Expr.IfExp e, Value to) {
        Target otherwise = f.target();
        Target end = f.target();
        f.ex.condition(e.test(), false, otherwise);
        into(e.body(), to);
        f.goTo(end);
        f.place(otherwise);
        into(e.orelse(), to);
        f.place(end);
    }

    // ---- operators

    /** Whether the operator is emitted in line for operands of these kinds. */
    private boolean inLine(Operator op, Expr left, Expr right) {
        TypeKind a = kinds.of(left);
        TypeKind c = kinds.of(right);
        if (f.breaks.breaks(left) || f.breaks.breaks(right)) {
            return false;
        }
        return switch (op) {
            case POW -> a == TypeKind.LONG && kinds.isSquare(right);
            case FLOOR_DIV, MOD -> a != TypeKind.DOUBLE && c != TypeKind.DOUBLE;
            case MAT_MULT -> false;
            default -> isNumeric(kinds.binary(op, a, c, right));
        };
    }

    /** Emits an operation and frees its operands; the result may be stored in the locals of one of them. */
    private void binary(Node where, Operator op, String operation, Value left, Value right, Value to) {
        Target slow = f.target();
        Target done = f.target();
        check(left, slow);
        check(right, slow);
        if (to.kind == TypeKind.LONG) {
            ofLongs(op, left, right, to, slow);
        } else {
            ofDoubles(op, left, right, to, slow);
        }
        isNumber(to);
        b.goTo(done.label);
        b.place(slow.label);
        if (b.live()) {
            f.forgetPosition();
            f.loadState();
            pushBoxed(left);
            pushBoxed(right);
            f.at(where);
            f.arith(operation, "(TOO)O");
            storeObject(to);
        }
        b.place(done.label);
        f.forgetPosition();
        free(left);
        free(right);
    }

    private void ofDoubles(Operator op, Value left, Value right, Value to, Target slow) {
        TypeKind d = TypeKind.DOUBLE;
        if (op == Operator.DIV) {
            if (left.kind == TypeKind.LONG && right.kind == TypeKind.LONG) {
                push(left, TypeKind.LONG);
                push(right, TypeKind.LONG);
                f.op("Unboxed", "inexact", "(JJ)Z");
                b.jump(Opcode.IFNE, slow.label);
            } else {
                push(right, d);
                b.number(0.0);
                b.op(Opcode.DCMPL);
                b.jump(Opcode.IFEQ, slow.label);
            }
        }
        push(left, d);
        push(right, d);
        b.op(
                switch (op) {
                    case ADD -> Opcode.DADD;
                    case SUB -> Opcode.DSUB;
                    case MULT -> Opcode.DMUL;
                    case DIV -> Opcode.DDIV;
                    default -> throw new IllegalArgumentException(op.name());
                });
        b.store(d, to.number);
    }

    private void ofLongs(Operator op, Value left, Value right, Value to, Target slow) {
        TypeKind j = TypeKind.LONG;
        switch (op) {
            case ADD -> overflowing(Opcode.LADD, "addOverflows", left, right, to, slow);
            case SUB -> overflowing(Opcode.LSUB, "subOverflows", left, right, to, slow);
            case MULT -> overflowing(Opcode.LMUL, "mulOverflows", left, right, to, slow);
            case POW -> overflowing(Opcode.LMUL, "mulOverflows", left, left, to, slow);
            case BIT_AND -> plain(Opcode.LAND, left, right, to);
            case BIT_OR -> plain(Opcode.LOR, left, right, to);
            case BIT_XOR -> plain(Opcode.LXOR, left, right, to);
            case LSHIFT -> {
                push(left, j);
                push(right, j);
                f.op("Unboxed", "shiftOverflows", "(JJ)Z");
                b.jump(Opcode.IFNE, slow.label);
                push(left, j);
                push(right, j);
                b.op(Opcode.L2I);
                b.op(Opcode.LSHL);
                b.store(j, to.number);
            }
            case RSHIFT -> {
                atLeast(right, 0, slow);
                push(left, j);
                push(right, j);
                f.op("Unboxed", "shiftRight", "(JJ)J");
                b.store(j, to.number);
            }
            case FLOOR_DIV, MOD -> {
                atLeast(right, 1, slow);
                push(left, j);
                push(right, j);
                b.invokestatic(op == Operator.MOD ? Refs.FLOOR_MOD : Refs.FLOOR_DIV);
                b.store(j, to.number);
            }
            default -> throw new IllegalArgumentException(op.name());
        }
    }

    /** Jumps if a number is smaller. */
    private void atLeast(Value v, long least, Target otherwise) {
        if (v.constant instanceof Long l && l >= least) {
            return;
        }
        push(v, TypeKind.LONG);
        b.number(least);
        b.op(Opcode.LCMP);
        b.jump(Opcode.IFLT, otherwise.label);
    }

    private void plain(Opcode opcode, Value left, Value right, Value to) {
        push(left, TypeKind.LONG);
        push(right, TypeKind.LONG);
        b.op(opcode);
        b.store(TypeKind.LONG, to.number);
    }

    private void overflowing(Opcode opcode, String test, Value left, Value right, Value to, Target slow) {
        TypeKind j = TypeKind.LONG;
        int result = f.vars.newNumber(j);
        push(left, j);
        push(right, j);
        b.op(opcode);
        b.store(j, result);
        push(left, j);
        push(right, j);
        b.load(j, result);
        f.op("Unboxed", test, "(JJJ)Z");
        b.jump(Opcode.IFNE, slow.label);
        b.load(j, result);
        b.store(j, to.number);
        f.vars.freeNumber(j, result);
    }

    private void unary(Expr.UnaryOp e, Value to) {
        Value v = value(e.operand(), to.kind);
        Target slow = f.target();
        Target done = f.target();
        check(v, slow);
        if (e.op() == UnaryOperator.INVERT) {
            push(v, TypeKind.LONG);
            b.number(-1L);
            b.op(Opcode.LXOR);
            b.store(TypeKind.LONG, to.number);
        } else if (to.kind == TypeKind.DOUBLE) {
            push(v, TypeKind.DOUBLE);
            b.op(Opcode.DNEG);
            b.store(TypeKind.DOUBLE, to.number);
        } else {
            Value zero = new Value(TypeKind.LONG, NONE, NONE, false, 0L);
            overflowing(Opcode.LSUB, "subOverflows", zero, v, to, slow);
        }
        isNumber(to);
        b.goTo(done.label);
        b.place(slow.label);
        if (b.live()) {
            f.forgetPosition();
            f.loadState();
            pushBoxed(v);
            f.at(e);
            f.op("Operators", e.op() == UnaryOperator.INVERT ? "invert" : "neg", "(TO)O");
            storeObject(to);
        }
        b.place(done.label);
        f.forgetPosition();
        free(v);
    }

    // ---- where expressions are used

    /** Whether all of an operation is with numeric variables and literals, so that its result is best computed unboxed. */
    boolean computes(Expr e) {
        return any && !full() && e.tag() != Expr.NAME && isNumeric(kinds.of(e)) && isPure(e);
    }

    private boolean isPure(Expr e) {
        if (kinds.number(e) != null) {
            return true;
        }
        return e instanceof Expr.Name n && f.names.numeric(n.id()) != null
                || e instanceof Expr.BinOp o
                        && inLine(o.op(), o.left(), o.right())
                        && isPure(o.left())
                        && isPure(o.right())
                || e instanceof Expr.UnaryOp u && isPure(u.operand());
    }

    /** Pushes the value of such an expression as an object. */
    void emit(Expr e) {
        Value v = value(e, TypeKind.LONG);
        pushBoxed(v);
        free(v);
    }

    /** Emits {@code name = e} for a numeric variable; false if it isn't one. */
    boolean assign(Expr target, Expr e) {
        Variable v = target instanceof Expr.Name n ? f.names.numeric(n.id()) : null;
        if (v == null || !b.live()) {
            return false;
        }
        into(e, new Value(kind(v), v.numberSlot, v.slot, false, null));
        bind(v);
        return true;
    }

    /** The variable has a value from here on. */
    void bind(Variable v) {
        note(v);
        f.bound.set(v.id);
    }

    private void note(Variable v) {
        if (f.vars.find(v.name) == v) {
            f.vars.noteVarname(v.name);
        }
    }

    /** Emits {@code a, b = x, y} for numeric variables; false if they aren't. */
    boolean assignBoth(Expr first, Expr second, Expr x, Expr y) {
        Variable a = first instanceof Expr.Name n ? f.names.numeric(n.id()) : null;
        Variable c = second instanceof Expr.Name n ? f.names.numeric(n.id()) : null;
        if (a == null || c == null || !b.live() || f.breaks.breaks(x) || f.breaks.breaks(y)) {
            return false;
        }
        Value one = fresh(kind(a));
        into(x, one);
        Value two = fresh(kind(c));
        into(y, two);
        move(one, new Value(kind(a), a.numberSlot, a.slot, false, null));
        bind(a);
        move(two, new Value(kind(c), c.numberSlot, c.slot, false, null));
        bind(c);
        free(one);
        free(two);
        return true;
    }

    /** Emits {@code name op= e} for a numeric variable; false if it isn't one. */
    boolean augmented(Stmt.AugAssign s) {
        Variable v = s.target() instanceof Expr.Name n ? f.names.numeric(n.id()) : null;
        if (v == null || full() || !inLine(s.op(), s.target(), s.value())) {
            return false;
        }
        TypeKind kind = kinds.binary(s.op(), kind(v), kinds.of(s.value()), s.value());
        if (kind != kind(v)) {
            return false;
        }
        Value left = variable(v, (Expr.Name) s.target());
        Value right = value(s.value(), left.kind);
        binary(s, s.op(), "i" + ExpressionEmitter.operation(s.op()), left, right, left);
        return true;
    }

    /** Emits a jump by a comparison; false if it is not one of numbers. */
    boolean compare(Expr.Compare e, boolean sense, Target target) {
        Expr x = e.left();
        Expr y = e.comparators().getFirst();
        CmpOperator op = e.ops().getFirst();
        TypeKind a = kinds.of(x);
        TypeKind c = kinds.of(y);
        if (full() || !isOrder(op) || f.breaks.breaks(x) || f.breaks.breaks(y)) {
            return false;
        }
        TypeKind kind = isNumeric(a) ? a : c;
        if (kind == null || !isNumeric(kind)) {
            return false;
        }
        boolean same = (a == null || a == kind) && (c == null || c == kind);
        if (!same || kinds.number(x) != null && c == null || kinds.number(y) != null && a == null) {
            return false;
        }
        Value left = value(x, kind);
        Value right = value(y, kind);
        Target slow = f.target();
        Target done = f.target();
        check(left, slow);
        check(right, slow);
        push(left, kind);
        push(right, kind);
        boolean less = op == CmpOperator.LT || op == CmpOperator.LT_E;
        b.op(kind == TypeKind.LONG ? Opcode.LCMP : less ? Opcode.DCMPG : Opcode.DCMPL);
        f.jump(sense ? jump(op) : opposite(op), target);
        f.goTo(done);
        b.place(slow.label);
        if (b.live()) {
            f.forgetPosition();
            f.loadState();
            pushBoxed(left);
            pushBoxed(right);
            f.at(e);
            f.ex.compareTest(op);
            f.jump(sense ? Opcode.IFNE : Opcode.IFEQ, target);
        }
        f.place(done);
        free(left);
        free(right);
        return true;
    }

    private static boolean isOrder(CmpOperator op) {
        return switch (op) {
            case EQ, NOT_EQ, LT, LT_E, GT, GT_E -> true;
            default -> false;
        };
    }

    private static Opcode jump(CmpOperator op) {
        return switch (op) {
            case EQ -> Opcode.IFEQ;
            case NOT_EQ -> Opcode.IFNE;
            case LT -> Opcode.IFLT;
            case LT_E -> Opcode.IFLE;
            case GT -> Opcode.IFGT;
            default -> Opcode.IFGE;
        };
    }

    private static Opcode opposite(CmpOperator op) {
        return switch (op) {
            case EQ -> Opcode.IFNE;
            case NOT_EQ -> Opcode.IFEQ;
            case LT -> Opcode.IFGE;
            case LT_E -> Opcode.IFGT;
            case GT -> Opcode.IFLE;
            default -> Opcode.IFLT;
        };
    }

    /** Emits a jump by the truth of an int; false if the expression gives none. */
    boolean truth(Expr e, boolean sense, Target target) {
        if (full() || kinds.of(e) != TypeKind.LONG || !isPure(e)) {
            return false;
        }
        Value v = value(e, TypeKind.LONG);
        Target slow = f.target();
        Target done = f.target();
        check(v, slow);
        push(v, TypeKind.LONG);
        b.number(0L);
        b.op(Opcode.LCMP);
        f.jump(sense ? Opcode.IFNE : Opcode.IFEQ, target);
        f.goTo(done);
        b.place(slow.label);
        if (b.live()) {
            f.forgetPosition();
            f.loadState();
            pushBoxed(v);
            f.at(e);
            f.op("Truth", "of", "(TO)Z");
            f.jump(sense ? Opcode.IFNE : Opcode.IFEQ, target);
        }
        f.place(done);
        free(v);
        return true;
    }

    /** Whether a subscript is an int of which more is known than that it is an object. */
    boolean isIndex(Expr slice) {
        return !full()
                && kinds.of(slice) == TypeKind.LONG
                && kinds.number(slice) == null
                && (slice instanceof Expr.Name || slice instanceof Expr.BinOp o && inLine(o.op(), o.left(), o.right()))
                && !f.breaks.breaks(slice);
    }

    /** Pushes such a subscript as number and tag. */
    void pushIndex(Expr slice) {
        Value v = value(slice, TypeKind.LONG);
        push(v, TypeKind.LONG);
        b.aload(v.tag);
        free(v);
    }
}
