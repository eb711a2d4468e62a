package dev.clutch.runtime.schedule;

/** What a scenario asks of the scheduler that runs it. */
public interface Play {
    /** What a thread does; what it throws fails the schedule. */
    interface Body {
        void run() throws Throwable;
    }

    /** Starts a thread. */
    void start(String name, Body body);

    /** Waits until all threads that were started have ended. */
    void join();
}
