package dev.clutch.interp.op;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints an uncaught exception to {@code sys.stderr}. Answers to {@code PyErr_Display}, without the carets below the source lines. */
public final class TracebackPrinter {
    private static final String CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n";
    private static final String CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n";

    private final PyThreadState ts;
    private final StringBuilder out = new StringBuilder();
    private final List<Object> seen = new ArrayList<>();

    private TracebackPrinter(PyThreadState ts) {
        this.ts = ts;
    }

    /** Prints an exception with its causes and contexts ({@code PyErr_DisplayException}). */
    public static void print(PyThreadState ts, Object exception) {
        write(ts, text(ts, exception));
    }

    /** Returns what {@link #print} prints. */
    public static String text(PyThreadState ts, Object exception) {
        TracebackPrinter p = new TracebackPrinter(ts);
        p.exception(exception);
        return p.out.toString();
    }

    /** Returns the lines of a traceback; empty for None ({@code PyTraceBack_Print}). */
    public static String traceback(PyThreadState ts, Object traceback) {
        TracebackPrinter p = new TracebackPrinter(ts);
        p.entries(traceback);
        return p.out.toString();
    }

    /** Writes to {@code sys.stderr}, if there is one. */
    public static void write(PyThreadState ts, String text) {
        Object err = ts.sysAttr("stderr");
        if (err != null && err != Singleton.NONE) {
            Call.method1(ts, err, "write", Str.of(text));
            Call.method0(ts, err, "flush");
        }
    }

    private void exception(Object e) {
        seen.add(e);
        Object cause = Attr.find(ts, e, "__cause__");
        Object context = Attr.find(ts, e, "__context__");
        if (cause != null && cause != Singleton.NONE && !seen.contains(cause)) {
            exception(cause);
            out.append(CAUSE);
        } else if (context != null
                && context != Singleton.NONE
                && !seen.contains(context)
                && Attr.find(ts, e, "__suppress_context__") != Boolean.TRUE) {
            exception(context);
            out.append(CONTEXT);
        }
        entries(Attr.find(ts, e, "__traceback__"));
        last(e);
    }

    private void entries(@Nullable Object traceback) {
        Object tb = traceback;
        if (tb != null && tb != Singleton.NONE) {
            out.append("Traceback (most recent call last):\n");
            while (tb != null && tb != Singleton.NONE) {
                entry(tb);
                tb = Attr.find(ts, tb, "tb_next");
            }
        }
    }

    private void entry(Object tb) {
        Object code = Attr.get(ts, Attr.get(ts, tb, "tb_frame"), "f_code");
        String file = Text.java(Text.str(ts, Attr.get(ts, code, "co_filename")));
        Object line = Attr.get(ts, tb, "tb_lineno");
        out.append("  File \"")
                .append(file)
                .append("\", line ")
                .append(line)
                .append(", in ")
                .append(Text.java(Text.str(ts, Attr.get(ts, code, "co_name"))))
                .append('\n');
        if (line instanceof Long n) {
            source(file, n);
        }
    }

    private void source(String file, long line) {
        try {
            Path path = ts.interp.resolve(file);
            if (Files.isRegularFile(path)) {
                List<String> lines = Files.readAllLines(path);
                if (line >= 1 && line <= lines.size()) {
                    out.append("    ").append(lines.get((int) line - 1).strip()).append('\n');
                }
            }
        } catch (IOException | java.nio.file.InvalidPathException e) {
            // without the line, as CPython does
            return;
        }
    }

    private void last(Object e) {
        Object type = ts.typeOf(e);
        String name = Text.java(Text.str(ts, Attr.get(ts, type, "__qualname__")));
        Object module = Attr.find(ts, type, "__module__");
        String prefix = module == null || "builtins".equals(module) || "__main__".equals(module)
                ? ""
                : Text.java(Text.str(ts, module)) + ".";
        String text = syntaxError(e);
        if (text == null) {
            text = Text.java(Text.str(ts, e));
        }
        out.append(prefix)
                .append(name)
                .append(text.isEmpty() ? "" : ": " + text)
                .append('\n');
        Object notes = Attr.find(ts, e, "__notes__");
        if (notes != null && ts.isList(notes)) {
            for (int i = 0; i < ts.fastSize(notes); i++) {
                out.append(Text.java(Text.str(ts, ts.fastItem(notes, i)))).append('\n');
            }
        }
    }

    /** Shows the place of a SyntaxError and returns its message; null for another exception ({@code print_exception_file_and_line}). */
    private @Nullable String syntaxError(Object e) {
        if (!ts.isInstance(e, ts.exceptionType("SyntaxError"))) {
            return null;
        }
        Object message = Attr.get(ts, e, "msg");
        Object file = Attr.get(ts, e, "filename");
        Object line = Attr.get(ts, e, "lineno");
        if (!(line instanceof Long)) {
            return null;
        }
        out.append("  File \"")
                .append(file == Singleton.NONE ? "<string>" : Text.java(Text.str(ts, file)))
                .append("\", line ")
                .append(line)
                .append('\n');
        Object source = Attr.get(ts, e, "text");
        if (ts.isStr(source)) {
            String shown = Text.java(source).stripTrailing();
            String stripped = shown.stripLeading();
            out.append("    ").append(stripped).append('\n');
            carets(e, shown.length() - stripped.length(), stripped.length(), line);
        }
        return Text.java(Text.str(ts, message));
    }

    private void carets(Object e, int indent, int length, Object line) {
        if (!(Attr.get(ts, e, "offset") instanceof Long offset) || offset < 1) {
            return;
        }
        long start = Math.max(0, offset - 1 - indent);
        long end = start + 1;
        if (line.equals(Attr.get(ts, e, "end_lineno")) && Attr.get(ts, e, "end_offset") instanceof Long last) {
            end = Math.max(end, last - 1 - indent);
        }
        if (start <= length) {
            out.append("    ")
                    .append(" ".repeat((int) start))
                    .append("^".repeat((int) (end - start)))
                    .append('\n');
        }
    }
}
