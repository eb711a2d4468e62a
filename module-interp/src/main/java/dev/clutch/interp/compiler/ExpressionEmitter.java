package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.BoolOperator;
import dev.clutch.interp.ast.CmpOperator;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Operator;
import dev.clutch.interp.ast.UnaryOperator;
import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions: operators, attributes, subscripts, displays; the rest goes to the emitters of their concern. */
final class ExpressionEmitter {
    /** Displays with more elements are filled step by step, not from an array. */
    private static final int STEPWISE = 64;

    private final FunctionEmitter f;

    ExpressionEmitter(FunctionEmitter f) {
        this.f = f;
    }

    /** Emits code that leaves the value on the operand stack. */
    void emit(Expr e) {
        if (f.numbers.computes(e)) {
            f.numbers.emit(e);
        } else {
            emitObject(e);
        }
    }

    /** Emits code that leaves the value on the operand stack, by operations on objects as far as this expression itself goes. */
    void emitObject(Expr e) {
        int tag = e.tag();
        if (tag == Expr.NAME || tag == Expr.CONSTANT || tag == Expr.LAMBDA) {
            f.trace.line(e.lineno());
        }
        if (tag == Expr.BIN_OP || tag == Expr.UNARY_OP || tag == Expr.TUPLE || tag == Expr.NAME) {
            Object folded = f.unit.folder.fold(e);
            if (folded != null) {
                constant(folded);
                return;
            }
        }
        switch (tag) {
            case Expr.CONSTANT -> constant(((Expr.Constant) e).value());
            case Expr.NAME -> f.names.emit((Expr.Name) e);
            case Expr.ATTRIBUTE -> attribute((Expr.Attribute) e);
            case Expr.CALL -> f.calls.emit((Expr.Call) e);
            case Expr.BIN_OP -> binary((Expr.BinOp) e);
            case Expr.UNARY_OP -> unary((Expr.UnaryOp) e);
            case Expr.BOOL_OP -> bool((Expr.BoolOp) e);
            case Expr.COMPARE -> compare((Expr.Compare) e);
            case Expr.SUBSCRIPT -> subscript((Expr.Subscript) e);
            case Expr.IF_EXP -> conditional((Expr.IfExp) e);
            case Expr.NAMED_EXPR -> named((Expr.NamedExpr) e);
            case Expr.TUPLE -> tuple(((Expr.Tuple) e).elts());
            case Expr.LIST_EXPR -> list(((Expr.ListExpr) e).elts());
            case Expr.SET -> set(((Expr.Set) e).elts());
            case Expr.DICT -> dict((Expr.Dict) e);
            case Expr.SLICE -> slice((Expr.Slice) e);
            case Expr.JOINED_STR -> f.formats.joined((Expr.JoinedStr) e);
            case Expr.FORMATTED_VALUE -> f.formats.formatted((Expr.FormattedValue) e);
            case Expr.LAMBDA -> f.defs.lambda((Expr.Lambda) e);
            case Expr.LIST_COMP, Expr.SET_COMP, Expr.DICT_COMP, Expr.GENERATOR_EXP -> f.comps.emit(e);
            case Expr.YIELD -> f.gens.yieldValue((Expr.Yield) e);
            case Expr.YIELD_FROM -> f.gens.yieldFrom((Expr.YieldFrom) e);
            case Expr.AWAIT -> f.gens.await((Expr.Await) e);
            default -> throw new CompileException("can't use starred expression here", e);
        }
    }

    /** Pushes a constant. */
    void constant(Object value) {
        f.unit.pushConstant(f, value);
    }

    private void attribute(Expr.Attribute e) {
        f.stateAnd(e.value());
        f.atMember(e, e);
        String name = f.names.mangle(e.attr());
        f.info.names.add(name);
        f.b.ldc(name);
        f.loadFunction();
        f.b.iconst(f.info.nextCache());
        f.op("Attr", "get", "(TOSFI)O");
    }

    // ---- arithmetic

