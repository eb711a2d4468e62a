package dev.clutch.interp.symtable;

import dev.clutch.interp.ast.Alias;
import dev.clutch.interp.ast.Arg;
import dev.clutch.interp.ast.Arguments;
import dev.clutch.interp.ast.ExceptHandler;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.MatchCase;
import dev.clutch.interp.ast.Pattern;
import dev.clutch.interp.ast.Stmt;
import dev.clutch.interp.ast.TypeParam;
import dev.clutch.interp.ast.WithItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the names of statements. */
final class StatementVisitor {
    private final SymbolCollector table;
    final ExpressionVisitor expressions;

    StatementVisitor(SymbolCollector table) {
        this.table = table;
        this.expressions = new ExpressionVisitor(table);
    }

    void statements(List<Stmt> list) {
        for (int i = 0; i < list.size(); i++) {
            table.down();
            statement(list.get(i));
            table.up();
        }
    }

    private void statement(Stmt s) {
        switch (s.tag()) {
            case Stmt.EXPR_STMT:
                expressions.expression(((Stmt.ExprStmt) s).value());
                break;
            case Stmt.ASSIGN:
                expressions.expressions(((Stmt.Assign) s).targets());
                expressions.expression(((Stmt.Assign) s).value());
                break;
            case Stmt.AUG_ASSIGN:
                expressions.expression(((Stmt.AugAssign) s).target());
                expressions.expression(((Stmt.AugAssign) s).value());
                break;
            case Stmt.ANN_ASSIGN:
                annotatedAssignment((Stmt.AnnAssign) s);
                break;
            case Stmt.RETURN:
                Expr returned = ((Stmt.Return) s).value();
                if (returned != null) {
                    expressions.expression(returned);
                    table.current.returnsValue = true;
                }
                break;
            case Stmt.DELETE:
                expressions.expressions(((Stmt.Delete) s).targets());
                break;
            case Stmt.RAISE:
                expressions.expression(((Stmt.Raise) s).exc());
                expressions.expression(((Stmt.Raise) s).cause());
                break;
            case Stmt.ASSERT:
                expressions.expression(((Stmt.Assert) s).test());
                expressions.expression(((Stmt.Assert) s).msg());
                break;
            case Stmt.IMPORT:
                aliases(((Stmt.Import) s).names());
                break;
            case Stmt.IMPORT_FROM:
                aliases(((Stmt.ImportFrom) s).names());
                break;
            case Stmt.GLOBAL:
                declarations(s, ((Stmt.Global) s).names(), "global", Symbol.DEF_GLOBAL);
                break;
            case Stmt.NONLOCAL:
                declarations(s, ((Stmt.Nonlocal) s).names(), "nonlocal", Symbol.DEF_NONLOCAL);
                break;
            case Stmt.PASS:
            case Stmt.BREAK:
            case Stmt.CONTINUE:
                break;
            default:
                compound(s);
                break;
        }
    }

