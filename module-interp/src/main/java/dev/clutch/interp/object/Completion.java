package dev.clutch.interp.object;

/** How part of a long function body ended, when neither normally nor by a return. Never a Python value. */
public enum Completion {
    /** Leaves the loop around the part. */
    BREAK,
    /** Goes on with the next turn of the loop around the part. */
    CONTINUE
}