    static String operation(Operator op) {
        return switch (op) {
            case ADD -> "add";
            case SUB -> "sub";
            case MULT -> "mul";
            case MAT_MULT -> "matmul";
            case DIV -> "truediv";
            case MOD -> "mod";
            case POW -> "pow";
            case LSHIFT -> "lshift";
            case RSHIFT -> "rshift";
            case BIT_OR -> "or";
            case BIT_XOR -> "xor";
            case BIT_AND -> "and";
            case FLOOR_DIV -> "floordiv";
        };
    }

    /** The left operands are walked in a loop: generated sources have sums of thousands of terms. */
    private void binary(Expr.BinOp e) {
        ArrayList<Expr.BinOp> spine = new ArrayList<>();
        Expr left = e;
        while (left instanceof Expr.BinOp op && (spine.isEmpty() || !f.breaks.breaks(op.right()))) {
            spine.add(op);
            left = op.left();
            if (f.breaks.breaks(op.right())) {
                break;
            }
        }
        Expr.BinOp innermost = spine.getLast();
        Operands operands = f.operands(innermost.left(), innermost.right());
        f.loadState();
        operands.push(0);
        operands.push(1);
        f.at(innermost);
        f.arith(operation(innermost.op()), "(TOO)O");
        for (int i = spine.size() - 2; i >= 0; i--) {
            Expr.BinOp op = spine.get(i);
            f.loadState();
            f.b.op(Opcode.SWAP);
            emit(op.right());
            f.at(op);
            f.arith(operation(op.op()), "(TOO)O");
        }
    }

    private void unary(Expr.UnaryOp e) {
        if (e.op() == UnaryOperator.NOT) {
            f.stateAnd(e.operand());
            f.at(e);
            f.op("Operators", "not", "(TO)O");
            return;
        }
        f.stateAnd(e.operand());
        f.at(e);
        f.op(
                "Operators",
                e.op() == UnaryOperator.USUB ? "neg" : e.op() == UnaryOperator.UADD ? "pos" : "invert",
                "(TO)O");
    }

    private void bool(Expr.BoolOp e) {
        Target end = f.target();
        List<Expr> values = e.values();
        for (int i = 0; i < values.size() - 1; i++) {
            emit(values.get(i));
            f.b.op(Opcode.DUP);
            f.at(values.get(i));
            truth();
            f.jump(e.op() == BoolOperator.AND ? Opcode.IFEQ : Opcode.IFNE, end);
            f.b.op(Opcode.POP);
        }
        emit(values.getLast());
        f.place(end);
    }

    /** Replaces the value on the operand stack by its truth. */
    private void truth() {
        f.loadState();
        f.b.op(Opcode.SWAP);
        f.op("Truth", "of", "(TO)Z");
    }

    private void conditional(Expr.IfExp e) {
        Target otherwise = f.target();
        Target end = f.target();
        condition(e.test(), false, otherwise);
        emit(e.body());
        f.goTo(end);
        f.place(otherwise);
        emit(e.orelse());
        f.place(end);
    }

    private void named(Expr.NamedExpr e) {
        emit(e.value());
        f.b.op(Opcode.DUP);
        f.names.store(((Expr.Name) e.target()).id());
    }

    // ---- comparison

    private static String comparison(CmpOperator op) {
        return switch (op) {
            case EQ -> "eq";
            case NOT_EQ -> "ne";
            case LT -> "lt";
            case LT_E -> "le";
            case GT -> "gt";
            case GT_E -> "ge";
            case IS -> "is";
            case IS_NOT -> "isNot";
            case IN -> "in";
            case NOT_IN -> "notIn";
        };
    }

    /** Replaces state, left and right by the result. */
    private void compareOp(CmpOperator op) {
        f.op("Operators", comparison(op), "(TOO)O");
    }

    void compareTest(CmpOperator op) {
        String name = switch (op) {
            case EQ -> "testEq";
            case NOT_EQ -> "testNe";
            case LT -> "testLt";
            case LT_E -> "testLe";
            case GT -> "testGt";
            case GT_E -> "testGe";
            case IS, IS_NOT -> "testIs";
            case IN, NOT_IN -> "testIn";
        };
        f.op("Operators", name, "(TOO)Z");
    }