    private void compound(Stmt s) {
        switch (s.tag()) {
            case Stmt.FUNCTION_DEF:
                Stmt.FunctionDef f = (Stmt.FunctionDef) s;
                function(f, f.name(), f.args(), f.body(), f.decoratorList(), f.returns(), f.typeParams(), false);
                break;
            case Stmt.ASYNC_FUNCTION_DEF:
                Stmt.AsyncFunctionDef a = (Stmt.AsyncFunctionDef) s;
                function(a, a.name(), a.args(), a.body(), a.decoratorList(), a.returns(), a.typeParams(), true);
                break;
            case Stmt.CLASS_DEF:
                classDefinition((Stmt.ClassDef) s);
                break;
            case Stmt.TYPE_ALIAS:
                typeAlias((Stmt.TypeAlias) s);
                break;
            case Stmt.FOR:
                Stmt.For loop = (Stmt.For) s;
                loop(loop.target(), loop.iter(), loop.body(), loop.orelse());
                break;
            case Stmt.ASYNC_FOR:
                Stmt.AsyncFor asyncLoop = (Stmt.AsyncFor) s;
                table.current.coroutine = true; // a module's, where it may await
                loop(asyncLoop.target(), asyncLoop.iter(), asyncLoop.body(), asyncLoop.orelse());
                break;
            case Stmt.WHILE:
                expressions.expression(((Stmt.While) s).test());
                statements(((Stmt.While) s).body());
                statements(((Stmt.While) s).orelse());
                break;
            case Stmt.IF:
                expressions.expression(((Stmt.If) s).test());
                statements(((Stmt.If) s).body());
                statements(((Stmt.If) s).orelse());
                break;
            case Stmt.WITH:
                with(((Stmt.With) s).items(), ((Stmt.With) s).body());
                break;
            case Stmt.ASYNC_WITH:
                table.current.coroutine = true;
                with(((Stmt.AsyncWith) s).items(), ((Stmt.AsyncWith) s).body());
                break;
            case Stmt.MATCH:
                match((Stmt.Match) s);
                break;
            case Stmt.TRY:
                Stmt.Try t = (Stmt.Try) s;
                tryStatement(t.body(), t.handlers(), t.orelse(), t.finalbody());
                break;
            case Stmt.TRY_STAR:
                Stmt.TryStar star = (Stmt.TryStar) s;
                tryStatement(star.body(), star.handlers(), star.orelse(), star.finalbody());
                break;
            default:
                throw new IllegalArgumentException(s.getClass().getName());
        }
    }

    // ---- definitions

    private void function(
            Stmt s,
            String name,
            Arguments args,
            List<Stmt> body,
            List<Expr> decorators,
            @Nullable Expr returns,
            List<TypeParam> typeParams,
            boolean isAsync) {
        table.define(name, Symbol.DEF_LOCAL, s);
        expressions.expressions(args.defaults());
        expressions.expressions(args.kwDefaults());
        expressions.expressions(decorators);
        if (!typeParams.isEmpty()) {
            table.enterTypeParameters(name, typeParams, true, hasDefault(args.kwDefaults()), false, s);
            typeParameters(typeParams);
        }
        annotations(s, args, returns);
        table.enter(Scope.Kind.FUNCTION, name, s, s);
        table.current.coroutine = isAsync;
        table.parameters(args);
        statements(body);
        table.exit();
        if (!typeParams.isEmpty()) {
            table.exit();
        }
    }

    private static boolean hasDefault(List<@Nullable Expr> kwDefaults) {
        for (int i = 0; i < kwDefaults.size(); i++) {
            if (kwDefaults.get(i) != null) {
                return true;
            }
        }
        return false;
    }

    private void annotations(Stmt s, Arguments args, @Nullable Expr returns) {
        if (table.futureAnnotations) {
            table.enter(Scope.Kind.ANNOTATION, "_annotation", s, s);
        }
        ofParameters(args.posonlyargs());
        ofParameters(args.args());
        ofParameter(args.vararg());
        ofParameter(args.kwarg());
        ofParameters(args.kwonlyargs());
        if (table.futureAnnotations) {
            table.exit();
        }
        if (returns != null) {
            annotation(returns);
        }
    }

    private void ofParameters(List<Arg> args) {
        for (int i = 0; i < args.size(); i++) {
            ofParameter(args.get(i));
        }
    }

    private void ofParameter(@Nullable Arg arg) {
        if (arg != null) {
            expressions.expression(arg.annotation());
        }
    }

    private void annotation(Expr e) {
        if (table.futureAnnotations) {
            table.enter(Scope.Kind.ANNOTATION, "_annotation", e, e);
        }
        expressions.expression(e);
        if (table.futureAnnotations) {
            table.exit();
        }
    }

