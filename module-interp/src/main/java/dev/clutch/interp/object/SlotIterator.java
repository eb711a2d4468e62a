package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Iter;
import org.jspecify.annotations.Nullable;

/** What a loop holds when its iterator can only be asked through its type. Python code never sees it. */
public final class SlotIterator extends PyIterator {
    private final Object iterator;

    /** For an iterator of any type. */
    public SlotIterator(Object iterator) {
        super(TypeObject.OBJECT);
        this.iterator = iterator;
    }

    /** The iterator itself. */
    public Object iterator() {
        return iterator;
    }

    @Override
    public @Nullable Object next(PyThreadState ts) {
        return Iter.next(ts, iterator);
    }
}
