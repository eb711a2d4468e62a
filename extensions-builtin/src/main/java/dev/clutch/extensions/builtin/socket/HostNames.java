package dev.clutch.extensions.builtin.socket;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.FsEncoding;
import dev.clutch.extension.spi.os.Os;
import dev.clutch.extension.spi.os.OsAddress;
import dev.clutch.extension.spi.os.OsAddressException;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsSockets;
import dev.clutch.extension.spi.os.OsSockets.AddressInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of hosts and their addresses. */
final class HostNames {
    private static final int AI_PASSIVE = 1;
    private static final int AI_CANONNAME = 2;
    private static final int NI_NAMEREQD = 8;

    private HostNames() {}

    /** {@code idna_converter}. */
    static String of(ThreadState ts, Object host) {
        String text;
        if (ts.isStr(host)) {
            text = encoded(ts, host);
        } else if (ts.isBytes(host) || ts.isInstance(host, ts.builtinType("bytearray"))) {
            try (var view = ts.buffer(host, false)) {
                text = FsEncoding.decode(view.array(), view.offset(), view.offset() + view.length());
            }
        } else {
            throw ts.typeError("str, bytes or bytearray expected, not "
                    + ts.typeOf(host).displayName());
        }
        if (text.indexOf('\0') >= 0) {
            throw ts.typeError("host name must not contain null character");
        }
        return text;
    }

    /** ASCII as it is, anything else by the codec idna. */
    private static String encoded(ThreadState ts, Object host) {
        Object text = ts.strValue(host);
        if (Str.isAscii(text)) {
            return (String) text;
        }
        Object bytes = ts.callMethod(text, "encode", "idna");
        try (var view = ts.buffer(bytes, false)) {
            return FsEncoding.decode(view.array(), view.offset(), view.offset() + view.length());
        }
    }

    /** {@code setipaddr}: the first address of a name. */
    static OsAddress address(ThreadState ts, SocketModule state, String name, int family) {
        if (family != OsSockets.AF_INET6) {
            if (name.equals("<broadcast>") || name.equals("255.255.255.255")) {
                return new OsAddress.Inet4(new byte[] {-1, -1, -1, -1}, 0);
            }
            byte[] numeric = InetText.ipv4(name);
            if (numeric != null) {
                return new OsAddress.Inet4(numeric, 0);
            }
        }
        if (name.isEmpty()) {
            List<AddressInfo> any = lookUp(ts, state, null, "0", family, OsSockets.SOCK_DGRAM, 0, AI_PASSIVE);
            if (any.size() > 1 && any.get(0).family() != any.get(1).family()) {
                throw ts.error("OSError", "wildcard resolved to multiple address");
            }
            return any.getFirst().address();
        }
        if (family != OsSockets.AF_INET) {
            byte[] numeric = InetText.ipv6(name);
            if (numeric != null) {
                return new OsAddress.Inet6(numeric, 0, 0, 0);
            }
        }
        return lookUp(ts, state, name, null, family, 0, 0, 0).getFirst().address();
    }

    static List<AddressInfo> lookUp(
            ThreadState ts,
            SocketModule state,
            @Nullable String host,
            @Nullable String service,
            int family,
            int type,
            int protocol,
            int flags) {
        OsSockets sockets = ts.os().sockets();
        OsAddressException unknown = null;
        OsException failure = null;
        List<AddressInfo> found = List.of();
        ts.beginBlocking();
        try {
            found = sockets.getAddressInfo(host, service, family, type, protocol, flags);
        } catch (OsAddressException e) {
            unknown = e;
        } catch (OsException e) {
            failure = e;
        } finally {
            ts.endBlocking();
        }
        if (unknown != null) {
            throw ts.error(state.gaierror(), (long) unknown.code(), Str.of(unknown.text()));
        }
        if (failure != null) {
            throw ts.osError(failure, null, null);
        }
        return found;
    }

    static Object getaddrinfo(
            ThreadState ts, SocketModule state, Object host, Object port, int family, int type, int proto, int flags) {
        String name;
        if (host == Singleton.NONE) {
            name = null;
        } else if (ts.isStr(host)) {
            name = checkLabels(ts, host);
        } else if (ts.isBytes(host)) {
            name = of(ts, host);
        } else {
            throw ts.typeError("getaddrinfo() argument 1 must be string or None");
        }
        String service;
        if (ts.isInt(port)) {
            service = ts.asBigInteger(port).toString();
        } else if (ts.isStr(port)) {
            Object bytes = ts.callMethod(ts.strValue(port), "encode", "utf-8");
            service = of(ts, bytes);
        } else if (ts.isBytes(port)) {
            service = of(ts, port);
        } else if (port == Singleton.NONE) {
            service = null;
        } else {
            throw ts.error("OSError", "Int or String expected");
        }
        Object list = ts.newList();
        for (AddressInfo info : lookUp(ts, state, name, service, family, type, proto, flags)) {
            ts.listAppend(
                    list,
                    ts.newTuple(
                            (long) info.family(),
                            (long) info.type(),
                            (long) info.protocol(),
                            Str.of(info.canonicalName()),
                            Addresses.toPython(ts, info.address())));
        }
        return list;
    }

