package dev.clutch.runtime.exchange;

import org.jspecify.annotations.Nullable;

/** An item of a channel: its sender may wait until it has been received. */
public final class ChannelItem extends Item {
    private final @Nullable Waiter waiter;

    /**
     * Made by the thread that sends it.
     *
     * @param sender the id of its interpreter, or {@link ChannelRegistry#NOBODY}
     * @param waits whether the thread is going to wait until it has been received
     */
    public ChannelItem(long sender, Parcel parcel, UnboundPolicy policy, boolean waits) {
        super(sender, parcel, 0, policy);
        this.waiter = waits ? new Waiter() : null;
    }

    @Nullable
    Waiter waiter() {
        return waiter;
    }

    /** Tells the sender that it has been received. */
    public void received() {
        tell(false);
    }

    /** Tells the sender that nobody will receive it. */
    public void lost() {
        tell(true);
    }

    private void tell(boolean isLost) {
        if (waiter != null && waiter.settle(new Waiter.Outcome(0, null, isLost))) {
            waiter.unpark();
        }
    }
}
