package dev.clutch.extensions.builtin.array;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code array}. */
@ExtensionModule(
        name = "array",
        doc = "Arrays of numbers of one kind, or of characters.",
        types = {ArrayType.class, ArrayIterator.class},
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class ArrayModule {
    @Constant("typecodes")
    static final String TYPECODES = "bBuhHiIlLqQfd";

    @Nullable
    private PyType arrayType;

    @Nullable
    private PyType iteratorType;

    @Exec
    void make(ThreadState ts, PyObject module) {
        PyType array = ts.moduleType(module, "array");
        arrayType = array;
        iteratorType = ts.moduleType(module, "arrayiterator");
        ts.setAttr(module, "ArrayType", array);
        Object sequence = ts.getAttr(ts.importModule("collections.abc"), "MutableSequence");
        ts.callMethod(sequence, "register", array);
    }

    PyType iteratorType() {
        return Objects.requireNonNull(iteratorType);
    }

    @Expose(
            name = "_array_reconstructor",
            signature = "(arraytype, typecode, mformat_code, items, /)",
            doc = "Make an array of a pickle.")
    Object reconstruct(ThreadState ts, Object cls, Object typecode, int mformat_code, Object items) {
        return ArrayMaking.reconstruct(ts, Objects.requireNonNull(arrayType), cls, typecode, mformat_code, items);
    }
}
