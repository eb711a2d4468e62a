package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFile;
import dev.clutch.extension.spi.os.OsFiles;
import org.jspecify.annotations.Nullable;

/** {@code FileIO}: a file of the system without a buffer. Answers to {@code fileio.c}. */
@ExtensionType(
        name = "_io.FileIO",
        base = "_io._RawIOBase",
        subclassable = true,
        dict = true,
        weakReferences = true,
        doc = "Open a file.")
final class FileIo extends PyObject {
    final FileCore core;
    private @Nullable Object blockSize;

    FileIo(PyType type, FileCore core) {
        super(type);
        this.core = core;
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new FileIo(cls, new FileCore());
    }

    @Expose(signature = "(file, mode='r', closefd=True, opener=None)")
    void __init__(ThreadState ts, IoModule state, Object file, String mode, boolean closefd, Object opener) {
        if (core.unwatched) {
            core.unwatched = false;
            ts.watch(this);
        }
        if (core.file != null) {
            release(ts, state);
        }
        int fd = descriptor(ts, file);
        int flags = parseMode(ts, mode);
        core.closeFd = closefd;
        ts.audit("open", file, Str.of(mode), (long) flags);
        OsFile opened;
        boolean own = false;
        if (fd >= 0) {
            opened = ts.os().files().fileOf(fd);
        } else {
            String path = FilePaths.text(ts, file);
            if (!closefd) {
                throw ts.valueError("Cannot use closefd=False with file name");
            }
            own = true;
            opened =
                    opener == Singleton.NONE ? openPath(ts, state, path, file, flags) : openBy(ts, opener, file, flags);
        }
        try {
            core.attach(ts, opened, file);
            ts.setAttr(this, "name", file);
            if (core.appending) {
                core.seekEnd(ts);
            }
        } catch (PythonException e) {
            core.file = null;
            if (own) {
                try {
                    opened.close();
                } catch (OsException ignored) {
                    // what went wrong before is what counts
                }
            }
            throw e;
        }
        if (closefd) {
            state.opened(ts);
        }
    }

    /** The descriptor that was given instead of a name, or -1. */
    private static int descriptor(ThreadState ts, Object file) {
        if (!ts.isInt(file) && (ts.isStr(file) || ts.isBytes(file) || ts.findSpecial(file, "__index__") == null)) {
            return -1;
        }
        int fd;
        try {
            fd = ts.asInt(file);
        } catch (PythonException e) {
            return -1;
        }
        if (fd < 0) {
            throw ts.valueError("negative file descriptor");
        }
        return fd;
    }

    private int parseMode(ThreadState ts, String mode) {
        core.created = false;
        core.readable = false;
        core.writable = false;
        core.appending = false;
        boolean plus = false;
        int kinds = 0;
        int flags = 0;
        for (int i = 0; i < mode.length(); i++) {
            switch (mode.charAt(i)) {
                case 'x':
                    kinds++;
                    core.created = true;
                    core.writable = true;
                    flags |= OsFiles.O_EXCL | OsFiles.O_CREAT;
                    break;
                case 'r':
                    kinds++;
                    core.readable = true;
                    break;
                case 'w':
                    kinds++;
                    core.writable = true;
                    flags |= OsFiles.O_CREAT | OsFiles.O_TRUNC;
                    break;
                case 'a':
                    kinds++;
                    core.writable = true;
                    core.appending = true;
                    flags |= OsFiles.O_APPEND | OsFiles.O_CREAT;
                    break;
                case 'b':
                    break;
                case '+':
                    if (plus) {
                        kinds = 2;
                    }
                    core.readable = true;
                    core.writable = true;
                    plus = true;
                    break;
                default:
                    throw ts.valueError("invalid mode: " + mode);
            }
            if (kinds > 1) {
                throw badMode(ts);
            }
        }
        if (kinds == 0) {
            throw badMode(ts);
        }
        if (core.readable && core.writable) {
            flags |= OsFiles.O_RDWR;
        } else if (core.writable) {
            flags |= OsFiles.O_WRONLY;
        }
        return flags | OsFiles.O_CLOEXEC;
    }

