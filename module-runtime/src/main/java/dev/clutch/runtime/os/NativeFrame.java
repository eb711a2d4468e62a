package dev.clutch.runtime.os;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.FsEncoding;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.WakeHandle;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Scratch memory and errno of the native calls of one operation; one thread at a time, from {@link Libc#frame}. */
final class NativeFrame implements AutoCloseable {
    static final int SLAB = 16 * 1024;

    private final Libc libc;
    private final MemorySegment state;
    private final MemorySegment slab;
    private int used;
    private long[] mallocs = {};

    NativeFrame(Libc libc, MemorySegment state, MemorySegment slab) {
        this.libc = libc;
        this.state = state;
        this.slab = slab;
    }

    long call(LibcFunction function) {
        return call(function, 0, 0, 0, 0, 0, 0);
    }

    long call(LibcFunction function, long a) {
        return call(function, a, 0, 0, 0, 0, 0);
    }

    long call(LibcFunction function, long a, long b) {
        return call(function, a, b, 0, 0, 0, 0);
    }

    long call(LibcFunction function, long a, long b, long c) {
        return call(function, a, b, c, 0, 0, 0);
    }

    long call(LibcFunction function, long a, long b, long c, long d) {
        return call(function, a, b, c, d, 0, 0);
    }

    long call(LibcFunction function, long a, long b, long c, long d, long e) {
        return call(function, a, b, c, d, e, 0);
    }

    long call(LibcFunction function, long a, long b, long c, long d, long e, long f) {
        return NativeCall.call(libc.symbol(function), state, a, b, c, d, e, f);
    }

    long call(LibcFunction function, long a, long b, long c, long d, long e, long f, long g) {
        return NativeCall7.call(libc.symbol(function), state, a, b, c, d, e, f, g);
    }

    /** A call that answers an int, -1 meaning failure; repeated while a signal of the JVM interrupts it. */
    int checked(LibcFunction function, long a, long b, long c, long d, long e, long f) {
        while (true) {
            int result = (int) call(function, a, b, c, d, e, f);
            if (result != -1) {
                return result;
            }
            if (errno() != Errno.EINTR) {
                throw error();
            }
        }
    }

    int checked(LibcFunction function, long a) {
        return checked(function, a, 0, 0, 0, 0, 0);
    }

    int checked(LibcFunction function, long a, long b) {
        return checked(function, a, b, 0, 0, 0, 0);
    }

    int checked(LibcFunction function, long a, long b, long c) {
        return checked(function, a, b, c, 0, 0, 0);
    }

    int checked(LibcFunction function, long a, long b, long c, long d) {
        return checked(function, a, b, c, d, 0, 0);
    }

    int checked(LibcFunction function, long a, long b, long c, long d, long e) {
        return checked(function, a, b, c, d, e, 0);
    }

    /** The same for a result that fills the register, such as a count or an offset. */
    long checkedLong(LibcFunction function, @Nullable WakeHandle wake, long a, long b, long c, long d, long e, long f) {
        while (true) {
            long result = call(function, a, b, c, d, e, f);
            if (result != -1) {
                return result;
            }
            if (errno() != Errno.EINTR) {
                throw error();
            }
            if (wake != null) {
                wake.check();
            }
        }
    }

    /** A call whose -1 is the failure of a path operation. */
    int checkedPath(
            String path, @Nullable String path2, LibcFunction function, long a, long b, long c, long d, long e) {
        while (true) {
            int result = (int) call(function, a, b, c, d, e, 0);
            if (result != -1) {
                return result;
            }
            if (errno() != Errno.EINTR) {
                throw new OsException(errno(), path, path2);
            }
        }
    }

    /** For functions that answer the error number itself. */
    void checkNumber(long errno) {
        if ((int) errno != 0) {
            throw new OsException((int) errno);
        }
    }

    int errno() {
        return state.get(JAVA_INT_UNALIGNED, 0);
    }

    /** Sets errno to 0 before a function whose -1 may be an answer. No unmount of a virtual thread comes between. */
    void clearErrno() {
        long where = call(LibcFunction.__ERRNO_LOCATION);
        view(where, 4).set(JAVA_INT_UNALIGNED, 0, 0);
    }

    OsException error() {
        return new OsException(errno());
    }

    OsException error(String path) {
        return new OsException(errno(), path);
    }

    /** Memory for a call, zeroed. */
    MemorySegment zeroed(int size) {
        MemorySegment segment = memory(size);
        segment.fill((byte) 0);
        return segment;
    }

    /** Memory for a call, with any content; lives until the frame is closed. */
    MemorySegment memory(long size) {
        int start = used + 15 & ~15;
        if (size <= SLAB - start) {
            used = start + (int) size;
            return slab.asSlice(start, size);
        }
        long address = call(LibcFunction.MALLOC, size);
        if (address == 0) {
            throw new OsException(Errno.ENOMEM);
        }
        mallocs = Arrays.copyOf(mallocs, mallocs.length + 1);
        mallocs[mallocs.length - 1] = address;
        return view(address, size);
    }

    MemorySegment copyOf(byte[] bytes, int offset, int length) {
        MemorySegment segment = memory(length);
        MemorySegment.copy(bytes, offset, segment, JAVA_BYTE, 0, length);
        return segment;
    }

    /** A NUL-terminated copy; its address. */
    long string(String text) {
        byte[] bytes = FsEncoding.encode(text);
        MemorySegment segment = memory(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, segment, JAVA_BYTE, 0, bytes.length);
        segment.set(JAVA_BYTE, bytes.length, (byte) 0);
        return segment.address();
    }

    /** An array of strings that ends with a null pointer, as argv and envp. */
    long strings(java.util.List<String> texts) {
        MemorySegment pointers = memory(8L * (texts.size() + 1));
        for (int i = 0; i < texts.size(); i++) {
            pointers.set(JAVA_LONG_UNALIGNED, 8L * i, string(texts.get(i)));
        }
        pointers.set(JAVA_LONG_UNALIGNED, 8L * texts.size(), 0);
        return pointers.address();
    }

    @SuppressWarnings("restricted")
    static MemorySegment view(long address, long size) {
        return MemorySegment.ofAddress(address).reinterpret(size);
    }

    /** The NUL-terminated string at an address; empty for a null pointer. */
    static String stringAt(long address) {
        if (address == 0) {
            return "";
        }
        MemorySegment memory = view(address, Long.MAX_VALUE);
        int length = 0;
        while (memory.get(JAVA_BYTE, length) != 0) {
            length++;
        }
        byte[] bytes = new byte[length];
        MemorySegment.copy(memory, JAVA_BYTE, 0, bytes, 0, length);
        return FsEncoding.decode(bytes);
    }

    static void copyOut(MemorySegment from, byte[] to, int offset, int length) {
        MemorySegment.copy(from, JAVA_BYTE, 0, to, offset, length);
    }

    static byte[] bytes(MemorySegment from, int length) {
        byte[] bytes = new byte[length];
        copyOut(from, bytes, 0, length);
        return bytes;
    }

    static int getInt(MemorySegment from, long offset) {
        return from.get(JAVA_INT_UNALIGNED, offset);
    }

    static long getUnsigned(MemorySegment from, long offset) {
        return from.get(JAVA_INT_UNALIGNED, offset) & 0xFFFFFFFFL;
    }

    static long getLong(MemorySegment from, long offset) {
        return from.get(JAVA_LONG_UNALIGNED, offset);
    }

    static int getShort(MemorySegment from, long offset) {
        return getByte(from, offset) | getByte(from, offset + 1) << 8;
    }

    static int getByte(MemorySegment from, long offset) {
        return from.get(JAVA_BYTE, offset) & 0xFF;
    }

    static void putInt(MemorySegment to, long offset, int value) {
        to.set(JAVA_INT_UNALIGNED, offset, value);
    }

    static void putLong(MemorySegment to, long offset, long value) {
        to.set(JAVA_LONG_UNALIGNED, offset, value);
    }

    static void putByte(MemorySegment to, long offset, int value) {
        to.set(JAVA_BYTE, offset, (byte) value);
    }

    /** A second frame of the same library, for calls in a loop while this one's memory is in use. */
    NativeFrame another() {
        return libc.frame();
    }

    /** Forgets all memory given out so far. */
    void reset() {
        for (long address : mallocs) {
            call(LibcFunction.FREE, address);
        }
        mallocs = new long[0];
        used = 0;
    }

    @Override
    public void close() {
        reset();
        libc.giveBack(this);
    }
}
