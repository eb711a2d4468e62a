package dev.clutch.interp.embedding;

/** A value that has no counterpart on the other side; the message says what it is and where in the value. Python's {@code NotShareableError}. */
public final class NotShareableException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String place;

    NotShareableException(String what) {
        this(what, "");
    }

    private NotShareableException(String what, String place) {
        super(place.isEmpty() ? what : what + " (at " + place + ")");
        this.what = what;
        this.place = place;
    }

    /** The same, seen from what contains it. */
    NotShareableException in(String part) {
        return new NotShareableException(what, part + place);
    }
}
