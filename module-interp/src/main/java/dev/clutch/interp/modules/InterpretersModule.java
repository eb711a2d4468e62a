package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyInterpreter;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.crossing.CrossData;
import dev.clutch.interp.crossing.Crossing;
import dev.clutch.interp.crossing.ExceptionData;
import dev.clutch.interp.crossing.PyProxy;
import dev.clutch.interp.crossing.PyTransfer;
import dev.clutch.interp.crossing.Visit;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyNamespace;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.bytes.PyByteArray;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Sizes;
import dev.clutch.interp.op.Text;
import dev.clutch.runtime.InterpreterClosedException;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeInterpreter;
import dev.clutch.runtime.Whence;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code _interpreters}, what {@code concurrent.interpreters} is made of (PEP 734). It is core since it makes and enters interpreters. */
@ExtensionModule(
        name = "_interpreters",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED,
        doc = "Interpreters of this process.")
public final class InterpretersModule {
    @Constant
    static final int WHENCE_UNKNOWN = 0;

    @Constant
    static final int WHENCE_RUNTIME = 1;

    @Constant
    static final int WHENCE_LEGACY_CAPI = 2;

    @Constant
    static final int WHENCE_CAPI = 3;

    @Constant
    static final int WHENCE_XI = 4;

    @Constant
    static final int WHENCE_STDLIB = 5;

    private static final String PACKAGE = "concurrent.interpreters";
    private @Nullable TypeObject interpreterError;
    private @Nullable TypeObject notFoundError;

    @Exec
    void attributes(PyThreadState ts, PyObject module) {
        PyDict d = ((PyModule) module).dict;
        TypeObject error = Exceptions.newType(
                ts, PACKAGE + ".InterpreterError", "An operation between interpreters failed.", null);
        TypeObject notFound =
                Exceptions.newType(ts, PACKAGE + ".InterpreterNotFoundError", "There is no such interpreter.", error);
        // a ValueError in 3.13, a TypeError in 3.14
        TypeObject notShareable = Exceptions.newType(
                ts,
                PACKAGE + ".NotShareableError",
                "An object cannot cross to another interpreter.",
                new PyTuple(Exceptions.type("TypeError"), Exceptions.type("ValueError")));
        interpreterError = error;
        notFoundError = notFound;
        ts.interp.setNotShareableError(notShareable);
        d.put("InterpreterError", error);
        d.put("InterpreterNotFoundError", notFound);
        d.put("NotShareableError", notShareable);
    }

    private PythonException error(PyThreadState ts, String message) {
        TypeObject type = interpreterError;
        return Errors.make(ts, type == null ? Exceptions.type("RuntimeError") : type, Str.of(message));
    }

    // --- looking up --------------------------------------------------------------------------------------------

    private static Runtime runtime(PyThreadState ts) {
        return ts.interp.runtime();
    }

    /** {@code resolve_interp}. */
    private PyInterpreter find(PyThreadState ts, Object id, boolean restrict, String operation) {
        if (Types.of(id).slot(Slot.INDEX) == null) {
            throw Errors.typeError(
                    ts, "interpreter ID must be an int, got " + Types.of(id).displayName());
        }
        if (!(Numbers.index(ts, id) instanceof Long number)) {
            throw Errors.error(ts, "OverflowError", "int too big to convert");
        }
        if (number < 0) {
            throw Errors.valueError(ts, "interpreter ID must be a non-negative int, got " + ts.reprText(id));
        }
        RuntimeInterpreter found = runtime(ts).findInterpreter(number);
        if (found == null) {
            TypeObject type = notFoundError;
            throw Errors.make(
                    ts,
                    type == null ? Exceptions.type("RuntimeError") : type,
                    Str.of("unrecognized interpreter ID " + number));
        }
        if (restrict && found.whence() != Whence.STDLIB) {
            throw error(ts, "cannot " + operation + " unrecognized interpreter " + number);
        }
        return (PyInterpreter) found;
    }

    private static Object pair(RuntimeInterpreter interp) {
        return new PyTuple(interp.id(), (long) interp.whence().code());
    }

    @Expose(signature = "(*, require_ready=False)", doc = "Return id and origin of each interpreter.")
    static Object list_all(PyThreadState ts, boolean require_ready) {
        PyList all = new PyList();
        for (RuntimeInterpreter interp : runtime(ts).interpreters()) {
            all.append(pair(interp));
        }
        return all;
    }

    @Expose(doc = "Return id and origin of the running interpreter.")
    static Object get_current(PyThreadState ts) {
        return pair(ts.interp);
    }

    @Expose(doc = "Return id and origin of the main interpreter.")
    static Object get_main(PyThreadState ts) {
        return pair(runtime(ts).main());
    }

