package dev.clutch.interp.ast;

import java.util.List;

/** A whole compilation unit. */
public sealed interface Mod {
    int MODULE = 0;
    int INTERACTIVE = 1;
    int EXPRESSION = 2;
    int FUNCTION_TYPE = 3;

    /** The constant of this interface that names the node's class, for a switch. */
    int tag();

    record Module(List<Stmt> body, List<TypeIgnore> typeIgnores) implements Mod {
        @Override
        public int tag() {
            return MODULE;
        }
    }

    record Interactive(List<Stmt> body) implements Mod {
        @Override
        public int tag() {
            return INTERACTIVE;
        }
    }

    record Expression(Expr body) implements Mod {
        @Override
        public int tag() {
            return EXPRESSION;
        }
    }

    record FunctionType(List<Expr> argtypes, Expr returns) implements Mod {
        @Override
        public int tag() {
            return FUNCTION_TYPE;
        }
    }
}
