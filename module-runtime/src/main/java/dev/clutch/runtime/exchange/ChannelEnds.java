package dev.clutch.runtime.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which interpreters have used one end of a channel, and which of them have released it. Guarded by the channel's mutex. Answers to a list of {@code _channelend}. */
final class ChannelEnds {
    /** True as long as the interpreter has not released the end. */
    private final Map<Long, Boolean> users = new LinkedHashMap<>();

    /** Notes a use; false when the interpreter has released this end. */
    boolean use(long interpreter) {
        Boolean open = users.putIfAbsent(interpreter, true);
        return open == null || open;
    }

    /** Releases the end for an interpreter, whether it has used it or not. */
    void release(long interpreter) {
        users.put(interpreter, false);
    }

    /** Releases the end for an interpreter that has used it. */
    void clear(long interpreter) {
        if (users.containsKey(interpreter)) {
            users.put(interpreter, false);
        }
    }

    boolean isUnused() {
        return users.isEmpty();
    }

    boolean isOpen() {
        return users.containsValue(true);
    }

    boolean isUser(long interpreter) {
        return users.containsKey(interpreter);
    }

    boolean isOpenFor(long interpreter) {
        return users.getOrDefault(interpreter, false);
    }

    /** The interpreters that have used this end, released or not. */
    List<Long> all() {
        return new ArrayList<>(users.keySet());
    }
}
