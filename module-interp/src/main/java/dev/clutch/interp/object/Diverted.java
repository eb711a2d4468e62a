package dev.clutch.interp.object;

/**
 * Thrown at the entry of compiled code that cannot be traced while a trace or profile function is set; caught by whoever entered it, who calls it in the way that can be traced. So code pays nothing for
 * tracing while nobody traces.
 */
public final class Diverted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Diverted() {
        super(null, null, false, false);
    }
}
