package dev.clutch.conformance.spi;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferExports;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.extension.spi.api.Buffers;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Memory of each kind, exported to Python, and the memory of any Python object as Java sees it. */
@ExtensionType(name = "_testspi.Memory", doc = "Memory that is exported.")
final class Memory extends PyObject {
    private final BufferExports exports = new BufferExports();
    private MemorySegment memory;
    private final @Nullable Arena arena;
    private long released;

    private Memory(PyType type, MemorySegment memory, @Nullable Arena arena) {
        super(type);
        this.memory = memory;
        this.arena = arena;
    }

    @Expose(signature = "(kind, size)", doc = "kind is array, direct, readonly, arena or confined.")
    static Object __new__(ThreadState ts, PyType cls, String kind, int size) {
        switch (kind) {
            case "array":
                return new Memory(cls, MemorySegment.ofArray(new byte[size]), null);
            case "direct":
                return new Memory(cls, MemorySegment.ofBuffer(ByteBuffer.allocateDirect(size)), null);
            case "readonly":
                return new Memory(
                        cls, MemorySegment.ofBuffer(ByteBuffer.allocate(size).asReadOnlyBuffer()), null);
            case "arena", "confined":
                Arena arena = kind.equals("arena") ? Arena.ofShared() : Arena.ofConfined();
                return new Memory(cls, arena.allocate(size), arena);
            default:
                throw ts.valueError("no memory of kind " + kind);
        }
    }

    @Expose
    Object __buffer__(ThreadState ts, int flags) {
        if ((flags & Buffers.WRITABLE) != 0 && memory.isReadOnly()) {
            throw ts.error("BufferError", "the memory is read-only");
        }
        return ts.newMemoryView(new BufferView(ts, this, memory, exports) {
            @Override
            protected void onRelease(ThreadState current) {
                released++;
            }
        });
    }

    @Expose(doc = "The memory as 32-bit integers in two dimensions.")
    Object matrix(ThreadState ts, int rows, int columns) {
        int[] shape = {rows, columns};
        return ts.newMemoryView(new BufferView(
                ts, this, memory, 0, 4 * rows * columns, memory.isReadOnly(), 4, "i", shape, null, exports));
    }

    @Expose(doc = "What Java code finds at a place.")
    long peek(ThreadState ts, long at) {
        return memory.get(ValueLayout.JAVA_BYTE, at);
    }

    @Expose(doc = "Java code writes.")
    void poke(ThreadState ts, long at, int value) {
        memory.set(ValueLayout.JAVA_BYTE, at, (byte) value);
    }

    @Expose(doc = "Take other memory, which an open view forbids.")
    void resize(ThreadState ts, int size) {
        int n = exports.count();
        if (n > 0) {
            throw ts.error("BufferError", "Existing exports of data: object cannot be re-sized");
        }
        memory = MemorySegment.ofArray(new byte[size]);
    }

    @Expose(doc = "Close the arena, whoever looks at its memory.")
    void close(ThreadState ts) {
        if (arena != null) {
            arena.close();
        }
    }

    @Expose
    long released(ThreadState ts) {
        return released;
    }

    @Expose(kind = Expose.Kind.STATIC, doc = "Add one to each byte of a writable buffer, by way of a ByteBuffer.")
    static long increment(ThreadState ts, Object buffer) {
        try (BufferView view = ts.buffer(buffer, true)) {
            ByteBuffer bytes = view.byteBuffer();
            for (int i = 0; i < bytes.limit(); i++) {
                bytes.put(i, (byte) (bytes.get(i) + 1));
            }
            return bytes.limit();
        }
    }

    @Expose(kind = Expose.Kind.STATIC, doc = "Add up the 64-bit integers of any buffer, by way of a MemorySegment.")
    static long total(ThreadState ts, Object buffer) {
        try (BufferView view = ts.buffer(buffer, false)) {
            MemorySegment memory = view.segment();
            long sum = 0;
            for (long at = 0; at < memory.byteSize(); at += 8) {
                sum += memory.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.nativeOrder()), at);
            }
            return sum;
        }
    }

    @Expose(kind = Expose.Kind.STATIC, doc = "Call a function while a buffer is in use.")
    static Object holding(ThreadState ts, Object buffer, Object function) {
        try (BufferView view = ts.buffer(buffer, false)) {
            view.byteBuffer();
            return ts.call(function);
        }
    }
}
