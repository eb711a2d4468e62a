package dev.clutch.interp.codec;

/** Says how to go on after an error. Those of {@link ErrorHandlers} are built in; others call what Python code has registered. */
public interface ErrorHandler {
    /**
     * The way on.
     *
     * @param replacement a {@code str}, or for an encoder also a {@code byte[]} that is taken as it is
     * @param position where the input is continued; from 0 to its length
     */
    record Way(Object replacement, int position) {}

    Way handle(CodecError error);
}
