package dev.clutch.extensions.builtin.random;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.ThreadState;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** {@code _random.Random}. */
@ExtensionType(name = "_random.Random", subclassable = true, doc = "A generator of random numbers with its own state.")
final class RandomGenerator extends PyObject {
    private final MersenneTwister twister = new MersenneTwister();

    private RandomGenerator(PyType type) {
        super(type);
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new RandomGenerator(cls);
    }

    @Expose(signature = "(*args, **kwargs)")
    void __init__(ThreadState ts, PyType definingClass, Object[] args, @Nullable Object kwargs) {
        if (type() == definingClass && kwargs != null) {
            throw ts.typeError("Random() takes no keyword arguments");
        }
        if (args.length > 1) {
            throw ts.typeError("Random() requires 0 or 1 argument");
        }
        seed(ts, args.length == 0 ? Singleton.NONE : args[0]);
    }

    @Expose(signature = "()", doc = "A float from 0 up to 1.")
    double random(ThreadState ts) {
        return twister.nextDouble();
    }

    @Expose(
            signature = "(n=None, /)",
            doc = "Set the state by an int or a hash; by default by the operating system's randomness.")
    void seed(ThreadState ts, Object n) {
        if (n == Singleton.NONE) {
            byte[] bytes = new byte[MersenneTwister.N * 4];
            ts.os().system().urandom(bytes);
            int[] key = new int[MersenneTwister.N];
            ByteBuffer.wrap(bytes).asIntBuffer().get(key);
            twister.seed(key);
            return;
        }
        BigInteger value;
        if (ts.isInt(n)) {
            value = ts.asBigInteger(ts.typeOf(n) == ts.builtinType("int") ? n : ts.unary(Slot.ABS, n))
                    .abs();
        } else {
            long hash = ts.hash(n);
            value = new BigInteger(Long.toUnsignedString(hash));
        }
        int words = Math.max(1, (value.bitLength() + 31) / 32);
        byte[] bytes = value.toByteArray();
        int[] key = new int[words];
        for (int i = 0; i < bytes.length; i++) {
            int at = bytes.length - 1 - i;
            if (i / 4 < words) {
                key[i / 4] |= (bytes[at] & 0xff) << (8 * (i % 4));
            }
        }
        twister.seed(key);
    }

    @Expose(signature = "()", doc = "The state as a tuple of ints.")
    Object getstate(ThreadState ts) {
        Object[] items = new Object[MersenneTwister.N + 1];
        for (int i = 0; i < MersenneTwister.N; i++) {
            items[i] = twister.state[i] & 0xffffffffL;
        }
        items[MersenneTwister.N] = (long) twister.index;
        return ts.newTuple(items);
    }

    @Expose(signature = "(state, /)", doc = "Take a state that getstate has given.")
    void setstate(ThreadState ts, Object state) {
        if (!ts.isTuple(state)) {
            throw ts.typeError("state vector must be a tuple");
        }
        if (ts.fastSize(state) != MersenneTwister.N + 1) {
            throw ts.valueError("state vector is the wrong size");
        }
        int[] words = new int[MersenneTwister.N];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(ts, ts.fastItem(state, i));
        }
        long index = ts.asLong(ts.fastItem(state, MersenneTwister.N));
        if (index < 0 || index > MersenneTwister.N) {
            throw ts.valueError("invalid state");
        }
        twister.index = (int) index;
        System.arraycopy(words, 0, twister.state, 0, words.length);
    }

    /** {@code PyLong_AsUnsignedLong}, cut to 32 bits. */
    private static int word(ThreadState ts, Object o) {
        if (!ts.isInt(o)) {
            throw ts.typeError("an integer is required");
        }
        BigInteger value = ts.asBigInteger(o);
        if (value.signum() < 0) {
            throw ts.error("OverflowError", "can't convert negative value to unsigned int");
        }
        if (value.bitLength() > 64) {
            throw ts.error("OverflowError", "Python int too large to convert to C unsigned long");
        }
        return value.intValue();
    }

    @Expose(signature = "(k, /)", doc = "An int of k random bits.")
    Object getrandbits(ThreadState ts, int k) {
        if (k < 0) {
            throw ts.valueError("number of bits must be non-negative");
        }
        if (k == 0) {
            return 0L;
        }
        if (k <= 32) {
            return (twister.next() & 0xffffffffL) >>> (32 - k);
        }
        int words = (k - 1) / 32 + 1;
        byte[] bytes = new byte[words * 4];
        int left = k;
        for (int i = 0; i < words; i++, left -= 32) {
            int r = twister.next();
            if (left < 32) {
                r >>>= 32 - left;
            }
            int at = bytes.length - 4 * i;
            bytes[at - 1] = (byte) r;
            bytes[at - 2] = (byte) (r >> 8);
            bytes[at - 3] = (byte) (r >> 16);
            bytes[at - 4] = (byte) (r >> 24);
        }
        return ts.newInt(new BigInteger(1, bytes));
    }
}
