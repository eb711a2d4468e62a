package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.AlgorithmException;
import dev.clutch.interp.number.ComplexMath;
import dev.clutch.interp.number.ComplexText;
import dev.clutch.interp.number.IntFloat;
import dev.clutch.interp.number.NumberHash;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.text.Formatter;
import dev.clutch.interp.text.NumberLocale;
import org.jspecify.annotations.Nullable;

/** A complex number. Answers to {@code PyComplexObject}. Shared by interpreters when of the exact type. */
@ExtensionType(
        name = "complex",
        subclassable = true,
        doc = "A number with a real and an imaginary part, made from numbers or from its text.")
public final class PyComplex extends PyObject {
    /** {@code complex}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyComplexDefinition(), TypeObject.OBJECT);

    /** The real part. */
    public final double re;
    /** The imaginary part. */
    public final double im;

    /** Makes a number. */
    public PyComplex(double re, double im) {
        this(TYPE, re, im);
    }

    /** Makes a number of a subclass. */
    public PyComplex(TypeObject type, double re, double im) {
        super(type);
        this.re = re;
        this.im = im;
    }

    @Expose(signature = "(real=<absent>, imag=<absent>)")
    static Object __new__(PyThreadState ts, PyType cls, @Nullable Object real, @Nullable Object imag) {
        return ComplexConversion.make(ts, (TypeObject) cls, real, imag);
    }

    /** Returns an operand as a complex number, null for a value that is none ({@code to_complex}). */
    private static @Nullable PyComplex operand(PyThreadState ts, Object o) {
        if (o instanceof PyComplex c) {
            return c;
        }
        if (o instanceof Double || o instanceof PyFloatInstance) {
            return new PyComplex(PyFloat.plain(o), 0);
        }
        Object i = PyInt.plainOrNull(o);
        return i == null ? null : new PyComplex(PyInt.toDouble(ts, i), 0);
    }

    private static Object of(double[] parts) {
        return new PyComplex(parts[0], parts[1]);
    }

    @Expose
    Object __add__(PyThreadState ts, Object other) {
        PyComplex o = operand(ts, other);
        return o == null ? Singleton.NOT_IMPLEMENTED : new PyComplex(re + o.re, im + o.im);
    }

    @Expose
    Object __radd__(PyThreadState ts, Object other) {
        PyComplex o = operand(ts, other);
        return o == null ? Singleton.NOT_IMPLEMENTED : new PyComplex(o.re + re, o.im + im);
    }

    @Expose
    Object __sub__(PyThreadState ts, Object other) {
        PyComplex o = operand(ts, other);
        return o == null ? Singleton.NOT_IMPLEMENTED : new PyComplex(re - o.re, im - o.im);
    }

    @Expose
    Object __rsub__(PyThreadState ts, Object other) {
        PyComplex o = operand(ts, other);
        return o == null ? Singleton.NOT_IMPLEMENTED : new PyComplex(o.re - re, o.im - im);
    }

    @Expose
    Object __mul__(PyThreadState ts, Object other) {
        PyComplex o = operand(ts, other);
        return o == null ? Singleton.NOT_IMPLEMENTED : of(ComplexMath.multiply(re, im, o.re, o.im));
    }

    @Expose
    Object __rmul__(PyThreadState ts, Object other) {
        PyComplex o = operand(ts, other);
        return o == null ? Singleton.NOT_IMPLEMENTED : of(ComplexMath.multiply(o.re, o.im, re, im));
    }

    @Expose
    Object __truediv__(PyThreadState ts, Object other) {
        PyComplex o = operand(ts, other);
        return o == null ? Singleton.NOT_IMPLEMENTED : divide(ts, this, o);
    }

    @Expose
    Object __rtruediv__(PyThreadState ts, Object other) {
        PyComplex o = operand(ts, other);
        return o == null ? Singleton.NOT_IMPLEMENTED : divide(ts, o, this);
    }

    private static Object divide(PyThreadState ts, PyComplex a, PyComplex b) {
        try {
            return of(ComplexMath.divide(a.re, a.im, b.re, b.im));
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    Object __pow__(PyThreadState ts, Object other, Object modulus) {
        PyComplex o = operand(ts, other);
        return o == null ? Singleton.NOT_IMPLEMENTED : power(ts, this, o, modulus);
    }

    @Expose
    Object __rpow__(PyThreadState ts, Object other, Object modulus) {
        PyComplex o = operand(ts, other);
        return o == null ? Singleton.NOT_IMPLEMENTED : power(ts, o, this, modulus);
    }

    private static Object power(PyThreadState ts, PyComplex a, PyComplex b, Object modulus) {
        if (modulus != Singleton.NONE) {
            throw Errors.valueError(ts, "complex modulo");
        }
        try {
            return of(ComplexMath.pow(a.re, a.im, b.re, b.im));
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    Object __neg__(PyThreadState ts) {
        return new PyComplex(-re, -im);
    }

    @Expose
    Object __pos__(PyThreadState ts) {
        return type() == TYPE ? this : new PyComplex(re, im);
    }

    @Expose
    double __abs__(PyThreadState ts) {
        try {
            return ComplexMath.abs(re, im);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    boolean __bool__(PyThreadState ts) {
        return re != 0 || im != 0;
    }

    /** {@code complex_richcompare}: an int is compared exactly. */
    @Expose(name = "__richcompare__")
    Object compare(PyThreadState ts, Slot op, Object other) {
        if (op != Slot.EQ && op != Slot.NE) {
            return Singleton.NOT_IMPLEMENTED;
        }
        boolean equal;
        Object i = PyInt.plainOrNull(other);
        if (i != null) {
            equal = im == 0 && !Double.isNaN(re) && IntFloat.compare(i, re) == 0;
        } else if (other instanceof Double || other instanceof PyFloatInstance) {
            equal = re == PyFloat.plain(other) && im == 0;
        } else if (other instanceof PyComplex c) {
            equal = re == c.re && im == c.im;
        } else {
            return Singleton.NOT_IMPLEMENTED;
        }
        return equal == (op == Slot.EQ);
    }

    @Expose
    long __hash__(PyThreadState ts) {
        return NumberHash.hash(re, im, Identity.hash(this));
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return ComplexText.repr(re, im);
    }

    @Expose(doc = "Formats the number as a format specification says.")
    Object __format__(PyThreadState ts, Object format_spec) {
        Object spec = Text.specification(ts, format_spec);
        if (Str.isEmpty(spec)) {
            return Text.str(ts, this);
        }
        try {
            return Formatter.formatComplex(re, im, spec, type().name(), NumberLocale.plain());
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose(doc = "Returns the number as an instance of complex itself.")
    Object __complex__(PyThreadState ts) {
        return type() == TYPE ? this : new PyComplex(re, im);
    }

    @Expose
    Object __getnewargs__(PyThreadState ts) {
        return new PyTuple(re, im);
    }

    @Expose(doc = "Returns the number with the sign of its imaginary part changed.")
    Object conjugate(PyThreadState ts) {
        return new PyComplex(re, -im);
    }

    @Getter(doc = "the real part", member = true)
    double real(PyThreadState ts) {
        return re;
    }

    @Getter(doc = "the imaginary part", member = true)
    double imag(PyThreadState ts) {
        return im;
    }
}
