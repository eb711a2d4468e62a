package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.AlgorithmException;
import dev.clutch.interp.number.FloatMath;
import dev.clutch.interp.number.IntBits;
import dev.clutch.interp.number.IntFloat;
import dev.clutch.interp.number.IntMath;
import dev.clutch.interp.number.IntText;
import dev.clutch.interp.number.NumberHash;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.text.Formatter;
import dev.clutch.interp.text.NumberLocale;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * {@code int}. A value is a {@code Long}, a {@code BigInteger} outside the range of long, or a {@link PyIntInstance} of a subclass; {@code bool} shares the methods.
 * Answers to {@code longobject.c}.
 */
@ExtensionType(
        name = "int",
        subclassable = true,
        doc =
                "int(x=0) or int(text, base=10)\n\nA whole number, of a number or of digits in a base from 2 to 36, or 0 to see it by the prefix.\n\n>>> int('0b100', base=0)\n4\n")
public final class PyInt {
    /** {@code int}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyIntDefinition(), TypeObject.OBJECT);

    private PyInt() {}

    /** Returns the plain value of an int of any kind, or null for another object. */
    public static @Nullable Object plainOrNull(Object o) {
        if (o instanceof Long || o instanceof BigInteger) {
            return o;
        }
        if (o instanceof Boolean b) {
            return b ? 1L : 0L;
        }
        return o instanceof PyIntInstance i ? i.value : null;
    }

    static Object plain(Object o) {
        Object v = plainOrNull(o);
        if (v == null) {
            throw new IllegalArgumentException("not an int");
        }
        return v;
    }

    @Expose(signature = "(x=<absent>, /, base=<absent>)")
    static Object __new__(PyThreadState ts, PyType cls, @Nullable Object x, @Nullable Object base) {
        Object value = IntConversion.construct(ts, x, base);
        return cls == TYPE ? value : new PyIntInstance((TypeObject) cls, value);
    }

