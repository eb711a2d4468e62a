package dev.clutch.runtime;

/** Told of each transition, in the thread that makes it. It must not block, and what it throws reaches whoever made the transition. */
@FunctionalInterface
public interface LifecycleListener {
    /** Called after the transition is visible to all threads. */
    void moved(LifecycleState from, LifecycleState to);
}
