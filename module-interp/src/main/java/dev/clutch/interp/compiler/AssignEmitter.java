package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Stmt;
import java.lang.classfile.Opcode;
import java.util.List;

/** Assignment, augmented and annotated assignment, deletion. */
final class AssignEmitter {
    private final FunctionEmitter f;

    AssignEmitter(FunctionEmitter f) {
        this.f = f;
    }

    void assign(Stmt.Assign s) {
        if (s.targets().size() == 1) {
            Expr target = s.targets().get(0);
            if (f.numbers.assign(target, s.value()) || swap(target, s.value())) {
                return;
            }
        }
        if (s.value() instanceof Expr.BinOp sum && append(s, sum.right(), "add")) {
            return;
        }
        f.ex.emit(s.value());
        int last = s.targets().size() - 1;
        for (int i = 0; i <= last; i++) {
            if (i < last) {
                if (simple(s.targets().get(i))) {
                    f.b.op(Opcode.DUP);
                } else {
                    int temp = f.vars.newTemp();
                    f.b.astore(temp);
                    f.b.aload(temp);
                    store(s.targets().get(i));
                    f.b.aload(temp);
                    f.vars.drop(temp);
                    continue;
                }
            }
            store(s.targets().get(i));
        }
    }

    private static boolean simple(Expr target) {
        return target.tag() == Expr.NAME;
    }

    /** {@code a, b = x, y} without a tuple. */
    private boolean swap(Expr target, Expr value) {
        List<Expr> targets = elements(target);
        if (targets == null
                || targets.size() != 2
                || !(value instanceof Expr.Tuple t)
                || t.elts().size() != 2
                || ExpressionEmitter.starred(t.elts())) {
            return false;
        }
        if (!simple(targets.get(0)) || !simple(targets.get(1))) {
            return false;
        }
        if (f.numbers.assignBoth(
                targets.get(0), targets.get(1), t.elts().get(0), t.elts().get(1))) {
            return true;
        }
        Operands operands = f.operands(t.elts());
        operands.push(0);
        operands.push(1);
        f.b.op(Opcode.SWAP);
        store(targets.get(0));
        store(targets.get(1));
        return true;
    }

    private static @org.jspecify.annotations.Nullable List<Expr> elements(Expr target) {
        return target instanceof Expr.Tuple t ? t.elts() : target instanceof Expr.ListExpr l ? l.elts() : null;
    }

    /** Stores the value on the operand stack in a target. */
    void store(Expr target) {
        switch (target.tag()) {
            case Expr.NAME -> {
                Expr.Name e = (Expr.Name) target;
                Restrictions.assignable(e.id(), e);
                if (f.vars.namespace) {
                    f.at(e);
                }
                f.trace.line(e.lineno());
                f.names.store(e.id());
            }
            case Expr.ATTRIBUTE -> {
                Expr.Attribute e = (Expr.Attribute) target;
                Restrictions.assignable(e.attr(), e);
                valueBelow(e.value(), null);
                String name = f.names.mangle(e.attr());
                f.info.names.add(name);
                f.b.ldc(name);
                f.loadFunction();
                f.b.iconst(f.info.nextCache());
                f.atMember(e, e);
                f.op("Attr", "set", "(TOOSFI)V");
            }
            case Expr.SUBSCRIPT -> {
                Expr.Subscript e = (Expr.Subscript) target;
                if (f.numbers.isIndex(e.slice()) && !f.breaks.breaks(e.value())) {
                    f.loadState();
                    f.b.op(Opcode.SWAP);
                    f.ex.emit(e.value());
                    f.numbers.pushIndex(e.slice());
                    f.at(e);
                    f.op("Unboxed", "set", "(TOOJO)V");
                    return;
                }
                valueBelow(e.value(), e.slice());
                f.at(e);
                f.op("Operators", "store", "(TOOO)V");
            }
            case Expr.TUPLE -> unpack(target, ((Expr.Tuple) target).elts());
            case Expr.LIST_EXPR -> unpack(target, ((Expr.ListExpr) target).elts());
            case Expr.STARRED ->
                throw new CompileException("starred assignment target must be in a list or tuple", target);
            default -> throw new CompileException("cannot assign to expression", target);
        }
    }

