package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyInt;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PySet;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.SignalTable;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.op.Call;
import dev.clutch.runtime.RuntimeThreadState;
import dev.clutch.runtime.SignalListener;
import dev.clutch.runtime.WaitPoint;
import org.jspecify.annotations.Nullable;

/**
 * {@code _signal}. A JVM can neither block signals nor wait for one in a chosen thread, so {@code pthread_sigmask}, {@code sigpending} and the {@code sigwait} family are absent, as on
 * systems without them.
 */
@ExtensionModule(name = "_signal", multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class SignalModule {
    private static final int LAST_NAMED = 31;
    private static final int SIGRTMIN = 34;
    private static final int SIGRTMAX = 64;
    private static final double MICROS = 1e6;
    private static final String[] TEXTS = {
        "Hangup",
        "Interrupt",
        "Quit",
        "Illegal instruction",
        "Trace/breakpoint trap",
        "Aborted",
        "Bus error",
        "Floating point exception",
        "Killed",
        "User defined signal 1",
        "Segmentation fault",
        "User defined signal 2",
        "Broken pipe",
        "Alarm clock",
        "Terminated",
        "Stack fault",
        "Child exited",
        "Continued",
        "Stopped (signal)",
        "Stopped",
        "Stopped (tty input)",
        "Stopped (tty output)",
        "Urgent I/O condition",
        "CPU time limit exceeded",
        "File size limit exceeded",
        "Virtual timer expired",
        "Profiling timer expired",
        "Window changed",
        "I/O possible",
        "Power failure",
        "Bad system call"
    };

    private @Nullable TypeObject itimerError;
    private int wakeupFd = -1;

    @Exec
    void attributes(PyThreadState ts, PyObject module) {
        PyDict d = ((PyModule) module).dict;
        d.put("SIG_DFL", SignalTable.DEFAULT);
        d.put("SIG_IGN", SignalTable.IGNORE);
        d.put("NSIG", (long) SignalTable.COUNT);
        for (int i = 1; i <= LAST_NAMED; i++) {
            d.put(("SIG" + SignalTable.name(i)).intern(), (long) i);
        }
        d.put("SIGIOT", d.get("SIGABRT") instanceof Long n ? n : 6L);
        d.put("SIGCLD", d.get("SIGCHLD") instanceof Long n ? n : 17L);
        d.put("SIGPOLL", d.get("SIGIO") instanceof Long n ? n : 29L);
        d.put("SIGRTMIN", (long) SIGRTMIN);
        d.put("SIGRTMAX", (long) SIGRTMAX);
        d.put("ITIMER_REAL", 0L);
        d.put("ITIMER_VIRTUAL", 1L);
        d.put("ITIMER_PROF", 2L);
        TypeObject error = Exceptions.newType(ts, "signal.itimer_error", "", Exceptions.type("OSError"));
        itimerError = error;
        d.put("ItimerError", error);
        if (ts.interp.isMain()) {
            Object interrupt = d.get("default_int_handler");
            if (interrupt != null
                    && SignalTable.DEFAULT.equals(ts.interp.signals().handler(SignalTable.SIGINT))) {
                ts.interp.signals().setHandler(SignalTable.SIGINT, interrupt);
            }
        }
    }

    private static boolean inMainThread(PyThreadState ts) {
        return ts.interp.isMain() && ts.interp.runtime().isMainThread(Thread.currentThread());
    }

    private static void checkNumber(PyThreadState ts, int signalnum) {
        if (signalnum < 1 || signalnum >= SignalTable.COUNT) {
            throw Errors.valueError(ts, "signal number out of range");
        }
    }

    @Expose(signature = "(signalnum, frame, /)", doc = "Raise KeyboardInterrupt: the handler of SIGINT.")
    static Object default_int_handler(PyThreadState ts, int signalnum, Object frame) {
        throw Errors.make(ts, Exceptions.type("KeyboardInterrupt"));
    }

    @Expose(signature = "(signalnum, handler, /)", doc = "Set the handler of a signal; return the former.")
    static Object signal(PyThreadState ts, int signalnum, Object handler) {
        if (!inMainThread(ts)) {
            throw Errors.valueError(ts, "signal only works in main thread of the main interpreter");
        }
        checkNumber(ts, signalnum);
        Object plain = PyInt.plainOrNull(handler);
        if (plain == null ? !Call.isCallable(handler) : !isPlain(plain)) {
            throw Errors.typeError(ts, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
        }
        ts.checkBreaker();
        Object former = ts.interp.signals().handler(signalnum);
        if (!ts.interp.signals().install(signalnum, plain == null ? handler : plain)) {
            throw Errors.make(
                    ts,
                    Exceptions.type("OSError"),
                    (long) Errno.EINVAL,
                    "signal " + signalnum + " belongs to the JVM or the system");
        }
        return former == null ? Singleton.NONE : former;
    }

    private static boolean isPlain(Object handler) {
        return handler.equals(SignalTable.DEFAULT) || handler.equals(SignalTable.IGNORE);
    }

    @Expose(signature = "(signalnum, /)", doc = "Return the handler of a signal.")
    static Object getsignal(PyThreadState ts, int signalnum) {
        checkNumber(ts, signalnum);
        Object handler = ts.interp.signals().handler(signalnum);
        return handler == null ? Singleton.NONE : handler;
    }

    @Expose(signature = "(signalnum, /)", doc = "Return the system's words for a signal, or None.")
    static Object strsignal(PyThreadState ts, int signalnum) {
        checkNumber(ts, signalnum);
        if (signalnum <= LAST_NAMED) {
            return TEXTS[signalnum - 1];
        }
        return signalnum < SIGRTMIN ? Singleton.NONE : "Real-time signal " + (signalnum - SIGRTMIN);
    }

    @Expose(doc = "Return the numbers of all signals that may be used.")
    static Object valid_signals(PyThreadState ts) {
        PySet all = new PySet();
        for (int i = 1; i < SignalTable.COUNT; i++) {
            if (i <= LAST_NAMED || i >= SIGRTMIN) {
                all.add(ts, (long) i);
            }
        }
        return all;
    }

    @Expose(signature = "(signalnum, flag, /)", doc = "Calls go on after a signal; that can't be turned off.")
    static void siginterrupt(PyThreadState ts, int signalnum, int flag) {
        checkNumber(ts, signalnum);
        if (flag != 0) {
            throw Errors.error(
                    ts, "NotImplementedError", "signal.siginterrupt(): calls always go on after a signal (PEP 475)");
        }
    }

    @Expose(signature = "(signalnum, /)", doc = "Send a signal to this process.")
    static void raise_signal(PyThreadState ts, int signalnum) {
        send(ts, signalnum);
        ts.checkBreaker();
    }

    /** A signal with a handler of Python code is told to the runtime at once; all others go through the system. */
    private static void send(PyThreadState ts, int signalnum) {
        checkNumber(ts, signalnum);
        dev.clutch.runtime.Runtime runtime = ts.interp.runtime();
        Object handler =
                ((dev.clutch.interp.PyInterpreter) runtime.main()).signals().handler(signalnum);
        if (handler != null && handler != Singleton.NONE && !isPlain(handler) && signalnum < SIGRTMAX) {
            runtime.tripSignal(signalnum);
            return;
        }
        try {
            ts.os().process().kill((int) ProcessHandle.current().pid(), signalnum);
        } catch (OsException e) {
            throw ts.osError(e.errno(), null, null);
        }
    }

    @Expose(signature = "(thread_id, signalnum, /)", doc = "Send a signal to a thread of this process.")
    static void pthread_kill(PyThreadState ts, long thread_id, int signalnum) {
        ts.interp.audit(ts, "signal.pthread_kill", thread_id, (long) signalnum);
        boolean alive = false;
        for (RuntimeThreadState other : ts.interp.threadStates()) {
            alive |= other.threadIdent() == thread_id;
        }
        if (!alive) {
            throw ts.osError(Errno.ESRCH, null, null);
        }
        if (signalnum != 0) {
            send(ts, signalnum);
        }
        if (inMainThread(ts)) {
            ts.checkBreaker();
        }
    }

    @Expose(doc = "Wait until a signal comes.")
    static void pause(PyThreadState ts) {
        if (new WaitPoint().await(ts, Long.MAX_VALUE) == WaitPoint.Outcome.WOKEN) {
            ts.checkBreaker();
        }
    }

    @Expose(
            signature = "(fd, /, *, warn_on_full_buffer=True)",
            doc = "Have the number of each signal written to a descriptor.")
    int set_wakeup_fd(PyThreadState ts, int fd, boolean warn_on_full_buffer) {
        if (!inMainThread(ts)) {
            throw Errors.valueError(ts, "set_wakeup_fd only works in main thread of the main interpreter");
        }
        if (fd != -1) {
            try {
                OsStat ignored = ts.os().files().stat(fd);
                if (ts.os().files().isBlocking(fd)) {
                    throw Errors.valueError(ts, "the fd " + fd + " must be in non-blocking mode");
                }
            } catch (OsException e) {
                throw ts.osError(e.errno(), null, null);
            }
        }
        int old = wakeupFd;
        wakeupFd = fd;
        ts.interp.runtime().setSignalListener(fd == -1 ? null : new Wakeup(ts, fd, warn_on_full_buffer));
        return old;
    }

    /** Writes the number of a signal to a descriptor ({@code trip_signal}). */
    private static final class Wakeup implements SignalListener {
        private final dev.clutch.interp.PyInterpreter interp;
        private final dev.clutch.extension.spi.os.Os os;
        private final int fd;
        private final boolean warnWhenFull;

        Wakeup(PyThreadState ts, int fd, boolean warnWhenFull) {
            this.interp = ts.interp;
            this.os = ts.os();
            this.fd = fd;
            this.warnWhenFull = warnWhenFull;
        }

        @Override
        public void tripped(int signal) {
            try {
                int ignored = os.files().write(fd, new byte[] {(byte) signal}, 0, 1, null);
            } catch (OsException e) {
                if (warnWhenFull || e.errno() != Errno.EAGAIN) {
                    boolean told = interp.addPendingCall(ts -> tell((PyThreadState) ts, e.errno()));
                }
            }
        }

        private static void tell(PyThreadState ts, int errno) {
            ts.interp
                    .unraisable()
                    .report(ts, ts.osError(errno, null, null), "when trying to write to the signal wakeup fd", null);
        }
    }

    // --- timers ------------------------------------------------------------------------------------------------

    @Expose(
            signature = "(seconds, /)",
            doc = "Have SIGALRM sent after some seconds; return what was left of the former.")
    static long alarm(PyThreadState ts, int seconds) {
        try {
            long[] old = ts.os().process().setTimer(0, seconds * 1000000L, 0);
            return (old[0] + 999999) / 1000000;
        } catch (OsException e) {
            throw ts.osError(e.errno(), null, null);
        }
    }

    @Expose(
            signature = "(which, seconds, interval=0.0, /)",
            doc = "Set an interval timer; return the former delay and interval.")
    Object setitimer(PyThreadState ts, int which, double seconds, double interval) {
        try {
            return seconds(ts.os().process().setTimer(which, micros(seconds), micros(interval)));
        } catch (OsException e) {
            throw timerError(ts, e);
        }
    }

    @Expose(signature = "(which, /)", doc = "Return delay and interval of an interval timer.")
    Object getitimer(PyThreadState ts, int which) {
        try {
            return seconds(ts.os().process().getTimer(which));
        } catch (OsException e) {
            throw timerError(ts, e);
        }
    }

    private PythonException timerError(PyThreadState ts, OsException e) {
        TypeObject type = itimerError == null ? Exceptions.type("OSError") : itimerError;
        return Errors.carrier(ts, (PyBaseException) Call.call2(ts, type, (long) e.errno(), Errno.text(e.errno())));
    }

    private static long micros(double seconds) {
        return (long) Math.ceil(seconds * MICROS);
    }

    private static Object seconds(long[] micros) {
        return new PyTuple(micros[0] / MICROS, micros[1] / MICROS);
    }
}
