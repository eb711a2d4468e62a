package dev.clutch.interp.ast;

/** One operator of a {@link Expr.Compare}. */
public enum CmpOperator {
    EQ("Eq"),
    NOT_EQ("NotEq"),
    LT("Lt"),
    LT_E("LtE"),
    GT("Gt"),
    GT_E("GtE"),
    IS("Is"),
    IS_NOT("IsNot"),
    IN("In"),
    NOT_IN("NotIn");

    private final String className;

    CmpOperator(String className) {
        this.className = className;
    }

    /** The name of the class in Python's {@code ast} module. */
    public String className() {
        return className;
    }
}
