package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.FsEncoding;
import dev.clutch.extension.spi.os.OsAddress;
import dev.clutch.extension.spi.os.OsAddressException;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsSockets;
import dev.clutch.extension.spi.os.WakeHandle;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TCP, UDP and UNIX stream sockets by NIO channels; flags of single transfers and most options aren't there. */
final class PortableSockets extends OsSockets {
    private static final int SO_BROADCAST = 6;
    private static final int SO_SNDBUF = 7;
    private static final int SO_RCVBUF = 8;
    private static final int SO_KEEPALIVE = 9;
    private static final int SO_REUSEPORT = 15;
    private static final int IPPROTO_TCP = 6;
    private static final int IPPROTO_UDP = 17;
    private static final int TCP_NODELAY = 1;
    private static final int TYPE_MASK = 0xF;
    private static final int SOCK_NONBLOCK = 04000;
    private static final int EAI_NONAME = -2;
    private static final int EAI_SERVICE = -8;
    private static final int AI_PASSIVE = 1;

    private final VirtualDescriptors descriptors;
    private final WorkingDirectory directory;

    PortableSockets(VirtualDescriptors descriptors, WorkingDirectory directory) {
        this.descriptors = descriptors;
        this.directory = directory;
    }

    private static OsException unsupported(String what) {
        return OsException.unsupported(
                what + " needs native access; start Java with --enable-native-access=dev.clutch.runtime");
    }

    private VirtualSocket get(int fd) {
        VirtualFile file = descriptors.get(fd);
        if (file instanceof VirtualSocket socket) {
            return socket;
        }
        throw new OsException(Errno.ENOTSOCK);
    }

    @Override
    public int socket(int family, int type, int protocol) {
        int kind = type & TYPE_MASK;
        boolean inet = family == AF_INET || family == AF_INET6;
        if (!(inet && (kind == SOCK_STREAM || kind == SOCK_DGRAM)) && !(family == AF_UNIX && kind == SOCK_STREAM)) {
            throw unsupported("A socket of family " + family + " and type " + kind);
        }
        try {
            VirtualSocket socket = new VirtualSocket(family, kind);
            socket.setBlocking((type & SOCK_NONBLOCK) == 0);
            return descriptors.add(socket);
        } catch (IOException e) {
            throw VirtualSocket.translate(e);
        }
    }

    private static SocketAddress java(OsAddress address) throws UnknownHostException {
        if (address instanceof OsAddress.Inet4 inet) {
            return new InetSocketAddress(InetAddress.getByAddress(inet.address()), inet.port());
        }
        if (address instanceof OsAddress.Inet6 inet) {
            return new InetSocketAddress(Inet6Address.getByAddress(null, inet.address(), inet.scopeId()), inet.port());
        }
        if (address instanceof OsAddress.Unix unix && unix.path().length > 0 && unix.path()[0] != 0) {
            return UnixDomainSocketAddress.of(FsEncoding.decode(unix.path()));
        }
        throw unsupported("An address of family " + address.family());
    }

    private static @Nullable OsAddress ours(@Nullable SocketAddress address) {
        if (address instanceof InetSocketAddress inet) {
            InetAddress host = inet.getAddress();
            byte[] bytes = host.getAddress();
            if (host instanceof Inet6Address six) {
                return new OsAddress.Inet6(bytes, inet.getPort(), 0, six.getScopeId());
            }
            return new OsAddress.Inet4(bytes, inet.getPort());
        }
        if (address instanceof UnixDomainSocketAddress unix) {
            return new OsAddress.Unix(FsEncoding.encode(unix.getPath().toString()));
        }
        return null;
    }

    /** An IPv6 socket talks about IPv4 peers in mapped form. */
    private static @Nullable OsAddress ours(VirtualSocket socket, @Nullable SocketAddress address) {
        OsAddress found = ours(address);
        if (socket.family == AF_INET6 && found instanceof OsAddress.Inet4 inet) {
            byte[] mapped = new byte[16];
            mapped[10] = (byte) 0xFF;
            mapped[11] = (byte) 0xFF;
            System.arraycopy(inet.address(), 0, mapped, 12, 4);
            return new OsAddress.Inet6(mapped, inet.port(), 0, 0);
        }
        return found;
    }

