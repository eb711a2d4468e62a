package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Iter;
import org.jspecify.annotations.Nullable;

/** {@code zip}. Answers to {@code zipobject}. */
@ExtensionType(
        name = "zip",
        subclassable = true,
        doc =
                "Tuples of one item of each iterable, as long as all have one.\n\n>>> list(zip('ab', range(3)))\n[('a', 0), ('b', 1)]\n")
public final class PyZip extends PyIterator {
    /** {@code zip}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyZipDefinition(), TypeObject.OBJECT);

    private final Object[] iterators;
    private boolean strict;

    private PyZip(TypeObject type, Object[] iterators, boolean strict) {
        super(type);
        this.iterators = iterators;
        this.strict = strict;
    }

    @Expose(signature = "(*iterables, strict=False)")
    static Object __new__(PyThreadState ts, PyType cls, Object[] iterables, boolean strict) {
        Object[] all = new Object[iterables.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = Iter.iter(ts, iterables[i]);
        }
        return new PyZip((TypeObject) cls, all, strict);
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Override
    @Expose(name = "__next__")
    public @Nullable Object next(PyThreadState ts) {
        if (iterators.length == 0) {
            return null;
        }
        Object[] row = new Object[iterators.length];
        for (int i = 0; i < row.length; i++) {
            Object v = Iter.next(ts, iterators[i]);
            if (v == null) {
                if (strict) {
                    checkLengths(ts, i);
                }
                return null;
            }
            row[i] = v;
        }
        return new PyTuple(row);
    }

    /** Argument {@code ended} has ended: with strict, so must the others. */
    private void checkLengths(PyThreadState ts, int ended) {
        if (ended > 0) {
            throw Errors.valueError(ts, "zip() argument " + (ended + 1) + " is shorter than argument" + others(ended));
        }
        for (int i = 1; i < iterators.length; i++) {
            if (Iter.next(ts, iterators[i]) != null) {
                throw Errors.valueError(ts, "zip() argument " + (i + 1) + " is longer than argument" + others(i));
            }
        }
    }

    private static String others(int n) {
        return n == 1 ? " 1" : "s 1-" + n;
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        PyTuple all = new PyTuple(iterators.clone());
        return strict ? new PyTuple(type(), all, true) : new PyTuple(type(), all);
    }

    @Expose
    void __setstate__(PyThreadState ts, boolean state) {
        strict = state;
    }
}
