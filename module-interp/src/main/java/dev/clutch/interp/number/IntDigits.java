package dev.clutch.interp.number;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Decimal digits of large integers: limbs of 32 bits against groups of nine digits, halved by powers of ten where numbers are long. */
final class IntDigits {
    private static final int GROUP = 9;
    private static final long GROUP_BASE = 1_000_000_000L;

    /** Up to this many digits, a number is converted group by group. */
    private static final int PARSED_AT_ONCE = 1000;

    private static final int WRITTEN_AT_ONCE = 30 * GROUP;
    /** Fewer bits than {@link #WRITTEN_AT_ONCE} digits have. */
    private static final int BITS_WRITTEN_AT_ONCE = WRITTEN_AT_ONCE * 33 / 10;

    private IntDigits() {}

    /** The number that decimal digits stand for. */
    static BigInteger parse(String digits, int from, int to) {
        int count = to - from;
        if (count <= PARSED_AT_ONCE) {
            return parseGroups(digits, from, to);
        }
        int low = count / 2;
        BigInteger high = parse(digits, from, to - low);
        return high.multiply(BigInteger.TEN.pow(low)).add(parse(digits, to - low, to));
    }

    private static BigInteger parseGroups(String digits, int from, int to) {
        int count = to - from;
        // the lowest limb comes first; nine digits need less than one limb
        int[] limbs = new int[count / GROUP + 1];
        int used = 0;
        int at = from;
        int end = from + (count - 1) % GROUP + 1;
        while (at < to) {
            int group = 0;
            while (at < end) {
                group = group * 10 + digits.charAt(at++) - '0';
            }
            end += GROUP;
            long carry = group;
            for (int i = 0; i < used; i++) {
                carry += (limbs[i] & 0xFFFF_FFFFL) * GROUP_BASE;
                limbs[i] = (int) carry;
                carry >>>= 32;
            }
            if (carry != 0) {
                limbs[used++] = (int) carry;
            }
        }
        return Limbs.number(limbs, used);
    }

    /** Decimal digits with a sign before a negative number. */
    static String text(BigInteger value) {
        BigInteger magnitude = value.abs();
        int sign = value.signum() < 0 ? 1 : 0;
        byte[] out = new byte[(int) (magnitude.bitLength() * 0.30103) + 2 + GROUP + sign];
        int start;
        if (magnitude.bitLength() <= BITS_WRITTEN_AT_ONCE) {
            start = writeGroups(magnitude, out, out.length);
        } else {
            // powers.get(i) is 10 ** (WRITTEN_AT_ONCE * 2 ** i), up to at least the root of the number
            List<BigInteger> powers = new ArrayList<>();
            BigInteger power = BigInteger.TEN.pow(WRITTEN_AT_ONCE);
            while (power.bitLength() <= magnitude.bitLength() / 2 + 1) {
                powers.add(power);
                power = power.multiply(power);
            }
            powers.add(power);
            start = write(magnitude, powers, powers.size() - 1, out, out.length);
        }
        while (out[start] == '0' && start < out.length - 1) {
            start++;
        }
        if (sign != 0) {
            out[--start] = '-';
        }
        return new String(out, start, out.length - start, StandardCharsets.ISO_8859_1);
    }

    /** Writes the number so that it ends before {@code end}; returns where it starts, zeros in front included. */
    private static int write(BigInteger value, List<BigInteger> powers, int level, byte[] out, int end) {
        if (value.compareTo(powers.get(0)) < 0) {
            return writeGroups(value, out, end);
        }
        int i = level;
        while (i > 0 && powers.get(i).compareTo(value) > 0) {
            i--;
        }
        BigInteger[] parts = value.divideAndRemainder(powers.get(i));
        int middle = end - (WRITTEN_AT_ONCE << i);
        int start = write(parts[1], powers, i, out, end);
        while (start > middle) {
            out[--start] = '0';
        }
        return write(parts[0], powers, i, out, middle);
    }

    private static int writeGroups(BigInteger value, byte[] out, int end) {
        byte[] bytes = value.toByteArray();
        int[] groups = new int[bytes.length * 8 / 29 + 1];
        int used = 0;
        int length = bytes.length;
        for (int at = 0; at < length; ) {
            int size = (length - at - 1) % 4 + 1;
            long carry = 0;
            for (int i = 0; i < size; i++) {
                carry = carry << 8 | bytes[at++] & 0xFF;
            }
            int shift = size * 8;
            for (int i = 0; i < used; i++) {
                long z = ((long) groups[i] << shift) + carry;
                carry = z / GROUP_BASE;
                groups[i] = (int) (z - carry * GROUP_BASE);
            }
            while (carry != 0) {
                long rest = carry / GROUP_BASE;
                groups[used++] = (int) (carry - rest * GROUP_BASE);
                carry = rest;
            }
        }
        int start = end;
        for (int g = 0; g < used; g++) {
            int group = groups[g];
            for (int i = 0; i < GROUP; i++) {
                int rest = group / 10;
                out[--start] = (byte) ('0' + group - rest * 10);
                group = rest;
            }
        }
        // the highest group was padded as the others; a number below a power of ten never reaches beyond its place
        while (start < end && out[start] == '0') {
            start++;
        }
        if (start == end) {
            out[--start] = '0';
        }
        return start;
    }
}
