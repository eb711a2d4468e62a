package dev.clutch.interp.modules;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyTraceback;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.Tracer;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.exception.RaiseSupport;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.traceback.TracebackPrinter;
import dev.clutch.runtime.RuntimeThreadState;
import org.jspecify.annotations.Nullable;

/** What the hooks of {@code sys} do unless they are replaced, and how an uncaught exception reaches {@code sys.excepthook}. */
public final class SysHooks {
    private static final String DEFAULT_DEBUGGER = "pdb.set_trace";

    private SysHooks() {}

    /** {@code PyErr_PrintEx} for an exception that is no SystemExit. */
    public static void printUncaught(PyThreadState ts, PythonException e) {
        PyBaseException value = (PyBaseException) e.value();
        Object traceback = RaiseSupport.traceback(value);
        Object tb = traceback == null ? Singleton.NONE : traceback;
        ts.interp.sysDict().put("last_exc", value);
        ts.interp.sysDict().put("last_type", value.type());
        ts.interp.sysDict().put("last_value", value);
        ts.interp.sysDict().put("last_traceback", tb);
        Object hook = ts.sysAttr("excepthook");
        if (ts.interp.isAudited()) {
            ts.interp.audit(ts, "sys.excepthook", hook == null ? Singleton.NONE : hook, value.type(), value, tb);
        }
        if (hook == null) {
            TracebackPrinter.write(ts, "sys.excepthook is missing\n");
            TracebackPrinter.print(ts, value);
            return;
        }
        try {
            Call.call3(ts, hook, value.type(), value, tb);
        } catch (PythonException second) {
            if (Errors.matches(second, "SystemExit")) {
                throw second;
            }
            TracebackPrinter.write(ts, "Error in sys.excepthook:\n");
            TracebackPrinter.print(ts, second.value());
            TracebackPrinter.write(ts, "\nOriginal exception was:\n");
            TracebackPrinter.print(ts, value);
        }
    }

    /** {@code sys.excepthook}. */
    static void display(PyThreadState ts, Object type, Object value, Object traceback) {
        if (value instanceof PyBaseException e) {
            if (traceback instanceof PyTraceback t && RaiseSupport.traceback(e) == null) {
                RaiseSupport.setTraceback(e, t);
            }
            TracebackPrinter.print(ts, e);
            return;
        }
        TracebackPrinter.write(
                ts,
                "TypeError: print_exception(): Exception expected for value, "
                        + ts.typeOf(value).name() + " found\n");
    }

    /** {@code sys.displayhook}. */
    static void show(PyThreadState ts, Object value) {
        if (value == Singleton.NONE) {
            return;
        }
        ts.interp.builtins().put("_", Singleton.NONE);
        Object out = ts.sysAttr("stdout");
        if (out == null || out == Singleton.NONE) {
            throw Errors.error(ts, "RuntimeError", "lost sys.stdout");
        }
        Object text = Text.repr(ts, value);
        try {
            Call.method1(ts, out, "write", text);
        } catch (PythonException e) {
            if (!Errors.matches(e, "UnicodeEncodeError")) {
                throw e;
            }
            writeEscaped(ts, out, text);
        }
        Call.method1(ts, out, "write", "\n");
        ts.interp.builtins().put("_", value);
    }

    /** {@code sys_displayhook_unencodable}. */
    private static void writeEscaped(PyThreadState ts, Object out, Object text) {
        Object encoding = Attr.get(ts, out, "encoding");
        Object bytes = Call.vector(ts, Attr.get(ts, text, "encode"), new Object[] {encoding, "backslashreplace"}, null);
        Object buffer = Attr.find(ts, out, "buffer");
        if (buffer != null) {
            Call.method1(ts, buffer, "write", bytes);
            return;
        }
        Object escaped = Call.vector(ts, Attr.get(ts, bytes, "decode"), new Object[] {encoding, "strict"}, null);
        Call.method1(ts, out, "write", escaped);
    }

    /** {@code sys.settrace}. */
    static void setTrace(PyThreadState ts, Object function) {
        ts.audit("sys.settrace");
        Tracer.setTrace(ts, function == Singleton.NONE ? null : function);
    }

    static Object traceFunction(PyThreadState ts) {
        Tracer t = ts.tracer;
        Object function = t == null ? null : t.traceFunction();
        return function == null ? Singleton.NONE : function;
    }

    /** {@code sys.setprofile}. */
    static void setProfile(PyThreadState ts, Object function) {
        ts.audit("sys.setprofile");
        Tracer.setProfile(ts, function == Singleton.NONE ? null : function);
    }

    static Object profileFunction(PyThreadState ts) {
        Tracer t = ts.tracer;
        Object function = t == null ? null : t.profileFunction();
        return function == null ? Singleton.NONE : function;
    }

    /** {@code sys._settraceallthreads}; the others wait for the lock meanwhile. */
    static void setTraceOfAll(PyThreadState ts, Object function) {
        for (RuntimeThreadState other : ts.interp.threadStates()) {
            Tracer.setTrace((PyThreadState) other, function == Singleton.NONE ? null : function);
        }
    }

    static void setProfileOfAll(PyThreadState ts, Object function) {
        for (RuntimeThreadState other : ts.interp.threadStates()) {
            Tracer.setProfile((PyThreadState) other, function == Singleton.NONE ? null : function);
        }
    }

    static Object callTracing(PyThreadState ts, Object function, PyTuple args) {
        Tracer t = ts.tracer;
        Object[] arguments = args.items().clone();
        return t == null ? Call.vector(ts, function, arguments, null) : t.callTraced(ts, function, arguments);
    }

    /** {@code sys.breakpointhook}. */
    static Object breakpoint(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        String name = ts.interp.options().ignoreEnvironment
                ? null
                : ts.os().environment().get("PYTHONBREAKPOINT");
        if (name == null || name.isEmpty()) {
            name = DEFAULT_DEBUGGER;
        }
        if (name.equals("0")) {
            return Singleton.NONE;
        }
        int dot = name.lastIndexOf('.');
        Object function = null;
        try {
            Object module = dot < 0 ? ts.importModule("builtins") : ts.importModule(name.substring(0, dot));
            function = Attr.find(ts, module, name.substring(dot + 1));
        } catch (PythonException e) {
            if (!Errors.matches(e, "ImportError")) {
                throw e;
            }
        }
        if (function == null) {
            ts.warn("RuntimeWarning", "Ignoring unimportable $PYTHONBREAKPOINT: \"" + name + "\"", 1);
            return Singleton.NONE;
        }
        return Call.withDict(ts, function, args, kwargs);
    }

    /** {@code sys_audit}'s hook list: a hook of Python code. */
    static void addAuditHook(PyThreadState ts, Object hook) {
        try {
            ts.interp.addAuditHook(ts, new PythonHook(hook));
        } catch (PythonException e) {
            // a hook that is there may refuse the new one by any Exception
            if (!Errors.matches(ts, e.value(), Exceptions.type("Exception"))) {
                throw e;
            }
        }
    }

    private static final class PythonHook implements dev.clutch.runtime.AuditHook {
        private final Object hook;

        PythonHook(Object hook) {
            this.hook = hook;
        }

        @Override
        public void audit(dev.clutch.runtime.@Nullable RuntimeThreadState ts, String event, Object[] arguments) {
            if (ts instanceof PyThreadState s) {
                Call.call2(s, hook, Str.of(event), new PyTuple(arguments.clone()));
            }
        }
    }
}
