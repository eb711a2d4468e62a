package dev.clutch.runtime.exchange;

/** The queue or channel is gone. */
public final class ExchangeClosedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ExchangeClosedException(String message) {
        super(message, null, false, false);
    }
}
