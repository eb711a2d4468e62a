package dev.clutch.interp.nodes;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.ast.Arg;
import dev.clutch.interp.ast.Arguments;
import dev.clutch.interp.ast.Comprehension;
import dev.clutch.interp.ast.ExceptHandler;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.ExprContext;
import dev.clutch.interp.ast.Keyword;
import dev.clutch.interp.ast.MatchCase;
import dev.clutch.interp.ast.Mod;
import dev.clutch.interp.ast.Operator;
import dev.clutch.interp.ast.Pattern;
import dev.clutch.interp.ast.Stmt;
import dev.clutch.interp.ast.TypeParam;
import dev.clutch.interp.ast.UnaryOperator;
import dev.clutch.interp.ast.WithItem;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyComplex;
import dev.clutch.interp.object.PyFrozenSet;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Iter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a tree that the parser did not make, so that the compiler can rely on it. Answers to {@code ast.c}. */
final class NodeValidator {
    private final PyThreadState ts;

    NodeValidator(PyThreadState ts) {
        this.ts = ts;
    }

    void validate(Mod tree) {
        switch (tree) {
            case Mod.Module m -> stmts(m.body());
            case Mod.Interactive i -> stmts(i.body());
            case Mod.Expression e -> expr(e.body(), ExprContext.LOAD);
            case Mod.FunctionType f -> {
                exprs(f.argtypes(), ExprContext.LOAD, false);
                expr(f.returns(), ExprContext.LOAD);
            }
        }
    }

    private PythonException error(String message) {
        return Errors.valueError(ts, message);
    }

    private void enter() {
        ts.enterRecursive(" during compilation");
    }

    // ---- statements

    private void nonempty(List<?> list, String what, String owner) {
        if (list.isEmpty()) {
            throw error("empty " + what + " on " + owner);
        }
    }

    private void stmts(List<Stmt> body) {
        for (@Nullable Stmt s : body) {
            if (s == null) {
                throw error("None disallowed in statement list");
            }
            enter();
            try {
                stmt(s);
            } finally {
                ts.leaveRecursive();
            }
        }
    }

    private void body(List<Stmt> body, String owner) {
        nonempty(body, "body", owner);
        stmts(body);
    }

