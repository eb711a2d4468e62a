package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.OsFile;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.WakeHandle;
import org.jspecify.annotations.Nullable;

/** As {@link LimitedFiles}, for one file. */
final class LimitedFile extends OsFile {
    private final OsFile delegate;
    private final Quotas quotas;
    /** Whether it was counted without a number when it was opened. */
    private boolean counted;

    LimitedFile(OsFile delegate, Quotas quotas, boolean counted) {
        this.delegate = delegate;
        this.quotas = quotas;
        this.counted = counted;
    }

    @Override
    public int fileno() {
        return delegate.fileno();
    }

    @Override
    public int read(byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        return delegate.read(buffer, offset, length, wake);
    }

    @Override
    public int write(byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        return (int) quotas.write(length, () -> delegate.write(buffer, offset, length, wake));
    }

    @Override
    public long seek(long offset, int whence) {
        return delegate.seek(offset, whence);
    }

    @Override
    public void truncate(long length) {
        delegate.truncate(length);
    }

    @Override
    public OsStat stat() {
        return delegate.stat();
    }

    @Override
    public boolean isTerminal() {
        return delegate.isTerminal();
    }

    @Override
    public boolean isClosed() {
        return delegate.isClosed();
    }

    @Override
    public void close() {
        if (counted) {
            counted = false;
            quotas.returnFiles(1);
        } else if (!delegate.isClosed()) {
            quotas.closed(delegate.fileno());
        }
        delegate.close();
    }
}
