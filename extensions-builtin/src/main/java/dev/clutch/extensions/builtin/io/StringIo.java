package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code StringIO}: a stream of text in memory. Answers to {@code stringio.c}. */
@ExtensionType(
        name = "_io.StringIO",
        base = "_io._TextIOBase",
        subclassable = true,
        dict = true,
        weakReferences = true,
        skipsFinalizer = true,
        doc = "A stream of text in memory.")
final class StringIo extends PyObject {
    private final TextBuffer buffer = new TextBuffer();
    private long position;
    private boolean isClosed;

    /** Null before {@code __init__}. */
    private @Nullable LineEnds ends;

    private @Nullable NewlineTranslator translator;

    private StringIo(PyType type) {
        super(type);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new StringIo(cls);
    }

    @Expose(signature = "(initial_value='', newline='\\n')")
    void __init__(ThreadState ts, Object initial_value, Object newline) {
        ends = null;
        if (newline != Singleton.NONE && !ts.isStr(newline)) {
            throw ts.typeError("newline must be str or None, not " + IoErrors.typeName(ts, newline));
        }
        LineEnds made = LineEnds.of(ts, newline == Singleton.NONE ? null : Str.toJavaString(ts.strValue(newline)));
        if (initial_value != Singleton.NONE && !ts.isStr(initial_value)) {
            throw ts.typeError("initial_value must be str or None, not " + IoErrors.typeName(ts, initial_value));
        }
        ends = made;
        translator = made.readUniversal ? new NewlineTranslator(made.readTranslate) : null;
        buffer.clear();
        position = 0;
        isClosed = false;
        if (initial_value != Singleton.NONE) {
            put(ts, ts.strValue(initial_value));
            position = 0;
        }
    }

    private LineEnds open(ThreadState ts) {
        LineEnds e = ends;
        if (e == null) {
            throw IoErrors.uninitialized(ts);
        }
        if (isClosed) {
            throw ts.valueError("I/O operation on closed file");
        }
        return e;
    }

    private void put(ThreadState ts, Object text) {
        LineEnds e = open(ts);
        NewlineTranslator t = translator;
        Object decoded = t == null ? text : t.translate(text, true);
        Object written = e.forWriting(decoded);
        int n = Str.length(written);
        if (n == 0) {
            return;
        }
        if (position + n > Str.MAX_LENGTH) {
            throw ts.error("OverflowError", "new position too large");
        }
        buffer.put((int) position, written);
        position += n;
    }

    @Expose(signature = "(s, /)", doc = "Write text and return its length.")
    long write(ThreadState ts, Object s) {
        if (ends == null) {
            throw IoErrors.uninitialized(ts);
        }
        if (!ts.isStr(s)) {
            throw ts.typeError("string argument expected, got '" + IoErrors.typeName(ts, s) + "'");
        }
        open(ts);
        Object text = ts.strValue(s);
        int n = Str.length(text);
        if (n > 0) {
            put(ts, text);
        }
        return n;
    }

    @Expose(doc = "Return the content.")
    Object getvalue(ThreadState ts) {
        open(ts);
        return buffer.substring(0, buffer.length());
    }

    @Expose(doc = "Return the position.")
    long tell(ThreadState ts) {
        open(ts);
        return position;
    }

    private Object take(int to) {
        Object text = buffer.substring((int) position, to);
        position = to;
        return text;
    }

    @Expose(signature = "(size=-1, /)", doc = "Read up to a number of characters, all by default.")
    Object read(ThreadState ts, Object size) {
        long wanted = IoErrors.size(ts, size, -1);
        open(ts);
        int n = buffer.length();
        if (position >= n) {
            return "";
        }
        return take(wanted < 0 || wanted > n - position ? n : (int) (position + wanted));
    }

    private Object line(ThreadState ts, long limit) {
        LineEnds e = open(ts);
        int n = buffer.length();
        if (position >= n) {
            return "";
        }
        int from = (int) position;
        int to = limit < 0 || limit > n - from ? n : (int) (from + limit);
        return take(lineEnd(e, from, to));
    }

    private int lineEnd(LineEnds e, int from, int to) {
        if (e.readTranslate || !e.readUniversal && "\n".equals(e.readEnd)) {
            int p = buffer.indexOf('\n', from, to);
            return p < 0 ? to : p + 1;
        }
        boolean pair = "\r\n".equals(e.readEnd);
        for (int i = from; i < to; i++) {
            int c = buffer.at(i);
            boolean followed = i + 1 < to && buffer.at(i + 1) == '\n';
            if (c == '\n' && e.readUniversal) {
                return i + 1;
            }
            if (c == '\r' && (!pair || followed)) {
                return followed && (pair || e.readUniversal) ? i + 2 : i + 1;
            }
        }
        return to;
    }

