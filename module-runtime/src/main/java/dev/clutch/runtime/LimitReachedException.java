package dev.clutch.runtime;

/** Code below the language has used up a limit of its interpreter: {@link Language#limitExceeded} says what Python code gets instead. */
public final class LimitReachedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String limit;

    LimitReachedException(String limit) {
        super("limit exceeded: " + limit, null, false, false);
        this.limit = limit;
    }

    /** Returns the limit's name. */
    public String limit() {
        return limit;
    }
}
