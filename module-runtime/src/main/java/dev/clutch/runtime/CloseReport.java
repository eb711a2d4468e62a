package dev.clutch.runtime;

import java.time.Duration;
import java.util.List;

/**
 * What a close did, and what resisted it.
 *
 * @param interpreterId whose close it was
 * @param steps the steps in order, with the time each took
 * @param findings what did not go as it should
 * @param remains what could still be in memory, and is there only if something outside holds it
 */
public record CloseReport(long interpreterId, List<Step> steps, List<Finding> findings, Remains remains) {
    /** Copies the lists. */
    public CloseReport {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
    }

    /** One step of the close. */
    public record Step(ClosePhase phase, Duration time) {}

    /** What can go wrong. */
    public enum Kind {
        /** A thread or guard did not leave in time and the close went on without waiting longer. */
        NOT_WAITED_FOR,
        /** A thread did not end; it will end when it next asks for the lock or looks at its breaker. */
        THREAD_ABANDONED,
        /** The lock could not be had: Python code of this close did not run. */
        LOCK_NOT_OBTAINED,
        /** A step took longer than it may and was interrupted. */
        INTERRUPTED,
        /** A step, or a callback in it, threw. */
        FAILED,
        /** Pending calls were dropped unmade. */
        CALLS_DROPPED
    }

    /**
     * One thing that resisted.
     *
     * @param phase in which step
     * @param kind in what way
     * @param subject which thread, guard or callback, by name
     */
    public record Finding(ClosePhase phase, Kind kind, String subject) {}

    /** Whether nothing resisted. */
    public boolean isClean() {
        return findings.isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("close of interpreter ").append(interpreterId);
        if (isClean()) {
            return text.append(": clean").toString();
        }
        for (Finding finding : findings) {
            text.append("\n  ")
                    .append(finding.phase())
                    .append(' ')
                    .append(finding.kind())
                    .append(": ")
                    .append(finding.subject());
        }
        return text.toString();
    }
}