    @Expose(signature = "(size=-1, /)", doc = "Read a line.")
    Object readline(ThreadState ts, Object size) {
        long limit = IoErrors.size(ts, size, -1);
        return line(ts, limit);
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts, IoModule state) {
        open(ts);
        Object line;
        if (type() == state.type(ts, "StringIO")) {
            line = line(ts, -1);
        } else {
            line = ts.callMethod(this, "readline");
            if (!ts.isStr(line)) {
                throw ts.error(
                        "OSError",
                        "readline() should have returned a str object, not '" + IoErrors.typeName(ts, line) + "'");
            }
        }
        return Str.isEmpty(ts.strValue(line)) ? null : line;
    }

    @Expose(signature = "(pos=None, /)", doc = "Change the size, to the position by default.")
    long truncate(ThreadState ts, Object pos) {
        long length = IoErrors.size(ts, pos, position);
        open(ts);
        if (length < 0) {
            throw ts.valueError("Negative size value " + length);
        }
        if (length < buffer.length()) {
            buffer.truncate((int) length);
        }
        return length;
    }

    @Expose(signature = "(pos, whence=0, /)", doc = "Move to a position and return it.")
    long seek(ThreadState ts, Object pos, int whence) {
        long offset = seekOffset(ts, pos);
        open(ts);
        if (whence < 0 || whence > 2) {
            throw ts.valueError("Invalid whence (" + whence + ", should be 0, 1 or 2)");
        }
        if (offset < 0 && whence == 0) {
            throw ts.valueError("Negative seek position " + offset);
        }
        if (whence != 0 && offset != 0) {
            throw ts.error("OSError", "Can't do nonzero cur-relative seeks");
        }
        position = whence == 0 ? offset : whence == 1 ? position : buffer.length();
        return position;
    }

    private static long seekOffset(ThreadState ts, Object pos) {
        Object n = ts.index(pos);
        if (!(n instanceof Long l)) {
            throw ts.error(
                    "OverflowError", "cannot fit '" + IoErrors.typeName(ts, pos) + "' into an index-sized integer");
        }
        return l;
    }

    @Expose(doc = "Let the content go.")
    void close(ThreadState ts) {
        isClosed = true;
        buffer.clear();
    }

    @Expose(doc = "Return true.")
    boolean readable(ThreadState ts) {
        open(ts);
        return true;
    }

    @Expose(doc = "Return true.")
    boolean writable(ThreadState ts) {
        open(ts);
        return true;
    }

    @Expose(doc = "Return true.")
    boolean seekable(ThreadState ts) {
        open(ts);
        return true;
    }

    @Getter("closed")
    boolean isClosed(ThreadState ts) {
        if (ends == null) {
            throw IoErrors.uninitialized(ts);
        }
        return isClosed;
    }

    @Getter("line_buffering")
    boolean lineBuffering(ThreadState ts) {
        open(ts);
        return false;
    }

    @Getter
    Object newlines(ThreadState ts) {
        open(ts);
        NewlineTranslator t = translator;
        return t == null ? Singleton.NONE : t.newlines(ts);
    }

    @Expose
    Object __getstate__(ThreadState ts) {
        LineEnds e = open(ts);
        Object dict = ts.dictOf(this);
        String newline = e.readEnd;
        return ts.newTuple(
                getvalue(ts),
                newline == null ? Singleton.NONE : newline,
                position,
                dict == null ? Singleton.NONE : ts.callMethod(dict, "copy"));
    }

    @Expose
    void __setstate__(ThreadState ts, Object state) {
        if (isClosed) {
            throw ts.valueError("__setstate__ on closed file");
        }
        if (!ts.isTuple(state) || ts.fastSize(state) < 4) {
            throw ts.typeError(
                    type().name() + ".__setstate__ argument should be 4-tuple, got " + IoErrors.typeName(ts, state));
        }
        Object value = ts.fastItem(state, 0);
        __init__(ts, "", ts.fastItem(state, 1));
        if (!ts.isStr(value)) {
            if (value != Singleton.NONE) {
                throw ts.typeError("string argument expected, got '" + IoErrors.typeName(ts, value) + "'");
            }
        } else {
            // the content was translated when it was written
            buffer.put(0, ts.strValue(value));
        }
        Object at = ts.fastItem(state, 2);
        if (!ts.isInt(at)) {
            throw ts.typeError("third item of state must be an integer, got " + IoErrors.typeName(ts, at));
        }
        long p = ts.asLong(at);
        if (p < 0) {
            throw ts.valueError("position value cannot be negative");
        }
        position = p;
        Object dict = ts.fastItem(state, 3);
        if (dict != Singleton.NONE) {
            if (!ts.isDict(dict)) {
                throw ts.typeError("fourth item of state should be a dict, got a " + IoErrors.typeName(ts, dict));
            }
            ts.callMethod(ts.getAttr(this, "__dict__"), "update", dict);
        }
    }
}
