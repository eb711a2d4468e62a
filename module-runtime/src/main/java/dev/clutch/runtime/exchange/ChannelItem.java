package dev.clutch.runtime.exchange;

import org.jspecify.annotations.Nullable;

/** An item of a channel: its sender may wait until it has been received. */
public final class ChannelItem extends Item {
    private static final Waiter.Outcome RECEIVED = new Waiter.Outcome(0, null, false);
    private static final Waiter.Outcome LOST = new Waiter.Outcome(0, null, true);

    private final @Nullable Waiter waiter;

    ChannelItem(long sender, Parcel parcel, UnboundPolicy policy, @Nullable Waiter waiter) {
        super(sender, parcel, 0, policy);
        this.waiter = waiter;
    }

    /** Tells the sender that it has been received. */
    public void received() {
        tell(RECEIVED);
    }

    /** Tells the sender that nobody will receive it. */
    public void lost() {
        tell(LOST);
    }

    private void tell(Waiter.Outcome outcome) {
        if (waiter != null && waiter.settle(outcome)) {
            waiter.unpark();
        }
    }
}
