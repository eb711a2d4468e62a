package dev.clutch.interp.object;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.parser.ConstantFactory;
import java.util.Arrays;

/** Makes the constants of syntax trees as values of the object model. */
public final class ModelConstants implements ConstantFactory {
    /** The one instance, which has no state. */
    public static final ModelConstants INSTANCE = new ModelConstants();

    private ModelConstants() {}

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
        return new PyComplex(0, imag);
    }

    @Override
    public Object bytes(byte[] value) {
        return new PyBytes(value);
    }

    @Override
    public Object str(String value) {
        return Str.of(value);
    }

    @Override
    public Object str(int[] codePoints, int length) {
        return Str.of(Arrays.copyOf(codePoints, length));
    }
}
