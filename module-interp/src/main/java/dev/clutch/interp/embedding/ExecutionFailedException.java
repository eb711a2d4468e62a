package dev.clutch.interp.embedding;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.host.PyJavaError;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyInt;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTraceback;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.traceback.ExceptionPrinter;
import dev.clutch.interp.traceback.SourceLines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Python code has ended by an exception. All there is to know of it has crossed as data, so it may be kept when the interpreter is closed. The Java stack trace begins with the Python frames, innermost first; {@link #getCause}
 * is the exception that this one was raised from or while handling, or what a Java function threw.
 */
public final class ExecutionFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final StackTraceElement[] NO_TRACE = {};

    /** Why the code has ended. */
    public enum Reason {
        /** It raised an exception. */
        RAISED,
        /** It raised SystemExit: see {@link ExecutionFailedException#exitStatus}. */
        EXIT,
        /** It was interrupted, by {@link PythonInterpreter#interrupt} or Ctrl-C. */
        INTERRUPTED,
        /** The time of {@link PythonInterpreter#within} was over. */
        DEADLINE,
        /** A limit of the interpreter is used up. */
        LIMIT
    }

    /**
     * One frame of the traceback.
     *
     * @param file the file name, as the code has it
     * @param line the line
     * @param function the qualified name of the function
     * @param source the text of the line, null where it is not known
     */
    public record Frame(
            String file,
            int line,
            String function,
            @Nullable String source) {}

    private final Reason reason;
    private final String typeName;
    private final String pythonMessage;

    @SuppressWarnings("serial") // the list of List.copyOf is serializable
    private final List<String> notes;

    private final String traceback;
    private final transient List<Frame> frames;
    private final transient List<@Nullable Object> arguments;
    private final int exitStatus;
    private final transient @Nullable PythonObject exception;

    private ExecutionFailedException(
            PyThreadState ts,
            PyBaseException e,
            Reason reason,
            @Nullable PythonObject exception,
            @Nullable Throwable cause,
            boolean outermost) {
        super(null, cause, true, true);
        this.reason = reason;
        typeName = typeName(ts, e);
        pythonMessage = text(ts, e);
        notes = texts(ts, Attr.find(ts, e, "__notes__"));
        traceback = outermost ? display(ts, e) : "";
        frames = frames(ts, e);
        arguments = arguments(ts, e);
        exitStatus = reason == Reason.EXIT ? exitStatus(ts, e) : 0;
        this.exception = exception;
        setStackTrace(outermost ? joined(frames, getStackTrace()) : joined(frames, NO_TRACE));
    }

    static ExecutionFailedException of(PyThreadState ts, Home home, PythonException failure, boolean expired) {
        PyBaseException e = (PyBaseException) failure.value();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable java = failure.getCause();
        Throwable cause = java != null ? java : cause(ts, e, seen);
        return new ExecutionFailedException(ts, e, reason(ts, failure, expired), home.handle(ts, e), cause, true);
    }

    private static Reason reason(PyThreadState ts, PythonException e, boolean expired) {
        if (Errors.matches(e, "KeyboardInterrupt")) {
            return Reason.INTERRUPTED;
        }
        if (Errors.matches(e, "SystemExit")) {
            return Reason.EXIT;
        }
        if (e.value().type() == ts.interp.limitExceeded(ts)) {
            return expired ? Reason.DEADLINE : Reason.LIMIT;
        }
        return Reason.RAISED;
    }

    /** What it came from; the chain ends where it would repeat itself. */
    private static @Nullable Throwable cause(PyThreadState ts, PyBaseException e, Set<Object> seen) {
        seen.add(e);
        if (e instanceof PyJavaError j && j.failure() != null) {
            return j.failure();
        }
        Object linked = Attr.get(ts, e, "__cause__");
        if (linked == Singleton.NONE && Attr.get(ts, e, "__suppress_context__") == Boolean.FALSE) {
            linked = Attr.get(ts, e, "__context__");
        }
        return linked instanceof PyBaseException from && !seen.contains(from)
                ? new ExecutionFailedException(ts, from, Reason.RAISED, null, cause(ts, from, seen), false)
                : null;
    }

    private static String typeName(PyThreadState ts, PyBaseException e) {
        Object module = Attr.find(ts, Types.of(e), "__module__");
        Object name = Attr.find(ts, Types.of(e), "__qualname__");
        String qualified = name != null && PyStr.isStr(name)
                ? Text.java(PyStr.plain(name))
                : Types.of(e).displayName();
        if (module == null || !PyStr.isStr(module)) {
            return qualified;
        }
        String of = Text.java(PyStr.plain(module));
        return of.equals("builtins") || of.equals("__main__") ? qualified : of + "." + qualified;
    }

    private static String text(PyThreadState ts, Object o) {
        try {
            return Text.java(PyStr.plain(Text.str(ts, o)));
        } catch (PythonException broken) {
            return "";
        }
    }

    private static List<String> texts(PyThreadState ts, @Nullable Object notes) {
        List<String> all = new ArrayList<>();
        if (notes != null) {
            try {
                for (Object note : Iter.toArray(ts, notes)) {
                    all.add(text(ts, note));
                }
            } catch (PythonException broken) {
                return List.copyOf(all);
            }
        }
        return List.copyOf(all);
    }

    private static String display(PyThreadState ts, PyBaseException e) {
        try {
            return ExceptionPrinter.text(ts, e);
        } catch (PythonException broken) {
            return "";
        }
    }

    private static List<Frame> frames(PyThreadState ts, PyBaseException e) {
        List<Frame> all = new ArrayList<>();
        for (PyTraceback t = e.tracebackEntry(); t != null; t = t.next()) {
            String file = Text.java(t.code().filename(ts));
            all.add(new Frame(file, t.line(), Text.java(t.code().qualname), SourceLines.line(ts, file, t.line())));
        }
        return List.copyOf(all);
    }

    /** By value, or as the text of their repr. */
    private static List<@Nullable Object> arguments(PyThreadState ts, PyBaseException e) {
        List<@Nullable Object> all = new ArrayList<>();
        try {
            for (Object argument : Iter.toArray(ts, Attr.get(ts, e, "args"))) {
                Object value;
                try {
                    value = ToJava.immutable(argument);
                } catch (NotShareableException refused) {
                    value = Text.java(PyStr.plain(Text.repr(ts, argument)));
                }
                all.add(value);
            }
        } catch (PythonException broken) {
            return Collections.unmodifiableList(all);
        }
        return Collections.unmodifiableList(all);
    }

    /** {@code handle_system_exit}. */
    private static int exitStatus(PyThreadState ts, PyBaseException e) {
        Object code = Attr.find(ts, e, "code");
        if (code == null || code == Singleton.NONE) {
            return 0;
        }
        return PyInt.plainOrNull(code) instanceof Long n ? (int) (n & 0xff) : 1;
    }

    private static StackTraceElement[] joined(List<Frame> frames, StackTraceElement[] java) {
        StackTraceElement[] all = new StackTraceElement[frames.size() + java.length];
        int n = 0;
        for (int i = frames.size() - 1; i >= 0; i--) {
            Frame frame = frames.get(i);
            all[n++] = new StackTraceElement("<python>", frame.function(), frame.file(), frame.line());
        }
        System.arraycopy(java, 0, all, n, java.length);
        return all;
    }

    /** The same exception again, for Python code of the same interpreter; null when it is not to be had. Called inside. */
    @Nullable
    PythonException again(PyThreadState ts, Home home) {
        PythonObject handle = exception;
        Object value =
                handle == null || handle.home() != home ? null : handle.shared().objectOrNull();
        return value instanceof PyBaseException e ? Errors.carrier(ts, e) : null;
    }

    /** Returns why the code has ended. */
    public Reason reason() {
        return reason;
    }

    /** Returns the name of the exception's class, {@code ValueError} or {@code json.decoder.JSONDecodeError}. */
    public String typeName() {
        return typeName;
    }

    /** Returns {@code str(exception)}. */
    public String pythonMessage() {
        return pythonMessage;
    }

    /** Returns the type name and the message, as the last line of a traceback. */
    @Override
    public String getMessage() {
        return pythonMessage.isEmpty() ? typeName : typeName + ": " + pythonMessage;
    }

    /** Returns the notes that were added to it. */
    public List<String> notes() {
        return notes;
    }

    /** Returns the arguments; one that is not an immutable value is the text of its repr. Empty after serialization. */
    public List<@Nullable Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }

    /** Returns the traceback as Python prints it, with all that it was raised from; empty for a {@link #getCause cause}, whose text is part of it. */
    public String traceback() {
        return traceback;
    }

    /** Returns the frames, outermost first. Empty after serialization. */
    public List<Frame> frames() {
        return frames == null ? List.of() : frames;
    }

    /** Returns what a process would exit with after SystemExit; 0 for any other exception. */
    public int exitStatus() {
        return exitStatus;
    }

    /** Returns a handle of the exception object, valid until the interpreter is closed; null for a {@link #getCause cause}, and after serialization. */
    public @Nullable PythonObject exception() {
        return exception;
    }
}
