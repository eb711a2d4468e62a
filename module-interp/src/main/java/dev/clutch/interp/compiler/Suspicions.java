package dev.clutch.interp.compiler;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.ast.CmpOperator;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Node;
import dev.clutch.interp.ast.Stmt;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.parser.WarningListener;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Code that is right but hardly meant, so that it gets a SyntaxWarning. Answers to {@code compiler_warn} and what calls it. */
final class Suspicions {
    private final String filename;
    private final WarningListener warnings;
    private final IdentityHashMap<Node, Boolean> warned = new IdentityHashMap<>();

    Suspicions(String filename, WarningListener warnings) {
        this.filename = filename;
        this.warnings = warnings;
    }

    private void warn(Node node, String message) {
        // a body may be emitted more than once
        if (warned.put(node, true) == null
                && warnings.warn(WarningListener.Category.SYNTAX_WARNING, message, filename, node.lineno())) {
            throw new CompileException(message, node);
        }
    }

    void assertion(Stmt.Assert s) {
        if (s.test() instanceof Expr.Tuple t && !t.elts().isEmpty()) {
            warn(s, "assertion is always true, perhaps remove parentheses?");
        }
    }

    /** {@code check_compare}: identity of a literal. */
    void compare(Expr.Compare e) {
        Expr left = e.left();
        for (int i = 0; i < e.ops().size(); i++) {
            CmpOperator op = e.ops().get(i);
            Expr right = e.comparators().get(i);
            if (op == CmpOperator.IS || op == CmpOperator.IS_NOT) {
                Expr literal = isLiteral(left) ? left : isLiteral(right) ? right : null;
                if (literal != null) {
                    String type = typeName(literal);
                    warn(
                            e,
                            op == CmpOperator.IS
                                    ? "\"is\" with '" + type + "' literal. Did you mean \"==\"?"
                                    : "\"is not\" with '" + type + "' literal. Did you mean \"!=\"?");
                    return;
                }
            }
            left = right;
        }
    }

    private static boolean isLiteral(Expr e) {
        if (e instanceof Expr.Tuple t) {
            for (Expr element : t.elts()) {
                if (!(element instanceof Expr.Constant) && !isLiteral(element)) {
                    return false;
                }
            }
            return true;
        }
        return e instanceof Expr.Constant c && !(c.value() instanceof Singleton) && !(c.value() instanceof Boolean);
    }

    /** {@code check_caller}. */
    void call(Expr.Call e) {
        Expr f = e.func();
        if (f instanceof Expr.Name || f instanceof Expr.Attribute || f instanceof Expr.Lambda) {
            return;
        }
        String type = typeName(f);
        if (type != null) {
            warn(e, "'" + type + "' object is not callable; perhaps you missed a comma?");
        }
    }

    /** {@code check_subscripter} and {@code check_index}. */
    void subscript(Expr.Subscript e) {
        Expr value = e.value();
        if (value instanceof Expr.Name || value instanceof Expr.Attribute) {
            return;
        }
        String type = typeName(value);
        if (type == null) {
            return;
        }
        if (value instanceof Expr.Set
                || value instanceof Expr.SetComp
                || value instanceof Expr.GeneratorExp
                || value instanceof Expr.Lambda
                || (value instanceof Expr.Constant c && !isContainer(c.value()))) {
            warn(e, "'" + type + "' object is not subscriptable; perhaps you missed a comma?");
            return;
        }
        if (value instanceof Expr.Dict || value instanceof Expr.DictComp) {
            return;
        }
        String index = typeName(e.slice());
        if (index != null && !index.equals("int") && !index.equals("bool")) {
            warn(e, type + " indices must be integers or slices, not " + index + "; perhaps you missed a comma?");
        }
    }

    private static boolean isContainer(Object constant) {
        return PyStr.isStr(constant) || constant instanceof PyBytes || constant instanceof PyTuple;
    }

    /** {@code infer_type}: null when the value decides. */
    private static @Nullable String typeName(Expr e) {
        return switch (e.tag()) {
            case Expr.TUPLE -> "tuple";
            case Expr.LIST_EXPR, Expr.LIST_COMP -> "list";
            case Expr.DICT, Expr.DICT_COMP -> "dict";
            case Expr.SET, Expr.SET_COMP -> "set";
            case Expr.GENERATOR_EXP -> "generator";
            case Expr.LAMBDA -> "function";
            case Expr.JOINED_STR, Expr.FORMATTED_VALUE -> "str";
            case Expr.CONSTANT -> Types.of(((Expr.Constant) e).value()).name();
            default -> null;
        };
    }
}
