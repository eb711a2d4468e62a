package dev.clutch.extensions.builtin.sre;

import dev.clutch.extension.spi.CodePoints;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferView;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a pattern is applied to: a str, or the bytes of a buffer, which stays exported until this is closed. Answers to {@code getstring}. */
final class Searched implements AutoCloseable {
    private final Object object;

    /** Null for bytes. */
    private final @Nullable Object text;

    /** Null for a str. */
    private final @Nullable BufferView view;

    private final int length;

    private Searched(Object object, @Nullable Object text, @Nullable BufferView view, int length) {
        this.object = object;
        this.text = text;
        this.view = view;
        this.length = length;
    }

    static Searched of(ThreadState ts, Object object) {
        if (object instanceof String s) {
            return new Searched(object, s, null, s.length());
        }
        if (ts.isStr(object)) {
            Object text = ts.strValue(object);
            return new Searched(object, text, null, Str.length(text));
        }
        try {
            BufferView view = ts.buffer(object, false);
            return new Searched(object, null, view, view.length());
        } catch (PythonException e) {
            throw ts.typeError("expected string or bytes-like object, got '"
                    + ts.typeOf(object).displayName() + "'");
        }
    }

    boolean isBytes() {
        return view != null;
    }

    int length() {
        return length;
    }

    Subject subject() {
        BufferView bytes = view;
        if (bytes != null) {
            return Subject.of(bytes.array(), bytes.offset(), bytes.length());
        }
        return text instanceof String s ? Subject.of(s) : Subject.of((CodePoints) text());
    }

    @SuppressWarnings("NullAway") // only asked of a str
    private Object text() {
        return text;
    }

    /** A part; bounds that a buffer has lost meanwhile are taken as its end. */
    Object slice(ThreadState ts, int from, int to) {
        BufferView bytes = view;
        if (bytes == null) {
            return Str.substring(text(), Math.min(from, length), Math.min(to, length));
        }
        int first = Math.min(from, length);
        int last = Math.max(first, Math.min(to, length));
        if (first == 0 && last == length && ts.typeOf(object) == ts.builtinType("bytes")) {
            return object;
        }
        return ts.newBytes(Arrays.copyOfRange(bytes.array(), bytes.offset() + first, bytes.offset() + last));
    }

    /** The str or bytes without characters. */
    Object empty(ThreadState ts) {
        return view == null ? "" : ts.newBytes(new byte[0]);
    }

    @Override
    public void close() {
        BufferView bytes = view;
        if (bytes != null) {
            bytes.close();
        }
    }
}
