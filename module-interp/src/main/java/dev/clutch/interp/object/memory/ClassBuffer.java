package dev.clutch.interp.object.memory;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Call;

/**
 * A view of an object whose class has {@code __buffer__} or {@code __release_buffer__} in Python. Answers to {@code _buffer_wrapper} and
 * {@code releasebuffer_call_python}.
 */
final class ClassBuffer extends BufferView {
    private final Object object;
    private final PyMemoryView memory;
    private final BufferView inner;

    ClassBuffer(PyThreadState ts, Object object, PyMemoryView memory, BufferView inner) {
        super(ts, new PyBufferWrapper(), inner);
        this.object = object;
        this.memory = memory;
        this.inner = inner;
    }

    @Override
    protected void onRelease(ThreadState current) {
        PyThreadState ts = (PyThreadState) current;
        inner.release(ts);
        boolean own = memory.isOf(object);
        if (Types.of(object).slot(Slot.RELEASE_BUFFER) == TypeObject.PYTHON) {
            PyMemoryView shown = own ? memory.restricted(ts) : memory;
            try {
                Call.method1(ts, object, "__release_buffer__", shown);
                if (own) {
                    shown.release(ts);
                }
            } catch (PythonException e) {
                ts.writeUnraisable(e, object);
            }
        }
        if (own) {
            // nobody else has the memoryview of the base's __buffer__, as a rule: its end is what drops the last
            // reference in CPython
            memory.releaseQuietly(ts);
        }
    }
}
