package dev.clutch.interp.object;

/** The built-in exception classes by name. */
public final class Exceptions {
    private Exceptions() {}
}
