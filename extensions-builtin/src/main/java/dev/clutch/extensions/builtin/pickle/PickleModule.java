package dev.clutch.extensions.builtin.pickle;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code _pickle}. */
@ExtensionModule(
        name = "_pickle",
        doc = "Writes and reads objects as bytes.",
        types = {
            PicklerObject.class,
            UnpicklerObject.class,
            PicklerMemoProxy.class,
            UnpicklerMemoProxy.class,
            PickleBuffer.class
        },
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
@SuppressWarnings("NullAway.Init") // the step below sets the fields before anything else of the module runs
public final class PickleModule {
    static final int HIGHEST_PROTOCOL = 5;
    static final int DEFAULT_PROTOCOL = 4;

    PyType pickleError;
    PyType picklingError;
    PyType unpicklingError;
    PyType picklerType;
    PyType unpicklerType;
    PyType picklerMemoType;
    PyType unpicklerMemoType;
    PyType bufferType;

    PyType dictType;
    PyType setType;
    PyType frozensetType;
    PyType listType;
    PyType tupleType;
    PyType bytesType;
    PyType bytearrayType;
    PyType typeType;
    PyType functionType;

    /** The module {@code copyreg}. */
    Object copyreg;

    @Exec
    void exec(ThreadState ts, PyObject module) {
        pickleError = ts.newExceptionType("_pickle.PickleError", "", null);
        picklingError = ts.newExceptionType("_pickle.PicklingError", "", pickleError);
        unpicklingError = ts.newExceptionType("_pickle.UnpicklingError", "", pickleError);
        ts.setAttr(module, "PickleError", pickleError);
        ts.setAttr(module, "PicklingError", picklingError);
        ts.setAttr(module, "UnpicklingError", unpicklingError);
        picklerType = ts.moduleType(module, "Pickler");
        unpicklerType = ts.moduleType(module, "Unpickler");
        picklerMemoType = ts.moduleType(module, "PicklerMemoProxy");
        unpicklerMemoType = ts.moduleType(module, "UnpicklerMemoProxy");
        bufferType = ts.moduleType(module, "PickleBuffer");
        dictType = ts.builtinType("dict");
        setType = ts.builtinType("set");
        frozensetType = ts.builtinType("frozenset");
        listType = ts.builtinType("list");
        tupleType = ts.builtinType("tuple");
        bytesType = ts.builtinType("bytes");
        bytearrayType = ts.builtinType("bytearray");
        typeType = ts.builtinType("type");
        copyreg = ts.importModule("copyreg");
        functionType = ts.typeOf(ts.getAttr(copyreg, "constructor"));
    }

    PythonException picklingError(ThreadState ts, String message) {
        return ts.error(picklingError, Str.of(message));
    }

    PythonException unpicklingError(ThreadState ts, String message) {
        return ts.error(unpicklingError, Str.of(message));
    }

    @Expose(
            signature = "(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)",
            doc = "Write an object to a file.")
    static void dump(
            ThreadState ts,
            PickleModule state,
            Object obj,
            Object file,
            Object protocol,
            boolean fix_imports,
            Object buffer_callback) {
        PicklerObject pickler = new PicklerObject(state.picklerType);
        pickler.init(ts, state, PicklerObject.writeOf(ts, file), protocol, fix_imports, buffer_callback);
        pickler.dump(ts, state, obj);
    }

    @Expose(
            signature = "(obj, protocol=None, *, fix_imports=True, buffer_callback=None)",
            doc = "Write an object to bytes.")
    static Object dumps(
            ThreadState ts,
            PickleModule state,
            Object obj,
            Object protocol,
            boolean fix_imports,
            Object buffer_callback) {
        PicklerObject pickler = new PicklerObject(state.picklerType);
        pickler.init(ts, state, null, protocol, fix_imports, buffer_callback);
        pickler.dump(ts, state, obj);
        return ts.newBytes(pickler.output.toByteArray());
    }

    @Expose(
            signature = "(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
            doc = "Read an object from a file.")
    static Object load(
            ThreadState ts,
            PickleModule state,
            Object file,
            boolean fix_imports,
            String encoding,
            String errors,
            @Nullable Object buffers) {
        UnpicklerObject unpickler = new UnpicklerObject(state.unpicklerType);
        unpickler.init(ts, PickleInput.ofFile(ts, state, file), fix_imports, encoding, errors, buffers);
        return unpickler.load(ts, state);
    }

    @Expose(
            signature = "(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
            doc = "Read an object from bytes.")
    static Object loads(
            ThreadState ts,
            PickleModule state,
            Object data,
            boolean fix_imports,
            String encoding,
            String errors,
            @Nullable Object buffers) {
        UnpicklerObject unpickler = new UnpicklerObject(state.unpicklerType);
        PickleInput input = PickleInput.ofBytes(state, ts.bytesOf(data));
        unpickler.init(ts, input, fix_imports, encoding, errors, buffers);
        return unpickler.load(ts, state);
    }

    /** None for an argument that wasn't given. */
    static Object orNone(@Nullable Object o) {
        return o == null ? Singleton.NONE : o;
    }
}
