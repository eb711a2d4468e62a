package dev.clutch.extensions.builtin.fcntl;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.OsConstants;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.WakeHandle;
import dev.clutch.extensions.builtin.posix.FileDescriptors;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code fcntl}. */
@ExtensionModule(
        name = "fcntl",
        doc = "Control of open files.",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class FcntlModule {
    private static final int BUFFER = 1024;

    @Exec
    void constants(ThreadState ts, PyObject module) {
        OsConstants constants = ts.os().system().constants();
        for (String name : constants.names("fcntl")) {
            ts.setAttr(module, name.intern(), constants.value("fcntl", name));
        }
    }

    /** An argument as events show it: None where none was given. */
    private static Object shown(Object arg) {
        return arg instanceof Long l && l == 0 ? Singleton.NONE : arg;
    }

    /** The bytes of a str, bytes or buffer, null for anything else. */
    private static byte @Nullable [] bytes(ThreadState ts, Object arg) {
        if (ts.isStr(arg)) {
            return Str.toJavaString(ts.strValue(arg)).getBytes(StandardCharsets.UTF_8);
        }
        if (ts.isInt(arg)) {
            return null;
        }
        try (var view = ts.buffer(arg, false)) {
            return Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length());
        } catch (PythonException e) {
            if (ts.matches(e, "TypeError")) {
                return null;
            }
            throw e;
        }
    }

    @Expose(signature = "(fd, cmd, arg=0, /)", doc = "Do an operation on an open file.")
    static Object fcntl(ThreadState ts, Object fd, int cmd, Object arg) {
        int number = FileDescriptors.of(ts, fd);
        ts.audit("fcntl.fcntl", (long) number, (long) cmd, shown(arg));
        byte[] data = bytes(ts, arg);
        if (data != null) {
            if (data.length > BUFFER) {
                throw ts.valueError("fcntl string arg too long");
            }
            byte[] room = Arrays.copyOf(data, BUFFER);
            call(ts, files -> files.fcntl(number, cmd, room));
            return ts.newBytes(Arrays.copyOf(room, data.length));
        }
        long value = ts.asBigInteger(arg).longValue();
        return (long) call(ts, files -> files.fcntl(number, cmd, value));
    }

    private interface Call {
        int run(OsFiles files);
    }

    private static int call(ThreadState ts, Call call) {
        OsFiles files = ts.os().files();
        OsException failure;
        ts.beginBlocking();
        try {
            return call.run(files);
        } catch (OsException e) {
            failure = e;
        } finally {
            ts.endBlocking();
        }
        throw ts.osError(failure, null, null);
    }

    @Expose(
            signature = "(fd, request, arg=0, mutate_flag=True, /)",
            doc = "Do an operation on a device; a writable buffer gets the answer.")
    static Object ioctl(ThreadState ts, Object fd, Object request, Object arg, boolean mutate_flag) {
        int number = FileDescriptors.of(ts, fd);
        ts.audit("fcntl.ioctl", (long) number, request, shown(arg));
        BigInteger big = ts.asBigInteger(request);
        long code = big.longValue() & 0xFFFFFFFFL;
        if (!ts.isInt(arg) && !ts.isStr(arg) && !ts.isBytes(arg)) {
            byte[] data = null;
            try (var view = ts.buffer(arg, true)) {
                data = Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length());
            } catch (PythonException e) {
                if (!ts.matches(e, "TypeError") && !ts.matches(e, "BufferError")) {
                    throw e;
                }
            }
            if (data != null) {
                return mutable(ts, number, code, arg, data, mutate_flag);
            }
        }
        byte[] data = bytes(ts, arg);
        if (data != null) {
            if (data.length > BUFFER) {
                throw ts.valueError("ioctl string arg too long");
            }
            byte[] room = Arrays.copyOf(data, BUFFER);
            call(ts, files -> files.ioctl(number, code, room));
            return ts.newBytes(Arrays.copyOf(room, data.length));
        }
        long value = ts.asBigInteger(arg).longValue();
        return (long) call(ts, files -> files.ioctl(number, code, value));
    }

    private static Object mutable(ThreadState ts, int fd, long code, Object arg, byte[] data, boolean mutate) {
        if (!mutate && data.length > BUFFER) {
            throw ts.valueError("ioctl string arg too long");
        }
        byte[] room = data.length < BUFFER ? Arrays.copyOf(data, BUFFER) : data;
        int result = call(ts, files -> files.ioctl(fd, code, room));
        if (!mutate) {
            return ts.newBytes(Arrays.copyOf(room, data.length));
        }
        try (var view = ts.buffer(arg, true)) {
            System.arraycopy(room, 0, view.array(), view.offset(), data.length);
        }
        return (long) result;
    }

    private interface Locking {
        void run(OsFiles files, WakeHandle wake);
    }

    private static void lock(ThreadState ts, Locking task) {
        OsFiles files = ts.os().files();
        while (true) {
            OsException failure;
            WakeHandle wake = ts.beginWakeable();
            try {
                task.run(files, wake);
                return;
            } catch (OsException e) {
                failure = e;
            } finally {
                ts.endWakeable(wake);
            }
            ts.retryOrRaise(failure);
        }
    }

    @Expose(signature = "(fd, operation, /)", doc = "Lock or unlock an open file.")
    static void flock(ThreadState ts, Object fd, int operation) {
        int number = FileDescriptors.of(ts, fd);
        ts.audit("fcntl.flock", (long) number, (long) operation);
        lock(ts, (files, wake) -> files.flock(number, operation, wake));
    }

    @Expose(signature = "(fd, cmd, len=0, start=0, whence=0, /)", doc = "Lock or unlock a part of an open file.")
    static void lockf(ThreadState ts, Object fd, int cmd, Object len, Object start, int whence) {
        int number = FileDescriptors.of(ts, fd);
        ts.audit("fcntl.lockf", (long) number, (long) cmd, shown(len), shown(start), (long) whence);
        if (cmd != OsFiles.LOCK_UN && (cmd & (OsFiles.LOCK_SH | OsFiles.LOCK_EX)) == 0) {
            throw ts.valueError("unrecognized lockf argument");
        }
        long from = ts.asLong(start);
        long count = ts.asLong(len);
        lock(ts, (files, wake) -> files.lockRange(number, cmd, count, from, whence, wake));
    }
}
