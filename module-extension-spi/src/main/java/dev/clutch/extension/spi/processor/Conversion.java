package dev.clutch.extension.spi.processor;

/** How a Python argument becomes a Java parameter. */
enum Conversion {
    OBJECT("object"),
    STRING("str"),
    DOUBLE("float"),
    LONG("int"),
    INT("int"),
    BOOLEAN("bool");

    private final String stubType;

    Conversion(String stubType) {
        this.stubType = stubType;
    }

    /** Returns the type as a stub shows it. */
    String stubType() {
        return stubType;
    }

    boolean isPrimitive() {
        return this != OBJECT && this != STRING;
    }
}
