package dev.clutch.interp.traceback;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyInt;
import dev.clutch.interp.object.PyTraceback;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Text;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Writes tracebacks and exceptions to {@code sys.stderr}. Answers to {@code traceback.c} and {@code PyErr_Display}. */
public final class TracebackPrinter {
    static final String HEADER = "Traceback (most recent call last):\n";
    private static final int DEFAULT_LIMIT = 1000;
    /** How often the same line is shown in a row. */
    private static final int REPEATS = 3;

    private final PyThreadState ts;
    private final SourceLines sources;
    private final StringBuilder out;
    private final String margin;

    TracebackPrinter(PyThreadState ts, SourceLines sources, StringBuilder out, String margin) {
        this.ts = ts;
        this.sources = sources;
        this.out = out;
        this.margin = margin;
    }

    /** Prints an exception with its causes and contexts ({@code PyErr_DisplayException}). */
    public static void print(PyThreadState ts, Object exception) {
        write(ts, ExceptionPrinter.text(ts, exception));
    }

    /** Returns the lines of a traceback; empty for None ({@code PyTraceBack_Print}). */
    public static String traceback(PyThreadState ts, Object traceback) {
        StringBuilder out = new StringBuilder();
        if (traceback instanceof PyTraceback t) {
            new TracebackPrinter(ts, new SourceLines(ts), out, "").all(t, HEADER);
        }
        return out.toString();
    }

    /** Writes to {@code sys.stderr}, if there is one. */
    public static void write(PyThreadState ts, String text) {
        Object err = ts.sysAttr("stderr");
        if (err != null && err != Singleton.NONE) {
            Call.method1(ts, err, "write", Str.of(text));
            Call.method0(ts, err, "flush");
        }
    }

    /** {@code sys.tracebacklimit}. */
    private long limit() {
        Object limit = ts.sysAttr("tracebacklimit");
        Object plain = limit == null ? null : PyInt.plainOrNull(limit);
        if (plain instanceof Long l) {
            return l;
        }
        return plain instanceof BigInteger b && b.signum() < 0 ? 0 : DEFAULT_LIMIT;
    }

    /** Appends a header and the last entries, as many as the limit says. */
    void all(PyTraceback traceback, String header) {
        long limit = limit();
        if (limit <= 0) {
            return;
        }
        out.append(header);
        int count = 0;
        for (PyTraceback t = traceback; t != null; t = t.next()) {
            count++;
        }
        PyTraceback first = traceback;
        while (count > limit && first != null) {
            first = first.next();
            count--;
        }
        PyTraceback last = null;
        int same = 0;
        for (PyTraceback t = first; t != null; t = t.next()) {
            if (last == null || !isSamePlace(last, t)) {
                repeated(same);
                same = 0;
            }
            last = t;
            same++;
            if (same <= REPEATS) {
                entry(t);
            }
        }
        repeated(same);
    }

    private boolean isSamePlace(PyTraceback a, PyTraceback b) {
        return a.line() == b.line()
                && a.code().filename(ts).equals(b.code().filename(ts))
                && a.code().name.equals(b.code().name);
    }

    private void repeated(int times) {
        int more = times - REPEATS;
        if (more > 0) {
            out.append("  [Previous line repeated ").append(more).append(more > 1 ? " more times]\n" : " more time]\n");
        }
    }

    private void entry(PyTraceback t) {
        PyCode code = t.code();
        String file = Text.java(code.filename(ts));
        out.append(margin)
                .append("  File \"")
                .append(file)
                .append("\", line ")
                .append(t.line())
                .append(", in ")
                .append(Text.java(code.name))
                .append('\n');
        String line = sources.line(file, t.line());
        if (line == null) {
            return;
        }
        int indent = 0;
        while (indent < line.length() && isIndent(line.charAt(indent))) {
            indent++;
        }
        out.append(margin).append("    ").append(line, indent, line.length()).append('\n');
        String carets = carets(t, line, indent);
        if (carets != null) {
            out.append(margin).append("    ").append(carets).append('\n');
        }
    }

    private static boolean isIndent(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    private static @Nullable String carets(PyTraceback t, String line, int indent) {
        PyCode code = t.code();
        int position = t.position();
        if (position < 0 || position >= code.positions().count()) {
            return null;
        }
        return Carets.below(
                line,
                indent,
                code.positions().line(position),
                code.positions().endLine(position),
                code.positions().column(position),
                code.positions().endColumn(position));
    }
}
