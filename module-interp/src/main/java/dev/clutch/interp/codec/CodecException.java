package dev.clutch.interp.codec;

/** Becomes a UnicodeEncodeError or UnicodeDecodeError; without a Java stack trace. */
public final class CodecException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CodecError error;

    public CodecException(CodecError error) {
        super(error.reason(), null, false, false);
        this.error = error;
    }

    public CodecError error() {
        return error;
    }
}
