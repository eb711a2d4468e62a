package dev.clutch.interp;

import dev.clutch.extension.spi.CloseableState;
import dev.clutch.extension.spi.os.Os;
import dev.clutch.extension.spi.os.WakeHandle;
import dev.clutch.interp.crossing.CrossType;
import dev.clutch.interp.crossing.InterpreterLinks;
import dev.clutch.interp.crossing.SharedObjects;
import dev.clutch.interp.encodings.CodecRegistry;
import dev.clutch.interp.host.Embedder;
import dev.clutch.interp.imports.Extensions;
import dev.clutch.interp.imports.Importer;
import dev.clutch.interp.imports.QuickImport;
import dev.clutch.interp.nodes.NodeTypes;
import dev.clutch.interp.object.CodeBodies;
import dev.clutch.interp.object.CodeNotes;
import dev.clutch.interp.object.ExitFunctions;
import dev.clutch.interp.object.Identities;
import dev.clutch.interp.object.InlineCaches;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.SignalTable;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.exception.Unraisable;
import dev.clutch.interp.object.generator.Unawaited;
import dev.clutch.interp.object.typing.PyGeneric;
import dev.clutch.interp.object.weak.Finalizers;
import dev.clutch.interp.object.weak.WeakReferences;
import dev.clutch.interp.warnings.WarningState;
import dev.clutch.runtime.InterpreterBirth;
import dev.clutch.runtime.RuntimeInterpreter;
import dev.clutch.runtime.os.OperatingSystems;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One interpreter: what the language keeps of {@code PyInterpreterState}, and the side tables that CPython keeps in its per-interpreter copies of static types. All of
 * it is touched under the interpreter's lock.
 */
public final class PyInterpreter extends RuntimeInterpreter {
    private final PyDict modules = new PyDict();
    /** The namespaces of the modules that were taken from {@code sys.modules} when it closed. */
    private final List<PyDict> namespaces = new ArrayList<>();

    private @Nullable PyModule builtinsModule;
    private @Nullable PyModule sysModule;
    private PyDict builtins = new PyDict();
    private PyDict sysDict = new PyDict();
    private final Identities identities = new Identities(id());
    private final WeakReferences weakReferences = new WeakReferences(this);
    private Unawaited unawaited = new Unawaited(this);
    private @Nullable TypeObject generic;
    private final CodeBodies codeBodies = new CodeBodies();
    private final CodeNotes codeNotes = new CodeNotes();
    private Finalizers finalizers = new Finalizers(this);
    private InlineCaches inlineCaches = new InlineCaches();
    private final ExitFunctions exitFunctions = new ExitFunctions();
    private SignalTable signals = new SignalTable(this);
    private final WeakHashMap<TypeObject, CrossType> crossTypes = new WeakHashMap<>();
    private @Nullable TypeObject notShareableError;
    private final AtomicBoolean runningMain = new AtomicBoolean();
    private final InterpreterLinks links = new InterpreterLinks();
    private @Nullable SharedObjects sharedObjects;
    private final AtomicReference<@Nullable Embedder> embedder = new AtomicReference<>();
    private Unraisable unraisable = new Unraisable();
    private @Nullable CodecRegistry codecs;
    private @Nullable WarningState warnings;
    private final IdentityHashMap<TypeObject, List<WeakReference<TypeObject>>> builtinSubclasses =
            new IdentityHashMap<>();
    private final List<CloseableState> closeableStates = new ArrayList<>();
    private @Nullable PyModule importlib;
    private @Nullable QuickImport quickImport;
    private @Nullable Object importFunction;
    private @Nullable NodeTypes nodeTypes;
    private volatile boolean lostOutput;
    private @Nullable Os os;
    private final ArrayDeque<WakeHandle> wakeHandles = new ArrayDeque<>();
    private int maxStrDigits = 4300;
    private @Nullable TypeObject limitExceeded;
    private @Nullable PythonOptions options;
    private long largestAllocation = -1;

    /** For the language's factory. */
    PyInterpreter(InterpreterBirth birth) {
        super(birth);
    }

