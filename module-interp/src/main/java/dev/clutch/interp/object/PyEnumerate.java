package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.IntMath;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Numbers;
import org.jspecify.annotations.Nullable;

/** {@code enumerate}. Answers to {@code enumobject}. */
@ExtensionType(name = "enumerate", subclassable = true, doc = "Gives pairs of a count and an item of an iterable.")
public final class PyEnumerate extends PyIterator {
    /** {@code enumerate}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyEnumerateDefinition(), TypeObject.OBJECT);

    private final Object iterator;
    private Object count;

    private PyEnumerate(TypeObject type, Object iterator, Object start) {
        super(type);
        this.iterator = iterator;
        this.count = start;
    }

    @Expose(signature = "(iterable, start=0)")
    static Object __new__(PyThreadState ts, PyType cls, Object iterable, Object start) {
        return new PyEnumerate((TypeObject) cls, Iter.iter(ts, iterable), Numbers.index(ts, start));
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Override
    @Expose(name = "__next__")
    public @Nullable Object next(PyThreadState ts) {
        Object v = Iter.next(ts, iterator);
        if (v == null) {
            return null;
        }
        Object n = count;
        count = IntMath.add(n, 1L);
        return new PyTuple(n, v);
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(PyThreadState ts, PyType cls, Object item) {
        return new PyGenericAlias(cls, item);
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        return new PyTuple(type(), new PyTuple(iterator, count));
    }
}
