package dev.clutch.compat;

/** A rule has nothing to test on this extension; the message says what it would need. */
public final class Untested extends Exception {
    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public Untested(String reason) {
        super(reason);
    }
}