    /** {@code sys.modules}. */
    public PyDict modules() {
        return modules;
    }

    /** The dict of {@code builtins}. */
    public PyDict builtins() {
        return builtins;
    }

    /** Sets the module {@code builtins}, once, while the interpreter starts. */
    void setBuiltins(PyModule module) {
        builtinsModule = module;
        builtins = module.dict;
    }

    /** Sets the module {@code sys}, once, while the interpreter starts. */
    void setSys(PyModule module) {
        sysModule = module;
        sysDict = module.dict;
    }

    /** The module {@code sys}. */
    public @Nullable PyModule sysModule() {
        return sysModule;
    }

    /** The module {@code builtins}. */
    public @Nullable PyModule builtinsModule() {
        return builtinsModule;
    }

    /** The dict of {@code sys}. */
    public PyDict sysDict() {
        return sysDict;
    }

    /** The extension modules that the runtime can load. */
    public Extensions extensions() {
        return runtime().languageData(ClutchLanguage.RuntimeData.class).extensions;
    }

    /** The options of the command line. */
    public PythonOptions options() {
        PythonOptions own = options;
        if (own == null) {
            own = runtime()
                    .languageData(ClutchLanguage.RuntimeData.class)
                    .options
                    .with(config());
            options = own;
        }
        return own;
    }

    /** The folder of the program that the runtime runs, null for none. */
    @Nullable
    String programFolder() {
        return runtime().languageData(ClutchLanguage.RuntimeData.class).programFolder;
    }

    /** Sets the folder of the program: first on {@code sys.path} of interpreters made from now on. */
    public void setProgramFolder(String folder) {
        runtime().languageData(ClutchLanguage.RuntimeData.class).programFolder = folder;
    }

    /** What {@code site} of the program has found; null without. */
    @Nullable
    Site site() {
        return runtime().languageData(ClutchLanguage.RuntimeData.class).site;
    }

    /** Sets what {@code site} has found, for interpreters made from now on. */
    public void setSite(Site site) {
        runtime().languageData(ClutchLanguage.RuntimeData.class).site = site;
    }

    /** The ids given out. */
    public Identities identities() {
        return identities;
    }

    /** The coroutines that nobody has awaited. */
    public Unawaited unawaited() {
        return unawaited;
    }

    /** {@code typing.Generic}. */
    public TypeObject generic() {
        TypeObject t = generic;
        if (t == null) {
            t = PyGeneric.make(this);
            generic = t;
        }
        return t;
    }

    /** The code objects that programs have looked into. */
    public CodeBodies codeBodies() {
        return codeBodies;
    }

    /** The weak references to the objects of this interpreter and to built-in types. */
    public WeakReferences weakReferences() {
        return weakReferences;
    }

    /** The objects to be finalized. */
    public Finalizers finalizers() {
        return finalizers;
    }

    /** What the sites of this interpreter's functions have learnt. */
    public InlineCaches inlineCaches() {
        return inlineCaches;
    }

    /** How the instances of heap types cross to other interpreters. */
    public WeakHashMap<TypeObject, CrossType> crossTypes() {
        return crossTypes;
    }

    /** {@code _interpreters.NotShareableError}, null until that module is loaded. */
    public @Nullable TypeObject notShareableError() {
        return notShareableError;
    }

    /** Sets {@link #notShareableError}. */
    public void setNotShareableError(TypeObject type) {
        notShareableError = type;
    }

    /** Whether code runs in {@code __main__}; from any thread. */
    public boolean isRunningMain() {
        return runningMain.get();
    }

    /** Begins to run code in {@code __main__}; false when some does already ({@code _PyInterpreterState_SetRunningMain}). */
    public boolean beginMain() {
        return runningMain.compareAndSet(false, true);
    }

    /** Ends what {@link #beginMain} began. */
    public void endMain() {
        runningMain.set(false);
    }

    /** How many objects of other interpreters keep this one; from any thread. */
    public InterpreterLinks links() {
        return links;
    }

    /** The objects that other interpreters may use. */
    public SharedObjects sharedObjects() {
        SharedObjects s = sharedObjects;
        if (s == null) {
            s = new SharedObjects(this);
            sharedObjects = s;
        }
        return s;
    }

