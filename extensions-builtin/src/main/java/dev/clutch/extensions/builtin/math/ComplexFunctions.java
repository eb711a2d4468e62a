package dev.clutch.extensions.builtin.math;

import org.jspecify.annotations.Nullable;

/**
 * Functions of complex numbers, with Kahan's branch cuts and with care for overflow in between, as {@code cmathmodule.c} has them. Null stands for a domain error; an infinite result of
 * finite arguments is an overflow where the function says so.
 */
final class ComplexFunctions {
    private static final double LN2 = 0.6931471805599453;
    private static final double LN10 = 2.302585092994046;
    private static final double LARGE = Double.MAX_VALUE / 4;
    private static final double ROOT_OF_LARGE = Math.sqrt(LARGE);
    private static final double LOG_OF_LARGE = 708.3964185322641;
    private static final double ROOT_OF_LEAST = 1.4916681462400413e-154;
    private static final int SCALE_UP = 53;
    private static final int SCALE_DOWN = -27;

    private ComplexFunctions() {}

    private static boolean isLarge(Complex z) {
        return Math.abs(z.re()) > LARGE || Math.abs(z.im()) > LARGE;
    }

    private static double logOfLarge(Complex z) {
        return Math.log(Math.hypot(z.re() / 2, z.im() / 2)) + LN2 * 2;
    }

    private static double atan2(double y, double x) {
        return InverseTrigonometry.atan2(y, x);
    }

    static @Nullable Complex acos(Complex z) {
        if (!z.isFinite()) {
            return ComplexSpecials.of(ComplexSpecials.ACOS, z.re(), z.im());
        }
        if (isLarge(z)) {
            double re = atan2(Math.abs(z.im()), z.re());
            double size = logOfLarge(z);
            return new Complex(re, z.re() < 0 ? -Math.copySign(size, z.im()) : Math.copySign(size, -z.im()));
        }
        Complex a = root(new Complex(1 - z.re(), -z.im()));
        Complex b = root(new Complex(1 + z.re(), z.im()));
        return new Complex(2 * atan2(a.re(), b.re()), Elementary.asinh(b.re() * a.im() - b.im() * a.re()));
    }

    static @Nullable Complex acosh(Complex z) {
        if (!z.isFinite()) {
            return ComplexSpecials.of(ComplexSpecials.ACOSH, z.re(), z.im());
        }
        if (isLarge(z)) {
            return new Complex(logOfLarge(z), atan2(z.im(), z.re()));
        }
        Complex a = root(new Complex(z.re() - 1, z.im()));
        Complex b = root(new Complex(z.re() + 1, z.im()));
        return new Complex(Elementary.asinh(a.re() * b.re() + a.im() * b.im()), 2 * atan2(a.im(), b.re()));
    }

    static @Nullable Complex asin(Complex z) {
        Complex s = asinh(z.turned());
        return s == null ? null : s.turnedBack();
    }

    static @Nullable Complex asinh(Complex z) {
        if (!z.isFinite()) {
            return ComplexSpecials.of(ComplexSpecials.ASINH, z.re(), z.im());
        }
        if (isLarge(z)) {
            double size = logOfLarge(z);
            double re = z.im() >= 0 ? Math.copySign(size, z.re()) : -Math.copySign(size, -z.re());
            return new Complex(re, atan2(z.im(), Math.abs(z.re())));
        }
        Complex a = root(new Complex(1 + z.im(), -z.re()));
        Complex b = root(new Complex(1 - z.im(), z.re()));
        return new Complex(
                Elementary.asinh(a.re() * b.im() - b.re() * a.im()), atan2(z.im(), a.re() * b.re() - a.im() * b.im()));
    }

    static @Nullable Complex atan(Complex z) {
        Complex s = atanh(z.turned());
        return s == null ? null : s.turnedBack();
    }

