package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Keyword;
import dev.clutch.interp.ast.Node;
import dev.clutch.interp.symtable.Scope;
import dev.clutch.interp.symtable.Symbol;
import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls. The invocation of the vectorcall is emitted at the site, so that each site has a type profile of its own. */
final class CallEmitter {
    private static final String[] TYPES = {"(TO)O", "(TOO)O", "(TOOO)O", "(TOOOO)O", "(TOOOOO)O"};

    private final FunctionEmitter f;

    CallEmitter(FunctionEmitter f) {
        this.f = f;
    }

    void emit(Expr.Call e) {
        f.unit.suspicions.call(e);
        Restrictions.keywords(e.keywords());
        boolean stars = ExpressionEmitter.starred(e.args());
        for (Keyword k : e.keywords()) {
            stars |= k.arg() == null;
        }
        if (stars) {
            f.ex.emit(e.func());
            spread(e);
        } else if (e.func() instanceof Expr.Attribute a) {
            method(e, a);
        } else if (zeroArgumentSuper(e)) {
            superCall(e);
        } else {
            plain(e);
        }
    }

    private static List<Expr> values(Expr.Call e) {
        if (e.keywords().isEmpty()) {
            return e.args();
        }
        ArrayList<Expr> all = new ArrayList<>(e.args());
        for (Keyword k : e.keywords()) {
            all.add(k.value());
        }
        return all;
    }

    private void plain(Expr.Call e) {
        ArrayList<Expr> all = new ArrayList<>();
        all.add(e.func());
        all.addAll(values(e));
        Operands operands = f.operands(all);
        String known = f.info.traced ? null : known(e);
        if (known != null) {
            f.loadState();
            for (int i = 0; i < all.size(); i++) {
                operands.push(i);
            }
            f.at(e);
            f.op("Known", known, TYPES[all.size() - 1]);
            return;
        }
        operands.push(0);
        target();
        arguments(e, operands, 1, -1);
    }

    /** Which of the functions of {@code op.Known} a call may be of, or null. */
    private static @Nullable String known(Expr.Call e) {
        if (!(e.func() instanceof Expr.Name n) || !e.keywords().isEmpty()) {
            return null;
        }
        int count = e.args().size();
        if (n.id().equals("len")) {
            return count == 1 ? "len" : null;
        }
        return n.id().equals("isinstance") && count == 2 ? "isinstance" : null;
    }

    /** Replaces the callee on the operand stack by its vectorcall, the state and the callee. */
    void target() {
        CodeBuffer b = f.b;
        b.op(Opcode.DUP);
        if (f.info.traced) {
            f.loadState();
            b.op(Opcode.SWAP);
            f.op("Tracing", "target", "(TO)W");
        } else {
            f.op("Call", "target", "(O)W");
        }
        b.op(Opcode.SWAP);
        f.loadState();
        b.op(Opcode.SWAP);
    }

    /** Invokes the vectorcall below {@code count} arguments, five at most. */
    void invoke(int count) {
        f.b.invokevirtual(new MethodRef(Refs.VECTORCALL, "call" + count, f.refs.type(TYPES[count])));
    }

    private void invokeGeneral() {
        f.b.invokevirtual(new MethodRef(Refs.VECTORCALL, "call", f.refs.type("(TOAN)O")));
    }

    private void callPosition(Expr.Call e, int self) {
        if (self >= 0 && e.func() instanceof Expr.Attribute a) {
            f.atMember(e, a);
        } else {
            f.at(e);
        }
    }

    private void arguments(Expr.Call e, Operands operands, int first, int self) {
        CodeBuffer b = f.b;
        int count = e.args().size() + e.keywords().size();
        int extra = self >= 0 ? 1 : 0;
        if (count + extra <= 4 && e.keywords().isEmpty()) {
            if (self >= 0) {
                b.aload(self);
            }
            for (int i = 0; i < count; i++) {
                operands.push(first + i);
            }
            callPosition(e, self);
            invoke(count + extra);
            return;
        }
        b.iconst(count + extra);
        b.anewarray(Refs.OBJECT);
        if (self >= 0) {
            b.op(Opcode.DUP);
            b.iconst(0);
            b.aload(self);
            b.op(Opcode.AASTORE);
        }
        for (int i = 0; i < count; i++) {
            b.op(Opcode.DUP);
            b.iconst(i + extra);
            operands.push(first + i);
            b.op(Opcode.AASTORE);
        }
        if (e.keywords().isEmpty()) {
            b.op(Opcode.ACONST_NULL);
        } else {
            f.unit.pushNames(f, keywordNames(e.keywords()));
        }
        callPosition(e, self);
        invokeGeneral();
    }

    private String[] keywordNames(List<Keyword> keywords) {
        String[] names = new String[keywords.size()];
        for (int i = 0; i < names.length; i++) {
            String arg = keywords.get(i).arg();
            if (arg == null) {
                throw new IllegalStateException("** among plain keywords");
            }
            names[i] = arg;
        }
        return names;
    }