    /** What Java code holds of it, null as long as nobody has asked; from any thread. */
    public @Nullable Embedder embedder() {
        return embedder.get();
    }

    /** Sets {@link #embedder} unless there is one; returns which it is then. From any thread. */
    public Embedder setEmbedder(Embedder made) {
        Embedder before = embedder.compareAndExchange(null, made);
        return before == null ? made : before;
    }

    /** Ends the use of its objects by others, once nothing of it runs any more. */
    void revokeShared() {
        SharedObjects s = sharedObjects;
        if (s != null) {
            s.revokeAll();
        }
        Embedder e = embedder.get();
        if (e != null) {
            e.dropped();
        }
        if (isMain()) {
            ClutchLanguage.host(runtime()).close(remains());
        } else {
            remains().watch(this, "the interpreter itself (" + getClass().getName() + ")");
        }
    }

    /** Empties {@code sys.modules}. */
    void clearModules() {
        for (int p = modules.next(0); p >= 0; p = modules.next(p + 1)) {
            if (modules.valueAt(p) instanceof PyModule module) {
                namespaces.add(module.dict);
            }
        }
        modules.clear();
    }

    /** Forgets the Python objects that it has itself: whoever holds a closed interpreter, as a runtime does its main one, holds little. */
    void forgetObjects() {
        clearModules();
        // whoever keeps an object may keep a module, by its __spec__ importlib, and by that others (_PyModule_Clear)
        for (PyDict namespace : namespaces) {
            namespace.clear();
        }
        namespaces.clear();
        builtinsModule = null;
        sysModule = null;
        builtins = new PyDict();
        sysDict = new PyDict();
        unawaited = new Unawaited(this);
        generic = null;
        finalizers = new Finalizers(this);
        exitFunctions.clear();
        signals = new SignalTable(this);
        sharedObjects = null;
        crossTypes.clear();
        notShareableError = null;
        unraisable = new Unraisable();
        codecs = null;
        warnings = null;
        builtinSubclasses.clear();
        closeableStates.clear();
        importlib = null;
        quickImport = null;
        importFunction = null;
        nodeTypes = null;
        limitExceeded = null;
        inlineCaches = new InlineCaches();
    }

    /** The handlers of signals, of meaning in the main interpreter. */
    public SignalTable signals() {
        return signals;
    }

    /** The functions of {@code atexit}. */
    public ExitFunctions exitFunctions() {
        return exitFunctions;
    }

    /** Reports exceptions that nobody can catch. */
    public Unraisable unraisable() {
        return unraisable;
    }

    /** The codecs and error handlers, made when first asked for. */
    public CodecRegistry codecs() {
        CodecRegistry c = codecs;
        if (c == null) {
            c = new CodecRegistry();
            codecs = c;
        }
        return c;
    }

    /** What is kept for warnings, made when first asked for. */
    public WarningState warnings() {
        WarningState w = warnings;
        if (w == null) {
            w = new WarningState();
            warnings = w;
        }
        return w;
    }

    /** The direct subclasses that this interpreter has of a built-in type. */
    public List<WeakReference<TypeObject>> builtinSubclasses(TypeObject type) {
        return builtinSubclasses.computeIfAbsent(type, t -> new ArrayList<>());
    }

    /** The states of modules that want to be closed with the interpreter, in the order in which they were made. */
    public List<CloseableState> closeableStates() {
        return closeableStates;
    }

    /** Drops the values that extensions keep for the interpreter. */
    void dropCells() {
        clearCells();
    }

    /** {@code importlib._bootstrap}, null as long as nothing has been imported. */
    public @Nullable PyModule importlib() {
        return importlib;
    }

    /** The short way to import modules of the library, null as long as importlib is not there. */
    public @Nullable QuickImport quickImport() {
        return quickImport;
    }

    /** Sets the short way to import, once. */
    public void setQuickImport(QuickImport quick) {
        quickImport = quick;
    }

    /** Sets {@code importlib._bootstrap}, once. */
    public void setImportlib(PyModule module) {
        importlib = module;
    }

