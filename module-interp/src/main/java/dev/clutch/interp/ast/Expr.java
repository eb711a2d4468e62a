package dev.clutch.interp.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression. The class of the list display is {@code ListExpr}, to keep {@code List} for Java's. */
public sealed interface Expr extends Node {
    int BOOL_OP = 0;
    int NAMED_EXPR = 1;
    int BIN_OP = 2;
    int UNARY_OP = 3;
    int LAMBDA = 4;
    int IF_EXP = 5;
    int DICT = 6;
    int SET = 7;
    int LIST_COMP = 8;
    int SET_COMP = 9;
    int DICT_COMP = 10;
    int GENERATOR_EXP = 11;
    int AWAIT = 12;
    int YIELD = 13;
    int YIELD_FROM = 14;
    int COMPARE = 15;
    int CALL = 16;
    int FORMATTED_VALUE = 17;
    int JOINED_STR = 18;
    int CONSTANT = 19;
    int ATTRIBUTE = 20;
    int SUBSCRIPT = 21;
    int STARRED = 22;
    int NAME = 23;
    int LIST_EXPR = 24;
    int TUPLE = 25;
    int SLICE = 26;

    /** The constant of this interface that names the node's class, for a switch. */
    int tag();

    record BoolOp(BoolOperator op, List<Expr> values, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return BOOL_OP;
        }
    }

    record NamedExpr(Expr target, Expr value, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return NAMED_EXPR;
        }
    }

    record BinOp(Expr left, Operator op, Expr right, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return BIN_OP;
        }
    }

    record UnaryOp(UnaryOperator op, Expr operand, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return UNARY_OP;
        }
    }

    record Lambda(Arguments args, Expr body, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return LAMBDA;
        }
    }

    record IfExp(Expr test, Expr body, Expr orelse, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return IF_EXP;
        }
    }

    record Dict(
            List<@Nullable Expr> keys, List<Expr> values, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return DICT;
        }
    }

    record Set(List<Expr> elts, int lineno, int colOffset, int endLineno, int endColOffset) implements Expr {
        @Override
        public int tag() {
            return SET;
        }
    }

    record ListComp(
            Expr elt, List<Comprehension> generators, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return LIST_COMP;
        }
    }

    record SetComp(Expr elt, List<Comprehension> generators, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return SET_COMP;
        }
    }

    record DictComp(
            Expr key,
            Expr value,
            List<Comprehension> generators,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return DICT_COMP;
        }
    }

    record GeneratorExp(
            Expr elt, List<Comprehension> generators, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return GENERATOR_EXP;
        }
    }

    record Await(Expr value, int lineno, int colOffset, int endLineno, int endColOffset) implements Expr {
        @Override
        public int tag() {
            return AWAIT;
        }
    }

    record Yield(@Nullable Expr value, int lineno, int colOffset, int endLineno, int endColOffset) implements Expr {
        @Override
        public int tag() {
            return YIELD;
        }
    }

    record YieldFrom(Expr value, int lineno, int colOffset, int endLineno, int endColOffset) implements Expr {
        @Override
        public int tag() {
            return YIELD_FROM;
        }
    }

    record Compare(
            Expr left,
            List<CmpOperator> ops,
            List<Expr> comparators,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return COMPARE;
        }
    }

    record Call(
            Expr func,
            List<Expr> args,
            List<Keyword> keywords,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return CALL;
        }
    }

    record FormattedValue(
            Expr value,
            int conversion,
            @Nullable Expr formatSpec,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return FORMATTED_VALUE;
        }
    }

    record JoinedStr(List<Expr> values, int lineno, int colOffset, int endLineno, int endColOffset) implements Expr {
        @Override
        public int tag() {
            return JOINED_STR;
        }
    }

    record Constant(Object value, @Nullable String kind, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return CONSTANT;
        }
    }

    record Attribute(
            Expr value, String attr, ExprContext ctx, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return ATTRIBUTE;
        }
    }

    record Subscript(
            Expr value, Expr slice, ExprContext ctx, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return SUBSCRIPT;
        }
    }

    record Starred(Expr value, ExprContext ctx, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return STARRED;
        }
    }

    record Name(String id, ExprContext ctx, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return NAME;
        }
    }

    record ListExpr(List<Expr> elts, ExprContext ctx, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return LIST_EXPR;
        }
    }

    record Tuple(List<Expr> elts, ExprContext ctx, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return TUPLE;
        }
    }

    record Slice(
            @Nullable Expr lower,
            @Nullable Expr upper,
            @Nullable Expr step,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Expr {
        @Override
        public int tag() {
            return SLICE;
        }
    }
}
