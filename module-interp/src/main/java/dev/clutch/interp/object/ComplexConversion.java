package dev.clutch.interp.object;

import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.ComplexText;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Numbers;
import org.jspecify.annotations.Nullable;

/** Making complex numbers of other values. Answers to {@code complex_new_impl} and {@code PyComplex_AsCComplex}. */
public final class ComplexConversion {
    private ComplexConversion() {}

    static Object make(PyThreadState ts, TypeObject cls, @Nullable Object real, @Nullable Object imag) {
        if (real == null && imag == null) {
            return new PyComplex(cls, 0, 0);
        }
        Object r = real == null ? (Object) 0L : real;
        if (r instanceof PyComplex c && c.type() == PyComplex.TYPE && imag == null && cls == PyComplex.TYPE) {
            return r;
        }
        if (PyStr.isStr(r)) {
            if (imag != null) {
                throw Errors.typeError(ts, "complex() can't take second arg if first is a string");
            }
            return parse(ts, cls, r);
        }
        if (imag != null && PyStr.isStr(imag)) {
            throw Errors.typeError(ts, "complex() second arg can't be a string");
        }
        PyComplex special = r instanceof PyComplex ? null : bySpecialMethod(ts, r);
        PyComplex first = special != null ? special : r instanceof PyComplex c ? plain(ts, c) : null;
        if (first == null && !isReal(r)) {
            throw Errors.typeError(
                    ts,
                    "complex() first argument must be a string or a number, not '"
                            + Types.of(r).displayName() + "'");
        }
        if (imag != null && !(imag instanceof PyComplex) && !isReal(imag)) {
            throw Errors.typeError(
                    ts,
                    "complex() second argument must be a number, not '"
                            + Types.of(imag).displayName() + "'");
        }
        double re = first != null ? first.re : Numbers.asDouble(ts, r);
        double im;
        if (imag == null) {
            im = first != null ? first.im : 0;
        } else if (imag instanceof PyComplex c) {
            re -= c.im;
            im = first != null ? c.re + first.im : c.re;
        } else {
            double second = Numbers.asDouble(ts, imag);
            im = first != null ? second + first.im : second;
        }
        return new PyComplex(cls, re, im);
    }

    private static PyComplex plain(PyThreadState ts, PyComplex c) {
        if (c.type() == PyComplex.TYPE) {
            return c;
        }
        PyComplex special = bySpecialMethod(ts, c);
        return special == null ? c : special;
    }

    private static boolean isReal(Object o) {
        TypeObject t = Types.of(o);
        return t.slot(Slot.FLOAT) != null || t.slot(Slot.INDEX) != null;
    }

    private static Object parse(PyThreadState ts, TypeObject cls, Object text) {
        double[] parts = ComplexText.parse(ts.strValue(text));
        if (parts == null) {
            throw Errors.valueError(ts, "complex() arg is a malformed string");
        }
        return new PyComplex(cls, parts[0], parts[1]);
    }

    /** {@code try_complex_special_method}: null when the type has no {@code __complex__}. */
    private static @Nullable PyComplex bySpecialMethod(PyThreadState ts, Object o) {
        Object method = Types.of(o).lookup("__complex__");
        if (method == null) {
            return null;
        }
        Object r = Call.special0(ts, method, o);
        if (!(r instanceof PyComplex c)) {
            throw Errors.typeError(
                    ts, "__complex__ returned non-complex (type " + Types.of(r).displayName() + ")");
        }
        if (c.type() != PyComplex.TYPE) {
            ts.warn(
                    "DeprecationWarning",
                    "__complex__ returned non-complex (type "
                            + Types.of(r).displayName()
                            + ").  The ability to return an instance of a strict subclass of complex is deprecated, and may"
                            + " not be supported in a future version of Python.",
                    1);
        }
        return c;
    }

    /** Returns any number as a complex one, or raises TypeError ({@code PyComplex_AsCComplex}). */
    public static PyComplex of(PyThreadState ts, Object o) {
        if (o instanceof PyComplex c) {
            return c;
        }
        PyComplex special = bySpecialMethod(ts, o);
        return special != null ? special : new PyComplex(Numbers.asDouble(ts, o), 0);
    }
}
