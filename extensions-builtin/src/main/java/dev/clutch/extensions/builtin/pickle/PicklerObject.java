package dev.clutch.extensions.builtin.pickle;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** {@code _pickle.Pickler}. */
@ExtensionType(name = "_pickle.Pickler", subclassable = true, doc = "Writes objects to a file.")
final class PicklerObject extends PyObject {
    /** Where each object written was put. */
    IdentityHashMap<Object, Integer> memo = new IdentityHashMap<>();

    PickleOutput output = new PickleOutput(null);
    int protocol;
    boolean isBinary;
    boolean isFast;
    boolean fixImports;
    Object bufferCallback = Singleton.NONE;

    @Nullable
    Object persistentId;

    @Nullable
    Object dispatchTable;

    @Nullable
    Object reducerOverride;

    private boolean isInitialised;
    private boolean isRunning;

    PicklerObject(PyType type) {
        super(type);
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PicklerObject(cls);
    }

    @Expose(signature = "(file, protocol=None, fix_imports=True, buffer_callback=None)")
    void __init__(
            ThreadState ts,
            PickleModule state,
            Object file,
            Object protocol,
            boolean fix_imports,
            Object buffer_callback) {
        isInitialised = false;
        init(ts, state, writeOf(ts, file), protocol, fix_imports, buffer_callback);
        persistentId = ts.findAttr(this, "persistent_id");
        Object table = ts.findAttr(this, "dispatch_table");
        if (table != null) {
            dispatchTable = table;
        }
    }

    static Object writeOf(ThreadState ts, Object file) {
        Object write = ts.findAttr(file, "write");
        if (write == null) {
            throw ts.typeError("file must have a 'write' attribute");
        }
        return write;
    }

    void init(
            ThreadState ts,
            PickleModule state,
            @Nullable Object write,
            Object protocolOrNone,
            boolean fix,
            Object callback) {
        int p = PickleModule.DEFAULT_PROTOCOL;
        if (protocolOrNone != Singleton.NONE) {
            p = ts.asInt(protocolOrNone);
            if (p < 0) {
                p = PickleModule.HIGHEST_PROTOCOL;
            } else if (p > PickleModule.HIGHEST_PROTOCOL) {
                throw ts.valueError("pickle protocol must be <= " + PickleModule.HIGHEST_PROTOCOL);
            }
        }
        protocol = p;
        isBinary = p > 0;
        fixImports = fix && p < 3;
        if (callback != Singleton.NONE && p < 5) {
            throw ts.valueError("buffer_callback needs protocol >= 5");
        }
        bufferCallback = callback;
        output = new PickleOutput(write);
        memo = new IdentityHashMap<>();
        isFast = false;
        isInitialised = true;
    }

    @Expose(signature = "(obj, /)", doc = "Write an object to the file.")
    void dump(ThreadState ts, PickleModule state, Object obj) {
        if (!isInitialised) {
            throw state.picklingError(ts, "Pickler.__init__() was not called by " + type().name() + ".__init__()");
        }
        reducerOverride = type() == state.picklerType ? null : ts.findAttr(this, "reducer_override");
        output.clear();
        if (protocol >= 2) {
            output.op1(Op.PROTO, protocol);
            if (protocol >= 4) {
                output.startFraming();
            }
        }
        boolean nested = isRunning;
        isRunning = true;
        try {
            new Saver(ts, state, this).save(obj, false);
            output.end(ts);
        } catch (PythonException e) {
            if (!nested) {
                output.clear();
            }
            throw e;
        } finally {
            isRunning = nested;
            reducerOverride = null;
        }
    }

    @Expose(signature = "()", doc = "Forget what was written before.")
    void clear_memo(ThreadState ts) {
        memo.clear();
    }

    @Getter(doc = "Whether the format is binary.")
    long bin(ThreadState ts) {
        return isBinary ? 1 : 0;
    }

    @Setter("bin")
    void setBin(ThreadState ts, @Nullable Object value) {
        isBinary = ts.asInt(required(ts, value, "can't delete numeric/char attribute")) != 0;
    }

    @Getter(doc = "Whether objects are written again instead of remembered.")
    long fast(ThreadState ts) {
        return isFast ? 1 : 0;
    }

    @Setter("fast")
    void setFast(ThreadState ts, @Nullable Object value) {
        isFast = ts.asInt(required(ts, value, "can't delete numeric/char attribute")) != 0;
    }

    private static Object required(ThreadState ts, @Nullable Object value, String message) {
        if (value == null) {
            throw ts.typeError(message);
        }
        return value;
    }

    @Getter("dispatch_table")
    Object dispatchTable(ThreadState ts) {
        Object table = dispatchTable;
        if (table == null) {
            throw ts.error("AttributeError", "'" + type().displayName() + "' object has no attribute 'dispatch_table'");
        }
        return table;
    }

    @Setter("dispatch_table")
    void setDispatchTable(ThreadState ts, @Nullable Object value) {
        if (value == null && dispatchTable == null) {
            throw ts.error("AttributeError", "dispatch_table");
        }
        dispatchTable = value;
    }

    @Getter("persistent_id")
    Object persistentId(ThreadState ts) {
        Object f = persistentId;
        if (f == null) {
            throw ts.error("AttributeError", "persistent_id");
        }
        return f;
    }

    @Setter("persistent_id")
    void setPersistentId(ThreadState ts, @Nullable Object value) {
        if (value == null) {
            throw ts.typeError("attribute deletion is not supported");
        }
        if (!ts.isCallable(value)) {
            throw ts.typeError("persistent_id must be a callable taking one argument");
        }
        persistentId = value;
    }

    @Getter
    Object memo(ThreadState ts, PickleModule state) {
        return new PicklerMemoProxy(state.picklerMemoType, this);
    }

    @Setter("memo")
    void setMemo(ThreadState ts, PickleModule state, @Nullable Object value) {
        if (value == null) {
            throw ts.typeError("attribute deletion is not supported");
        }
        IdentityHashMap<Object, Integer> made = new IdentityHashMap<>();
        if (value instanceof PicklerMemoProxy p) {
            made.putAll(p.pickler.memo);
        } else if (ts.isDict(value)) {
            for (Object item : ts.toArray(ts.callMethod(value, "values"))) {
                if (!ts.isTuple(item) || ts.fastSize(item) != 2) {
                    throw ts.typeError("'memo' values must be 2-item tuples");
                }
                made.put(ts.fastItem(item, 1), ts.asInt(ts.fastItem(item, 0)));
            }
        } else {
            throw ts.typeError("'memo' attribute must be a PicklerMemoProxy object or dict, not "
                    + ts.typeOf(value).displayName());
        }
        memo = made;
    }
}
