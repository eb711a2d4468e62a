package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;

/** A failed name look-up, {@code socket.gaierror}: the numbers are {@code EAI_*}, not errno. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public final class OsAddressException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String text;

    /** Makes one of a number {@code EAI_} and the text of {@code gai_strerror}. */
    public OsAddressException(int code, String text) {
        super("[Errno " + code + "] " + text, null, false, false);
        this.code = code;
        this.text = text;
    }

    /** The number, one of {@code EAI_}: {@code socket.gaierror.errno}. */
    public int code() {
        return code;
    }

    /** What the number means: {@code socket.gaierror.strerror}. */
    public String text() {
        return text;
    }
}
