package dev.clutch.extension.spi;

/** One thread in one interpreter, as an extension sees it. Answers to {@code PyThreadState}. */
public abstract class ThreadState {
    /** For the runtime. */
    protected ThreadState() {}
}
