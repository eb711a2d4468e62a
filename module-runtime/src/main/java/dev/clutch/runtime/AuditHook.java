package dev.clutch.runtime;

import org.jspecify.annotations.Nullable;

/** Sees the events of PEP 578. What it throws aborts the audited operation. Answers to {@code Py_AuditHookFunction}. */
@FunctionalInterface
public interface AuditHook {
    /**
     * Called for each event, in the thread that causes it.
     *
     * @param ts the current thread state, null where none exists yet
     * @param arguments the event's arguments, Python objects of that interpreter; not to be changed
     */
    void audit(@Nullable RuntimeThreadState ts, String event, Object[] arguments);
}
