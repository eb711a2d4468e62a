package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Truth;
import org.jspecify.annotations.Nullable;

/** {@code filter}. Answers to {@code filterobject}. */
@ExtensionType(
        name = "filter",
        subclassable = true,
        doc = "Gives the items of an iterable for which a function, or the item itself, is true.")
public final class PyFilter extends PyIterator {
    /** {@code filter}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyFilterDefinition(), TypeObject.OBJECT);

    private final Object function;
    private final Object iterator;

    private PyFilter(TypeObject type, Object function, Object iterator) {
        super(type);
        this.function = function;
        this.iterator = iterator;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        Keywords.none(ts, cls, TYPE, kwargs);
        if (args.length != 2) {
            throw Errors.typeError(ts, "filter expected 2 arguments, got " + args.length);
        }
        return new PyFilter((TypeObject) cls, args[0], Iter.iter(ts, args[1]));
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Override
    public @Nullable Object next(PyThreadState ts) {
        try {
            return __next__(ts);
        } catch (PythonException e) {
            return Iter.ended(e);
        }
    }

    @Expose
    @Nullable
    Object __next__(PyThreadState ts) {
        for (Object v = Iter.next(ts, iterator); v != null; v = Iter.next(ts, iterator)) {
            boolean good = function == Singleton.NONE || function == PyBool.TYPE
                    ? Truth.of(ts, v)
                    : Truth.of(ts, Call.call1(ts, function, v));
            if (good) {
                return v;
            }
            ts.checkSignals();
        }
        return null;
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        return new PyTuple(type(), new PyTuple(function, iterator));
    }
}
