package dev.clutch.extensions.builtin.pickle;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code _pickle.Unpickler}. */
@ExtensionType(name = "_pickle.Unpickler", subclassable = true, doc = "Reads objects from a file.")
final class UnpicklerObject extends PyObject {
    /** Objects by the index under which they were put. */
    @Nullable
    Object[] memo = new Object[32];

    /** How many there are. */
    int memoSize;

    @Nullable
    PickleInput input;

    boolean fixImports;
    String encoding = "ASCII";
    String errors = "strict";
    /** An iterator, or null where none were given. */
    @Nullable
    Object buffers;

    @Nullable
    Object persistentLoad;

    UnpicklerObject(PyType type) {
        super(type);
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new UnpicklerObject(cls);
    }

    @Expose(signature = "(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())")
    void __init__(
            ThreadState ts,
            PickleModule state,
            Object file,
            boolean fix_imports,
            String encoding,
            String errors,
            @Nullable Object buffers) {
        input = null;
        init(ts, PickleInput.ofFile(ts, state, file), fix_imports, encoding, errors, buffers);
        persistentLoad = ts.findAttr(this, "persistent_load");
    }

    void init(
            ThreadState ts,
            PickleInput from,
            boolean fix,
            String textEncoding,
            String textErrors,
            @Nullable Object outOfBand) {
        fixImports = fix;
        encoding = textEncoding;
        errors = textErrors;
        buffers = outOfBand == null || outOfBand == Singleton.NONE ? null : ts.iter(outOfBand);
        memo = new Object[32];
        memoSize = 0;
        input = from;
    }

    @Expose(signature = "()", doc = "Read an object.")
    Object load(ThreadState ts, PickleModule state) {
        PickleInput from = input;
        if (from == null) {
            throw state.unpicklingError(ts, "Unpickler.__init__() was not called by " + type().name() + ".__init__()");
        }
        Object result = new Loader(ts, state, this, from).load();
        from.skipConsumed(ts);
        return result;
    }

    @Expose(signature = "(module_name, global_name, /)", doc = "The object that a pickle means by a module and a name.")
    Object find_class(ThreadState ts, PickleModule state, Object module_name, Object global_name) {
        ts.audit("pickle.find_class", module_name, global_name);
        return Loader.findClass(ts, module_name, global_name, fixImports, protocol);
    }

    /** Of the pickle being read. */
    int protocol;

    /** {@code _Unpickler_MemoPut}. */
    void put(long index, Object o) {
        if (index >= memo.length) {
            memo = Arrays.copyOf(memo, (int) Math.min(index * 2, Str.MAX_LENGTH));
        }
        int i = (int) index;
        if (memo[i] == null) {
            memoSize++;
        }
        memo[i] = o;
    }

    @Getter("persistent_load")
    Object persistentLoad(ThreadState ts) {
        Object f = persistentLoad;
        if (f == null) {
            throw ts.error("AttributeError", "persistent_load");
        }
        return f;
    }

    @Setter("persistent_load")
    void setPersistentLoad(ThreadState ts, @Nullable Object value) {
        if (value == null) {
            throw ts.typeError("attribute deletion is not supported");
        }
        if (!ts.isCallable(value)) {
            throw ts.typeError("persistent_load must be a callable taking one argument");
        }
        persistentLoad = value;
    }

    @Getter
    Object memo(ThreadState ts, PickleModule state) {
        return new UnpicklerMemoProxy(state.unpicklerMemoType, this);
    }

    @Setter("memo")
    void setMemo(ThreadState ts, @Nullable Object value) {
        if (value == null) {
            throw ts.typeError("attribute deletion is not supported");
        }
        if (value instanceof UnpicklerMemoProxy p) {
            memo = p.unpickler.memo.clone();
            memoSize = p.unpickler.memoSize;
            return;
        }
        if (!ts.isDict(value)) {
            throw ts.typeError("'memo' attribute must be an UnpicklerMemoProxy object or dict, not "
                    + ts.typeOf(value).displayName());
        }
        @Nullable Object[] before = memo;
        int sizeBefore = memoSize;
        memo = new Object[32];
        memoSize = 0;
        boolean done = false;
        try {
            for (Object key : ts.toArray(value)) {
                if (!ts.isInt(key)) {
                    throw ts.typeError("memo key must be integers");
                }
                long index = ts.asLong(key);
                if (index < 0) {
                    throw ts.valueError("memo key must be positive integers.");
                }
                put(index, ts.getItem(value, key));
            }
            done = true;
        } finally {
            if (!done) {
                memo = before;
                memoSize = sizeBefore;
            }
        }
    }
}
