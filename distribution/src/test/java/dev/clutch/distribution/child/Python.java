package dev.clutch.distribution.child;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.SourceCompiler;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Execution;
import dev.clutch.interp.parser.ParserOptions;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.RuntimeInterpreter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One program in one interpreter: its code and its globals. */
record Python(RuntimeInterpreter interpreter, PyCode code, PyDict globals) {
    /** Compiles a program in an interpreter and runs it there. */
    static Python run(RuntimeInterpreter interpreter, String name, String source) {
        try (Attachment inside = interpreter.attach()) {
            PyThreadState ts = (PyThreadState) inside.threadState();
            PyCode code = SourceCompiler.text(ts, source, name, ParserOptions.Mode.EXEC, 0);
            PyDict globals = new PyDict();
            globals.put("__name__", "__main__");
            try {
                Execution.run(ts, code, globals, globals, new PyCell[0]);
            } catch (PythonException e) {
                throw new IllegalStateException(name + ": " + ts.reprText(e.value()), e);
            }
            return new Python(interpreter, code, globals);
        }
    }

    boolean has(String name) {
        return globals.get(name) != null;
    }

    Object get(String name) {
        return Objects.requireNonNull(globals.get(name), name);
    }

    /** Calls a function of the program; returns the representation of its result. */
    String call(String function) {
        try (Attachment inside = interpreter.attach()) {
            PyThreadState ts = (PyThreadState) inside.threadState();
            return ts.reprText(Call.call0(ts, get(function)));
        }
    }

    /** Calls a function of the program; returns the representations of what is in the tuple that it returns, or of its one result. */
    List<String> parts(String function) {
        try (Attachment inside = interpreter.attach()) {
            PyThreadState ts = (PyThreadState) inside.threadState();
            Object result = Call.call0(ts, get(function));
            List<String> parts = new ArrayList<>();
            for (Object part : result instanceof PyTuple t ? t.items() : new Object[] {result}) {
                parts.add(ts.reprText(part));
            }
            return parts;
        }
    }

    /** Returns the elements of a list; none where the program has no such list. */
    Object[] list(String name) {
        if (!has(name)) {
            return new Object[0];
        }
        try (Attachment inside = interpreter.attach()) {
            return dev.clutch.interp.op.Iter.toArray((PyThreadState) inside.threadState(), get(name));
        }
    }
}