    private void stmt(Stmt statement) {
        position(statement.lineno(), statement.endLineno(), statement.colOffset(), statement.endColOffset());
        switch (statement) {
            case Stmt.FunctionDef f -> {
                body(f.body(), "FunctionDef");
                typeParams(f.typeParams());
                arguments(f.args());
                exprs(f.decoratorList(), ExprContext.LOAD, false);
                optional(f.returns());
            }
            case Stmt.AsyncFunctionDef f -> {
                body(f.body(), "AsyncFunctionDef");
                typeParams(f.typeParams());
                arguments(f.args());
                exprs(f.decoratorList(), ExprContext.LOAD, false);
                optional(f.returns());
            }
            case Stmt.ClassDef c -> {
                body(c.body(), "ClassDef");
                typeParams(c.typeParams());
                exprs(c.bases(), ExprContext.LOAD, false);
                keywords(c.keywords());
                exprs(c.decoratorList(), ExprContext.LOAD, false);
            }
            case Stmt.Return r -> optional(r.value());
            case Stmt.Delete d -> targets(d.targets(), ExprContext.DEL, "Delete");
            case Stmt.Assign a -> {
                targets(a.targets(), ExprContext.STORE, "Assign");
                expr(a.value(), ExprContext.LOAD);
            }
            case Stmt.TypeAlias t -> {
                if (!(t.name() instanceof Expr.Name)) {
                    throw Errors.typeError(ts, "TypeAlias with non-Name name");
                }
                expr(t.name(), ExprContext.STORE);
                typeParams(t.typeParams());
                expr(t.value(), ExprContext.LOAD);
            }
            case Stmt.AugAssign a -> {
                expr(a.target(), ExprContext.STORE);
                expr(a.value(), ExprContext.LOAD);
            }
            case Stmt.AnnAssign a -> {
                if (!(a.target() instanceof Expr.Name) && a.simple()) {
                    throw Errors.typeError(ts, "AnnAssign with simple non-Name target");
                }
                expr(a.target(), ExprContext.STORE);
                optional(a.value());
                expr(a.annotation(), ExprContext.LOAD);
            }
            case Stmt.For f -> {
                expr(f.target(), ExprContext.STORE);
                expr(f.iter(), ExprContext.LOAD);
                body(f.body(), "For");
                stmts(f.orelse());
            }
            case Stmt.AsyncFor f -> {
                expr(f.target(), ExprContext.STORE);
                expr(f.iter(), ExprContext.LOAD);
                body(f.body(), "AsyncFor");
                stmts(f.orelse());
            }
            case Stmt.While w -> {
                expr(w.test(), ExprContext.LOAD);
                body(w.body(), "While");
                stmts(w.orelse());
            }
            case Stmt.If i -> {
                expr(i.test(), ExprContext.LOAD);
                body(i.body(), "If");
                stmts(i.orelse());
            }
            case Stmt.With w -> with(w.items(), w.body(), "With");
            case Stmt.AsyncWith w -> with(w.items(), w.body(), "AsyncWith");
            case Stmt.Match m -> {
                expr(m.subject(), ExprContext.LOAD);
                nonempty(m.cases(), "cases", "Match");
                for (MatchCase c : m.cases()) {
                    pattern(c.pattern(), false);
                    optional(c.guard());
                    body(c.body(), "match_case");
                }
            }
            case Stmt.Raise r -> {
                if (r.exc() == null && r.cause() != null) {
                    throw error("Raise with cause but no exception");
                }
                optional(r.exc());
                optional(r.cause());
            }
            case Stmt.Try t -> tryStatement(t.body(), t.handlers(), t.orelse(), t.finalbody(), "Try");
            case Stmt.TryStar t -> tryStatement(t.body(), t.handlers(), t.orelse(), t.finalbody(), "TryStar");
            case Stmt.Assert a -> {
                expr(a.test(), ExprContext.LOAD);
                optional(a.msg());
            }
            case Stmt.Import i -> nonempty(i.names(), "names", "Import");
            case Stmt.ImportFrom i -> {
                if (i.level() < 0) {
                    throw error("Negative ImportFrom level");
                }
                nonempty(i.names(), "names", "ImportFrom");
            }
            case Stmt.Global g -> nonempty(g.names(), "names", "Global");
            case Stmt.Nonlocal n -> nonempty(n.names(), "names", "Nonlocal");
            case Stmt.ExprStmt e -> expr(e.value(), ExprContext.LOAD);
            default -> {}
        }
    }

    private void targets(List<Expr> targets, ExprContext context, String owner) {
        nonempty(targets, "targets", owner);
        exprs(targets, context, false);
    }

    private void with(List<WithItem> items, List<Stmt> body, String owner) {
        nonempty(items, "items", owner);
        for (WithItem item : items) {
            expr(item.contextExpr(), ExprContext.LOAD);
            Expr vars = item.optionalVars();
            if (vars != null) {
                expr(vars, ExprContext.STORE);
            }
        }
        body(body, owner);
    }

    private void tryStatement(
            List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalbody, String owner) {
        body(body, owner);
        if (handlers.isEmpty() && finalbody.isEmpty()) {
            throw error(owner + " has neither handlers nor finalbody");
        }
        if (handlers.isEmpty() && !orelse.isEmpty()) {
            throw error(owner + " has orelse but no except handlers");
        }
        for (ExceptHandler h : handlers) {
            position(h.lineno(), h.endLineno(), h.colOffset(), h.endColOffset());
            optional(h.type());
            body(h.body(), "ExceptHandler");
        }
        stmts(finalbody);
        stmts(orelse);
    }

    private void typeParams(List<TypeParam> params) {
        for (TypeParam p : params) {
            if (p instanceof TypeParam.TypeVar v) {
                optional(v.bound());
            }
        }
    }

