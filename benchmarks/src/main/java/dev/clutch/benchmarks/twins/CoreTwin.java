package dev.clutch.benchmarks.twins;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.op.Arith;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Numbers;
import org.jspecify.annotations.Nullable;

/** As the language writes its own modules: final classes, static operations, a type that is built in. */
@ExtensionModule(name = "core_twin")
public final class CoreTwin {
    private long calls;

    /** Makes the state. */
    public CoreTwin() {}

    @Expose
    long nothing(PyThreadState ts) {
        return ++calls;
    }

    @Expose(signature = "(x, /)")
    static Object one(PyThreadState ts, Object x) {
        return x;
    }

    @Expose(signature = "(a, b, /)")
    static long convert(PyThreadState ts, long a, long b) {
        return a + b;
    }

    @Expose(signature = "(a, b=1, *, c=2)")
    static Object keywords(PyThreadState ts, Object a, Object b, Object c) {
        return c;
    }

    @Expose(signature = "(values, /)")
    static Object total(PyThreadState ts, Object values) {
        Object sum = 0L;
        Object items = Iter.iter(ts, values);
        for (Object item = Iter.next(ts, items); item != null; item = Iter.next(ts, items)) {
            sum = Arith.add(ts, sum, item);
        }
        return sum;
    }

    @Expose(signature = "(function, n, /)")
    static void apply(PyThreadState ts, Object function, long n) {
        for (long i = 0; i < n; i++) {
            Call.call1(ts, function, i);
        }
    }

    @Expose(signature = "(o, n, /)")
    static Object attributes(PyThreadState ts, Object o, long n) {
        Object last = Singleton.NONE;
        for (long i = 0; i < n; i++) {
            last = Attr.get(ts, o, "x");
        }
        return last;
    }

    @Expose(signature = "(n, /)")
    static @Nullable Object containers(PyThreadState ts, long n) {
        PyList list = new PyList(0);
        PyDict dict = new PyDict();
        for (long i = 0; i < n; i++) {
            list.append(i);
            dict.put(ts, i, i);
        }
        return dict.get(ts, Numbers.index(ts, n - 1));
    }

    /** The type. */
    @ExtensionType(name = "core_twin.Twin", exported = false)
    public static final class Twin extends PyObject {
        /** The type object. */
        public static final TypeObject TYPE = TypeObject.builtin(new CoreTwinTwinDefinition(), TypeObject.OBJECT);

        private long x;

        private Twin() {
            super(TYPE);
        }

        @Expose(signature = "(x=0)")
        static Object __new__(PyThreadState ts, PyType cls, long x) {
            Twin made = new Twin();
            made.x = x;
            return made;
        }

        @Getter
        long x(PyThreadState ts) {
            return x;
        }

        @Setter("x")
        void setX(PyThreadState ts, @Nullable Object value) {
            if (value == null) {
                throw Errors.typeError(ts, "cannot delete x");
            }
            x = Numbers.asLong(ts, value);
        }

        @Expose
        long method(PyThreadState ts, long by) {
            return x + by;
        }

        @Expose
        long __len__(PyThreadState ts) {
            return 3;
        }

        @Expose
        Object __getitem__(PyThreadState ts, Object key) {
            return key;
        }

        @Expose
        Object __add__(PyThreadState ts, Object other) {
            return this;
        }

        @Expose
        Object __iter__(PyThreadState ts) {
            return this;
        }

        @Expose
        @Nullable
        Object __next__(PyThreadState ts) {
            return x > 0 ? (Object) x-- : null;
        }

        @Expose
        Object __call__(PyThreadState ts, Object value) {
            return value;
        }
    }
}
