package dev.clutch.extensions.builtin.posix;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.WakeHandle;
import org.jspecify.annotations.Nullable;

/** Functions of file descriptors. */
abstract class DescriptorFunctions extends PathFunctions {
    /** What Linux transfers at most in one call. */
    private static final int MOST = 0x7ffff000;

    @Expose(signature = "(fd)", doc = "Close a descriptor.")
    static void close(ThreadState ts, int fd) {
        act(ts, os -> os.files().close(fd));
    }

    @Expose(signature = "(fd_low, fd_high, /)", doc = "Close descriptors from the first up to, without, the second.")
    static void closerange(ThreadState ts, int fd_low, int fd_high) {
        act(ts, os -> os.files().closeRange(fd_low, fd_high));
    }

    @Expose(signature = "(fd, length, /)", doc = "Read at most so many bytes.")
    static Object read(ThreadState ts, int fd, long length) {
        if (length < 0) {
            throw ts.osError(Errno.EINVAL, null, null);
        }
        byte[] buffer = new byte[(int) Math.min(length, MOST)];
        return bytes(ts, buffer, readInto(ts, fd, buffer, 0, buffer.length));
    }

    static int readInto(ThreadState ts, int fd, byte[] buffer, int offset, int length) {
        OsFiles files = ts.os().files();
        while (true) {
            OsException failure;
            WakeHandle wake = ts.beginWakeable();
            try {
                return files.read(fd, buffer, offset, length, wake);
            } catch (OsException e) {
                failure = e;
            } finally {
                ts.endWakeable(wake);
            }
            ts.retryOrRaise(failure);
        }
    }

    @Expose(signature = "(fd, data, /)", doc = "Write bytes; return how many were written.")
    static long write(ThreadState ts, int fd, Object data) {
        try (var view = ts.buffer(data, false)) {
            return writeFrom(ts, fd, view.array(), view.offset(), Math.min(view.length(), MOST));
        }
    }

    static int writeFrom(ThreadState ts, int fd, byte[] buffer, int offset, int length) {
        OsFiles files = ts.os().files();
        while (true) {
            OsException failure = null;
            int n = 0;
            WakeHandle wake = ts.beginWakeable();
            try {
                n = files.write(fd, buffer, offset, length, wake);
            } catch (OsException e) {
                failure = e;
            } finally {
                ts.endWakeable(wake);
            }
            if (failure == null) {
                if (n < length) {
                    // a signal may have cut it short: its handler runs before the caller goes on
                    ts.checkInterrupts();
                }
                return n;
            }
            ts.retryOrRaise(failure);
        }
    }

    @Expose(signature = "(fd, length, offset, /)", doc = "Read at most so many bytes from a place; the offset stays.")
    static Object pread(ThreadState ts, int fd, int length, long offset) {
        if (length < 0) {
            throw ts.osError(Errno.EINVAL, null, null);
        }
        byte[] buffer = new byte[length];
        int n = run(ts, os -> os.files().pread(fd, buffer, 0, length, offset));
        return bytes(ts, buffer, n);
    }

    @Expose(signature = "(fd, buffer, offset, /)", doc = "Write bytes at a place; the offset stays.")
    static long pwrite(ThreadState ts, int fd, Object buffer, long offset) {
        byte[] data = Buffers.copy(ts, buffer);
        return run(ts, os -> os.files().pwrite(fd, data, 0, data.length, offset));
    }

    /** The buffers of a vector call, all open. */
    private static Object[] vector(ThreadState ts, Object buffers, String function) {
        if (ts.isList(buffers) || ts.isTuple(buffers)) {
            return ts.toArray(buffers);
        }
        if (ts.isStr(buffers) || ts.isBytes(buffers) || ts.findSpecial(buffers, "__getitem__") == null) {
            throw ts.typeError(function + "() arg 2 must be a sequence");
        }
        return ts.toArray(buffers);
    }

    private static byte[] joined(ThreadState ts, Object[] parts) {
        byte[][] all = new byte[parts.length][];
        int total = 0;
        for (int i = 0; i < parts.length; i++) {
            all[i] = Buffers.copy(ts, parts[i]);
            total = Math.addExact(total, all[i].length);
        }
        byte[] out = new byte[total];
        int at = 0;
        for (byte[] part : all) {
            System.arraycopy(part, 0, out, at, part.length);
            at += part.length;
        }
        return out;
    }

    private static int room(ThreadState ts, Object[] parts) {
        int total = 0;
        for (Object part : parts) {
            try (var view = ts.buffer(part, true)) {
                total = Math.addExact(total, view.length());
            }
        }
        return total;
    }

    private static void scatter(ThreadState ts, Object[] parts, byte[] data, int count) {
        int at = 0;
        for (int i = 0; at < count; i++) {
            try (var view = ts.buffer(parts[i], true)) {
                int n = Math.min(view.length(), count - at);
                System.arraycopy(data, at, view.array(), view.offset(), n);
                at += n;
            }
        }
    }

