package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** What the two types that read share. */
abstract class BufferedReading extends BufferedStream {
    BufferedReading(PyType type, BufferCore core) {
        super(type, core);
    }

    @Expose(doc = "Whether it can be read.")
    Object readable(ThreadState ts) {
        return ts.callMethod(core.requireRaw(ts), "readable");
    }

    @Expose(signature = "(size=0, /)", doc = "Return what is in the buffer without moving the position.")
    Object peek(ThreadState ts, Object size) {
        ts.asLong(size);
        return core.peek(ts, this);
    }

    @Expose(signature = "(size=-1, /)", doc = "Read a number of bytes, all by default.")
    Object read(ThreadState ts, Object size) {
        return core.read(ts, this, IoErrors.size(ts, size, -1));
    }

    @Expose(signature = "(size=-1, /)", doc = "Read with at most one call of the raw stream.")
    Object read1(ThreadState ts, Object size) {
        return core.read1(ts, this, ts.asLong(size));
    }

    @Expose(signature = "(buffer, /)", doc = "Read into a buffer.")
    Object readinto(ThreadState ts, Object buffer) {
        return core.readInto(ts, this, buffer, false);
    }

    @Expose(signature = "(buffer, /)", doc = "Read into a buffer with at most one call of the raw stream.")
    Object readinto1(ThreadState ts, Object buffer) {
        return core.readInto(ts, this, buffer, true);
    }

    @Expose(signature = "(size=-1, /)", doc = "Read a line.")
    Object readline(ThreadState ts, Object size) {
        return ts.newBytes(core.readLine(ts, this, IoErrors.size(ts, size, -1)));
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts, IoModule state) {
        core.requireRaw(ts);
        PyType t = type();
        if (t == state.bufferedReader(ts) || t == state.bufferedRandom(ts)) {
            byte[] line = core.readLine(ts, this, -1);
            return line.length == 0 ? null : ts.newBytes(line);
        }
        Object line = ts.callMethod(this, "readline");
        if (!ts.isBytes(line)) {
            throw ts.error(
                    "OSError",
                    "readline() should have returned a bytes object, not '" + IoErrors.typeName(ts, line) + "'");
        }
        return ts.size(line) == 0 ? null : line;
    }
}
