package dev.clutch.extensions.builtin.zlib;

import java.util.zip.Adler32;
import java.util.zip.CRC32;

/** The two checksums, going on from any value: those of the JDK begin anew, so its result for the new bytes is combined with the value. */
public final class Checksums {
    private static final int POLYNOMIAL = 0xEDB88320;
    private static final int ADLER_BASE = 65521;

    private Checksums() {}

    /** CRC-32 of bytes after others with a known one. */
    public static long crc32(long value, byte[] bytes, int offset, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, offset, length);
        int before = (int) value;
        return before == 0 ? crc.getValue() : (crc.getValue() ^ shifted(before, length)) & 0xffffffffL;
    }

    /** What a CRC becomes when as many zero bytes follow ({@code crc32_combine}). */
    private static int shifted(int crc, int zeroBytes) {
        // x to the 8n modulo the polynomial, by squaring; bit 31 stands for x to the 0
        int power = 1 << 31 - 8;
        int product = 1 << 31;
        for (int n = zeroBytes; n != 0; n >>>= 1) {
            if ((n & 1) != 0) {
                product = multiply(power, product);
            }
            power = multiply(power, power);
        }
        return multiply(product, crc);
    }

    /** The product of two polynomials modulo the polynomial of the checksum. */
    private static int multiply(int a, int b) {
        int product = 0;
        for (int m = 1 << 31; m != 0; m >>>= 1) {
            if ((a & m) != 0) {
                product ^= b;
            }
            b = (b & 1) != 0 ? b >>> 1 ^ POLYNOMIAL : b >>> 1;
        }
        return product;
    }

    /** Adler-32 of bytes after others with a known one. */
    public static long adler32(long value, byte[] bytes, int offset, int length) {
        Adler32 adler = new Adler32();
        adler.update(bytes, offset, length);
        long own = adler.getValue();
        long low = value & 0xffff;
        long high = value >>> 16 & 0xffff;
        long sum = (low + (own & 0xffff) - 1 + ADLER_BASE) % ADLER_BASE;
        long sums = (high + (own >>> 16) + length % ADLER_BASE * ((low - 1 + ADLER_BASE) % ADLER_BASE)) % ADLER_BASE;
        return sums << 16 | sum;
    }
}
