package dev.clutch.interp.object;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Compare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions registered with {@code atexit} in one interpreter: {@code struct atexit_state}. Used under its lock. */
public final class ExitFunctions {
    private final List<@Nullable Entry> entries = new ArrayList<>();

    /** For the interpreter. */
    public ExitFunctions() {}

    private record Entry(
            Object function, Object[] arguments, @Nullable Object keywords) {}

    /** Adds a function, the first of the arguments. */
    public void add(Object[] args, @Nullable Object kwargs) {
        entries.add(new Entry(args[0], Arrays.copyOfRange(args, 1, args.length), kwargs));
    }

    /** Removes what is equal to a function. A comparison may run code that registers others. */
    public void remove(PyThreadState ts, Object function) {
        for (int i = 0; i < entries.size(); i++) {
            Entry e = entries.get(i);
            if (e != null && Compare.equal(ts, e.function, function) && i < entries.size()) {
                entries.set(i, null);
            }
        }
    }

    /** Removes all. */
    public void clear() {
        entries.clear();
    }

    /** Returns how many there are. */
    public int size() {
        int n = 0;
        for (Entry e : entries) {
            n += e == null ? 0 : 1;
        }
        return n;
    }

    /** Calls them, last first, those too that they register meanwhile ({@code atexit_callfuncs}). */
    public void run(PyThreadState ts) {
        while (!entries.isEmpty()) {
            Entry e = entries.removeLast();
            if (e != null) {
                try {
                    Object ignored = Call.withDict(ts, e.function, e.arguments.clone(), e.keywords);
                } catch (PythonException x) {
                    ts.interp.unraisable().report(ts, x, "in atexit callback", e.function);
                }
            }
        }
    }
}
