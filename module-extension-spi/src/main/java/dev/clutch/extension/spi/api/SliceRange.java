package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.Stability;

/**
 * A slice applied to a sequence.
 *
 * @param start the first index; where items are inserted when the slice is empty
 * @param stop where the slice ends
 * @param step from an index to the next, not 0
 * @param count the number of items
 */
@Stability(since = "0.1")
public record SliceRange(int start, int stop, long step, int count) {
    /** The index of item {@code i} of the slice. */
    public int at(int i) {
        return (int) (start + i * step);
    }
}
