package dev.clutch.interp.crossing;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.op.Truth;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an exception has beyond the text that is shown of it: arguments, notes, the exceptions it came from, the frames with their source lines. Immutable values only; an argument that is none goes
 * as the text of its {@code repr}.
 *
 * @param args the arguments, a tuple
 * @param notes the notes, a tuple of str
 * @param frames a tuple of (file name, line number, function, source line), as {@code traceback.StackSummary.from_list} takes them
 * @param cause {@code __cause__}
 * @param context {@code __context__}, null where it is suppressed
 */
record ExceptionDetails(
        PyTuple args,
        PyTuple notes,
        PyTuple frames,
        @Nullable ExceptionData cause,
        @Nullable ExceptionData context) {
    static ExceptionDetails of(PyThreadState ts, Object exception) {
        return of(ts, exception, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static ExceptionDetails of(PyThreadState ts, Object exception, Set<Object> seen) {
        seen.add(exception);
        boolean suppressed = Truth.of(ts, Attr.get(ts, exception, "__suppress_context__"));
        return new ExceptionDetails(
                items(ts, Attr.find(ts, exception, "args")),
                items(ts, Attr.find(ts, exception, "__notes__")),
                frames(ts, Attr.get(ts, exception, "__traceback__")),
                linked(ts, Attr.get(ts, exception, "__cause__"), seen),
                suppressed ? null : linked(ts, Attr.get(ts, exception, "__context__"), seen));
    }

    private static @Nullable ExceptionData linked(PyThreadState ts, Object exception, Set<Object> seen) {
        if (exception == Singleton.NONE || seen.contains(exception)) {
            return null;
        }
        return ExceptionData.of(ts, exception).with(of(ts, exception, seen));
    }

    private static PyTuple items(PyThreadState ts, @Nullable Object given) {
        if (given == null) {
            return new PyTuple();
        }
        try {
            Object[] items = Iter.toArray(ts, given);
            Object[] plain = new Object[items.length];
            for (int i = 0; i < items.length; i++) {
                plain[i] = Crossing.isImmutable(items[i]) ? items[i] : PyStr.plain(Text.repr(ts, items[i]));
            }
            return new PyTuple(plain);
        } catch (PythonException e) {
            return new PyTuple();
        }
    }

    private static PyTuple frames(PyThreadState ts, Object traceback) {
        if (traceback == Singleton.NONE) {
            return new PyTuple();
        }
        try {
            Object summary = Call.call1(ts, Attr.get(ts, ts.importModule("traceback"), "extract_tb"), traceback);
            Object[] all = Iter.toArray(ts, summary);
            Object[] rows = new Object[all.length];
            for (int i = 0; i < all.length; i++) {
                rows[i] = new PyTuple(
                        text(ts, all[i], "filename"),
                        Attr.get(ts, all[i], "lineno"),
                        text(ts, all[i], "name"),
                        text(ts, all[i], "line"));
            }
            return new PyTuple(rows);
        } catch (PythonException e) {
            return new PyTuple();
        }
    }

    private static Object text(PyThreadState ts, Object frame, String name) {
        Object value = Attr.get(ts, frame, name);
        return PyStr.isStr(value) ? PyStr.plain(value) : Str.of("");
    }

    /** Adds what Python code sees of it. */
    void addTo(PyThreadState ts, PyDict d) {
        d.put("args", args);
        d.put("notes", notes);
        d.put("frames", frames);
        d.put("cause", cause == null ? Singleton.NONE : cause.asObject(ts));
        d.put("context", context == null ? Singleton.NONE : context.asObject(ts));
    }
}
