package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.Stability;
import java.math.BigInteger;

/** Numbers, comparison, truth and hashing. */
@Stability(since = "0.1")
public interface Numbers {
    /** {@code a + b}. TypeError when neither operand knows how, as for all operators. */
    Object add(Object a, Object b);

    /** {@code a - b}. */
    Object subtract(Object a, Object b);

    /** {@code a * b}. */
    Object multiply(Object a, Object b);

    /** {@code a / b}. ZeroDivisionError. */
    Object trueDivide(Object a, Object b);

    /** {@code a // b}. ZeroDivisionError. */
    Object floorDivide(Object a, Object b);

    /** {@code a % b}. ZeroDivisionError. */
    Object remainder(Object a, Object b);

    /** {@code pow(a, b, c)}, c None for two arguments. */
    Object power(Object a, Object b, Object c);

    /**
     * A binary operation by its special name's slot.
     *
     * @param op {@code ADD} to {@code OR}, not a reflected or in-place slot
     */
    Object binary(dev.clutch.extension.spi.Slot op, Object a, Object b);

    /** The in-place form of {@link #binary}. */
    Object inPlace(dev.clutch.extension.spi.Slot op, Object a, Object b);

    /** {@code -a}, {@code +a}, {@code ~a}, {@code abs(a)} by slot. */
    Object unary(dev.clutch.extension.spi.Slot op, Object a);

    /** {@code a < b} and the others by slot {@code LT LE EQ NE GT GE} ({@code PyObject_RichCompare}). */
    Object compare(dev.clutch.extension.spi.Slot op, Object a, Object b);

    /** The truth of {@link #compare}, identity first for EQ and NE ({@code PyObject_RichCompareBool}). */
    boolean compareBool(dev.clutch.extension.spi.Slot op, Object a, Object b);

    /** {@code a == b} with identity first. */
    boolean equal(Object a, Object b);

    /** {@code a is b}: numbers and bool by value, everything else by reference. */
    boolean is(Object a, Object b);

    /** {@code bool(a)}. */
    boolean isTrue(Object a);

    /** {@code hash(a)}. Never -1; TypeError when the object has none. */
    long hash(Object a);

    /** Whether the object is an int or of a subclass. */
    boolean isInt(Object a);

    /** Whether the object has {@code __index__} ({@code PyIndex_Check}). */
    boolean isIndex(Object a);

    /** {@code operator.index(a)}: Long, BigInteger or bool's value. TypeError without {@code __index__}, as for the following five. */
    Object index(Object a);

    /** {@code operator.index(a)} as a long; OverflowError outside ({@code PyLong_AsLong}'s message). From -2**63 to 2**63 - 1. */
    long asLong(Object a);

    /** {@code operator.index(a)} as an int; OverflowError outside ({@code PyLong_AsInt}'s message). From -2**31 to 2**31 - 1. */
    int asInt(Object a);

    /** {@code operator.index(a)} clamped to the range of long, for slices ({@code PyNumber_AsSsize_t(o, NULL)}). */
    long asClampedLong(Object a);

    /** {@code operator.index(a)} as an index; IndexError when too large ({@code PyNumber_AsSsize_t(o, PyExc_IndexError)}). */
    long asPosition(Object a);

    /** {@code operator.index(a)} of any size. */
    BigInteger asBigInteger(Object a);

    /** The float value as {@code PyFloat_AsDouble}. TypeError when it is no real number, OverflowError when an int is too large. */
    double asDouble(Object a);

    /** Whether the object is a float or of a subclass. */
    boolean isFloat(Object a);

    /** Real and imaginary part of a number as {@code PyComplex_AsCComplex}. TypeError when it is no number. */
    double[] asComplex(Object a);

    /** Normalises to Long where it fits. */
    Object newInt(BigInteger value);

    /** The greatest common divisor; can be interrupted when the numbers are huge, as all arithmetic of this interface. */
    BigInteger gcd(BigInteger a, BigInteger b);

    /** The whole part of the square root of a number that is not negative; can be interrupted when it is huge. */
    BigInteger isqrt(BigInteger n);

    /** {@code complex(re, im)}. */
    Object newComplex(double re, double im);
}
