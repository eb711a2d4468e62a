package dev.clutch.extensions.builtin.socket;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.OsAddress;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extensions.builtin.posix.FileNames;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Addresses of families that only Linux has. The bytes are those behind {@code sa_family}, so the offsets are two less than in the structures. */
final class LinuxAddresses {
    private static final int AF_NETLINK = 16;
    private static final int AF_PACKET = 17;
    private static final int AF_VSOCK = 40;

    private LinuxAddresses() {}

    private static ByteBuffer view(byte[] data) {
        return ByteBuffer.wrap(data).order(ByteOrder.nativeOrder());
    }

    static Object toPython(ThreadState ts, OsAddress.Other address) {
        ByteBuffer b = view(address.data());
        int family = address.family();
        if (family == AF_NETLINK && b.capacity() >= 10) {
            return ts.newTuple(b.getInt(2) & 0xFFFFFFFFL, b.getInt(6) & 0xFFFFFFFFL);
        }
        if (family == AF_VSOCK && b.capacity() >= 10) {
            return ts.newTuple(b.getInt(6) & 0xFFFFFFFFL, b.getInt(2) & 0xFFFFFFFFL);
        }
        if (family == AF_PACKET && b.capacity() >= 10) {
            int index = b.getInt(2);
            String name = index == 0 ? "" : interfaceName(ts, index);
            int length = Math.min(b.get(9) & 0xFF, b.capacity() - 10);
            return ts.newTuple(
                    Str.of(name),
                    (long) (b.get(0) & 0xFF) << 8 | b.get(1) & 0xFF,
                    (long) (b.get(8) & 0xFF),
                    (long) (b.getShort(6) & 0xFFFF),
                    ts.newBytes(Arrays.copyOfRange(address.data(), 10, 10 + length)));
        }
        return ts.newTuple((long) family, ts.newBytes(address.data().clone()));
    }

    private static String interfaceName(ThreadState ts, int index) {
        try {
            return ts.os().sockets().interfaceName(index);
        } catch (OsException e) {
            return "";
        }
    }

    static OsAddress of(ThreadState ts, int family, Object arg, String caller) {
        switch (family) {
            case AF_NETLINK:
                return netlink(ts, arg, caller);
            case AF_VSOCK:
                return vsock(ts, arg);
            case AF_PACKET:
                return packet(ts, arg, caller);
            default:
                throw ts.error("OSError", caller + "(): bad family");
        }
    }

    private static OsAddress netlink(ThreadState ts, Object arg, String caller) {
        Object[] parts = Addresses.tuple(ts, arg, caller, "AF_NETLINK");
        if (parts.length != 2) {
            throw ts.typeError("AF_NETLINK address must be a pair (pid, groups)");
        }
        ByteBuffer b = view(new byte[10]);
        b.putInt(2, Addresses.unsigned(ts, parts[0]));
        b.putInt(6, Addresses.unsigned(ts, parts[1]));
        return new OsAddress.Other(AF_NETLINK, b.array());
    }

    private static OsAddress vsock(ThreadState ts, Object arg) {
        if (!ts.isTuple(arg)) {
            throw ts.typeError("getsockaddrarg: AF_VSOCK address must be tuple, not "
                    + ts.typeOf(arg).displayName());
        }
        Object[] parts = ts.toArray(arg);
        if (parts.length != 2) {
            throw ts.typeError("getsockaddrarg() takes exactly 2 arguments (" + parts.length + " given)");
        }
        ByteBuffer b = view(new byte[14]);
        b.putInt(6, Addresses.unsigned(ts, parts[0]));
        b.putInt(2, Addresses.unsigned(ts, parts[1]));
        return new OsAddress.Other(AF_VSOCK, b.array());
    }

    private static OsAddress packet(ThreadState ts, Object arg, String caller) {
        Object[] parts = Addresses.tuple(ts, arg, caller, "AF_PACKET");
        if (parts.length < 2 || parts.length > 5) {
            throw ts.typeError(
                    "AF_PACKET address must be a tuple of two to five elements (ifname, proto, pkttype, hatype, addr)");
        }
        int protocol = ts.asInt(parts[1]);
        if (protocol < 0 || protocol > 0xFFFF) {
            throw ts.error("OverflowError", caller + "(): proto must be 0-65535.");
        }
        byte[] hardware = parts.length > 4 ? Buffers.copy(ts, parts[4]) : new byte[0];
        if (hardware.length > 8) {
            throw ts.valueError("Hardware address must be 8 bytes or less");
        }
        int index;
        try {
            index = ts.os().sockets().interfaceIndex(FileNames.of(ts, parts[0]));
        } catch (OsException e) {
            throw ts.osError(e, null, null);
        }
        ByteBuffer b = view(new byte[18]);
        b.put(0, (byte) (protocol >> 8)).put(1, (byte) protocol).putInt(2, index);
        b.putShort(6, (short) (parts.length > 3 ? ts.asInt(parts[3]) : 0));
        b.put(8, (byte) (parts.length > 2 ? ts.asInt(parts[2]) : 0));
        b.put(9, (byte) hardware.length);
        b.put(10, hardware);
        return new OsAddress.Other(AF_PACKET, b.array());
    }
}