    private static PythonException badMode(ThreadState ts) {
        return ts.valueError("Must have exactly one of create/read/write/append mode and at most one plus");
    }

    private static OsFile openPath(ThreadState ts, IoModule state, String path, Object name, int flags) {
        OsFiles files = ts.os().files();
        boolean collected = false;
        while (true) {
            OsException failed;
            ts.beginBlocking();
            try {
                return files.openFile(path, flags, 0666);
            } catch (OsException e) {
                failed = e;
            } finally {
                ts.endBlocking();
            }
            if (failed.errno() == Errno.EMFILE && !collected) {
                // files that nobody holds may still be open: with reference counts they would be closed
                collected = true;
                state.collect(ts);
            } else if (failed.errno() != Errno.EINTR) {
                throw IoErrors.os(ts, failed, name);
            } else {
                ts.checkInterrupts();
            }
        }
    }

    private static OsFile openBy(ThreadState ts, Object opener, Object name, int flags) {
        Object result = ts.call(opener, name, (long) flags);
        if (!ts.isInt(result)) {
            throw ts.typeError("expected integer from opener");
        }
        int fd = ts.asInt(result);
        if (fd < 0) {
            throw ts.valueError("opener returned " + fd);
        }
        OsFiles files = ts.os().files();
        try {
            files.setInheritable(fd, false);
        } catch (OsException e) {
            throw IoErrors.os(ts, e, null);
        }
        return files.fileOf(fd);
    }

    @Expose
    Object __repr__(ThreadState ts) {
        String kind = "_io.FileIO";
        if (core.isClosed()) {
            return "<" + kind + " [closed]>";
        }
        Object name = ts.findAttr(this, "name");
        String closefd = core.closeFd ? "True" : "False";
        if (name == null) {
            return Str.of(
                    "<" + kind + " fd=" + core.fileno(ts) + " mode='" + core.mode() + "' closefd=" + closefd + ">");
        }
        return Str.of("<" + kind + " name=" + Reprs.of(ts, this, name) + " mode='" + core.mode() + "' closefd="
                + closefd + ">");
    }

    @Expose(doc = "Close the file unless closefd is false.")
    void close(ThreadState ts, IoModule state) {
        PythonException first = null;
        try {
            IoBase.close(ts, this);
        } catch (PythonException e) {
            first = e;
        }
        if (core.finalizing) {
            _dealloc_warn(ts, this);
        }
        try {
            release(ts, state);
        } catch (PythonException e) {
            throw first == null ? e : Chaining.chain(ts, e, first);
        }
        if (first != null) {
            throw first;
        }
        if (!core.finalizing && type() == state.fileIo(ts) && Finalizing.isAtEnd(this)) {
            core.unwatched = true;
            ts.unwatch(this);
        }
    }

    /** Closes the descriptor, or lets go of one that is somebody else's. */
    private void release(ThreadState ts, IoModule state) {
        if (core.file != null && core.closeFd) {
            state.closed();
        }
        core.close(ts);
    }

    @Expose
    void _dealloc_warn(ThreadState ts, Object source) {
        if (core.file != null && core.closeFd) {
            Finalizing.warnUnclosed(ts, source);
        }
    }

    private void requireOpen(ThreadState ts) {
        core.open(ts);
    }

    @Expose(doc = "Whether it was opened for reading.")
    boolean readable(ThreadState ts) {
        requireOpen(ts);
        return core.readable;
    }

    @Expose(doc = "Whether it was opened for writing.")
    boolean writable(ThreadState ts) {
        requireOpen(ts);
        return core.writable;
    }

    @Expose(doc = "Whether the position can be moved.")
    boolean seekable(ThreadState ts) {
        requireOpen(ts);
        return core.isSeekable(ts);
    }

    @Expose(doc = "Return the descriptor.")
    long fileno(ThreadState ts) {
        return core.fileno(ts);
    }

    @Expose(doc = "Whether it is a terminal.")
    boolean isatty(ThreadState ts) {
        return core.isTerminal(ts);
    }

    private void requireReadable(ThreadState ts, IoModule state) {
        requireOpen(ts);
        if (!core.readable) {
            throw IoErrors.unsupported(ts, state, "File not open for reading");
        }
    }

