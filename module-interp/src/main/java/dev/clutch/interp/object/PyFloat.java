package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.extension.spi.os.Errno;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.AlgorithmException;
import dev.clutch.interp.number.FloatHex;
import dev.clutch.interp.number.FloatMath;
import dev.clutch.interp.number.FloatText;
import dev.clutch.interp.number.IntFloat;
import dev.clutch.interp.number.NumberHash;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.text.Formatter;
import dev.clutch.interp.text.NumberLocale;
import java.nio.charset.StandardCharsets;

/** {@code float}: a {@code Double}, or a {@link PyFloatInstance} of a subclass. Answers to {@code floatobject.c}. */
@ExtensionType(name = "float", subclassable = true, doc = "A number in floating point, made of a number or a text.")
public final class PyFloat {
    /** {@code float}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyFloatDefinition(), TypeObject.OBJECT);

    private PyFloat() {}

    static double plain(Object o) {
        return o instanceof Double d ? d : (Double) ((PyFloatInstance) o).value;
    }

    private static boolean isNumber(Object o) {
        return o instanceof Double || o instanceof PyFloatInstance || PyInt.plainOrNull(o) != null;
    }

    private static double toDouble(PyThreadState ts, Object o) {
        if (o instanceof Double d) {
            return d;
        }
        return o instanceof PyFloatInstance f ? (Double) f.value : PyInt.toDouble(ts, PyInt.plain(o));
    }

    @Expose(signature = "(x=0, /)")
    static Object __new__(PyThreadState ts, PyType cls, Object x) {
        double value = convert(ts, x);
        return cls == TYPE ? (Object) value : new PyFloatInstance((TypeObject) cls, value);
    }

    /** {@code PyNumber_Float}. */
    private static double convert(PyThreadState ts, Object x) {
        TypeObject type = Types.of(x);
        if (PyStr.TYPE.isInstance(x) && type.slot(Slot.FLOAT) == null) {
            return parse(ts, ts.strValue(x), x);
        }
        if (x instanceof PyFloatInstance && type.slot(Slot.FLOAT) != TYPE.slot(Slot.FLOAT)) {
            return ofSubclass(ts, type, x);
        }
        if (type.slot(Slot.FLOAT) == null && type.slot(Slot.INDEX) == null) {
            if (type.slot(Slot.BUFFER) != null) {
                try (BufferView view = ts.buffer(x, false)) {
                    String text = new String(view.array(), view.offset(), view.length(), StandardCharsets.US_ASCII);
                    return parse(ts, text, x);
                }
            }
            throw Errors.typeError(
                    ts, "float() argument must be a string or a real number, not '" + type.displayName() + "'");
        }
        return Numbers.asDouble(ts, x);
    }

    /** A subclass of float may have a {@code __float__} of its own. */
    private static double ofSubclass(PyThreadState ts, TypeObject type, Object x) {
        NativeTable table = type.slot(Slot.FLOAT);
        Object r = table == null ? null : table.call0(Slot.FLOAT.id(), ts, x);
        if (r instanceof Double d) {
            return d;
        }
        if (!(r instanceof PyFloatInstance f)) {
            throw Errors.typeError(
                    ts,
                    type.displayName() + ".__float__ returned non-float (type "
                            + (r == null ? "null" : Types.of(r).displayName()) + ")");
        }
        ts.warn(
                "DeprecationWarning",
                type.displayName() + ".__float__ returned non-float (type "
                        + Types.of(r).displayName()
                        + ").  The ability to return an instance of a strict subclass of float is deprecated, and may not be"
                        + " supported in a future version of Python.",
                1);
        return plain(f);
    }

    private static double parse(PyThreadState ts, Object text, Object shown) {
        Double d = FloatText.parse(text);
        if (d == null) {
            throw Errors.valueError(ts, "could not convert string to float: " + Text.java(Text.repr(ts, shown)));
        }
        return d;
    }

