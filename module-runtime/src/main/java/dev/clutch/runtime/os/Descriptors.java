package dev.clutch.runtime.os;

import java.util.BitSet;

/**
 * The real descriptors that Python code opened. {@code os.closerange(3, 256)} is an idiom; in a JVM it would close the
 * class files under the engine's feet, so only what stands here is closed by it.
 */
final class Descriptors {
    private final BitSet open = new BitSet();

    synchronized int opened(int fd) {
        open.set(fd);
        return fd;
    }

    synchronized void closed(int fd) {
        if (fd >= 0) {
            open.clear(fd);
        }
    }

    /** The descriptors from {@code low} up to, without, {@code high} that are ours. */
    synchronized int[] between(int low, int high) {
        BitSet part = open.get(Math.max(low, 0), Math.max(high, Math.max(low, 0)));
        int[] fds = new int[part.cardinality()];
        int at = 0;
        for (int i = part.nextSetBit(0); i >= 0; i = part.nextSetBit(i + 1)) {
            fds[at++] = i + Math.max(low, 0);
        }
        return fds;
    }
}
