package dev.clutch.interp.parser;

/**
 * Makes the values of {@code Constant} nodes that belong to the object model. Integers are {@code Long} or, out of its range,
 * {@code BigInteger}; floats are {@code Double}; True and False are {@code Boolean}: the parser makes those itself.
 */
public interface ConstantFactory {
    Object none();

    Object ellipsis();

    Object complex(double imag);

    Object bytes(byte[] value);

    /** A str without surrogate code units. */
    Object str(String value);

    /** A str of the first {@code length} code points, which may be lone surrogates. The array is the parser's: copy it. */
    Object str(int[] codePoints, int length);
}
