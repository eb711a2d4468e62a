package dev.clutch.interp.object.memory;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.object.TypeObject;

/** What a memoryview shows as the exporter when a class has {@code __buffer__} in Python. Answers to {@code PyBufferWrapper}. */
@ExtensionType(name = "_buffer_wrapper", exported = false)
public final class PyBufferWrapper extends PyObject {
    /** {@code _buffer_wrapper}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyBufferWrapperDefinition(), TypeObject.OBJECT);

    PyBufferWrapper() {
        super(TYPE);
    }
}
