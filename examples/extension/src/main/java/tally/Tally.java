package tally;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;

/** An instance is the state of one module object, so each interpreter counts for itself. */
@ExtensionModule(
        name = "tally",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED,
        types = Tally.Counter.class)
public final class Tally {
    private long total;

    @Expose(signature = "(amount=1)", doc = "Add an amount and return the total.")
    long add(ThreadState ts, long amount) {
        total += amount;
        return total;
    }

    /** Counts for itself, and for the module object that made it. */
    @ExtensionType(name = "tally.Counter", subclassable = true)
    static final class Counter extends PyObject {
        private long n;

        Counter(PyType type) {
            super(type);
        }

        @Expose(name = "__new__", signature = "(start=0)")
        static Object make(ThreadState ts, PyType cls, long start) {
            Counter counter = new Counter(cls);
            counter.n = start;
            return counter;
        }

        @Expose
        long count(ThreadState ts, Tally state) {
            state.total++;
            return ++n;
        }
    }
}
