package dev.clutch.interp.codec;

import org.jspecify.annotations.Nullable;

/** Says how to go on after an error. Those of {@link ErrorHandlers} are built in; others call what Python code has registered. */
public interface ErrorHandler {
    /**
     * The way on.
     *
     * @param replacement a {@code str}, or for an encoder also a {@code byte[]} that is taken as it is
     * @param position where the input is continued; from 0 to its length
     * @param input for a decoder: the bytes from here on, or null for the same as before
     */
    record Way(Object replacement, int position, byte @Nullable [] input) {
        /** Goes on in the same input. */
        public Way(Object replacement, int position) {
            this(replacement, position, null);
        }
    }

    Way handle(CodecError error);
}
