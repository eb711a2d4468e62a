package dev.clutch.interp.object;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyInterpreter;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.op.Call;
import dev.clutch.runtime.ProcessSignals;
import org.jspecify.annotations.Nullable;

/** The handlers of signals, in the main interpreter: {@code struct _signals_runtime_state}. Used under its lock. */
public final class SignalTable {
    /** {@code NSIG}. */
    public static final int COUNT = 65;
    /** {@code SIG_DFL}. */
    public static final Object DEFAULT = 0L;
    /** {@code SIG_IGN}. */
    public static final Object IGNORE = 1L;
    /** {@code SIGINT}. */
    public static final int SIGINT = 2;

    private static final int SIGPIPE = 13;
    private static final int SIGXFSZ = 25;
    /** Names without {@code SIG}, by number from 1. */
    private static final String[] NAMES = {
        "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM",
        "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF",
        "WINCH", "IO", "PWR", "SYS"
    };

    private final PyInterpreter owner;
    private final @Nullable Object[] handlers = new Object[COUNT];

    /** For the interpreter. */
    public SignalTable(PyInterpreter owner) {
        this.owner = owner;
        for (int i = 1; i < COUNT; i++) {
            handlers[i] = DEFAULT;
        }
        handlers[SIGPIPE] = IGNORE;
        handlers[SIGXFSZ] = IGNORE;
    }

    /** Returns the name of a signal without {@code SIG}; that of a real-time signal is made of its number. */
    public static String name(int number) {
        return number <= NAMES.length ? NAMES[number - 1] : "RT" + number;
    }

    /** Has Ctrl-C raise KeyboardInterrupt where the system lets us, for the launcher ({@code signal_install_handlers}). */
    public void installInterrupt() {
        boolean ignored = owner.runtime().processSignals().report(name(SIGINT));
    }

    /** Returns the handler of a signal, null when nobody knows. */
    public @Nullable Object handler(int number) {
        return handlers[number];
    }

    /** Whether a signal makes code run: it has a handler, or would have one if {@code _signal} had been imported. */
    public boolean isHandled(int number) {
        Object handler = handlers[number];
        if (handler == null || handler.equals(IGNORE)) {
            return false;
        }
        return !handler.equals(DEFAULT) || number == SIGINT && owner.modules().get("_signal") == null;
    }

    /** Says what {@code signal.getsignal} shows, without changing what happens. */
    public void setHandler(int number, Object handler) {
        handlers[number] = handler;
    }

    /** Sets the handler of a signal; false when the JVM keeps that signal for itself. */
    public boolean install(int number, Object handler) {
        ProcessSignals signals = owner.runtime().processSignals();
        String name = name(number);
        boolean done = handler.equals(DEFAULT)
                ? signals.restoreDefault(name)
                : handler.equals(IGNORE) ? signals.ignore(name) : signals.report(name);
        if (done) {
            handlers[number] = handler;
        }
        return done;
    }

    /** Calls the handlers of signals that came, in the main thread, lowest number first ({@code _PyErr_CheckSignalsTstate}). */
    public void run(PyThreadState ts, long signals) {
        long left = signals;
        while (left != 0) {
            int number = Long.numberOfTrailingZeros(left);
            left &= left - 1;
            Object handler = handlers[number];
            if (handler == null || handler == Singleton.NONE || handler.equals(DEFAULT) || handler.equals(IGNORE)) {
                if (number == SIGINT) {
                    again(left);
                    throw Errors.make(ts, Exceptions.type("KeyboardInterrupt"));
                }
                continue;
            }
            PyObject handled = ts.handled;
            try {
                Object frame = ts.depth > 0 ? FrameStack.frame(ts, ts.depth - 1) : Singleton.NONE;
                Object ignored = Call.call2(ts, handler, (long) number, frame);
            } catch (PythonException e) {
                again(left);
                throw e;
            } finally {
                ts.handled = handled;
            }
        }
    }

    /** What an exception kept from being handled comes again. */
    private void again(long signals) {
        long left = signals;
        while (left != 0) {
            owner.runtime().tripSignal(Long.numberOfTrailingZeros(left));
            left &= left - 1;
        }
    }
}