    private void arguments(Arguments a) {
        args(a.posonlyargs());
        args(a.args());
        if (a.vararg() != null) {
            optional(a.vararg().annotation());
        }
        args(a.kwonlyargs());
        if (a.kwarg() != null) {
            optional(a.kwarg().annotation());
        }
        if (a.defaults().size() > a.posonlyargs().size() + a.args().size()) {
            throw error("more positional defaults than args on arguments");
        }
        if (a.kwDefaults().size() != a.kwonlyargs().size()) {
            throw error("length of kwonlyargs is not the same as kw_defaults on arguments");
        }
        exprs(a.defaults(), ExprContext.LOAD, false);
        exprs(a.kwDefaults(), ExprContext.LOAD, true);
    }

    private void args(List<Arg> args) {
        for (Arg a : args) {
            position(a.lineno(), a.endLineno(), a.colOffset(), a.endColOffset());
            optional(a.annotation());
        }
    }

    private void keywords(List<Keyword> keywords) {
        for (Keyword k : keywords) {
            expr(k.value(), ExprContext.LOAD);
        }
    }

    // ---- expressions

    private void position(int line, int endLine, int column, int endColumn) {
        if (line > endLine) {
            throw error("AST node line range (" + line + ", " + endLine + ") is not valid");
        }
        if ((line < 0 && endLine != line) || (column < 0 && column != endColumn)) {
            throw error("AST node column range (" + column + ", " + endColumn + ") for line range (" + line + ", "
                    + endLine + ") is not valid");
        }
        if (line == endLine && column > endColumn) {
            throw error("line " + line + ", column " + column + "-" + endColumn + " is not a valid range");
        }
    }

    private void optional(@Nullable Expr e) {
        if (e != null) {
            expr(e, ExprContext.LOAD);
        }
    }

    private void exprs(List<? extends @Nullable Expr> list, ExprContext context, boolean nullable) {
        for (Expr e : list) {
            if (e != null) {
                expr(e, context);
            } else if (!nullable) {
                throw error("None disallowed in expression list");
            }
        }
    }

    private static String name(ExprContext context) {
        return context.className();
    }

    private void context(ExprContext wanted, ExprContext actual) {
        if (wanted != actual) {
            throw error("expression must have " + name(wanted) + " context but has " + name(actual) + " instead");
        }
    }

    private void expr(Expr e, ExprContext wanted) {
        position(e.lineno(), e.endLineno(), e.colOffset(), e.endColOffset());
        enter();
        try {
            switch (e) {
                case Expr.Attribute a -> {
                    context(wanted, a.ctx());
                    expr(a.value(), ExprContext.LOAD);
                }
                case Expr.Subscript s -> {
                    context(wanted, s.ctx());
                    expr(s.slice(), ExprContext.LOAD);
                    expr(s.value(), ExprContext.LOAD);
                }
                case Expr.Starred s -> {
                    context(wanted, s.ctx());
                    expr(s.value(), wanted);
                }
                case Expr.Name n -> {
                    identifier(n.id());
                    context(wanted, n.ctx());
                }
                case Expr.ListExpr l -> {
                    context(wanted, l.ctx());
                    exprs(l.elts(), wanted, false);
                }
                case Expr.Tuple t -> {
                    context(wanted, t.ctx());
                    exprs(t.elts(), wanted, false);
                }
                default -> {
                    if (wanted != ExprContext.LOAD) {
                        throw error("expression which can't be assigned to in " + name(wanted) + " context");
                    }
                    value(e);
                }
            }
        } finally {
            ts.leaveRecursive();
        }
    }

    private void identifier(String name) {
        if (name.equals("None") || name.equals("True") || name.equals("False")) {
            throw error("identifier field can't represent '" + name + "' constant");
        }
    }

