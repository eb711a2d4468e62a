package dev.clutch.interp.crossing;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.runtime.exchange.Parcel;
import org.jspecify.annotations.Nullable;

/** An object on its way: what it holds of its interpreter, if anything, it gives back by {@link Parcel#dispose}. Answers to {@code _PyXIData_t}. */
public abstract class CrossData extends Parcel {
    /** For the kinds of data, those of queues and channels too. */
    protected CrossData() {}

    /** Makes the object in the interpreter of a thread. */
    public abstract Object rebuild(PyThreadState ts);

    /** Opens it in Java code; by default it can't be. */
    public @Nullable Object read(HostReader reader) {
        throw reader.refusal(what());
    }

    /** What it is, in words. */
    protected String what() {
        return "an object that only an interpreter can make";
    }

    /** A value that all interpreters may share. */
    static final class Value extends CrossData {
        private final Object value;

        Value(Object value) {
            this.value = value;
        }

        @Override
        public Object rebuild(PyThreadState ts) {
            return value;
        }

        @Override
        public @Nullable Object read(HostReader reader) {
            return reader.value(value);
        }
    }

    /** It did not leave after all: the queue was full, or the call was refused. */
    public void takeBack(PyThreadState ts) {
        dispose(ts.interp.runtime());
    }

    /** A bytes object: another one with the same bytes, since programs may tell what is sent from what arrives. */
    static final class Bytes extends CrossData {
        private final byte[] value;

        Bytes(PyBytes bytes) {
            this.value = bytes.value();
        }

        @Override
        public Object rebuild(PyThreadState ts) {
            return new PyBytes(value);
        }

        @Override
        public Object read(HostReader reader) {
            return reader.bytes(value);
        }
    }
}
