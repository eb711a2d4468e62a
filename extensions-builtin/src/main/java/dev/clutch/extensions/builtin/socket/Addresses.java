package dev.clutch.extensions.builtin.socket;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.FsEncoding;
import dev.clutch.extension.spi.os.OsAddress;
import dev.clutch.extension.spi.os.OsSockets;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Socket addresses between Python and the operating system. Answers to {@code makesockaddr} and {@code getsockaddrarg}. */
final class Addresses {
    private static final int MAX_UNIX_PATH = 108;

    private Addresses() {}

    // --- to Python ---------------------------------------------------------------------------------------------

    static Object toPython(ThreadState ts, @Nullable OsAddress address) {
        if (address instanceof OsAddress.Inet4 a) {
            return ts.newTuple(InetText.ipv4(a.address()), (long) a.port());
        }
        if (address instanceof OsAddress.Inet6 a) {
            return ts.newTuple(
                    InetText.ipv6(a.address()), (long) a.port(), a.flowInfo() & 0xFFFFFFFFL, a.scopeId() & 0xFFFFFFFFL);
        }
        if (address instanceof OsAddress.Unix u) {
            byte[] path = u.path();
            if (path.length > 0 && path[0] == 0) {
                return ts.newBytes(path.clone());
            }
            int end = 0;
            while (end < path.length && path[end] != 0) {
                end++;
            }
            return Str.of(FsEncoding.decode(path, 0, end));
        }
        if (address instanceof OsAddress.Other o) {
            return LinuxAddresses.toPython(ts, o);
        }
        return Singleton.NONE;
    }

    // --- from Python -------------------------------------------------------------------------------------------

    static OsAddress of(ThreadState ts, SocketModule state, int family, Object arg, String caller) {
        switch (family) {
            case OsSockets.AF_INET:
                return inet4(ts, state, arg, caller);
            case OsSockets.AF_INET6:
                return inet6(ts, state, arg, caller);
            case OsSockets.AF_UNIX:
                return unix(ts, arg);
            default:
                return LinuxAddresses.of(ts, family, arg, caller);
        }
    }

    static Object[] tuple(ThreadState ts, Object arg, String caller, String family) {
        if (!ts.isTuple(arg)) {
            throw ts.typeError(caller + "(): " + family + " address must be tuple, not "
                    + ts.typeOf(arg).displayName());
        }
        return ts.toArray(arg);
    }

    private static int port(ThreadState ts, Object o, String caller) {
        BigInteger n = ts.asBigInteger(o);
        if (n.signum() < 0 || n.bitLength() > 16) {
            throw ts.error("OverflowError", caller + "(): port must be 0-65535.");
        }
        return n.intValue();
    }

    private static OsAddress inet4(ThreadState ts, SocketModule state, Object arg, String caller) {
        Object[] parts = tuple(ts, arg, caller, "AF_INET");
        if (parts.length != 2) {
            throw ts.typeError("AF_INET address must be a pair (host, port)");
        }
        String host = HostNames.of(ts, parts[0]);
        int port = port(ts, parts[1], caller);
        return HostNames.address(ts, state, host, OsSockets.AF_INET) instanceof OsAddress.Inet4 a
                ? new OsAddress.Inet4(a.address(), port)
                : new OsAddress.Inet4(new byte[4], port);
    }

    private static OsAddress inet6(ThreadState ts, SocketModule state, Object arg, String caller) {
        Object[] parts = tuple(ts, arg, caller, "AF_INET6");
        if (parts.length < 2 || parts.length > 4) {
            throw ts.typeError("AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])");
        }
        String host = HostNames.of(ts, parts[0]);
        int port = port(ts, parts[1], caller);
        int flow = parts.length > 2 ? unsigned(ts, parts[2]) : 0;
        int scope = parts.length > 3 ? unsigned(ts, parts[3]) : 0;
        OsAddress found = HostNames.address(ts, state, host, OsSockets.AF_INET6);
        if (flow < 0 || flow > 0xFFFFF) {
            throw ts.error("OverflowError", caller + "(): flowinfo must be 0-1048575.");
        }
        return found instanceof OsAddress.Inet6 a
                ? new OsAddress.Inet6(a.address(), port, flow, scope == 0 ? a.scopeId() : scope)
                : new OsAddress.Inet6(new byte[16], port, flow, scope);
    }

    /** The unit {@code I} of {@code PyArg_ParseTuple}, which wraps. */
    static int unsigned(ThreadState ts, Object o) {
        return ts.asBigInteger(o).intValue();
    }

    private static OsAddress unix(ThreadState ts, Object arg) {
        byte[] path;
        if (ts.isStr(arg)) {
            // an abstract name may hold null characters
            path = Buffers.copy(ts, ts.callMethod(ts.strValue(arg), "encode", "utf-8", "surrogateescape"));
        } else {
            path = Buffers.copy(ts, arg);
        }
        boolean isAbstract = path.length > 0 && path[0] == 0;
        if (isAbstract ? path.length > MAX_UNIX_PATH : path.length >= MAX_UNIX_PATH) {
            throw ts.error("OSError", "AF_UNIX path too long");
        }
        return new OsAddress.Unix(path);
    }
}
