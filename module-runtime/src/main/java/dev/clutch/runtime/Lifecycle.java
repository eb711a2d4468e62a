package dev.clutch.runtime;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** One state machine, of a runtime or of an interpreter: named transitions that anyone may observe and only the runtime makes. */
public final class Lifecycle {
    private final String owner;
    private final AtomicReference<LifecycleState> state = new AtomicReference<>(LifecycleState.CREATED);
    private final CopyOnWriteArrayList<LifecycleListener> listeners = new CopyOnWriteArrayList<>();

    Lifecycle(String owner) {
        this.owner = owner;
    }

    /** Returns the current state. */
    public LifecycleState state() {
        return state.get();
    }

    /** Adds a listener, told of every later transition. */
    public void addListener(LifecycleListener listener) {
        listeners.add(listener);
    }

    /** Removes a listener. */
    public void removeListener(LifecycleListener listener) {
        listeners.remove(listener);
    }

    /** Makes a transition; an IllegalStateException when the machine is elsewhere. */
    void advance(LifecycleState from, LifecycleState to) {
        if (!tryAdvance(from, to)) {
            throw new IllegalStateException(
                    owner + " is " + state.get() + ", not " + from + ", and cannot become " + to);
        }
    }

    /** Makes a transition if the machine is in {@code from}; exactly one of several racing callers gets true. */
    boolean tryAdvance(LifecycleState from, LifecycleState to) {
        if (!from.mayBecome(to)) {
            throw new IllegalArgumentException(from + " never becomes " + to);
        }
        if (!state.compareAndSet(from, to)) {
            return false;
        }
        for (LifecycleListener listener : listeners) {
            try {
                listener.moved(from, to);
            } catch (RuntimeException e) {
                System.getLogger("dev.clutch.runtime")
                        .log(System.Logger.Level.WARNING, "a listener of " + owner + " failed", e);
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return owner + " " + state.get();
    }
}
