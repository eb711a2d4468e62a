package dev.clutch.interp.parser;

/** Hears the warnings of the tokenizer and the parser. */
public interface WarningListener {
    /** The category of a warning. */
    enum Category {
        SYNTAX_WARNING,
        DEPRECATION_WARNING
    }

    /**
     * A warning at a line. Answers true when the warnings filter turns it into an exception: the parser then raises a
     * SyntaxError with the same text, as CPython does.
     */
    boolean warn(Category category, String message, String filename, int lineno);
}
