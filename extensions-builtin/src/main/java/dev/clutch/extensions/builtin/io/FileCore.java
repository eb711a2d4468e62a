package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFile;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.WakeHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An open file and what {@code FileIO} does with it. Answers to {@code fileio.c} below the argument parsing. */
final class FileCore {
    /** A call would block. */
    static final int WOULD_BLOCK = -2;

    private static final int CHUNK = 8192;
    private static final int LARGE = 1 << 26;

    /** {@code makedev(1, 3)}: /dev/null. */
    private static final long NULL_DEVICE = 0x103;

    @Nullable
    OsFile file;

    boolean created;
    boolean readable;
    boolean writable;
    boolean appending;
    boolean closeFd = true;
    boolean finalizing;
    boolean unwatched;

    /** -1 unknown, 0 no, 1 yes. */
    private int seekable = -1;

    /** What {@code fstat} said when the file was opened. */
    private @Nullable OsStat stat;

    boolean isClosed() {
        return file == null;
    }

    OsFile open(ThreadState ts) {
        OsFile f = file;
        if (f == null) {
            throw ts.valueError("I/O operation on closed file");
        }
        return f;
    }

    /** Takes an open file over, looking whether it can be used at all. */
    void attach(ThreadState ts, OsFile f, Object name) {
        seekable = -1;
        stat = null;
        OsStat s;
        try {
            s = f.stat();
        } catch (OsException e) {
            if (e.errno() == Errno.EBADF) {
                throw IoErrors.os(ts, e, null);
            }
            file = f;
            return;
        }
        if (s.isDirectory()) {
            throw IoErrors.os(ts, new OsException(Errno.EISDIR), name);
        }
        stat = s;
        file = f;
    }

    long blockSize() {
        OsStat s = stat;
        long size = s == null ? 0 : s.blockSize();
        return size > 1 ? size : CHUNK;
    }

    /** Closes the descriptor unless it is somebody else's. */
    void close(ThreadState ts) {
        OsFile f = file;
        file = null;
        seekable = -1;
        if (f == null || !closeFd) {
            return;
        }
        ts.beginBlocking();
        OsException failed = null;
        try {
            f.close();
        } catch (OsException e) {
            failed = e;
        } finally {
            ts.endBlocking();
        }
        if (failed != null) {
            throw IoErrors.os(ts, failed, null);
        }
    }

    /** The bytes read, 0 at the end, {@link #WOULD_BLOCK}. */
    int read(ThreadState ts, byte[] target, int offset, int length) {
        OsFile f = open(ts);
        while (true) {
            OsException failed;
            WakeHandle wake = begin(ts);
            try {
                return f.read(target, offset, length, wake);
            } catch (OsException e) {
                failed = e;
            } finally {
                end(ts, wake);
            }
            if (failed.errno() == Errno.EAGAIN) {
                return WOULD_BLOCK;
            }
            again(ts, failed);
        }
    }

    /** The bytes written, or {@link #WOULD_BLOCK}. */
    int write(ThreadState ts, byte[] source, int offset, int length) {
        OsFile f = open(ts);
        while (true) {
            OsException failed = null;
            int n = 0;
            WakeHandle wake = begin(ts);
            try {
                n = f.write(source, offset, length, wake);
            } catch (OsException e) {
                failed = e;
            } finally {
                end(ts, wake);
            }
            if (failed == null) {
                if (n < length) {
                    // a signal may have cut it short
                    ts.checkInterrupts();
                }
                return n;
            }
            if (failed.errno() == Errno.EAGAIN) {
                return WOULD_BLOCK;
            }
            again(ts, failed);
        }
    }

    /** Gives the lock up; nothing has to be woken out of a file on disk. */
    private @Nullable WakeHandle begin(ThreadState ts) {
        OsStat s = stat;
        if (s != null && s.isRegular()) {
            ts.beginBlocking();
            return null;
        }
        return ts.beginWakeable();
    }

    private static void end(ThreadState ts, @Nullable WakeHandle wake) {
        if (wake == null) {
            ts.endBlocking();
        } else {
            ts.endWakeable(wake);
        }
    }

    private static void again(ThreadState ts, OsException e) {
        if (e.errno() != Errno.EINTR) {
            throw IoErrors.os(ts, e, null);
        }
        ts.checkInterrupts();
    }

    long seek(ThreadState ts, long offset, int whence) {
        OsFile f = open(ts);
        try {
            long at = f.seek(offset, whence);
            if (seekable < 0) {
                seekable = 1;
            }
            return at;
        } catch (OsException e) {
            if (seekable < 0) {
                seekable = 0;
            }
            throw IoErrors.os(ts, e, null);
        }
    }

