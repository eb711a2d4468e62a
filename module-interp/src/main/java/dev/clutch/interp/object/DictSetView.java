package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Sizes;
import dev.clutch.interp.op.Subscript;

/** The views that are sets: keys and items. Answers to {@code dictviews_as_number} and {@code dictview_richcompare}. */
abstract class DictSetView extends DictView {
    DictSetView(TypeObject type, PyDict dict) {
        super(type, dict);
    }

    private static boolean isSetLike(Object o) {
        return o instanceof SetBase || o instanceof DictSetView;
    }

    @Expose
    Object __richcompare__(PyThreadState ts, Slot op, Object other) {
        if (!isSetLike(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        long mine = dict.size();
        long its = Sizes.of(ts, other);
        switch (op) {
            case EQ:
                return mine == its && within(ts, this, other);
            case NE:
                return mine != its || !within(ts, this, other);
            case LT:
                return mine < its && within(ts, this, other);
            case LE:
                return mine <= its && within(ts, this, other);
            case GT:
                return mine > its && within(ts, other, this);
            default:
                return mine >= its && within(ts, other, this);
        }
    }

    private static boolean within(PyThreadState ts, Object part, Object whole) {
        Object it = Iter.iter(ts, part);
        for (Object v = Iter.next(ts, it); v != null; v = Iter.next(ts, it)) {
            if (!Subscript.contains(ts, whole, v)) {
                return false;
            }
        }
        return true;
    }

    private static PySet setOf(PyThreadState ts, Object iterable) {
        PySet s = new PySet();
        s.elements = SetBase.newElements(ts, iterable);
        return s;
    }

    private static Object combine(PyThreadState ts, Object left, Object right, String method) {
        PySet s = setOf(ts, left);
        Call.method1(ts, s, method, right);
        return s;
    }

    @Expose
    Object __and__(PyThreadState ts, Object other) {
        return combine(ts, this, other, "intersection_update");
    }

    @Expose
    Object __rand__(PyThreadState ts, Object other) {
        return combine(ts, this, other, "intersection_update");
    }

    @Expose
    Object __or__(PyThreadState ts, Object other) {
        return combine(ts, this, other, "update");
    }

    @Expose
    Object __ror__(PyThreadState ts, Object other) {
        return combine(ts, other, this, "update");
    }

    @Expose
    Object __sub__(PyThreadState ts, Object other) {
        return combine(ts, this, other, "difference_update");
    }

    @Expose
    Object __rsub__(PyThreadState ts, Object other) {
        return combine(ts, other, this, "difference_update");
    }

    @Expose
    Object __xor__(PyThreadState ts, Object other) {
        return combine(ts, this, other, "symmetric_difference_update");
    }

    @Expose
    Object __rxor__(PyThreadState ts, Object other) {
        return combine(ts, other, this, "symmetric_difference_update");
    }

    @Expose(doc = "Return whether the view and the iterable have no element in common.")
    boolean isdisjoint(PyThreadState ts, Object other) {
        if (other == this) {
            return dict.size() == 0;
        }
        Object it = Iter.iter(ts, other);
        for (Object v = Iter.next(ts, it); v != null; v = Iter.next(ts, it)) {
            if (Subscript.contains(ts, this, v)) {
                return false;
            }
        }
        return true;
    }
}
