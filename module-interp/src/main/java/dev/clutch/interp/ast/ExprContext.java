package dev.clutch.interp.ast;

/** What is done with a target. */
public enum ExprContext {
    LOAD("Load"),
    STORE("Store"),
    DEL("Del");

    private final String className;

    ExprContext(String className) {
        this.className = className;
    }

    /** The name of the class in Python's {@code ast} module. */
    public String className() {
        return className;
    }
}
