package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import java.util.Arrays;

/** A decoder that the module {@code codecs} has found. */
final class PythonDecoder extends TextDecoder {
    private final Object decoder;

    PythonDecoder(Object decoder) {
        this.decoder = decoder;
    }

    @Override
    Object decode(ThreadState ts, byte[] bytes, int from, int to, boolean last) {
        return checked(ts, ts.callMethod(decoder, "decode", ts.newBytes(Arrays.copyOfRange(bytes, from, to)), last));
    }

    /** A str value. */
    static Object checked(ThreadState ts, Object result) {
        if (!ts.isStr(result)) {
            throw ts.typeError("decoder should return a string result, not '" + IoErrors.typeName(ts, result) + "'");
        }
        return ts.strValue(result);
    }

    @Override
    State getState(ThreadState ts) {
        Object state = ts.callMethod(decoder, "getstate");
        if (!ts.isTuple(state) || ts.fastSize(state) != 2) {
            throw ts.typeError("illegal decoder state");
        }
        Object pending = ts.fastItem(state, 0);
        if (!ts.isBytes(pending)) {
            throw ts.typeError("illegal decoder state: the first item should be a bytes object, not '"
                    + IoErrors.typeName(ts, pending) + "'");
        }
        if (!ts.isInt(ts.fastItem(state, 1))) {
            throw ts.typeError("illegal decoder state");
        }
        return new State(ByteViews.copy(ts, pending), ts.asInt(ts.fastItem(state, 1)));
    }

    @Override
    void setState(ThreadState ts, State state) {
        ts.callMethod(decoder, "setstate", ts.newTuple(ts.newBytes(state.pending()), (long) state.flags()));
    }

    @Override
    void reset(ThreadState ts) {
        ts.callMethod(decoder, "reset");
    }

    @Override
    Object newlines(ThreadState ts) {
        Object found = ts.findAttr(decoder, "newlines");
        return found == null ? Singleton.NONE : found;
    }
}
