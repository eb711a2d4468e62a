package dev.clutch.interp.parser;

/**
 * How to parse. The flags are those of {@code compile()} that reach the parser.
 *
 * @param typeComments {@code PyCF_TYPE_COMMENTS}
 * @param allowIncompleteInput {@code PyCF_ALLOW_INCOMPLETE_INPUT}
 * @param dontImplyDedent {@code PyCF_DONT_IMPLY_DEDENT}
 * @param barryAsBdfl {@code CO_FUTURE_BARRY_AS_BDFL}: not-equal is spelled with angle brackets
 * @param maxIntDigits {@code sys.get_int_max_str_digits()}, 0 for no limit
 */
public record ParserOptions(
        Mode mode,
        boolean typeComments,
        boolean allowIncompleteInput,
        boolean dontImplyDedent,
        boolean barryAsBdfl,
        int maxIntDigits) {
    /** What the source is. */
    public enum Mode {
        EXEC,
        EVAL,
        SINGLE,
        FUNC_TYPE
    }

    public static final int DEFAULT_MAX_INT_DIGITS = 4300;

    public static ParserOptions of(Mode mode) {
        return new ParserOptions(mode, false, false, false, false, DEFAULT_MAX_INT_DIGITS);
    }
}
