package dev.clutch.runtime;

/** What a started thread does. */
@FunctionalInterface
public interface ThreadBody {
    /** Runs attached. What it throws is given to {@link Language#threadFailed}. */
    void run(RuntimeThreadState ts) throws Exception;
}