    @Expose
    static Object __add__(PyThreadState ts, Object self, Object other) {
        if (!isNumber(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        double a = plain(self);
        double b = toDouble(ts, other);
        return a + b;
    }

    @Expose
    static Object __radd__(PyThreadState ts, Object self, Object other) {
        if (!isNumber(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        double a = plain(self);
        double b = toDouble(ts, other);
        return b + a;
    }

    @Expose
    static Object __sub__(PyThreadState ts, Object self, Object other) {
        if (!isNumber(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        double a = plain(self);
        double b = toDouble(ts, other);
        return a - b;
    }

    @Expose
    static Object __rsub__(PyThreadState ts, Object self, Object other) {
        if (!isNumber(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        double a = plain(self);
        double b = toDouble(ts, other);
        return b - a;
    }

    @Expose
    static Object __mul__(PyThreadState ts, Object self, Object other) {
        if (!isNumber(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        double a = plain(self);
        double b = toDouble(ts, other);
        return a * b;
    }

    @Expose
    static Object __rmul__(PyThreadState ts, Object self, Object other) {
        if (!isNumber(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        double a = plain(self);
        double b = toDouble(ts, other);
        return b * a;
    }

    @Expose
    static Object __truediv__(PyThreadState ts, Object self, Object other) {
        if (!isNumber(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        double a = plain(self);
        double b = toDouble(ts, other);
        try {
            return FloatMath.divide(a, b);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __rtruediv__(PyThreadState ts, Object self, Object other) {
        if (!isNumber(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        double a = plain(self);
        double b = toDouble(ts, other);
        try {
            return FloatMath.divide(b, a);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __floordiv__(PyThreadState ts, Object self, Object other) {
        if (!isNumber(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        double a = plain(self);
        double b = toDouble(ts, other);
        try {
            return FloatMath.floordiv(a, b);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __rfloordiv__(PyThreadState ts, Object self, Object other) {
        if (!isNumber(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        double a = plain(self);
        double b = toDouble(ts, other);
        try {
            return FloatMath.floordiv(b, a);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __mod__(PyThreadState ts, Object self, Object other) {
        if (!isNumber(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        double a = plain(self);
        double b = toDouble(ts, other);
        try {
            return FloatMath.mod(a, b);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __rmod__(PyThreadState ts, Object self, Object other) {
        if (!isNumber(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        double a = plain(self);
        double b = toDouble(ts, other);
        try {
            return FloatMath.mod(b, a);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __divmod__(PyThreadState ts, Object self, Object other) {
        if (!isNumber(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        double a = plain(self);
        double b = toDouble(ts, other);
        try {
            return pair(FloatMath.divmod(a, b));
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __rdivmod__(PyThreadState ts, Object self, Object other) {
        if (!isNumber(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        double a = plain(self);
        double b = toDouble(ts, other);
        try {
            return pair(FloatMath.divmod(b, a));
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    private static Object pair(double[] values) {
        return new PyTuple(values[0], values[1]);
    }

    @Expose
    static Object __pow__(PyThreadState ts, Object self, Object other, Object modulus) {
        return power(ts, self, other, modulus);
    }

    @Expose
    static Object __rpow__(PyThreadState ts, Object self, Object other, Object modulus) {
        return power(ts, other, self, modulus);
    }

    private static Object power(PyThreadState ts, Object base, Object exponent, Object modulus) {
        if (modulus != Singleton.NONE) {
            throw Errors.typeError(ts, "pow() 3rd argument not allowed unless all arguments are integers");
        }
        if (!isNumber(base) || !isNumber(exponent)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        double a = toDouble(ts, base);
        double b = toDouble(ts, exponent);
        if (FloatMath.powIsComplex(a, b)) {
            return dev.clutch.interp.op.Arith.power(ts, new PyComplex(a, 0), new PyComplex(b, 0), Singleton.NONE);
        }
        try {
            return FloatMath.pow(a, b);
        } catch (AlgorithmException e) {
            if (e.kind() == AlgorithmException.Kind.OVERFLOW_ERROR) {
                // as from errno
                throw Errors.make(
                        ts, Exceptions.type("OverflowError"), (long) Errno.ERANGE, "Numerical result out of range");
            }
            throw Errors.of(ts, e);
        }
    }

    @Expose(name = "__richcompare__")
    static Object compare(PyThreadState ts, Object self, Slot op, Object other) {
        double a = plain(self);
        if (other instanceof Double || other instanceof PyFloatInstance) {
            double b = plain(other);
            if (Double.isNaN(a) || Double.isNaN(b)) {
                return op == Slot.NE;
            }
            return Ordering.holds(op, a < b ? -1 : a > b ? 1 : 0);
        }
        Object i = PyInt.plainOrNull(other);
        if (i == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        if (Double.isNaN(a)) {
            return op == Slot.NE;
        }
        return Ordering.holds(op, -IntFloat.compare(i, a));
    }

    @Expose
    static long __hash__(PyThreadState ts, Object self) {
        return NumberHash.hash(plain(self), Identity.hash(self));
    }

    @Expose
    static Object __repr__(PyThreadState ts, Object self) {
        return FloatText.repr(plain(self));
    }

    @Expose
    static boolean __bool__(PyThreadState ts, Object self) {
        return plain(self) != 0;
    }

    @Expose
    static double __neg__(PyThreadState ts, Object self) {
        return -plain(self);
    }

    @Expose
    static double __pos__(PyThreadState ts, Object self) {
        return plain(self);
    }

    @Expose
    static double __abs__(PyThreadState ts, Object self) {
        return Math.abs(plain(self));
    }

    @Expose
    static Object __int__(PyThreadState ts, Object self) {
        return toInt(ts, plain(self));
    }

    @Expose
    static Object __trunc__(PyThreadState ts, Object self) {
        return toInt(ts, plain(self));
    }

    @Expose
    static Object __floor__(PyThreadState ts, Object self) {
        return toInt(ts, Math.floor(plain(self)));
    }

    @Expose
    static Object __ceil__(PyThreadState ts, Object self) {
        return toInt(ts, Math.ceil(plain(self)));
    }

    private static Object toInt(PyThreadState ts, double value) {
        try {
            return IntFloat.fromDouble(value);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static double __float__(PyThreadState ts, Object self) {
        return plain(self);
    }

    @Expose(signature = "(ndigits=None, /)")
    static Object __round__(PyThreadState ts, Object self, Object ndigits) {
        double value = plain(self);
        try {
            if (ndigits == Singleton.NONE) {
                return FloatText.roundToInt(value);
            }
            long digits = Math.clamp(Numbers.clampedLong(ts, ndigits), -100000L, 100000L);
            return FloatText.round(value, (int) digits);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __format__(PyThreadState ts, Object self, Object format_spec) {
        Object spec = Text.specification(ts, format_spec);
        if (Str.isEmpty(spec)) {
            return Text.str(ts, self);
        }
        try {
            return Formatter.formatFloat(plain(self), spec, Types.of(self).name(), NumberLocale.plain());
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __getnewargs__(PyThreadState ts, Object self) {
        return new PyTuple(plain(self));
    }

    @Expose
    static double conjugate(PyThreadState ts, Object self) {
        return plain(self);
    }

    @Expose(doc = "The exact value in hexadecimal.\n\n>>> (-0.1).hex()\n'-0x1.999999999999ap-4'\n")
    static Object hex(PyThreadState ts, Object self) {
        return FloatHex.hex(plain(self));
    }

    @Expose(
            kind = Expose.Kind.CLASS,
            doc = "The number that a hexadecimal text stands for.\n\n>>> float.fromhex('0x1.8p1')\n3.0\n")
    static Object fromhex(PyThreadState ts, PyType cls, Object string) {
        if (!PyStr.TYPE.isInstance(string)) {
            throw Errors.typeError(ts, "bad argument type for built-in operation");
        }
        double value;
        try {
            value = FloatHex.fromHex(ts.strValue(string));
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
        return cls == TYPE ? (Object) value : Call.call1(ts, cls, value);
    }

    @Expose
    static boolean is_integer(PyThreadState ts, Object self) {
        double value = plain(self);
        return !Double.isInfinite(value) && Math.floor(value) == value;
    }

    @Expose(doc = "A pair of integers whose ratio is exactly the value.\n\n>>> (0.25).as_integer_ratio()\n(1, 4)\n")
    static Object as_integer_ratio(PyThreadState ts, Object self) {
        double value = plain(self);
        if (Double.isInfinite(value)) {
            throw Errors.error(ts, "OverflowError", "cannot convert Infinity to integer ratio");
        }
        if (Double.isNaN(value)) {
            throw Errors.valueError(ts, "cannot convert NaN to integer ratio");
        }
        return new PyTuple(IntFloat.ratio(value));
    }

    @Expose(kind = Expose.Kind.CLASS)
    static Object __getformat__(PyThreadState ts, PyType cls, String typestr) {
        if ("double".equals(typestr) || "float".equals(typestr)) {
            return "IEEE, little-endian";
        }
        throw Errors.valueError(ts, "__getformat__() argument 1 must be 'double' or 'float'");
    }

    @Getter
    static double real(PyThreadState ts, Object self) {
        return plain(self);
    }

    @Getter
    static double imag(PyThreadState ts, Object self) {
        return 0;
    }
}
