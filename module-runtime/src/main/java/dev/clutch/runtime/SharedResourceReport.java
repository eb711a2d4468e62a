package dev.clutch.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a runtime knows of the named resources that its interpreters share, at one moment.
 *
 * @param resources by name
 * @param inversions the pairs of resources that were taken in both orders, one sentence each
 */
public record SharedResourceReport(List<Resource> resources, List<String> inversions) {
    /** Copies the lists. */
    public SharedResourceReport {
        resources = List.copyOf(resources);
        inversions = List.copyOf(inversions);
    }

    /**
     * One resource.
     *
     * @param name its name
     * @param holder the thread that holds its lock, null when it is free
     * @param queueLength how many threads wait
     * @param acquisitions how often the lock was taken, without those by a thread that held it
     * @param waits how often a thread found it held
     * @param waitedMicros the time that those waited who got it, all together
     * @param longestWaitMicros the longest of these times
     */
    public record Resource(
            String name,
            @Nullable String holder,
            int queueLength,
            long acquisitions,
            long waits,
            long waitedMicros,
            long longestWaitMicros) {}
}
