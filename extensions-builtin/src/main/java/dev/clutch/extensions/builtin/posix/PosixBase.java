package dev.clutch.extensions.builtin.posix;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.Os;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsPaths;
import dev.clutch.extension.spi.os.WakeHandle;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the functions of the module share. */
abstract class PosixBase {
    private @Nullable Results results;

    Results results() {
        return Objects.requireNonNull(results);
    }

    void startResults(ThreadState ts, PyObject module) {
        Results made = new Results(ts, module);
        made.export(ts, module);
        results = made;
    }

    /** A call that may take its time. */
    interface Task<T> {
        T run(Os os);
    }

    /** A call that answers nothing. */
    interface Action {
        void run(Os os);
    }

    /** A call that may block and be woken. */
    interface Waiting<T> {
        T run(Os os, WakeHandle wake);
    }

    /** Runs a call without the lock; a refusal becomes OSError without a path. */
    static <T> T run(ThreadState ts, Task<T> task) {
        return run(ts, task, null, null);
    }

    /** As above, with the paths that the error shows. */
    static <T> T run(ThreadState ts, Task<T> task, @Nullable Object path, @Nullable Object path2) {
        Os os = ts.os();
        OsException failure;
        ts.beginBlocking();
        try {
            return task.run(os);
        } catch (OsException e) {
            failure = e;
        } finally {
            ts.endBlocking();
        }
        throw ts.osError(failure, path, path2);
    }

    /** As {@link #run(ThreadState, Task)} for a call that answers nothing. */
    static void act(ThreadState ts, Action action) {
        act(ts, action, null, null);
    }

    /** As above, with the paths that the error shows. */
    static void act(ThreadState ts, Action action, @Nullable Object path, @Nullable Object path2) {
        run(
                ts,
                os -> {
                    action.run(os);
                    return Boolean.TRUE;
                },
                path,
                path2);
    }

    /** Runs a blocking call, again after each signal (PEP 475). */
    static <T> T wait(ThreadState ts, Waiting<T> task) {
        Os os = ts.os();
        while (true) {
            OsException failure;
            WakeHandle wake = ts.beginWakeable();
            try {
                return task.run(os, wake);
            } catch (OsException e) {
                failure = e;
            } finally {
                ts.endWakeable(wake);
            }
            ts.retryOrRaise(failure);
        }
    }

    static PythonException refused(ThreadState ts, OsException e) {
        return ts.osError(e, null, null);
    }

    static int descriptor(ThreadState ts, Object o) {
        return FileDescriptors.of(ts, o);
    }

    /** {@code _Py_Uid_Converter}: -1 stands for "no change". */
    static int id(ThreadState ts, Object o, String what) {
        if (ts.findSpecial(o, "__index__") == null) {
            throw ts.typeError(what + " should be integer, not " + ts.typeOf(o).displayName());
        }
        BigInteger n = ts.asBigInteger(o);
        if (n.signum() < 0) {
            if (n.equals(BigInteger.ONE.negate())) {
                return -1;
            }
            throw ts.error("OverflowError", what + " is less than minimum");
        }
        if (n.bitLength() > 32) {
            // CPython finds that a long doesn't come back the same, and calls that an underflow
            throw ts.error(
                    "OverflowError",
                    what + (n.bitLength() > 63 ? " is greater than maximum" : " is less than minimum"));
        }
        return n.intValue();
    }

    /** A {@code uid_t} as Python shows it: -1 stays. */
    static long idResult(int id) {
        return id == -1 ? -1 : id & 0xFFFFFFFFL;
    }

    /** A directory's descriptor as audit events show it: -1 for the working directory. */
    static long shown(int directory) {
        return directory == OsPaths.CWD ? -1 : directory;
    }

    static boolean isNone(Object o) {
        return o == Singleton.NONE;
    }

    /** A bytes object from the first bytes of a buffer. */
    static Object bytes(ThreadState ts, byte[] buffer, int length) {
        return ts.newBytes(length == buffer.length ? buffer : java.util.Arrays.copyOf(buffer, length));
    }
}