    @Expose(doc = "Read into a buffer with one call.")
    Object readinto(ThreadState ts, IoModule state, Object buffer) {
        requireReadable(ts, state);
        try (BufferView view = ts.writableBuffer(buffer, "readinto() argument 1")) {
            int n = core.read(ts, view.array(), view.offset(), view.length());
            return n < 0 ? Singleton.NONE : (Object) (long) n;
        }
    }

    @Expose(doc = "Read to the end.")
    Object readall(ThreadState ts) {
        byte[] all = core.readAll(ts);
        return all == null ? Singleton.NONE : ts.newBytes(all);
    }

    @Expose(signature = "(size=-1, /)", doc = "Read up to a number of bytes with one call, all by default.")
    Object read(ThreadState ts, IoModule state, Object size) {
        requireReadable(ts, state);
        long n = IoErrors.size(ts, size, -1);
        byte[] bytes = n < 0 ? core.readAll(ts) : core.read(ts, n);
        return bytes == null ? Singleton.NONE : ts.newBytes(bytes);
    }

    @Expose(signature = "(b, /)", doc = "Write with one call and return how many bytes went.")
    Object write(ThreadState ts, IoModule state, Object b) {
        requireOpen(ts);
        if (!core.writable) {
            throw IoErrors.unsupported(ts, state, "File not open for writing");
        }
        try (BufferView view = ByteViews.of(ts, b)) {
            int n = core.write(ts, view.array(), view.offset(), view.length());
            return n < 0 ? Singleton.NONE : (Object) (long) n;
        }
    }

    @Expose(signature = "(pos, whence=0, /)", doc = "Move to a position and return it.")
    long seek(ThreadState ts, Object pos, int whence) {
        requireOpen(ts);
        return core.seek(ts, offset(ts, pos), whence);
    }

    private static long offset(ThreadState ts, Object pos) {
        if (!ts.isInt(pos) && ts.findSpecial(pos, "__index__") == null) {
            throw ts.typeError("'" + IoErrors.typeName(ts, pos) + "' object cannot be interpreted as an integer");
        }
        return ts.asLong(pos);
    }

    @Expose(doc = "Return the position.")
    long tell(ThreadState ts) {
        return core.seek(ts, 0, OsFiles.SEEK_CUR);
    }

    @Expose(signature = "(size=None, /)", doc = "Change the size, to the position by default.")
    Object truncate(ThreadState ts, IoModule state, Object size) {
        requireOpen(ts);
        if (!core.writable) {
            throw IoErrors.unsupported(ts, state, "File not open for writing");
        }
        Object length = size == Singleton.NONE ? (Object) core.seek(ts, 0, OsFiles.SEEK_CUR) : size;
        core.truncate(ts, offset(ts, length));
        return length;
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        throw ts.typeError("cannot pickle '" + type().name() + "' instances");
    }

    @Expose
    Object __reduce_ex__(ThreadState ts, Object protocol) {
        throw ts.typeError("cannot pickle '" + type().name() + "' instances");
    }

    @Getter("closed")
    boolean isClosed(ThreadState ts) {
        return core.isClosed();
    }

    @Getter("closefd")
    boolean closesDescriptor(ThreadState ts) {
        return core.closeFd;
    }

    @Getter
    Object mode(ThreadState ts) {
        return core.mode();
    }

    @Getter("_blksize")
    Object blockSize(ThreadState ts) {
        Object b = blockSize;
        return b == null ? (Object) core.blockSize() : b;
    }

    @Setter("_blksize")
    void setBlockSize(ThreadState ts, @Nullable Object value) {
        if (value == null) {
            throw ts.typeError("can't delete numeric/char attribute");
        }
        blockSize = ts.asInt(value) == 0 ? (Object) 0L : value;
    }

    @Getter("_finalizing")
    boolean isFinalizing(ThreadState ts) {
        return core.finalizing;
    }

    @Setter("_finalizing")
    void setFinalizing(ThreadState ts, @Nullable Object value) {
        core.finalizing = Finalizing.flag(ts, value);
    }
}
