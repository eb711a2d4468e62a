package dev.clutch.runtime;

/**
 * Wakes one blocked call. It is registered in the thread state by {@link RuntimeThreadState#beginBlocking(Waker)} while the call blocks; whoever sets a breaker bit calls it.
 *
 * <p>Contract: callable from any thread, never blocks for long, never throws. It is sticky: a wake before the call blocks makes the call return at once. A wake
 * after the call has ended does nothing. The woken call returns early; its caller looks at the breaker and blocks again for the rest of its time (PEP 475).
 */
@FunctionalInterface
public interface Waker {
    /** Makes the blocked call return. */
    void wake();
}
