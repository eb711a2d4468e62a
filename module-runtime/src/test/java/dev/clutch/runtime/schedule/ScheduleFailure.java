package dev.clutch.runtime.schedule;

/** A schedule in which something did not hold, and how to see it again. */
final class ScheduleFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final long seed;

    ScheduleFailure(String scenario, long seed, int number, Throwable cause) {
        super(
                scenario + " fails in schedule " + number + ": " + cause.getMessage() + "; replay it with -D"
                        + Schedules.SEED + "=" + seed,
                cause);
        this.seed = seed;
    }

    long seed() {
        return seed;
    }
}
