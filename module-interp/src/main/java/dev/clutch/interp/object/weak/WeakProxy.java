package dev.clutch.interp.object.weak;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.Identity;
import dev.clutch.interp.object.PyFloat;
import dev.clutch.interp.object.PyInt;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Arith;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Sizes;
import dev.clutch.interp.op.Subscript;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.op.Truth;
import org.jspecify.annotations.Nullable;

/** What the two proxy types share: every operation goes to the object, if it is still there. Answers to {@code weakrefobject.c}'s proxies. */
abstract class WeakProxy extends PyObject {
    private final PyWeakReference reference;

    WeakProxy(TypeObject type, PyWeakReference reference) {
        super(type);
        this.reference = reference;
    }

    final Object object(PyThreadState ts) {
        Object o = reference.target();
        if (o == null) {
            throw Errors.error(ts, "ReferenceError", "weakly-referenced object no longer exists");
        }
        return o;
    }

    final PyWeakReference reference() {
        return reference;
    }

    static Object unwrap(PyThreadState ts, Object o) {
        return o instanceof WeakProxy p ? p.object(ts) : o;
    }

    @Expose
    Object __getattribute__(PyThreadState ts, Object name) {
        return Attr.getAny(ts, object(ts), name);
    }

    @Expose
    void __setattr__(PyThreadState ts, Object name, Object value) {
        Attr.set(ts, object(ts), Attr.nameText(ts, name), value);
    }

    @Expose
    void __delattr__(PyThreadState ts, Object name) {
        Attr.delete(ts, object(ts), Attr.nameText(ts, name));
    }

    @Expose
    Object __str__(PyThreadState ts) {
        return Text.str(ts, object(ts));
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        Object o = object(ts);
        return "<weakproxy at " + Identity.address(ts, this) + " to "
                + Types.of(o).displayName() + " at " + Identity.address(ts, o) + ">";
    }

    @Expose
    Object __bytes__(PyThreadState ts) {
        return Call.method0(ts, object(ts), "__bytes__");
    }

    @Expose
    Object __reversed__(PyThreadState ts) {
        return Call.method0(ts, object(ts), "__reversed__");
    }

    @Expose
    boolean __bool__(PyThreadState ts) {
        return Truth.of(ts, object(ts));
    }

    @Expose
    long __hash__(PyThreadState ts) {
        throw Errors.typeError(ts, "unhashable type: '" + Types.of(this).name() + "'");
    }

    @Expose
    Object __richcompare__(PyThreadState ts, Slot op, Object other) {
        return Compare.rich(ts, op.id(), object(ts), unwrap(ts, other));
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return Iter.iter(ts, object(ts));
    }

    @Expose
    @Nullable
    Object __next__(PyThreadState ts) {
        Object o = object(ts);
        if (!Iter.isIterator(o)) {
            throw Errors.typeError(
                    ts,
                    "Weakref proxy referenced a non-iterator '" + Types.of(o).name() + "' object");
        }
        return Iter.next(ts, o);
    }

    @Expose
    long __len__(PyThreadState ts) {
        return Sizes.of(ts, object(ts));
    }

    @Expose
    Object __getitem__(PyThreadState ts, Object key) {
        return Subscript.get(ts, object(ts), key);
    }

    @Expose
    void __setitem__(PyThreadState ts, Object key, Object value) {
        Subscript.set(ts, object(ts), key, value);
    }

    @Expose
    void __delitem__(PyThreadState ts, Object key) {
        Subscript.delete(ts, object(ts), key);
    }

    @Expose
    boolean __contains__(PyThreadState ts, Object item) {
        return Subscript.contains(ts, object(ts), item);
    }

    @Expose
    Object __int__(PyThreadState ts) {
        return Call.call1(ts, PyInt.TYPE, object(ts));
    }

    @Expose
    Object __float__(PyThreadState ts) {
        return Call.call1(ts, PyFloat.TYPE, object(ts));
    }

    @Expose
    Object __index__(PyThreadState ts) {
        return Numbers.index(ts, object(ts));
    }

    @Expose
    Object __neg__(PyThreadState ts) {
        return Arith.unary(ts, Slot.NEG, object(ts));
    }

