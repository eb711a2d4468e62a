package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** What the three types with one raw stream share. */
abstract class BufferedStream extends PyObject {
    final BufferCore core;

    BufferedStream(PyType type, BufferCore core) {
        super(type);
        this.core = core;
    }

    @Expose(doc = "Flush and close, the raw stream too.")
    void close(ThreadState ts, IoModule state) {
        core.close(ts, this);
        if (!core.finalizing && isExact(ts, state) && Finalizing.isAtEnd(core.file)) {
            core.unwatched = true;
            ts.unwatch(this);
        }
    }

    /** It is initialised once more. */
    final void watchAgain(ThreadState ts) {
        if (core.unwatched) {
            core.unwatched = false;
            ts.watch(this);
        }
    }

    /** Whether it is of one of the three types, not of a class derived from them. */
    final boolean isExact(ThreadState ts, IoModule state) {
        PyType type = type();
        return type == state.bufferedReader(ts) || type == state.bufferedWriter(ts) || type == state.bufferedRandom(ts);
    }

    @Expose(doc = "Flush, and separate the raw stream, which is returned.")
    Object detach(ThreadState ts) {
        return core.detach(ts, this);
    }

    @Expose(doc = "Whether the position can be moved.")
    Object seekable(ThreadState ts) {
        return ts.callMethod(core.requireRaw(ts), "seekable");
    }

    @Expose(doc = "Return the descriptor.")
    Object fileno(ThreadState ts) {
        return ts.callMethod(core.requireRaw(ts), "fileno");
    }

    @Expose(doc = "Whether it is a terminal.")
    Object isatty(ThreadState ts) {
        return ts.callMethod(core.requireRaw(ts), "isatty");
    }

    @Expose(doc = "Return the position.")
    long tell(ThreadState ts) {
        return core.tell(ts, this);
    }

    @Expose(signature = "(target, whence=0, /)", doc = "Move to a position and return it.")
    long seek(ThreadState ts, IoModule state, Object target, int whence) {
        return core.seek(ts, this, state, target, whence);
    }

    @Expose(signature = "(pos=None, /)", doc = "Change the size, to the position by default.")
    Object truncate(ThreadState ts, IoModule state, Object pos) {
        return core.truncate(ts, this, state, pos);
    }

    @Expose
    void _dealloc_warn(ThreadState ts, Object source) {
        core.warnUnclosed(ts, source);
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        throw ts.typeError("cannot pickle '" + type().name() + "' instances");
    }

    @Expose
    Object __reduce_ex__(ThreadState ts, Object protocol) {
        throw ts.typeError("cannot pickle '" + type().name() + "' instances");
    }

    @Expose
    long __sizeof__(ThreadState ts) {
        return 160L + core.buffer.length;
    }

    @Expose
    Object __repr__(ThreadState ts) {
        String kind = type().displayName();
        Object name = null;
        try {
            name = ts.findAttr(this, "name");
        } catch (PythonException e) {
            if (!ts.matches(e, "ValueError")) {
                throw e;
            }
        }
        return Str.of(name == null ? "<" + kind + ">" : "<" + kind + " name=" + Reprs.of(ts, this, name) + ">");
    }

    @Getter
    Object raw(ThreadState ts) {
        Object r = core.raw;
        if (r == null) {
            return Singleton.NONE;
        }
        return r;
    }

    @Getter("closed")
    Object isClosed(ThreadState ts) {
        return ts.getAttr(core.requireRaw(ts), "closed");
    }

    @Getter
    Object name(ThreadState ts) {
        return ts.getAttr(core.requireRaw(ts), "name");
    }

    @Getter
    Object mode(ThreadState ts) {
        return ts.getAttr(core.requireRaw(ts), "mode");
    }

    @Getter("_finalizing")
    boolean isFinalizing(ThreadState ts) {
        return core.finalizing;
    }

    @Setter("_finalizing")
    void setFinalizing(ThreadState ts, @Nullable Object value) {
        core.finalizing = Finalizing.flag(ts, value);
    }
}
