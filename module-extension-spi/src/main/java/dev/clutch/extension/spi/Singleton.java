package dev.clutch.extension.spi;

/** The values of which there is one and which have no state: shared by all interpreters (PEP 683 calls them immortal). */
@Stability(since = "0.1")
public enum Singleton {
    /** {@code None}. */
    NONE("None"),
    /** {@code Ellipsis}. */
    ELLIPSIS("Ellipsis"),
    /** {@code NotImplemented}. */
    NOT_IMPLEMENTED("NotImplemented");

    private final String repr;

    Singleton(String repr) {
        this.repr = repr;
    }

    @Override
    public String toString() {
        return repr;
    }
}
