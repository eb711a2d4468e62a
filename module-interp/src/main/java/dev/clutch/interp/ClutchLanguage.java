package dev.clutch.interp;

import dev.clutch.extension.spi.ExtensionProvider;
import dev.clutch.extension.spi.ModuleDefinition;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.generated.ExtensionIndex;
import dev.clutch.interp.host.HostState;
import dev.clutch.interp.imports.Extensions;
import dev.clutch.interp.modules.Modules;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyLock;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Failures;
import dev.clutch.runtime.Breaker;
import dev.clutch.runtime.InterpreterBirth;
import dev.clutch.runtime.Language;
import dev.clutch.runtime.Remains;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeInterpreter;
import dev.clutch.runtime.RuntimeThreadState;
import dev.clutch.runtime.os.OperatingSystems;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Python, as the runtime sees it: a service without state. */
public final class ClutchLanguage implements Language {
    /** For the service loader. */
    public ClutchLanguage() {}

    @Override
    public Object createRuntimeData(Runtime runtime) {
        return new RuntimeData(
                runtime.config().languageOptions() instanceof PythonOptions o ? o : PythonOptions.defaults());
    }

    /** What a runtime of this language keeps for its embedder. */
    public static HostState host(Runtime runtime) {
        return runtime.languageData(RuntimeData.class).host;
    }

    /** What the interpreters of one runtime share. */
    static final class RuntimeData {
        final PythonOptions options;
        final Extensions extensions = new Extensions();
        final CodeCache codes = new CodeCache();
        final ConcurrentHashMap<Class<?>, Object> tables = new ConcurrentHashMap<>();
        final OperatingSystems systems = new OperatingSystems();
        final HostState host = new HostState();

        /** The folder of the program, first on {@code sys.path} of every interpreter: {@code config.sys_path_0}. */
        volatile @Nullable String programFolder;

        /** What {@code site} has found; null as long as the program has not imported it. */
        volatile @Nullable Site site;

        RuntimeData(PythonOptions options) {
            this.options = options;
        }
    }

    @Override
    public RuntimeInterpreter createInterpreter(InterpreterBirth birth) {
        return new PyInterpreter(birth);
    }

    @Override
    public RuntimeThreadState createThreadState(RuntimeInterpreter interpreter) {
        return new PyThreadState((PyInterpreter) interpreter);
    }

    @Override
    public void initializeCore(RuntimeThreadState thread) {
        PyThreadState ts = (PyThreadState) thread;
        PyInterpreter interp = ts.interp;
        core(ts, "builtins", interp::setBuiltins);
        core(ts, "sys", interp::setSys);
    }

    private interface ModuleUser {
        void use(PyModule module);
    }

    private static PyModule core(PyThreadState ts, String name, ModuleUser user) {
        ExtensionProvider provider = ExtensionIndex.provider(name);
        if (provider == null) {
            throw new IllegalStateException("no core module " + name);
        }
        PyModule module = Modules.create(ts, provider.definition());
        ts.interp.modules().put(name, module);
        user.use(module);
        Modules.execute(ts, module);
        return module;
    }

    @Override
    public void initializeMain(RuntimeThreadState thread) {
        PyThreadState ts = (PyThreadState) thread;
        StandardStreams.install(ts);
        String folder = ts.interp.programFolder();
        Object path = ts.sysAttr("path");
        if (folder != null && path != null) {
            Call.method2(ts, path, "insert", 0L, Str.of(folder));
        }
        PyModule main = new PyModule("__main__");
        Object builtins = ts.interp.modules().get("builtins");
        main.dict.put("__annotations__", new PyDict());
        main.dict.put("__builtins__", builtins == null ? ts.interp.builtins() : builtins);
        ts.interp.modules().put("__main__", main);
        Site site = ts.interp.site();
        if (site != null) {
            site.enter(ts);
        }
    }

    @Override
    public void clearThreadState(RuntimeThreadState thread) {
        ((PyThreadState) thread).forgetObjects();
    }

    @Override
    public void shutdownThreading(RuntimeThreadState thread) {
        PyThreadState ts = (PyThreadState) thread;
        Object threading = ts.interp.modules().get("threading");
        if (threading != null) {
            forgetVisitor(ts, threading);
            try {
                Call.method0(ts, threading, "_shutdown");
            } catch (PythonException e) {
                ts.interp.unraisable().report(ts, e, threading);
            }
        }
    }

    /** {@code threading} takes the thread that imported it for the main thread and waits for it. If that was a visitor who has left, nothing tells of his end but this. */
    private static void forgetVisitor(PyThreadState ts, Object threading) {
        Object main = Attr.find(ts, threading, "_main_thread");
        if (main == null
                || !(Attr.find(ts, main, "_ident") instanceof Long ident)
                || ident == ts.threadIdent()
                || !(Attr.find(ts, main, "_tstate_lock") instanceof PyLock lock)) {
            return;
        }
        for (RuntimeThreadState other : ts.interp.threadStates()) {
            if (other.threadIdent() == ident) {
                return;
            }
        }
        lock.releaseIfLocked();
    }

    @Override
    public void runAtExit(RuntimeThreadState thread) {
        PyThreadState ts = (PyThreadState) thread;
        ts.interp.exitFunctions().run(ts);
    }

