package dev.clutch.interp.object.bytes;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.extension.spi.api.Buffers;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.memory.ObjectBuffers;
import dev.clutch.interp.object.memory.PyMemoryView;
import dev.clutch.interp.op.Call;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A bytes object. Answers to {@code PyBytesObject}. Shared by interpreters when of the exact type. */
@ExtensionType(
        name = "bytes",
        subclassable = true,
        doc =
                "bytes(source) -> an immutable sequence of bytes: of ints, of text and an encoding, of a buffer, or as many zeros.")
public final class PyBytes extends ByteSequence {
    /** {@code bytes}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyBytesDefinition(), TypeObject.OBJECT);

    private final byte[] value;

    /** Makes an object that owns the array. */
    public PyBytes(byte[] value) {
        this(TYPE, value);
    }

    /** Makes an object of a subclass that owns the array. */
    public PyBytes(TypeObject type, byte[] value) {
        super(type);
        this.value = value;
    }

    /** Returns the bytes themselves, for reading only. */
    public byte[] value() {
        return value;
    }

    /** Returns the number of bytes. */
    public int size() {
        return value.length;
    }

    @Override
    public byte[] array() {
        return value;
    }

    @Override
    ByteSequence make(byte[] bytes) {
        return new PyBytes(bytes);
    }

    @Override
    int count() {
        return value.length;
    }

    @Override
    int byteAt(int index) {
        return value[index] & 0xff;
    }

    @Override
    String text() {
        return new String(value, StandardCharsets.ISO_8859_1);
    }

    @Expose
    Object __buffer__(PyThreadState ts, Object flags) {
        return PyMemoryView.of(ts, view(ts, ObjectBuffers.flags(ts, flags)));
    }

    public BufferView view(PyThreadState ts, int flags) {
        if ((flags & Buffers.WRITABLE) != 0) {
            throw Errors.error(ts, "BufferError", "Object is not writable.");
        }
        return new BufferView(ts, this, value, 0, value.length, true, null);
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return new PyByteIterator(this);
    }

    @Expose(signature = "(source=<absent>, encoding=<absent>, errors=<absent>)")
    static Object __new__(
            PyThreadState ts, PyType cls, @Nullable Object source, @Nullable Object encoding, @Nullable Object errors) {
        if (source != null && encoding == null && errors == null) {
            Object made = Call.findSpecial0(ts, source, "__bytes__");
            if (made != null) {
                if (!(made instanceof PyBytes b)) {
                    throw Errors.typeError(
                            ts,
                            "__bytes__ returned non-bytes (type "
                                    + Types.of(made).displayName() + ")");
                }
                return cls == TYPE ? b : new PyBytes((TypeObject) cls, b.value);
            }
        }
        return new PyBytes((TypeObject) cls, ByteArguments.construct(ts, "bytes", source, encoding, errors));
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return ByteText.repr(value);
    }

    @Expose
    long __hash__(PyThreadState ts) {
        return hash(value);
    }

    public static long hash(byte[] bytes) {
        // equal to that of a str with these characters, as in CPython
        return dev.clutch.interp.op.Hashing.ofString(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Expose
    Object __bytes__(PyThreadState ts) {
        return type() == TYPE ? this : new PyBytes(value);
    }

    @Expose
    Object __getnewargs__(PyThreadState ts) {
        return new PyTuple(new PyBytes(value));
    }

    @Expose(kind = Expose.Kind.CLASS)
    static Object fromhex(PyThreadState ts, PyType cls, Object string) {
        PyBytes b = new PyBytes(ByteArguments.fromHex(ts, string));
        return cls == TYPE ? b : Call.call1(ts, cls, b);
    }

    @Expose(kind = Expose.Kind.STATIC)
    static Object maketrans(PyThreadState ts, Object frm, Object to) {
        return new PyBytes(ByteArguments.makeTable(ts, frm, to));
    }
}
