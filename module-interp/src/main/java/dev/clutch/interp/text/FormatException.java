package dev.clutch.interp.text;

import dev.clutch.interp.number.AlgorithmException;

/** A format specification, template or value that cannot be formatted. */
public final class FormatException extends AlgorithmException {
    private static final long serialVersionUID = 1L;

    public FormatException(Kind kind, String message) {
        super(kind, message);
    }

    static FormatException ofValue(String message) {
        return new FormatException(Kind.VALUE_ERROR, message);
    }

    static FormatException ofType(String message) {
        return new FormatException(Kind.TYPE_ERROR, message);
    }

    static FormatException ofOverflow(String message) {
        return new FormatException(Kind.OVERFLOW_ERROR, message);
    }
}
