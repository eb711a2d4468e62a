package dev.clutch.interp.op;

import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyIterator;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PySequenceIterator;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.SlotIterator;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import org.jspecify.annotations.Nullable;

/** Iteration, whose end is Java null. */
public final class Iter {
    private static final int ITER = Slot.ITER.id();
    private static final int NEXT = Slot.NEXT.id();

    private Iter() {}

    /** {@code iter(o)}. */
    public static Object iter(PyThreadState ts, Object o) {
        TypeObject type = Types.of(o);
        NativeTable table = type.slot(ITER);
        if (table != null) {
            Object r = table.call0(ITER, ts, o);
            if (r != null) {
                return r;
            }
        } else if (type.slot(Slot.GETITEM) != null && !type.isMappingOnly()) {
            return new PySequenceIterator(o);
        }
        throw Errors.typeError(ts, "'" + type.displayName() + "' object is not iterable");
    }

    /** {@code iter(o)} for a loop of compiled code. */
    public static PyIterator loop(PyThreadState ts, Object o) {
        return direct(iter(ts, o));
    }

    /** An iterator as a loop of compiled code wants it. */
    public static PyIterator direct(Object iterator) {
        return iterator instanceof PyIterator i && i.isDirect() ? i : new SlotIterator(iterator);
    }

    /** The next item, null at the end. */
    public static @Nullable Object next(PyThreadState ts, Object iterator) {
        // Here and not in the loops of all who consume iterators; compiled loops, which poll themselves, don't come
        // here.
        ts.checkSignals();
        if (iterator instanceof PyIterator i && i.isDirect()) {
            return i.next(ts);
        }
        return slow(ts, iterator);
    }

    private static @Nullable Object slow(PyThreadState ts, Object iterator) {
        NativeTable table = Types.of(iterator).slot(NEXT);
        if (table == null) {
            throw Errors.typeError(ts, "'" + Types.of(iterator).displayName() + "' object is not an iterator");
        }
        try {
            return table.call0(NEXT, ts, iterator);
        } catch (PythonException e) {
            return ended(e);
        }
    }

    /** Null for a StopIteration, which ends a loop; anything else is thrown on. */
    public static @Nullable Object ended(PythonException e) {
        if (Errors.matches(e, "StopIteration")) {
            return null;
        }
        throw e;
    }

    /** Whether the object has {@code __next__}. */
    public static boolean isIterator(Object o) {
        return Types.of(o).slot(NEXT) != null;
    }

    /** Returns a new array with the items of an iterable. */
    public static Object[] toArray(PyThreadState ts, Object iterable) {
        if (iterable instanceof PyTuple t && t.type() == PyTuple.TYPE) {
            return t.items().clone();
        }
        if (iterable instanceof PyList l && l.type() == PyList.TYPE) {
            return l.toArray();
        }
        PyList list = new PyList(8);
        Object it = iter(ts, iterable);
        for (Object v = next(ts, it); v != null; v = next(ts, it)) {
            list.append(v);
        }
        return list.toArray();
    }
}