    private void compare(Expr.Compare e) {
        f.unit.suspicions.compare(e);
        int last = e.ops().size() - 1;
        if (last == 0) {
            Operands operands = f.operands(e.left(), e.comparators().get(0));
            f.loadState();
            operands.push(0);
            operands.push(1);
            f.at(e);
            compareOp(e.ops().get(0));
            return;
        }
        Target end = f.target();
        int result = f.vars.newTemp();
        int previous = f.vars.newTemp();
        for (int i = 0; i <= last; i++) {
            chainOperands(e, i, previous, last);
            f.at(e);
            compareOp(e.ops().get(i));
            f.b.astore(result);
            if (i < last) {
                f.loadState();
                f.b.aload(result);
                f.op("Truth", "of", "(TO)Z");
                f.jump(Opcode.IFEQ, end);
            }
        }
        f.place(end);
        f.b.aload(result);
        f.vars.free(previous);
        f.vars.free(result);
    }

    /** Pushes state, left and right of comparison {@code i} of a chain, and keeps the right operand. */
    private void chainOperands(Expr.Compare e, int i, int previous, int last) {
        Expr right = e.comparators().get(i);
        if (i == 0) {
            Operands operands = f.operands(e.left(), right);
            f.loadState();
            operands.push(0);
            operands.push(1);
        } else if (f.breaks.breaks(right)) {
            emit(right);
            f.loadState();
            f.b.op(Opcode.SWAP);
            f.b.aload(previous);
            f.b.op(Opcode.SWAP);
        } else {
            f.loadState();
            f.b.aload(previous);
            emit(right);
        }
        if (i < last) {
            f.b.op(Opcode.DUP);
            f.b.astore(previous);
        }
    }

    /** Jumps if the truth of an expression is {@code sense}; the operand stack is left as it was. */
    void condition(Expr e, boolean sense, Target target) {
        switch (e.tag()) {
            case Expr.UNARY_OP -> {
                Expr.UnaryOp op = (Expr.UnaryOp) e;
                if (op.op() == UnaryOperator.NOT) {
                    condition(op.operand(), !sense, target);
                    return;
                }
            }
            case Expr.BOOL_OP -> {
                boolCondition((Expr.BoolOp) e, sense, target);
                return;
            }
            case Expr.COMPARE -> {
                compareCondition((Expr.Compare) e, sense, target);
                return;
            }
            case Expr.CONSTANT -> {
                Boolean truth = f.unit.folder.truth(((Expr.Constant) e).value());
                if (truth != null) {
                    f.unit.noteConstant(f, ((Expr.Constant) e).value());
                    if (truth == sense) {
                        f.goTo(target);
                    }
                    return;
                }
            }
            default -> {}
        }
        if (f.numbers.truth(e, sense, target)) {
            return;
        }
        f.stateAnd(e);
        f.at(e);
        f.op("Truth", "of", "(TO)Z");
        f.jump(sense ? Opcode.IFNE : Opcode.IFEQ, target);
    }

    private void boolCondition(Expr.BoolOp e, boolean sense, Target target) {
        boolean stops = e.op() == BoolOperator.OR;
        List<Expr> values = e.values();
        if (stops == sense) {
            for (Expr value : values) {
                condition(value, sense, target);
            }
            return;
        }
        Target through = f.target();
        for (int i = 0; i < values.size() - 1; i++) {
            condition(values.get(i), stops, through);
        }
        condition(values.getLast(), sense, target);
        f.place(through);
    }

