package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.OsSockets;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.WakeHandle;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.AlreadyBoundException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NotYetBoundException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A socket by channels, always non-blocking inside; a blocking call waits in a selector of its own. Whether a stream
 * socket listens or connects shows late: bind makes a server channel at once, so that its errors come when they should.
 */
final class VirtualSocket extends VirtualFile {
    final int family;
    final int type;
    private @Nullable SocketChannel stream;
    private @Nullable ServerSocketChannel server;
    private @Nullable DatagramChannel datagram;
    private @Nullable SocketAddress bound;

    VirtualSocket(int family, int type) throws IOException {
        this.family = family;
        this.type = type;
        if (type == OsSockets.SOCK_DGRAM) {
            datagram = DatagramChannel.open(protocolFamily());
            datagram.configureBlocking(false);
        }
    }

    VirtualSocket(int family, SocketChannel accepted) throws IOException {
        this.family = family;
        type = OsSockets.SOCK_STREAM;
        accepted.configureBlocking(false);
        stream = accepted;
    }

    private ProtocolFamily protocolFamily() {
        return family == OsSockets.AF_INET
                ? StandardProtocolFamily.INET
                : family == OsSockets.AF_INET6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.UNIX;
    }

    static OsException translate(Exception e) {
        if (e instanceof BindException) {
            int errno = IoErrors.errnoOf(e);
            return new OsException(errno != 0 ? errno : Errno.EADDRINUSE);
        }
        if (e instanceof ConnectException) {
            int errno = IoErrors.errnoOf(e);
            return new OsException(errno != 0 ? errno : Errno.ECONNREFUSED);
        }
        if (e instanceof NoRouteToHostException) {
            return new OsException(Errno.EHOSTUNREACH);
        }
        if (e instanceof NotYetConnectedException) {
            return new OsException(Errno.ENOTCONN);
        }
        if (e instanceof NotYetBoundException || e instanceof AlreadyBoundException) {
            return new OsException(Errno.EINVAL);
        }
        if (e instanceof AlreadyConnectedException) {
            return new OsException(Errno.EISCONN);
        }
        return IoErrors.translate(e, null);
    }

    synchronized void bind(SocketAddress address) throws IOException {
        if (datagram != null) {
            datagram.bind(address);
            return;
        }
        if (bound != null || stream != null) {
            throw new OsException(Errno.EINVAL);
        }
        ServerSocketChannel channel = ServerSocketChannel.open(protocolFamily());
        channel.configureBlocking(false);
        try {
            channel.bind(address);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        server = channel;
        bound = channel.getLocalAddress();
    }

    synchronized void listen() {
        if (server == null) {
            throw new OsException(Errno.EINVAL);
        }
    }

    /** The peer; EAGAIN when a non-blocking socket has none waiting. */
    SocketChannel accept(@Nullable WakeHandle wake) throws IOException {
        ServerSocketChannel channel;
        synchronized (this) {
            channel = server;
        }
        if (channel == null) {
            throw new OsException(Errno.EINVAL);
        }
        while (true) {
            SocketChannel peer = channel.accept();
            if (peer != null) {
                return peer;
            }
            await(channel, SelectionKey.OP_ACCEPT, wake);
        }
    }

    void connect(SocketAddress address, @Nullable WakeHandle wake) throws IOException {
        SocketChannel channel;
        synchronized (this) {
            if (datagram != null) {
                datagram.disconnect();
                datagram.connect(address);
                return;
            }
            if (stream == null) {
                stream = SocketChannel.open(protocolFamily());
                stream.configureBlocking(false);
                if (server != null) {
                    server.close();
                    server = null;
                    stream.bind(bound);
                }
            }
            channel = stream;
        }
        boolean done = channel.isConnectionPending() ? channel.finishConnect() : channel.connect(address);
        while (!done) {
            if (!isBlocking()) {
                throw new OsException(Errno.EINPROGRESS);
            }
            await(channel, SelectionKey.OP_CONNECT, wake);
            done = channel.finishConnect();
        }
    }

    private void await(SelectableChannel channel, int operation, @Nullable WakeHandle wake) throws IOException {
        if (!isBlocking()) {
            throw new OsException(Errno.EAGAIN);
        }
        try (Selector selector = Selector.open()) {
            channel.register(selector, operation);
            Runnable waker = new Runnable() {
                @Override
                public void run() {
                    selector.wakeup();
                }
            };
            PortableWake.register(wake, waker);
            try {
                if (wake != null) {
                    wake.check();
                }
                selector.select();
                if (wake != null) {
                    wake.check();
                }
            } finally {
                PortableWake.unregister(wake, waker);
            }
        }
    }

    private synchronized SocketChannel connected() {
        SocketChannel channel = stream;
        if (channel == null) {
            throw new OsException(Errno.ENOTCONN);
        }
        return channel;
    }

    synchronized @Nullable DatagramChannel datagram() {
        return datagram;
    }

    @Override
    int read(byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, offset, length);
        try {
            DatagramChannel packets = datagram();
            if (packets != null) {
                receive(bytes, wake);
                return bytes.position() - offset;
            }
            SocketChannel channel = connected();
            while (length > 0) {
                int n = channel.read(bytes);
                if (n != 0) {
                    return Math.max(0, n);
                }
                await(channel, SelectionKey.OP_READ, wake);
            }
            return 0;
        } catch (IOException | NotYetConnectedException e) {
            throw translate(e);
        }
    }

