package dev.clutch.extensions.builtin.math;

import dev.clutch.extension.spi.ThreadState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Sums with more precision than their terms: {@code fsum}, {@code sumprod}, {@code hypot}. */
final class Summation {
    private Summation() {}

    /** The exactly rounded sum, kept as numbers that do not overlap, in rising size (Shewchuk). */
    static double fsum(ThreadState ts, Object iterable) {
        Object it = ts.iter(iterable);
        double[] partials = new double[32];
        int n = 0;
        double special = 0;
        double infinities = 0;
        for (Object item = ts.next(it); item != null; item = ts.next(it)) {
            double x = ts.asDouble(item);
            double original = x;
            int kept = 0;
            for (int j = 0; j < n; j++) {
                double y = partials[j];
                if (Math.abs(x) < Math.abs(y)) {
                    double swap = x;
                    x = y;
                    y = swap;
                }
                double high = x + y;
                double low = y - (high - x);
                if (low != 0) {
                    partials[kept++] = low;
                }
                x = high;
            }
            n = kept;
            if (x == 0) {
                continue;
            }
            if (!Double.isFinite(x)) {
                if (Double.isFinite(original)) {
                    throw ts.error("OverflowError", "intermediate overflow in fsum");
                }
                if (Double.isInfinite(original)) {
                    infinities += original;
                }
                special += original;
                n = 0;
                continue;
            }
            if (n == partials.length) {
                partials = Arrays.copyOf(partials, n * 2);
            }
            partials[n++] = x;
        }
        if (special != 0) {
            if (Double.isNaN(infinities)) {
                throw ts.valueError("-inf + inf in fsum");
            }
            return special;
        }
        return rounded(partials, n);
    }

    private static double rounded(double[] partials, int n) {
        if (n == 0) {
            return 0;
        }
        int i = n - 1;
        double high = partials[i];
        double low = 0;
        while (i > 0) {
            double x = high;
            double y = partials[--i];
            high = x + y;
            low = y - (high - x);
            if (low != 0) {
                break;
            }
        }
        // half-way cases round by what lies below
        if (i > 0 && ((low < 0 && partials[i - 1] < 0) || (low > 0 && partials[i - 1] > 0))) {
            double y = low * 2;
            double x = high + y;
            if (y == x - high) {
                high = x;
            }
        }
        return high;
    }

    /** The Euclidean norm of numbers that are not negative: scaled by a power of two, squared and added without error, its root corrected once. */
    static double norm(double[] values, double max, boolean foundNan) {
        if (Double.isInfinite(max)) {
            return max;
        }
        if (foundNan) {
            return Double.NaN;
        }
        if (max == 0 || values.length <= 1) {
            return max;
        }
        int exponent = Elementary.exponent(max);
        if (exponent < -1023) {
            // the scale would overflow: bring subnormal numbers up first
            double[] larger = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                larger[i] = values[i] / Double.MIN_NORMAL;
            }
            return Double.MIN_NORMAL * norm(larger, max / Double.MIN_NORMAL, false);
        }
        double scale = Math.scalb(1.0, -exponent);
        double sum = 1;
        double squares = 0;
        double errors = 0;
        for (double value : values) {
            double x = value * scale;
            double square = x * x;
            double error = Math.fma(x, x, -square);
            double next = sum + square;
            squares += square - (next - sum);
            sum = next;
            errors += error;
        }
        double h = Math.sqrt(sum - 1.0 + (squares + errors));
        double product = -h * h;
        double error = Math.fma(-h, h, -product);
        double next = sum + product;
        squares += product - (next - sum);
        sum = next;
        errors += error;
        double rest = sum - 1.0 + (squares + errors);
        h += rest / (2.0 * h);
        return h / scale;
    }

    /** The state of {@code sumprod}: a sum of any objects, one of ints, and one of floats in three parts. */
    private static final class Products {
        private Object total = 0L;
        private long ints;
        private boolean intsUsed;
        private boolean intsEnabled = true;
        private boolean floatsUsed;
        private boolean floatsEnabled = true;
        private double high;
        private double low;
        private double tiny;

        boolean addInts(Object p, Object q) {
            if (p instanceof Long x && q instanceof Long y) {
                long product = x * y;
                long sum = ints + product;
                boolean fits = Math.multiplyHigh(x, y) == product >> 63 && ((ints ^ sum) & (product ^ sum)) >= 0;
                if (fits) {
                    ints = sum;
                    intsUsed = true;
                    return true;
                }
            }
            return false;
        }

        void endInts(ThreadState ts) {
            intsEnabled = false;
            if (intsUsed) {
                total = ts.add(total, ints);
                ints = 0;
                intsUsed = false;
            }
        }

        private static boolean isIntOrBool(Object o) {
            return o instanceof Long || o instanceof Boolean || o instanceof java.math.BigInteger;
        }

        boolean addFloats(ThreadState ts, Object p, Object q) {
            boolean mixed =
                    p instanceof Double ? q instanceof Double || isIntOrBool(q) : isIntOrBool(p) && q instanceof Double;
            if (!mixed) {
                return false;
            }
            double x;
            double y;
            try {
                x = ts.asDouble(p);
                y = ts.asDouble(q);
            } catch (dev.clutch.extension.spi.PythonException e) {
                if (ts.matches(e, "OverflowError")) {
                    return false;
                }
                throw e;
            }
            double product = x * y;
            double error = Math.fma(x, y, -product);
            double sum = high + product;
            double part = sum - high;
            double sumError = (high - (sum - part)) + (product - part);
            double first = low + error;
            part = first - low;
            double firstError = (low - (first - part)) + (error - part);
            double second = first + sumError;
            part = second - first;
            double secondError = (first - (second - part)) + (sumError - part);
            if (!Double.isFinite(sum)) {
                return false;
            }
            high = sum;
            low = second;
            tiny += firstError + secondError;
            floatsUsed = true;
            return true;
        }

        void endFloats(ThreadState ts) {
            floatsEnabled = false;
            if (floatsUsed) {
                double sum = low + high;
                double part = sum - low;
                double error = (low - (sum - part)) + (high - part);
                total = ts.add(total, tiny + error + sum);
                high = 0;
                low = 0;
                tiny = 0;
                floatsUsed = false;
            }
        }

        void add(ThreadState ts, Object p, Object q) {
            if (intsEnabled) {
                if (addInts(p, q)) {
                    return;
                }
                endInts(ts);
            }
            if (floatsEnabled) {
                if (addFloats(ts, p, q)) {
                    return;
                }
                endFloats(ts);
            }
            total = ts.add(total, ts.multiply(p, q));
        }

        Object result(ThreadState ts) {
            if (intsEnabled) {
                endInts(ts);
            }
            if (floatsEnabled) {
                endFloats(ts);
            }
            return total;
        }
    }

    static Object sumprod(ThreadState ts, Object p, Object q) {
        Object first = ts.iter(p);
        Object second = ts.iter(q);
        Products products = new Products();
        while (true) {
            @Nullable Object a = ts.next(first);
            @Nullable Object b = ts.next(second);
            if (a == null || b == null) {
                if (a != b) {
                    throw ts.valueError("Inputs are not the same length");
                }
                return products.result(ts);
            }
            products.add(ts, a, b);
        }
    }
}