    static @Nullable Complex atanh(Complex z) {
        if (!z.isFinite()) {
            return ComplexSpecials.of(ComplexSpecials.ATANH, z.re(), z.im());
        }
        if (z.re() < 0 || (z.re() == 0 && Math.copySign(1, z.re()) < 0)) {
            Complex r = atanh(new Complex(-z.re(), -z.im()));
            return r == null ? null : new Complex(-r.re(), -r.im());
        }
        double ay = Math.abs(z.im());
        if (z.re() > ROOT_OF_LARGE || ay > ROOT_OF_LARGE) {
            double h = Math.hypot(z.re() / 2, z.im() / 2);
            return new Complex(z.re() / 4 / h / h, -Math.copySign(Math.PI / 2, -z.im()));
        }
        if (z.re() == 1 && ay < ROOT_OF_LEAST) {
            if (ay == 0) {
                return null;
            }
            return new Complex(
                    -Math.log(Math.sqrt(ay) / Math.sqrt(Math.hypot(ay, 2))), Math.copySign(atan2(2, -ay) / 2, z.im()));
        }
        double rest = 1 - z.re();
        return new Complex(
                Elementary.log1p(4 * z.re() / (rest * rest + ay * ay)) / 4,
                -atan2(-2 * z.im(), rest * (1 + z.re()) - ay * ay) / 2);
    }

    static @Nullable Complex cos(Complex z) {
        return cosh(z.turned());
    }

    static @Nullable Complex cosh(Complex z) {
        double x = z.re();
        double y = z.im();
        if (!z.isFinite()) {
            if (Double.isInfinite(x) && Double.isFinite(y) && y != 0) {
                double im = Math.copySign(Double.POSITIVE_INFINITY, Math.sin(y));
                return new Complex(Math.copySign(Double.POSITIVE_INFINITY, Math.cos(y)), x > 0 ? im : -im);
            }
            return ComplexSpecials.of(ComplexSpecials.COSH, x, y);
        }
        if (Math.abs(x) > LOG_OF_LARGE) {
            double less = x - Math.copySign(1, x);
            return new Complex(
                    Math.cos(y) * Elementary.cosh(less) * Math.E, Math.sin(y) * Elementary.sinh(less) * Math.E);
        }
        return new Complex(Math.cos(y) * Elementary.cosh(x), Math.sin(y) * Elementary.sinh(x));
    }

    static @Nullable Complex exp(Complex z) {
        double x = z.re();
        double y = z.im();
        if (!z.isFinite()) {
            if (Double.isInfinite(x) && Double.isFinite(y) && y != 0) {
                double size = x > 0 ? Double.POSITIVE_INFINITY : 0;
                return new Complex(Math.copySign(size, Math.cos(y)), Math.copySign(size, Math.sin(y)));
            }
            return ComplexSpecials.of(ComplexSpecials.EXP, x, y);
        }
        if (x > LOG_OF_LARGE) {
            double l = Math.exp(x - 1);
            return new Complex(l * Math.cos(y) * Math.E, l * Math.sin(y) * Math.E);
        }
        double l = Math.exp(x);
        return new Complex(l * Math.cos(y), l * Math.sin(y));
    }

    static @Nullable Complex log(Complex z) {
        if (!z.isFinite()) {
            return ComplexSpecials.of(ComplexSpecials.LOG, z.re(), z.im());
        }
        double ax = Math.abs(z.re());
        double ay = Math.abs(z.im());
        double re;
        if (ax > LARGE || ay > LARGE) {
            re = Math.log(Math.hypot(ax / 2, ay / 2)) + LN2;
        } else if (ax < Double.MIN_NORMAL && ay < Double.MIN_NORMAL) {
            if (ax == 0 && ay == 0) {
                return null;
            }
            re = Math.log(Math.hypot(Math.scalb(ax, SCALE_UP), Math.scalb(ay, SCALE_UP))) - SCALE_UP * LN2;
        } else {
            double h = Math.hypot(ax, ay);
            if (0.71 <= h && h <= 1.73) {
                double most = Math.max(ax, ay);
                double least = Math.min(ax, ay);
                re = Elementary.log1p((most - 1) * (most + 1) + least * least) / 2;
            } else {
                re = Math.log(h);
            }
        }
        return new Complex(re, atan2(z.im(), z.re()));
    }