    /** Goes to the end, where there is one. */
    void seekEnd(ThreadState ts) {
        try {
            open(ts).seek(0, OsFiles.SEEK_END);
        } catch (OsException e) {
            if (e.errno() != Errno.ESPIPE) {
                throw IoErrors.os(ts, e, null);
            }
            seekable = 0;
        }
    }

    boolean isSeekable(ThreadState ts) {
        if (seekable < 0) {
            OsFile f = open(ts);
            OsStat s = stat;
            seekable = s == null ? -1 : byKind(f, s);
            if (seekable >= 0) {
                return seekable == 1;
            }
            try {
                f.seek(0, OsFiles.SEEK_CUR);
                seekable = 1;
            } catch (OsException e) {
                seekable = 0;
            }
        }
        return seekable == 1;
    }

    /** Whether a file has a position as far as its kind says, which saves a system call at start-up; -1 where it doesn't. */
    private static int byKind(OsFile f, OsStat s) {
        int kind = s.mode() & OsStat.S_IFMT;
        if (kind == OsStat.S_IFREG) {
            return 1;
        }
        if (kind == OsStat.S_IFIFO || kind == OsStat.S_IFSOCK) {
            return 0;
        }
        if (kind == OsStat.S_IFCHR && s.rdev() == NULL_DEVICE) {
            return 1;
        }
        return kind == OsStat.S_IFCHR && f.isTerminal() ? 0 : -1;
    }

    void truncate(ThreadState ts, long length) {
        try {
            open(ts).truncate(length);
        } catch (OsException e) {
            throw IoErrors.os(ts, e, null);
        }
    }

    boolean isTerminal(ThreadState ts) {
        OsFile f = open(ts);
        OsStat s = stat;
        if (s != null && !s.isCharacterDevice()) {
            return false;
        }
        return f.isTerminal();
    }

    int fileno(ThreadState ts) {
        try {
            return open(ts).fileno();
        } catch (OsException e) {
            throw IoErrors.os(ts, e, null);
        }
    }

    /** Up to {@code size} bytes with one call; null when that would block. */
    byte @Nullable [] read(ThreadState ts, long size) {
        long room = size;
        if (size > LARGE) {
            OsStat s = stat;
            room = s != null && s.isRegular() ? Math.min(size, remaining() + 1) : LARGE;
        }
        byte[] bytes = new byte[(int) Math.min(room, Integer.MAX_VALUE - 8)];
        int n = read(ts, bytes, 0, bytes.length);
        if (n < 0) {
            return null;
        }
        return n == bytes.length ? bytes : Arrays.copyOf(bytes, n);
    }

    /** Bytes from the position to the end by what {@code fstat} says, or 0. */
    private long remaining() {
        OsFile f = file;
        if (f == null) {
            return 0;
        }
        try {
            OsStat s = f.stat();
            if (!s.isRegular()) {
                return 0;
            }
            return Math.max(0, s.size() - f.seek(0, OsFiles.SEEK_CUR));
        } catch (OsException e) {
            return 0;
        }
    }

    /** Everything to the end; null when not even one byte could be had without blocking. */
    byte @Nullable [] readAll(ThreadState ts) {
        open(ts);
        long expected = remaining();
        byte[] all = new byte[(int) Math.min(Integer.MAX_VALUE - 8, expected > 0 ? expected + 1 : CHUNK)];
        int n = 0;
        while (true) {
            if (n == all.length) {
                if (n == Integer.MAX_VALUE - 8) {
                    throw ts.error(
                            "OverflowError", "unbounded read returned more bytes than a Python bytes object can hold");
                }
                long larger = n > 65536 ? n + (n >> 3) + 65536L : 2L * n + 256;
                all = Arrays.copyOf(all, (int) Math.min(Integer.MAX_VALUE - 8, larger));
            }
            int got = read(ts, all, n, all.length - n);
            if (got == 0) {
                break;
            }
            if (got < 0) {
                if (n > 0) {
                    break;
                }
                return null;
            }
            n += got;
        }
        return n == all.length ? all : Arrays.copyOf(all, n);
    }

    /** {@code mode_string}. */
    String mode() {
        if (created) {
            return readable ? "xb+" : "xb";
        }
        if (appending) {
            return readable ? "ab+" : "ab";
        }
        if (readable) {
            return writable ? "rb+" : "rb";
        }
        return "wb";
    }
}
