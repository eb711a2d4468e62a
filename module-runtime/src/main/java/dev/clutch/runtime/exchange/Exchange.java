package dev.clutch.runtime.exchange;

import dev.clutch.runtime.Runtime;

/** What the interpreters of a runtime have in common for passing objects. */
public final class Exchange {
    private final QueueRegistry queues;
    private final ChannelRegistry channels;

    /** For the runtime. */
    public Exchange(Runtime runtime) {
        queues = new QueueRegistry(runtime);
        channels = new ChannelRegistry(runtime);
    }

    /** The queues. */
    public QueueRegistry queues() {
        return queues;
    }

    /** The channels. */
    public ChannelRegistry channels() {
        return channels;
    }

    /** An interpreter is closed. */
    public void clearInterpreter(long interpreter) {
        queues.clearInterpreter(interpreter);
        channels.clearInterpreter(interpreter);
    }
}
