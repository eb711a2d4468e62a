package dev.clutch.interp.ast;

/** A binary arithmetic or bitwise operator. */
public enum Operator {
    ADD("Add"),
    SUB("Sub"),
    MULT("Mult"),
    MAT_MULT("MatMult"),
    DIV("Div"),
    MOD("Mod"),
    POW("Pow"),
    LSHIFT("LShift"),
    RSHIFT("RShift"),
    BIT_OR("BitOr"),
    BIT_XOR("BitXor"),
    BIT_AND("BitAnd"),
    FLOOR_DIV("FloorDiv");

    private final String className;

    Operator(String className) {
        this.className = className;
    }

    /** The name of the class in Python's {@code ast} module. */
    public String className() {
        return className;
    }
}
