package dev.clutch.interp.crossing;

import dev.clutch.interp.PyThreadState;

/** An object on its way: holds nothing that belongs to an interpreter. Answers to {@code _PyXIData_t}. */
public abstract class CrossData {
    /** For the kinds of data, those of queues and channels too. */
    protected CrossData() {}

    /** Makes the object in the interpreter of a thread. */
    public abstract Object rebuild(PyThreadState ts);

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
    }
}
