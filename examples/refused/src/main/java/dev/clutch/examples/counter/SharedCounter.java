package dev.clutch.examples.counter;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.ThreadState;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code shared_counter}: counts for the whole process. Its one static field is what keeps it from being isolated; as a field of this class, without {@code static}, each interpreter
 * would have a count of its own and the module could declare {@code PER_INTERPRETER_GIL_SUPPORTED}.
 */
@ExtensionModule(
        name = "shared_counter",
        multipleInterpreters = MultipleInterpreters.NOT_SUPPORTED,
        doc = "A count for the whole process.")
public final class SharedCounter {
    @SuppressWarnings("StaticState") // what this example shows
    private static final AtomicLong COUNT = new AtomicLong();

    @Expose(doc = "Add one and return the count.")
    static long next(ThreadState ts) {
        return COUNT.incrementAndGet();
    }
}