    /** The function {@code __import__} that the import system itself calls ({@code import_func}). */
    public Object importFunction() {
        Object function = importFunction;
        if (function == null) {
            function = builtins.get("__import__");
            if (function == null) {
                throw new IllegalStateException("builtins has no __import__");
            }
            importFunction = function;
        }
        return function;
    }

    /** Imports a module by its full name and returns that module itself. */
    public Object importModule(PyThreadState ts, String name) {
        return Importer.load(ts, name);
    }

    /** {@code sys.get_int_max_str_digits()}. */
    public int maxStrDigits() {
        return maxStrDigits;
    }

    /** {@code sys.set_int_max_str_digits()}; the caller has checked the range. */
    public void setMaxStrDigits(int digits) {
        maxStrDigits = digits;
    }

    /** The node classes of {@code ast}, made when they are first needed. */
    public NodeTypes nodeTypes(PyThreadState ts) {
        NodeTypes types = nodeTypes;
        if (types == null) {
            types = new NodeTypes(ts);
            nodeTypes = types;
        }
        return types;
    }

    /** Whether an object is a node of {@code ast}. */
    public boolean isNode(Object o) {
        return nodeTypes != null && nodeTypes.isNode(o);
    }

    /** Whether what was written to a standard stream could not be flushed at the end. */
    public boolean lostOutput() {
        return lostOutput;
    }

    /** Notes that a standard stream could not be flushed. */
    void noteLostOutput() {
        lostOutput = true;
    }

    /** What it knows of code objects that it shares with others. */
    public CodeNotes codeNotes() {
        return codeNotes;
    }

    /** The compiled programs of the runtime. */
    public CodeCache codeCache() {
        return runtime().languageData(ClutchLanguage.RuntimeData.class).codes;
    }

    /** The tables that extensions keep for all interpreters of the runtime. */
    ConcurrentHashMap<Class<?>, Object> sharedTables() {
        return runtime().languageData(ClutchLanguage.RuntimeData.class).tables;
    }

    /** The operating system as this interpreter sees it. */
    public Os os() {
        Os o = os;
        if (o == null) {
            o = systems().create(this);
            os = o;
        }
        return o;
    }

    /** A path as this interpreter means it: from its working directory on, which the system's view holds. */
    public Path resolve(String path) {
        return Path.of(os().paths().getcwd()).resolve(path);
    }

    /** Counts what is written to a stream of the embedder; false when it is to be dropped. */
    public boolean countOutput(long bytes) {
        return systems().count(os(), bytes);
    }

    private OperatingSystems systems() {
        return runtime().languageData(ClutchLanguage.RuntimeData.class).systems;
    }

    /** The class of the exception that a limit raises; it derives from BaseException, so {@code except Exception} lets it pass. */
    public TypeObject limitExceeded(PyThreadState ts) {
        TypeObject t = limitExceeded;
        if (t == null) {
            t = Exceptions.newType(
                    ts, "clutch.LimitExceeded", "A limit of the interpreter is used up.", PyBaseException.TYPE);
            limitExceeded = t;
        }
        return t;
    }

    /** More than this the JVM will not have in one piece. */
    long largestAllocation() {
        if (largestAllocation < 0) {
            largestAllocation = java.lang.Runtime.getRuntime().maxMemory();
        }
        return Math.min(largestAllocation, allocationLeft());
    }

    /** A handle that wakes one blocked call, of those that no call uses now. */
    WakeHandle takeWakeHandle() {
        WakeHandle free = wakeHandles.pollLast();
        return free != null ? free : os().newWakeHandle();
    }

    /** Gives back what the interpreter holds of the operating system, once nothing of it runs any more. */
    void closeSystem() {
        for (WakeHandle handle = wakeHandles.pollLast(); handle != null; handle = wakeHandles.pollLast()) {
            handle.close();
        }
        Os view = os;
        if (view != null) {
            view.close();
        }
    }

    /** Gives a handle back, cleared. */
    void giveWakeHandle(WakeHandle handle) {
        wakeHandles.addLast(handle);
    }
}
