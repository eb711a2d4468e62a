package dev.clutch.extensions.builtin.collections;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The storage of a deque: a ring in an array whose length is a power of two. Knows no Python. */
final class Ring {
    /** The most items. */
    static final int LIMIT = 1 << 30;

    private static final int SMALL = 8;

    private @Nullable Object[] items = new Object[SMALL];
    private int head;
    private int size;

    /** Changes whenever an item comes, goes or moves. */
    private long state;

    int size() {
        return size;
    }

    int capacity() {
        return items.length;
    }

    long state() {
        return state;
    }

    private int slot(int index) {
        return (head + index) & (items.length - 1);
    }

    @SuppressWarnings("NullAway") // a position below the size has an item
    Object get(int index) {
        return items[slot(index)];
    }

    void set(int index, Object item) {
        items[slot(index)] = item;
    }

    private void reserve() {
        if (size == items.length) {
            @Nullable Object[] larger = new Object[items.length << 1];
            copyTo(larger);
            items = larger;
            head = 0;
        }
    }

    private void copyTo(@Nullable Object[] target) {
        int first = Math.min(size, items.length - head);
        System.arraycopy(items, head, target, 0, first);
        System.arraycopy(items, 0, target, first, size - first);
    }

    @SuppressWarnings("NullAway") // as many items as the size
    Object[] toArray() {
        Object[] all = new Object[size];
        copyTo(all);
        return all;
    }

    void copyOf(Ring other) {
        items = other.items.clone();
        head = other.head;
        size = other.size;
        state++;
    }

    void addLast(Object item) {
        reserve();
        items[slot(size++)] = item;
        state++;
    }

    void addFirst(Object item) {
        reserve();
        head = (head - 1) & (items.length - 1);
        items[head] = item;
        size++;
        state++;
    }

    Object removeLast() {
        Object item = get(size - 1);
        items[slot(--size)] = null;
        state++;
        return item;
    }

    Object removeFirst() {
        Object item = get(0);
        items[head] = null;
        head = (head + 1) & (items.length - 1);
        size--;
        state++;
        return item;
    }

    void clear() {
        items = new Object[SMALL];
        head = 0;
        size = 0;
        state++;
    }

    void insert(int index, Object item) {
        if (index >= size) {
            addLast(item);
            return;
        }
        if (index < size >> 1) {
            addFirst(item);
            for (int i = 0; i < index; i++) {
                set(i, get(i + 1));
            }
        } else {
            addLast(item);
            for (int i = size - 1; i > index; i--) {
                set(i, get(i - 1));
            }
        }
        set(index, item);
    }

    void removeAt(int index) {
        if (index < size >> 1) {
            for (int i = index; i > 0; i--) {
                set(i, get(i - 1));
            }
            removeFirst();
        } else {
            for (int i = index; i < size - 1; i++) {
                set(i, get(i + 1));
            }
            removeLast();
        }
    }

    void rotate(long by) {
        if (size <= 1) {
            return;
        }
        int n = (int) Math.floorMod(by, (long) size);
        if (n == 0) {
            return;
        }
        state++;
        if (size == items.length) {
            head = slot(size - n);
        } else if (n <= size >> 1) {
            for (int i = 0; i < n; i++) {
                addFirst(removeLast());
            }
        } else {
            for (int i = n; i < size; i++) {
                addLast(removeFirst());
            }
        }
    }

    void reverse() {
        state++;
        @Nullable Object[] all = items.clone();
        Arrays.fill(items, null);
        for (int i = 0; i < size; i++) {
            items[size - 1 - i] = all[slot(i)];
        }
        head = 0;
    }
}
