package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;

/** An incremental decoder, as a text stream uses it. */
abstract class TextDecoder {
    /** What a decoder has of its past: bytes that it has not decoded, and a number. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record State(byte[] pending, int flags) {}

    static final byte[] NOTHING = {};

    abstract Object decode(ThreadState ts, byte[] bytes, int from, int to, boolean last);

    abstract State getState(ThreadState ts);

    abstract void setState(ThreadState ts, State state);

    abstract void reset(ThreadState ts);

    /** The line ends that were seen. */
    Object newlines(ThreadState ts) {
        return Singleton.NONE;
    }
}