    private void compareCondition(Expr.Compare e, boolean sense, Target target) {
        f.unit.suspicions.compare(e);
        int last = e.ops().size() - 1;
        if (last == 0 && f.numbers.compare(e, sense, target)) {
            return;
        }
        Target isFalse = sense ? f.target() : target;
        int previous = last > 0 ? f.vars.newTemp() : -1;
        for (int i = 0; i <= last; i++) {
            chainOperands(e, i, previous, last);
            f.at(e);
            CmpOperator op = e.ops().get(i);
            compareTest(op);
            boolean negated = op == CmpOperator.IS_NOT || op == CmpOperator.NOT_IN;
            if (i < last || !sense) {
                f.jump(negated ? Opcode.IFNE : Opcode.IFEQ, isFalse);
            } else {
                f.jump(negated ? Opcode.IFEQ : Opcode.IFNE, target);
            }
        }
        if (sense) {
            f.place(isFalse);
        }
        if (previous >= 0) {
            f.vars.free(previous);
        }
    }

    // ---- subscripts

    private void subscript(Expr.Subscript e) {
        f.unit.suspicions.subscript(e);
        if (e.slice() instanceof Expr.Slice s && s.step() == null) {
            Operands operands = f.operands(sliceOperands(e.value(), s));
            f.loadState();
            operands.push(0);
            pushBound(operands, 1, s.lower());
            pushBound(operands, 2, s.upper());
            f.at(e);
            f.op("Operators", "getSlice", "(TOOO)O");
            return;
        }
        Operands operands = f.operands(e.value(), e.slice());
        f.loadState();
        operands.push(0);
        if (f.numbers.isIndex(e.slice())) {
            f.numbers.pushIndex(e.slice());
            f.at(e);
            f.op("Unboxed", "get", "(TOJO)O");
            return;
        }
        operands.push(1);
        f.at(e);
        f.op("Subscript", "get", "(TOO)O");
    }

    static List<@Nullable Expr> sliceOperands(Expr value, Expr.Slice s) {
        ArrayList<@Nullable Expr> list = new ArrayList<>();
        list.add(value);
        list.add(s.lower());
        list.add(s.upper());
        return list;
    }

    void pushBound(Operands operands, int i, @Nullable Expr bound) {
        if (bound == null) {
            f.none();
        } else {
            operands.push(i);
        }
    }

    private void slice(Expr.Slice e) {
        ArrayList<@Nullable Expr> list = new ArrayList<>();
        list.add(e.lower());
        list.add(e.upper());
        list.add(e.step());
        Operands operands = f.operands(list);
        pushBound(operands, 0, e.lower());
        pushBound(operands, 1, e.upper());
        pushBound(operands, 2, e.step());
        f.op("Build", "slice", "(OOO)O");
    }

    // ---- displays

    /** Pushes an array of the values; stars are not allowed. */
    void array(List<Expr> elements) {
        Operands operands = f.operands(elements);
        f.b.iconst(elements.size());
        f.b.anewarray(Refs.OBJECT);
        for (int i = 0; i < elements.size(); i++) {
            f.b.op(Opcode.DUP);
            f.b.iconst(i);
            operands.push(i);
            f.b.op(Opcode.AASTORE);
        }
    }

    static boolean starred(List<Expr> elements) {
        for (Expr e : elements) {
            if (e.tag() == Expr.STARRED) {
                return true;
            }
        }
        return false;
    }

    void tuple(List<Expr> elements) {
        if (starred(elements) || elements.size() > STEPWISE) {
            stepwise(elements, "list", "listAppend", "listExtend");
            f.op("Build", "listToTuple", "(O)O");
            return;
        }
        switch (elements.size()) {
            case 0 -> f.op("Build", "tuple", "()O");
            case 1 -> {
                emit(elements.get(0));
                f.op("Build", "tuple", "(O)O");
            }
            case 2 -> {
                Operands operands = f.operands(elements);
                operands.push(0);
                operands.push(1);
                f.op("Build", "tuple", "(OO)O");
            }
            case 3 -> {
                Operands operands = f.operands(elements);
                operands.push(0);
                operands.push(1);
                operands.push(2);
                f.op("Build", "tuple", "(OOO)O");
            }
            default -> {
                array(elements);
                f.op("Build", "tuple", "(A)O");
            }
        }
    }