    private void classDefinition(Stmt.ClassDef s) {
        table.define(s.name(), Symbol.DEF_LOCAL, s);
        expressions.expressions(s.decoratorList());
        String outer = table.privateClass;
        boolean generic = !s.typeParams().isEmpty();
        if (generic) {
            table.enterTypeParameters(s.name(), s.typeParams(), false, false, true, s);
            typeParameters(s.typeParams());
        }
        expressions.expressions(s.bases());
        expressions.keywords(s.keywords());
        table.enter(Scope.Kind.CLASS, s.name(), s, s);
        table.privateClass = s.name();
        if (generic) {
            table.define("__type_params__", Symbol.DEF_LOCAL, s);
            table.define(".type_params", Symbol.USE, s);
        }
        statements(s.body());
        table.exit();
        if (generic) {
            table.exit();
        }
        table.privateClass = outer;
    }

    private void typeAlias(Stmt.TypeAlias s) {
        expressions.expression(s.name());
        String name = ((Expr.Name) s.name()).id();
        boolean inClass = table.current.kind() == Scope.Kind.CLASS;
        boolean generic = !s.typeParams().isEmpty();
        if (generic) {
            table.enterTypeParameters(name, s.typeParams(), false, false, false, s);
            typeParameters(s.typeParams());
        }
        table.enter(Scope.Kind.TYPE_ALIAS, name, s, s);
        table.current.canSeeClassScope = inClass;
        if (inClass) {
            table.define("__classdict__", Symbol.USE, s.value());
        }
        expressions.expression(s.value());
        table.exit();
        if (generic) {
            table.exit();
        }
    }

    private void typeParameters(List<TypeParam> list) {
        for (int i = 0; i < list.size(); i++) {
            TypeParam p = list.get(i);
            switch (p.tag()) {
                case TypeParam.TYPE_VAR:
                    typeVariable((TypeParam.TypeVar) p);
                    break;
                case TypeParam.PARAM_SPEC:
                    table.define(((TypeParam.ParamSpec) p).name(), Symbol.DEF_TYPE_PARAM | Symbol.DEF_LOCAL, p);
                    break;
                default:
                    table.define(((TypeParam.TypeVarTuple) p).name(), Symbol.DEF_TYPE_PARAM | Symbol.DEF_LOCAL, p);
                    break;
            }
        }
    }

    private void typeVariable(TypeParam.TypeVar p) {
        table.define(p.name(), Symbol.DEF_TYPE_PARAM | Symbol.DEF_LOCAL, p);
        Expr bound = p.bound();
        if (bound == null) {
            return;
        }
        boolean inClass = table.current.canSeeClassScope;
        table.enter(Scope.Kind.TYPE_VAR_BOUND, p.name(), p, p);
        table.current.canSeeClassScope = inClass;
        if (inClass) {
            table.define("__classdict__", Symbol.USE, bound);
        }
        expressions.expression(bound);
        table.exit();
    }

    // ---- assignments and declarations

    private void annotatedAssignment(Stmt.AnnAssign s) {
        if (s.target() instanceof Expr.Name target) {
            int flags = table.flagsOf(table.current, target.id());
            if ((flags & (Symbol.DEF_GLOBAL | Symbol.DEF_NONLOCAL)) != 0 && !table.isGlobalScope() && s.simple()) {
                throw table.error(
                        s,
                        "annotated name '" + target.id() + "' can't be "
                                + ((flags & Symbol.DEF_GLOBAL) != 0 ? "global" : "nonlocal"));
            }
            if (s.simple()) {
                table.define(target.id(), Symbol.DEF_ANNOT | Symbol.DEF_LOCAL, target);
            } else if (s.value() != null) {
                table.define(target.id(), Symbol.DEF_LOCAL, target);
            }
        } else {
            expressions.expression(s.target());
        }
        annotation(s.annotation());
        expressions.expression(s.value());
    }