    @Expose(signature = "(id, *, restrict=False)", doc = "Whether code runs in __main__ of an interpreter.")
    boolean is_running(PyThreadState ts, Object id, boolean restrict) {
        return find(ts, id, restrict, "check if running for").isRunningMain();
    }

    @Expose(signature = "(id)", doc = "Return the origin of an interpreter, one of WHENCE_....")
    int whence(PyThreadState ts, Object id) {
        return find(ts, id, false, "get whence of").whence().code();
    }

    // --- life --------------------------------------------------------------------------------------------------

    @Expose(
            signature = "(name='isolated', /, **overrides)",
            doc = "Return a configuration to change and give to create().")
    static Object new_config(PyThreadState ts, String name, @Nullable Object overrides) {
        PyDict d = InterpreterSettings.named(ts, name);
        if (overrides instanceof PyDict given) {
            InterpreterSettings.override(ts, d, given);
        }
        return new PyNamespace(d);
    }

    @Expose(signature = "(id, *, restrict=False)", doc = "Return the configuration of an interpreter.")
    Object get_config(PyThreadState ts, Object id, boolean restrict) {
        PyInterpreter of = id == Singleton.NONE ? ts.interp : find(ts, id, restrict, "get the config of");
        return new PyNamespace(InterpreterSettings.asDict(of.config()));
    }

    @Expose(signature = "(config='isolated', *, reqrefs=False)", doc = "Make an interpreter; return its id.")
    long create(PyThreadState ts, Object config, boolean reqrefs) {
        try {
            InterpreterConfig settings = InterpreterSettings.of(ts, config);
            PyInterpreter made = (PyInterpreter) runtime(ts).newInterpreter(settings, Whence.STDLIB);
            if (reqrefs) {
                made.links().require();
            }
            return made.id();
        } catch (InterpreterClosedException | IllegalArgumentException e) {
            PythonException failure = error(ts, "interpreter creation failed");
            ((PyBaseException) failure.value()).context =
                    (PyBaseException) error(ts, String.valueOf(e.getMessage())).value();
            throw failure;
        }
    }

    @Expose(signature = "(id, *, restrict=False)", doc = "Close an interpreter.")
    void destroy(PyThreadState ts, Object id, boolean restrict) {
        PyInterpreter interp = find(ts, id, restrict, "destroy");
        if (interp == ts.interp) {
            throw error(ts, "cannot destroy the current interpreter");
        }
        if (interp.isMain()) {
            throw error(ts, "cannot destroy the main interpreter");
        }
        if (interp.isRunningMain()) {
            throw error(ts, "interpreter running");
        }
        close(ts, interp);
    }

    private void close(PyThreadState ts, PyInterpreter interp) {
        try {
            interp.close();
        } catch (IllegalStateException e) {
            throw error(ts, String.valueOf(e.getMessage()));
        }
    }

    @Expose(signature = "(id, *, implieslink=False, restrict=False)", doc = "Count an owner of an interpreter.")
    void incref(PyThreadState ts, Object id, boolean implieslink, boolean restrict) {
        PyInterpreter interp = find(ts, id, restrict, "incref");
        if (implieslink) {
            interp.links().require();
        }
        interp.links().add();
    }

    @Expose(
            signature = "(id, *, restrict=False)",
            doc = "Count one owner of an interpreter less; the last takes it along.")
    void decref(PyThreadState ts, Object id, boolean restrict) {
        PyInterpreter interp = find(ts, id, restrict, "decref");
        if (interp.links().remove() && interp != ts.interp && !interp.isMain() && !interp.isRunningMain()) {
            close(ts, interp);
        }
    }

    // --- running code there ------------------------------------------------------------------------------------

    @Expose(
            signature = "(id, updates, *, restrict=False, fallback=False)",
            doc = "Bind names in __main__ of an interpreter; with fallback=True whatever can be pickled.")
    void set___main___attrs(PyThreadState ts, Object id, Object updates, boolean restrict, boolean fallback) {
        PyInterpreter interp = find(ts, id, restrict, "update __main__ for");
        if (updates == Singleton.NONE) {
            return;
        }
        if (Sizes.of(ts, updates) == 0) {
            throw Errors.valueError(ts, "arg 2 must be a non-empty mapping");
        }
        if (!(updates instanceof PyDict d)) {
            throw Errors.typeError(ts, "expected a dict");
        }
        Visit visit = new Visit(interp, false);
        Map<String, CrossData> names = names(ts, d, fallback);
        inMain(ts, interp, () -> visit.bind(names));
        dispose(ts, names);
        ExceptionData failure = visit.failure();
        if (failure != null) {
            throw failed(ts, failure);
        }
    }