    private void value(Expr expression) {
        switch (expression) {
            case Expr.BoolOp b -> {
                if (b.values().size() < 2) {
                    throw error("BoolOp with less than 2 values");
                }
                exprs(b.values(), ExprContext.LOAD, false);
            }
            case Expr.NamedExpr n -> {
                if (!(n.target() instanceof Expr.Name)) {
                    throw Errors.typeError(ts, "NamedExpr target must be a Name");
                }
                expr(n.value(), ExprContext.LOAD);
            }
            case Expr.BinOp b -> {
                expr(b.left(), ExprContext.LOAD);
                expr(b.right(), ExprContext.LOAD);
            }
            case Expr.UnaryOp u -> expr(u.operand(), ExprContext.LOAD);
            case Expr.Lambda l -> {
                arguments(l.args());
                expr(l.body(), ExprContext.LOAD);
            }
            case Expr.IfExp i -> {
                expr(i.test(), ExprContext.LOAD);
                expr(i.body(), ExprContext.LOAD);
                expr(i.orelse(), ExprContext.LOAD);
            }
            case Expr.Dict d -> {
                if (d.keys().size() != d.values().size()) {
                    throw error("Dict doesn't have the same number of keys as values");
                }
                exprs(d.keys(), ExprContext.LOAD, true);
                exprs(d.values(), ExprContext.LOAD, false);
            }
            case Expr.Set s -> exprs(s.elts(), ExprContext.LOAD, false);
            case Expr.ListComp c -> {
                comprehension(c.generators());
                expr(c.elt(), ExprContext.LOAD);
            }
            case Expr.SetComp c -> {
                comprehension(c.generators());
                expr(c.elt(), ExprContext.LOAD);
            }
            case Expr.GeneratorExp c -> {
                comprehension(c.generators());
                expr(c.elt(), ExprContext.LOAD);
            }
            case Expr.DictComp c -> {
                comprehension(c.generators());
                expr(c.key(), ExprContext.LOAD);
                expr(c.value(), ExprContext.LOAD);
            }
            case Expr.Yield y -> optional(y.value());
            case Expr.YieldFrom y -> expr(y.value(), ExprContext.LOAD);
            case Expr.Await a -> expr(a.value(), ExprContext.LOAD);
            case Expr.Compare c -> {
                if (c.comparators().isEmpty()) {
                    throw error("Compare with no comparators");
                }
                if (c.comparators().size() != c.ops().size()) {
                    throw error("Compare has a different number of comparators and operands");
                }
                exprs(c.comparators(), ExprContext.LOAD, false);
                expr(c.left(), ExprContext.LOAD);
            }
            case Expr.Call c -> {
                expr(c.func(), ExprContext.LOAD);
                exprs(c.args(), ExprContext.LOAD, false);
                keywords(c.keywords());
            }
            case Expr.Constant c -> constant(c.value());
            case Expr.JoinedStr j -> exprs(j.values(), ExprContext.LOAD, false);
            case Expr.FormattedValue f -> {
                expr(f.value(), ExprContext.LOAD);
                optional(f.formatSpec());
            }
            case Expr.Slice s -> {
                optional(s.lower());
                optional(s.upper());
                optional(s.step());
            }
            default -> {}
        }
    }

    private void comprehension(List<Comprehension> generators) {
        if (generators.isEmpty()) {
            throw error("comprehension with no generators");
        }
        for (Comprehension c : generators) {
            expr(c.target(), ExprContext.STORE);
            expr(c.iter(), ExprContext.LOAD);
            exprs(c.ifs(), ExprContext.LOAD, false);
        }
    }

    private void constant(Object value) {
        if (value == Singleton.NONE
                || value == Singleton.ELLIPSIS
                || value instanceof Number
                || value instanceof Boolean
                || Str.isStr(value)
                || (value instanceof PyComplex && Types.of(value) == PyComplex.TYPE)
                || (value instanceof PyBytes && Types.of(value) == PyBytes.TYPE)) {
            return;
        }
        if (Types.of(value) == PyTuple.TYPE || Types.of(value) == PyFrozenSet.TYPE) {
            enter();
            try {
                for (Object item : Iter.toArray(ts, value)) {
                    constant(item);
                }
            } finally {
                ts.leaveRecursive();
            }
            return;
        }
        throw Errors.typeError(
                ts, "got an invalid type in Constant: " + Types.of(value).name());
    }

