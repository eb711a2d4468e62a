package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.FrameStack;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyStructSequence;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.exception.RaiseSupport;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Numbers;
import dev.clutch.runtime.LifecycleState;
import dev.clutch.runtime.RuntimeThreadState;
import org.jspecify.annotations.Nullable;

/** {@code sys}. Answers to {@code sysmodule.c}. */
@ExtensionModule(name = "sys", multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class SysModule {
    /** What CPython answers for objects that it does not count. */
    private static final long UNCOUNTED = 0xFFFFFFFFL;

    private static final int LEAST_DIGITS = 640;
    private static final long RTLD_NOW = 2;
    private static final double NANOS = 1e9;

    private final InternedTexts interned = new InternedTexts();

    private long dlopenFlags = RTLD_NOW;
    private @Nullable TypeObject asyncgenHooks;

    @Exec
    void attributes(PyThreadState ts, PyObject module) {
        PyDict d = ((PyModule) module).dict;
        new SysAttributes(ts, d).fill();
        asyncgenHooks = PyStructSequence.newClosedType(
                ts, "sys.asyncgen_hooks", "", new String[] {"firstiter", "finalizer"}, 2);
        TypeObject unraisable = PyStructSequence.newType(
                ts,
                "sys.UnraisableHookArgs",
                "What sys.unraisablehook gets.",
                new String[] {"exc_type", "exc_value", "exc_traceback", "err_msg", "object"},
                5);
        d.put("UnraisableHookArgs", unraisable);
        ts.interp.unraisable().setArguments(unraisable);
        ts.interp.setMaxStrDigits(ts.interp.options().maxStrDigits);
        keep(d, "displayhook");
        keep(d, "excepthook");
        keep(d, "breakpointhook");
        keep(d, "unraisablehook");
    }

    private static void keep(PyDict d, String hook) {
        Object own = d.get(hook);
        if (own != null) {
            d.put(("__" + hook + "__").intern(), own);
        }
    }

    // --- leaving, and exceptions -------------------------------------------------------------------------------

    @Expose(signature = "(status=None, /)", doc = "Leave the interpreter by raising SystemExit(status).")
    static Object exit(PyThreadState ts, Object status) {
        if (status instanceof PyBaseException e && Errors.matches(ts, e, Exceptions.type("SystemExit"))) {
            throw Errors.carrier(ts, e);
        }
        Object[] args = status == Singleton.NONE
                ? new Object[0]
                : status instanceof PyTuple t ? t.items().clone() : new Object[] {status};
        throw Errors.make(ts, Exceptions.type("SystemExit"), args);
    }

    @Expose(doc = "Return the exception being handled, or None.")
    static Object exception(PyThreadState ts) {
        return ts.handled == null ? Singleton.NONE : ts.handled;
    }

    @Expose(doc = "Return type, value and traceback of the exception being handled.")
    static Object exc_info(PyThreadState ts) {
        if (!(ts.handled instanceof PyBaseException e)) {
            return new PyTuple(Singleton.NONE, Singleton.NONE, Singleton.NONE);
        }
        Object traceback = RaiseSupport.traceback(e);
        return new PyTuple(e.type(), e, traceback == null ? Singleton.NONE : traceback);
    }

    @Expose(doc = "Whether the interpreter is shutting down.")
    static boolean is_finalizing(PyThreadState ts) {
        return ts.interp.lifecycle().state().compareTo(LifecycleState.FINALIZING) >= 0;
    }

    // --- hooks -------------------------------------------------------------------------------------------------

    @Expose(signature = "(object, /)", doc = "Print an object to sys.stdout and keep it in builtins._.")
    static void displayhook(PyThreadState ts, Object object) {
        SysHooks.show(ts, object);
    }

    @Expose(signature = "(exctype, value, traceback, /)", doc = "Print an exception to sys.stderr.")
    static void excepthook(PyThreadState ts, Object exctype, Object value, Object traceback) {
        SysHooks.display(ts, exctype, value, traceback);
    }

    @Expose(signature = "(*args, **kws)", doc = "What builtins.breakpoint() calls.")
    static Object breakpointhook(PyThreadState ts, Object[] args, @Nullable Object kws) {
        return SysHooks.breakpoint(ts, args, kws);
    }

    @Expose(signature = "(unraisable, /)", doc = "Print an exception that nobody can catch.")
    static void unraisablehook(PyThreadState ts, Object unraisable) {
        ts.interp.unraisable().hook(ts, unraisable);
    }

    @Expose(signature = "(event, /, *args)", doc = "Tell the audit hooks of an event.")
    static void audit(PyThreadState ts, Object event, Object[] args) {
        if (!ts.interp.isAudited()) {
            return;
        }
        if (!PyStr.isStr(event)) {
            throw Errors.typeError(
                    ts,
                    "expected str for argument 'event', not " + Types.of(event).displayName());
        }
        ts.interp.audit(ts, PyStr.plain(event).toString(), args);
    }

    @Expose(signature = "(hook)", doc = "Add an audit hook for this interpreter, for good.")
    static void addaudithook(PyThreadState ts, Object hook) {
        SysHooks.addAuditHook(ts, hook);
    }

    @Expose(signature = "(function, /)", doc = "Set the trace function of this thread.")
    static void settrace(PyThreadState ts, Object function) {
        SysHooks.setTrace(ts, function);
    }

    @Expose(doc = "Return the trace function of this thread.")
    static Object gettrace(PyThreadState ts) {
        return SysHooks.traceFunction(ts);
    }

    @Expose(signature = "(function, /)", doc = "Set the profile function of this thread.")
    static void setprofile(PyThreadState ts, Object function) {
        SysHooks.setProfile(ts, function);
    }

    @Expose(doc = "Return the profile function of this thread.")
    static Object getprofile(PyThreadState ts) {
        return SysHooks.profileFunction(ts);
    }

    @Expose(signature = "(arg, /)", doc = "Set the trace function of all threads.")
    static void _settraceallthreads(PyThreadState ts, Object arg) {
        SysHooks.setTraceOfAll(ts, arg);
    }

    @Expose(signature = "(arg, /)", doc = "Set the profile function of all threads.")
    static void _setprofileallthreads(PyThreadState ts, Object arg) {
        SysHooks.setProfileOfAll(ts, arg);
    }

    @Expose(signature = "(func, args, /)", doc = "Call a function with its events traced.")
    static Object call_tracing(PyThreadState ts, Object func, Object args) {
        if (!(args instanceof PyTuple t)) {
            throw Errors.typeError(
                    ts,
                    "call_tracing() argument 2 must be tuple, not "
                            + Types.of(args).displayName());
        }
        return SysHooks.callTracing(ts, func, t);
    }

    @Expose(signature = "(*args, **kwargs)", doc = "Set the hooks of asynchronous generators: firstiter, finalizer.")
    static void set_asyncgen_hooks(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        Object first = args.length > 0 ? args[0] : null;
        Object last = args.length > 1 ? args[1] : null;
        if (args.length > 2) {
            throw Errors.typeError(ts, "set_asyncgen_hooks() takes at most 2 arguments (" + args.length + " given)");
        }
        if (kwargs instanceof PyDict d) {
            for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
                if ("firstiter".equals(d.keyAt(p)) && first == null) {
                    first = d.valueAt(p);
                } else if ("finalizer".equals(d.keyAt(p)) && last == null) {
                    last = d.valueAt(p);
                } else {
                    throw Errors.typeError(
                            ts, "'" + d.keyAt(p) + "' is an invalid keyword argument for set_asyncgen_hooks()");
                }
            }
        }
        checkHook(ts, "finalizer", last);
        checkHook(ts, "firstiter", first);
        if (last != null) {
            ts.interp.audit(ts, "sys.set_asyncgen_hook_finalizer");
            ts.asyncgenFinalizer = last == Singleton.NONE ? null : last;
        }
        if (first != null) {
            ts.interp.audit(ts, "sys.set_asyncgen_hook_firstiter");
            ts.asyncgenFirstiter = first == Singleton.NONE ? null : first;
        }
    }

    private static void checkHook(PyThreadState ts, String what, @Nullable Object hook) {
        if (hook != null && hook != Singleton.NONE && !Call.isCallable(hook)) {
            throw Errors.typeError(
                    ts, "callable " + what + " expected, got " + Types.of(hook).displayName());
        }
    }

    @Expose(doc = "Return the hooks of asynchronous generators.")
    Object get_asyncgen_hooks(PyThreadState ts) {
        Object first = ts.asyncgenFirstiter;
        Object last = ts.asyncgenFinalizer;
        TypeObject type = asyncgenHooks;
        if (type == null) {
            throw new IllegalStateException("sys is not initialised");
        }
        return PyStructSequence.make(
                type, first == null ? Singleton.NONE : first, last == null ? Singleton.NONE : last);
    }

    @Expose(signature = "(depth)", doc = "Set how many frames of the creator a coroutine keeps.")
    static void set_coroutine_origin_tracking_depth(PyThreadState ts, int depth) {
        if (depth < 0) {
            throw Errors.valueError(ts, "depth must be >= 0");
        }
        ts.coroutineOriginDepth = depth;
    }

    @Expose(doc = "Return how many frames of the creator a coroutine keeps.")
    static int get_coroutine_origin_tracking_depth(PyThreadState ts) {
        return ts.coroutineOriginDepth;
    }

    // --- frames ------------------------------------------------------------------------------------------------

    @Expose(signature = "(depth=0, /)", doc = "Return a frame of the call stack.")
    static Object _getframe(PyThreadState ts, int depth) {
        int index = ts.depth - 1 - Math.max(depth, 0);
        if (index < 0) {
            throw Errors.valueError(ts, "call stack is not deep enough");
        }
        Object frame = FrameStack.frame(ts, index);
        if (ts.interp.isAudited()) {
            ts.interp.audit(ts, "sys._getframe", frame);
        }
        return frame;
    }

    @Expose(signature = "(depth=0)", doc = "Return the name of the module of a calling function, or None.")
    static Object _getframemodulename(PyThreadState ts, int depth) {
        if (ts.interp.isAudited()) {
            ts.interp.audit(ts, "sys._getframemodulename", (long) depth);
        }
        int index = ts.depth - 1 - Math.max(depth, 0);
        if (index < 0) {
            return Singleton.NONE;
        }
        Object name = FrameStack.function(ts, index).globals.get("__name__");
        return name == null ? Singleton.NONE : name;
    }

    @Expose(doc = "Return the current frame of each thread by the thread's number.")
    static Object _current_frames(PyThreadState ts) {
        ts.interp.audit(ts, "sys._current_frames");
        PyDict frames = new PyDict();
        for (RuntimeThreadState other : ts.interp.threadStates()) {
            PyThreadState t = (PyThreadState) other;
            if (t.depth > 0) {
                frames.put(ts, t.threadIdent(), FrameStack.current(t));
            }
        }
        return frames;
    }

    @Expose(doc = "Return the exception that each thread handles by the thread's number.")
    static Object _current_exceptions(PyThreadState ts) {
        ts.interp.audit(ts, "sys._current_exceptions");
        PyDict handled = new PyDict();
        for (RuntimeThreadState other : ts.interp.threadStates()) {
            PyThreadState t = (PyThreadState) other;
            handled.put(ts, t.threadIdent(), t.handled == null ? Singleton.NONE : t.handled);
        }
        return handled;
    }

    // --- limits ------------------------------------------------------------------------------------------------

    @Expose(doc = "Return how deep calls may nest.")
    static long getrecursionlimit(PyThreadState ts) {
        return ts.interp.recursionLimit();
    }

    @Expose(signature = "(limit, /)", doc = "Set how deep calls may nest.")
    static void setrecursionlimit(PyThreadState ts, int limit) {
        if (limit < 1) {
            throw Errors.valueError(ts, "recursion limit must be greater or equal than 1");
        }
        if (limit <= ts.depth) {
            throw Errors.error(
                    ts,
                    "RecursionError",
                    "cannot set the recursion limit to " + limit + " at the recursion depth " + ts.depth
                            + ": the limit is too low");
        }
        ts.interp.setRecursionLimit(ts, limit);
    }

    @Expose(doc = "Return after how many seconds a thread is asked for the lock.")
    static double getswitchinterval(PyThreadState ts) {
        return ts.interp.lock().intervalNanos() / NANOS;
    }

    @Expose(signature = "(interval, /)", doc = "Set after how many seconds a thread is asked for the lock.")
    static void setswitchinterval(PyThreadState ts, double interval) {
        if (!(interval > 0)) {
            throw Errors.valueError(ts, "switch interval must be strictly positive");
        }
        ts.interp.lock().setIntervalNanos(Math.max(1, (long) (interval * NANOS)));
    }

    @Expose(doc = "Return how many digits an int may have as text; 0 for any number.")
    static long get_int_max_str_digits(PyThreadState ts) {
        return ts.interp.maxStrDigits();
    }

    @Expose(signature = "(maxdigits)", doc = "Set how many digits an int may have as text; 0 for any number.")
    static void set_int_max_str_digits(PyThreadState ts, int maxdigits) {
        if (maxdigits != 0 && maxdigits < LEAST_DIGITS) {
            throw Errors.valueError(ts, "maxdigits must be 0 or larger than " + LEAST_DIGITS);
        }
        ts.interp.setMaxStrDigits(maxdigits);
    }

    // --- objects -----------------------------------------------------------------------------------------------

    @Expose(signature = "(string, /)", doc = "Return the one str object that stands for a text.")
    Object intern(PyThreadState ts, Object string) {
        if (!PyStr.isStr(string)) {
            throw Errors.typeError(
                    ts, "intern() argument must be str, not " + Types.of(string).displayName());
        }
        if (PyStr.plain(string) != string) {
            throw Errors.typeError(ts, "can't intern " + Types.of(string).displayName());
        }
        return interned.intern(string);
    }

    /** Objects are not counted: the answer is the one that CPython gives for immortal objects. */
    @Expose(
            signature = "(object, /)",
            doc = "Return the number of references as CPython gives it for uncounted objects.")
    static long getrefcount(PyThreadState ts, Object object) {
        return UNCOUNTED;
    }

    @Expose(
            signature = "(object, default=<absent>)",
            doc = "Return the size of an object in bytes as CPython would have it.")
    static Object getsizeof(PyThreadState ts, Object object, @Nullable Object default_) {
        try {
            return size(ts, object);
        } catch (PythonException e) {
            if (default_ != null && Errors.matches(e, "TypeError")) {
                return default_;
            }
            throw e;
        }
    }

    private static Object size(PyThreadState ts, Object object) {
        Object method = ts.findSpecial(object, "__sizeof__");
        if (method == null) {
            throw Errors.typeError(ts, "Type " + Types.of(object).displayName() + " doesn't define __sizeof__");
        }
        long size = Numbers.asLong(ts, Call.call0(ts, method));
        if (size < 0) {
            throw Errors.valueError(ts, "__sizeof__() should return >= 0");
        }
        return size + (GcTracking.isContainer(object) ? GcTracking.HEADER : 0);
    }

    @Expose(doc = "Return the number of allocated blocks, which this memory has none of.")
    static int getallocatedblocks(PyThreadState ts) {
        return 0;
    }

    @Expose(doc = "Return the number of interned texts that are no names.")
    int getunicodeinternedsize(PyThreadState ts) {
        return interned.size();
    }

    @Expose(doc = "Forget what was found through types.")
    static void _clear_type_cache(PyThreadState ts) {
        // each type forgets by itself when it or a base changes
    }

    // --- encodings and system ----------------------------------------------------------------------------------

    @Expose(doc = "Return the encoding of str.encode() without arguments.")
    static Object getdefaultencoding(PyThreadState ts) {
        return "utf-8";
    }

    @Expose(doc = "Return the encoding of file names.")
    static Object getfilesystemencoding(PyThreadState ts) {
        return "utf-8";
    }

    @Expose(doc = "Return the error handler of file names.")
    static Object getfilesystemencodeerrors(PyThreadState ts) {
        return "surrogateescape";
    }

    @Expose(doc = "Return the flags for loading shared libraries.")
    long getdlopenflags(PyThreadState ts) {
        return dlopenFlags;
    }

    @Expose(signature = "(flags, /)", doc = "Set the flags for loading shared libraries.")
    void setdlopenflags(PyThreadState ts, int flags) {
        dlopenFlags = flags;
    }

    @Expose(signature = "(backend, /)", doc = "Refused: there is no perf trampoline.")
    static void activate_stack_trampoline(PyThreadState ts, String backend) {
        throw Errors.valueError(ts, "perf trampoline not available");
    }

    @Expose(doc = "Nothing, since there is no perf trampoline.")
    static void deactivate_stack_trampoline(PyThreadState ts) {
        // never active
    }

    @Expose(doc = "False, since there is no perf trampoline.")
    static boolean is_stack_trampoline_active(PyThreadState ts) {
        return false;
    }
}
