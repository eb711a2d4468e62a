package dev.clutch.interp.modules;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.op.Truth;
import java.util.Arrays;

/** {@code input}. Answers to {@code builtin_input} where there is no readline, and to {@code PyFile_GetLine}. */
final class InputFunction {
    private InputFunction() {}

    static Object input(PyThreadState ts, Object prompt) {
        Object in = stream(ts, "stdin");
        Object out = stream(ts, "stdout");
        Object err = stream(ts, "stderr");
        ts.interp.audit(ts, "builtins.input", prompt);
        try {
            Call.method0(ts, err, "flush");
        } catch (PythonException e) {
            // it is flushed so that the prompt comes last, no more
            if (!Errors.matches(e, "Exception")) {
                throw e;
            }
        }
        if (!"".equals(prompt)) {
            Call.method1(ts, out, "write", Text.str(ts, prompt));
        }
        try {
            Call.method0(ts, out, "flush");
        } catch (PythonException e) {
            if (!Errors.matches(e, "Exception")) {
                throw e;
            }
        }
        Object line = withoutEnd(ts, Call.method0(ts, in, "readline"));
        if (ts.interp.isAudited() && isTerminal(ts, in) && isTerminal(ts, out)) {
            ts.interp.audit(ts, "builtins.input/result", line);
        }
        return line;
    }

    private static boolean isTerminal(PyThreadState ts, Object stream) {
        try {
            return Truth.of(ts, Call.method0(ts, stream, "isatty"));
        } catch (PythonException e) {
            if (!Errors.matches(e, "Exception")) {
                throw e;
            }
            return false;
        }
    }

    private static Object stream(PyThreadState ts, String name) {
        Object stream = ts.sysAttr(name);
        if (stream == null || stream == Singleton.NONE) {
            throw Errors.error(ts, "RuntimeError", "input(): lost sys." + name);
        }
        return stream;
    }

    private static Object withoutEnd(PyThreadState ts, Object line) {
        if (line instanceof PyBytes b) {
            int n = b.size();
            if (n == 0) {
                throw Errors.error(ts, "EOFError", "EOF when reading a line");
            }
            return b.value()[n - 1] == '\n' ? new PyBytes(Arrays.copyOf(b.value(), n - 1)) : b;
        }
        if (!PyStr.isStr(line)) {
            throw Errors.typeError(ts, "object.readline() returned non-string");
        }
        Object text = PyStr.plain(line);
        int n = Str.length(text);
        if (n == 0) {
            throw Errors.error(ts, "EOFError", "EOF when reading a line");
        }
        return Str.at(text, n - 1) == '\n' ? Str.substring(text, 0, n - 1) : line;
    }
}
