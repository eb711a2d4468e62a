package dev.clutch.interp;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsPaths;
import dev.clutch.interp.imports.CoreModules;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyJavaStream;
import dev.clutch.interp.object.PyTextStream;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.runtime.InterpreterConfig;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code sys.stdin}, {@code stdout} and {@code stderr}, and {@code builtins.open}. Answers to {@code init_sys_streams} and {@code create_stdio}. An interpreter without the module
 * {@code _io}, which is an extension, has plain output streams of {@link PyTextStream} and nothing else.
 */
final class StandardStreams {
    private static final String[] NAMES = {"stdin", "stdout", "stderr"};

    private final PyThreadState ts;
    private final Object io;
    private final PythonOptions options;
    private final InterpreterConfig config;
    private final String encoding;
    private final String errors;

    private StandardStreams(PyThreadState ts, Object io) {
        this.ts = ts;
        this.io = io;
        this.options = ts.interp.options();
        this.config = ts.interp.config();
        String given = options.ignoreEnvironment ? null : variable(ts, "PYTHONIOENCODING");
        String name = given == null ? "" : given;
        int colon = name.indexOf(':');
        String handler = colon < 0 ? "" : name.substring(colon + 1);
        name = colon < 0 ? name : name.substring(0, colon);
        String chosen = config.stdioEncoding();
        String chosenErrors = config.stdioErrors();
        encoding = chosen != null ? chosen : name.isEmpty() ? "utf-8" : name;
        errors = chosenErrors != null
                ? chosenErrors
                : !handler.isEmpty() ? handler : name.isEmpty() && isPlainLocale(ts) ? "surrogateescape" : "strict";
    }

    private static @Nullable String variable(PyThreadState ts, String name) {
        String value = ts.os().environment().get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** Whether the locale is C or POSIX, where the streams let any byte through ({@code get_stdio_errors}). */
    private static boolean isPlainLocale(PyThreadState ts) {
        String locale = variable(ts, "LC_ALL");
        locale = locale == null ? variable(ts, "LC_CTYPE") : locale;
        locale = locale == null ? variable(ts, "LANG") : locale;
        if (locale == null || ts.interp.options().utf8Mode) {
            return true;
        }
        switch (locale) {
            case "C":
            case "POSIX":
            case "C.UTF-8":
            case "C.utf8":
            case "UTF-8":
                return true;
            default:
                return false;
        }
    }

    /** Makes the streams of an interpreter. */
    static void install(PyThreadState ts) {
        PyDict sys = ts.interp.sysDict();
        if (!CoreModules.isBuiltin(ts, "_io")) {
            put(sys, "stdout", new PyTextStream(new FileOutputStream(FileDescriptor.out), "<stdout>", 1, false));
            put(sys, "stderr", new PyTextStream(new FileOutputStream(FileDescriptor.err), "<stderr>", 2, true));
            return;
        }
        Object io = CoreModules.make(ts, "_io");
        ts.interp.builtins().put("open", Attr.get(ts, io, "open"));
        StandardStreams streams = new StandardStreams(ts, io);
        for (int fd = 0; fd < NAMES.length; fd++) {
            put(sys, NAMES[fd], streams.make(fd));
        }
    }

    private static void put(PyDict sys, String name, Object stream) {
        sys.put(name, stream);
        sys.put(("__" + name + "__").intern(), stream);
    }

    /** Whether a standard descriptor was closed, so that the JVM has got it for a file of its own. */
    private boolean isOfJvm(int fd) {
        String file;
        try {
            file = ts.os().paths().readlink("/proc/self/fd/" + fd, OsPaths.CWD);
        } catch (OsException e) {
            return false; // a system without that folder
        }
        if (!file.startsWith("/")) {
            return false;
        }
        if (file.startsWith(System.getProperty("java.home") + "/")) {
            return true;
        }
        String modules = System.getProperty("jdk.module.path");
        if (modules == null || !file.endsWith(".jar")) {
            return false;
        }
        for (int from = 0; from <= modules.length(); ) {
            int colon = modules.indexOf(':', from);
            int to = colon < 0 ? modules.length() : colon;
            if (to > from && file.startsWith(modules.substring(from, to))) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    /** A stream over a descriptor, None when that is closed. */
    private Object make(int fd) {
        boolean writes = fd > 0;
        PyObject given = given(fd);
        if (given != null) {
            Object buffer = Call.method1(ts, io, writes ? "BufferedWriter" : "BufferedReader", given);
            return text(fd, buffer, fd == 2, options.unbuffered);
        }
        if (isOfJvm(fd)) {
            return Singleton.NONE;
        }
        boolean unbuffered = writes && options.unbuffered;
        Object buffer;
        try {
            buffer = Call.vector(
                    ts,
                    Attr.get(ts, io, "open"),
                    new Object[] {(long) fd, writes ? "wb" : "rb", unbuffered ? 0L : -1L, false},
                    new String[] {"closefd"});
        } catch (PythonException e) {
            if (ts.matches(e, "OSError")) {
                return Singleton.NONE;
            }
            throw e;
        }
        Object raw = unbuffered ? buffer : Attr.get(ts, buffer, "raw");
        Attr.set(ts, raw, "name", "<" + NAMES[fd] + ">");
        boolean terminal = ts.isTrue(Call.method0(ts, raw, "isatty"));
        return text(fd, buffer, !unbuffered && (terminal || fd == 2), unbuffered);
    }

    /** The embedder's stream, null where the process's is to be used. */
    private @Nullable PyObject given(int fd) {
        InputStream in = config.standardInput();
        OutputStream out = fd == 1 ? config.standardOutput() : config.standardError();
        if (fd == 0) {
            return in == null ? null : new PyJavaStream(in, "<stdin>");
        }
        return out == null ? null : new PyJavaStream(out, "<" + NAMES[fd] + ">");
    }

    private Object text(int fd, Object buffer, boolean lines, boolean unbuffered) {
        Object wrapper = Attr.get(ts, io, "TextIOWrapper");
        Object stream = Call.vector(
                ts,
                wrapper,
                new Object[] {
                    buffer, Str.of(encoding), Str.of(fd == 2 ? "backslashreplace" : errors), "\n", lines, unbuffered
                },
                null);
        Attr.set(ts, stream, "mode", fd > 0 ? "w" : "r");
        // they are flushed when everything else has ended, and not closed
        ts.unwatch((PyObject) stream);
        return stream;
    }
}
