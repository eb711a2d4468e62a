package dev.clutch.runtime.schedule;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;

/** What woven code calls. Outside of a schedule (class initialisers, the warm-up of a test) these do what the JDK does. */
public final class Hooks {
    private Hooks() {}

    /** Another thread may run here. */
    public static void point() {
        Controller controller = Controller.current();
        if (controller != null) {
            controller.point();
        }
    }

    /** {@link System#nanoTime} of virtual time. */
    public static long nanoTime() {
        Controller controller = Controller.current();
        return controller == null ? System.nanoTime() : controller.now();
    }

    /** {@link Condition#awaitNanos} in virtual time. */
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    public static long awaitNanos(Condition condition, long nanos) throws InterruptedException {
        Controller controller = Controller.current();
        return controller == null ? condition.awaitNanos(nanos) : controller.awaitNanos(condition, nanos);
    }

    /** {@link Thread#sleep(Duration)} in virtual time. */
    public static void sleep(Duration time) throws InterruptedException {
        Controller controller = Controller.current();
        if (controller == null) {
            Thread.sleep(time);
        } else {
            controller.sleep(time.toNanos());
        }
    }

    /** {@link LockSupport#parkNanos(Object, long)} in virtual time. */
    public static void parkNanos(Object blocker, long nanos) {
        Controller controller = Controller.current();
        if (controller == null) {
            LockSupport.parkNanos(blocker, nanos);
        } else {
            controller.parkNanos(blocker, nanos);
        }
    }

    /** {@link LockSupport#unpark}. */
    public static void unpark(Thread thread) {
        LockSupport.unpark(runner(thread));
    }

    /** {@link Thread#interrupt}. */
    public static void interrupt(Thread thread) {
        runner(thread).interrupt();
    }

    private static Thread runner(Thread thread) {
        Controller controller = Controller.current();
        return controller == null ? thread : controller.runner(thread);
    }

    /** {@link Thread#currentThread}: the thread that the code under test made, where it made one. */
    public static Thread currentThread() {
        Controller controller = Controller.current();
        return controller == null ? Thread.currentThread() : controller.currentThread();
    }

    /** {@link Thread#start}: the thread's body runs in a thread of the schedule. */
    public static void start(Thread thread) {
        Controller controller = Controller.current();
        if (controller == null) {
            thread.start();
        } else {
            controller.adopt(thread);
        }
    }

    /** {@link Thread#isAlive}. */
    public static boolean isAlive(Thread thread) {
        return runner(thread).isAlive();
    }

    /** {@link Thread#join()}. */
    public static void join(Thread thread) throws InterruptedException {
        runner(thread).join();
    }

    /** {@link Thread#getStackTrace}. */
    public static StackTraceElement[] getStackTrace(Thread thread) {
        return runner(thread).getStackTrace();
    }
}
