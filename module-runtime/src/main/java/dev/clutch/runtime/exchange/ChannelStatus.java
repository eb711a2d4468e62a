package dev.clutch.runtime.exchange;

/**
 * What can be told of a channel: {@code struct channel_info}.
 *
 * @param open whether it may be sent to
 * @param closing whether it is closed as soon as it is empty
 * @param count how many items are in it
 * @param uses the numbers of interpreters: send, send released, recv, recv released, both, both released, both and send released, both and recv released
 * @param sends whether the asking interpreter has the send end
 * @param sendReleased whether it has released that
 * @param receives whether the asking interpreter has the recv end
 * @param receiveReleased whether it has released that
 */
@SuppressWarnings("ArrayRecordComponent") // made for one reader, who takes it apart
public record ChannelStatus(
        boolean open,
        boolean closing,
        long count,
        long[] uses,
        boolean sends,
        boolean sendReleased,
        boolean receives,
        boolean receiveReleased) {}
