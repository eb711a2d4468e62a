package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.IntMath;
import dev.clutch.interp.object.typing.PyGenericAlias;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Text;
import org.jspecify.annotations.Nullable;

/** {@code enumerate}. Answers to {@code enumobject}. */
@ExtensionType(name = "enumerate", subclassable = true, doc = "Gives pairs of a count and an item of an iterable.")
public final class PyEnumerate extends PyIterator {
    /** {@code enumerate}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyEnumerateDefinition(), TypeObject.OBJECT);

    private final PyIterator iterator;
    private final Object wrapped;
    /** The next count; {@link #big} when it has left long. */
    private long count;

    private @Nullable Object big;

    private PyEnumerate(TypeObject type, Object iterator, Object start) {
        super(type);
        this.wrapped = iterator;
        this.iterator = Iter.direct(iterator);
        if (start instanceof Long l) {
            this.count = l;
        } else {
            this.big = start;
        }
    }

    /** The arguments are told apart as by {@code enumerate_vectorcall}, whose messages no binding by a signature gives. */
    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        PyDict keywords = kwargs instanceof PyDict d ? d : new PyDict();
        int given = args.length + keywords.size();
        Object iterable = args.length > 0 ? args[0] : keywords.get("iterable");
        Object start = args.length > 1 ? args[1] : keywords.get("start");
        if (given == 0) {
            throw Errors.typeError(ts, "enumerate() missing required argument 'iterable'");
        }
        if (given > 2) {
            throw Errors.typeError(ts, "enumerate() takes at most 2 arguments (" + given + " given)");
        }
        if (iterable == null || given == 2 && start == null || args.length > 0 && keywords.get("iterable") != null) {
            throw unexpected(ts, keywords, args.length == 0 ? "iterable" : "start");
        }
        return new PyEnumerate(
                (TypeObject) cls, Iter.iter(ts, iterable), start == null ? (Object) 0L : Numbers.index(ts, start));
    }

    private static PythonException unexpected(PyThreadState ts, PyDict keywords, String wanted) {
        for (int p = keywords.next(0); p >= 0; p = keywords.next(p + 1)) {
            String name = Text.java(keywords.keyAt(p));
            if (!name.equals(wanted)) {
                return Errors.typeError(ts, "'" + name + "' is an invalid keyword argument for enumerate()");
            }
        }
        return Errors.typeError(ts, "enumerate() missing required argument 'iterable'");
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Override
    @Expose(name = "__next__")
    public @Nullable Object next(PyThreadState ts) {
        Object v = iterator.next(ts);
        if (v == null) {
            return null;
        }
        if (big != null || count == Long.MAX_VALUE) {
            return new PyTuple(nextBig(), v);
        }
        return new PyTuple(count++, v);
    }

    private Object nextBig() {
        Object n = count();
        big = IntMath.add(n, 1L);
        return n;
    }

    private Object count() {
        Object b = big;
        return b == null ? (Object) count : b;
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(PyThreadState ts, PyType cls, Object item) {
        return new PyGenericAlias(cls, item);
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        return new PyTuple(type(), new PyTuple(wrapped, count()));
    }
}
