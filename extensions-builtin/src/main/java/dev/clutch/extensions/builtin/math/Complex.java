package dev.clutch.extensions.builtin.math;

/** A complex number inside calculations. */
record Complex(double re, double im) {
    boolean isFinite() {
        return Double.isFinite(re) && Double.isFinite(im);
    }

    boolean isInfinite() {
        return Double.isInfinite(re) || Double.isInfinite(im);
    }

    /** The number times i. */
    Complex turned() {
        return new Complex(-im, re);
    }

    /** The number divided by i. */
    Complex turnedBack() {
        return new Complex(im, -re);
    }
}
