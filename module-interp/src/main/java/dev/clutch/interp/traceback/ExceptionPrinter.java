package dev.clutch.interp.traceback;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTraceback;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.exception.PyExceptionGroup;
import dev.clutch.interp.object.exception.RaiseSupport;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Text;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Shows an exception with its causes, contexts, groups and notes. Answers to {@code print_exception_recursive}. */
public final class ExceptionPrinter {
    private static final String CAUSE = "The above exception was the direct cause of the following exception:\n";
    private static final String CONTEXT = "During handling of the above exception, another exception occurred:\n";
    private static final int MAX_GROUP_WIDTH = 15;
    private static final int MAX_GROUP_DEPTH = 10;

    private final PyThreadState ts;
    private final StringBuilder out = new StringBuilder();
    private final SourceLines sources;
    private final IdentityHashMap<Object, Boolean> seen = new IdentityHashMap<>();
    private int depth;
    private boolean needClose;

    private ExceptionPrinter(PyThreadState ts) {
        this.ts = ts;
        this.sources = new SourceLines(ts);
    }

    public static String text(PyThreadState ts, Object exception) {
        ExceptionPrinter p = new ExceptionPrinter(ts);
        if (exception instanceof PyBaseException e) {
            p.chain(e);
        } else {
            p.out.append("TypeError: print_exception(): Exception expected for value, ")
                    .append(Types.of(exception).name())
                    .append(" found\n");
        }
        return p.out.toString();
    }

    private String indent() {
        return " ".repeat(2 * depth);
    }

    private String margin() {
        return depth > 0 ? indent() + "| " : "";
    }

    private void chain(PyBaseException e) {
        ts.enterNative();
        try {
            seen.put(e, true);
            PyBaseException cause = RaiseSupport.cause(e);
            PyBaseException context = RaiseSupport.context(e);
            if (cause != null) {
                before(cause, CAUSE);
            } else if (context != null && !RaiseSupport.suppressContext(e)) {
                before(context, CONTEXT);
            }
            if (e instanceof PyExceptionGroup group) {
                group(group);
            } else {
                one(e);
            }
        } finally {
            ts.leaveNative();
        }
    }

    private void before(PyBaseException other, String message) {
        if (seen.containsKey(other)) {
            return;
        }
        boolean close = needClose;
        chain(other);
        needClose = close;
        out.append(margin()).append('\n');
        out.append(margin()).append(message);
        out.append(margin()).append('\n');
    }

    // --- groups ----------------------------------------------------------------------------------------------------

    private void group(PyExceptionGroup group) {
        if (depth > MAX_GROUP_DEPTH) {
            out.append(margin())
                    .append("... (max_group_depth is ")
                    .append(MAX_GROUP_DEPTH)
                    .append(")\n");
            return;
        }
        boolean outermost = depth == 0;
        if (outermost) {
            depth = 1;
        }
        one(group);
        PyTuple members = RaiseSupport.members(group);
        int total = members.size();
        int shown = total <= MAX_GROUP_WIDTH ? total : MAX_GROUP_WIDTH + 1;
        needClose = false;
        for (int i = 0; i < shown; i++) {
            boolean last = i == shown - 1;
            if (last) {
                needClose = true; // a recursive call may close instead
            }
            boolean truncated = i >= MAX_GROUP_WIDTH;
            out.append(indent())
                    .append(i == 0 ? "+-" : "  ")
                    .append("+---------------- ")
                    .append(truncated ? "..." : String.valueOf(i + 1))
                    .append(" ----------------\n");
            depth++;
            if (truncated) {
                int more = total - MAX_GROUP_WIDTH;
                out.append(margin())
                        .append("and ")
                        .append(more)
                        .append(more > 1 ? " more exceptions\n" : " more exception\n");
            } else {
                chain((PyBaseException) members.get(i));
            }
            if (last && needClose) {
                out.append(indent()).append("+------------------------------------\n");
                needClose = false;
            }
            depth--;
        }
        if (outermost) {
            depth = 0;
        }
    }

    // --- one exception ---------------------------------------------------------------------------------------------

    private void one(PyBaseException e) {
        if (RaiseSupport.traceback(e) instanceof PyTraceback t) {
            boolean group = e instanceof PyExceptionGroup;
            String header = group ? "Exception Group " + TracebackPrinter.HEADER : TracebackPrinter.HEADER;
            String margin = group && depth == 1 ? indent() + "+ " : margin();
            new TracebackPrinter(ts, sources, out, margin()).all(t, margin + header);
        }
        Object shown = syntaxError(e);
        out.append(margin());
        message(Types.of(e), shown);
        String suggestion = Suggestions.of(ts, e);
        if (suggestion != null) {
            out.append(suggestion);
        }
        out.append('\n');
        notes(e);
    }

