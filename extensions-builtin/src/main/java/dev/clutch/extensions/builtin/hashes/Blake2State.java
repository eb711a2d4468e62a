package dev.clutch.extensions.builtin.hashes;

import java.util.Arrays;

/** BLAKE2 (RFC 7693): what BLAKE2b and BLAKE2s share, the handling of blocks. */
abstract class Blake2State implements HashState {
    /** The order of the words of a message in each round. */
    private static final byte[][] SIGMA = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
        {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
        {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
        {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
        {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
        {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
        {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
        {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
        {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
    };

    /** The word of the message that comes in a place of a round. */
    static int word(int round, int place) {
        return SIGMA[round][place];
    }

    private final byte[] block;
    private int filled;
    private long counted;
    private final boolean lastNode;

    Blake2State(int blockSize, boolean lastNode) {
        block = new byte[blockSize];
        this.lastNode = lastNode;
    }

    Blake2State(Blake2State other) {
        block = other.block.clone();
        filled = other.filled;
        counted = other.counted;
        lastNode = other.lastNode;
    }

    /** Hashes one block. */
    abstract void compress(byte[] bytes, int offset, long count, boolean isLast, boolean isLastNode);

    /** The hash values as bytes. */
    abstract byte[] output();

    @Override
    public abstract Blake2State copy();

    /** The key comes first, in a block of its own. */
    final void key(byte[] key) {
        if (key.length > 0) {
            update(Arrays.copyOf(key, block.length), 0, block.length);
        }
    }

    @Override
    public final void update(byte[] bytes, int offset, int length) {
        int at = offset;
        int left = length;
        // a full block is kept until more comes, since the last one is hashed differently
        while (left > 0) {
            if (filled == block.length) {
                counted += filled;
                compress(block, 0, counted, false, false);
                filled = 0;
            }
            while (filled == 0 && left > block.length) {
                counted += block.length;
                compress(bytes, at, counted, false, false);
                at += block.length;
                left -= block.length;
            }
            int n = Math.min(left, block.length - filled);
            System.arraycopy(bytes, at, block, filled, n);
            filled += n;
            at += n;
            left -= n;
        }
    }

    @Override
    public final byte[] digest(int length) {
        Blake2State last = copy();
        Blake2State s = last;
        Arrays.fill(s.block, s.filled, s.block.length, (byte) 0);
        s.compress(s.block, 0, s.counted + s.filled, true, s.lastNode);
        return Arrays.copyOf(s.output(), length);
    }
}
