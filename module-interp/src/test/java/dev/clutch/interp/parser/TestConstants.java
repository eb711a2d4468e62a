package dev.clutch.interp.parser;

import java.util.Arrays;

/** Constant values for tests of the parser alone. */
final class TestConstants implements ConstantFactory {
    enum Singleton {
        NONE,
        ELLIPSIS
    }

    record Complex(double imag) {}

    record Bytes(byte[] value) {}

    record CodePoints(int[] value) {}

    @Override
    public Object none() {
        return Singleton.NONE;
    }

    @Override
    public Object ellipsis() {
        return Singleton.ELLIPSIS;
    }

    @Override
    public Object complex(double imag) {
        return new Complex(imag);
    }

    @Override
    public Object bytes(byte[] value) {
        return new Bytes(value);
    }

    @Override
    public Object str(String value) {
        return value;
    }

    @Override
    public Object str(int[] codePoints, int length) {
        return new CodePoints(Arrays.copyOf(codePoints, length));
    }
}