    @Expose(signature = "(fd, buffers, /)", doc = "Read into writable buffers, one after the other.")
    static long readv(ThreadState ts, int fd, Object buffers) {
        Object[] parts = vector(ts, buffers, "readv");
        byte[] data = new byte[room(ts, parts)];
        int n = readInto(ts, fd, data, 0, data.length);
        scatter(ts, parts, data, n);
        return n;
    }

    @Expose(signature = "(fd, buffers, /)", doc = "Write the bytes of buffers, one after the other.")
    static long writev(ThreadState ts, int fd, Object buffers) {
        byte[] data = joined(ts, vector(ts, buffers, "writev"));
        return writeFrom(ts, fd, data, 0, data.length);
    }

    @Expose(signature = "(fd, buffers, offset, flags=0, /)", doc = "As readv() from a place; the offset stays.")
    static long preadv(ThreadState ts, int fd, Object buffers, long offset, int flags) {
        Object[] parts = vector(ts, buffers, "preadv");
        noFlags(ts, flags, "preadv");
        byte[] data = new byte[room(ts, parts)];
        int n = run(ts, os -> os.files().pread(fd, data, 0, data.length, offset));
        scatter(ts, parts, data, n);
        return n;
    }

    @Expose(signature = "(fd, buffers, offset, flags=0, /)", doc = "As writev() at a place; the offset stays.")
    static long pwritev(ThreadState ts, int fd, Object buffers, long offset, int flags) {
        byte[] data = joined(ts, vector(ts, buffers, "pwritev"));
        int known = (int) ts.os().system().constants().value("posix", "RWF_SYNC")
                | (int) ts.os().system().constants().value("posix", "RWF_DSYNC");
        noFlags(ts, flags & ~known, "pwritev");
        return run(ts, os -> {
            int n = os.files().pwrite(fd, data, 0, data.length, offset);
            if (flags != 0) {
                os.files().sync(fd);
            }
            return n;
        });
    }

    private static void noFlags(ThreadState ts, int flags, String function) {
        if (flags != 0) {
            throw ts.osError(OsException.unsupported(function + " supports none of these flags"), null, null);
        }
    }

    @Expose(signature = "(fd, position, whence, /)", doc = "Set the offset; return it from the beginning.")
    static long lseek(ThreadState ts, int fd, long position, int whence) {
        return run(ts, os -> os.files().seek(fd, position, whence));
    }

    @Expose(signature = "(fd, length, /)", doc = "Cut an open file, or fill it with zeros, to a length.")
    static void ftruncate(ThreadState ts, int fd, long length) {
        ts.audit("os.truncate", (long) fd, length);
        act(ts, os -> os.files().truncate(fd, length));
    }

    @Expose(signature = "(fd)", doc = "Write what the system holds of a file to the device.")
    static void fsync(ThreadState ts, Object fd) {
        int number = descriptor(ts, fd);
        act(ts, os -> os.files().sync(number));
    }

    @Expose(signature = "(fd)", doc = "As fsync(), without facts about the file that nobody needs to read it.")
    static void fdatasync(ThreadState ts, Object fd) {
        int number = descriptor(ts, fd);
        act(ts, os -> os.files().dataSync(number));
    }

    @Expose(signature = "(fd, /)", doc = "Make a second descriptor of an open file.")
    static long dup(ThreadState ts, int fd) {
        try {
            return ts.os().files().dup(fd);
        } catch (OsException e) {
            throw refused(ts, e);
        }
    }

    @Expose(signature = "(fd, fd2, inheritable=True)", doc = "Make one descriptor the same open file as another.")
    static long dup2(ThreadState ts, int fd, int fd2, boolean inheritable) {
        if (fd < 0 || fd2 < 0) {
            throw ts.osError(Errno.EBADF, null, null);
        }
        return run(ts, os -> os.files().dup2(fd, fd2, inheritable));
    }

    @Expose(doc = "Make a pipe; return its end for reading and its end for writing.")
    static Object pipe(ThreadState ts) {
        int[] ends = run(ts, os -> os.files().pipe(OsFiles.O_CLOEXEC));
        return ts.newTuple((long) ends[0], (long) ends[1]);
    }

    @Expose(signature = "(flags, /)", doc = "As pipe(), with flags.")
    static Object pipe2(ThreadState ts, int flags) {
        int[] ends = run(ts, os -> os.files().pipe(flags));
        return ts.newTuple((long) ends[0], (long) ends[1]);
    }

    @Expose(signature = "(fd, /)", doc = "Whether a child process inherits the descriptor.")
    static boolean get_inheritable(ThreadState ts, int fd) {
        return run(ts, os -> os.files().isInheritable(fd));
    }

    @Expose(signature = "(fd, inheritable, /)", doc = "Set whether a child process inherits the descriptor.")
    static void set_inheritable(ThreadState ts, int fd, int inheritable) {
        act(ts, os -> os.files().setInheritable(fd, inheritable != 0));
    }

    @Expose(signature = "(fd, /)", doc = "Whether calls on the descriptor may block.")
    static boolean get_blocking(ThreadState ts, int fd) {
        return run(ts, os -> os.files().isBlocking(fd));
    }

    @Expose(signature = "(fd, blocking, /)", doc = "Set whether calls on the descriptor may block.")
    static void set_blocking(ThreadState ts, int fd, boolean blocking) {
        act(ts, os -> os.files().setBlocking(fd, blocking));
    }