    /** Takes a dict apart. */
    private static Map<String, CrossData> names(PyThreadState ts, @Nullable Object shared, boolean fallback) {
        Map<String, CrossData> names = new LinkedHashMap<>();
        if (shared instanceof PyDict d) {
            Crossing crossing = new Crossing(ts);
            for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
                Object key = d.keyAt(p);
                if (!PyStr.isStr(key)) {
                    throw Errors.typeError(ts, "bad argument type for built-in operation");
                }
                Object value = d.valueAt(p);
                names.put(Text.java(key), fallback ? crossing.any(value) : crossing.shareable(value));
            }
        }
        return names;
    }

    @Expose(
            signature = "(id, code, shared=None, *, restrict=False, preserve_exc=False)",
            doc =
                    "Run a program, a function without arguments or a code object in __main__; return what went wrong, or None. With preserve_exc=True all that can be told of it.")
    Object exec(PyThreadState ts, Object id, Object code, Object shared, boolean restrict, boolean preserve_exc) {
        PyInterpreter interp = find(ts, id, restrict, "exec code for");
        if (PyStr.isStr(code)) {
            return runText(ts, interp, code, shared, preserve_exc);
        }
        requireCode(ts, code, "exec", "a string, a function, or a code object");
        return runFunction(ts, interp, code, shared, "exec", preserve_exc);
    }

    @Expose(signature = "(id, script, shared=None, *, restrict=False)", doc = "Run a program in __main__.")
    Object run_string(PyThreadState ts, Object id, Object script, Object shared, boolean restrict) {
        PyInterpreter interp = find(ts, id, restrict, "run a string in");
        if (!PyStr.isStr(script)) {
            throw Errors.typeError(ts, "_interpreters.run_string() argument 2 must be str, not " + kind(script));
        }
        return runText(ts, interp, script, shared, false);
    }

    @Expose(
            signature = "(id, func, shared=None, *, restrict=False)",
            doc = "Run a function without arguments in __main__.")
    Object run_func(PyThreadState ts, Object id, Object func, Object shared, boolean restrict) {
        PyInterpreter interp = find(ts, id, restrict, "run a function in");
        requireCode(ts, func, "run_func", "a function or a code object");
        return runFunction(ts, interp, func, shared, "run_func", false);
    }

    private static void requireCode(PyThreadState ts, Object o, String name, String expected) {
        if (!(o instanceof PyFunction) && !(o instanceof PyCode)) {
            throw Errors.typeError(
                    ts, "_interpreters." + name + "() argument 2 must be " + expected + ", not " + kind(o));
        }
    }

    /** What {@code _PyArg_BadArgument} calls an object. */
    private static String kind(Object o) {
        return o == Singleton.NONE ? "None" : Types.of(o).displayName();
    }

    private Object runText(
            PyThreadState ts, PyInterpreter interp, Object program, Object shared, boolean wholeFailure) {
        Map<String, CrossData> names = names(ts, shared, true);
        Visit visit = new Visit(interp, wholeFailure);
        inMain(ts, interp, () -> visit.run(names, Text.java(program)));
        dispose(ts, names);
        return outcome(ts, visit);
    }

    private Object runFunction(
            PyThreadState ts, PyInterpreter interp, Object function, Object shared, String name, boolean wholeFailure) {
        PyCode code = function instanceof PyFunction f ? f.code : (PyCode) function;
        if (code.parameterCount() > 0) {
            throw Errors.valueError(ts, "_interpreters." + name + "(): bad func (arguments not supported)");
        }
        if (code.freeCount() > 0) {
            throw Errors.valueError(ts, "_interpreters." + name + "(): closures not supported");
        }
        Map<String, CrossData> names = names(ts, shared, true);
        Visit visit = new Visit(interp, wholeFailure);
        if (function instanceof PyFunction) {
            CrossData crossed = new Crossing(ts).any(function);
            inMain(ts, interp, () -> visit.call(names, crossed, new CrossData[0], Map.of(), false));
            crossed.dispose(runtime(ts));
        } else {
            inMain(ts, interp, () -> visit.run(names, code));
        }
        dispose(ts, names);
        return outcome(ts, visit);
    }

    @Expose(
            signature = "(id, callable, args=None, kwargs=None, *, preserve_exc=False, restrict=False)",
            doc =
                    "Call a function in __main__; return its result and what went wrong, one of them None. Without args and kwargs, what went wrong or None.")
    Object call(
            PyThreadState ts,
            Object id,
            Object callable,
            Object args,
            Object kwargs,
            boolean preserve_exc,
            boolean restrict) {
        PyInterpreter interp = find(ts, id, restrict, "make a call in");
        if (args == Singleton.NONE && kwargs == Singleton.NONE) {
            // so it is called in 3.13, where it takes a plain function and drops the result
            requireCode(ts, callable, "call", "a function");
            return runFunction(ts, interp, callable, Singleton.NONE, "call", preserve_exc);
        }
        if (!Call.isCallable(callable)) {
            throw Errors.typeError(ts, "_interpreters.call() argument 2 must be a function, not " + kind(callable));
        }
        Crossing crossing = new Crossing(ts);
        CrossData function = crossing.any(callable);
        Object[] given = args == Singleton.NONE ? new Object[0] : Iter.toArray(ts, args);
        CrossData[] values = new CrossData[given.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = crossing.any(given[i]);
        }
        Map<String, CrossData> keywords = names(ts, kwargs, true);
        Visit visit = new Visit(interp, preserve_exc);
        inMain(ts, interp, () -> visit.call(function, values, keywords, true));
        function.dispose(runtime(ts));
        for (CrossData value : values) {
            value.dispose(runtime(ts));
        }
        dispose(ts, keywords);
        CrossData result = visit.result();
        if (result == null) {
            return new PyTuple(Singleton.NONE, outcome(ts, visit));
        }
        try {
            return new PyTuple(result.rebuild(ts), outcome(ts, visit));
        } finally {
            result.dispose(runtime(ts));
        }
    }

    private static void dispose(PyThreadState ts, Map<String, CrossData> names) {
        for (CrossData data : names.values()) {
            data.dispose(runtime(ts));
        }
    }

    private static Object outcome(PyThreadState ts, Visit visit) {
        ExceptionData failure = visit.failure();
        return failure == null ? Singleton.NONE : failure.asObject(ts);
    }

    private PythonException failed(PyThreadState ts, ExceptionData failure) {
        return error(ts, Text.java(Text.str(ts, ts.getAttr(failure.asObject(ts), "formatted"))));
    }

    /** Runs while {@code __main__} of the interpreter is taken. */
    private void inMain(PyThreadState ts, PyInterpreter interp, Runnable visit) {
        if (!interp.beginMain()) {
            throw error(ts, "interpreter already running");
        }
        try {
            enter(ts, visit);
        } finally {
            interp.endMain();
        }
    }

    private void enter(PyThreadState ts, Runnable visit) {
        try {
            visit.run();
        } catch (InterpreterClosedException e) {
            throw error(ts, String.valueOf(e.getMessage()));
        }
        // what was released there is given back here now, not at some later call
        ts.checkBreaker();
    }

    // --- objects -----------------------------------------------------------------------------------------------

    @Expose(signature = "(obj)", doc = "Whether an object crosses to other interpreters without being pickled.")
    static boolean is_shareable(PyThreadState ts, Object obj) {
        return Crossing.isShareable(ts, obj);
    }

    @Expose(
            signature = "(obj, /)",
            doc =
                    "Return a proxy to be handed to other interpreters: the object stays here, and they use it while they have this interpreter's lock.")
    static Object share(PyThreadState ts, Object obj) {
        return PyProxy.of(ts, obj);
    }

    @Expose(signature = "(proxy, /)", doc = "End the use of an object of this interpreter by others.")
    static void revoke(PyThreadState ts, Object proxy) {
        if (!(proxy instanceof PyProxy p)) {
            throw Errors.typeError(
                    ts, "expected a proxy, not " + Types.of(proxy).displayName());
        }
        p.revoke(ts);
    }

    @Expose(
            signature = "(bytes, /)",
            doc =
                    "Return an object that crosses as the bytearray itself: the receiver gets the bytes uncopied, the sender's bytearray is empty then.")
    static Object transfer(PyThreadState ts, Object bytes) {
        if (bytes instanceof PyByteArray b && b.type() == PyByteArray.TYPE) {
            return new PyTransfer(b);
        }
        throw Errors.typeError(
                ts,
                "only a bytearray can be handed over, not " + Types.of(bytes).displayName());
    }

    @Expose(signature = "(exc=None)", doc = "Return what other interpreters would learn of an exception.")
    static Object capture_exception(PyThreadState ts, Object exc) {
        Object e = exc;
        if (e == Singleton.NONE) {
            if (ts.handled == null) {
                return Singleton.NONE;
            }
            e = ts.handled;
        }
        if (!(e instanceof PyBaseException)) {
            throw Errors.typeError(ts, "expected exception, got " + Text.java(Text.repr(ts, e)));
        }
        return ExceptionData.of(ts, e).asObject(ts);
    }
}
