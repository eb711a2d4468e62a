package dev.clutch.extension.spi.api;

import org.jspecify.annotations.Nullable;

/** Iteration, whose end is Java null. */
public interface Iteration {
    /** {@code iter(o)}. */
    Object iter(Object o);

    /** The next item, null at the end; StopIteration is swallowed ({@code PyIter_Next}). */
    @Nullable
    Object next(Object iterator);

    /** Whether the object has {@code __next__} ({@code PyIter_Check}). */
    boolean isIterator(Object o);
}
