package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyInterpreter;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyLocal;
import dev.clutch.interp.object.PyLock;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyRLock;
import dev.clutch.interp.object.PyStructSequence;
import dev.clutch.interp.object.PyTraceback;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.exception.RaiseSupport;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.traceback.ExceptionPrinter;
import dev.clutch.runtime.OperationRefusedException;
import dev.clutch.runtime.PythonThread;
import dev.clutch.runtime.ThreadKind;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** {@code _thread}. */
@ExtensionModule(name = "_thread", multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class ThreadModule {
    private static final long MINIMUM_STACK = 32768;

    private long stackSize;
    private @Nullable TypeObject hookArguments;

    /** Threads that run now; changed by threads when they begin and end. */
    private final AtomicInteger running = new AtomicInteger();

    @Exec
    void attributes(PyThreadState ts, PyObject module) {
        PyDict d = ((PyModule) module).dict;
        d.put("LockType", PyLock.TYPE);
        d.put("RLock", PyRLock.TYPE);
        d.put("_local", PyLocal.TYPE);
        d.put("error", ts.exceptionType("RuntimeError"));
        d.put("TIMEOUT_MAX", PyLock.MAXIMUM_SECONDS);
        TypeObject type = PyStructSequence.newType(
                ts,
                "_thread._ExceptHookArgs",
                "What threading.excepthook gets.",
                new String[] {"exc_type", "exc_value", "exc_traceback", "thread"},
                4);
        hookArguments = type;
        d.put("_ExceptHookArgs", type);
    }

    @Expose(doc = "Make a lock.")
    static Object allocate_lock(PyThreadState ts) {
        return new PyLock();
    }

    @Expose(doc = "Old name of allocate_lock.")
    static Object allocate(PyThreadState ts) {
        return new PyLock();
    }

    @Expose(doc = "Return the number of the current thread.")
    static long get_ident(PyThreadState ts) {
        return ts.threadIdent();
    }

    @Expose(doc = "Return the operating system's number of the current thread.")
    static long get_native_id(PyThreadState ts) {
        return Thread.currentThread().threadId();
    }

    @Expose(doc = "Whether the running interpreter is the main one.")
    static boolean _is_main_interpreter(PyThreadState ts) {
        return ts.interp.isMain();
    }

    @Expose(doc = "Whether threads may be daemons here.")
    static boolean daemon_threads_allowed(PyThreadState ts) {
        return ts.interp.config().allowDaemonThreads();
    }

    @Expose(doc = "Return the number of running threads that Python code started.")
    int _count(PyThreadState ts) {
        return running.get();
    }

    @Expose(signature = "(size=0, /)", doc = "Return the stack size of new threads and set it.")
    long stack_size(PyThreadState ts, long size) {
        if (size < 0) {
            throw Errors.valueError(ts, "size must be 0 or a positive value");
        }
        if (size != 0 && size < MINIMUM_STACK) {
            throw Errors.valueError(ts, "size not valid: " + size + " bytes");
        }
        long old = stackSize;
        stackSize = size;
        return old;
    }

    @Expose(doc = "End the current thread by SystemExit.")
    static Object exit(PyThreadState ts) {
        throw Errors.make(ts, (TypeObject) ts.exceptionType("SystemExit"));
    }

    @Expose(doc = "Old name of exit.")
    static Object exit_thread(PyThreadState ts) {
        throw Errors.make(ts, (TypeObject) ts.exceptionType("SystemExit"));
    }

    @Expose(signature = "(signum=2, /)", doc = "Interrupt the main thread as a signal would.")
    static void interrupt_main(PyThreadState ts, int signum) {
        if (signum < 1 || signum > 64) {
            throw Errors.valueError(ts, "signal number out of range");
        }
        PyInterpreter main = (PyInterpreter) ts.interp.runtime().main();
        if (main.signals().isHandled(signum)) {
            ts.interp.runtime().tripSignal(signum);
            if (ts.interp == main) {
                ts.checkBreaker();
            }
        }
    }

    /** A lock that is set free when the current thread ends; {@code threading} waits for it. */
    @Expose(doc = "Return a lock that is released when the current thread ends.")
    static Object _set_sentinel(PyThreadState ts) {
        PyLock lock = new PyLock();
        ts.sentinel = lock;
        return lock;
    }

    @Expose(
            signature = "(function, args, kwargs={}, /)",
            doc = "Start a thread that calls a function; return its number.")
    long start_new_thread(PyThreadState ts, PyObject module, Object function, Object args, @Nullable Object kwargs) {
        if (!Call.isCallable(function)) {
            throw Errors.typeError(ts, "first arg must be callable");
        }
        if (!(args instanceof PyTuple t)) {
            throw Errors.typeError(ts, "2nd arg must be a tuple");
        }
        if (kwargs != null && !(kwargs instanceof PyDict)) {
            throw Errors.typeError(ts, "optional 3rd arg must be a dictionary");
        }
        ts.audit("_thread.start_new_thread", function, args, kwargs == null ? Singleton.NONE : kwargs);
        if (!ts.interp.config().allowThreads()) {
            throw Errors.error(ts, "RuntimeError", "thread is not supported for isolated subinterpreters");
        }
        try {
            PythonThread thread = ts.interp.startThread(
                    "Python thread", ThreadKind.UNMANAGED, stackSize, s -> run((PyThreadState) s, function, t, kwargs));
            return thread.ident();
        } catch (OperationRefusedException e) {
            throw Errors.error(ts, "RuntimeError", String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            throw Errors.error(ts, "RuntimeError", "can't start new thread");
        }
    }

    @Expose(signature = "(function, args, kwargs={}, /)", doc = "Old name of start_new_thread.")
    long start_new(PyThreadState ts, PyObject module, Object function, Object args, @Nullable Object kwargs) {
        return start_new_thread(ts, module, function, args, kwargs);
    }

    /** {@code thread_run}. */
    private void run(PyThreadState ts, Object function, PyTuple args, @Nullable Object kwargs) {
        running.incrementAndGet();
        try {
            Call.withDict(ts, function, args.items().clone(), kwargs);
        } catch (PythonException e) {
            if (!Errors.matches(e, "SystemExit")) {
                ts.interp.unraisable().report(ts, e, "in thread started by", function);
            }
        } finally {
            running.decrementAndGet();
            ts.endSentinel();
        }
    }

    @Expose(doc = "Report an exception that ended a thread.")
    void _excepthook(PyThreadState ts, Object args) {
        if (Types.of(args) != hookArguments) {
            throw Errors.typeError(ts, "_thread.excepthook argument type must be ExceptHookArgs");
        }
        PyTuple t = (PyTuple) args;
        if (t.get(0) == ts.exceptionType("SystemExit")) {
            return;
        }
        Object stderr = ts.sysAttr("stderr");
        Object thread = t.get(3);
        if (stderr == null || stderr == Singleton.NONE) {
            if (thread == Singleton.NONE) {
                return;
            }
            stderr = Attr.find(ts, thread, "_stderr");
            if (stderr == null || stderr == Singleton.NONE) {
                return;
            }
        }
        Object name = thread == Singleton.NONE ? null : Attr.find(ts, thread, "_name");
        String who = name == null ? Long.toString(ts.threadIdent()) : Text.java(Text.str(ts, name));
        StringBuilder text =
                new StringBuilder("Exception in thread ").append(who).append(":\n");
        if (t.get(1) instanceof PyBaseException e) {
            if (RaiseSupport.traceback(e) == null && t.get(2) instanceof PyTraceback traceback) {
                RaiseSupport.setTraceback(e, traceback);
            }
            text.append(ExceptionPrinter.text(ts, e));
        }
        Call.method1(ts, stderr, "write", Str.of(text.toString()));
        Call.method0(ts, stderr, "flush");
    }
}
