package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.bytes.PyByteArray;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.object.descriptor.PyClassMethod;
import dev.clutch.interp.object.descriptor.PyProperty;
import dev.clutch.interp.object.descriptor.PyStaticMethod;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.memory.PyMemoryView;
import org.jspecify.annotations.Nullable;

/** The interpreter's {@code builtins}. */
public final class Builtins {
    private Builtins() {}

    /** Returns what the interpreter has bound to a name: pickling and its kin follow the program, as CPython does. */
    public static Object get(PyThreadState ts, String name) {
        PyDict builtins = ts.interp.builtins();
        Object v = builtins.get(name);
        if (v == null) {
            v = builtins.get(ts, name); // a key of another type may be equal
        }
        if (v == null) {
            throw Errors.attributeError(ts, builtins, name);
        }
        return v;
    }

    /** Returns a built-in type by its name, null for another name. What the program has bound to the name doesn't matter. */
    public static @Nullable TypeObject typeNamed(String name) {
        return switch (name) {
            case "bool" -> PyBool.TYPE;
            case "bytearray" -> PyByteArray.TYPE;
            case "bytes" -> PyBytes.TYPE;
            case "classmethod" -> PyClassMethod.TYPE;
            case "complex" -> PyComplex.TYPE;
            case "dict" -> PyDict.TYPE;
            case "enumerate" -> PyEnumerate.TYPE;
            case "filter" -> PyFilter.TYPE;
            case "float" -> PyFloat.TYPE;
            case "frozenset" -> PyFrozenSet.TYPE;
            case "int" -> PyInt.TYPE;
            case "list" -> PyList.TYPE;
            case "map" -> PyMap.TYPE;
            case "memoryview" -> PyMemoryView.TYPE;
            case "object" -> PyObjectType.TYPE;
            case "property" -> PyProperty.TYPE;
            case "range" -> PyRange.TYPE;
            case "reversed" -> PyReversed.TYPE;
            case "set" -> PySet.TYPE;
            case "slice" -> PySlice.TYPE;
            case "staticmethod" -> PyStaticMethod.TYPE;
            case "str" -> PyStr.TYPE;
            case "super" -> PySuper.TYPE;
            case "tuple" -> PyTuple.TYPE;
            case "type" -> PyTypeType.TYPE;
            case "zip" -> PyZip.TYPE;
            default -> Exceptions.find(name);
        };
    }
}
