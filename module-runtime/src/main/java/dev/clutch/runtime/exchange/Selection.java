package dev.clutch.runtime.exchange;

import dev.clutch.runtime.RuntimeThreadState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waits for the first item of one queue or of several. */
public final class Selection {
    private final List<ItemQueue> queues;
    private int index;

    /** From queues, asked in this order when several have something. */
    public Selection(List<ItemQueue> queues) {
        this.queues = queues;
    }

    /** Which queue the item came from, or is closed. */
    public int index() {
        return index;
    }

    /**
     * Waits for an item. Throws {@link ExchangeClosedException} when one of the queues is closed.
     *
     * @param ts null for a thread that is in no interpreter, see {@link Waiter#await}
     * @param nanos how long to wait, {@code Long.MAX_VALUE} for ever
     * @return null when the time was over
     */
    public @Nullable Item await(@Nullable RuntimeThreadState ts, long nanos) {
        for (index = 0; index < queues.size(); index++) {
            Item item = queues.get(index).poll();
            if (item != null) {
                return item;
            }
        }
        if (nanos <= 0) {
            return null;
        }
        Waiter waiter = new Waiter();
        WaitLine.Seat[] seats = new WaitLine.Seat[queues.size()];
        int joined = 0;
        boolean regular = false;
        Waiter.Outcome outcome;
        try {
            while (joined < seats.length && waiter.outcome() == null) {
                WaitLine.Seat seat = new WaitLine.Seat(waiter, joined, null);
                seats[joined] = seat;
                queues.get(joined).pollOrJoin(seat);
                joined++;
            }
            waiter.await(ts, nanos == Long.MAX_VALUE, System.nanoTime() + nanos);
            regular = true;
        } finally {
            outcome = leave(waiter, seats, joined);
            if (!regular && outcome != null && outcome.item() != null) {
                queues.get(outcome.index()).giveBack(outcome.item());
            }
        }
        if (outcome == null) {
            return null;
        }
        index = outcome.index();
        if (outcome.closed()) {
            throw new ExchangeClosedException("queue " + queues.get(index).id() + " is closed");
        }
        return outcome.item();
    }

    /** Gives the seats up. A waiter that is not settled by then can't be any more: who settles does it under the mutex of a queue where it sits. */
    private Waiter.@Nullable Outcome leave(Waiter waiter, WaitLine.Seat[] seats, int joined) {
        Waiter.Outcome outcome = waiter.outcome();
        for (int i = 0; i < joined; i++) {
            if (outcome == null || outcome.index() != i) {
                queues.get(i).leaveGetters(seats[i]);
            }
        }
        return waiter.outcome();
    }
}
