package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.ThreadState;
import java.util.Arrays;

/** A decoder for one of the {@link Codecs}. */
final class NativeDecoder extends TextDecoder {
    private final Codecs codec;
    private final Object errors;
    private byte[] pending = NOTHING;
    private final int[] used = new int[1];

    NativeDecoder(Codecs codec, Object errors) {
        this.codec = codec;
        this.errors = errors;
    }

    @Override
    Object decode(ThreadState ts, byte[] bytes, int from, int to, boolean last) {
        byte[] input = bytes;
        int start = from;
        int end = to;
        if (pending.length > 0) {
            input = Arrays.copyOf(pending, pending.length + to - from);
            System.arraycopy(bytes, from, input, pending.length, to - from);
            start = 0;
            end = input.length;
        }
        Object text = codec.decode(ts, input, start, end, errors, last, used);
        int rest = start + used[0];
        pending = rest == end ? NOTHING : Arrays.copyOfRange(input, rest, end);
        return text;
    }

    @Override
    State getState(ThreadState ts) {
        return new State(pending, 0);
    }

    @Override
    void setState(ThreadState ts, State state) {
        pending = state.pending();
    }

    @Override
    void reset(ThreadState ts) {
        pending = NOTHING;
    }
}