    static @Nullable Complex log10(Complex z) {
        Complex r = log(z);
        return r == null ? null : new Complex(r.re() / LN10, r.im() / LN10);
    }

    static @Nullable Complex sin(Complex z) {
        Complex s = sinh(z.turned());
        return s == null ? null : s.turnedBack();
    }

    static @Nullable Complex sinh(Complex z) {
        double x = z.re();
        double y = z.im();
        if (!z.isFinite()) {
            if (Double.isInfinite(x) && Double.isFinite(y) && y != 0) {
                double re = Math.copySign(Double.POSITIVE_INFINITY, Math.cos(y));
                return new Complex(x > 0 ? re : -re, Math.copySign(Double.POSITIVE_INFINITY, Math.sin(y)));
            }
            return ComplexSpecials.of(ComplexSpecials.SINH, x, y);
        }
        if (Math.abs(x) > LOG_OF_LARGE) {
            double less = x - Math.copySign(1, x);
            return new Complex(
                    Math.cos(y) * Elementary.sinh(less) * Math.E, Math.sin(y) * Elementary.cosh(less) * Math.E);
        }
        return new Complex(Math.cos(y) * Elementary.sinh(x), Math.sin(y) * Elementary.cosh(x));
    }

    static @Nullable Complex sqrt(Complex z) {
        return z.isFinite() ? root(z) : ComplexSpecials.of(ComplexSpecials.SQRT, z.re(), z.im());
    }

    private static Complex root(Complex z) {
        if (z.re() == 0 && z.im() == 0) {
            return new Complex(0, z.im());
        }
        double ax = Math.abs(z.re());
        double ay = Math.abs(z.im());
        double s;
        if (ax < Double.MIN_NORMAL && ay < Double.MIN_NORMAL) {
            double up = Math.scalb(ax, SCALE_UP);
            s = Math.scalb(Math.sqrt(up + Math.hypot(up, Math.scalb(ay, SCALE_UP))), SCALE_DOWN);
        } else {
            ax /= 8;
            s = 2 * Math.sqrt(ax + Math.hypot(ax, ay / 8));
        }
        double d = ay / (2 * s);
        if (z.re() >= 0) {
            return new Complex(s, Math.copySign(d, z.im()));
        }
        return new Complex(d, Math.copySign(s, z.im()));
    }

    static @Nullable Complex tan(Complex z) {
        Complex s = tanh(z.turned());
        return s == null ? null : s.turnedBack();
    }

    static @Nullable Complex tanh(Complex z) {
        double x = z.re();
        double y = z.im();
        if (!z.isFinite()) {
            if (Double.isInfinite(x) && Double.isFinite(y) && y != 0) {
                return new Complex(Math.copySign(1, x), Math.copySign(0.0, 2 * Math.sin(y) * Math.cos(y)));
            }
            return ComplexSpecials.of(ComplexSpecials.TANH, x, y);
        }
        if (Math.abs(x) > LOG_OF_LARGE) {
            return new Complex(Math.copySign(1, x), 4 * Math.sin(y) * Math.cos(y) * Math.exp(-2 * Math.abs(x)));
        }
        double tx = StrictMath.tanh(x);
        double ty = Math.tan(y);
        double cx = 1 / Elementary.cosh(x);
        double product = tx * ty;
        double bottom = 1 + product * product;
        return new Complex(tx * (1 + ty * ty) / bottom, ty / bottom * cx * cx);
    }

    static @Nullable Complex rect(double r, double phi) {
        if (!Double.isFinite(r) || !Double.isFinite(phi)) {
            if (Double.isInfinite(r) && Double.isFinite(phi) && phi != 0) {
                double re = Math.copySign(Double.POSITIVE_INFINITY, Math.cos(phi));
                double im = Math.copySign(Double.POSITIVE_INFINITY, Math.sin(phi));
                return r > 0 ? new Complex(re, im) : new Complex(-re, -im);
            }
            return ComplexSpecials.of(ComplexSpecials.RECT, r, phi);
        }
        if (phi == 0) {
            return new Complex(r, r * phi);
        }
        return new Complex(r * Math.cos(phi), r * Math.sin(phi));
    }
}
