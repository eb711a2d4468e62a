package dev.clutch.extensions.builtin.math;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code cmath}. */
@ExtensionModule(
        name = "cmath",
        doc = "Mathematical functions of complex numbers.",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class CmathModule {
    @Constant("pi")
    static final double PI = Math.PI;

    @Constant("e")
    static final double E = Math.E;

    @Constant("tau")
    static final double TAU = 2 * Math.PI;

    @Constant("inf")
    static final double INF = Double.POSITIVE_INFINITY;

    @Constant("nan")
    static final double NAN = Double.NaN;

    @Exec
    static void addImaginary(ThreadState ts, PyObject module) {
        ts.setAttr(module, "infj", ts.newComplex(0, Double.POSITIVE_INFINITY));
        ts.setAttr(module, "nanj", ts.newComplex(0, Double.NaN));
    }

    private static Complex complex(ThreadState ts, Object z) {
        double[] parts = ts.asComplex(z);
        return new Complex(parts[0], parts[1]);
    }

    private static PythonException domain(ThreadState ts) {
        return ts.valueError("math domain error");
    }

    private static Object result(ThreadState ts, @Nullable Complex r) {
        if (r == null) {
            throw domain(ts);
        }
        return ts.newComplex(r.re(), r.im());
    }

    /** The result of a function that may be beyond the range for finite arguments. */
    private static Object ranged(ThreadState ts, Complex z, @Nullable Complex r) {
        if (r != null && z.isFinite() && r.isInfinite()) {
            throw ts.error("OverflowError", "math range error");
        }
        return result(ts, r);
    }

    @Expose(signature = "(z, /)", doc = "Arc cosine.")
    static Object acos(ThreadState ts, Object z) {
        Complex c = complex(ts, z);
        return result(ts, ComplexFunctions.acos(c));
    }

    @Expose(signature = "(z, /)", doc = "Inverse hyperbolic cosine.")
    static Object acosh(ThreadState ts, Object z) {
        Complex c = complex(ts, z);
        return result(ts, ComplexFunctions.acosh(c));
    }

    @Expose(signature = "(z, /)", doc = "Arc sine.")
    static Object asin(ThreadState ts, Object z) {
        Complex c = complex(ts, z);
        return result(ts, ComplexFunctions.asin(c));
    }

    @Expose(signature = "(z, /)", doc = "Inverse hyperbolic sine.")
    static Object asinh(ThreadState ts, Object z) {
        Complex c = complex(ts, z);
        return result(ts, ComplexFunctions.asinh(c));
    }

    @Expose(signature = "(z, /)", doc = "Arc tangent.")
    static Object atan(ThreadState ts, Object z) {
        Complex c = complex(ts, z);
        return result(ts, ComplexFunctions.atan(c));
    }

    @Expose(signature = "(z, /)", doc = "Inverse hyperbolic tangent.")
    static Object atanh(ThreadState ts, Object z) {
        Complex c = complex(ts, z);
        return result(ts, ComplexFunctions.atanh(c));
    }

    @Expose(signature = "(z, /)", doc = "Cosine.")
    static Object cos(ThreadState ts, Object z) {
        Complex c = complex(ts, z);
        return ranged(ts, c, ComplexFunctions.cos(c));
    }

    @Expose(signature = "(z, /)", doc = "Hyperbolic cosine.")
    static Object cosh(ThreadState ts, Object z) {
        Complex c = complex(ts, z);
        return ranged(ts, c, ComplexFunctions.cosh(c));
    }

    @Expose(signature = "(z, /)", doc = "e to the power of z.")
    static Object exp(ThreadState ts, Object z) {
        Complex c = complex(ts, z);
        return ranged(ts, c, ComplexFunctions.exp(c));
    }

    @Expose(signature = "(z, /)", doc = "Logarithm to the base 10.")
    static Object log10(ThreadState ts, Object z) {
        Complex c = complex(ts, z);
        return result(ts, ComplexFunctions.log10(c));
    }

    @Expose(signature = "(z, /)", doc = "Sine.")
    static Object sin(ThreadState ts, Object z) {
        Complex c = complex(ts, z);
        return ranged(ts, c, ComplexFunctions.sin(c));
    }

    @Expose(signature = "(z, /)", doc = "Hyperbolic sine.")
    static Object sinh(ThreadState ts, Object z) {
        Complex c = complex(ts, z);
        return ranged(ts, c, ComplexFunctions.sinh(c));
    }

    @Expose(signature = "(z, /)", doc = "Square root.")
    static Object sqrt(ThreadState ts, Object z) {
        Complex c = complex(ts, z);
        return result(ts, ComplexFunctions.sqrt(c));
    }

    @Expose(signature = "(z, /)", doc = "Tangent.")
    static Object tan(ThreadState ts, Object z) {
        Complex c = complex(ts, z);
        return result(ts, ComplexFunctions.tan(c));
    }

    @Expose(signature = "(z, /)", doc = "Hyperbolic tangent.")
    static Object tanh(ThreadState ts, Object z) {
        Complex c = complex(ts, z);
        return result(ts, ComplexFunctions.tanh(c));
    }

    @Expose(signature = "(z, base=<absent>, /)", doc = "Logarithm to a base, by default e.")
    static Object log(ThreadState ts, Object z, @Nullable Object base) {
        Complex r = ComplexFunctions.log(complex(ts, z));
        if (base == null) {
            return result(ts, r);
        }
        Complex b = ComplexFunctions.log(complex(ts, base));
        if (r == null || b == null || (b.re() == 0 && b.im() == 0)) {
            throw domain(ts);
        }
        return ts.trueDivide(result(ts, r), result(ts, b));
    }

    @Expose(signature = "(z, /)", doc = "The angle of z.")
    static double phase(ThreadState ts, Object z) {
        Complex c = complex(ts, z);
        double angle = InverseTrigonometry.atan2(c.im(), c.re());
        if (angle == 0 && c.im() != 0 && Double.isFinite(c.re())) {
            // C's atan2 reports an underflow, which CPython takes for a range error
            throw ts.error("OverflowError", "math range error");
        }
        return angle;
    }

    @Expose(signature = "(z, /)", doc = "Distance from 0, and angle.")
    static Object polar(ThreadState ts, Object z) {
        Complex c = complex(ts, z);
        double size = Math.hypot(c.re(), c.im());
        if (Double.isInfinite(size) && c.isFinite()) {
            throw ts.error("OverflowError", "math range error");
        }
        return ts.newTuple(size, InverseTrigonometry.atan2(c.im(), c.re()));
    }

    @Expose(signature = "(r, phi, /)", doc = "The number at a distance from 0 and an angle.")
    static Object rect(ThreadState ts, double r, double phi) {
        return result(ts, ComplexFunctions.rect(r, phi));
    }

    @Expose(signature = "(z, /)", doc = "Whether both parts are finite.")
    static boolean isfinite(ThreadState ts, Object z) {
        return complex(ts, z).isFinite();
    }

    @Expose(signature = "(z, /)", doc = "Whether a part is infinite.")
    static boolean isinf(ThreadState ts, Object z) {
        return complex(ts, z).isInfinite();
    }

    @Expose(signature = "(z, /)", doc = "Whether a part is NaN.")
    static boolean isnan(ThreadState ts, Object z) {
        Complex c = complex(ts, z);
        return Double.isNaN(c.re()) || Double.isNaN(c.im());
    }

    @Expose(
            signature = "(a, b, *, rel_tol=1e-09, abs_tol=0.0)",
            doc = "Whether two numbers differ by less than the tolerances.")
    static boolean isclose(ThreadState ts, Object a, Object b, double rel_tol, double abs_tol) {
        Complex x = complex(ts, a);
        Complex y = complex(ts, b);
        if (rel_tol < 0 || abs_tol < 0) {
            throw ts.valueError("tolerances must be non-negative");
        }
        if (x.re() == y.re() && x.im() == y.im()) {
            return true;
        }
        if (x.isInfinite() || y.isInfinite()) {
            return false;
        }
        double difference = Math.hypot(x.re() - y.re(), x.im() - y.im());
        return difference <= rel_tol * Math.hypot(y.re(), y.im())
                || difference <= rel_tol * Math.hypot(x.re(), x.im())
                || difference <= abs_tol;
    }
}