    @Expose(signature = "(fd, /)", doc = "Whether the descriptor is a terminal.")
    static boolean isatty(ThreadState ts, int fd) {
        return ts.os().terminal().isTerminal(fd);
    }

    @Expose(signature = "(fd)", doc = "The encoding of a terminal, None for anything else.")
    static Object device_encoding(ThreadState ts, int fd) {
        return ts.os().terminal().isTerminal(fd) ? "UTF-8" : Singleton.NONE;
    }

    @Expose(signature = "(fd, /)", doc = "Ask for facts of the file system of an open file.")
    Object fstatvfs(ThreadState ts, int fd) {
        return results().statvfs(ts, run(ts, os -> os.files().statvfs(fd)));
    }

    @Expose(signature = "(fd, name, /)", doc = "A configured limit of an open file.")
    static long fpathconf(ThreadState ts, int fd, Object name) {
        int number = ConfigurationNames.number(ts, name, ConfigurationNames.Kind.PATHCONF);
        return run(ts, os -> {
            os.files().stat(fd);
            return os.system().pathconf("/proc/self/fd/" + fd, number);
        });
    }

    @Expose(signature = "(fd, command, length, /)", doc = "Lock, test or unlock a part of an open file.")
    static void lockf(ThreadState ts, int fd, int command, long length) {
        ts.audit("os.lockf", (long) fd, (long) command, length);
        // F_ULOCK 0, F_LOCK 1, F_TLOCK 2; F_TEST 3 has no counterpart
        if (command < 0 || command > 2) {
            throw ts.osError(Errno.EINVAL, null, null);
        }
        int operation =
                command == 0 ? OsFiles.LOCK_UN : command == 1 ? OsFiles.LOCK_EX : OsFiles.LOCK_EX | OsFiles.LOCK_NB;
        wait(ts, (os, wake) -> {
            os.files().lockRange(fd, operation, length, 0, OsFiles.SEEK_CUR, wake);
            return Boolean.TRUE;
        });
    }

    @Expose(signature = "(out_fd, in_fd, offset, count)", doc = "Copy bytes between descriptors within the system.")
    static long sendfile(ThreadState ts, int out_fd, int in_fd, Object offset, long count) {
        long start = isNone(offset) ? -1 : ts.asLong(offset);
        if (start < 0 && !isNone(offset)) {
            throw ts.osError(Errno.EINVAL, null, null);
        }
        return run(ts, os -> os.files().sendFile(out_fd, in_fd, start, count));
    }

    @Expose(signature = "(fd, offset, length, /)", doc = "Make sure that a part of a file has room on the device.")
    static void posix_fallocate(ThreadState ts, int fd, long offset, long length) {
        act(ts, os -> os.files().allocate(fd, offset, length));
    }

    @Expose(signature = "(fd, offset, length, advice, /)", doc = "Say how a part of a file will be used.")
    static void posix_fadvise(ThreadState ts, int fd, long offset, long length, int advice) {
        act(ts, os -> os.files().advise(fd, offset, length, advice));
    }

    @Expose(signature = "(name, flags=1)", doc = "Make a file that has no place in any directory.")
    static long memfd_create(ThreadState ts, Object name, int flags) {
        String text = PathArgument.fsText(ts, name);
        return run(ts, os -> os.files().memoryFile(text, flags));
    }

    // --- terminals ---------------------------------------------------------------------------------------------

    @Expose(signature = "(fd=<absent>, /)", doc = "Columns and lines of a terminal.")
    Object get_terminal_size(ThreadState ts, @Nullable Object fd) {
        int number = fd == null ? 1 : ts.asInt(fd);
        try {
            int[] size = ts.os().terminal().size(number);
            return ts.newStructSequenceInstance(results().terminalSize, (long) size[0], (long) size[1]);
        } catch (OsException e) {
            throw refused(ts, e);
        }
    }

    @Expose(signature = "(fd, /)", doc = "The name of a terminal.")
    static Object ttyname(ThreadState ts, int fd) {
        String name = run(ts, os -> os.terminal().name(fd));
        return Str.of(name);
    }

    @Expose(doc = "Make a pair of pseudo-terminals; return the master's and the slave's descriptor.")
    static Object openpty(ThreadState ts) {
        int[] pair = run(ts, os -> os.terminal().openPair());
        return ts.newTuple((long) pair[0], (long) pair[1]);
    }

    @Expose(signature = "(fd, /)", doc = "The process group in the foreground of a terminal.")
    static long tcgetpgrp(ThreadState ts, int fd) {
        return run(ts, os -> os.terminal().getForegroundGroup(fd));
    }

    @Expose(signature = "(fd, pgid, /)", doc = "Set the process group in the foreground of a terminal.")
    static void tcsetpgrp(ThreadState ts, int fd, int pgid) {
        act(ts, os -> os.terminal().setForegroundGroup(fd, pgid));
    }

    @Expose(doc = "The name of the controlling terminal.")
    static String ctermid(ThreadState ts) {
        return "/dev/tty";
    }
}
