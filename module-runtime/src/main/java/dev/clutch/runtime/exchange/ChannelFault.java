package dev.clutch.runtime.exchange;

/** Why an operation on a channel fails: the {@code ERR_CHANNEL_...} constants. */
public enum ChannelFault {
    /** No such channel. */
    NOT_FOUND,
    /** It is closed. */
    CLOSED,
    /** It was closed while a sender waited. */
    CLOSED_WAITING,
    /** The interpreter has released this end. */
    INTERPRETER_CLOSED,
    /** There is nothing in it. */
    EMPTY,
    /** There is something in it, so it isn't closed without force. */
    NOT_EMPTY,
    /** The time is over. */
    TIMED_OUT
}
