package dev.clutch.interp.ast;

/** The operator of a {@link Expr.BoolOp}. */
public enum BoolOperator {
    AND("And"),
    OR("Or");

    private final String className;

    BoolOperator(String className) {
        this.className = className;
    }

    /** The name of the class in Python's {@code ast} module. */
    public String className() {
        return className;
    }
}
