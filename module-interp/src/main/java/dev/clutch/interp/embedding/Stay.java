package dev.clutch.interp.embedding;

import dev.clutch.runtime.Breaker;
import dev.clutch.runtime.Limits;
import dev.clutch.runtime.RuntimeThreadState;
import org.jspecify.annotations.Nullable;

/**
 * One stay of a thread in an interpreter that can be ended from outside, by a cancel or a deadline.
 *
 * <p>The monitor covers the question whether the thread is in and the request to it, so nothing is asked of a thread state that already serves somebody else: a request comes before {@link #leave}, which takes back what was not
 * seen, or finds nobody. What came before {@link #enter} is asked then. Under the monitor only breaker bits are set and wakers called, which never block.
 */
final class Stay {
    private @Nullable RuntimeThreadState inside;
    private boolean cancelled;
    private boolean expired;

    synchronized void enter(RuntimeThreadState ts) {
        inside = ts;
        if (cancelled) {
            ts.interrupt();
        }
        if (expired) {
            ts.exceedLimit(Limits.CALL_TIME);
        }
    }

    synchronized void leave() {
        RuntimeThreadState ts = inside;
        inside = null;
        if (ts != null) {
            ts.withdraw((cancelled ? Breaker.INTERRUPT : 0) | (expired ? Breaker.LIMIT : 0));
        }
    }

    /** Raises KeyboardInterrupt in what runs, once. */
    synchronized void cancel() {
        cancelled = true;
        if (inside != null) {
            inside.interrupt();
        }
    }

    /** Raises LimitExceeded in what runs; called again as long as it does. */
    synchronized void expire() {
        expired = true;
        if (inside != null) {
            inside.exceedLimit(Limits.CALL_TIME);
        }
    }

    synchronized boolean hasExpired() {
        return expired;
    }
}
