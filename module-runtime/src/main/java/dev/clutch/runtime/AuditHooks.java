package dev.clutch.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A list of audit hooks, of a runtime or of an interpreter: {@code _PyRuntime.audit_hooks}, {@code interp->audit_hooks}. Hooks are never removed one by one. */
final class AuditHooks {
    private final CopyOnWriteArrayList<AuditHook> hooks;

    AuditHooks(List<AuditHook> first) {
        hooks = new CopyOnWriteArrayList<>(first);
    }

    boolean isEmpty() {
        return hooks.isEmpty();
    }

    void add(AuditHook hook) {
        hooks.add(hook);
    }

    void run(@Nullable RuntimeThreadState ts, String event, Object[] arguments) {
        for (AuditHook hook : hooks) {
            hook.audit(ts, event, arguments);
        }
    }

    void clear() {
        hooks.clear();
    }
}
