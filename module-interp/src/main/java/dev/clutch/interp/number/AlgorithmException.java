package dev.clutch.interp.number;

/** Carries the kind and message of the Python exception that the caller raises; cheap, without a Java stack trace. */
public class AlgorithmException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Which Python exception it becomes. */
    public enum Kind {
        VALUE_ERROR,
        TYPE_ERROR,
        OVERFLOW_ERROR,
        ZERO_DIVISION_ERROR,
        MEMORY_ERROR
    }

    private final Kind kind;

    public AlgorithmException(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public static AlgorithmException value(String message) {
        return new AlgorithmException(Kind.VALUE_ERROR, message);
    }

    public static AlgorithmException overflow(String message) {
        return new AlgorithmException(Kind.OVERFLOW_ERROR, message);
    }

    public static AlgorithmException zeroDivision(String message) {
        return new AlgorithmException(Kind.ZERO_DIVISION_ERROR, message);
    }

    public final Kind kind() {
        return kind;
    }
}