    private void list(List<Expr> elements) {
        Object folded = elements.size() >= 3 ? f.unit.folder.tupleOf(elements) : null;
        if (folded != null) {
            constant(folded);
            f.op("Build", "listOf", "(O)O");
        } else if (starred(elements) || elements.size() > STEPWISE) {
            stepwise(elements, "list", "listAppend", "listExtend");
        } else if (elements.isEmpty()) {
            f.op("Build", "list", "()O");
        } else {
            array(elements);
            f.op("Build", "list", "(A)O");
        }
    }

    private void set(List<Expr> elements) {
        if (starred(elements) || elements.size() > STEPWISE) {
            stepwise(elements, "set", "setAdd", "setUpdate");
            return;
        }
        ArrayList<Expr> list = new ArrayList<>(elements);
        Operands operands = f.operands(list);
        f.loadState();
        f.b.iconst(elements.size());
        f.b.anewarray(Refs.OBJECT);
        for (int i = 0; i < elements.size(); i++) {
            f.b.op(Opcode.DUP);
            f.b.iconst(i);
            operands.push(i);
            f.b.op(Opcode.AASTORE);
        }
        f.op("Build", "set", "(TA)O");
    }

    /** Fills a container element by element; it stays on the operand stack, or in a temporary around what needs that empty. */
    void stepwise(List<Expr> elements, String make, String add, String extend) {
        makeContainer(make);
        int temp = f.vars.newTemp();
        f.b.astore(temp);
        for (Expr e : elements) {
            boolean star = e instanceof Expr.Starred;
            Expr value = e instanceof Expr.Starred s ? s.value() : e;
            if (f.breaks.breaks(value)) {
                emit(value);
                f.loadState();
                f.b.op(Opcode.SWAP);
                f.b.aload(temp);
                f.b.op(Opcode.SWAP);
            } else {
                f.loadState();
                f.b.aload(temp);
                emit(value);
            }
            f.at(value);
            f.op("Build", star ? extend : add, "(TOO)V");
        }
        f.b.aload(temp);
        f.vars.drop(temp);
    }

    /** Pushes an empty list, set or dict. */
    void makeContainer(String make) {
        if (make.equals("set")) {
            f.loadState();
            f.op("Build", "set", "(T)O");
        } else {
            f.op("Build", make, "()O");
        }
    }

    private void dict(Expr.Dict e) {
        int n = e.keys().size();
        if (n == 0) {
            f.op("Build", "dict", "()O");
            return;
        }
        if (n > STEPWISE / 2 || e.keys().contains(null)) {
            stepwiseDict(e);
            return;
        }
        ArrayList<Expr> flat = new ArrayList<>(2 * n);
        for (int i = 0; i < n; i++) {
            Expr key = e.keys().get(i);
            if (key != null) {
                flat.add(key);
            }
            flat.add(e.values().get(i));
        }
        Operands operands = f.operands(flat);
        f.loadState();
        f.b.iconst(2 * n);
        f.b.anewarray(Refs.OBJECT);
        for (int i = 0; i < 2 * n; i++) {
            f.b.op(Opcode.DUP);
            f.b.iconst(i);
            operands.push(i);
            f.b.op(Opcode.AASTORE);
        }
        f.at(e);
        f.op("Build", "dict", "(TA)O");
    }

    private void stepwiseDict(Expr.Dict e) {
        f.op("Build", "dict", "()O");
        int temp = f.vars.newTemp();
        f.b.astore(temp);
        for (int i = 0; i < e.keys().size(); i++) {
            Expr key = e.keys().get(i);
            Expr value = e.values().get(i);
            if (key == null) {
                Operands operands = f.operands(List.of(value));
                f.loadState();
                f.b.aload(temp);
                operands.push(0);
                f.at(e);
                f.op("Build", "dictUpdate", "(TOO)V");
            } else {
                Operands operands = f.operands(key, value);
                f.loadState();
                f.b.aload(temp);
                operands.push(0);
                operands.push(1);
                f.at(e);
                f.op("Build", "dictPut", "(TOOO)V");
            }
        }
        f.b.aload(temp);
        f.vars.drop(temp);
    }
}