    /** The class, and what {@code str} says. */
    private void message(TypeObject type, Object shown) {
        Object module = Attr.find(ts, type, "__module__");
        if (module == null || !PyStr.isStr(module)) {
            out.append("<unknown>.");
        } else {
            String name = Text.java(module);
            if (!name.equals("builtins") && !name.equals("__main__")) {
                out.append(name).append('.');
            }
        }
        Object qualname = Attr.find(ts, type, "__qualname__");
        out.append(qualname == null ? "<unknown>" : Text.java(Text.str(ts, qualname)));
        if (shown == Singleton.NONE) {
            return;
        }
        try {
            Object text = Text.str(ts, shown);
            if (Str.length(text) > 0) {
                out.append(": ").append(Text.java(text));
            }
        } catch (PythonException unshown) {
            out.append(": <exception str() failed>");
        }
    }

    private void notes(PyBaseException e) {
        Object notes = find(e, "__notes__");
        if (notes == null) {
            return;
        }
        if (Types.of(notes).slot(Slot.GETITEM) == null
                || notes instanceof PyDict
                || PyStr.isStr(notes)
                || notes instanceof PyBytes) {
            out.append(margin()).append(repr(notes)).append('\n');
            return;
        }
        for (Object note : Iter.toArray(ts, notes)) {
            String text;
            try {
                text = Text.java(Text.str(ts, note));
            } catch (PythonException unshown) {
                text = "<note str() failed>";
            }
            for (String line : text.split("(?<=\n)", -1)) {
                out.append(margin()).append(line);
            }
            out.append('\n');
        }
    }

    private String repr(Object notes) {
        try {
            return Text.java(Text.repr(ts, notes));
        } catch (PythonException unshown) {
            return "<__notes__ repr() failed>";
        }
    }

    private @Nullable Object find(Object o, String name) {
        try {
            return Attr.find(ts, o, name);
        } catch (PythonException hidden) {
            return null;
        }
    }

    // --- syntax errors ---------------------------------------------------------------------------------------------

    /** Shows the place of a SyntaxError and returns its message; returns another exception itself ({@code print_exception_file_and_line}). */
    private Object syntaxError(PyBaseException e) {
        if (find(e, "print_file_and_line") == null) {
            return e;
        }
        Object message = find(e, "msg");
        Object file = find(e, "filename");
        Object line = find(e, "lineno");
        if (message == null || file == null || !(line instanceof Long lineno)) {
            return e;
        }
        long offset = number(find(e, "offset"), -1);
        long endLine = number(find(e, "end_lineno"), lineno);
        long endOffset = number(find(e, "end_offset"), -1);
        out.append(margin())
                .append("  File \"")
                .append(file == Singleton.NONE ? "<string>" : Text.java(Text.str(ts, file)))
                .append("\", line ")
                .append(lineno)
                .append('\n');
        Object source = find(e, "text");
        if (source != null && PyStr.isStr(source)) {
            String text = Text.java(PyStr.plain(source));
            if (endLine > lineno || endOffset > text.length() + 1) {
                endOffset = text.length() + 1L;
            }
            errorText(text, offset, endOffset);
        }
        return message;
    }

    private static long number(@Nullable Object o, long fallback) {
        return o instanceof Long l ? l : fallback;
    }

    /** {@code print_error_text}. */
    private void errorText(String source, long from, long to) {
        long carets = to > 0 && to > from ? to - from : 1;
        long offset = from - 1;
        int start = 0;
        while (start < source.length() && " \t\f".indexOf(source.charAt(start)) >= 0) {
            start++;
            offset--;
        }
        String text = source.substring(start);
        int length = text.endsWith("\n") ? text.length() - 1 : text.length();
        offset = Math.min(offset, length);
        int newline = text.indexOf('\n');
        while (newline >= 0 && newline < offset) {
            text = text.substring(newline + 1);
            offset -= newline + 1L;
            newline = text.indexOf('\n');
        }
        out.append(margin()).append("    ").append(text);
        if (!text.endsWith("\n")) {
            out.append('\n');
        }
        if (offset >= 0) {
            out.append(margin())
                    .append("    ")
                    .append(" ".repeat((int) offset))
                    .append("^".repeat((int) carets))
                    .append('\n');
        }
    }
}
