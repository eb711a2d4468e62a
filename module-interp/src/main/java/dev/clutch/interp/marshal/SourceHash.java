package dev.clutch.interp.marshal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** SipHash with one round for each word and three at the end: {@code _Py_KeyedHash}, by which hash-based {@code .pyc} files know their source. */
public final class SourceHash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private long v0;
    private long v1;
    private long v2;
    private long v3;

    private SourceHash(long key) {
        v0 = key ^ 0x736f6d6570736575L;
        v1 = 0x646f72616e646f6dL;
        v2 = key ^ 0x6c7967656e657261L;
        v3 = 0x7465646279746573L;
    }

    /** Returns the hash, eight bytes with the least significant first. */
    public static byte[] of(long key, byte[] data, int offset, int length) {
        SourceHash h = new SourceHash(key);
        int whole = length & ~7;
        for (int i = 0; i < whole; i += 8) {
            h.word((long) LONGS.get(data, offset + i));
        }
        long last = (long) length << 56;
        for (int i = whole; i < length; i++) {
            last |= (data[offset + i] & 0xffL) << (8 * (i - whole));
        }
        h.word(last);
        h.v2 ^= 0xff;
        h.round();
        h.round();
        h.round();
        byte[] out = new byte[8];
        LONGS.set(out, 0, h.v0 ^ h.v1 ^ h.v2 ^ h.v3);
        return out;
    }

    private void word(long m) {
        v3 ^= m;
        round();
        v0 ^= m;
    }

    private void round() {
        v0 += v1;
        v2 += v3;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 = Long.rotateLeft(v2, 32);
    }
}
