package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Keyword;
import dev.clutch.interp.ast.Node;
import dev.clutch.interp.ast.Stmt;
import dev.clutch.interp.symtable.Scope;
import java.lang.classfile.Opcode;
import java.util.List;

/** Class definitions: the body is a function of its namespace, handed to {@code __build_class__}. */
final class ClassEmitter {
    private final FunctionEmitter f;

    ClassEmitter(FunctionEmitter f) {
        this.f = f;
    }

    void classDef(Stmt.ClassDef s) {
        int[] decorators = f.defs.decorators(s.decoratorList());
        f.trace.line(s.lineno());
        if (s.typeParams().isEmpty()) {
            f.loadState();
            f.loadFunction();
            f.at(s);
            f.op("Classes", "builder", "(TF)O");
            int builder = f.vars.newTemp();
            f.b.astore(builder);
            body(s);
            int function = f.vars.newTemp();
            f.b.astore(function);
            build(s, builder, function, -1);
        } else {
            f.typeParams.classDef(s);
        }
        f.defs.decorate(s.decoratorList(), decorators);
        f.trace.line(s.lineno());
        f.names.store(s.name());
    }

    /** Emits the call {@code __build_class__(function, name, *bases, **keywords)}; {@code generic} is a base to add, or -1. */
    void build(Stmt.ClassDef s, int builder, int function, int generic) {
        CodeBuffer b = f.b;
        boolean stars = ExpressionEmitter.starred(s.bases());
        Restrictions.keywords(s.keywords());
        for (Keyword k : s.keywords()) {
            stars |= k.arg() == null;
        }
        int positional;
        if (stars) {
            positional = -1;
            int args = f.calls.spreadPositional(s, s.bases(), builder);
            if (generic >= 0 || s.bases().size() == 1) {
                f.loadState();
                b.aload(builder);
                b.aload(args);
                f.op("Calls", "list", "(TOO)O");
                b.astore(args);
            }
            if (generic >= 0) {
                f.loadState();
                b.aload(args);
                b.aload(generic);
                f.op("Build", "listAppend", "(TOO)V");
            }
            int keywords = f.calls.spreadKeywords(s, s.keywords(), builder);
            f.loadState();
            b.aload(builder);
            b.aload(function);
            b.ldc(s.name());
            b.aload(args);
            if (keywords < 0) {
                b.op(Opcode.ACONST_NULL);
            } else {
                b.aload(keywords);
                f.vars.free(keywords);
            }
            f.vars.free(args);
            f.at(s);
            f.op("Classes", "build", "(TOOSOO)O");
        } else {
            java.util.ArrayList<Expr> values = new java.util.ArrayList<>(s.bases());
            String[] names = new String[s.keywords().size()];
            for (int i = 0; i < names.length; i++) {
                String arg = s.keywords().get(i).arg();
                names[i] = arg == null ? "" : arg;
                values.add(s.keywords().get(i).value());
            }
            Operands operands = f.operands(values);
            int extra = generic >= 0 ? 1 : 0;
            positional = s.bases().size();
            b.aload(builder);
            f.calls.target();
            b.iconst(2 + values.size() + extra);
            b.anewarray(Refs.OBJECT);
            element(0);
            b.aload(function);
            b.op(Opcode.AASTORE);
            element(1);
            b.ldc(s.name());
            b.op(Opcode.AASTORE);
            for (int i = 0; i < values.size(); i++) {
                if (i == positional && extra > 0) {
                    element(2 + positional);
                    b.aload(generic);
                    b.op(Opcode.AASTORE);
                }
                element(2 + i + (i >= positional ? extra : 0));
                operands.push(i);
                b.op(Opcode.AASTORE);
            }
            if (values.size() == positional && extra > 0) {
                element(2 + positional);
                b.aload(generic);
                b.op(Opcode.AASTORE);
            }
            if (names.length == 0) {
                b.op(Opcode.ACONST_NULL);
            } else {
                f.unit.pushNames(f, names);
            }
            f.at(s);
            b.invokevirtual(new MethodRef(Refs.VECTORCALL, "call", f.refs.type("(TOAN)O")));
        }
        f.vars.free(function);
        f.vars.free(builder);
    }

    private void element(int index) {
        f.b.op(Opcode.DUP);
        f.b.iconst(index);
    }

    /** Emits the function that runs the class body. */
    void body(Stmt.ClassDef s) {
        Scope scope = f.unit.table.scopeOf(s);
        CodeInfo code = f.unit.newCode(f, scope, s.name(), DefinitionEmitter.firstLine(s, s.decoratorList()));
        code.namespace = true;
        FunctionEmitter c = f.unit.begin(f, code, scope, s.name(), true);
        CodeBuffer b = c.b;
        Node begin = s.decoratorList().isEmpty() ? s : s.decoratorList().getFirst();
        c.names.load("__name__", begin);
        c.names.store("__module__");
        c.ex.constant(code.qualname);
        c.names.store("__qualname__");
        if (scope.needsClassDict()) {
            b.aload(c.vars.variable("__classdict__", Variable.CELL).slot);
            b.aload(c.vars.namespaceSlot);
            b.putfield(Refs.CELL_VALUE);
        }
        if (!s.typeParams().isEmpty()) {
            c.names.load(".type_params", s);
            c.names.store("__type_params__");
        }
        List<Stmt> body = s.body();
        if (f.unit.hasAnnotations(body)) {
            f.unit.setupAnnotations(c, s);
        }
        Object doc = f.unit.docstring(body);
        if (doc != null) {
            c.trace.line(body.getFirst().lineno());
            c.ex.constant(doc);
            c.names.store("__doc__");
            body = body.subList(1, body.size());
        }
        c.st.body(body);
        if (b.live()) {
            if (scope.needsClassDict()) {
                b.aload(c.vars.variable("__classdict__", Variable.CELL).slot);
                c.names.store("__classdictcell__");
            }
            if (scope.needsClassClosure()) {
                b.aload(c.vars.variable("__class__", Variable.CELL).slot);
                b.op(Opcode.DUP);
                c.names.store("__classcell__");
            } else {
                c.none();
            }
            c.leaveWithValue();
        }
        f.unit.finish(c);
        f.defs.make(code, scope, -1, -1, -1);
    }
}
