package dev.clutch.runtime.exchange;

/** An operation on a channel has failed. */
public final class ChannelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ChannelFault fault;

    ChannelException(ChannelFault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    /** Why. */
    public ChannelFault fault() {
        return fault;
    }
}
