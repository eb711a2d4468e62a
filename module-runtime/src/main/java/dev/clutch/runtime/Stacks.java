package dev.clutch.runtime;

/** Shows where a thread is, for reports. */
final class Stacks {
    private static final int DEPTH = 8;

    private Stacks() {}

    /** Returns the name of a thread and its innermost frames. */
    static String top(Thread thread) {
        StringBuilder text = new StringBuilder(RuntimeThreadState.describe(thread));
        StackTraceElement[] frames = thread.getStackTrace();
        for (int i = 0; i < frames.length && i < DEPTH; i++) {
            text.append(i == 0 ? " at " : " < ").append(frames[i]);
        }
        return text.toString();
    }
}
