package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.Stability;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * The open views of an object whose memory may move: while there is one, the object can't be resized. A view that nobody holds any more counts as closed, as CPython's
 * reference counts have it.
 */
@Stability(since = "0.1")
public final class BufferExports {
    private final List<WeakReference<BufferView>> views = new ArrayList<>(2);

    /** Makes an empty set. */
    public BufferExports() {}

    void add(BufferView view) {
        views.add(new WeakReference<>(view));
    }

    void remove(BufferView view) {
        for (int i = views.size() - 1; i >= 0; i--) {
            BufferView v = views.get(i).get();
            if (v == null || v == view) {
                views.remove(i);
            }
        }
    }

    /**
     * Returns the number of open views. When there seem to be some, the garbage collector is asked first which of them are still in use; so views ended by
     * {@code with} or {@code release()} cost less than those that are dropped.
     */
    @SuppressWarnings("ExplicitGarbageCollection") // only to decide between an error and success
    public int count() {
        if (forgetDropped() == 0) {
            return 0;
        }
        System.gc();
        return forgetDropped();
    }

    private int forgetDropped() {
        for (int i = views.size() - 1; i >= 0; i--) {
            if (views.get(i).get() == null) {
                views.remove(i);
            }
        }
        return views.size();
    }
}
