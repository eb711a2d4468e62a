package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** The C library: symbols found so far and a pool of scratch memory. Shared by the interpreters of one runtime. */
final class Libc {
    private static final int POOL = 16;

    /** Written racily; every writer writes the same value. */
    private final @Nullable MemorySegment[] symbols = new @Nullable MemorySegment[LibcFunction.values().length];

    private final @Nullable NativeFrame[] pool = new @Nullable NativeFrame[POOL];
    private int pooled;
    private volatile boolean warm;

    /** Whether a native call was made, so that the next one costs nothing to speak of. */
    boolean isWarm() {
        return warm;
    }

    NativeFrame frame() {
        synchronized (this) {
            if (pooled > 0) {
                NativeFrame frame = pool[--pooled];
                if (frame != null) {
                    pool[pooled] = null;
                    return frame;
                }
            }
        }
        NativeFrame frame = new NativeFrame(
                this,
                Arena.ofAuto().allocate(NativeCall.stateLayout()),
                Arena.ofAuto().allocate(NativeFrame.SLAB, 16));
        warm = true;
        return frame;
    }

    synchronized void giveBack(NativeFrame frame) {
        if (pooled < POOL) {
            pool[pooled++] = frame;
        }
    }

    boolean has(LibcFunction function) {
        return find(function).address() != 0;
    }

    MemorySegment symbol(LibcFunction function) {
        MemorySegment found = find(function);
        if (found.address() == 0) {
            throw OsException.withText(Errno.ENOSYS, "This C library has no " + function.symbol());
        }
        return found;
    }

    @SuppressWarnings("EnumOrdinal") // index of a cache of this process alone
    private MemorySegment find(LibcFunction function) {
        MemorySegment found = symbols[function.ordinal()];
        if (found == null) {
            found = NativeCall.find(function.symbol());
            symbols[function.ordinal()] = found;
        }
        return found;
    }
}
