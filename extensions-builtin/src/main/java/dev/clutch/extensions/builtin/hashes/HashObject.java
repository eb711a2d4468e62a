package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferView;
import org.jspecify.annotations.Nullable;

/** What the objects of all algorithms share. */
abstract class HashObject extends PyObject {
    final HashState state;
    final String name;
    final int blockSize;

    /** Bytes of the digest; 0 when the caller says how many. */
    final int digestSize;

    HashObject(PyType type, HashState state, String name, int blockSize, int digestSize) {
        super(type);
        this.state = state;
        this.name = name;
        this.blockSize = blockSize;
        this.digestSize = digestSize;
    }

    /** An object of the same algorithm in another state. */
    abstract HashObject with(HashState other);

    /** {@code GET_BUFFER_VIEW_OR_ERROUT} and the update itself. */
    final void feed(ThreadState ts, @Nullable Object data) {
        if (data == null) {
            return;
        }
        if (ts.isStr(data)) {
            throw ts.typeError("Strings must be encoded before hashing");
        }
        if (!ts.isBuffer(data)) {
            throw ts.typeError("object supporting the buffer API required");
        }
        try (BufferView view = ts.buffer(data, false)) {
            state.update(view.array(), view.offset(), view.length());
        }
    }

    static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    @Expose(signature = "(obj, /)", doc = "Hash more bytes.")
    void update(ThreadState ts, Object obj) {
        feed(ts, obj);
    }

    @Expose(doc = "Return a copy.")
    Object copy(ThreadState ts) {
        return with(state.copy());
    }

    @Getter
    Object name(ThreadState ts) {
        return name;
    }

    @Getter("block_size")
    long blockSize(ThreadState ts) {
        return blockSize;
    }

    @Getter("digest_size")
    long digestSize(ThreadState ts) {
        return digestSize;
    }
}