    @Expose
    static Object __add__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return IntMath.add(a, b);
    }

    @Expose
    static Object __radd__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return IntMath.add(b, a);
    }

    @Expose
    static Object __sub__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return IntMath.sub(a, b);
    }

    @Expose
    static Object __rsub__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return IntMath.sub(b, a);
    }

    @Expose
    static Object __mul__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        try {
            return IntMath.mul(ts, a, b);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __rmul__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        try {
            return IntMath.mul(ts, b, a);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __floordiv__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        try {
            return IntMath.floordiv(ts, a, b);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __rfloordiv__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        try {
            return IntMath.floordiv(ts, b, a);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __mod__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        try {
            return IntMath.mod(ts, a, b);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __rmod__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        try {
            return IntMath.mod(ts, b, a);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __divmod__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        try {
            return new PyTuple(IntMath.divmod(ts, a, b));
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __rdivmod__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        try {
            return new PyTuple(IntMath.divmod(ts, b, a));
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __truediv__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        try {
            return IntFloat.trueDivide(a, b);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __rtruediv__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        try {
            return IntFloat.trueDivide(b, a);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __lshift__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        reserveShift(ts, a, b);
        try {
            return IntBits.shiftLeft(a, b);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __rlshift__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        reserveShift(ts, b, a);
        try {
            return IntBits.shiftLeft(b, a);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    private static void reserveShift(PyThreadState ts, Object value, Object count) {
        if (count instanceof Long n && n > 0 && IntMath.signum(value) != 0) {
            ts.reserve(n / 8);
        }
    }

    @Expose
    static Object __rshift__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        try {
            return IntBits.shiftRight(a, b);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __rrshift__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        try {
            return IntBits.shiftRight(b, a);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __and__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return IntBits.and(a, b);
    }

    @Expose
    static Object __rand__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return IntBits.and(b, a);
    }

    @Expose
    static Object __or__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return IntBits.or(a, b);
    }

    @Expose
    static Object __ror__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return IntBits.or(b, a);
    }

    @Expose
    static Object __xor__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return IntBits.xor(a, b);
    }

    @Expose
    static Object __rxor__(PyThreadState ts, Object self, Object other) {
        Object a = plain(self);
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return IntBits.xor(b, a);
    }

    @Expose
    static Object __pow__(PyThreadState ts, Object self, Object other, Object modulus) {
        return power(ts, self, other, modulus);
    }

    @Expose
    static Object __rpow__(PyThreadState ts, Object self, Object other, Object modulus) {
        return power(ts, other, self, modulus);
    }

    /** {@code long_pow}. */
    private static Object power(PyThreadState ts, Object base, Object exponent, Object modulus) {
        Object a = plainOrNull(base);
        Object b = plainOrNull(exponent);
        if (a == null || b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        try {
            if (modulus != Singleton.NONE) {
                Object c = plainOrNull(modulus);
                return c == null ? Singleton.NOT_IMPLEMENTED : IntMath.modpow(a, b, c, ts);
            }
            if (IntMath.signum(b) < 0) {
                if (IntMath.signum(a) == 0) {
                    throw Errors.error(ts, "ZeroDivisionError", "0.0 cannot be raised to a negative power");
                }
                return FloatMath.pow(IntFloat.toDouble(a), IntFloat.toDouble(b));
            }
            if (b instanceof Long n && IntBits.bitLength(a) > 1) {
                long bits = IntBits.bitLength(a) - 1L;
                ts.reserve(n > Long.MAX_VALUE / bits ? Long.MAX_VALUE : bits * n / 8);
            }
            return IntMath.pow(ts, a, b);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose(name = "__richcompare__")
    static Object compare(PyThreadState ts, Object self, Slot op, Object other) {
        Object b = plainOrNull(other);
        if (b == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return Ordering.holds(op, IntMath.compare(plain(self), b));
    }

    @Expose
    static long __hash__(PyThreadState ts, Object self) {
        return NumberHash.hash(plain(self));
    }

    @Expose
    static Object __repr__(PyThreadState ts, Object self) {
        try {
            return IntText.toDecimal(ts, plain(self), ts.interp.maxStrDigits());
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static boolean __bool__(PyThreadState ts, Object self) {
        return IntMath.signum(plain(self)) != 0;
    }

    @Expose
    static Object __neg__(PyThreadState ts, Object self) {
        return IntMath.neg(plain(self));
    }

    @Expose
    static Object __pos__(PyThreadState ts, Object self) {
        return plain(self);
    }

    @Expose
    static Object __abs__(PyThreadState ts, Object self) {
        return IntMath.abs(plain(self));
    }

    @Expose
    static Object __invert__(PyThreadState ts, Object self) {
        return IntBits.invert(plain(self));
    }

    @Expose
    static Object __int__(PyThreadState ts, Object self) {
        return plain(self);
    }

    @Expose
    static Object __index__(PyThreadState ts, Object self) {
        return plain(self);
    }

    @Expose
    static Object __trunc__(PyThreadState ts, Object self) {
        return plain(self);
    }

    @Expose
    static Object __floor__(PyThreadState ts, Object self) {
        return plain(self);
    }

    @Expose
    static Object __ceil__(PyThreadState ts, Object self) {
        return plain(self);
    }

    @Expose
    static double __float__(PyThreadState ts, Object self) {
        return toDouble(ts, plain(self));
    }

    /** Returns the float value or raises OverflowError ({@code PyLong_AsDouble}). */
    static double toDouble(PyThreadState ts, Object value) {
        try {
            return IntFloat.toDouble(value);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose(signature = "(ndigits=<absent>, /)")
    static Object __round__(PyThreadState ts, Object self, @Nullable Object ndigits) {
        Object value = plain(self);
        if (ndigits == null) {
            return value;
        }
        Object digits = Numbers.index(ts, ndigits);
        if (IntMath.signum(digits) >= 0) {
            return value;
        }
        if (digits instanceof Long n && n > Integer.MIN_VALUE) {
            return IntMath.roundToPowerOfTen(value, (int) -n);
        }
        return 0L;
    }

    @Expose
    static Object __format__(PyThreadState ts, Object self, Object format_spec) {
        Object spec = Text.specification(ts, format_spec);
        if (Str.isEmpty(spec)) {
            return Text.str(ts, self);
        }
        try {
            return Formatter.formatInt(
                    ts, plain(self), spec, Types.of(self).name(), NumberLocale.plain(), ts.interp.maxStrDigits());
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static long __sizeof__(PyThreadState ts, Object self) {
        return TypeSizes.of(Types.of(self)).basicSize() + 4L * Math.max(1, (IntBits.bitLength(plain(self)) + 29) / 30);
    }

    @Expose
    static Object __getnewargs__(PyThreadState ts, Object self) {
        return new PyTuple(plain(self));
    }

    @Expose
    static Object conjugate(PyThreadState ts, Object self) {
        return plain(self);
    }

    @Expose(doc = "Number of bits of the absolute value.\n\n>>> (37).bit_length()\n6\n")
    static long bit_length(PyThreadState ts, Object self) {
        return IntBits.bitLength(plain(self));
    }

    @Expose(doc = "Number of ones in the absolute value.\n\n>>> (13).bit_count()\n3\n")
    static long bit_count(PyThreadState ts, Object self) {
        return IntBits.bitCount(plain(self));
    }

    @Expose(doc = "A pair of integers whose ratio is the value.\n\n>>> (10).as_integer_ratio()\n(10, 1)\n")
    static Object as_integer_ratio(PyThreadState ts, Object self) {
        return new PyTuple(plain(self), 1L);
    }

    @Expose
    static boolean is_integer(PyThreadState ts, Object self) {
        return true;
    }

    @Expose(signature = "(length=1, byteorder='big', *, signed=False)")
    static Object to_bytes(PyThreadState ts, Object self, long length, Object byteorder, boolean signed) {
        boolean little = IntConversion.isLittle(ts, byteorder);
        if (length < 0) {
            throw Errors.valueError(ts, "length argument must be non-negative");
        }
        if (length > Integer.MAX_VALUE - 8) {
            throw Errors.error(ts, "MemoryError", "");
        }
        ts.reserve(length);
        try {
            return new PyBytes(IntBits.toBytes(plain(self), (int) length, little, signed));
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose(kind = Expose.Kind.CLASS, signature = "(bytes, byteorder='big', *, signed=False)")
    static Object from_bytes(PyThreadState ts, PyType cls, Object bytes, Object byteorder, boolean signed) {
        return IntConversion.fromBytes(ts, (TypeObject) cls, bytes, byteorder, signed);
    }

    @Getter
    static Object real(PyThreadState ts, Object self) {
        return plain(self);
    }

    @Getter
    static Object imag(PyThreadState ts, Object self) {
        return 0L;
    }

    @Getter
    static Object numerator(PyThreadState ts, Object self) {
        return plain(self);
    }

    @Getter
    static Object denominator(PyThreadState ts, Object self) {
        return 1L;
    }
}
