package dev.clutch.conformance.spi;

import dev.clutch.extension.spi.Cell;
import dev.clutch.extension.spi.CloseableState;
import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** {@code _testspi}. Functions that are named as one of CPython have its parameters, so that a program can compare how both complain. */
@ExtensionModule(
        name = "_testspi",
        doc = "Everything that the extension interface has.",
        types = {
            Numeric.class,
            Items.class,
            Table.class,
            CountDown.class,
            Asynchronous.class,
            Attribute.class,
            Computed.class,
            Point.class,
            Derived.OfDict.class,
            Derived.OfList.class,
            Derived.OfTuple.class,
            Derived.OfInt.class,
            Derived.OfStr.class,
            Derived.OfError.class,
            Memory.class
        },
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
final class TestSpi implements CloseableState {
    @Constant
    static final long ANSWER = 42;

    @Constant
    static final double HALF = 0.5;

    @Constant("GREETING")
    static final String TEXT = "gr\u00fc\u00df dich";

    @Constant
    static final boolean YES = true;

    private static final Cell<long[]> PER_INTERPRETER = Cell.perInterpreter(ts -> new long[1]);
    private static final Cell<long[]> PER_THREAD = Cell.perThread(ts -> new long[1]);
    private static final Cell<String> PER_CONTEXT = Cell.perContext(ts -> "unset");

    private final StringBuilder steps = new StringBuilder();

    /** What other extensions of this project read, see {@link TestSpiSub}. */
    long calls;

    private boolean tellsWhenClosed;

    @Exec(order = 2)
    void second(ThreadState ts, PyObject module) {
        steps.append(" second");
    }

    @Exec(order = 1)
    void first(ThreadState ts, PyObject module) {
        steps.append("first");
        ts.setAttr(module, "__path__", ts.newList());
    }

    @Override
    public void close(ThreadState ts) {
        if (tellsWhenClosed) {
            byte[] text = ("closed after " + calls + " calls\n").getBytes(StandardCharsets.US_ASCII);
            ts.os().files().write(1, text, 0, text.length, null);
        }
    }

    @Expose
    void tell_when_closed(ThreadState ts) {
        tellsWhenClosed = true;
    }

    @Expose(doc = "The execution steps in the order in which they ran.")
    String steps(ThreadState ts) {
        return steps.toString();
    }

    @Expose(name = "__getattr__", doc = "Make members that nobody needs at first.")
    Object lazy(ThreadState ts, String name, PyObject module) {
        if (name.equals("lazy")) {
            Object made = ts.newList("made", calls);
            ts.setAttr(module, name, made);
            return made;
        }
        throw ts.error("AttributeError", "module '_testspi' has no attribute '" + name + "'");
    }

    @Expose
    long count(ThreadState ts) {
        return ++calls;
    }

    // --- cells -------------------------------------------------------------------------------------------------

    @Expose
    static long next_in_interpreter(ThreadState ts) {
        return ++PER_INTERPRETER.get(ts)[0];
    }

    @Expose
    static long next_in_thread(ThreadState ts) {
        return ++PER_THREAD.get(ts)[0];
    }

    @Expose(signature = "(value=<absent>, /)")
    static String in_context(ThreadState ts, @Nullable String value) {
        String old = PER_CONTEXT.get(ts);
        if (value != null) {
            PER_CONTEXT.set(ts, value);
        }
        return old;
    }

    // --- parameters --------------------------------------------------------------------------------------------

    @Expose(doc = "No parameters.")
    static Object isenabled(ThreadState ts) {
        return true;
    }

    @Expose(signature = "(x, /)", doc = "One positional parameter.")
    static double sqrt(ThreadState ts, double x) {
        return Math.sqrt(x);
    }

    @Expose(signature = "(x, y, /)", doc = "Two positional parameters.")
    static double copysign(ThreadState ts, double x, double y) {
        return Math.copySign(x, y);
    }

    @Expose(signature = "(prompt='', /)", doc = "An optional positional parameter.")
    static Object input(ThreadState ts, Object prompt) {
        return prompt;
    }

    @Expose(signature = "(number, ndigits=None)", doc = "Parameters by name, one with a default.")
    static Object round(ThreadState ts, Object number, Object ndigits) {
        return ts.newTuple(number, ndigits);
    }

    @Expose(signature = "(iterable, /, start=0)", doc = "A positional one, one by name.")
    static Object sum(ThreadState ts, Object iterable, Object start) {
        return ts.newTuple(iterable, start);
    }

    @Expose(signature = "(iterable, /, *, start=1)", doc = "A positional one, one by name only.")
    static Object prod(ThreadState ts, Object iterable, Object start) {
        return ts.newTuple(iterable, start);
    }

    @Expose(signature = "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", doc = "Two by name, two by name only.")
    static boolean isclose(ThreadState ts, double a, double b, double rel_tol, double abs_tol) {
        return Math.abs(a - b) <= Math.max(rel_tol * Math.max(Math.abs(a), Math.abs(b)), abs_tol);
    }

    @Expose(signature = "(*integers)", doc = "Any number of positional ones.")
    static Object gcd(ThreadState ts, Object[] integers) {
        return ts.newTuple(integers);
    }

    @Expose(signature = "(*args, sep=' ', end='\\n', file=None, flush=False)", doc = "Any number, then by name only.")
    static Object print(ThreadState ts, Object[] args, Object sep, Object end, Object file, boolean flush) {
        return ts.newTuple(ts.newTuple(args), sep, end, file, flush);
    }

    @Expose(signature = "(first, /, second=2, *rest, third, fourth=4, **others)", doc = "All kinds at once.")
    static Object everything(
            ThreadState ts,
            Object first,
            Object second,
            Object[] rest,
            Object third,
            Object fourth,
            @Nullable Object others) {
        return ts.newTuple(first, second, ts.newTuple(rest), third, fourth, others == null ? Singleton.NONE : others);
    }

    @Expose(signature = "(flag=False, count=0, share=0.5, name='x', whole=1)", doc = "A type for each Java type.")
    static Object converted(ThreadState ts, boolean flag, int count, double share, String name, long whole) {
        return ts.newTuple(flag, (long) count, share, dev.clutch.extension.spi.Str.of(name), whole);
    }

    /** The type that this module object made. */
    @Expose
    static Object own_type(ThreadState ts, PyObject module) {
        PyType type = ts.moduleType(module, "Point");
        return type;
    }
}
