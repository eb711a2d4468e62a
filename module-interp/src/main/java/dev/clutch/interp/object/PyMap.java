package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Iter;
import org.jspecify.annotations.Nullable;

/** {@code map}. Answers to {@code mapobject}. */
@ExtensionType(name = "map", subclassable = true, doc = "Gives what a function returns for the items of iterables.")
public final class PyMap extends PyIterator {
    /** {@code map}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyMapDefinition(), TypeObject.OBJECT);

    private final Object function;
    private final Object[] iterators;

    private PyMap(TypeObject type, Object function, Object[] iterators) {
        super(type);
        this.function = function;
        this.iterators = iterators;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        Keywords.none(ts, cls, TYPE, kwargs);
        if (args.length < 2) {
            throw Errors.typeError(ts, "map() must have at least two arguments.");
        }
        Object[] all = new Object[args.length - 1];
        for (int i = 0; i < all.length; i++) {
            all[i] = Iter.iter(ts, args[i + 1]);
        }
        return new PyMap((TypeObject) cls, args[0], all);
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
        if (iterators.length == 1) {
            Object v = Iter.next(ts, iterators[0]);
            return v == null ? null : Call.call1(ts, function, v);
        }
        Object[] row = new Object[iterators.length];
        for (int i = 0; i < row.length; i++) {
            Object v = Iter.next(ts, iterators[i]);
            if (v == null) {
                return null;
            }
            row[i] = v;
        }
        return Call.vector(ts, function, row, null);
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        return new PyTuple(type(), new PyTuple(Call.prepend(function, iterators)));
    }
}
