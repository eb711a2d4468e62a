package dev.clutch.runtime.os;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsAddress;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsSockets;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code struct sockaddr} and its kinds. */
final class SocketAddresses {
    /** sizeof(struct sockaddr_storage). */
    static final int STORAGE = 128;

    private static final int UNIX_PATH = 108;

    private SocketAddresses() {}

    /** Writes the address and answers its length. */
    static int write(MemorySegment to, OsAddress address) {
        to.fill((byte) 0);
        int family = address.family();
        NativeFrame.putByte(to, 0, family);
        NativeFrame.putByte(to, 1, family >> 8);
        if (address instanceof OsAddress.Inet4 inet) {
            putPort(to, inet.port());
            MemorySegment.copy(inet.address(), 0, to, JAVA_BYTE, 4, 4);
            return 16;
        }
        if (address instanceof OsAddress.Inet6 inet) {
            putPort(to, inet.port());
            NativeFrame.putInt(to, 4, Integer.reverseBytes(inet.flowInfo()));
            MemorySegment.copy(inet.address(), 0, to, JAVA_BYTE, 8, 16);
            NativeFrame.putInt(to, 24, inet.scopeId());
            return 28;
        }
        byte[] data = address instanceof OsAddress.Unix unix ? unix.path() : ((OsAddress.Other) address).data();
        boolean named = address instanceof OsAddress.Unix && data.length > 0 && data[0] != 0;
        if (data.length + (named ? 1 : 0) > UNIX_PATH) {
            throw OsException.withText(Errno.ENAMETOOLONG, "AF_UNIX path too long");
        }
        MemorySegment.copy(data, 0, to, JAVA_BYTE, 2, data.length);
        return 2 + data.length + (named ? 1 : 0);
    }

    private static void putPort(MemorySegment to, int port) {
        NativeFrame.putByte(to, 2, port >> 8);
        NativeFrame.putByte(to, 3, port);
    }

    /** Null for a length of 0: the peer of a connected or unnamed socket isn't told. */
    static @Nullable OsAddress read(MemorySegment from, int length) {
        if (length < 2) {
            return null;
        }
        int family = NativeFrame.getShort(from, 0);
        if (family == OsSockets.AF_INET && length >= 8) {
            return new OsAddress.Inet4(bytes(from, 4, 4), port(from));
        }
        if (family == OsSockets.AF_INET6 && length >= 28) {
            return new OsAddress.Inet6(
                    bytes(from, 8, 16),
                    port(from),
                    Integer.reverseBytes(NativeFrame.getInt(from, 4)),
                    NativeFrame.getInt(from, 24));
        }
        byte[] data = bytes(from, 2, Math.min(length, (int) from.byteSize()) - 2);
        if (family != OsSockets.AF_UNIX) {
            return new OsAddress.Other(family, data);
        }
        if (data.length > 0 && data[0] != 0) {
            int end = 0;
            while (end < data.length && data[end] != 0) {
                end++;
            }
            data = Arrays.copyOf(data, end);
        }
        return new OsAddress.Unix(data);
    }

    private static int port(MemorySegment from) {
        return NativeFrame.getByte(from, 2) << 8 | NativeFrame.getByte(from, 3);
    }

    private static byte[] bytes(MemorySegment from, int offset, int length) {
        return NativeFrame.bytes(from.asSlice(offset), length);
    }
}