    private void method(Expr.Call e, Expr.Attribute a) {
        CodeBuffer b = f.b;
        String name = f.names.mangle(a.attr());
        f.info.names.add(name);
        List<Expr> values = values(e);
        boolean breaks = false;
        for (Expr value : values) {
            breaks |= f.breaks.breaks(value);
        }
        int self = f.vars.newTemp();
        f.ex.emit(a.value());
        b.astore(self);
        f.loadState();
        b.aload(self);
        b.ldc(name);
        f.loadFunction();
        b.iconst(f.info.nextCache());
        f.atMember(a, a);
        f.op("Attr", "method", "(TOSFI)O");
        Operands operands;
        if (breaks) {
            int callee = f.vars.newTemp();
            b.astore(callee);
            operands = f.operands(values);
            b.aload(callee);
            f.vars.free(callee);
        } else {
            operands = f.operands(values);
        }
        target();
        arguments(e, operands, 0, self);
        f.vars.free(self);
    }

    // ---- super()

    private boolean zeroArgumentSuper(Expr.Call e) {
        return e.args().isEmpty()
                && e.keywords().isEmpty()
                && e.func() instanceof Expr.Name n
                && n.id().equals("super")
                && f.scope.kind() == Scope.Kind.FUNCTION
                && !f.scope.parameters().isEmpty()
                && f.info.argcount + f.info.flags % 8 / 4 > 0
                && f.info.freevars.contains("__class__");
    }

    /** {@code super()}: the class cell and the first argument are handed over, no frame is inspected. */
    private void superCall(Expr.Call e) {
        CodeBuffer b = f.b;
        f.ex.emit(e.func());
        f.loadState();
        b.op(Opcode.SWAP);
        f.names.pushCell("__class__");
        String first = f.scope.parameters().get(firstParameter());
        boolean cell = f.scope.scopeOf(first) == Symbol.CELL;
        f.vars.load(f.vars.variable(first, cell ? Variable.CELL : Variable.LOCAL));
        f.at(e);
        f.op("Calls", cell ? "superOfCell" : "superOf", cell ? "(TOCC)O" : "(TOCO)O");
    }

    private int firstParameter() {
        return f.info.argcount > 0 ? 0 : f.info.kwonlyargcount;
    }

    // ---- stars

    /** Calls the callee on the operand stack with starred arguments. */
    private void spread(Expr.Call e) {
        CodeBuffer b = f.b;
        int callee = f.vars.newTemp();
        b.astore(callee);
        int args = spreadPositional(e, e.args(), callee);
        int keywords = isMapping(e.keywords())
                ? mapping(e, e.keywords().getFirst().value(), callee)
                : spreadKeywords(e, e.keywords(), callee);
        f.loadState();
        b.aload(callee);
        b.aload(args);
        if (keywords >= 0) {
            b.aload(keywords);
            f.vars.drop(keywords);
        } else {
            b.op(Opcode.ACONST_NULL);
        }
        f.at(e);
        f.op(f.info.traced ? "Tracing" : "Calls", "spread", "(TOOO)O");
        f.vars.drop(args);
        f.vars.drop(callee);
    }

    private static boolean isMapping(List<Keyword> keywords) {
        return keywords.size() == 1 && keywords.getFirst().arg() == null;
    }

    /** Takes the only starred mapping as it is where it is a dict; returns the temporary. */
    private int mapping(Node where, Expr value, int callee) {
        CodeBuffer b = f.b;
        Operands operand = f.operands(List.of(value));
        f.loadState();
        b.aload(callee);
        operand.push(0);
        f.at(where);
        f.op("Calls", "mapping", "(TOO)O");
        int keywords = f.vars.newTemp();
        b.astore(keywords);
        return keywords;
    }

    /** Collects positional arguments in a list or takes the only starred one as it is; returns the temporary. */
    int spreadPositional(Node where, List<Expr> list, int callee) {
        CodeBuffer b = f.b;
        int args = f.vars.newTemp();
        if (list.size() == 1 && list.get(0) instanceof Expr.Starred s) {
            f.ex.emit(s.value());
            b.astore(args);
            return args;
        }
        f.op("Build", "list", "()O");
        b.astore(args);
        for (Expr e : list) {
            boolean star = e instanceof Expr.Starred;
            Operands operand = f.operands(List.of(e));
            f.loadState();
            if (star) {
                b.aload(callee);
                b.aload(args);
                operand.push(0);
                f.at(where);
                f.op("Calls", "extend", "(TOOO)V");
            } else {
                b.aload(args);
                operand.push(0);
                f.op("Build", "listAppend", "(TOO)V");
            }
        }
        return args;
    }

    /** Collects keyword arguments in a dict; returns the temporary, or -1 for none. */
    int spreadKeywords(Node where, List<Keyword> list, int callee) {
        if (list.isEmpty()) {
            return -1;
        }
        CodeBuffer b = f.b;
        int keywords = f.vars.newTemp();
        f.op("Build", "dict", "()O");
        b.astore(keywords);
        for (Keyword k : list) {
            Operands operand = f.operands(List.of(k.value()));
            f.loadState();
            b.aload(callee);
            b.aload(keywords);
            String name = k.arg();
            if (name == null) {
                operand.push(0);
                f.at(where);
                f.op("Calls", "merge", "(TOOO)V");
            } else {
                b.ldc(name);
                operand.push(0);
                f.at(where);
                f.op("Calls", "keyword", "(TOOSO)V");
            }
        }
        return keywords;
    }
}
