package dev.clutch.runtime.exchange;

import org.jspecify.annotations.Nullable;

/** Those who wait at a queue, first come first served. Guarded by the queue's mutex. */
final class WaitLine {
    /** A waiter's place in the line of one queue. */
    static final class Seat {
        final Waiter waiter;
        final int index;
        /** What the waiter wants to put; null when it wants to get. */
        final @Nullable Item item;

        private @Nullable Seat before;
        private @Nullable Seat after;
        private boolean seated;

        Seat(Waiter waiter, int index, @Nullable Item item) {
            this.waiter = waiter;
            this.index = index;
            this.item = item;
        }
    }

    private @Nullable Seat first;
    private @Nullable Seat last;

    void add(Seat seat) {
        seat.before = last;
        if (last == null) {
            first = seat;
        } else {
            last.after = seat;
        }
        last = seat;
        seat.seated = true;
    }

    /** Takes out the first, null when nobody waits. */
    @Nullable
    Seat poll() {
        Seat seat = first;
        if (seat != null) {
            remove(seat);
        }
        return seat;
    }

    /** Takes one out, if it is in. */
    void remove(Seat seat) {
        if (!seat.seated) {
            return;
        }
        seat.seated = false;
        Seat before = seat.before;
        Seat after = seat.after;
        if (before == null) {
            first = after;
        } else {
            before.after = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.before = before;
        }
        seat.before = null;
        seat.after = null;
    }
}
