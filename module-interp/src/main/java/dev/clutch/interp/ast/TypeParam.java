package dev.clutch.interp.ast;

import org.jspecify.annotations.Nullable;

/** A type parameter (PEP 695). */
public sealed interface TypeParam extends Node {
    int TYPE_VAR = 0;
    int PARAM_SPEC = 1;
    int TYPE_VAR_TUPLE = 2;

    /** The constant of this interface that names the node's class, for a switch. */
    int tag();

    record TypeVar(String name, @Nullable Expr bound, int lineno, int colOffset, int endLineno, int endColOffset)
            implements TypeParam {
        @Override
        public int tag() {
            return TYPE_VAR;
        }
    }

    record ParamSpec(String name, int lineno, int colOffset, int endLineno, int endColOffset) implements TypeParam {
        @Override
        public int tag() {
            return PARAM_SPEC;
        }
    }

    record TypeVarTuple(String name, int lineno, int colOffset, int endLineno, int endColOffset) implements TypeParam {
        @Override
        public int tag() {
            return TYPE_VAR_TUPLE;
        }
    }
}
