package dev.clutch.conformance.spi;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Every operation of the mapping protocol. */
@ExtensionType(name = "_testspi.Table", mapping = true, doc = "A mapping.")
final class Table extends PyObject {
    private final Object entries;

    private Table(PyType type, Object entries) {
        super(type);
        this.entries = entries;
    }

    @Expose(signature = "(**entries)")
    static Object __new__(ThreadState ts, PyType cls, @Nullable Object entries) {
        return new Table(cls, entries == null ? ts.newDict() : entries);
    }

    @Expose
    long __len__(ThreadState ts) {
        return ts.longSize(entries);
    }

    @Expose
    Object __getitem__(ThreadState ts, Object key) {
        Object value = ts.dictGet(entries, key);
        if (value == null) {
            throw ts.error(ts.exceptionType("KeyError"), key);
        }
        return value;
    }

    @Expose
    void __setitem__(ThreadState ts, Object key, Object value) {
        ts.dictSet(entries, key, value);
    }

    @Expose
    void __delitem__(ThreadState ts, Object key) {
        if (ts.dictRemove(entries, key) == null) {
            throw ts.error(ts.exceptionType("KeyError"), key);
        }
    }

    @Expose
    boolean __contains__(ThreadState ts, Object key) {
        return ts.dictGet(entries, key) != null;
    }

    @Expose
    Object __iter__(ThreadState ts) {
        return ts.iter(entries);
    }

    @Expose
    Object keys(ThreadState ts) {
        return ts.callMethod(entries, "keys");
    }

    @Expose(signature = "(key, default=None, /)")
    Object get(ThreadState ts, Object key, Object fallback) {
        Object value = ts.dictGet(entries, key);
        return value == null ? fallback : value;
    }
}
