package dev.clutch.extensions.builtin.pickle;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.ThreadState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The stack of an unpickler; marks divide it, and nothing below the last mark can be taken. */
final class LoadStack {
    private final ThreadState ts;
    private final PickleModule state;
    private @Nullable Object[] items = new Object[32];
    private int size;
    private int[] marks = new int[8];
    private int markCount;

    LoadStack(ThreadState ts, PickleModule state) {
        this.ts = ts;
        this.state = state;
    }

    private int fence() {
        return markCount == 0 ? 0 : marks[markCount - 1];
    }

    private PythonException underflow() {
        return state.unpicklingError(ts, markCount > 0 ? "unexpected MARK found" : "unpickling stack underflow");
    }

    void push(Object o) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = o;
    }

    Object top() {
        Object o = size <= fence() ? null : items[size - 1];
        if (o == null) {
            throw underflow();
        }
        return o;
    }

    Object pop() {
        Object o = top();
        items[--size] = null;
        return o;
    }

    /** The top items, the lowest first. */
    Object[] pop(int count) {
        if (size - count < fence()) {
            throw underflow();
        }
        return take(count);
    }

    @SuppressWarnings("NullAway") // below the size there is no null
    private Object[] take(int count) {
        Object[] all = Arrays.copyOfRange(items, size - count, size);
        Arrays.fill(items, size - count, size, null);
        size -= count;
        return all;
    }

    void mark() {
        if (markCount == marks.length) {
            marks = Arrays.copyOf(marks, markCount * 2);
        }
        marks[markCount++] = size;
    }

    /** The items above the last mark, which goes too. */
    Object[] popToMark() {
        if (markCount < 1) {
            throw state.unpicklingError(ts, "could not find MARK");
        }
        int from = marks[--markCount];
        return take(size - from);
    }

    /** {@code POP}: an item, or the mark when that is on top. */
    void popOrUnmark() {
        if (markCount > 0 && marks[markCount - 1] == size) {
            markCount--;
        } else {
            pop();
        }
    }
}
