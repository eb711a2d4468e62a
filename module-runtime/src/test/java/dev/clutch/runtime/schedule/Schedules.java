package dev.clutch.runtime.schedule;

/** Explores a scenario. */
public final class Schedules {
    /** System property: how many schedules of each scenario. */
    static final String COUNT = "clutch.schedules";
    /** System property: the one seed to run, as a failure names it. */
    static final String SEED = "clutch.schedule.seed";

    private static final int DEFAULT_COUNT = 100;

    private Schedules() {}

    /** Runs a scenario under as many schedules as the property says. */
    public static void explore(Class<? extends Scenario> scenario) {
        String seed = System.getProperty(SEED);
        if (seed != null) {
            run(scenario, Long.parseLong(seed), 0);
            return;
        }
        int count = Integer.getInteger(COUNT, DEFAULT_COUNT);
        for (int i = 0; i < count; i++) {
            run(scenario, seedOf(scenario, i), i);
        }
    }

    /** Runs one schedule and returns the threads in the order in which they ran. */
    static String trace(Class<? extends Scenario> scenario, long seed) {
        return run(scenario, seed, 0);
    }

    // The same in every build, so that a failure on one machine is seen on another.
    private static long seedOf(Class<?> scenario, int number) {
        return scenario.getName().hashCode() * 1_000_003L + number;
    }

    private static String run(Class<? extends Scenario> scenario, long seed, int number) {
        Controller controller = new Controller(seed);
        try {
            controller.play(instance(scenario));
        } catch (Throwable t) {
            throw new ScheduleFailure(scenario.getSimpleName(), seed, number, t);
        }
        return controller.trace();
    }

    private static Scenario instance(Class<? extends Scenario> scenario) throws ReflectiveOperationException {
        var constructor = WovenLoader.shared().loadClass(scenario.getName()).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Scenario) constructor.newInstance();
    }
}
