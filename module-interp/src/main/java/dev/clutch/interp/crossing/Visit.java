package dev.clutch.interp.crossing;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyInterpreter;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.SourceCompiler;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Execution;
import dev.clutch.interp.parser.ParserOptions;
import dev.clutch.runtime.Attachment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A thread of one interpreter runs something in {@code __main__} of another, and comes back with data. The caller's lock is given back meanwhile. Answers to
 * {@code _PyXI_Enter} and {@code _PyXI_Exit}.
 */
public final class Visit {
    private final PyInterpreter target;
    private final boolean wholeFailure;
    private @Nullable ExceptionData failure;
    private @Nullable CrossData result;

    /**
     * To an interpreter.
     *
     * @param wholeFailure whether all is to be known of an exception, not only its text
     */
    public Visit(PyInterpreter target, boolean wholeFailure) {
        this.target = target;
        this.wholeFailure = wholeFailure;
    }

    /** What went wrong there, null for nothing. */
    public @Nullable ExceptionData failure() {
        return failure;
    }

    /** What a call returned. */
    public @Nullable CrossData result() {
        return result;
    }

    /** What is done there. */
    private interface Work {
        @Nullable
        CrossData run(PyThreadState ts, PyDict globals);
    }

    /** Binds names in {@code __main__}. */
    public void bind(Map<String, CrossData> names) {
        run(names, (ts, globals) -> null, false);
    }

    /** Runs a program. */
    public void run(Map<String, CrossData> names, String program) {
        run(
                names,
                (ts, globals) -> {
                    PyCode code = SourceCompiler.text(ts, program, "<string>", ParserOptions.Mode.EXEC, optimize(ts));
                    Object ignored = Execution.run(ts, code, globals, globals, new PyCell[0]);
                    return null;
                },
                true);
    }

    /** Runs a code object. */
    public void run(Map<String, CrossData> names, PyCode code) {
        run(
                names,
                (ts, globals) -> {
                    PyFunction f = new PyFunction(
                            code, globals, ts.interp.builtins(), new PyCell[0], new Object[code.cacheSize]);
                    Object ignored = (code.flags & PyCode.CO_OPTIMIZED) == 0
                            ? Execution.run(ts, code, globals, globals, new PyCell[0])
                            : Call.call0(ts, f);
                    return null;
                },
                true);
    }

    private static int optimize(PyThreadState ts) {
        return ts.interp.options().optimize;
    }

    /** Calls a function. */
    public void call(CrossData function, CrossData[] args, Map<String, CrossData> kwargs, boolean wantsResult) {
        call(Map.of(), function, args, kwargs, wantsResult);
    }

    /** Binds names, then calls a function. */
    public void call(
            Map<String, CrossData> names,
            CrossData function,
            CrossData[] args,
            Map<String, CrossData> kwargs,
            boolean wantsResult) {
        run(
                names,
                (ts, globals) -> {
                    Object f = function.rebuild(ts);
                    Object[] values = new Object[args.length];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = args[i].rebuild(ts);
                    }
                    PyDict keywords = new PyDict();
                    for (Map.Entry<String, CrossData> e : kwargs.entrySet()) {
                        keywords.put(ts, Str.of(e.getKey()), e.getValue().rebuild(ts));
                    }
                    Object r = Call.withDict(ts, f, values, keywords);
                    return wantsResult ? new Crossing(ts).any(r) : null;
                },
                true);
    }

    private void run(Map<String, CrossData> names, Work work, boolean inMain) {
        try (Attachment inside = target.attach()) {
            PyThreadState ts = (PyThreadState) inside.threadState();
            try {
                PyDict globals = ((PyModule) ts.importModule("__main__")).dict;
                for (Map.Entry<String, CrossData> e : names.entrySet()) {
                    globals.put(e.getKey().intern(), e.getValue().rebuild(ts));
                }
                result = work.run(ts, globals);
            } catch (PythonException e) {
                failure = wholeFailure ? ExceptionData.whole(ts, e.value()) : ExceptionData.of(ts, e.value());
            }
            if (inMain) {
                flush(ts);
            }
        }
    }

    /** What was printed there comes out in the order of the visits. */
    private static void flush(PyThreadState ts) {
        for (String name : new String[] {"stdout", "stderr"}) {
            Object stream = ts.sysAttr(name);
            try {
                if (stream != null && ts.findAttr(stream, "flush") != null) {
                    Object ignored = Call.method0(ts, stream, "flush");
                }
            } catch (PythonException e) {
                ts.interp.unraisable().report(ts, e, stream);
            }
        }
    }
}
