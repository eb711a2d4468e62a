package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sockets as descriptors. Made non-inheritable. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public abstract class OsSockets {
    public static final int AF_UNSPEC = 0;
    public static final int AF_UNIX = 1;
    public static final int AF_INET = 2;
    public static final int AF_INET6 = 10;
    public static final int SOCK_STREAM = 1;
    public static final int SOCK_DGRAM = 2;
    public static final int SOL_SOCKET = 1;
    public static final int SO_REUSEADDR = 2;
    public static final int SO_TYPE = 3;
    public static final int SO_ERROR = 4;
    public static final int SHUT_RD = 0;
    public static final int SHUT_WR = 1;
    public static final int SHUT_RDWR = 2;
    public static final int MSG_PEEK = 2;
    public static final int MSG_DONTWAIT = 0x40;
    public static final int MSG_NOSIGNAL = 0x4000;

    /** For the implementations. */
    protected OsSockets() {}

    /** A peer that came in. */
    public record Accepted(int fd, @Nullable OsAddress address) {}

    /** Bytes put into the caller's buffer and who sent them. */
    public record Received(int length, @Nullable OsAddress address) {}

    /** {@code control} holds {@code struct cmsghdr} rows in native layout. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Message(
            byte[] data,
            byte[] control,
            int flags,
            @Nullable OsAddress address) {}

    /** One answer of getaddrinfo. */
    public record AddressInfo(int family, int type, int protocol, String canonicalName, OsAddress address) {}

    /** {@code socket.socket}: its descriptor. {@link Errno#EAFNOSUPPORT} and {@link Errno#EPROTONOSUPPORT} for what isn't there. */
    public abstract int socket(int family, int type, int protocol);

    /** {@code socket.socketpair}: two connected ones. */
    public int[] socketPair(int family, int type, int protocol) {
        throw NativeOnly.refuse("socketpair");
    }

    /** {@code socket.bind}. {@link Errno#EADDRINUSE} for a taken address; port 0 takes a free one. */
    public abstract void bind(int fd, OsAddress address);

    /** {@code socket.listen}; how many connections wait at most, which is a hint. */
    public abstract void listen(int fd, int backlog);

    /** {@code socket.accept}: the next connection. {@link Errno#EAGAIN} where it would block and may not, {@link Errno#EINTR} when woken. */
    public abstract Accepted accept(int fd, @Nullable WakeHandle wake);

    /** Blocks until connected unless the descriptor is non-blocking ({@link Errno#EINPROGRESS}). */
    public abstract void connect(int fd, OsAddress address, @Nullable WakeHandle wake);

    /** {@code socket.recv_into}: at most {@code length} bytes, 0 at the end of the stream; {@code flags} of {@code MSG_}. */
    public abstract int receive(int fd, byte[] buffer, int offset, int length, int flags, @Nullable WakeHandle wake);

    /** {@code socket.recvfrom_into}: the same with the sender; what of a datagram doesn't fit is lost. */
    public abstract Received receiveFrom(
            int fd, byte[] buffer, int offset, int length, int flags, @Nullable WakeHandle wake);

    /** {@code socket.send}: the bytes that were taken, perhaps fewer. {@link Errno#EPIPE} when nobody reads any more. */
    public abstract int send(int fd, byte[] buffer, int offset, int length, int flags, @Nullable WakeHandle wake);

    /** {@code socket.sendto}: one datagram, as a whole or with {@link Errno#EMSGSIZE}. */
    public abstract int sendTo(
            int fd, byte[] buffer, int offset, int length, int flags, OsAddress address, @Nullable WakeHandle wake);

    /** {@code socket.sendmsg}: {@code control} holds {@code struct cmsghdr} rows in native layout; the bytes of {@code data} that were taken. */
    public int sendMessage(
            int fd, byte[] data, byte[] control, int flags, @Nullable OsAddress address, @Nullable WakeHandle wake) {
        throw NativeOnly.refuse("sendmsg");
    }

    /** {@code socket.recvmsg}: at most {@code length} bytes and {@code controlLength} of control rows; {@code MSG_CTRUNC} among the flags says that there were more. */
    public Message receiveMessage(int fd, int length, int controlLength, int flags, @Nullable WakeHandle wake) {
        throw NativeOnly.refuse("recvmsg");
    }

    /** {@code socket.getsockname}. */
    public abstract OsAddress localAddress(int fd);

    /** {@code socket.getpeername}. {@link Errno#ENOTCONN} without one. */
    public abstract OsAddress peerAddress(int fd);

    /** {@code socket.shutdown}; {@code how} is one of {@code SHUT_}. {@link Errno#ENOTCONN} without a connection. */
    public abstract void shutdown(int fd, int how);

    /** {@code socket.getsockopt} of a number. {@link Errno#ENOPROTOOPT} for an unknown option. */
    public abstract int getOption(int fd, int level, int option);

    /** {@code socket.getsockopt} of a structure: at most {@code length} bytes in native layout. */
    public byte[] getOption(int fd, int level, int option, int length) {
        throw NativeOnly.refuse("getsockopt with a buffer");
    }

    /** {@code socket.setsockopt} with a number. {@link Errno#ENOPROTOOPT} for an unknown option. */
    public abstract void setOption(int fd, int level, int option, int value);

    /** {@code socket.setsockopt} with a structure in native layout. */
    public void setOption(int fd, int level, int option, byte[] value) {
        throw NativeOnly.refuse("setsockopt with a buffer");
    }

    /** Throws {@link OsAddressException} when the name can't be resolved. */
    public abstract List<AddressInfo> getAddressInfo(
            @Nullable String host, @Nullable String service, int family, int type, int protocol, int flags);

    /** Host and service. */
    public String[] getNameInfo(OsAddress address, int flags) {
        throw NativeOnly.refuse("getnameinfo");
    }

    /** {@code socket.if_indextoname}; {@code index} from 1. {@link Errno#ENXIO} for an unknown one. */
    public String interfaceName(int index) {
        throw NativeOnly.refuse("if_indextoname");
    }

    /** {@code socket.if_nametoindex}. {@link Errno#ENODEV} for an unknown name. */
    public int interfaceIndex(String name) {
        throw NativeOnly.refuse("if_nametoindex");
    }
}
