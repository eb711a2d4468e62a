package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsAddress;
import dev.clutch.extension.spi.os.OsAddressException;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.OsSockets;
import dev.clutch.extension.spi.os.WakeHandle;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sockets of the kernel. With a wake handle a transfer is tried with MSG_DONTWAIT first and waits in poll only when
 * there is nothing; without one it simply blocks.
 */
final class PosixSockets extends OsSockets {
    private static final int SOCK_CLOEXEC = 02000000;
    private static final int MSG_WAITALL = 0x100;
    private static final int MSG_CMSG_CLOEXEC = 0x40000000;
    private static final int EAI_SYSTEM = -11;

    private final Libc libc;
    private final Descriptors descriptors;
    private final WorkingDirectory directory;

    PosixSockets(Libc libc, Descriptors descriptors, WorkingDirectory directory) {
        this.libc = libc;
        this.descriptors = descriptors;
        this.directory = directory;
    }

    @Override
    public int socket(int family, int type, int protocol) {
        try (NativeFrame f = libc.frame()) {
            return descriptors.opened(f.checked(LibcFunction.SOCKET, family, type | SOCK_CLOEXEC, protocol));
        }
    }

    @Override
    public int[] socketPair(int family, int type, int protocol) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment pair = f.memory(8);
            f.checked(LibcFunction.SOCKETPAIR, family, type | SOCK_CLOEXEC, protocol, pair.address());
            return new int[] {
                descriptors.opened(NativeFrame.getInt(pair, 0)), descriptors.opened(NativeFrame.getInt(pair, 4))
            };
        }
    }

    @Override
    public void bind(int fd, OsAddress address) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment memory = f.memory(SocketAddresses.STORAGE);
            int length = SocketAddresses.write(memory, directory.resolve(address));
            f.checked(LibcFunction.BIND, fd, memory.address(), length);
        }
    }

    @Override
    public void listen(int fd, int backlog) {
        try (NativeFrame f = libc.frame()) {
            f.checked(LibcFunction.LISTEN, fd, backlog);
        }
    }

    /** With an int in front that holds the room, then the length. */
    private static MemorySegment addressRoom(NativeFrame f, MemorySegment length) {
        NativeFrame.putInt(length, 0, SocketAddresses.STORAGE);
        return f.zeroed(SocketAddresses.STORAGE);
    }

    @Override
    public Accepted accept(int fd, @Nullable WakeHandle wake) {
        try (NativeFrame f = libc.frame()) {
            if (wake != null) {
                Waiter.await(f, fd, OsPolling.POLLIN, wake);
            }
            MemorySegment length = f.memory(4);
            MemorySegment address = addressRoom(f, length);
            int peer = f.checked(LibcFunction.ACCEPT4, fd, address.address(), length.address(), SOCK_CLOEXEC);
            return new Accepted(descriptors.opened(peer), SocketAddresses.read(address, NativeFrame.getInt(length, 0)));
        }
    }

    /**
     * A blocking connect can't be woken in the kernel, so with a handle the socket is non-blocking while it connects.
     * After EINTR the connection goes on; the repeated call finds it by EALREADY and waits for its end.
     */
    @Override
    public void connect(int fd, OsAddress address, @Nullable WakeHandle wake) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment memory = f.memory(SocketAddresses.STORAGE);
            int length = SocketAddresses.write(memory, directory.resolve(address));
            int flags = f.checked(LibcFunction.FCNTL, fd, OsFiles.F_GETFL);
            if (wake == null || (flags & OsFiles.O_NONBLOCK) != 0) {
                connectPlainly(f, fd, memory, length);
                return;
            }
            wake.check();
            f.checked(LibcFunction.FCNTL, fd, OsFiles.F_SETFL, flags | OsFiles.O_NONBLOCK);
            try {
                if ((int) f.call(LibcFunction.CONNECT, fd, memory.address(), length) == -1) {
                    int errno = f.errno();
                    if (errno != Errno.EINPROGRESS && errno != Errno.EALREADY && errno != Errno.EINTR) {
                        throw f.error();
                    }
                    finishConnect(f, fd, wake, memory, length);
                }
            } finally {
                f.call(LibcFunction.FCNTL, fd, OsFiles.F_SETFL, flags);
            }
        }
    }

    private static void connectPlainly(NativeFrame f, int fd, MemorySegment address, int length) {
        if ((int) f.call(LibcFunction.CONNECT, fd, address.address(), length) == -1) {
            if (f.errno() != Errno.EINTR) {
                throw f.error();
            }
            finishConnect(f, fd, null, address, length);
        }
    }

    /** The second connect answers how it ended; after a failure it also makes the socket ready for another try, as SO_ERROR doesn't. */
    private static void finishConnect(
            NativeFrame f, int fd, @Nullable WakeHandle wake, MemorySegment address, int length) {
        while (true) {
            Waiter.poll(f, new int[] {fd}, new int[] {OsPolling.POLLOUT}, new int[1], -1, wake);
            if ((int) f.call(LibcFunction.CONNECT, fd, address.address(), length) != -1) {
                return;
            }
            int errno = f.errno();
            if (errno == Errno.EISCONN) {
                return;
            }
            if (errno != Errno.EALREADY && errno != Errno.EINPROGRESS && errno != Errno.EINTR) {
                throw new OsException(errno);
            }
        }
    }

    /** Runs a transfer; {@code arguments} after the flags are the address or 0. */
    private static long transfer(
            NativeFrame f,
            LibcFunction function,
            int events,
            int fd,
            long data,
            long length,
            int flags,
            long e,
            long g,
            @Nullable WakeHandle wake) {
        if (wake == null || (flags & MSG_WAITALL) != 0) {
            if (wake != null) {
                Waiter.await(f, fd, events, wake);
            }
            return f.checkedLong(function, wake, fd, data, length, flags, e, g);
        }
        while (true) {
            wake.check();
            long n = f.call(function, fd, data, length, flags | MSG_DONTWAIT, e, g);
            if (n >= 0) {
                return n;
            }
            int errno = f.errno();
            if (errno == Errno.EINTR) {
                continue;
            }
            if (errno != Errno.EAGAIN || (flags & MSG_DONTWAIT) != 0 || isNonBlocking(f, fd)) {
                throw new OsException(errno);
            }
            try (NativeFrame waiting = f.another()) {
                Waiter.await(waiting, fd, events, wake);
            }
        }
    }

    private static boolean isNonBlocking(NativeFrame f, int fd) {
        return ((int) f.call(LibcFunction.FCNTL, fd, OsFiles.F_GETFL) & OsFiles.O_NONBLOCK) != 0;
    }

    @Override
    public int receive(int fd, byte[] buffer, int offset, int length, int flags, @Nullable WakeHandle wake) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment memory = f.memory(length);
            int n = (int)
                    transfer(f, LibcFunction.RECV, OsPolling.POLLIN, fd, memory.address(), length, flags, 0, 0, wake);
            NativeFrame.copyOut(memory, buffer, offset, Math.min(n, length));
            return n;
        }
    }

    @Override
    public Received receiveFrom(int fd, byte[] buffer, int offset, int length, int flags, @Nullable WakeHandle wake) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment memory = f.memory(length);
            MemorySegment room = f.memory(4);
            MemorySegment address = addressRoom(f, room);
            int n = (int) transfer(
                    f,
                    LibcFunction.RECVFROM,
                    OsPolling.POLLIN,
                    fd,
                    memory.address(),
                    length,
                    flags,
                    address.address(),
                    room.address(),
                    wake);
            NativeFrame.copyOut(memory, buffer, offset, Math.min(n, length));
            return new Received(n, SocketAddresses.read(address, NativeFrame.getInt(room, 0)));
        }
    }

    @Override
    public int send(int fd, byte[] buffer, int offset, int length, int flags, @Nullable WakeHandle wake) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment memory = f.copyOf(buffer, offset, length);
            return sendAll(f, LibcFunction.SEND, fd, memory, length, flags, 0, 0, wake);
        }
    }

    @Override
    public int sendTo(
            int fd, byte[] buffer, int offset, int length, int flags, OsAddress address, @Nullable WakeHandle wake) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment memory = f.copyOf(buffer, offset, length);
            MemorySegment target = f.memory(SocketAddresses.STORAGE);
            int size = SocketAddresses.write(target, directory.resolve(address));
            return sendAll(f, LibcFunction.SENDTO, fd, memory, length, flags, target.address(), size, wake);
        }
    }

    /** A blocking stream socket takes all bytes before it answers; so does this, unless it is woken in between. */
    private static int sendAll(
            NativeFrame f,
            LibcFunction function,
            int fd,
            MemorySegment memory,
            int length,
            int flags,
            long address,
            long addressLength,
            @Nullable WakeHandle wake) {
        int done = 0;
        try {
            do {
                done += (int) transfer(
                        f,
                        function,
                        OsPolling.POLLOUT,
                        fd,
                        memory.address() + done,
                        length - done,
                        flags,
                        address,
                        addressLength,
                        wake);
            } while (done < length && wake != null && (flags & MSG_DONTWAIT) == 0 && !isNonBlocking(f, fd));
        } catch (OsException e) {
            if (done == 0) {
                throw e;
            }
        }
        return done;
    }

    /** {@code struct msghdr} with one piece of data. */
    private static MemorySegment header(
            NativeFrame f, long name, int nameLength, MemorySegment data, long control, long controlLength) {
        MemorySegment piece = f.memory(16);
        NativeFrame.putLong(piece, 0, data.address());
        NativeFrame.putLong(piece, 8, data.byteSize());
        MemorySegment header = f.zeroed(56);
        NativeFrame.putLong(header, 0, name);
        NativeFrame.putInt(header, 8, nameLength);
        NativeFrame.putLong(header, 16, piece.address());
        NativeFrame.putLong(header, 24, 1);
        NativeFrame.putLong(header, 32, controlLength == 0 ? 0 : control);
        NativeFrame.putLong(header, 40, controlLength);
        return header;
    }

    @Override
    public int sendMessage(
            int fd, byte[] data, byte[] control, int flags, @Nullable OsAddress address, @Nullable WakeHandle wake) {
        try (NativeFrame f = libc.frame()) {
            if (wake != null && (flags & MSG_DONTWAIT) == 0) {
                Waiter.await(f, fd, OsPolling.POLLOUT, wake);
            }
            MemorySegment name = f.memory(SocketAddresses.STORAGE);
            int nameLength = address == null ? 0 : SocketAddresses.write(name, directory.resolve(address));
            MemorySegment header = header(
                    f,
                    address == null ? 0 : name.address(),
                    nameLength,
                    f.copyOf(data, 0, data.length),
                    f.copyOf(control, 0, control.length).address(),
                    control.length);
            return (int) f.checkedLong(LibcFunction.SENDMSG, wake, fd, header.address(), flags, 0, 0, 0);
        }
    }

    /** Descriptors that come as SCM_RIGHTS are made non-inheritable; their receiver closes them. */
    @Override
    public Message receiveMessage(int fd, int length, int controlLength, int flags, @Nullable WakeHandle wake) {
        try (NativeFrame f = libc.frame()) {
            if (wake != null && (flags & MSG_DONTWAIT) == 0) {
                Waiter.await(f, fd, OsPolling.POLLIN, wake);
            }
            MemorySegment name = f.zeroed(SocketAddresses.STORAGE);
            MemorySegment data = f.memory(length);
            MemorySegment control = f.zeroed(controlLength);
            MemorySegment header =
                    header(f, name.address(), SocketAddresses.STORAGE, data, control.address(), controlLength);
            int n = (int)
                    f.checkedLong(LibcFunction.RECVMSG, wake, fd, header.address(), flags | MSG_CMSG_CLOEXEC, 0, 0, 0);
            byte[] rows = NativeFrame.bytes(control, (int) NativeFrame.getLong(header, 40));
            for (int received : descriptorsIn(rows)) {
                descriptors.opened(received);
            }
            return new Message(
                    NativeFrame.bytes(data, Math.min(n, length)),
                    rows,
                    NativeFrame.getInt(header, 48) & ~MSG_CMSG_CLOEXEC,
                    SocketAddresses.read(name, NativeFrame.getInt(header, 8)));
        }
    }

    /** The descriptors in rows of {@code struct cmsghdr}: length, level, type, data, each aligned to eight bytes; SCM_RIGHTS is type 1. */
    static List<Integer> descriptorsIn(byte[] rows) {
        ByteBuffer control = ByteBuffer.wrap(rows).order(ByteOrder.nativeOrder());
        List<Integer> found = new ArrayList<>();
        long at = 0;
        while (at + 16 <= rows.length) {
            int start = (int) at;
            long row = control.getLong(start);
            if (row < 16) {
                break;
            }
            if (control.getInt(start + 8) == SOL_SOCKET && control.getInt(start + 12) == 1) {
                for (int i = start + 16; i + 4 <= Math.min(at + row, rows.length); i += 4) {
                    found.add(control.getInt(i));
                }
            }
            at += row + 7 & ~7L;
        }
        return found;
    }

    private OsAddress nameOf(LibcFunction function, int fd) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment length = f.memory(4);
            MemorySegment address = addressRoom(f, length);
            f.checked(function, fd, address.address(), length.address());
            OsAddress found = SocketAddresses.read(address, NativeFrame.getInt(length, 0));
            return found != null ? found : new OsAddress.Other(AF_UNSPEC, new byte[0]);
        }
    }

    @Override
    public OsAddress localAddress(int fd) {
        return nameOf(LibcFunction.GETSOCKNAME, fd);
    }

    @Override
    public OsAddress peerAddress(int fd) {
        return nameOf(LibcFunction.GETPEERNAME, fd);
    }

    @Override
    public void shutdown(int fd, int how) {
        try (NativeFrame f = libc.frame()) {
            f.checked(LibcFunction.SHUTDOWN, fd, how);
        }
    }

    private static int intOption(NativeFrame f, int fd, int level, int option) {
        MemorySegment value = f.zeroed(4);
        MemorySegment length = f.memory(4);
        NativeFrame.putInt(length, 0, 4);
        f.checked(LibcFunction.GETSOCKOPT, fd, level, option, value.address(), length.address());
        return NativeFrame.getInt(value, 0);
    }

    @Override
    public int getOption(int fd, int level, int option) {
        try (NativeFrame f = libc.frame()) {
            return intOption(f, fd, level, option);
        }
    }

    @Override
    public byte[] getOption(int fd, int level, int option, int length) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment value = f.zeroed(length);
            MemorySegment size = f.memory(4);
            NativeFrame.putInt(size, 0, length);
            f.checked(LibcFunction.GETSOCKOPT, fd, level, option, value.address(), size.address());
            return NativeFrame.bytes(value, NativeFrame.getInt(size, 0));
        }
    }

    @Override
    public void setOption(int fd, int level, int option, int value) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment memory = f.memory(4);
            NativeFrame.putInt(memory, 0, value);
            f.checked(LibcFunction.SETSOCKOPT, fd, level, option, memory.address(), 4);
        }
    }

    @Override
    public void setOption(int fd, int level, int option, byte[] value) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment memory = f.copyOf(value, 0, value.length);
            f.checked(LibcFunction.SETSOCKOPT, fd, level, option, memory.address(), value.length);
        }
    }

    @Override
    public List<AddressInfo> getAddressInfo(
            @Nullable String host, @Nullable String service, int family, int type, int protocol, int flags) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment hints = f.zeroed(48);
            NativeFrame.putInt(hints, 0, flags);
            NativeFrame.putInt(hints, 4, family);
            NativeFrame.putInt(hints, 8, type);
            NativeFrame.putInt(hints, 12, protocol);
            MemorySegment result = f.zeroed(8);
            int code = (int) f.call(
                    LibcFunction.GETADDRINFO,
                    host == null ? 0 : f.string(host),
                    service == null ? 0 : f.string(service),
                    hints.address(),
                    result.address());
            checkName(f, code);
            long head = NativeFrame.getLong(result, 0);
            List<AddressInfo> answers = new ArrayList<>();
            for (long at = head; at != 0; ) {
                MemorySegment row = NativeFrame.view(at, 48);
                int length = NativeFrame.getInt(row, 16);
                MemorySegment raw = NativeFrame.view(NativeFrame.getLong(row, 24), length);
                OsAddress address = SocketAddresses.read(raw, length);
                if (address != null) {
                    answers.add(new AddressInfo(
                            NativeFrame.getInt(row, 4),
                            NativeFrame.getInt(row, 8),
                            NativeFrame.getInt(row, 12),
                            NativeFrame.stringAt(NativeFrame.getLong(row, 32)),
                            address));
                }
                at = NativeFrame.getLong(row, 40);
            }
            f.call(LibcFunction.FREEADDRINFO, head);
            return answers;
        }
    }

    private static void checkName(NativeFrame f, int code) {
        if (code == EAI_SYSTEM) {
            throw f.error();
        }
        if (code != 0) {
            String text = NativeFrame.stringAt(f.call(LibcFunction.GAI_STRERROR, code));
            throw new OsAddressException(code, text);
        }
    }

    @Override
    public String[] getNameInfo(OsAddress address, int flags) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment memory = f.memory(SocketAddresses.STORAGE);
            int length = SocketAddresses.write(memory, address);
            MemorySegment host = f.zeroed(1025);
            MemorySegment service = f.zeroed(32);
            int code = (int) f.call(
                    LibcFunction.GETNAMEINFO,
                    memory.address(),
                    length,
                    host.address(),
                    host.byteSize(),
                    service.address(),
                    service.byteSize(),
                    flags);
            checkName(f, code);
            return new String[] {NativeFrame.stringAt(host.address()), NativeFrame.stringAt(service.address())};
        }
    }

    @Override
    public String interfaceName(int index) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment name = f.zeroed(16);
            if (f.call(LibcFunction.IF_INDEXTONAME, index, name.address()) == 0) {
                throw f.error();
            }
            return NativeFrame.stringAt(name.address());
        }
    }

    @Override
    public int interfaceIndex(String name) {
        try (NativeFrame f = libc.frame()) {
            int index = (int) f.call(LibcFunction.IF_NAMETOINDEX, f.string(name));
            if (index == 0) {
                throw OsException.withText(f.errno(), "no interface with this name");
            }
            return index;
        }
    }
}
