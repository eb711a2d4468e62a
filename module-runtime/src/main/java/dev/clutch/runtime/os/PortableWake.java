package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.WakeHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A wake handle that runs what blocked calls registered. */
final class PortableWake extends WakeHandle {
    private final List<Runnable> sleepers = new ArrayList<>();

    /** Registers with a handle that may be absent; {@code action} also runs at once when the handle is fired. */
    static void register(@Nullable WakeHandle wake, Runnable action) {
        if (wake != null) {
            PortableWake portable = of(wake);
            portable.locked(new Runnable() {
                @Override
                public void run() {
                    portable.sleepers.add(action);
                    if (portable.isFired()) {
                        action.run();
                    }
                }
            });
        }
    }

    static void unregister(@Nullable WakeHandle wake, Runnable action) {
        if (wake != null) {
            PortableWake portable = of(wake);
            portable.locked(new Runnable() {
                @Override
                public void run() {
                    portable.sleepers.remove(action);
                }
            });
        }
    }

    private static PortableWake of(WakeHandle wake) {
        if (wake instanceof PortableWake portable) {
            return portable;
        }
        throw new IllegalArgumentException("a wake handle of another operating system");
    }

    @Override
    protected void fired() {
        for (Runnable sleeper : sleepers) {
            sleeper.run();
        }
    }

    @Override
    protected void cleared() {
        // Nothing to undo: sleepers look at isFired.
    }

    @Override
    public void close() {
        // Holds nothing of the system.
    }
}