    @Override
    public void bind(int fd, OsAddress address) {
        try {
            get(fd).bind(java(directory.resolve(address)));
        } catch (IOException | IllegalStateException e) {
            throw VirtualSocket.translate(e);
        }
    }

    @Override
    public void listen(int fd, int backlog) {
        get(fd).listen();
    }

    @Override
    public Accepted accept(int fd, @Nullable WakeHandle wake) {
        VirtualSocket socket = get(fd);
        try {
            SocketChannel peer = socket.accept(wake);
            OsAddress address = ours(socket, peer.getRemoteAddress());
            return new Accepted(descriptors.add(new VirtualSocket(socket.family, peer)), address);
        } catch (IOException e) {
            throw VirtualSocket.translate(e);
        }
    }

    @Override
    public void connect(int fd, OsAddress address, @Nullable WakeHandle wake) {
        try {
            get(fd).connect(java(directory.resolve(address)), wake);
        } catch (IOException | IllegalStateException e) {
            throw VirtualSocket.translate(e);
        }
    }

    private static void noFlags(int flags) {
        if ((flags & ~MSG_NOSIGNAL) != 0) {
            throw unsupported("A transfer with flags");
        }
    }

    @Override
    public int receive(int fd, byte[] buffer, int offset, int length, int flags, @Nullable WakeHandle wake) {
        noFlags(flags);
        return get(fd).read(buffer, offset, length, wake);
    }

    @Override
    public Received receiveFrom(int fd, byte[] buffer, int offset, int length, int flags, @Nullable WakeHandle wake) {
        noFlags(flags);
        VirtualSocket socket = get(fd);
        if (socket.type == SOCK_STREAM) {
            return new Received(socket.read(buffer, offset, length, wake), null);
        }
        ByteBuffer bytes = ByteBuffer.wrap(buffer, offset, length);
        try {
            SocketAddress from = socket.receive(bytes, wake);
            return new Received(bytes.position() - offset, ours(socket, from));
        } catch (IOException e) {
            throw VirtualSocket.translate(e);
        }
    }

    @Override
    public int send(int fd, byte[] buffer, int offset, int length, int flags, @Nullable WakeHandle wake) {
        noFlags(flags);
        return get(fd).write(buffer, offset, length, wake);
    }

    @Override
    public int sendTo(
            int fd, byte[] buffer, int offset, int length, int flags, OsAddress address, @Nullable WakeHandle wake) {
        noFlags(flags);
        DatagramChannel packets = get(fd).datagram();
        if (packets == null) {
            throw new OsException(Errno.EISCONN);
        }
        try {
            return packets.send(ByteBuffer.wrap(buffer, offset, length), java(directory.resolve(address)));
        } catch (IOException | IllegalStateException e) {
            throw VirtualSocket.translate(e);
        }
    }

    private OsAddress unbound(VirtualSocket socket) {
        if (socket.family == AF_UNIX) {
            return new OsAddress.Unix(new byte[0]);
        }
        return socket.family == AF_INET
                ? new OsAddress.Inet4(new byte[4], 0)
                : new OsAddress.Inet6(new byte[16], 0, 0, 0);
    }

    @Override
    public OsAddress localAddress(int fd) {
        VirtualSocket socket = get(fd);
        try {
            OsAddress address = ours(socket, socket.localAddress());
            return address != null ? address : unbound(socket);
        } catch (OsException e) {
            return unbound(socket);
        } catch (IOException e) {
            throw VirtualSocket.translate(e);
        }
    }

    @Override
    public OsAddress peerAddress(int fd) {
        VirtualSocket socket = get(fd);
        try {
            OsAddress address = ours(socket, socket.peerAddress());
            return address != null ? address : unbound(socket);
        } catch (IOException e) {
            throw VirtualSocket.translate(e);
        }
    }

    @Override
    public void shutdown(int fd, int how) {
        try {
            get(fd).shutdown(how);
        } catch (IOException e) {
            throw VirtualSocket.translate(e);
        }
    }

