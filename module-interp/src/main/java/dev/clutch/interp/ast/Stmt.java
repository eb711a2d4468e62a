package dev.clutch.interp.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement. The class of the expression statement is {@code ExprStmt}, since {@code Expr} is the expression
 * type.
 */
public sealed interface Stmt extends Node {
    int FUNCTION_DEF = 0;
    int ASYNC_FUNCTION_DEF = 1;
    int CLASS_DEF = 2;
    int RETURN = 3;
    int DELETE = 4;
    int ASSIGN = 5;
    int TYPE_ALIAS = 6;
    int AUG_ASSIGN = 7;
    int ANN_ASSIGN = 8;
    int FOR = 9;
    int ASYNC_FOR = 10;
    int WHILE = 11;
    int IF = 12;
    int WITH = 13;
    int ASYNC_WITH = 14;
    int MATCH = 15;
    int RAISE = 16;
    int TRY = 17;
    int TRY_STAR = 18;
    int ASSERT = 19;
    int IMPORT = 20;
    int IMPORT_FROM = 21;
    int GLOBAL = 22;
    int NONLOCAL = 23;
    int EXPR_STMT = 24;
    int PASS = 25;
    int BREAK = 26;
    int CONTINUE = 27;

    /** The constant of this interface that names the node's class, for a switch. */
    int tag();

    record FunctionDef(
            String name,
            Arguments args,
            List<Stmt> body,
            List<Expr> decoratorList,
            @Nullable Expr returns,
            @Nullable String typeComment,
            List<TypeParam> typeParams,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return FUNCTION_DEF;
        }
    }

    record AsyncFunctionDef(
            String name,
            Arguments args,
            List<Stmt> body,
            List<Expr> decoratorList,
            @Nullable Expr returns,
            @Nullable String typeComment,
            List<TypeParam> typeParams,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return ASYNC_FUNCTION_DEF;
        }
    }

    record ClassDef(
            String name,
            List<Expr> bases,
            List<Keyword> keywords,
            List<Stmt> body,
            List<Expr> decoratorList,
            List<TypeParam> typeParams,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return CLASS_DEF;
        }
    }

    record Return(@Nullable Expr value, int lineno, int colOffset, int endLineno, int endColOffset) implements Stmt {
        @Override
        public int tag() {
            return RETURN;
        }
    }

    record Delete(List<Expr> targets, int lineno, int colOffset, int endLineno, int endColOffset) implements Stmt {
        @Override
        public int tag() {
            return DELETE;
        }
    }

    record Assign(
            List<Expr> targets,
            Expr value,
            @Nullable String typeComment,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return ASSIGN;
        }
    }

    record TypeAlias(
            Expr name,
            List<TypeParam> typeParams,
            Expr value,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return TYPE_ALIAS;
        }
    }

    record AugAssign(Expr target, Operator op, Expr value, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return AUG_ASSIGN;
        }
    }

    record AnnAssign(
            Expr target,
            Expr annotation,
            @Nullable Expr value,
            boolean simple,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return ANN_ASSIGN;
        }
    }

    record For(
            Expr target,
            Expr iter,
            List<Stmt> body,
            List<Stmt> orelse,
            @Nullable String typeComment,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return FOR;
        }
    }

    record AsyncFor(
            Expr target,
            Expr iter,
            List<Stmt> body,
            List<Stmt> orelse,
            @Nullable String typeComment,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return ASYNC_FOR;
        }
    }

    record While(
            Expr test, List<Stmt> body, List<Stmt> orelse, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return WHILE;
        }
    }

    record If(Expr test, List<Stmt> body, List<Stmt> orelse, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return IF;
        }
    }

    record With(
            List<WithItem> items,
            List<Stmt> body,
            @Nullable String typeComment,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return WITH;
        }
    }

    record AsyncWith(
            List<WithItem> items,
            List<Stmt> body,
            @Nullable String typeComment,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return ASYNC_WITH;
        }
    }

    record Match(Expr subject, List<MatchCase> cases, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return MATCH;
        }
    }

    record Raise(@Nullable Expr exc, @Nullable Expr cause, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return RAISE;
        }
    }

    record Try(
            List<Stmt> body,
            List<ExceptHandler> handlers,
            List<Stmt> orelse,
            List<Stmt> finalbody,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return TRY;
        }
    }

    record TryStar(
            List<Stmt> body,
            List<ExceptHandler> handlers,
            List<Stmt> orelse,
            List<Stmt> finalbody,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return TRY_STAR;
        }
    }

    record Assert(Expr test, @Nullable Expr msg, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return ASSERT;
        }
    }

    record Import(List<Alias> names, int lineno, int colOffset, int endLineno, int endColOffset) implements Stmt {
        @Override
        public int tag() {
            return IMPORT;
        }
    }

    record ImportFrom(
            @Nullable String module,
            List<Alias> names,
            int level,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Stmt {
        @Override
        public int tag() {
            return IMPORT_FROM;
        }
    }

    record Global(List<String> names, int lineno, int colOffset, int endLineno, int endColOffset) implements Stmt {
        @Override
        public int tag() {
            return GLOBAL;
        }
    }

    record Nonlocal(List<String> names, int lineno, int colOffset, int endLineno, int endColOffset) implements Stmt {
        @Override
        public int tag() {
            return NONLOCAL;
        }
    }

    record ExprStmt(Expr value, int lineno, int colOffset, int endLineno, int endColOffset) implements Stmt {
        @Override
        public int tag() {
            return EXPR_STMT;
        }
    }

    record Pass(int lineno, int colOffset, int endLineno, int endColOffset) implements Stmt {
        @Override
        public int tag() {
            return PASS;
        }
    }

    record Break(int lineno, int colOffset, int endLineno, int endColOffset) implements Stmt {
        @Override
        public int tag() {
            return BREAK;
        }
    }

    record Continue(int lineno, int colOffset, int endLineno, int endColOffset) implements Stmt {
        @Override
        public int tag() {
            return CONTINUE;
        }
    }
}