    @Override
    public void flushStreams(RuntimeThreadState thread) {
        PyThreadState ts = (PyThreadState) thread;
        flush(ts, "stdout");
        flush(ts, "stderr");
    }

    /** {@code flush_std_files}. */
    private static void flush(PyThreadState ts, String name) {
        Object stream = ts.sysAttr(name);
        if (stream == null || stream == Singleton.NONE) {
            return;
        }
        Object closed = ts.findAttr(stream, "closed");
        if ((closed == null || !ts.isTrue(closed)) && ts.findAttr(stream, "flush") != null) {
            try {
                Call.method0(ts, stream, "flush");
            } catch (PythonException e) {
                boolean told = ts.interp.lostOutput();
                ts.interp.noteLostOutput();
                if (name.equals("stdout") && !told) {
                    ts.interp.unraisable().report(ts, e, stream);
                }
            }
        }
    }

    @Override
    public void clearModules(RuntimeThreadState thread) {
        PyThreadState ts = (PyThreadState) thread;
        ts.interp.finalizers().runAll(ts);
        flushStreams(ts);
        watchExtensions(ts);
        ts.interp.clearModules();
        Modules.closeStates(ts);
        ts.interp.dropCells();
    }

    /**
     * What extensions have in this interpreter: state and types of their modules. Whoever keeps an object of such a type from outside keeps the type, and by it the interpreter with its core modules, which are not told
     * one by one.
     */
    private static void watchExtensions(PyThreadState ts) {
        PyDict modules = ts.interp.modules();
        for (int p = modules.next(0); p >= 0; p = modules.next(p + 1)) {
            if (modules.valueAt(p) instanceof PyModule module
                    && module.definition != null
                    && module.state != null
                    && ExtensionIndex.provider(module.definition.name()) == null) {
                watchExtension(ts.interp.remains(), module, module.definition, module.state);
            }
        }
    }

    private static void watchExtension(Remains remains, PyModule module, ModuleDefinition definition, Object state) {
        String provider = " (" + definition.getClass().getName() + ")";
        remains.watch(
                state, state.getClass().getName() + ", state of extension module " + definition.name() + provider);
        PyDict types = module.types;
        for (int p = types.next(0); p >= 0; p = types.next(p + 1)) {
            if (types.valueAt(p) instanceof TypeObject type) {
                remains.watch(
                        type, "type " + type.displayName() + " of extension module " + definition.name() + provider);
            }
        }
    }

    @Override
    public void dropInterpreter(RuntimeInterpreter interpreter) {
        ((PyInterpreter) interpreter).revokeShared();
        ((PyInterpreter) interpreter).closeSystem();
        ((PyInterpreter) interpreter).forgetObjects();
    }

    @Override
    public void runSignalHandlers(RuntimeThreadState thread, long signals) {
        PyThreadState ts = (PyThreadState) thread;
        try {
            ts.interp.signals().run(ts, signals);
        } catch (PythonException e) {
            ts.interruptedBy(e.value(), Breaker.ASYNC_EXC);
            throw e;
        }
    }

    @Override
    public RuntimeException asynchronousException(RuntimeThreadState thread, Object exception) {
        PyThreadState ts = (PyThreadState) thread;
        Object made = exception instanceof TypeObject t ? Call.call0(ts, t) : exception;
        if (!(made instanceof PyBaseException e)) {
            return Errors.typeError(ts, "exceptions must derive from BaseException");
        }
        ts.interruptedBy(e, Breaker.ASYNC_EXC);
        return Errors.carrier(ts, e);
    }

    @Override
    public RuntimeException interrupted(RuntimeThreadState thread) {
        PyThreadState ts = (PyThreadState) thread;
        PythonException e = Errors.make(ts, Exceptions.type("KeyboardInterrupt"));
        ts.interruptedBy(e.value(), Breaker.INTERRUPT);
        return e;
    }

    @Override
    public RuntimeException limitExceeded(RuntimeThreadState thread, String limit) {
        PyThreadState ts = (PyThreadState) thread;
        PythonException e = Errors.make(ts, ts.interp.limitExceeded(ts), Str.of(limit));
        ts.interruptedBy(e.value(), Breaker.LIMIT);
        return e;
    }

    @Override
    public RuntimeException threadEnding(RuntimeThreadState thread) {
        return Errors.make((PyThreadState) thread, Exceptions.type("SystemExit"));
    }

    @Override
    public RuntimeException javaFailure(RuntimeThreadState thread, Throwable failure) {
        return Failures.toPython((PyThreadState) thread, failure);
    }

    @Override
    public void threadFailed(RuntimeThreadState thread, Throwable failure) {
        PyThreadState ts = (PyThreadState) thread;
        PythonException e = Failures.toPython(ts, failure);
        if (!Errors.matches(e, "SystemExit")) {
            ts.interp.unraisable().report(ts, e, "in thread", null);
        }
    }

    @Override
    public void writeUnraisable(RuntimeThreadState thread, Throwable failure, String where) {
        PyThreadState ts = (PyThreadState) thread;
        PythonException e = Failures.toPython(ts, failure);
        PyObject value = e.value();
        if (!((TypeObject) value.type()).isSubtype(Exceptions.type("SystemExit"))) {
            ts.interp.unraisable().report(ts, e, "in " + where, null);
        }
    }
}
