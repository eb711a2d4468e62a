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

    public abstract int socket(int family, int type, int protocol);

    public int[] socketPair(int family, int type, int protocol) {
        throw NativeOnly.refuse("socketpair");
    }

    public abstract void bind(int fd, OsAddress address);

    public abstract void listen(int fd, int backlog);

    public abstract Accepted accept(int fd, @Nullable WakeHandle wake);

    /** Blocks until connected unless the descriptor is non-blocking ({@link Errno#EINPROGRESS}). */
    public abstract void connect(int fd, OsAddress address, @Nullable WakeHandle wake);

    public abstract int receive(int fd, byte[] buffer, int offset, int length, int flags, @Nullable WakeHandle wake);

    public abstract Received receiveFrom(
            int fd, byte[] buffer, int offset, int length, int flags, @Nullable WakeHandle wake);

    public abstract int send(int fd, byte[] buffer, int offset, int length, int flags, @Nullable WakeHandle wake);

    public abstract int sendTo(
            int fd, byte[] buffer, int offset, int length, int flags, OsAddress address, @Nullable WakeHandle wake);

    public int sendMessage(
            int fd, byte[] data, byte[] control, int flags, @Nullable OsAddress address, @Nullable WakeHandle wake) {
        throw NativeOnly.refuse("sendmsg");
    }

    public Message receiveMessage(int fd, int length, int controlLength, int flags, @Nullable WakeHandle wake) {
        throw NativeOnly.refuse("recvmsg");
    }

    public abstract OsAddress localAddress(int fd);

    public abstract OsAddress peerAddress(int fd);

    public abstract void shutdown(int fd, int how);

    public abstract int getOption(int fd, int level, int option);

    public byte[] getOption(int fd, int level, int option, int length) {
        throw NativeOnly.refuse("getsockopt with a buffer");
    }

    public abstract void setOption(int fd, int level, int option, int value);

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

    public String interfaceName(int index) {
        throw NativeOnly.refuse("if_indextoname");
    }

    public int interfaceIndex(String name) {
        throw NativeOnly.refuse("if_nametoindex");
    }
}
