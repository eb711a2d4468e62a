package dev.clutch.extensions.builtin.collections;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code _collections._deque_reverse_iterator}. */
@ExtensionType(name = "collections._deque_reverse_iterator")
final class DequeReverseIterator extends PyObject {
    private final Deque deque;
    private final long state;
    private int remaining;

    DequeReverseIterator(PyType type, Deque deque) {
        super(type);
        this.deque = deque;
        this.state = deque.ring.state();
        this.remaining = deque.ring.size();
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        DequeReverseIterator made = new DequeReverseIterator(cls, DequeIterator.deque(ts, args));
        long skip = args.length == 2 ? ts.asLong(args[1]) : 0;
        for (long i = 0; i < skip && made.__next__(ts) != null; i++) {
            ts.checkSignals();
        }
        return made;
    }

    @Expose
    Object __iter__(ThreadState ts) {
        return this;
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        Ring ring = deque.ring;
        if (ring.state() != state) {
            remaining = 0;
            throw Deque.mutated(ts);
        }
        if (remaining == 0) {
            return null;
        }
        return ring.get(--remaining);
    }

    @Expose
    long __length_hint__(ThreadState ts) {
        return remaining;
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        return ts.newTuple(type(), ts.newTuple(deque, (long) (deque.ring.size() - remaining)));
    }
}
