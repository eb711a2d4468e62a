package dev.clutch.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The one path by which an interpreter closes. Answers to {@code Py_EndInterpreter} and {@code Py_FinalizeEx}. It runs in the caller's thread; no step of it waits without a limit, and whatever resists is
 * named in the report.
 */
final class CloseSequence {
    private static final long ASK_AGAIN_MIN_NANOS = 50_000_000;

    private static final long ASK_AGAIN_MAX_NANOS = 1_000_000_000;

    /** Longer than anybody waits; times to wait can still be added to it. */
    private static final long FOR_EVER_NANOS = Long.MAX_VALUE / 4;

    private final RuntimeInterpreter interpreter;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile @Nullable List<CloseReport> reports;

    // Touched by the closing thread only, once it has claimed the close.
    private final List<CloseReport.Step> steps = new ArrayList<>();
    private final List<CloseReport.Finding> findings = new ArrayList<>();
    private @Nullable Attachment inside;
    private @Nullable CloseWatchdog watchdog;

    CloseSequence(RuntimeInterpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Closes an interpreter that is not main. */
    CloseReport close(long deadline) {
        if (claim()) {
            List<CloseReport> all = new ArrayList<>();
            try {
                RuntimeThreadState closer = begin(deadline);
                finish(closer, deadline);
            } finally {
                publish(all);
            }
        }
        return awaitReports().getLast();
    }

    /** Closes the main interpreter and with it the runtime. */
    List<CloseReport> closeRuntime(long deadline) {
        if (claim()) {
            Runtime runtime = interpreter.runtime();
            runtime.lifecycle().advance(LifecycleState.INITIALIZED, LifecycleState.CLOSING);
            List<CloseReport> all = new ArrayList<>();
            try {
                boolean patient = runtime.config().patient();
                long allowed = deadline - System.nanoTime();
                RuntimeThreadState closer = begin(patient ? System.nanoTime() + FOR_EVER_NANOS : deadline);
                long rest = patient ? System.nanoTime() + allowed : deadline;
                closeOthers(rest, all);
                runtime.lifecycle().advance(LifecycleState.CLOSING, LifecycleState.FINALIZING);
                finish(closer, rest);
                runRuntimeExit();
                runtime.lifecycle().advance(LifecycleState.FINALIZING, LifecycleState.CLOSED);
            } finally {
                publish(all);
            }
        }
        return awaitReports();
    }

    /** Becomes the closer. A thread that is inside would wait for itself. */
    private boolean claim() {
        Runtime runtime = interpreter.runtime();
        for (RuntimeInterpreter other : interpreter.isMain() ? runtime.interpreters() : List.of(interpreter)) {
            if (Attachment.find(other, runtime.currentAttachment()) != null) {
                throw new IllegalStateException("a thread cannot close " + other + " while it is inside it");
            }
        }
        LifecycleState state = interpreter.lifecycle().state();
        if (state == LifecycleState.CREATED
                || state == LifecycleState.CORE_INITIALIZED
                || state == LifecycleState.FAILED) {
            throw interpreter.refusal();
        }
        return claimed.compareAndSet(false, true);
    }

    private void publish(List<CloseReport> others) {
        others.add(new CloseReport(interpreter.id(), steps, findings, interpreter.remains()));
        reports = List.copyOf(others);
        finished.countDown();
    }

    private List<CloseReport> awaitReports() {
        boolean interrupted = false;
        while (true) {
            try {
                finished.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        List<CloseReport> all = reports;
        if (all == null) {
            throw new IllegalStateException("the close of " + interpreter + " left no report");
        }
        return all;
    }

    // ---- first half: the interpreter still works -----------------------------------------------------------------

    private RuntimeThreadState begin(long deadline) {
        interpreter.lifecycle().advance(LifecycleState.INITIALIZED, LifecycleState.CLOSING);
        interpreter.members().shut();
        RuntimeThreadState closer = makeCloser();
        watchdog = CloseWatchdog.start(closer);
        enter(closer, deadline);
        run(closer, ClosePhase.SHUTDOWN_THREADING, deadline);
        awaitThreads(closer, deadline);
        run(closer, ClosePhase.PENDING_CALLS, deadline);
        run(closer, ClosePhase.AT_EXIT, deadline);
        run(closer, ClosePhase.PENDING_CALLS, deadline);
        return closer;
    }

    private RuntimeThreadState makeCloser() {
        Runtime runtime = interpreter.runtime();
        RuntimeThreadState main = runtime.mainThreadState();
        Thread thread = Thread.currentThread();
        if (main != null && interpreter.isMain() && runtime.isMainThread(thread) && main.thread() == null) {
            main.setCloser();
            interpreter.members().bindMain(main, thread, true);
            return main;
        }
        RuntimeThreadState made = runtime.language().createThreadState(interpreter);
        made.setCloser();
        made.bind(thread);
        interpreter.admit(made, true);
        return made;
    }

    private void enter(RuntimeThreadState closer, long deadline) {
        long start = System.nanoTime();
        long allowed = Math.max(deadline - start, graceNanos());
        inside = Attachment.tryEnterWith(closer, allowed / 2);
        if (inside == null) {
            endHolder();
            inside = Attachment.tryEnterWith(closer, allowed - allowed / 2);
        }
        if (inside == null) {
            lockNotObtained(ClosePhase.ENTER);
        }
        step(ClosePhase.ENTER, start);
    }

    /** A daemon thread may be in a built-in that polls, yet keeps the lock: it ends now, or the exit functions would not run. */
    private void endHolder() {
        RuntimeThreadState holder = interpreter.lock().holder();
        if (holder != null
                && holder.interpreter() == interpreter
                && !holder.kind().isAwaited()) {
            holder.request(Breaker.FINALIZING);
        }
    }

    private void awaitThreads(RuntimeThreadState closer, long deadline) {
        if (!closer.isAttached()) {
            return;
        }
        long start = System.nanoTime();
        Members members = interpreter.members();
        try {
            boolean left = false;
            while (!left && deadline - System.nanoTime() > 0) {
                closer.beginBlocking(new Nudge(members));
                try {
                    left = members.awaitOthers(closer, false, deadline);
                } finally {
                    closer.endBlocking();
                }
                // A pending call that throws is no reason to stop waiting.
                finishPendingCalls(closer, Math.min(deadline, System.nanoTime() + graceNanos()));
                closer.checkBreaker();
            }
        } catch (Throwable t) {
            // Ctrl-C breaks the wait, as in CPython: the close goes on without those that are still in.
            finding(ClosePhase.AWAIT_THREADS, CloseReport.Kind.INTERRUPTED, t.toString());
        }
        for (RuntimeThreadState ts : members.others(closer, false)) {
            finding(ClosePhase.AWAIT_THREADS, CloseReport.Kind.NOT_WAITED_FOR, locate(ts));
        }
        for (InterpreterGuard guard : members.guards()) {
            finding(ClosePhase.AWAIT_THREADS, CloseReport.Kind.NOT_WAITED_FOR, guard.toString());
        }
        step(ClosePhase.AWAIT_THREADS, start);
    }

    private void closeOthers(long deadline, List<CloseReport> all) {
        Runtime runtime = interpreter.runtime();
        int unborn = runtime.registry().shut(deadline);
        if (unborn > 0) {
            finding(
                    ClosePhase.AWAIT_THREADS,
                    CloseReport.Kind.NOT_WAITED_FOR,
                    unborn + " interpreters that are still being made");
        }
        List<RuntimeInterpreter> others = runtime.interpreters();
        for (int i = others.size() - 1; i >= 0; i--) {
            RuntimeInterpreter other = others.get(i);
            if (!other.isMain()) {
                all.add(other.closing().close(deadline));
            }
        }
    }

    // ---- second half: only the closing thread runs ---------------------------------------------------------------

    private void finish(RuntimeThreadState closer, long deadline) {
        interpreter.lifecycle().advance(LifecycleState.CLOSING, LifecycleState.FINALIZING);
        interpreter.members().end();
        endThreads(closer, deadline);
        run(closer, ClosePhase.FLUSH_STREAMS, deadline);
        run(closer, ClosePhase.CLEAR_MODULES, deadline);
        long start = System.nanoTime();
        if (watchdog != null) {
            watchdog.stop();
        }
        if (inside != null) {
            if (closer.isAttached()) {
                try {
                    interpreter.clearAuditHooks(closer);
                    if (closer.kind() == ThreadKind.MAIN) {
                        // The others are cleared when their attachment ends; the main thread's state has outlived its
                        // attachments.
                        interpreter.runtime().language().clearThreadState(closer);
                    }
                } catch (Throwable t) {
                    failed(ClosePhase.DROP, t);
                }
            }
            inside.close();
            inside = null;
        }
        interpreter.members().leave(closer);
        int dropped = interpreter.dropPendingCalls()
                + (interpreter.isMain() ? interpreter.runtime().dropMainThreadCalls() : 0);
        if (dropped > 0) {
            finding(ClosePhase.DROP, CloseReport.Kind.CALLS_DROPPED, dropped + " pending calls");
        }
        closer.abandon();
        interpreter.quarantine().close();
        try {
            interpreter.runtime().language().dropInterpreter(interpreter);
        } catch (Throwable t) {
            failed(ClosePhase.DROP, t);
        }
        interpreter.runtime().forget(interpreter);
        interpreter.lifecycle().advance(LifecycleState.FINALIZING, LifecycleState.CLOSED);
        step(ClosePhase.DROP, start);
    }

    /** Asks the others to end, by an exception at their next safe point, until they have or the time is over; gives up those that have not. */
    private void endThreads(RuntimeThreadState closer, long deadline) {
        long start = System.nanoTime();
        Members members = interpreter.members();
        long until = Math.max(deadline, start + graceNanos());
        boolean wasAttached = closer.isAttached();
        if (wasAttached) {
            closer.detach();
        }
        List<RuntimeThreadState> left = members.others(closer, true);
        while (!left.isEmpty() && until - System.nanoTime() > 0) {
            for (RuntimeThreadState ts : left) {
                ts.request(Breaker.FINALIZING);
            }
            closer.withdraw(Breaker.WAKING);
            // Half of what is left, so that finally blocks can end in peace on a busy machine: a second exception in
            // one of them would replace what it restores.
            long now = System.nanoTime();
            long pause = Math.clamp((until - now) / 2, ASK_AGAIN_MIN_NANOS, ASK_AGAIN_MAX_NANOS);
            boolean quiet = members.awaitOthers(closer, true, Math.min(until, now + pause));
            left = quiet ? List.of() : members.others(closer, true);
        }
        for (RuntimeThreadState ts : left) {
            finding(ClosePhase.END_THREADS, CloseReport.Kind.THREAD_ABANDONED, locate(ts));
            ts.abandon();
        }
        if (!wasAttached) {
            // Whoever kept the lock from us at first may have ended by now.
            enter(closer, until);
        } else if (!closer.tryReattach(Math.max(until - System.nanoTime(), graceNanos()))) {
            lockNotObtained(ClosePhase.END_THREADS);
        }
        step(ClosePhase.END_THREADS, start);
    }

    private void runRuntimeExit() {
        long start = System.nanoTime();
        ExitCallbacks callbacks = interpreter.runtime().exitCallbacks();
        for (ExitCallback next = callbacks.pop(); next != null; next = callbacks.pop()) {
            try {
                next.run(null);
            } catch (Throwable t) {
                failed(ClosePhase.RUNTIME_EXIT, t);
            }
        }
        step(ClosePhase.RUNTIME_EXIT, start);
    }

    // ---- steps that run Python code ------------------------------------------------------------------------------

    /** Runs a step of the language under the watchdog; once the deadline has passed each step has the grace time. */
    private void run(RuntimeThreadState closer, ClosePhase phase, long deadline) {
        CloseWatchdog watch = watchdog;
        if (watch == null || !closer.isAttached()) {
            return;
        }
        long start = System.nanoTime();
        watch.enter(phase, Math.max(deadline, start + graceNanos()));
        try {
            perform(closer, phase, Math.max(deadline, start + graceNanos()));
        } catch (Throwable t) {
            failed(phase, t);
        } finally {
            if (watch.leave()) {
                finding(phase, CloseReport.Kind.INTERRUPTED, "took longer than it may");
            }
        }
        step(phase, start);
    }

    private void perform(RuntimeThreadState closer, ClosePhase phase, long until) {
        Language language = interpreter.runtime().language();
        switch (phase) {
            case SHUTDOWN_THREADING -> language.shutdownThreading(closer);
            case AT_EXIT -> {
                language.runAtExit(closer);
                runExitCallbacks(closer, language);
            }
            case PENDING_CALLS -> finishPendingCalls(closer, until);
            case FLUSH_STREAMS -> language.flushStreams(closer);
            case CLEAR_MODULES -> language.clearModules(closer);
            default -> throw new IllegalArgumentException(phase + " is not a step of the language");
        }
    }

    private void runExitCallbacks(RuntimeThreadState closer, Language language) {
        ExitCallbacks callbacks = interpreter.exitCallbacks();
        for (ExitCallback next = callbacks.pop(); next != null; next = callbacks.pop()) {
            try {
                next.run(closer);
            } catch (ThreadEnd e) {
                throw e;
            } catch (Throwable t) {
                failed(ClosePhase.AT_EXIT, t);
                language.writeUnraisable(closer, t, "exit callback");
            }
        }
    }

    /** A call that throws ends a pass, not the draining; calls that add calls for ever end with the time. */
    private void finishPendingCalls(RuntimeThreadState closer, long until) {
        boolean again = true;
        while (again) {
            try {
                interpreter.finishPendingCalls(closer, until);
                again = false;
            } catch (ThreadEnd e) {
                throw e;
            } catch (Throwable t) {
                failed(ClosePhase.PENDING_CALLS, t);
                CloseWatchdog watch = watchdog;
                again = watch != null && !watch.hasFired() && until - System.nanoTime() > 0;
            }
        }
    }

    // ---- findings ------------------------------------------------------------------------------------------------

    private long graceNanos() {
        return interpreter.runtime().config().closeGrace().toNanos();
    }

    private void step(ClosePhase phase, long start) {
        steps.add(new CloseReport.Step(phase, Duration.ofNanos(System.nanoTime() - start)));
    }

    private void finding(ClosePhase phase, CloseReport.Kind kind, String subject) {
        findings.add(new CloseReport.Finding(phase, kind, subject));
    }

    private void failed(ClosePhase phase, Throwable failure) {
        finding(phase, CloseReport.Kind.FAILED, failure.toString());
    }

    private void lockNotObtained(ClosePhase phase) {
        RuntimeThreadState holder = interpreter.lock().holder();
        finding(
                phase,
                CloseReport.Kind.LOCK_NOT_OBTAINED,
                holder == null ? "nobody holds it now" : "held by " + locate(holder));
    }

    private static String locate(RuntimeThreadState ts) {
        Thread thread = ts.thread();
        return thread == null ? ts.toString() : ts + ": " + Stacks.top(thread);
    }

    /** Wakes the closing thread while it waits for others. */
    private static final class Nudge implements Waker {
        private final Members members;

        Nudge(Members members) {
            this.members = members;
        }

        @Override
        public void wake() {
            members.nudge();
        }
    }
}
