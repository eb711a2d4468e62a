package dev.clutch.extensions.builtin.socket;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsAddress;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.OsSockets;
import dev.clutch.extension.spi.os.OsSockets.Accepted;
import dev.clutch.extension.spi.os.OsSockets.Message;
import dev.clutch.extension.spi.os.OsSockets.Received;
import dev.clutch.extension.spi.os.WakeHandle;
import dev.clutch.extensions.builtin.time.Moments;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** {@code _socket.socket}. */
@ExtensionType(
        name = "_socket.socket",
        subclassable = true,
        finalizedOnRequest = true,
        doc = "One end of a connection, or what waits for connections.")
final class SocketObject extends PyObject {
    private static final int SOCK_NONBLOCK = 04000;
    private static final int SOCK_CLOEXEC = 02000000;
    private static final int SO_PROTOCOL = 38;
    /** Its options are eight bytes wide. */
    private static final int AF_VSOCK = 40;

    private static final int MAX_OPTION = 1024;

    private int fd = -1;
    private int family;
    private int kind;
    private int protocol;

    /** In nanoseconds; below zero the socket blocks, and unless it does its descriptor doesn't either. */
    private long timeout = -1;

    private SocketObject(PyType type) {
        super(type);
    }

    // --- making ------------------------------------------------------------------------------------------------

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new SocketObject(cls);
    }

    static Object make(ThreadState ts, PyType cls, SocketModule state, int fd, int family, int type, int protocol) {
        SocketObject socket = new SocketObject(cls);
        socket.set(ts, state, fd, family, type, protocol);
        return socket;
    }

    private void set(ThreadState ts, SocketModule state, int fd, int family, int type, int protocol) {
        this.fd = fd;
        this.family = family;
        this.kind = type & ~(SOCK_NONBLOCK | SOCK_CLOEXEC);
        this.protocol = protocol;
        if ((type & SOCK_NONBLOCK) != 0) {
            timeout = 0;
        } else {
            timeout = state.defaultTimeout;
            if (timeout >= 0) {
                ts.os().files().setBlocking(fd, false);
            }
        }
        ts.watch(this);
    }

    @Expose(signature = "(family=-1, type=-1, proto=-1, fileno=None)")
    void __init__(ThreadState ts, SocketModule state, int family, int type, int proto, Object fileno) {
        ts.audit("socket.__new__", this, (long) family, (long) type, (long) proto);
        OsSockets sockets = ts.os().sockets();
        try {
            if (fileno == Singleton.NONE) {
                int af = family == -1 ? OsSockets.AF_INET : family;
                int sock = type == -1 ? OsSockets.SOCK_STREAM : type;
                int protocol = proto == -1 ? 0 : proto;
                set(ts, state, sockets.socket(af, sock, protocol), af, sock, protocol);
                return;
            }
            int number = ts.asInt(fileno);
            if (number < 0) {
                throw ts.valueError("negative file descriptor");
            }
            int af = sockets.localAddress(number).family();
            int sock = type == -1 ? sockets.getOption(number, OsSockets.SOL_SOCKET, OsSockets.SO_TYPE) : type;
            int protocol = proto == -1 ? sockets.getOption(number, OsSockets.SOL_SOCKET, SO_PROTOCOL) : proto;
            set(ts, state, number, family == -1 ? af : family, sock, protocol);
        } catch (OsException e) {
            throw ts.osError(e, null, null);
        }
    }

    @Expose
    String __repr__(ThreadState ts) {
        return "<socket object, fd=" + fd + ", family=" + family + ", type=" + kind + ", proto=" + protocol + ">";
    }

    @Expose
    void __del__(ThreadState ts) {
        if (fd >= 0) {
            ts.warnResource(this, "unclosed " + ts.reprText(this), 1);
            close(ts);
        }
    }

    @Getter(doc = "The address family.")
    long family(ThreadState ts) {
        return family;
    }

    @Getter(value = "type", doc = "The type of socket.")
    long socketType(ThreadState ts) {
        return kind;
    }

    @Getter(doc = "The protocol.")
    long proto(ThreadState ts) {
        return protocol;
    }

    @Getter(value = "timeout", doc = "The timeout in seconds, None for none.")
    Object timeoutAttribute(ThreadState ts) {
        return seconds(timeout);
    }

    // --- calls -------------------------------------------------------------------------------------------------

    private interface Call<T> {
        T run(OsSockets sockets, @Nullable WakeHandle wake);
    }

    /** {@code sock_call_ex}: waits at most until the timeout, and makes the call again when the socket wasn't ready after all. */
    private <T> T call(ThreadState ts, int event, Call<T> call) {
        return call(ts, event, deadline(), call);
    }

    private long deadline() {
        return timeout > 0 ? System.nanoTime() + timeout : 0;
    }

    private <T> T call(ThreadState ts, int event, long deadline, Call<T> call) {
        OsSockets sockets = ts.os().sockets();
        while (true) {
            if (timeout > 0) {
                await(ts, event, deadline);
            }
            OsException failure;
            WakeHandle wake = ts.beginWakeable();
            try {
                return call.run(sockets, timeout < 0 ? wake : null);
            } catch (OsException e) {
                failure = e;
            } finally {
                ts.endWakeable(wake);
            }
            if (timeout <= 0 || failure.errno() != Errno.EAGAIN) {
                ts.retryOrRaise(failure);
            }
        }
    }

    /** Waits for an event; TimeoutError when it doesn't come. */
    private void await(ThreadState ts, int event, long deadline) {
        if (fd >= 0 && !isReady(ts, event, deadline)) {
            throw ts.error("TimeoutError", "timed out");
        }
    }

    private boolean isReady(ThreadState ts, int event, long deadline) {
        OsPolling polling = ts.os().polling();
        int[] fds = {fd};
        int[] events = {event};
        while (true) {
            long left = deadline - System.nanoTime();
            if (left < 0) {
                return false;
            }
            OsException failure;
            WakeHandle wake = ts.beginWakeable();
            try {
                return polling.poll(fds, events, new int[1], left, wake) > 0;
            } catch (OsException e) {
                failure = e;
            } finally {
                ts.endWakeable(wake);
            }
            ts.retryOrRaise(failure);
        }
    }

    /** A call that doesn't wait. */
    private <T> T quick(ThreadState ts, Call<T> call) {
        OsSockets sockets = ts.os().sockets();
        OsException failure;
        ts.beginBlocking();
        try {
            return call.run(sockets, null);
        } catch (OsException e) {
            failure = e;
        } finally {
            ts.endBlocking();
        }
        throw ts.osError(failure, null, null);
    }

    // --- connections -------------------------------------------------------------------------------------------

    @Expose(doc = "Wait for a connection; return its descriptor and the address of the other side.")
    Object _accept(ThreadState ts) {
        Accepted accepted = call(ts, OsPolling.POLLIN, (sockets, wake) -> sockets.accept(fd, wake));
        return ts.newTuple((long) accepted.fd(), Addresses.toPython(ts, accepted.address()));
    }

    @Expose(signature = "(address, /)", doc = "Give the socket an address.")
    void bind(ThreadState ts, SocketModule state, Object address) {
        OsAddress a = Addresses.of(ts, state, family, address, "bind");
        ts.audit("socket.bind", this, address);
        quick(ts, (sockets, wake) -> {
            sockets.bind(fd, a);
            return Boolean.TRUE;
        });
    }

    @Expose(signature = "(backlog=128, /)", doc = "Let others connect.")
    void listen(ThreadState ts, int backlog) {
        quick(ts, (sockets, wake) -> {
            sockets.listen(fd, Math.max(0, backlog));
            return Boolean.TRUE;
        });
    }

    @Expose(signature = "(address, /)", doc = "Connect to an address.")
    void connect(ThreadState ts, SocketModule state, Object address) {
        OsAddress a = Addresses.of(ts, state, family, address, "connect");
        ts.audit("socket.connect", this, address);
        int errno = connect(ts, a, true);
        if (errno != 0) {
            throw ts.osError(errno, null, null);
        }
    }

    @Expose(signature = "(address, /)", doc = "As connect(), but return the error number.")
    long connect_ex(ThreadState ts, SocketModule state, Object address) {
        OsAddress a = Addresses.of(ts, state, family, address, "connect_ex");
        ts.audit("socket.connect", this, address);
        return connect(ts, a, false);
    }

    private int connect(ThreadState ts, OsAddress address, boolean raising) {
        OsSockets sockets = ts.os().sockets();
        boolean interrupted = false;
        while (true) {
            int errno;
            WakeHandle wake = ts.beginWakeable();
            try {
                sockets.connect(fd, address, timeout < 0 ? wake : null);
                return 0;
            } catch (OsException e) {
                errno = e.errno();
            } finally {
                ts.endWakeable(wake);
            }
            if (errno == Errno.EINTR) {
                ts.checkInterrupts();
                interrupted = true;
            } else if (errno == Errno.EISCONN && interrupted) {
                return 0;
            } else if (errno == Errno.EINPROGRESS && timeout > 0) {
                return finishConnect(ts, sockets, raising);
            } else {
                return errno;
            }
        }
    }

    private int finishConnect(ThreadState ts, OsSockets sockets, boolean raising) {
        if (!isReady(ts, OsPolling.POLLOUT, deadline())) {
            if (raising) {
                throw ts.error("TimeoutError", "timed out");
            }
            return Errno.EWOULDBLOCK;
        }
        try {
            return sockets.getOption(fd, OsSockets.SOL_SOCKET, OsSockets.SO_ERROR);
        } catch (OsException e) {
            return e.errno();
        }
    }

    @Expose(signature = "(flag, /)", doc = "End one or both directions.")
    void shutdown(ThreadState ts, int flag) {
        quick(ts, (sockets, wake) -> {
            sockets.shutdown(fd, flag);
            return Boolean.TRUE;
        });
    }

    @Expose(doc = "Close the socket.")
    void close(ThreadState ts) {
        int old = fd;
        if (old < 0) {
            return;
        }
        // before the call, which may let other threads run
        fd = -1;
        ts.unwatch(this);
        OsException failure = null;
        ts.beginBlocking();
        try {
            ts.os().files().close(old);
        } catch (OsException e) {
            failure = e.errno() == Errno.ECONNRESET ? null : e;
        } finally {
            ts.endBlocking();
        }
        if (failure != null) {
            throw ts.osError(failure, null, null);
        }
    }

    @Expose(doc = "Give the descriptor away: the socket is closed, the descriptor stays open.")
    long detach(ThreadState ts) {
        int old = fd;
        fd = -1;
        ts.unwatch(this);
        return old;
    }

    @Expose(doc = "The descriptor, -1 when closed.")
    long fileno(ThreadState ts) {
        return fd;
    }

    @Expose(doc = "The address of this side.")
    Object getsockname(ThreadState ts) {
        return Addresses.toPython(ts, quick(ts, (sockets, wake) -> sockets.localAddress(fd)));
    }

    @Expose(doc = "The address of the other side.")
    Object getpeername(ThreadState ts) {
        return Addresses.toPython(ts, quick(ts, (sockets, wake) -> sockets.peerAddress(fd)));
    }

    // --- settings ----------------------------------------------------------------------------------------------

    static Object seconds(long nanos) {
        return nanos < 0 ? Singleton.NONE : (Object) (nanos / 1e9);
    }

    /** {@code socket_parse_timeout}. */
    static long timeout(ThreadState ts, Object value) {
        if (value == Singleton.NONE) {
            return -1;
        }
        long nanos = Moments.timeout(ts, value);
        if (nanos < 0) {
            throw ts.valueError("Timeout value out of range");
        }
        return nanos;
    }

    private void setTimeout(ThreadState ts, long nanos) {
        timeout = nanos;
        try {
            ts.os().files().setBlocking(fd, nanos < 0);
        } catch (OsException e) {
            throw ts.osError(e, null, null);
        }
    }

    @Expose(signature = "(timeout, /)", doc = "Set the timeout in seconds; None for none, 0 for a non-blocking socket.")
    void settimeout(ThreadState ts, Object timeout) {
        setTimeout(ts, timeout(ts, timeout));
    }

    @Expose(doc = "The timeout in seconds, None for none.")
    Object gettimeout(ThreadState ts) {
        return seconds(timeout);
    }

    @Expose(signature = "(flag, /)", doc = "Set whether the socket blocks.")
    void setblocking(ThreadState ts, boolean flag) {
        setTimeout(ts, flag ? -1 : 0);
    }

    @Expose(doc = "Whether the socket blocks.")
    boolean getblocking(ThreadState ts) {
        return timeout != 0;
    }

    @Expose(signature = "(level, option, buflen=0, /)", doc = "Ask for an option: an int, or bytes of a length.")
    Object getsockopt(ThreadState ts, int level, int option, int buflen) {
        if (buflen == 0 && family == AF_VSOCK) {
            byte[] value = quick(ts, (sockets, wake) -> sockets.getOption(fd, level, option, 8));
            return ByteBuffer.wrap(value).order(ByteOrder.nativeOrder()).getLong();
        }
        if (buflen == 0) {
            return (long) quick(ts, (sockets, wake) -> sockets.getOption(fd, level, option));
        }
        if (buflen < 0 || buflen > MAX_OPTION) {
            throw ts.error("OSError", "getsockopt buflen out of range");
        }
        byte[] value = quick(ts, (sockets, wake) -> sockets.getOption(fd, level, option, buflen));
        return ts.newBytes(value);
    }

    @Expose(signature = "(level, option, value, optlen=<absent>, /)", doc = "Set an option: an int, or bytes.")
    void setsockopt(ThreadState ts, int level, int option, Object value, @Nullable Object optlen) {
        if (optlen != null) {
            if (value != Singleton.NONE) {
                throw ts.typeError("setsockopt() argument 3 must be None, not "
                        + ts.typeOf(value).displayName());
            }
            byte[] zeros = new byte[ts.asInt(optlen)];
            quick(ts, (sockets, wake) -> {
                sockets.setOption(fd, level, option, zeros);
                return Boolean.TRUE;
            });
            return;
        }
        if (ts.isInt(value) && family == AF_VSOCK) {
            ByteBuffer wide = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
            wide.putLong(ts.asBigInteger(value).longValue());
            quick(ts, (sockets, wake) -> {
                sockets.setOption(fd, level, option, wide.array());
                return Boolean.TRUE;
            });
            return;
        }
        if (ts.isInt(value)) {
            long n = ts.asClampedLong(value);
            if (n == (int) n) {
                quick(ts, (sockets, wake) -> {
                    sockets.setOption(fd, level, option, (int) n);
                    return Boolean.TRUE;
                });
                return;
            }
        }
        byte[] bytes;
        try (BufferView view = ts.buffer(value, false)) {
            bytes = java.util.Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length());
        }
        quick(ts, (sockets, wake) -> {
            sockets.setOption(fd, level, option, bytes);
            return Boolean.TRUE;
        });
    }

    // --- receiving ---------------------------------------------------------------------------------------------

    @Expose(signature = "(buffersize, flags=0, /)", doc = "Receive at most so many bytes.")
    Object recv(ThreadState ts, int buffersize, int flags) {
        byte[] buffer = room(ts, buffersize, "recv");
        int n = receive(ts, buffer, 0, buffersize, flags);
        return ts.newBytes(n == buffer.length ? buffer : java.util.Arrays.copyOf(buffer, n));
    }

    private static byte[] room(ThreadState ts, int size, String function) {
        if (size < 0) {
            throw ts.valueError("negative buffersize in " + function);
        }
        return new byte[size];
    }

    private int receive(ThreadState ts, byte[] buffer, int offset, int length, int flags) {
        if (length == 0) {
            return 0;
        }
        return Math.min(
                length,
                call(
                        ts,
                        OsPolling.POLLIN,
                        (sockets, wake) -> sockets.receive(fd, buffer, offset, length, flags, wake)));
    }

    private static BufferView writable(ThreadState ts, Object buffer, String function) {
        try {
            return ts.buffer(buffer, true);
        } catch (PythonException e) {
            if (ts.matches(e, "TypeError") || ts.matches(e, "BufferError")) {
                throw ts.typeError(function + "() argument 1 must be read-write bytes-like object, not "
                        + ts.typeOf(buffer).displayName());
            }
            throw e;
        }
    }

    @Expose(signature = "(buffer, nbytes=0, flags=0)", doc = "Receive into a buffer; return how many bytes.")
    long recv_into(ThreadState ts, Object buffer, int nbytes, int flags) {
        try (BufferView view = writable(ts, buffer, "recv_into")) {
            if (nbytes < 0) {
                throw ts.valueError("negative buffersize in recv_into");
            }
            int length = nbytes == 0 ? view.length() : nbytes;
            if (view.length() < length) {
                throw ts.valueError("buffer too small for requested bytes");
            }
            return receive(ts, view.array(), view.offset(), length, flags);
        }
    }

    private Received receiveFrom(ThreadState ts, byte[] buffer, int offset, int length, int flags) {
        return call(
                ts, OsPolling.POLLIN, (sockets, wake) -> sockets.receiveFrom(fd, buffer, offset, length, flags, wake));
    }

    @Expose(signature = "(buffersize, flags=0, /)", doc = "Receive at most so many bytes; return them and the sender.")
    Object recvfrom(ThreadState ts, int buffersize, int flags) {
        byte[] buffer = room(ts, buffersize, "recvfrom");
        Received r = receiveFrom(ts, buffer, 0, buffersize, flags);
        int n = Math.min(r.length(), buffersize);
        Object data = ts.newBytes(n == buffer.length ? buffer : java.util.Arrays.copyOf(buffer, n));
        return ts.newTuple(data, Addresses.toPython(ts, r.address()));
    }

    @Expose(
            signature = "(buffer, nbytes=0, flags=0)",
            doc = "Receive into a buffer; return how many bytes and the sender.")
    Object recvfrom_into(ThreadState ts, Object buffer, int nbytes, int flags) {
        try (BufferView view = writable(ts, buffer, "recvfrom_into")) {
            if (nbytes < 0) {
                throw ts.valueError("negative buffersize in recvfrom_into");
            }
            int length = nbytes == 0 ? view.length() : nbytes;
            if (view.length() < length) {
                throw ts.valueError("nbytes is greater than the length of the buffer");
            }
            Received r = receiveFrom(ts, view.array(), view.offset(), length, flags);
            return ts.newTuple((long) Math.min(r.length(), length), Addresses.toPython(ts, r.address()));
        }
    }

    private Message receiveMessage(ThreadState ts, int size, int control, int flags) {
        if (control < 0) {
            throw ts.valueError("invalid ancillary data buffer length");
        }
        return call(ts, OsPolling.POLLIN, (sockets, wake) -> sockets.receiveMessage(fd, size, control, flags, wake));
    }

    @Expose(
            signature = "(bufsize, ancbufsize=0, flags=0, /)",
            doc = "Receive bytes and ancillary data; return both with the flags and the sender.")
    Object recvmsg(ThreadState ts, int bufsize, int ancbufsize, int flags) {
        if (bufsize < 0) {
            throw ts.valueError("negative buffer size in recvmsg()");
        }
        Message m = receiveMessage(ts, bufsize, ancbufsize, flags);
        return ts.newTuple(
                ts.newBytes(m.data()),
                Messages.ancillary(ts, m.control()),
                (long) m.flags(),
                Addresses.toPython(ts, m.address()));
    }

    @Expose(signature = "(buffers, ancbufsize=0, flags=0, /)", doc = "As recvmsg(), into buffers.")
    Object recvmsg_into(ThreadState ts, Object buffers, int ancbufsize, int flags) {
        Object[] parts = Messages.items(ts, buffers, "recvmsg_into() argument 1 must be an iterable");
        Message m = receiveMessage(ts, Messages.room(ts, parts), ancbufsize, flags);
        Messages.scatter(ts, parts, m.data());
        return ts.newTuple(
                (long) m.data().length,
                Messages.ancillary(ts, m.control()),
                (long) m.flags(),
                Addresses.toPython(ts, m.address()));
    }

    // --- sending -----------------------------------------------------------------------------------------------

    @Expose(signature = "(data, flags=0, /)", doc = "Send bytes; return how many were sent.")
    long send(ThreadState ts, Object data, int flags) {
        try (BufferView view = ts.buffer(data, false)) {
            return call(
                    ts,
                    OsPolling.POLLOUT,
                    (sockets, wake) -> sockets.send(fd, view.array(), view.offset(), view.length(), flags, wake));
        }
    }

    /** More is not handed to the system in one call, which would copy it all. */
    private static final int SEND_AT_ONCE = 1 << 20;

    @Expose(signature = "(data, flags=0, /)", doc = "Send all bytes.")
    void sendall(ThreadState ts, Object data, int flags) {
        long deadline = deadline();
        try (BufferView view = ts.buffer(data, false)) {
            int done = 0;
            do {
                int from = view.offset() + done;
                int left = Math.min(view.length() - done, SEND_AT_ONCE);
                done += call(
                        ts,
                        OsPolling.POLLOUT,
                        deadline,
                        (sockets, wake) -> sockets.send(fd, view.array(), from, left, flags, wake));
                ts.checkInterrupts();
            } while (done < view.length());
        }
    }

    @Expose(signature = "(*args)", doc = "Send bytes to an address; return how many were sent.")
    long sendto(ThreadState ts, SocketModule state, Object[] args) {
        if (args.length < 2 || args.length > 3) {
            throw ts.typeError("sendto() takes 2 or 3 arguments (" + args.length + " given)");
        }
        try (BufferView view = ts.buffer(args[0], false)) {
            int flags = args.length == 3 ? ts.asInt(args[1]) : 0;
            OsAddress address = Addresses.of(ts, state, family, args[args.length - 1], "sendto");
            ts.audit("socket.sendto", this, args[args.length - 1]);
            return call(
                    ts,
                    OsPolling.POLLOUT,
                    (sockets, wake) ->
                            sockets.sendTo(fd, view.array(), view.offset(), view.length(), flags, address, wake));
        }
    }

    @Expose(
            signature = "(buffers, ancdata=(), flags=0, address=None, /)",
            doc = "Send bytes and ancillary data; return how many bytes were sent.")
    long sendmsg(
            ThreadState ts, SocketModule state, Object buffers, @Nullable Object ancdata, int flags, Object address) {
        byte[] data = Messages.joined(ts, buffers);
        byte[] control = ancdata == null ? new byte[0] : Messages.control(ts, ancdata);
        OsAddress target = address == Singleton.NONE ? null : Addresses.of(ts, state, family, address, "sendmsg");
        ts.audit("socket.sendmsg", this, address);
        return call(
                ts, OsPolling.POLLOUT, (sockets, wake) -> sockets.sendMessage(fd, data, control, flags, target, wake));
    }
}
