package dev.clutch.extensions.builtin.socket;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsConstants;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsSockets;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code _socket}. */
@ExtensionModule(
        name = "_socket",
        doc = "Sockets, names of hosts and services.",
        types = SocketObject.class,
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class SocketModule {
    /** Of new sockets, in nanoseconds; below zero none. */
    long defaultTimeout = -1;

    private @Nullable PyType herror;
    private @Nullable PyType gaierror;
    private @Nullable PyType socketType;

    PyType herror() {
        return Objects.requireNonNull(herror);
    }

    PyType gaierror() {
        return Objects.requireNonNull(gaierror);
    }

    @Exec
    void start(ThreadState ts, PyObject module) {
        OsConstants constants = ts.os().system().constants();
        for (String name : constants.names("socket")) {
            ts.setAttr(module, name.intern(), constants.value("socket", name));
        }
        PyType base = ts.exceptionType("OSError");
        herror = ts.newExceptionType("socket.herror", "", base);
        gaierror = ts.newExceptionType("socket.gaierror", "", base);
        socketType = ts.moduleType(module, "socket");
        ts.setAttr(module, "error", base);
        ts.setAttr(module, "herror", herror());
        ts.setAttr(module, "gaierror", gaierror());
        ts.setAttr(module, "timeout", ts.exceptionType("TimeoutError"));
        ts.setAttr(module, "SocketType", Objects.requireNonNull(socketType));
        ts.setAttr(module, "has_ipv6", Boolean.TRUE);
    }

    // --- timeouts and descriptors ------------------------------------------------------------------------------

    @Expose(doc = "The timeout of new sockets in seconds, None for none.")
    Object getdefaulttimeout(ThreadState ts) {
        return SocketObject.seconds(defaultTimeout);
    }

    @Expose(signature = "(timeout, /)", doc = "Set the timeout of new sockets.")
    void setdefaulttimeout(ThreadState ts, Object timeout) {
        defaultTimeout = SocketObject.timeout(ts, timeout);
    }

    @Expose(signature = "(fd, /)", doc = "Close the descriptor of a socket.")
    static void close(ThreadState ts, int fd) {
        try {
            ts.os().files().close(fd);
        } catch (OsException e) {
            if (e.errno() != Errno.ECONNRESET) {
                throw ts.osError(e, null, null);
            }
        }
    }

    @Expose(signature = "(fd, /)", doc = "Make a second descriptor of a socket.")
    static long dup(ThreadState ts, int fd) {
        try {
            return ts.os().files().dup(fd);
        } catch (OsException e) {
            throw ts.osError(e, null, null);
        }
    }

    @Expose(signature = "(family=1, type=1, proto=0, /)", doc = "Make two sockets that are connected.")
    Object socketpair(ThreadState ts, int family, int type, int proto) {
        int[] fds;
        try {
            fds = ts.os().sockets().socketPair(family, type, proto);
        } catch (OsException e) {
            throw ts.osError(e, null, null);
        }
        PyType cls = Objects.requireNonNull(socketType);
        return ts.newTuple(
                SocketObject.make(ts, cls, this, fds[0], family, type, proto),
                SocketObject.make(ts, cls, this, fds[1], family, type, proto));
    }

    // --- names of hosts ----------------------------------------------------------------------------------------

    @Expose(doc = "The name of this host.")
    static Object gethostname(ThreadState ts) {
        ts.audit("socket.gethostname");
        try {
            String node = ts.os().system().uname().node();
            return Str.of(node);
        } catch (OsException e) {
            throw ts.osError(e, null, null);
        }
    }

    @Expose(signature = "(name, /)", doc = "Set the name of this host; not supported.")
    static void sethostname(ThreadState ts, Object name) {
        Object bytes = ts.isBytes(name) ? name : ts.callMethod(ts.importModule("os"), "fsencode", name);
        ts.audit("socket.sethostname", bytes);
        throw ts.osError(Errno.EPERM, null, null);
    }

    private static Object hostArgument(ThreadState ts, Object host, String function) {
        if (!ts.isStr(host) && !ts.isBytes(host) && !ts.isInstance(host, ts.builtinType("bytearray"))) {
            throw ts.typeError(function + "() argument 1 must be str, bytes or bytearray, not "
                    + ts.typeOf(host).displayName());
        }
        return host;
    }

    @Expose(signature = "(host, /)", doc = "An IPv4 address of a host.")
    Object gethostbyname(ThreadState ts, Object host) {
        ts.audit("socket.gethostbyname", host);
        String name = HostNames.of(ts, hostArgument(ts, host, "gethostbyname"));
        return HostNames.text(HostNames.address(ts, this, name, OsSockets.AF_INET));
    }

    @Expose(signature = "(host, /)", doc = "Name, aliases and IPv4 addresses of a host.")
    Object gethostbyname_ex(ThreadState ts, Object host) {
        ts.audit("socket.gethostbyname", host);
        return HostNames.gethostbynameEx(ts, this, hostArgument(ts, host, "gethostbyname_ex"));
    }

    @Expose(signature = "(host, /)", doc = "Name, aliases and addresses of a host by its address.")
    Object gethostbyaddr(ThreadState ts, Object host) {
        ts.audit("socket.gethostbyaddr", host);
        return HostNames.gethostbyaddr(ts, this, hostArgument(ts, host, "gethostbyaddr"));
    }

    @Expose(
            signature = "(host, port, family=0, type=0, proto=0, flags=0)",
            doc = "The addresses that a host and a service stand for.")
    Object getaddrinfo(ThreadState ts, Object host, Object port, int family, int type, int proto, int flags) {
        ts.audit("socket.getaddrinfo", host, port, (long) family, (long) type, (long) proto);
        return HostNames.getaddrinfo(ts, this, host, port, family, type, proto, flags);
    }

    @Expose(signature = "(sockaddr, flags, /)", doc = "The host and the service that an address stands for.")
    Object getnameinfo(ThreadState ts, Object sockaddr, int flags) {
        ts.audit("socket.getnameinfo", sockaddr);
        return HostNames.getnameinfo(ts, this, sockaddr, flags);
    }

    @Expose(signature = "(servicename, protocolname=<absent>, /)", doc = "The port of a service.")
    static long getservbyname(ThreadState ts, String servicename, @Nullable String protocolname) {
        ts.audit(
                "socket.getservbyname",
                Str.of(servicename),
                protocolname == null ? Singleton.NONE : Str.of(protocolname));
        for (String[] row : HostNames.rows(ts.os(), "/etc/services")) {
            if (row.length < 2) {
                continue;
            }
            int slash = row[1].indexOf('/');
            boolean names = row[0].equals(servicename)
                    || Arrays.asList(row).subList(2, row.length).contains(servicename);
            if (slash > 0
                    && names
                    && (protocolname == null || row[1].substring(slash + 1).equals(protocolname))) {
                return Long.parseLong(row[1].substring(0, slash));
            }
        }
        throw ts.error("OSError", "service/proto not found");
    }

    @Expose(signature = "(port, protocolname=<absent>, /)", doc = "The service at a port.")
    static Object getservbyport(ThreadState ts, int port, @Nullable String protocolname) {
        ts.audit("socket.getservbyport", (long) port, protocolname == null ? Singleton.NONE : Str.of(protocolname));
        if (port < 0 || port > 0xFFFF) {
            throw ts.error("OverflowError", "getservbyport: port must be 0-65535.");
        }
        String start = port + "/";
        for (String[] row : HostNames.rows(ts.os(), "/etc/services")) {
            if (row.length > 1
                    && row[1].startsWith(start)
                    && (protocolname == null || row[1].equals(start + protocolname))) {
                return Str.of(row[0]);
            }
        }
        throw ts.error("OSError", "port/proto not found");
    }

    @Expose(signature = "(name, /)", doc = "The number of a protocol.")
    static long getprotobyname(ThreadState ts, String name) {
        for (String[] row : HostNames.rows(ts.os(), "/etc/protocols")) {
            boolean names = row[0].equals(name)
                    || row.length > 2
                            && Arrays.asList(row).subList(2, row.length).contains(name);
            if (row.length > 1 && names) {
                return Long.parseLong(row[1]);
            }
        }
        throw ts.error("OSError", "protocol not found");
    }

    // --- network interfaces ------------------------------------------------------------------------------------

    @Expose(doc = "Numbers and names of the network interfaces.")
    static Object if_nameindex(ThreadState ts) {
        OsSockets sockets = ts.os().sockets();
        try {
            java.util.TreeMap<Integer, String> found = new java.util.TreeMap<>();
            for (String name : ts.os().paths().list("/sys/class/net")) {
                try {
                    found.put(sockets.interfaceIndex(name), name);
                } catch (OsException e) {
                    // gone meanwhile, or a file that is no interface
                    continue;
                }
            }
            Object list = ts.newList();
            found.forEach((index, name) -> ts.listAppend(list, ts.newTuple((long) index, Str.of(name))));
            return list;
        } catch (OsException e) {
            throw ts.osError(e, null, null);
        }
    }

    @Expose(signature = "(if_name, /)", doc = "The number of a network interface.")
    static long if_nametoindex(ThreadState ts, Object if_name) {
        String name = dev.clutch.extensions.builtin.posix.FileNames.of(ts, if_name);
        try {
            return ts.os().sockets().interfaceIndex(name);
        } catch (OsException e) {
            throw ts.error("OSError", "no interface with this name");
        }
    }

    @Expose(signature = "(if_index, /)", doc = "The name of a network interface.")
    static Object if_indextoname(ThreadState ts, Object if_index) {
        if (!ts.isInt(if_index)) {
            throw ts.typeError("an integer is required");
        }
        int index = (int) unsigned32(ts, ts.asBigInteger(if_index));
        try {
            String name = ts.os().sockets().interfaceName(index);
            return Str.of(name);
        } catch (OsException e) {
            throw ts.osError(e.errno() == 0 ? new OsException(Errno.ENXIO) : e, null, null);
        }
    }

    // --- byte order --------------------------------------------------------------------------------------------

    private static long unsigned32(ThreadState ts, BigInteger n) {
        if (n.signum() < 0) {
            throw ts.error("OverflowError", "can't convert negative value to unsigned int");
        }
        if (n.bitLength() > 64) {
            throw ts.error("OverflowError", "Python int too large to convert to C unsigned long");
        }
        if (n.bitLength() > 32) {
            throw ts.error("OverflowError", "int larger than 32 bits");
        }
        return n.longValue();
    }

    private static long swap32(ThreadState ts, Object x) {
        if (!ts.isInt(x)) {
            throw ts.typeError("expected int, " + ts.typeOf(x).displayName() + " found");
        }
        long n = unsigned32(ts, ts.asBigInteger(x));
        return Integer.reverseBytes((int) n) & 0xFFFFFFFFL;
    }

    private static long swap16(ThreadState ts, Object x, String function) {
        long n = ts.asLong(x);
        if (n != (int) n) {
            throw ts.error(
                    "OverflowError",
                    n > 0 ? "signed integer is greater than maximum" : "signed integer is less than minimum");
        }
        if (n < 0) {
            throw ts.error(
                    "OverflowError", function + ": can't convert negative Python int to C 16-bit unsigned integer");
        }
        if (n > 0xFFFF) {
            throw ts.error(
                    "OverflowError", function + ": Python int too large to convert to C 16-bit unsigned integer");
        }
        return Short.reverseBytes((short) n) & 0xFFFFL;
    }

    @Expose(signature = "(x, /)", doc = "Four bytes from network to host order.")
    static long ntohl(ThreadState ts, Object x) {
        return swap32(ts, x);
    }

    @Expose(signature = "(x, /)", doc = "Four bytes from host to network order.")
    static long htonl(ThreadState ts, Object x) {
        return swap32(ts, x);
    }

    @Expose(signature = "(x, /)", doc = "Two bytes from network to host order.")
    static long ntohs(ThreadState ts, Object x) {
        return swap16(ts, x, "ntohs");
    }

    @Expose(signature = "(x, /)", doc = "Two bytes from host to network order.")
    static long htons(ThreadState ts, Object x) {
        return swap16(ts, x, "htons");
    }

    // --- numeric addresses -------------------------------------------------------------------------------------

    @Expose(signature = "(ip_addr, /)", doc = "An IPv4 address as four bytes.")
    static Object inet_aton(ThreadState ts, String ip_addr) {
        byte[] address = InetText.aton(ip_addr);
        if (address == null) {
            throw ts.error("OSError", "illegal IP address string passed to inet_aton");
        }
        return ts.newBytes(address);
    }

    private static byte[] packed(ThreadState ts, Object o) {
        try (var view = ts.buffer(o, false)) {
            return Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length());
        }
    }

    @Expose(signature = "(packed_ip, /)", doc = "Four bytes as an IPv4 address.")
    static Object inet_ntoa(ThreadState ts, Object packed_ip) {
        byte[] address = packed(ts, packed_ip);
        if (address.length != 4) {
            throw ts.error("OSError", "packed IP wrong length for inet_ntoa");
        }
        return InetText.ipv4(address);
    }

    @Expose(signature = "(af, ip, /)", doc = "A numeric address as bytes.")
    static Object inet_pton(ThreadState ts, int af, String ip) {
        if (af != OsSockets.AF_INET && af != OsSockets.AF_INET6) {
            throw ts.osError(Errno.EAFNOSUPPORT, null, null);
        }
        byte[] address = af == OsSockets.AF_INET ? InetText.ipv4(ip) : InetText.ipv6(ip);
        if (address == null) {
            throw ts.error("OSError", "illegal IP address string passed to inet_pton");
        }
        return ts.newBytes(address);
    }

    @Expose(signature = "(af, packed_ip, /)", doc = "Bytes as a numeric address.")
    static Object inet_ntop(ThreadState ts, int af, Object packed_ip) {
        byte[] address = packed(ts, packed_ip);
        if (af != OsSockets.AF_INET && af != OsSockets.AF_INET6) {
            throw ts.valueError("unknown address family " + af);
        }
        if (address.length != (af == OsSockets.AF_INET ? 4 : 16)) {
            throw ts.valueError("invalid length of packed IP address string");
        }
        return af == OsSockets.AF_INET ? InetText.ipv4(address) : InetText.ipv6(address);
    }

    // --- ancillary data ----------------------------------------------------------------------------------------

    private static long ssize(ThreadState ts, Object length, String function, long overhead) {
        BigInteger n = ts.asBigInteger(length);
        if (n.bitLength() > 63) {
            throw ts.error("OverflowError", "Python int too large to convert to C ssize_t");
        }
        if (n.signum() < 0 || n.longValue() > Integer.MAX_VALUE - overhead) {
            throw ts.error("OverflowError", function + "() argument out of range");
        }
        return n.longValue();
    }

    @Expose(name = "CMSG_LEN", signature = "(length, /)", doc = "The size of an ancillary data item.")
    static long cmsgLen(ThreadState ts, Object length) {
        return Messages.HEADER + ssize(ts, length, "CMSG_LEN", Messages.HEADER);
    }

    @Expose(name = "CMSG_SPACE", signature = "(length, /)", doc = "The room that an ancillary data item takes.")
    static long cmsgSpace(ThreadState ts, Object length) {
        return Messages.HEADER + Messages.aligned(ssize(ts, length, "CMSG_SPACE", Messages.HEADER + 8));
    }
}
