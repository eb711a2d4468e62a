package dev.clutch.runtime;

/** Told of each transition, in the thread that makes it. It must not block; what it throws is logged and stops nothing. */
@FunctionalInterface
public interface LifecycleListener {
    /** Called after the transition is visible to all threads. */
    void moved(LifecycleState from, LifecycleState to);
}
