package dev.clutch.interp.parser;

import org.jspecify.annotations.Nullable;

/** A program that is refused: the exception that Python code will see, as data. It has no Java stack trace. */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The Python exception type to raise. */
    public enum Kind {
        SYNTAX_ERROR("SyntaxError"),
        INDENTATION_ERROR("IndentationError"),
        TAB_ERROR("TabError"),
        /** Of {@code PyCF_ALLOW_INCOMPLETE_INPUT}: more lines could make the program valid. */
        INCOMPLETE_INPUT("SyntaxError"),
        MEMORY_ERROR("MemoryError"),
        RECURSION_ERROR("RecursionError"),
        UNICODE_ERROR("UnicodeError"),
        VALUE_ERROR("ValueError");

        private final String typeName;

        Kind(String typeName) {
            this.typeName = typeName;
        }

        public String typeName() {
            return typeName;
        }
    }

    /** An end position that is None. */
    public static final int UNKNOWN = Integer.MIN_VALUE;

    private final Kind kind;
    private final String text;
    private final String filename;
    private final boolean located;
    private final int lineno;
    private final int offset;
    private final int endLineno;
    private final int endOffset;
    private final @Nullable String line;

    /** An error with a position: lines and offsets count from 1; an end offset of 0 or -1 is CPython's for "unknown". */
    public SyntaxException(
            Kind kind,
            String text,
            String filename,
            int lineno,
            int offset,
            int endLineno,
            int endOffset,
            @Nullable String line) {
        super(text, null, false, false);
        this.kind = kind;
        this.text = text;
        this.filename = filename;
        this.located = true;
        this.lineno = lineno;
        this.offset = offset;
        this.endLineno = endLineno;
        this.endOffset = endOffset;
        this.line = line;
    }

    /** An error of the whole source, whose position attributes are None. */
    public SyntaxException(Kind kind, String text, String filename) {
        super(text, null, false, false);
        this.kind = kind;
        this.text = text;
        this.filename = filename;
        this.located = false;
        this.lineno = 0;
        this.offset = 0;
        this.endLineno = 0;
        this.endOffset = 0;
        this.line = null;
    }

    public Kind kind() {
        return kind;
    }

    /** The message; never null, other than {@link #getMessage}. */
    public String text() {
        return text;
    }

    public String filename() {
        return filename;
    }

    /** Whether the position is known; if not, the position attributes of the Python exception are None. */
    public boolean located() {
        return located;
    }

    public int lineno() {
        return lineno;
    }

    public int offset() {
        return offset;
    }

    public int endLineno() {
        return endLineno;
    }

    public int endOffset() {
        return endOffset;
    }

    /** The source line, which may end with a newline. */
    public @Nullable String line() {
        return line;
    }
}
