package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.Stability;
import org.jspecify.annotations.Nullable;

/** Iteration, whose end is Java null. */
@Stability(since = "0.1")
public interface Iteration {
    /** {@code iter(o)}. TypeError when the object isn't iterable. */
    Object iter(Object o);

    /** The next item, null at the end; StopIteration is swallowed ({@code PyIter_Next}). TypeError when the object is no iterator. */
    @Nullable
    Object next(Object iterator);

    /** Whether the object has {@code __next__} ({@code PyIter_Check}). */
    boolean isIterator(Object o);

    /** Sends a value to a generator, a coroutine or another iterator ({@code PyIter_Send}): what it yields, or null at its end; then {@link #sendResult} is what it returned. */
    @Nullable
    Object send(Object iterator, Object value);

    /** The value with which the iterator ended that the last {@link #send} of this thread brought to its end; to be asked at once. */
    Object sendResult();
}