    /** The codec idna refuses an empty or too long label of ASCII text as well. */
    private static String checkLabels(ThreadState ts, Object host) {
        Object text = ts.strValue(host);
        if (!(text instanceof String s) || !Str.isAscii(text)) {
            return encoded(ts, host);
        }
        int start = 0;
        for (int end = s.indexOf('.'); start <= s.length(); end = s.indexOf('.', start)) {
            int to = end < 0 ? s.length() : end;
            boolean isLast = end < 0;
            if (to - start > 63 || to == start && !isLast) {
                ts.callMethod(text, "encode", "idna");
            }
            start = to + 1;
        }
        return s;
    }

    static Object getnameinfo(ThreadState ts, SocketModule state, Object address, int flags) {
        if (!ts.isTuple(address)) {
            throw ts.typeError("getnameinfo() argument 1 must be a tuple");
        }
        Object[] parts = ts.toArray(address);
        if (parts.length < 2 || parts.length > 4 || !ts.isStr(parts[0])) {
            throw ts.typeError("getnameinfo(): illegal sockaddr argument");
        }
        int port = ts.asInt(parts[1]);
        int flow = parts.length > 2 ? Addresses.unsigned(ts, parts[2]) : 0;
        int scope = parts.length > 3 ? Addresses.unsigned(ts, parts[3]) : 0;
        if (flow < 0 || flow > 0xFFFFF) {
            throw ts.error("OverflowError", "getnameinfo(): flowinfo must be 0-1048575.");
        }
        // AI_NUMERICHOST: no look-up, else any host could be asked to look up any name
        List<AddressInfo> found = lookUp(
                ts,
                state,
                Str.toJavaString(ts.strValue(parts[0])),
                Integer.toUnsignedString(port),
                OsSockets.AF_UNSPEC,
                OsSockets.SOCK_DGRAM,
                0,
                4);
        if (found.size() > 1) {
            throw ts.error("OSError", "sockaddr resolved to multiple addresses");
        }
        OsAddress target = found.getFirst().address();
        if (target instanceof OsAddress.Inet4 && parts.length != 2) {
            throw ts.error("OSError", "IPv4 sockaddr must be 2 tuple");
        }
        if (target instanceof OsAddress.Inet6 a) {
            target = new OsAddress.Inet6(a.address(), a.port(), flow, scope);
        }
        String[] names = nameInfo(ts, state, target, flags);
        return ts.newTuple(Str.of(names[0]), Str.of(names[1]));
    }

    private static String[] nameInfo(ThreadState ts, SocketModule state, OsAddress address, int flags) {
        OsSockets sockets = ts.os().sockets();
        OsAddressException unknown;
        ts.beginBlocking();
        try {
            return sockets.getNameInfo(address, flags);
        } catch (OsAddressException e) {
            unknown = e;
        } finally {
            ts.endBlocking();
        }
        throw ts.error(state.gaierror(), (long) unknown.code(), Str.of(unknown.text()));
    }

    // --- the older functions -----------------------------------------------------------------------------------

    static String text(OsAddress address) {
        if (address instanceof OsAddress.Inet4 a) {
            return InetText.ipv4(a.address());
        }
        return address instanceof OsAddress.Inet6 a ? InetText.ipv6(a.address()) : "";
    }

    /** The triple of name, aliases and addresses; every address once. */
    private static Object triple(ThreadState ts, String name, List<String> addresses) {
        Object list = ts.newList();
        for (String address : addresses) {
            ts.listAppend(list, address);
        }
        return ts.newTuple(Str.of(name), ts.newList(), list);
    }

    static Object gethostbynameEx(ThreadState ts, SocketModule state, Object host) {
        String name = of(ts, host);
        address(ts, state, name, OsSockets.AF_INET);
        List<AddressInfo> found =
                lookUp(ts, state, name, null, OsSockets.AF_INET, OsSockets.SOCK_STREAM, 0, AI_CANONNAME);
        List<String> addresses = new ArrayList<>();
        for (AddressInfo info : found) {
            String text = text(info.address());
            if (!addresses.contains(text)) {
                addresses.add(text);
            }
        }
        String canonical = found.getFirst().canonicalName();
        return triple(ts, canonical.isEmpty() ? name : canonical, addresses);
    }

    static Object gethostbyaddr(ThreadState ts, SocketModule state, Object host) {
        OsAddress address = address(ts, state, of(ts, host), OsSockets.AF_UNSPEC);
        try {
            String[] names = nameInfo(ts, state, address, NI_NAMEREQD);
            List<String> addresses = new ArrayList<>();
            addresses.add(text(address));
            return triple(ts, names[0], addresses);
        } catch (PythonException e) {
            throw ts.matches(e, state.gaierror()) ? ts.error(state.herror(), 1L, "Unknown host") : e;
        }
    }

    // --- services and protocols --------------------------------------------------------------------------------

    /** The rows of /etc/services or /etc/protocols, split into words and without comments. */
    static List<String[]> rows(Os os, String path) {
        String text;
        try (var file = os.files().openFile(path, 0, 0)) {
            byte[] buffer = new byte[64 * 1024];
            StringBuilder all = new StringBuilder();
            for (int n = file.read(buffer, 0, buffer.length, null);
                    n > 0;
                    n = file.read(buffer, 0, buffer.length, null)) {
                all.append(FsEncoding.decode(buffer, 0, n));
            }
            text = all.toString();
        } catch (OsException e) {
            return List.of();
        }
        List<String[]> rows = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            int comment = line.indexOf('#');
            String row = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!row.isEmpty()) {
                rows.add(row.split("\\s+", -1));
            }
        }
        return rows;
    }
}
