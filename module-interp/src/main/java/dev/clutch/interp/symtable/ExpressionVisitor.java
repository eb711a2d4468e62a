package dev.clutch.interp.symtable;

import dev.clutch.interp.ast.Comprehension;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.ExprContext;
import dev.clutch.interp.ast.Keyword;
import dev.clutch.interp.ast.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the names of expressions. The order of visits is CPython's: it decides the order of symbols and blocks. */
final class ExpressionVisitor {
    private final SymbolCollector table;

    ExpressionVisitor(SymbolCollector table) {
        this.table = table;
    }

    void expressions(List<? extends @Nullable Expr> list) {
        for (int i = 0; i < list.size(); i++) {
            expression(list.get(i));
        }
    }

    void keywords(List<Keyword> list) {
        for (int i = 0; i < list.size(); i++) {
            expression(list.get(i).value());
        }
    }

    /** Visits a tree. What nests to the right goes on in the loop, since such trees are deeper than a small stack. */
    void expression(@Nullable Expr first) {
        Expr e = first;
        int levels = 0;
        int lambdas = 0;
        while (e != null) {
            table.down();
            levels++;
            if (e.tag() == Expr.LAMBDA) {
                lambdas++;
            }
            e = visit(e);
        }
        while (lambdas-- > 0) {
            table.exit();
        }
        while (levels-- > 0) {
            table.up();
        }
    }

    /** Visits a node but for its last part, which is the answer. */
    private @Nullable Expr visit(Expr e) {
        switch (e.tag()) {
            case Expr.NAME:
                name((Expr.Name) e);
                return null;
            case Expr.CONSTANT:
                return null;
            case Expr.ATTRIBUTE:
            case Expr.CALL:
            case Expr.BIN_OP:
            case Expr.SUBSCRIPT:
                return chain(e);
            case Expr.UNARY_OP:
                return ((Expr.UnaryOp) e).operand();
            case Expr.STARRED:
                return ((Expr.Starred) e).value();
            case Expr.IF_EXP:
                expression(((Expr.IfExp) e).test());
                expression(((Expr.IfExp) e).body());
                return ((Expr.IfExp) e).orelse();
            case Expr.LAMBDA:
                return lambda((Expr.Lambda) e);
            case Expr.FORMATTED_VALUE:
                expression(((Expr.FormattedValue) e).value());
                return ((Expr.FormattedValue) e).formatSpec();
            default:
                visitMany(e);
                return null;
        }
    }

    private void visitMany(Expr e) {
        switch (e.tag()) {
            case Expr.BOOL_OP:
                expressions(((Expr.BoolOp) e).values());
                break;
            case Expr.NAMED_EXPR:
                namedExpression((Expr.NamedExpr) e);
                break;
            case Expr.DICT:
                expressions(((Expr.Dict) e).keys());
                expressions(((Expr.Dict) e).values());
                break;
            case Expr.SET:
                expressions(((Expr.Set) e).elts());
                break;
            case Expr.LIST_EXPR:
                expressions(((Expr.ListExpr) e).elts());
                break;
            case Expr.TUPLE:
                expressions(((Expr.Tuple) e).elts());
                break;
            case Expr.COMPARE:
                expression(((Expr.Compare) e).left());
                expressions(((Expr.Compare) e).comparators());
                break;
            case Expr.SLICE:
                expression(((Expr.Slice) e).lower());
                expression(((Expr.Slice) e).upper());
                expression(((Expr.Slice) e).step());
                break;
            case Expr.JOINED_STR:
                expressions(((Expr.JoinedStr) e).values());
                break;
            default:
                visitSuspendingOrNested(e);
                break;
        }
    }

    /** Nodes that nest to the left: visited from the innermost outwards, since chains of them are long. */
    private @Nullable Expr chain(Expr outermost) {
        Expr inner = leftOf(outermost);
        if (inner == null || leftOf(inner) == null) {
            expression(inner);
            if (outermost instanceof Expr.BinOp binary) {
                return binary.right();
            }
            rightOf(outermost);
            return null;
        }
        ArrayList<Expr> nodes = new ArrayList<>();
        Expr e = outermost;
        while (inner != null) {
            table.down();
            nodes.add(e);
            e = inner;
            inner = leftOf(e);
        }
        expression(e);
        for (int i = nodes.size() - 1; i >= 0; i--) {
            rightOf(nodes.get(i));
            table.up();
        }
        return null;
    }

    private static @Nullable Expr leftOf(Expr e) {
        switch (e.tag()) {
            case Expr.ATTRIBUTE:
                return ((Expr.Attribute) e).value();
            case Expr.CALL:
                return ((Expr.Call) e).func();
            case Expr.BIN_OP:
                return ((Expr.BinOp) e).left();
            case Expr.SUBSCRIPT:
                return ((Expr.Subscript) e).value();
            default:
                return null;
        }
    }

    /** Visits what comes after the left part. */
    private void rightOf(Expr e) {
        switch (e.tag()) {
            case Expr.ATTRIBUTE:
                table.attribute(((Expr.Attribute) e).attr());
                break;
            case Expr.CALL:
                expressions(((Expr.Call) e).args());
                keywords(((Expr.Call) e).keywords());
                break;
            case Expr.BIN_OP:
                expression(((Expr.BinOp) e).right());
                break;
            case Expr.SUBSCRIPT:
                expression(((Expr.Subscript) e).slice());
                break;
            default:
                break;
        }
    }

