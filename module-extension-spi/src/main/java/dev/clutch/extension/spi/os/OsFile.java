package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;
import org.jspecify.annotations.Nullable;

/**
 * An open file below {@code _io.FileIO}. It has a descriptor number only once {@link #fileno} was asked for, which lets
 * source files be read at start-up without any native call. Methods throw {@link Errno#EBADF} after {@link #close}.
 */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public abstract class OsFile implements AutoCloseable {
    /** For the implementations. */
    protected OsFile() {}

    /** The descriptor; from now on this object and the number are the same open file, one offset. */
    public abstract int fileno();

    /** Up to {@code length} bytes; 0 at the end of the file. */
    public abstract int read(byte[] buffer, int offset, int length, @Nullable WakeHandle wake);

    /** Bytes written, which may be fewer than given. */
    public abstract int write(byte[] buffer, int offset, int length, @Nullable WakeHandle wake);

    /** New offset; {@code whence} as in {@link OsFiles#SEEK_SET} and its neighbours. */
    public abstract long seek(long offset, int whence);

    /** {@code FileIO.truncate}: {@code length} in bytes from 0; what is added are zeros. The offset stays. */
    public abstract void truncate(long length);

    /** {@code fstat}: the open file, whatever its name means now. */
    public abstract OsStat stat();

    /** {@code FileIO.isatty}. */
    public abstract boolean isTerminal();

    /** Whether {@link #close} was called; needs no native call. */
    public abstract boolean isClosed();

    /** Closes the descriptor; a second close does nothing. */
    @Override
    public abstract void close();
}
