/**
 * A controlled scheduler for tests: runs the threads of a scenario one at a time, decides at every access to shared state which of them goes on, and so explores schedules that the machine would
 * hardly ever show. A schedule follows from its seed alone and can be replayed.
 *
 * <p>How it works. The classes under test are loaded a second time by a loader that weaves a call before every field access and every call into {@code java.util.concurrent}
 * ({@link Weaver}). The threads of a scenario are virtual threads whose scheduler is the {@link Controller}: locks, conditions, latches and parking of the JDK need no model, since they end
 * in the parking of a virtual thread, after which the controller chooses who runs next. Time is virtual. When no thread can run and no timer is left, it is a deadlock.
 *
 * <p>Limits: what the JVM does not do sequentially consistently is not explored, nor is {@code synchronized}, which the concurrency core does not use.
 */
@NullMarked
package dev.clutch.runtime.schedule;

import org.jspecify.annotations.NullMarked;