    private void visitSuspendingOrNested(Expr e) {
        switch (e.tag()) {
            case Expr.LIST_COMP:
                Expr.ListComp list = (Expr.ListComp) e;
                comprehension(e, "listcomp", Scope.Comprehension.LIST, list.generators(), list.elt(), null);
                break;
            case Expr.SET_COMP:
                Expr.SetComp set = (Expr.SetComp) e;
                comprehension(e, "setcomp", Scope.Comprehension.SET, set.generators(), set.elt(), null);
                break;
            case Expr.DICT_COMP:
                Expr.DictComp dict = (Expr.DictComp) e;
                comprehension(e, "dictcomp", Scope.Comprehension.DICT, dict.generators(), dict.key(), dict.value());
                break;
            case Expr.GENERATOR_EXP:
                Expr.GeneratorExp generator = (Expr.GeneratorExp) e;
                comprehension(
                        e, "genexpr", Scope.Comprehension.GENERATOR, generator.generators(), generator.elt(), null);
                break;
            case Expr.YIELD:
                suspend(e, ((Expr.Yield) e).value());
                break;
            case Expr.YIELD_FROM:
                suspend(e, ((Expr.YieldFrom) e).value());
                break;
            case Expr.AWAIT:
                refuseInAnnotation("await expression", e);
                expression(((Expr.Await) e).value());
                table.current.coroutine = true;
                break;
            default:
                throw new IllegalArgumentException(e.getClass().getName());
        }
    }

    private void name(Expr.Name e) {
        boolean load = e.ctx() == ExprContext.LOAD;
        table.define(e.id(), load ? Symbol.USE : Symbol.DEF_LOCAL, e);
        if (load && e.id().equals("super") && table.current.isFunctionLike()) {
            table.define("__class__", Symbol.USE, e);
        }
    }

    private void namedExpression(Expr.NamedExpr e) {
        refuseInAnnotation("named expression", e);
        if (table.current.iterationExpressions > 0) {
            throw table.error(e, "assignment expression cannot be used in a comprehension iterable expression");
        }
        if (table.current.comprehension != Scope.Comprehension.NONE) {
            table.extendNamedExpression((Expr.Name) e.target());
        } else {
            table.noteNamed(table.current, (Expr.Name) e.target());
        }
        expression(e.value());
        expression(e.target());
    }

    /** Enters a lambda, which is left when its body has been visited. */
    private Expr lambda(Expr.Lambda e) {
        if (table.current.canSeeClassScope) {
            throw table.error(e, "Cannot use lambda in annotation scope within class scope");
        }
        expressions(e.args().defaults());
        expressions(e.args().kwDefaults());
        table.enter(Scope.Kind.FUNCTION, "lambda", e, e);
        table.parameters(e.args());
        return e.body();
    }

    private void suspend(Expr e, @Nullable Expr value) {
        refuseInAnnotation("yield expression", e);
        expression(value);
        Scope scope = table.current;
        scope.generator = true;
        switch (scope.comprehension) {
            case LIST:
                throw table.error(e, "'yield' inside list comprehension");
            case SET:
                throw table.error(e, "'yield' inside set comprehension");
            case DICT:
                throw table.error(e, "'yield' inside dict comprehension");
            case GENERATOR:
                throw table.error(e, "'yield' inside generator expression");
            default:
                break;
        }
    }

    private void refuseInAnnotation(String what, Node e) {
        switch (table.current.kind()) {
            case ANNOTATION:
                throw table.error(e, what + " cannot be used within an annotation");
            case TYPE_VAR_BOUND:
                throw table.error(e, what + " cannot be used within a TypeVar bound");
            case TYPE_ALIAS:
                throw table.error(e, what + " cannot be used within a type alias");
            case TYPE_PARAM:
                throw table.error(e, what + " cannot be used within the definition of a generic");
            default:
                break;
        }
    }

    private void comprehension(
            Expr e,
            String name,
            Scope.Comprehension kind,
            List<Comprehension> generators,
            Expr element,
            @Nullable Expr value) {
        if (table.current.canSeeClassScope) {
            throw table.error(e, "Cannot use comprehension in annotation scope within class scope");
        }
        Comprehension first = generators.get(0);
        table.current.iterationExpressions++;
        expression(first.iter());
        table.current.iterationExpressions--;
        table.enter(Scope.Kind.FUNCTION, name, e, e);
        Scope scope = table.current;
        scope.comprehension = kind;
        if (first.isAsync()) {
            scope.coroutine = true;
        }
        table.define(".0", Symbol.DEF_PARAM, e);
        iterationTarget(first.target());
        expressions(first.ifs());
        for (int i = 1; i < generators.size(); i++) {
            Comprehension next = generators.get(i);
            iterationTarget(next.target());
            scope.iterationExpressions++;
            expression(next.iter());
            scope.iterationExpressions--;
            expressions(next.ifs());
            if (next.isAsync()) {
                scope.coroutine = true;
            }
        }
        expression(value);
        expression(element);
        boolean isGenerator = kind == Scope.Comprehension.GENERATOR;
        scope.generator = isGenerator;
        table.exit();
        if (scope.coroutine && !isGenerator) {
            table.current.coroutine = true;
        }
    }

    private void iterationTarget(Expr target) {
        table.current.inIterationTarget = true;
        expression(target);
        table.current.inIterationTarget = false;
    }
}
