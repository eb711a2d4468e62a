package dev.clutch.interp.ast;

/** The operator of a {@link Expr.UnaryOp}. */
public enum UnaryOperator {
    INVERT("Invert"),
    NOT("Not"),
    UADD("UAdd"),
    USUB("USub");

    private final String className;

    UnaryOperator(String className) {
        this.className = className;
    }

    /** The name of the class in Python's {@code ast} module. */
    public String className() {
        return className;
    }
}
