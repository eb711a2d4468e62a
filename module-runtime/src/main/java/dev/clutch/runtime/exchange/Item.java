package dev.clutch.runtime.exchange;

import dev.clutch.runtime.Runtime;
import org.jspecify.annotations.Nullable;

/**
 * One place in a queue or channel. While it is in there, the container's mutex guards it; afterwards it belongs to whoever took it out. So the container owns what it holds, whatever becomes of
 * the sender. Answers to {@code _queueitem} and {@code _channelitem}.
 */
public class Item {
    private final long sender;
    private final int format;
    private final UnboundPolicy policy;
    private @Nullable Parcel parcel;
    /** Whether somebody else has it, or will have it. */
    private boolean left;

    /**
     * Makes an item.
     *
     * @param sender the id of the interpreter that sends it
     * @param format a number that the receiver gets with it
     */
    public Item(long sender, Parcel parcel, int format, UnboundPolicy policy) {
        this.sender = sender;
        this.parcel = parcel;
        this.format = format;
        this.policy = policy;
    }

    /** What is in it, null when the sender was closed before it was taken out. */
    public final @Nullable Parcel parcel() {
        return parcel;
    }

    /** The number that came with it. */
    public final int format() {
        return format;
    }

    /** What the sender wants to become of it. */
    public final UnboundPolicy policy() {
        return policy;
    }

    /** Disposes of the parcel, once. */
    public final void dispose(Runtime runtime) {
        Parcel p = unbind();
        if (p != null) {
            p.dispose(runtime);
        }
    }

    /**
     * Whether a put or send that did not succeed has left the item with its sender, who takes back what is in it. False when somebody else has got it in the moment in which the sender got an exception.
     * For the sender, once its put or send is over.
     */
    public final boolean isWithSender() {
        return !left && parcel != null;
    }

    /** It is in the container now, or with a receiver. Called under the container's mutex. */
    final void leave() {
        left = true;
    }

    /** It is the sender's again. Called under the container's mutex. */
    final void comeBack() {
        left = false;
    }

    /** The id of the interpreter that sends it. */
    final long sender() {
        return sender;
    }

    /** Whether an interpreter has sent it, and not been closed since. */
    final boolean isBoundTo(long interpreter) {
        return sender == interpreter && parcel != null;
    }

    /** Leaves the place empty: the caller disposes of the parcel once it holds no lock. */
    final @Nullable Parcel unbind() {
        Parcel p = parcel;
        parcel = null;
        return p;
    }
}
