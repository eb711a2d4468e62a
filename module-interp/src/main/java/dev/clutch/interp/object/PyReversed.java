package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Sizes;
import dev.clutch.interp.op.Subscript;
import org.jspecify.annotations.Nullable;

/** {@code reversed}. Answers to {@code reversedobject}. */
@ExtensionType(
        name = "reversed",
        subclassable = true,
        doc = "Gives the items of a sequence from the last to the first.")
public final class PyReversed extends PyIterator {
    /** {@code reversed}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyReversedDefinition(), TypeObject.OBJECT);

    private @Nullable Object sequence;
    private long index;

    private PyReversed(TypeObject type, Object sequence, long length) {
        super(type);
        this.sequence = sequence;
        this.index = length - 1;
    }

    @Expose(signature = "(sequence, /)")
    static Object __new__(PyThreadState ts, PyType cls, Object sequence) {
        Object f = Types.of(sequence).lookup("__reversed__");
        if (f != null && f != dev.clutch.extension.spi.Singleton.NONE) {
            return Call.special0(ts, f, sequence);
        }
        TypeObject t = Types.of(sequence);
        if (f != null || t.slot(Slot.GETITEM) == null || t.slot(Slot.LEN) == null) {
            throw Errors.typeError(ts, "'" + t.displayName() + "' object is not reversible");
        }
        return new PyReversed((TypeObject) cls, sequence, Sizes.of(ts, sequence));
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
        if (index < 0) {
            sequence = null;
            return null;
        }
        try {
            return Subscript.get(ts, s, index--);
        } catch (PythonException e) {
            if (!Errors.matches(e, "IndexError") && !Errors.matches(e, "StopIteration")) {
                throw e;
            }
            sequence = null;
            return null;
        }
    }

    @Expose
    long __length_hint__(PyThreadState ts) {
        Object s = sequence;
        return s == null || Sizes.of(ts, s) < index + 1 ? 0 : index + 1;
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        Object s = sequence;
        return s == null ? new PyTuple(type(), new PyTuple(PyTuple.EMPTY)) : new PyTuple(type(), new PyTuple(s), index);
    }

    @Expose
    void __setstate__(PyThreadState ts, long state) {
        Object s = sequence;
        if (s != null) {
            index = Math.clamp(state, -1, Sizes.of(ts, s) - 1);
        }
    }
}