    private static @Nullable SocketOption<?> option(int level, int option) {
        if (level == IPPROTO_TCP && option == TCP_NODELAY) {
            return StandardSocketOptions.TCP_NODELAY;
        }
        if (level != SOL_SOCKET) {
            return null;
        }
        switch (option) {
            case SO_REUSEADDR:
                return StandardSocketOptions.SO_REUSEADDR;
            case SO_REUSEPORT:
                return StandardSocketOptions.SO_REUSEPORT;
            case SO_BROADCAST:
                return StandardSocketOptions.SO_BROADCAST;
            case SO_SNDBUF:
                return StandardSocketOptions.SO_SNDBUF;
            case SO_RCVBUF:
                return StandardSocketOptions.SO_RCVBUF;
            case SO_KEEPALIVE:
                return StandardSocketOptions.SO_KEEPALIVE;
            default:
                return null;
        }
    }

    @Override
    public int getOption(int fd, int level, int option) {
        VirtualSocket socket = get(fd);
        if (level == SOL_SOCKET && option == SO_TYPE) {
            return socket.type;
        }
        if (level == SOL_SOCKET && option == SO_ERROR) {
            return 0;
        }
        SocketOption<?> name = option(level, option);
        SelectableChannel channel = socket.channel();
        if (name == null
                || !(channel instanceof NetworkChannel network)
                || !network.supportedOptions().contains(name)) {
            throw unsupported("Socket option " + option + " of level " + level);
        }
        try {
            Object value = network.getOption(name);
            return value instanceof Integer number ? number : Boolean.TRUE.equals(value) ? 1 : 0;
        } catch (IOException e) {
            throw VirtualSocket.translate(e);
        }
    }

    /** SO_REUSEADDR before bind is what the JDK does by itself on a server socket. */
    @Override
    public void setOption(int fd, int level, int option, int value) {
        SelectableChannel channel = get(fd).channel();
        SocketOption<?> name = option(level, option);
        if (channel == null && name == StandardSocketOptions.SO_REUSEADDR) {
            return;
        }
        if (name == null
                || !(channel instanceof NetworkChannel network)
                || !network.supportedOptions().contains(name)) {
            throw unsupported("Socket option " + option + " of level " + level);
        }
        try {
            set(network, name, value);
        } catch (IOException e) {
            throw VirtualSocket.translate(e);
        }
    }

    private static <T> void set(NetworkChannel channel, SocketOption<T> name, int value) throws IOException {
        Object boxed = name.type() == Boolean.class ? (Object) (value != 0) : (Object) value;
        channel.setOption(name, name.type().cast(boxed));
    }

    @Override
    public List<AddressInfo> getAddressInfo(
            @Nullable String host, @Nullable String service, int family, int type, int protocol, int flags) {
        int port = 0;
        if (service != null && !service.isEmpty()) {
            try {
                port = Integer.parseInt(service);
            } catch (NumberFormatException e) {
                throw new OsAddressException(EAI_SERVICE, "Servname not supported for ai_socktype");
            }
        }
        InetAddress[] found;
        try {
            if (host != null) {
                found = InetAddress.getAllByName(host);
            } else if ((flags & AI_PASSIVE) != 0) {
                found = new InetAddress[] {InetAddress.getByAddress(new byte[4]), InetAddress.getByAddress(new byte[16])
                };
            } else {
                found = InetAddress.getAllByName("localhost");
            }
        } catch (UnknownHostException e) {
            throw new OsAddressException(EAI_NONAME, "Name or service not known");
        }
        List<AddressInfo> answers = new ArrayList<>();
        for (InetAddress address : found) {
            OsAddress ours = ours(new InetSocketAddress(address, port));
            if (ours != null && (family == AF_UNSPEC || family == ours.family())) {
                addKinds(answers, ours, type, protocol);
            }
        }
        if (answers.isEmpty()) {
            throw new OsAddressException(EAI_NONAME, "Name or service not known");
        }
        return answers;
    }

    private static void addKinds(List<AddressInfo> answers, OsAddress address, int type, int protocol) {
        if ((type == 0 || type == SOCK_STREAM) && (protocol == 0 || protocol == IPPROTO_TCP)) {
            answers.add(new AddressInfo(address.family(), SOCK_STREAM, IPPROTO_TCP, "", address));
        }
        if ((type == 0 || type == SOCK_DGRAM) && (protocol == 0 || protocol == IPPROTO_UDP)) {
            answers.add(new AddressInfo(address.family(), SOCK_DGRAM, IPPROTO_UDP, "", address));
        }
    }
}
