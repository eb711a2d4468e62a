package dev.clutch.benchmarks.twins;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** As an author writes it. */
@ExtensionModule(name = "extension_twin", types = ExtensionTwin.Twin.class)
public final class ExtensionTwin {
    private long calls;

    /** Makes the state. */
    public ExtensionTwin() {}

    @Expose
    long nothing(ThreadState ts) {
        return ++calls;
    }

    @Expose(signature = "(x, /)")
    static Object one(ThreadState ts, Object x) {
        return x;
    }

    @Expose(signature = "(a, b, /)")
    static long convert(ThreadState ts, long a, long b) {
        return a + b;
    }

    @Expose(signature = "(a, b=1, *, c=2)")
    static Object keywords(ThreadState ts, Object a, Object b, Object c) {
        return c;
    }

    @Expose(signature = "(values, /)")
    static Object total(ThreadState ts, Object values) {
        Object sum = 0L;
        Object items = ts.iter(values);
        for (Object item = ts.next(items); item != null; item = ts.next(items)) {
            sum = ts.add(sum, item);
        }
        return sum;
    }

    @Expose(signature = "(function, n, /)")
    static void apply(ThreadState ts, Object function, long n) {
        for (long i = 0; i < n; i++) {
            ts.call(function, i);
        }
    }

    @Expose(signature = "(o, n, /)")
    static Object attributes(ThreadState ts, Object o, long n) {
        Object last = Singleton.NONE;
        for (long i = 0; i < n; i++) {
            last = ts.getAttr(o, "x");
        }
        return last;
    }

    @Expose(signature = "(n, /)")
    static @Nullable Object containers(ThreadState ts, long n) {
        Object list = ts.newListSized(0);
        Object dict = ts.newDict();
        for (long i = 0; i < n; i++) {
            ts.listAppend(list, i);
            ts.dictSet(dict, i, i);
        }
        return ts.dictGet(dict, ts.index(n - 1));
    }

    /** The type. */
    @ExtensionType(name = "extension_twin.Twin")
    static final class Twin extends PyObject {
        private long x;

        private Twin(PyType type) {
            super(type);
        }

        @Expose(signature = "(x=0)")
        static Object __new__(ThreadState ts, PyType cls, long x) {
            Twin made = new Twin(cls);
            made.x = x;
            return made;
        }

        @Getter
        long x(ThreadState ts) {
            return x;
        }

        @Setter("x")
        void setX(ThreadState ts, @Nullable Object value) {
            if (value == null) {
                throw ts.typeError("cannot delete x");
            }
            x = ts.asLong(value);
        }

        @Expose
        long method(ThreadState ts, long by) {
            return x + by;
        }

        @Expose
        long __len__(ThreadState ts) {
            return 3;
        }

        @Expose
        Object __getitem__(ThreadState ts, Object key) {
            return key;
        }

        @Expose
        Object __add__(ThreadState ts, Object other) {
            return this;
        }

        @Expose
        Object __iter__(ThreadState ts) {
            return this;
        }

        @Expose
        @Nullable
        Object __next__(ThreadState ts) {
            return x > 0 ? (Object) x-- : null;
        }

        @Expose
        Object __call__(ThreadState ts, Object value) {
            return value;
        }
    }
}