    private void declarations(Stmt s, List<String> names, String word, int flag) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            int flags = table.flagsOf(table.current, name);
            if ((flags & Symbol.DEF_PARAM) != 0) {
                throw table.error(s, "name '" + name + "' is parameter and " + word);
            }
            if ((flags & Symbol.USE) != 0) {
                throw table.error(s, "name '" + name + "' is used prior to " + word + " declaration");
            }
            if ((flags & Symbol.DEF_ANNOT) != 0) {
                throw table.error(s, "annotated name '" + name + "' can't be " + word);
            }
            if ((flags & Symbol.DEF_LOCAL) != 0) {
                throw table.error(s, "name '" + name + "' is assigned to before " + word + " declaration");
            }
            table.define(name, flag, s);
            table.declare(name, s);
        }
    }

    private void aliases(List<Alias> names) {
        for (int i = 0; i < names.size(); i++) {
            Alias alias = names.get(i);
            String as = alias.asname();
            String name = as == null ? alias.name() : as;
            if (name.equals("*")) {
                if (table.current.kind() != Scope.Kind.MODULE) {
                    throw table.error(alias, "import * only allowed at module level");
                }
            } else {
                int dot = name.indexOf('.');
                table.define(dot < 0 ? name : name.substring(0, dot), Symbol.DEF_IMPORT, alias);
            }
        }
    }

    // ---- blocks

    private void loop(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse) {
        expressions.expression(target);
        expressions.expression(iter);
        statements(body);
        statements(orelse);
    }

    private void with(List<WithItem> items, List<Stmt> body) {
        for (int i = 0; i < items.size(); i++) {
            expressions.expression(items.get(i).contextExpr());
            expressions.expression(items.get(i).optionalVars());
        }
        statements(body);
    }

    private void tryStatement(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalbody) {
        statements(body);
        statements(orelse);
        for (int i = 0; i < handlers.size(); i++) {
            ExceptHandler h = handlers.get(i);
            expressions.expression(h.type());
            String name = h.name();
            if (name != null) {
                table.define(name, Symbol.DEF_LOCAL, h);
            }
            statements(h.body());
        }
        statements(finalbody);
    }

    private void match(Stmt.Match s) {
        expressions.expression(s.subject());
        for (int i = 0; i < s.cases().size(); i++) {
            MatchCase c = s.cases().get(i);
            pattern(c.pattern());
            expressions.expression(c.guard());
            statements(c.body());
        }
    }

    private void patterns(List<Pattern> list) {
        for (int i = 0; i < list.size(); i++) {
            pattern(list.get(i));
        }
    }

    private void pattern(@Nullable Pattern p) {
        if (p == null) {
            return;
        }
        table.down();
        switch (p.tag()) {
            case Pattern.MATCH_VALUE:
                expressions.expression(((Pattern.MatchValue) p).value());
                break;
            case Pattern.MATCH_SEQUENCE:
                patterns(((Pattern.MatchSequence) p).patterns());
                break;
            case Pattern.MATCH_STAR:
                capture(((Pattern.MatchStar) p).name(), p);
                break;
            case Pattern.MATCH_MAPPING:
                Pattern.MatchMapping mapping = (Pattern.MatchMapping) p;
                expressions.expressions(mapping.keys());
                patterns(mapping.patterns());
                capture(mapping.rest(), p);
                break;
            case Pattern.MATCH_CLASS:
                Pattern.MatchClass cls = (Pattern.MatchClass) p;
                expressions.expression(cls.cls());
                patterns(cls.patterns());
                patterns(cls.kwdPatterns());
                break;
            case Pattern.MATCH_AS:
                pattern(((Pattern.MatchAs) p).pattern());
                capture(((Pattern.MatchAs) p).name(), p);
                break;
            case Pattern.MATCH_OR:
                patterns(((Pattern.MatchOr) p).patterns());
                break;
            default:
                break;
        }
        table.up();
    }

    private void capture(@Nullable String name, Pattern p) {
        if (name != null) {
            table.define(name, Symbol.DEF_LOCAL, p);
        }
    }
}