    // ---- patterns

    private void pattern(Pattern pattern, boolean starAllowed) {
        position(pattern.lineno(), pattern.endLineno(), pattern.colOffset(), pattern.endColOffset());
        switch (pattern) {
            case Pattern.MatchValue v -> patternValue(v.value());
            case Pattern.MatchSingleton s -> {
                if (s.value() != Singleton.NONE && !(s.value() instanceof Boolean)) {
                    throw error("MatchSingleton can only contain True, False and None");
                }
            }
            case Pattern.MatchSequence s -> patterns(s.patterns(), true);
            case Pattern.MatchMapping m -> {
                if (m.keys().size() != m.patterns().size()) {
                    throw error("MatchMapping doesn't have the same number of keys as patterns");
                }
                capture(m.rest());
                for (Expr key : m.keys()) {
                    if (key instanceof Expr.Constant c
                            && (c.value() == Singleton.NONE || c.value() instanceof Boolean)) {
                        continue;
                    }
                    patternValue(key);
                }
                patterns(m.patterns(), false);
            }
            case Pattern.MatchClass c -> {
                if (c.kwdAttrs().size() != c.kwdPatterns().size()) {
                    throw error("MatchClass doesn't have the same number of keyword attributes as patterns");
                }
                expr(c.cls(), ExprContext.LOAD);
                Expr cls = c.cls();
                while (cls instanceof Expr.Attribute a) {
                    cls = a.value();
                }
                if (!(cls instanceof Expr.Name)) {
                    throw error("MatchClass cls field can only contain Name or Attribute nodes.");
                }
                c.kwdAttrs().forEach(this::identifier);
                patterns(c.patterns(), false);
                patterns(c.kwdPatterns(), false);
            }
            case Pattern.MatchStar s -> {
                if (!starAllowed) {
                    throw error("can't use MatchStar here");
                }
                capture(s.name());
            }
            case Pattern.MatchAs a -> {
                capture(a.name());
                if (a.pattern() != null) {
                    if (a.name() == null) {
                        throw error("MatchAs must specify a target name if a pattern is given");
                    }
                    pattern(a.pattern(), false);
                }
            }
            case Pattern.MatchOr o -> {
                if (o.patterns().size() < 2) {
                    throw error("MatchOr requires at least 2 patterns");
                }
                patterns(o.patterns(), false);
            }
        }
    }

    private void patterns(List<Pattern> patterns, boolean starAllowed) {
        for (Pattern p : patterns) {
            pattern(p, starAllowed);
        }
    }

    private void capture(@Nullable String name) {
        if (name != null) {
            if (name.equals("_")) {
                throw error("can't capture name '_' in patterns");
            }
            identifier(name);
        }
    }

    /** {@code validate_pattern_match_value}. */
    private void patternValue(Expr e) {
        expr(e, ExprContext.LOAD);
        switch (e) {
            case Expr.Constant c -> {
                if (Str.isStr(c.value())
                        || c.value() instanceof PyBytes
                        || c.value() instanceof PyComplex
                        || c.value() instanceof Number) {
                    return;
                }
                throw error("unexpected constant inside of a literal pattern");
            }
            case Expr.Attribute _, Expr.JoinedStr _ -> {
                return;
            }
            case Expr.UnaryOp u
            when u.op() == UnaryOperator.USUB && isNumber(u.operand()) -> {
                return;
            }
            case Expr.BinOp b
            when (b.op() == Operator.ADD || b.op() == Operator.SUB) && isNumber(b.right()) -> {
                return;
            }
            default -> throw error("patterns may only match literals and attribute lookups");
        }
    }

    private static boolean isNumber(Expr e) {
        return e instanceof Expr.Constant c && (c.value() instanceof Number || c.value() instanceof PyComplex);
    }
}
