package dev.clutch.extensions.builtin.collections;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code _collections._deque_iterator}. */
@ExtensionType(name = "collections._deque_iterator")
final class DequeIterator extends PyObject {
    private final Deque deque;
    private final long state;
    private int index;
    private int remaining;

    DequeIterator(PyType type, Deque deque) {
        super(type);
        this.deque = deque;
        this.state = deque.ring.state();
        this.remaining = deque.ring.size();
    }

    /** The arguments of either iterator: a deque and how many items were given already. */
    static Deque deque(ThreadState ts, Object[] args) {
        if (args.length > 2 || args.length == 0) {
            throw ts.typeError("function takes at " + (args.length == 0 ? "least 1 argument" : "most 2 arguments")
                    + " (" + args.length + " given)");
        }
        if (!(args[0] instanceof Deque d)) {
            throw ts.typeError("argument 1 must be collections.deque, not "
                    + ts.typeOf(args[0]).displayName());
        }
        return d;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        DequeIterator made = new DequeIterator(cls, deque(ts, args));
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
        remaining--;
        return ring.get(index++);
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
