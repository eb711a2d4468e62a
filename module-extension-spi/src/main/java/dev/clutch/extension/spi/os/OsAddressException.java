package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;

/** A failed name look-up, {@code socket.gaierror}: the numbers are {@code EAI_*}, not errno. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public final class OsAddressException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String text;

    public OsAddressException(int code, String text) {
        super("[Errno " + code + "] " + text, null, false, false);
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    public String text() {
        return text;
    }
}
