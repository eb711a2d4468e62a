package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.os.Os;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.interp.PyInterpreter;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.FrameStack;
import dev.clutch.interp.object.PyInt;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Numbers;
import dev.clutch.runtime.RuntimeThreadState;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * {@code faulthandler}: shows where the threads of an interpreter are, now or after a time. It is core since it reads the frames of running threads. Faults of native code are
 * reported by the JVM itself, so there is nothing to do for {@code enable}, and {@code register} is absent.
 */
@ExtensionModule(name = "faulthandler", multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class FaulthandlerModule {
    private boolean enabled;
    private @Nullable Later later;

    @Expose(
            signature = "(file=None, all_threads=True)",
            doc = "Say yes in is_enabled(); the JVM reports faults by itself.")
    void enable(PyThreadState ts, Object file, boolean all_threads) {
        int ignored = descriptor(ts, file);
        enabled = true;
    }

    @Expose(doc = "Say no in is_enabled(); return what it said before.")
    boolean disable(PyThreadState ts) {
        boolean was = enabled;
        enabled = false;
        return was;
    }

    @Expose(doc = "Whether enable() was called last.")
    boolean is_enabled(PyThreadState ts) {
        return enabled;
    }

    @Expose(signature = "(file=None, all_threads=True)", doc = "Write where this thread is, or all are.")
    void dump_traceback(PyThreadState ts, Object file, boolean all_threads) {
        int fd = descriptor(ts, file);
        write(ts.os(), fd, all_threads ? all(ts.interp, ts) : thread(ts, "Stack"));
    }

    @Expose(
            signature = "(timeout, repeat=False, file=None, exit=False)",
            doc = "Write where all threads are after some seconds, again and again or just once.")
    void dump_traceback_later(PyThreadState ts, Object timeout, boolean repeat, Object file, boolean exit) {
        double seconds = Numbers.asDouble(ts, timeout);
        if (!(seconds > 0)) {
            throw Errors.valueError(ts, "timeout must be greater than 0");
        }
        int fd = descriptor(ts, file);
        cancel_dump_traceback_later(ts);
        Later started = new Later(ts.interp, ts.os(), fd, seconds, repeat, exit);
        later = started;
        Thread thread = new Thread(null, started, "faulthandler", 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    @Expose(doc = "Take dump_traceback_later() back.")
    void cancel_dump_traceback_later(PyThreadState ts) {
        Later running = later;
        if (running != null) {
            running.cancel();
            later = null;
        }
    }

    /** {@code faulthandler_get_fileno}. */
    private static int descriptor(PyThreadState ts, Object file) {
        Object target = file;
        if (target == Singleton.NONE) {
            target = ts.sysAttr("stderr");
            if (target == null) {
                throw Errors.error(ts, "RuntimeError", "unable to get sys.stderr");
            }
            if (target == Singleton.NONE) {
                throw Errors.error(ts, "RuntimeError", "sys.stderr is None");
            }
        }
        if (PyInt.plainOrNull(target) instanceof Long fd) {
            if (fd < 0) {
                throw Errors.valueError(ts, "file is not a valid file descripter");
            }
            return fd.intValue();
        }
        Object fd = Call.method0(ts, target, "fileno");
        if (!(PyInt.plainOrNull(fd) instanceof Long n)) {
            throw Errors.error(ts, "RuntimeError", "file.fileno() is not a valid file descriptor");
        }
        if (ts.findAttr(target, "flush") != null) {
            Call.method0(ts, target, "flush");
        }
        return n.intValue();
    }

    private static String all(PyInterpreter interp, @Nullable PyThreadState current) {
        StringBuilder out = new StringBuilder();
        for (RuntimeThreadState other : interp.threadStates()) {
            if (other != current) {
                out.append(thread((PyThreadState) other, "Thread")).append('\n');
            }
        }
        return current == null
                ? out.toString()
                : out.append(thread(current, "Current thread")).toString();
    }

    private static String thread(PyThreadState ts, String what) {
        StringBuilder out = new StringBuilder(what);
        if (!what.equals("Stack")) {
            String id = Long.toHexString(ts.threadIdent());
            out.append(" 0x").repeat('0', 16 - id.length()).append(id);
        }
        out.append(" (most recent call first):\n");
        String[] lines = FrameStack.describe(ts);
        for (String line : lines) {
            out.append(line).append('\n');
        }
        if (lines.length == 0) {
            out.append("  <no Python frame>\n");
        }
        return out.toString();
    }

    private static void write(Os os, int fd, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int done = 0;
        try {
            while (done < bytes.length) {
                done += os.files().write(fd, bytes, done, bytes.length - done, null);
            }
        } catch (OsException e) {
            // nobody reads what is wrong with the place to write to
            return;
        }
    }

    /** The waiting for {@code dump_traceback_later}. */
    private static final class Later implements Runnable {
        private final PyInterpreter interp;
        private final Os os;
        private final int fd;
        private final double seconds;
        private final boolean repeat;
        private final boolean exit;
        private boolean cancelled;

        Later(PyInterpreter interp, Os os, int fd, double seconds, boolean repeat, boolean exit) {
            this.interp = interp;
            this.os = os;
            this.fd = fd;
            this.seconds = seconds;
            this.repeat = repeat;
            this.exit = exit;
        }

        synchronized void cancel() {
            cancelled = true;
            notifyAll();
        }

        /** Waits; false when it was cancelled meanwhile. */
        private synchronized boolean pause() {
            long deadline = System.nanoTime() + (long) (seconds * 1e9);
            long left = deadline - System.nanoTime();
            while (!cancelled && left > 0) {
                try {
                    wait(left / 1000000, (int) (left % 1000000));
                } catch (InterruptedException e) {
                    return false;
                }
                left = deadline - System.nanoTime();
            }
            return !cancelled && !interp.isFinalizing();
        }

        @Override
        public void run() {
            while (pause()) {
                write(os, fd, "Timeout (" + duration() + ")!\n" + all(interp, null));
                if (exit) {
                    java.lang.Runtime.getRuntime().halt(1);
                }
                if (!repeat) {
                    return;
                }
            }
        }

        private String duration() {
            long micros = Math.round(seconds * 1e6);
            long s = micros / 1000000;
            String text = s / 3600 + ":" + two(s / 60 % 60) + ":" + two(s % 60);
            long rest = micros % 1000000;
            return rest == 0 ? text : text + "." + Long.toString(1000000 + rest).substring(1);
        }

        private static String two(long n) {
            return n < 10 ? "0" + n : Long.toString(n);
        }
    }
}
