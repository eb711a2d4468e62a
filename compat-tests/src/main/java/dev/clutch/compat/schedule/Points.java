package dev.clutch.compat.schedule;

/** What woven code calls. */
public final class Points {
    private Points() {}

    /** The schedule may let another interpreter run here; nothing in a thread without a schedule. */
    public static void point() {
        if (Thread.currentThread() instanceof Schedule.Actor actor) {
            actor.point();
        }
    }
}
