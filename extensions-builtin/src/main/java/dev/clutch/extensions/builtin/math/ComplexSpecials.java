package dev.clutch.extensions.builtin.math;

import org.jspecify.annotations.Nullable;

/**
 * The values of complex functions where a part of the argument is infinite or NaN, after C99's Annex G. A table has a row for each kind of real part, and in it two characters for
 * each kind of imaginary part, in the order -inf, negative, -0.0, 0.0, positive, inf, NaN; finite arguments are left out as dots.
 */
final class ComplexSpecials {
    static final String ACOS =
            "tipipipIpItIni hi........hInn hi........hIhn hi........hIhn hi........hInn qi0i0i0I0IqIni ninnnnnnnnnInn";

    static final String ACOSH =
            "iTiPiPipipitin iH........ihnn iH........ihnn iH........ihnn iH........ihnn iQioioi0i0iqin innnnnnnnninnn";

    static final String ASINH =
            "IQIoIoI0I0IqIn IH........Ihnn IH........Ihnn iH........ihnn iH........ihnn iQioioi0i0iqin innnnon0nninnn";

    static final String ATANH =
            "oHoHoHohohohon oH........ohnn oH........ohon 0H........0h0n 0H........0hnn 0H0H0H0h0h0h0n 0Hnnnnnnnn0hnn";

    static final String COSH =
            "V!**i0io**V!in V!........V!nn V!........V!n0 V!........V!n0 V!........V!nn V!**ioi0**V!in nnnnn0n0nnnnnn";

    static final String EXP =
            "00**0o00**0000 V!........V!nn V!........V!nn V!........V!nn V!........V!nn V!**ioi0**V!in nnnnnon0nnnnnn";

    static final String LOG =
            "iTiPiPipipitin iH........ihnn iH........ihnn iH........ihnn iH........ihnn iQioioi0i0iqin innnnnnnnninnn";

    static final String SINH =
            "V!**IoI0**V!in V!........V!nn V!........V!0n V!........V!0n V!........V!nn V!**ioi0**V!in nnnnnon0nnnnnn";

    static final String SQRT =
            "iI0I0I0i0iiini iI........iinn iI........iinn iI........iinn iI........iinn iIioioi0i0iiin iInnnnnnnniinn";

    static final String TANH =
            "u0uouou0u0u0u0 V!........V!nn V!........V!nn V!........V!nn V!........V!nn 101o1o10101010 nnnnnon0nnnnnn";

    static final String RECT =
            "V!**I0Io**V!in V!........V!nn 00........0000 00........0000 V!........V!nn V!**ioi0**V!in nnnnn0n0nnnnnn";

    private static final String NUMBERS = "0o1uiInpPhHqQtT";

    private ComplexSpecials() {}

    private static int kind(double x) {
        if (Double.isNaN(x)) {
            return 6;
        }
        if (Double.isInfinite(x)) {
            return x < 0 ? 0 : 5;
        }
        if (x == 0) {
            return Double.doubleToRawLongBits(x) < 0 ? 2 : 3;
        }
        return x < 0 ? 1 : 4;
    }

    private static double value(char c) {
        return switch (NUMBERS.indexOf(c)) {
            case 0 -> 0.0;
            case 1 -> -0.0;
            case 2 -> 1.0;
            case 3 -> -1.0;
            case 4 -> Double.POSITIVE_INFINITY;
            case 5 -> Double.NEGATIVE_INFINITY;
            case 7 -> Math.PI;
            case 8 -> -Math.PI;
            case 9 -> Math.PI / 2;
            case 10 -> -Math.PI / 2;
            case 11 -> Math.PI / 4;
            case 12 -> -Math.PI / 4;
            case 13 -> 0.75 * Math.PI;
            case 14 -> -0.75 * Math.PI;
            default -> Double.NaN;
        };
    }

    /** The value from a table, null for a domain error. */
    static @Nullable Complex of(String table, double re, double im) {
        int at = kind(re) * 15 + kind(im) * 2;
        if (table.charAt(at) == 'V') {
            return null;
        }
        return new Complex(value(table.charAt(at)), value(table.charAt(at + 1)));
    }
}
