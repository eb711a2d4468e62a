package dev.clutch.conformance.spi;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** What a class of values has: construction, text, comparison, hash, properties, pickling, call, context manager, generics, class and static methods, state of its module. */
@ExtensionType(
        name = "_testspi.Point",
        subclassable = true,
        weakReferences = true,
        doc = "A point with whole coordinates.")
final class Point extends PyObject {
    @Constant("DIMENSIONS")
    static final long TWO = 2;

    private long x;
    private long y;

    private Point(PyType type) {
        super(type);
    }

    @Expose(signature = "(x=0, y=0)")
    static Object __new__(ThreadState ts, PyType cls, TestSpi state, long x, long y) {
        state.calls++;
        Point made = new Point(cls);
        made.x = x;
        made.y = y;
        return made;
    }

    @Getter(doc = "The first coordinate.")
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

    @Getter(member = true)
    long y(ThreadState ts) {
        return y;
    }

    @Expose
    Object __repr__(ThreadState ts) {
        return Str.of(type().name() + "(" + x + ", " + y + ")");
    }

    @Expose
    Object __str__(ThreadState ts) {
        return Str.of(x + "/" + y);
    }

    @Expose(signature = "(spec, /)")
    Object __format__(ThreadState ts, String spec) {
        return Str.of(x + spec + y);
    }

    @Expose
    long __hash__(ThreadState ts) {
        return 31 * x + y;
    }

    /** Two module objects have two types of this class: the Java class alone would take one for the other. */
    @Expose
    Object __richcompare__(ThreadState ts, PyType definingClass, Slot op, Object other) {
        if (!(other instanceof Point p) || !definingClass.isInstance(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return ts.compare(op, ts.newTuple(x, y), ts.newTuple(p.x, p.y));
    }

    @Expose(signature = "(dx, dy=0, *, scale=1)", doc = "Move.")
    Object __call__(ThreadState ts, PyType definingClass, long dx, long dy, long scale) {
        Point made = new Point(definingClass);
        made.x = x + scale * dx;
        made.y = y + scale * dy;
        return made;
    }

    @Expose
    Object __enter__(ThreadState ts) {
        return this;
    }

    @Expose(signature = "(type, value, traceback, /)")
    boolean __exit__(ThreadState ts, Object type, Object value, Object traceback) {
        return type != Singleton.NONE && ts.isSubclass(type, ts.exceptionType("KeyError"));
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        return ts.newTuple(type(), ts.newTuple(), ts.callMethod(this, "__getstate__"));
    }

    @Expose
    Object __getstate__(ThreadState ts) {
        return ts.newTuple(x, y);
    }

    @Expose(signature = "(state, /)")
    void __setstate__(ThreadState ts, Object state) {
        Object[] values = ts.toArray(state);
        x = ts.asLong(values[0]);
        y = ts.asLong(values[1]);
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(ThreadState ts, PyType cls, Object item) {
        return ts.genericAlias(cls, item);
    }

    @Expose(kind = Expose.Kind.CLASS, signature = "(pair)", doc = "Make a point of a pair.")
    static Object of(ThreadState ts, PyType cls, Object pair) {
        Object[] values = ts.toArray(pair);
        return ts.call(cls, values[0], values[1]);
    }

    @Expose(kind = Expose.Kind.STATIC, signature = "(a, b, /)")
    static long cross(ThreadState ts, long a, long b) {
        return a * b;
    }

    @Expose(doc = "The class that defines this method, whatever the class of the instance.")
    Object defined_in(ThreadState ts, PyType definingClass) {
        return definingClass;
    }
}
