package dev.clutch.runtime.schedule;

/** Some threads and what must hold whatever their order. Has a constructor without parameters, and no state from one run to the next. */
public interface Scenario {
    /** Runs in the first thread of the schedule; throws when something does not hold. */
    void run(Play play) throws Throwable;
}