    /** Receives a datagram; who sent it. */
    SocketAddress receive(ByteBuffer bytes, @Nullable WakeHandle wake) throws IOException {
        DatagramChannel packets = datagram();
        if (packets == null) {
            throw new OsException(Errno.EOPNOTSUPP);
        }
        while (true) {
            SocketAddress from = packets.receive(bytes);
            if (from != null) {
                return from;
            }
            await(packets, SelectionKey.OP_READ, wake);
        }
    }

    @Override
    int write(byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, offset, length);
        try {
            DatagramChannel packets = datagram();
            if (packets != null) {
                return packets.write(bytes);
            }
            SocketChannel channel = connected();
            while (bytes.hasRemaining()) {
                if (channel.write(bytes) == 0) {
                    if (bytes.position() > offset && !isBlocking()) {
                        break;
                    }
                    await(channel, SelectionKey.OP_WRITE, wake);
                }
            }
        } catch (IOException | NotYetConnectedException e) {
            if (bytes.position() == offset) {
                throw translate(e);
            }
        } catch (OsException e) {
            if (bytes.position() == offset) {
                throw e;
            }
        }
        return bytes.position() - offset;
    }

    synchronized SocketAddress localAddress() throws IOException {
        SocketAddress address = stream != null
                ? stream.getLocalAddress()
                : server != null ? server.getLocalAddress() : datagram != null ? datagram.getLocalAddress() : null;
        if (address == null) {
            throw new OsException(Errno.EINVAL);
        }
        return address;
    }

    synchronized SocketAddress peerAddress() throws IOException {
        SocketAddress address =
                stream != null ? stream.getRemoteAddress() : datagram != null ? datagram.getRemoteAddress() : null;
        if (address == null) {
            throw new OsException(Errno.ENOTCONN);
        }
        return address;
    }

    void shutdown(int how) throws IOException {
        SocketChannel channel = connected();
        if (how != OsSockets.SHUT_WR) {
            channel.shutdownInput();
        }
        if (how != OsSockets.SHUT_RD) {
            channel.shutdownOutput();
        }
    }

    @Override
    synchronized @Nullable SelectableChannel channel() {
        return stream != null ? stream : server != null ? server : datagram;
    }

    /** The operations to select for poll's events. */
    synchronized int operations(int events) {
        if (server != null) {
            return (events & OsPolling.POLLIN) != 0 ? SelectionKey.OP_ACCEPT : 0;
        }
        int operations = (events & OsPolling.POLLIN) != 0 ? SelectionKey.OP_READ : 0;
        if ((events & OsPolling.POLLOUT) != 0) {
            boolean connecting = stream != null && stream.isConnectionPending();
            operations |= connecting ? SelectionKey.OP_CONNECT : SelectionKey.OP_WRITE;
        }
        return operations;
    }

    @Override
    OsStat stat() {
        return typeOnly(OsStat.S_IFSOCK);
    }

    @Override
    synchronized void close() {
        try {
            SelectableChannel channel = channel();
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw IoErrors.translate(e);
        }
    }
}