    @Expose
    Object __pos__(PyThreadState ts) {
        return Arith.unary(ts, Slot.POS, object(ts));
    }

    @Expose
    Object __abs__(PyThreadState ts) {
        return Arith.unary(ts, Slot.ABS, object(ts));
    }

    @Expose
    Object __invert__(PyThreadState ts) {
        return Arith.unary(ts, Slot.INVERT, object(ts));
    }

    @Expose
    Object __pow__(PyThreadState ts, Object other, Object mod) {
        return Arith.power(ts, object(ts), unwrap(ts, other), unwrap(ts, mod));
    }

    @Expose
    Object __rpow__(PyThreadState ts, Object other, Object mod) {
        return Arith.power(ts, unwrap(ts, other), object(ts), unwrap(ts, mod));
    }

    @Expose
    Object __ipow__(PyThreadState ts, Object other) {
        return Arith.inPlacePower(ts, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __add__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.ADD, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __radd__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.ADD, unwrap(ts, other), object(ts));
    }

    @Expose
    Object __sub__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.SUB, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __rsub__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.SUB, unwrap(ts, other), object(ts));
    }

    @Expose
    Object __mul__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.MUL, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __rmul__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.MUL, unwrap(ts, other), object(ts));
    }

    @Expose
    Object __matmul__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.MATMUL, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __rmatmul__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.MATMUL, unwrap(ts, other), object(ts));
    }

    @Expose
    Object __truediv__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.TRUEDIV, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __rtruediv__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.TRUEDIV, unwrap(ts, other), object(ts));
    }

    @Expose
    Object __floordiv__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.FLOORDIV, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __rfloordiv__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.FLOORDIV, unwrap(ts, other), object(ts));
    }

    @Expose
    Object __mod__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.MOD, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __rmod__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.MOD, unwrap(ts, other), object(ts));
    }

    @Expose
    Object __divmod__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.DIVMOD, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __rdivmod__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.DIVMOD, unwrap(ts, other), object(ts));
    }

    @Expose
    Object __lshift__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.LSHIFT, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __rlshift__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.LSHIFT, unwrap(ts, other), object(ts));
    }

    @Expose
    Object __rshift__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.RSHIFT, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __rrshift__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.RSHIFT, unwrap(ts, other), object(ts));
    }

    @Expose
    Object __and__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.AND, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __rand__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.AND, unwrap(ts, other), object(ts));
    }

    @Expose
    Object __xor__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.XOR, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __rxor__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.XOR, unwrap(ts, other), object(ts));
    }

    @Expose
    Object __or__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.OR, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __ror__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.OR, unwrap(ts, other), object(ts));
    }

    @Expose
    Object __iadd__(PyThreadState ts, Object other) {
        return Arith.inPlace(ts, Slot.ADD, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __isub__(PyThreadState ts, Object other) {
        return Arith.inPlace(ts, Slot.SUB, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __imul__(PyThreadState ts, Object other) {
        return Arith.inPlace(ts, Slot.MUL, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __imatmul__(PyThreadState ts, Object other) {
        return Arith.inPlace(ts, Slot.MATMUL, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __itruediv__(PyThreadState ts, Object other) {
        return Arith.inPlace(ts, Slot.TRUEDIV, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __ifloordiv__(PyThreadState ts, Object other) {
        return Arith.inPlace(ts, Slot.FLOORDIV, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __imod__(PyThreadState ts, Object other) {
        return Arith.inPlace(ts, Slot.MOD, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __ilshift__(PyThreadState ts, Object other) {
        return Arith.inPlace(ts, Slot.LSHIFT, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __irshift__(PyThreadState ts, Object other) {
        return Arith.inPlace(ts, Slot.RSHIFT, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __iand__(PyThreadState ts, Object other) {
        return Arith.inPlace(ts, Slot.AND, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __ixor__(PyThreadState ts, Object other) {
        return Arith.inPlace(ts, Slot.XOR, object(ts), unwrap(ts, other));
    }

    @Expose
    Object __ior__(PyThreadState ts, Object other) {
        return Arith.inPlace(ts, Slot.OR, object(ts), unwrap(ts, other));
    }
}
