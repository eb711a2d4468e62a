package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Sizes;
import org.jspecify.annotations.Nullable;

/** Iterates over an object by {@code __getitem__} with 0, 1, ... until IndexError. Answers to {@code seqiterobject}. */
@ExtensionType(name = "iterator", exported = false)
public final class PySequenceIterator extends PyIterator {
    /** {@code iterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PySequenceIteratorDefinition(), TypeObject.OBJECT);

    private @Nullable Object sequence;
    private long index;

    /** Makes an iterator. */
    public PySequenceIterator(Object sequence) {
        super(TYPE);
        this.sequence = sequence;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Override
    @Expose(name = "__next__")
    public @Nullable Object next(PyThreadState ts) {
        Object s = sequence;
        if (s == null) {
            return null;
        }
        NativeTable table = Types.of(s).slot(Slot.GETITEM);
        if (table == null) {
            return null;
        }
        if (index == Long.MAX_VALUE) {
            throw Errors.error(ts, "OverflowError", "iter index too large");
        }
        try {
            return table.call1(Slot.GETITEM.id(), ts, s, index++);
        } catch (PythonException e) {
            if (Errors.matches(e, "IndexError") || Errors.matches(e, "StopIteration")) {
                sequence = null;
                return null;
            }
            throw e;
        }
    }

    @Expose
    Object __length_hint__(PyThreadState ts) {
        Object s = sequence;
        if (s == null) {
            return 0L;
        }
        if (Types.of(s).slot(Slot.LEN) == null) {
            return dev.clutch.extension.spi.Singleton.NOT_IMPLEMENTED;
        }
        return Math.max(0, Sizes.of(ts, s) - index);
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        Object iter = Builtins.get(ts, "iter");
        Object s = sequence;
        return s == null ? new PyTuple(iter, new PyTuple(PyTuple.EMPTY)) : new PyTuple(iter, new PyTuple(s), index);
    }

    @Expose
    void __setstate__(PyThreadState ts, long state) {
        index = Math.max(0, state);
    }
}
