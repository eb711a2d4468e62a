package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.OsTerminal;

/** As {@link LimitedFiles}, for terminals. */
final class LimitedTerminal extends OsTerminal {
    private final OsTerminal delegate;
    private final Quotas quotas;

    LimitedTerminal(OsTerminal delegate, Quotas quotas) {
        this.delegate = delegate;
        this.quotas = quotas;
    }

    @Override
    public boolean isTerminal(int fd) {
        return delegate.isTerminal(fd);
    }

    @Override
    public int[] size(int fd) {
        return delegate.size(fd);
    }

    @Override
    public void setSize(int fd, int columns, int lines) {
        delegate.setSize(fd, columns, lines);
    }

    @Override
    public String name(int fd) {
        return delegate.name(fd);
    }

    @Override
    public int[] openPair() {
        return quotas.openPair(delegate::openPair);
    }

    @Override
    public Modes getModes(int fd) {
        return delegate.getModes(fd);
    }

    @Override
    public void setModes(int fd, int when, Modes modes) {
        delegate.setModes(fd, when, modes);
    }

    @Override
    public int getForegroundGroup(int fd) {
        return delegate.getForegroundGroup(fd);
    }

    @Override
    public void setForegroundGroup(int fd, int group) {
        delegate.setForegroundGroup(fd, group);
    }
}
