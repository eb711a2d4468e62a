package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Node;
import dev.clutch.interp.ast.Stmt;
import dev.clutch.interp.ast.TypeParam;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.symtable.Scope;
import java.lang.classfile.Opcode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Type parameters and type aliases (PEP 695): scopes that run as functions of their own. */
final class TypeParamEmitter {
    private final FunctionEmitter f;

    TypeParamEmitter(FunctionEmitter f) {
        this.f = f;
    }

    private FunctionEmitter begin(FunctionEmitter outer, Object key, String name, Node where) {
        return begin(outer, key, name, where.lineno(), outer.privateName);
    }

    private FunctionEmitter begin(
            FunctionEmitter outer, Object key, String name, int firstline, @Nullable String privateName) {
        Scope scope = outer.unit.table.scopeOf(key);
        CodeInfo code = outer.unit.newCode(outer, scope, name, firstline);
        code.flags |= PyCode.CO_OPTIMIZED | PyCode.CO_NEWLOCALS | (scope.isNested() ? PyCode.CO_NESTED : 0);
        code.argcount = scope.parameters().size();
        return outer.unit.begin(outer, code, scope, privateName, false);
    }

    private static void end(FunctionEmitter outer, FunctionEmitter inner) {
        inner.leaveWithValue();
        outer.unit.finish(inner);
        outer.defs.make(inner.info, inner.scope, -1, -1, -1);
    }

    void function(DefinitionEmitter.Definition d, int defaults, int kwdefaults) {
        FunctionEmitter g = begin(
                f,
                d.typeParams(),
                "<generic parameters of " + d.name() + ">",
                DefinitionEmitter.firstLine(d.node(), d.decorators()),
                f.privateName);
        int innerDefaults = parameter(g, ".defaults", defaults >= 0);
        int innerKwdefaults = parameter(g, ".kwdefaults", kwdefaults >= 0);
        params(g, d.typeParams());
        int typeParams = g.vars.newTemp();
        g.b.astore(typeParams);
        g.defs.functionObject(d, innerDefaults, innerKwdefaults);
        g.b.aload(typeParams);
        g.op("Functions", "typeParams", "(OO)O");
        end(f, g);
        f.calls.target();
        for (String parameter : g.scope.parameters()) {
            argument(parameter.equals(".defaults") ? defaults : kwdefaults);
        }
        f.calls.invoke(g.scope.parameters().size());
    }

    private void argument(int temp) {
        if (temp < 0) {
            f.none();
        } else {
            f.b.aload(temp);
            f.vars.free(temp);
        }
    }

    private static int parameter(FunctionEmitter g, String name, boolean present) {
        if (!present) {
            return -1;
        }
        int temp = g.vars.newTemp();
        g.vars.load(g.vars.variable(name, Variable.LOCAL));
        g.b.astore(temp);
        return temp;
    }

    void classDef(Stmt.ClassDef s) {
        FunctionEmitter g = begin(
                f,
                s.typeParams(),
                "<generic parameters of " + s.name() + ">",
                DefinitionEmitter.firstLine(s, s.decoratorList()),
                s.name());
        CodeBuffer b = g.b;
        params(g, s.typeParams());
        g.names.store(".type_params");
        g.loadState();
        g.loadFunction();
        g.op("Classes", "builder", "(TF)O");
        int builder = g.vars.newTemp();
        b.astore(builder);
        g.classes.body(s);
        int function = g.vars.newTemp();
        b.astore(function);
        g.loadState();
        g.names.load(".type_params", s);
        g.op("TypeParams", "generic", "(TO)O");
        g.b.op(Opcode.DUP);
        g.names.store(".generic_base");
        int generic = g.vars.newTemp();
        b.astore(generic);
        g.classes.build(s, builder, function, generic);
        end(f, g);
        f.calls.target();
        f.calls.invoke(0);
    }

    /** Emits the tuple of the type parameters, and binds their names. */
    private void params(FunctionEmitter g, List<TypeParam> list) {
        CodeBuffer b = g.b;
        b.iconst(list.size());
        b.anewarray(Refs.OBJECT);
        for (int i = 0; i < list.size(); i++) {
            b.op(Opcode.DUP);
            b.iconst(i);
            String name;
            switch (list.get(i)) {
                case TypeParam.TypeVar t -> {
                    name = t.name();
                    g.loadState();
                    g.loadFunction();
                    b.ldc(name);
                    Expr bound = t.bound();
                    if (bound == null) {
                        b.op(Opcode.ACONST_NULL);
                        b.iconst(0);
                    } else {
                        FunctionEmitter lazy = begin(g, t, name, bound);
                        lazy.ex.emit(bound);
                        end(g, lazy);
                        b.iconst(bound.tag() == Expr.TUPLE ? 1 : 0);
                    }
                    g.op("TypeParams", "typeVar", "(TFSOI)O");
                }
                case TypeParam.ParamSpec t -> {
                    name = t.name();
                    g.loadState();
                    g.loadFunction();
                    b.ldc(name);
                    g.op("TypeParams", "paramSpec", "(TFS)O");
                }
                case TypeParam.TypeVarTuple t -> {
                    name = t.name();
                    g.loadState();
                    g.loadFunction();
                    b.ldc(name);
                    g.op("TypeParams", "typeVarTuple", "(TFS)O");
                }
            }
            b.op(Opcode.DUP);
            g.names.store(name);
            b.op(Opcode.AASTORE);
        }
        g.op("Build", "tuple", "(A)O");
    }

    void typeAlias(Stmt.TypeAlias s) {
        String name = ((Expr.Name) s.name()).id();
        if (s.typeParams().isEmpty()) {
            f.loadState();
            f.loadFunction();
            f.b.ldc(name);
            f.none();
            value(f, s, name);
            f.op("TypeParams", "alias", "(TFSOO)O");
        } else {
            FunctionEmitter g = begin(f, s.typeParams(), "<generic parameters of " + name + ">", s);
            params(g, s.typeParams());
            int typeParams = g.vars.newTemp();
            g.b.astore(typeParams);
            g.loadState();
            g.loadFunction();
            g.b.ldc(name);
            g.b.aload(typeParams);
            value(g, s, name);
            g.op("TypeParams", "alias", "(TFSOO)O");
            end(f, g);
            f.calls.target();
            f.calls.invoke(0);
        }
        f.names.store(name);
    }

    private void value(FunctionEmitter outer, Stmt.TypeAlias s, String name) {
        FunctionEmitter lazy = begin(outer, s, name, s);
        lazy.ex.emit(s.value());
        end(outer, lazy);
    }
}
