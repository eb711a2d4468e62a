package dev.clutch.extensions.builtin.math;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** {@code math}. */
@ExtensionModule(
        name = "math",
        doc = "Mathematical functions of real numbers and integers.",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class MathModule {
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

    private static PythonException domain(ThreadState ts) {
        return ts.valueError("math domain error");
    }

    private static PythonException range(ThreadState ts) {
        return ts.error("OverflowError", "math range error");
    }

    /** {@code math_1}: what a result that is no number says about the argument. */
    private static double checked(ThreadState ts, double x, double result, boolean canOverflow) {
        if (Double.isNaN(result) && !Double.isNaN(x)) {
            throw domain(ts);
        }
        if (Double.isInfinite(result) && Double.isFinite(x)) {
            throw canOverflow ? range(ts) : domain(ts);
        }
        return result;
    }

    /** {@code math_2}. */
    private static double checked(ThreadState ts, double x, double y, double result) {
        if (Double.isNaN(result) && !Double.isNaN(x) && !Double.isNaN(y)) {
            throw domain(ts);
        }
        if (Double.isInfinite(result) && Double.isFinite(x) && Double.isFinite(y)) {
            throw range(ts);
        }
        return result;
    }

    // --- functions of one float ----------------------------------------------------------------------------------

    @Expose(signature = "(x, /)", doc = "Arc cosine, in radians.")
    static double acos(ThreadState ts, double x) {
        return checked(ts, x, InverseTrigonometry.acos(x), false);
    }

    @Expose(signature = "(x, /)", doc = "Inverse hyperbolic cosine.")
    static double acosh(ThreadState ts, double x) {
        return checked(ts, x, Elementary.acosh(x), false);
    }

    @Expose(signature = "(x, /)", doc = "Arc sine, in radians.")
    static double asin(ThreadState ts, double x) {
        return checked(ts, x, InverseTrigonometry.asin(x), false);
    }

    @Expose(signature = "(x, /)", doc = "Inverse hyperbolic sine.")
    static double asinh(ThreadState ts, double x) {
        return checked(ts, x, Elementary.asinh(x), false);
    }

    @Expose(signature = "(x, /)", doc = "Arc tangent, in radians.")
    static double atan(ThreadState ts, double x) {
        return checked(ts, x, InverseTrigonometry.atan(x), false);
    }

    @Expose(signature = "(x, /)", doc = "Inverse hyperbolic tangent.")
    static double atanh(ThreadState ts, double x) {
        return checked(ts, x, Elementary.atanh(x), false);
    }

    @Expose(signature = "(x, /)", doc = "Cube root.")
    static double cbrt(ThreadState ts, double x) {
        return checked(ts, x, StrictMath.cbrt(x), false);
    }

    @Expose(signature = "(x, /)", doc = "Cosine of x radians.")
    static double cos(ThreadState ts, double x) {
        return checked(ts, x, Math.cos(x), false);
    }

    @Expose(signature = "(x, /)", doc = "Hyperbolic cosine.")
    static double cosh(ThreadState ts, double x) {
        return checked(ts, x, Elementary.cosh(x), true);
    }

    @Expose(signature = "(x, /)", doc = "e to the power of x.")
    static double exp(ThreadState ts, double x) {
        return checked(ts, x, Math.exp(x), true);
    }

    @Expose(signature = "(x, /)", doc = "2 to the power of x.")
    static double exp2(ThreadState ts, double x) {
        return checked(ts, x, Elementary.exp2(x), true);
    }

    @Expose(signature = "(x, /)", doc = "exp(x) - 1, exact for small x too.")
    static double expm1(ThreadState ts, double x) {
        return checked(ts, x, StrictMath.expm1(x), true);
    }

    @Expose(signature = "(x, /)", doc = "Absolute value as a float.")
    static double fabs(ThreadState ts, double x) {
        return checked(ts, x, Math.abs(x), false);
    }

    @Expose(signature = "(x, /)", doc = "Natural logarithm of 1 + x, exact for small x too.")
    static double log1p(ThreadState ts, double x) {
        return checked(ts, x, Elementary.log1p(x), false);
    }

    @Expose(signature = "(x, /)", doc = "Sine of x radians.")
    static double sin(ThreadState ts, double x) {
        return checked(ts, x, Math.sin(x), false);
    }

    @Expose(signature = "(x, /)", doc = "Hyperbolic sine.")
    static double sinh(ThreadState ts, double x) {
        return checked(ts, x, Elementary.sinh(x), true);
    }

    @Expose(signature = "(x, /)", doc = "Square root.")
    static double sqrt(ThreadState ts, double x) {
        return checked(ts, x, Math.sqrt(x), false);
    }

    @Expose(signature = "(x, /)", doc = "Tangent of x radians.")
    static double tan(ThreadState ts, double x) {
        return checked(ts, x, Math.tan(x), false);
    }

    @Expose(signature = "(x, /)", doc = "Hyperbolic tangent.")
    static double tanh(ThreadState ts, double x) {
        return checked(ts, x, StrictMath.tanh(x), false);
    }

    @Expose(signature = "(x, /)", doc = "The error function.")
    static double erf(ThreadState ts, double x) {
        return ErrorFunction.erf(x);
    }

    @Expose(signature = "(x, /)", doc = "1 - erf(x), exact for large x too.")
    static double erfc(ThreadState ts, double x) {
        return ErrorFunction.erfc(x);
    }

    @Expose(signature = "(x, /)", doc = "The gamma function.")
    static double gamma(ThreadState ts, double x) {
        double r = GammaFunction.gamma(x);
        if (Double.isNaN(r) ? !Double.isNaN(x) : x == 0) {
            throw domain(ts);
        }
        if (Double.isInfinite(r) && Double.isFinite(x)) {
            throw range(ts);
        }
        return r;
    }

    @Expose(signature = "(x, /)", doc = "The logarithm of the size of the gamma function.")
    static double lgamma(ThreadState ts, double x) {
        double r = GammaFunction.logGamma(x);
        if (Double.isInfinite(r) && Double.isFinite(x)) {
            throw x <= 0 ? domain(ts) : range(ts);
        }
        return r;
    }

    @Expose(signature = "(x, /)", doc = "The angle x in degrees.")
    static double degrees(ThreadState ts, double x) {
        return x * (180.0 / Math.PI);
    }

    @Expose(signature = "(x, /)", doc = "The angle x in radians.")
    static double radians(ThreadState ts, double x) {
        return x * (Math.PI / 180.0);
    }

    @Expose(signature = "(x, /)", doc = "Whether x is neither infinite nor NaN.")
    static boolean isfinite(ThreadState ts, double x) {
        return Double.isFinite(x);
    }

    @Expose(signature = "(x, /)", doc = "Whether x is infinite.")
    static boolean isinf(ThreadState ts, double x) {
        return Double.isInfinite(x);
    }

    @Expose(signature = "(x, /)", doc = "Whether x is NaN.")
    static boolean isnan(ThreadState ts, double x) {
        return Double.isNaN(x);
    }

    @Expose(signature = "(x, /)", doc = "Mantissa and exponent of x.")
    static Object frexp(ThreadState ts, double x) {
        if (x == 0 || !Double.isFinite(x)) {
            return ts.newTuple(x, 0L);
        }
        int exponent = Elementary.exponent(x);
        return ts.newTuple(Elementary.fraction(x, exponent), (long) exponent);
    }

    @Expose(signature = "(x, /)", doc = "Fractional and integral part of x, both floats.")
    static Object modf(ThreadState ts, double x) {
        if (Double.isInfinite(x)) {
            return ts.newTuple(Math.copySign(0.0, x), x);
        }
        if (Double.isNaN(x)) {
            return ts.newTuple(x, x);
        }
        double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
        return ts.newTuple(Math.copySign(x - whole, x), Math.copySign(whole, x));
    }

    @Expose(signature = "(x, /)", doc = "The value of the least bit of x.")
    static double ulp(ThreadState ts, double x) {
        return Math.ulp(x);
    }

    // --- functions of two floats -----------------------------------------------------------------------------------

    @Expose(signature = "(y, x, /)", doc = "Arc tangent of y/x in radians, in the right quadrant.")
    static double atan2(ThreadState ts, double y, double x) {
        return InverseTrigonometry.atan2(y, x);
    }

    @Expose(signature = "(x, y, /)", doc = "x with the sign of y.")
    static double copysign(ThreadState ts, double x, double y) {
        return Math.copySign(x, Double.isNaN(y) ? copySource(y) : y);
    }

    /** The sign bit of a NaN as a number, since copySign may take NaN for positive. */
    private static double copySource(double nan) {
        return Double.doubleToRawLongBits(nan) < 0 ? -1.0 : 1.0;
    }

    @Expose(signature = "(x, y, /)", doc = "The rest of x/y with the sign of x.")
    static double fmod(ThreadState ts, double x, double y) {
        if (Double.isInfinite(y) && Double.isFinite(x)) {
            return x;
        }
        return checked(ts, x, y, x % y);
    }

    @Expose(signature = "(x, y, /)", doc = "The rest of x/y after rounding the quotient to the nearest integer.")
    static double remainder(ThreadState ts, double x, double y) {
        return checked(ts, x, y, Double.isInfinite(y) && Double.isFinite(x) ? x : Math.IEEEremainder(x, y));
    }

    @Expose(signature = "(x, y, /)", doc = "x to the power of y.")
    static double pow(ThreadState ts, double x, double y) {
        double r = Elementary.pow(x, y);
        if (Double.isFinite(x) && Double.isFinite(y)) {
            if (Double.isNaN(r) || (Double.isInfinite(r) && x == 0)) {
                throw domain(ts);
            }
            if (Double.isInfinite(r)) {
                throw range(ts);
            }
        }
        return r;
    }

    @Expose(signature = "(x, i, /)", doc = "x * 2**i.")
    static double ldexp(ThreadState ts, double x, Object i) {
        if (!ts.isInt(i)) {
            throw ts.typeError("Expected an int as second argument to ldexp.");
        }
        if (x == 0 || !Double.isFinite(x)) {
            return x;
        }
        Object n = ts.index(i);
        long exponent = n instanceof Long l ? l : IntegerFunctions.signum(n) < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        if (exponent > Integer.MAX_VALUE) {
            throw range(ts);
        }
        double r = exponent < Integer.MIN_VALUE ? Math.copySign(0.0, x) : Math.scalb(x, (int) exponent);
        if (Double.isInfinite(r)) {
            throw range(ts);
        }
        return r;
    }

    @Expose(signature = "(x, y, /, *, steps=None)", doc = "The next float after x towards y, or that many steps on.")
    static double nextafter(ThreadState ts, double x, double y, Object steps) {
        if (steps == Singleton.NONE) {
            return Math.nextAfter(x, y);
        }
        Object n = ts.index(steps);
        if (IntegerFunctions.signum(n) < 0) {
            throw ts.valueError("steps must be a non-negative integer");
        }
        if (IntegerFunctions.signum(n) == 0) {
            return x;
        }
        if (Double.isNaN(x)) {
            return x;
        }
        if (Double.isNaN(y)) {
            return y;
        }
        if (IntegerFunctions.big(n).bitLength() > 64) {
            return y;
        }
        // positions on the line of all floats, 0.0 and -0.0 both at 0; a distance needs 64 bits without sign
        long from = position(x);
        long to = position(y);
        long distance = from < to ? to - from : from - to;
        long count = IntegerFunctions.big(n).longValue();
        if (Long.compareUnsigned(distance, count) <= 0) {
            return y;
        }
        long at = from < to ? from + count : from - count;
        if (at == 0) {
            return Math.copySign(0.0, from == 0 ? y : x);
        }
        return at > 0 ? Double.longBitsToDouble(at) : -Double.longBitsToDouble(-at);
    }

    private static long position(double x) {
        long bits = Double.doubleToRawLongBits(Math.abs(x));
        return x < 0 ? -bits : bits;
    }

    @Expose(
            signature = "(a, b, *, rel_tol=1e-09, abs_tol=0.0)",
            doc = "Whether two numbers differ by less than the tolerances.")
    static boolean isclose(ThreadState ts, double a, double b, double rel_tol, double abs_tol) {
        if (rel_tol < 0 || abs_tol < 0) {
            throw ts.valueError("tolerances must be non-negative");
        }
        if (a == b) {
            return true;
        }
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            return false;
        }
        double difference = Math.abs(b - a);
        return difference <= Math.abs(rel_tol * b) || difference <= Math.abs(rel_tol * a) || difference <= abs_tol;
    }

    // --- logarithms ------------------------------------------------------------------------------------------------

    private static final int NATURAL = 0;
    private static final int BINARY = 1;
    private static final int DECIMAL = 2;

    private static double log(double x, int base) {
        return switch (base) {
            case NATURAL -> Math.log(x);
            case BINARY -> Elementary.log2(x);
            default -> Elementary.log10(x);
        };
    }

    /** {@code loghelper}: ints beyond the range of float too. */
    private static double log(ThreadState ts, Object arg, int base) {
        if (!ts.isInt(arg)) {
            double x = ts.asDouble(arg);
            if (x > 0) {
                return Double.isInfinite(x) ? x : log(x, base);
            }
            if (Double.isNaN(x)) {
                return x;
            }
            throw domain(ts);
        }
        Object n = ts.index(arg);
        if (IntegerFunctions.signum(n) <= 0) {
            throw domain(ts);
        }
        if (n instanceof BigInteger big && Double.isInfinite(big.doubleValue())) {
            long[] exponent = new long[1];
            double x = Elementary.frexp(big, exponent);
            return log(x, base) + log(2.0, base) * exponent[0];
        }
        return log(n instanceof Long l ? l : ((BigInteger) n).doubleValue(), base);
    }

    @Expose(name = "log", signature = "(x, base=<absent>, /)", doc = "The logarithm of x to a base, by default e.")
    static Object logOfBase(ThreadState ts, Object x, @Nullable Object base) {
        double top = log(ts, x, NATURAL);
        return base == null ? (Object) top : ts.trueDivide(top, log(ts, base, NATURAL));
    }

    @Expose(signature = "(x, /)", doc = "The logarithm of x to the base 2.")
    static double log2(ThreadState ts, Object x) {
        return log(ts, x, BINARY);
    }

    @Expose(signature = "(x, /)", doc = "The logarithm of x to the base 10.")
    static double log10(ThreadState ts, Object x) {
        return log(ts, x, DECIMAL);
    }

    // --- rounding to integers
    // ------------------------------------------------------------------------------------------

    private static Object integral(ThreadState ts, double x) {
        if (x > -9e18 && x < 9e18) {
            return (long) x;
        }
        if (Double.isNaN(x)) {
            throw ts.valueError("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(x)) {
            throw ts.error("OverflowError", "cannot convert float infinity to integer");
        }
        return ts.newInt(Elementary.big(x));
    }

    @Expose(signature = "(x, /)", doc = "The least integer that is no less than x.")
    static Object ceil(ThreadState ts, Object x) {
        if (!(x instanceof Double)) {
            Object method = ts.findSpecial(x, "__ceil__");
            if (method != null) {
                return ts.call(method);
            }
        }
        return integral(ts, Math.ceil(ts.asDouble(x)));
    }

    @Expose(signature = "(x, /)", doc = "The greatest integer that is no greater than x.")
    static Object floor(ThreadState ts, Object x) {
        if (!(x instanceof Double)) {
            Object method = ts.findSpecial(x, "__floor__");
            if (method != null) {
                return ts.call(method);
            }
        }
        return integral(ts, Math.floor(ts.asDouble(x)));
    }

    @Expose(signature = "(x, /)", doc = "The integer nearest to x towards 0.")
    static Object trunc(ThreadState ts, Object x) {
        if (x instanceof Double d) {
            return integral(ts, d < 0 ? Math.ceil(d) : Math.floor(d));
        }
        Object method = ts.findSpecial(x, "__trunc__");
        if (method == null) {
            throw ts.typeError("type " + ts.typeOf(x).name() + " doesn't define __trunc__ method");
        }
        return ts.call(method);
    }

    // --- integers --------------------------------------------------------------------------------------------------

    @Expose(signature = "(n, k, /)", doc = "In how many ways k things can be chosen from n.")
    static Object comb(ThreadState ts, Object n, Object k) {
        return IntegerFunctions.comb(ts, n, k);
    }

    @Expose(signature = "(n, k=None, /)", doc = "In how many ways k things can be chosen from n in order.")
    static Object perm(ThreadState ts, Object n, Object k) {
        return k == Singleton.NONE ? IntegerFunctions.factorial(ts, n) : IntegerFunctions.perm(ts, n, k);
    }

    @Expose(signature = "(n, /)", doc = "n!")
    static Object factorial(ThreadState ts, Object n) {
        return IntegerFunctions.factorial(ts, n);
    }

    @Expose(signature = "(n, /)", doc = "The integral part of the square root.")
    static Object isqrt(ThreadState ts, Object n) {
        return IntegerFunctions.isqrt(ts, n);
    }

    @Expose(signature = "(*integers)", doc = "Greatest common divisor.")
    static Object gcd(ThreadState ts, Object[] integers) {
        Object r = 0L;
        for (Object i : integers) {
            r = IntegerFunctions.gcd(ts, r, ts.index(i));
        }
        return r;
    }

    @Expose(signature = "(*integers)", doc = "Least common multiple.")
    static Object lcm(ThreadState ts, Object[] integers) {
        Object r = 1L;
        for (Object i : integers) {
            r = IntegerFunctions.lcm(ts, r, ts.index(i));
        }
        return r;
    }

    // --- many numbers
    // --------------------------------------------------------------------------------------------------

    @Expose(signature = "(seq, /)", doc = "The sum of floats, rounded once.")
    static double fsum(ThreadState ts, Object seq) {
        return Summation.fsum(ts, seq);
    }

    @Expose(signature = "(p, q, /)", doc = "The sum of the products of two iterables' items.")
    static Object sumprod(ThreadState ts, Object p, Object q) {
        return Summation.sumprod(ts, p, q);
    }

    @Expose(signature = "(iterable, /, *, start=1)", doc = "The product of an iterable's items.")
    static Object prod(ThreadState ts, Object iterable, Object start) {
        Object it = ts.iter(iterable);
        Object r = start;
        for (Object item = ts.next(it); item != null; item = ts.next(it)) {
            r = ts.multiply(r, item);
        }
        return r;
    }

    @Expose(signature = "(*coordinates)", doc = "The Euclidean distance from the origin.")
    static double hypot(ThreadState ts, Object[] coordinates) {
        double[] values = new double[coordinates.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(ts.asDouble(coordinates[i]));
        }
        return norm(values);
    }

    private static double norm(double[] values) {
        double max = 0;
        boolean foundNan = false;
        for (double v : values) {
            foundNan |= Double.isNaN(v);
            if (v > max) {
                max = v;
            }
        }
        return Summation.norm(values, max, foundNan);
    }

    @Expose(signature = "(p, q, /)", doc = "The Euclidean distance of two points.")
    static double dist(ThreadState ts, Object p, Object q) {
        Object first = ts.isTuple(p) ? p : ts.call(ts.builtinType("tuple"), p);
        Object second = ts.isTuple(q) ? q : ts.call(ts.builtinType("tuple"), q);
        int n = ts.fastSize(first);
        if (n != ts.fastSize(second)) {
            throw ts.valueError("both points must have the same number of dimensions");
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            double x = ts.asDouble(ts.fastItem(first, i));
            values[i] = Math.abs(x - ts.asDouble(ts.fastItem(second, i)));
        }
        return norm(values);
    }
}