    /** Puts the state below the value on the operand stack and one or two operands above it. */
    private void valueBelow(Expr first, @org.jspecify.annotations.Nullable Expr second) {
        boolean breaks = f.breaks.breaks(first) || second != null && f.breaks.breaks(second);
        if (breaks) {
            int temp = f.vars.newTemp();
            f.b.astore(temp);
            Operands operands = second == null ? f.operands(List.of(first)) : f.operands(first, second);
            f.loadState();
            f.b.aload(temp);
            f.vars.free(temp);
            operands.push(0);
            if (second != null) {
                operands.push(1);
            }
        } else {
            f.loadState();
            f.b.op(Opcode.SWAP);
            f.ex.emit(first);
            if (second != null) {
                f.ex.emit(second);
            }
        }
    }

    private void unpack(Expr target, List<Expr> elements) {
        int star = -1;
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).tag() == Expr.STARRED) {
                if (star >= 0) {
                    throw new CompileException("multiple starred expressions in assignment", target);
                }
                star = i;
            }
        }
        if (star >= 256) {
            throw new CompileException("too many expressions in star-unpacking assignment", target);
        }
        f.loadState();
        f.b.op(Opcode.SWAP);
        f.at(target);
        if (star < 0) {
            f.b.iconst(elements.size());
            f.op("Unpack", "exact", "(TOI)A");
        } else {
            f.b.iconst(star);
            f.b.iconst(elements.size() - star - 1);
            f.op("Unpack", "starred", "(TOII)A");
        }
        int temp = f.vars.newTemp();
        f.b.astore(temp);
        for (int i = 0; i < elements.size(); i++) {
            f.b.aload(temp);
            f.b.checkcast(Refs.OBJECTS);
            f.b.iconst(i);
            f.b.op(Opcode.AALOAD);
            store(elements.get(i) instanceof Expr.Starred starred ? starred.value() : elements.get(i));
        }
        f.vars.drop(temp);
    }

    // ---- augmented

    void augmented(Stmt.AugAssign s) {
        String operation = "i" + ExpressionEmitter.operation(s.op());
        CodeBuffer b = f.b;
        switch (s.target().tag()) {
            case Expr.NAME -> {
                Expr.Name e = (Expr.Name) s.target();
                Restrictions.assignable(e.id(), e);
                if (f.numbers.augmented(s) || append(s, s.value(), "iadd")) {
                    return;
                }
                if (f.breaks.breaks(s.value())) {
                    f.names.emit(e);
                    int left = f.vars.newTemp();
                    b.astore(left);
                    f.ex.emit(s.value());
                    f.loadState();
                    b.op(Opcode.SWAP);
                    b.aload(left);
                    b.op(Opcode.SWAP);
                    f.vars.free(left);
                } else {
                    f.loadState();
                    f.names.emit(e);
                    f.ex.emit(s.value());
                }
                f.at(s);
                f.arith(operation, "(TOO)O");
                f.names.store(e.id());
            }
            case Expr.ATTRIBUTE -> {
                Expr.Attribute e = (Expr.Attribute) s.target();
                Restrictions.assignable(e.attr(), e);
                f.ex.emit(e.value());
                int object = f.vars.newTemp();
                b.astore(object);
                String name = f.names.mangle(e.attr());
                f.info.names.add(name);
                f.loadState();
                b.aload(object);
                b.ldc(name);
                f.loadFunction();
                b.iconst(f.info.nextCache());
                f.atMember(e, e);
                f.op("Attr", "get", "(TOSFI)O");
                operate(s, operation);
                f.loadState();
                b.op(Opcode.SWAP);
                b.aload(object);
                b.ldc(name);
                f.loadFunction();
                b.iconst(f.info.nextCache());
                f.atMember(e, e);
                f.op("Attr", "set", "(TOOSFI)V");
                f.vars.free(object);
            }
            case Expr.SUBSCRIPT -> {
                Expr.Subscript e = (Expr.Subscript) s.target();
                Operands operands = f.operands(e.value(), e.slice());
                int object = f.vars.newTemp();
                int key = f.vars.newTemp();
                operands.push(0);
                operands.push(1);
                b.astore(key);
                b.astore(object);
                f.loadState();
                b.aload(object);
                b.aload(key);
                f.at(e);
                f.op("Subscript", "get", "(TOO)O");
                operate(s, operation);
                f.loadState();
                b.op(Opcode.SWAP);
                b.aload(object);
                b.aload(key);
                f.at(e);
                f.op("Operators", "store", "(TOOO)V");
                f.vars.free(key);
                f.vars.free(object);
            }
            default -> throw new CompileException("illegal expression for augmented assignment", s.target());
        }
    }

    /** Emits {@code s += t} or {@code s = s + t} for a variable that may keep its text in a buffer; false if it is none. */
    private boolean append(Stmt s, Expr right, String operation) {
        Expr.Name target = TextLocals.target(s);
        Variable v = target == null ? null : f.names.growing(target.id());
        if (target == null || v == null || f.breaks.breaks(right)) {
            return false;
        }
        f.loadState();
        f.names.loadHeld(v, target);
        f.ex.emit(right);
        f.at(s);
        f.op("GrowingText", operation, "(TOO)O");
        f.names.store(target.id());
        return true;
    }

    /** Combines the value on the operand stack with the right side. */
    private void operate(Stmt.AugAssign s, String operation) {
        CodeBuffer b = f.b;
        int left = f.vars.newTemp();
        b.astore(left);
        if (f.breaks.breaks(s.value())) {
            f.ex.emit(s.value());
            f.loadState();
            b.op(Opcode.SWAP);
            b.aload(left);
            b.op(Opcode.SWAP);
        } else {
            f.loadState();
            b.aload(left);
            f.ex.emit(s.value());
        }
        f.vars.free(left);
        f.at(s);
        f.arith(operation, "(TOO)O");
    }

    // ---- annotated

    void annotated(Stmt.AnnAssign s) {
        if (s.target() instanceof Expr.Name name) {
            Restrictions.assignable(name.id(), name);
        } else if (s.target() instanceof Expr.Attribute a) {
            Restrictions.assignable(a.attr(), a);
        }
        if (s.value() != null) {
            f.ex.emit(s.value());
            store(s.target());
        }
        boolean evaluates = f.vars.namespace;
        switch (s.target().tag()) {
            case Expr.NAME -> {
                Expr.Name e = (Expr.Name) s.target();
                if (s.simple() && evaluates) {
                    f.info.names.add("__annotations__");
                    f.defs.annotation(s.annotation());
                    f.names.load("__annotations__", s);
                    f.loadState();
                    f.b.op(Opcode.DUP_X2);
                    f.b.op(Opcode.POP);
                    f.b.ldc(f.names.mangle(e.id()));
                    f.at(s);
                    f.op("Operators", "store", "(TOOO)V");
                    return;
                }
            }
            case Expr.ATTRIBUTE -> {
                Expr.Attribute e = (Expr.Attribute) s.target();
                if (s.value() == null) {
                    f.ex.emit(e.value());
                    f.b.op(Opcode.POP);
                }
            }
            case Expr.SUBSCRIPT -> {
                Expr.Subscript e = (Expr.Subscript) s.target();
                if (s.value() == null) {
                    f.ex.emit(e.value());
                    f.b.op(Opcode.POP);
                    f.ex.emit(e.slice());
                    f.b.op(Opcode.POP);
                }
            }
            default -> throw new CompileException("invalid node type for annotated assignment", s.target());
        }
        if (!s.simple() && evaluates && !f.unit.futureAnnotations) {
            f.ex.emit(s.annotation());
            f.b.op(Opcode.POP);
        }
    }

    // ---- deletion

    void delete(Expr target) {
        switch (target.tag()) {
            case Expr.NAME -> {
                Expr.Name e = (Expr.Name) target;
                Restrictions.deletable(e.id(), e);
                f.names.delete(e.id(), e);
            }
            case Expr.ATTRIBUTE -> {
                Expr.Attribute e = (Expr.Attribute) target;
                Restrictions.deletable(e.attr(), e);
                f.stateAnd(e.value());
                String name = f.names.mangle(e.attr());
                f.info.names.add(name);
                f.b.ldc(name);
                f.atMember(e, e);
                f.op("Attr", "delete", "(TOS)V");
            }
            case Expr.SUBSCRIPT -> {
                Expr.Subscript e = (Expr.Subscript) target;
                Operands operands = f.operands(e.value(), e.slice());
                f.loadState();
                operands.push(0);
                operands.push(1);
                f.at(e);
                f.op("Subscript", "delete", "(TOO)V");
            }
            case Expr.TUPLE -> {
                for (Expr element : ((Expr.Tuple) target).elts()) {
                    delete(element);
                }
            }
            case Expr.LIST_EXPR -> {
                for (Expr element : ((Expr.ListExpr) target).elts()) {
                    delete(element);
                }
            }
            default -> throw new CompileException("cannot delete expression", target);
        }
    }
}
