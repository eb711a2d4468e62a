package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.OsAddress;
import dev.clutch.extension.spi.os.OsSockets;
import dev.clutch.extension.spi.os.WakeHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As {@link LimitedFiles}, for sockets. */
final class LimitedSockets extends OsSockets {
    private final OsSockets delegate;
    private final LimitedFiles files;
    private final Quotas quotas;

    LimitedSockets(OsSockets delegate, LimitedFiles files, Quotas quotas) {
        this.delegate = delegate;
        this.files = files;
        this.quotas = quotas;
    }

    @Override
    public int socket(int family, int type, int protocol) {
        return quotas.openNumbered(() -> delegate.socket(family, type, protocol));
    }

    @Override
    public int[] socketPair(int family, int type, int protocol) {
        return quotas.openPair(() -> delegate.socketPair(family, type, protocol));
    }

    @Override
    public void bind(int fd, OsAddress address) {
        delegate.bind(fd, address);
    }

    @Override
    public void listen(int fd, int backlog) {
        delegate.listen(fd, backlog);
    }

    @Override
    public Accepted accept(int fd, @Nullable WakeHandle wake) {
        Accepted accepted = quotas.open(1, () -> delegate.accept(fd, wake));
        quotas.opened(accepted.fd());
        return accepted;
    }

    @Override
    public void connect(int fd, OsAddress address, @Nullable WakeHandle wake) {
        delegate.connect(fd, address, wake);
    }

    @Override
    public int receive(int fd, byte[] buffer, int offset, int length, int flags, @Nullable WakeHandle wake) {
        return delegate.receive(fd, buffer, offset, length, flags, wake);
    }

    @Override
    public Received receiveFrom(int fd, byte[] buffer, int offset, int length, int flags, @Nullable WakeHandle wake) {
        return delegate.receiveFrom(fd, buffer, offset, length, flags, wake);
    }

    @Override
    public int send(int fd, byte[] buffer, int offset, int length, int flags, @Nullable WakeHandle wake) {
        return (int) quotas.write(length, () -> delegate.send(fd, buffer, offset, length, flags, wake));
    }

    @Override
    public int sendTo(
            int fd, byte[] buffer, int offset, int length, int flags, OsAddress address, @Nullable WakeHandle wake) {
        return (int) quotas.write(length, () -> delegate.sendTo(fd, buffer, offset, length, flags, address, wake));
    }

    @Override
    public int sendMessage(
            int fd, byte[] data, byte[] control, int flags, @Nullable OsAddress address, @Nullable WakeHandle wake) {
        return (int) quotas.write(data.length, () -> delegate.sendMessage(fd, data, control, flags, address, wake));
    }

    @Override
    public Message receiveMessage(int fd, int length, int controlLength, int flags, @Nullable WakeHandle wake) {
        Message message = delegate.receiveMessage(fd, length, controlLength, flags, wake);
        quotas.received(PosixSockets.descriptorsIn(message.control()), files::close);
        return message;
    }

    @Override
    public OsAddress localAddress(int fd) {
        return delegate.localAddress(fd);
    }

    @Override
    public OsAddress peerAddress(int fd) {
        return delegate.peerAddress(fd);
    }

    @Override
    public void shutdown(int fd, int how) {
        delegate.shutdown(fd, how);
    }

    @Override
    public int getOption(int fd, int level, int option) {
        return delegate.getOption(fd, level, option);
    }

    @Override
    public byte[] getOption(int fd, int level, int option, int length) {
        return delegate.getOption(fd, level, option, length);
    }

    @Override
    public void setOption(int fd, int level, int option, int value) {
        delegate.setOption(fd, level, option, value);
    }

    @Override
    public void setOption(int fd, int level, int option, byte[] value) {
        delegate.setOption(fd, level, option, value);
    }

    @Override
    public List<AddressInfo> getAddressInfo(
            @Nullable String host, @Nullable String service, int family, int type, int protocol, int flags) {
        return delegate.getAddressInfo(host, service, family, type, protocol, flags);
    }

    @Override
    public String[] getNameInfo(OsAddress address, int flags) {
        return delegate.getNameInfo(address, flags);
    }

    @Override
    public String interfaceName(int index) {
        return delegate.interfaceName(index);
    }

    @Override
    public int interfaceIndex(String name) {
        return delegate.interfaceIndex(name);
    }
}
