package dev.clutch.interp.cli;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.Site;
import dev.clutch.interp.SourceCompiler;
import dev.clutch.interp.imports.Importer;
import dev.clutch.interp.modules.SysHooks;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyInt;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Execution;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.parser.ParserOptions;
import dev.clutch.interp.traceback.TracebackPrinter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The program of a command line, run in the main interpreter. Answers to {@code pymain_run_python}. */
final class Program {
    private static final int LONGEST_ZIP_TAIL = 65_557;

    private final PyThreadState ts;
    private final CommandLine line;
    private boolean prompting;

    private Program(PyThreadState ts, CommandLine line) {
        this.ts = ts;
        this.line = line;
    }

    /** Runs it and returns the exit status. */
    static int run(PyThreadState ts, CommandLine line) {
        if (!ts.interp.beginMain()) {
            throw new IllegalStateException("the main interpreter runs a program already");
        }
        try {
            return new Program(ts, line).run();
        } finally {
            ts.interp.endMain();
        }
    }

    private int run() {
        int status;
        try {
            ts.interp.signals().installInterrupt();
            prepare();
            status = execute();
        } catch (PythonException e) {
            status = failed(e);
        }
        if (goesOn()) {
            prompting = true;
            try {
                interact(true);
                status = 0;
            } catch (PythonException e) {
                status = failed(e);
            }
        }
        return status;
    }

    private boolean goesOn() {
        return line.options().inspect > 0 && (line.command() != null || line.module() != null || line.file() != null);
    }

    private void prepare() {
        if (!line.options().warnOptions.isEmpty()) {
            Importer.importlib(ts);
            ts.importModule("warnings");
        }
        if (!line.options().noSite) {
            Importer.importlib(ts);
            List<String> before = searchPath();
            ts.importModule("site");
            List<String> added = searchPath();
            added.removeAll(before);
            ts.interp.setSite(Site.found(ts, added));
        }
        PyDict globals = globals();
        Object importlib = Importer.importlib(ts);
        globals.put("__annotations__", new PyDict());
        globals.put("__loader__", Attr.get(ts, importlib, "BuiltinImporter"));
    }

    private List<String> searchPath() {
        List<String> entries = new ArrayList<>();
        if (ts.sysAttr("path") instanceof PyList path) {
            for (int i = 0; i < path.size(); i++) {
                Object entry = path.get(i);
                if (Str.isStr(entry)) {
                    entries.add(Str.toJavaString(entry));
                }
            }
        }
        return entries;
    }

    private PyDict globals() {
        return ((PyModule) ts.importModule("__main__")).dict;
    }

    private int execute() {
        if (line.module() != null) {
            firstPath(ts.interp.os().paths().getcwd());
            runModule(line.module(), true);
            return 0;
        }
        if (line.command() != null) {
            firstPath("");
            ts.audit("cpython.run_command", Str.of(line.command()));
            run(SourceCompiler.text(ts, line.command(), "<string>", ParserOptions.Mode.EXEC, -1));
            return 0;
        }
        String file = line.file();
        if (file == null) {
            firstPath("");
            return input();
        }
        return script(file);
    }

    private void run(PyCode code) {
        PyDict globals = globals();
        Execution.run(ts, code, globals, globals, new PyCell[0]);
    }

    /** {@code pymain_run_module}. */
    private void runModule(String name, boolean alterArgv) {
        ts.audit("cpython.run_module", Str.of(name));
        Object runpy = ts.importModule("runpy");
        Call.method2(ts, runpy, "_run_module_as_main", Str.of(name), alterArgv);
    }

    /** {@code pymain_run_stdin}. */
    private int input() {
        Object in = ts.sysAttr("stdin");
        boolean terminal = line.options().interactive > 0
                || (in != null && in != Singleton.NONE && ts.isTrue(Call.method0(ts, in, "isatty")));
        if (terminal) {
            interact(false);
            return 0;
        }
        if (in == null || in == Singleton.NONE) {
            return 0;
        }
        ts.audit("cpython.run_stdin");
        Object data = Call.method0(ts, Attr.get(ts, in, "buffer"), "read");
        try (var view = ts.buffer(data, false)) {
            byte[] source = new byte[view.length()];
            System.arraycopy(view.array(), view.offset(), source, 0, source.length);
            PyDict globals = globals();
            globals.put("__file__", Str.of("<stdin>"));
            globals.put("__cached__", Singleton.NONE);
            run(SourceCompiler.file(ts, source, "<stdin>"));
        }
        return 0;
    }

    private void interact(boolean afterProgram) {
        Object module = ts.importModule("_clutch_interactive");
        Call.method2(ts, module, "interact", globals(), afterProgram);
    }

    /** {@code pymain_run_file}. */
    private int script(String given) {
        Path path = ts.interp.resolve(given);
        String file = path.isAbsolute() ? path.toString() : given;
        if (isArchive(path)) {
            Object sysPath = ts.sysAttr("path");
            if (sysPath != null) {
                Call.method2(ts, sysPath, "insert", 0L, Str.of(file));
            }
            runModule("__main__", false);
            return 0;
        }
        byte[] source;
        try {
            source = Files.readAllBytes(path);
        } catch (IOException e) {
            boolean missing = !Files.exists(path);
            Path parent = path.getParent();
            String reason = !missing
                    ? "[Errno 13] Permission denied"
                    : parent != null && Files.isRegularFile(parent)
                            ? "[Errno 20] Not a directory"
                            : "[Errno 2] No such file or directory";
            TracebackPrinter.write(ts, "clutch: can't open file '" + path + "': " + reason + "\n");
            return 2;
        }
        firstPath(folder(path));
        PyDict globals = globals();
        globals.put("__file__", Str.of(file));
        globals.put("__cached__", Singleton.NONE);
        Object external = ts.importModule("_frozen_importlib_external");
        globals.put("__loader__", Call.method2(ts, external, "SourceFileLoader", "__main__", Str.of(file)));
        ts.audit("cpython.run_file", Str.of(file));
        run(SourceCompiler.file(ts, line.skipLine() ? withoutFirstLine(source) : source, file));
        return 0;
    }

    /** The folder of a script, links followed ({@code _PyPathConfig_ComputeSysPath0}). */
    private static String folder(Path script) {
        try {
            Path parent = script.toRealPath().getParent();
            return parent == null ? "" : parent.toString();
        } catch (IOException e) {
            Path parent = script.toAbsolutePath().getParent();
            return parent == null ? "" : parent.toString();
        }
    }

    private void firstPath(String first) {
        Object path = ts.sysAttr("path");
        if (path != null && !line.options().safePath) {
            Call.method2(ts, path, "insert", 0L, Str.of(first));
            ts.interp.setProgramFolder(first);
        }
    }

    /** Whether a path is a folder or a zip file, which have a {@code __main__}. */
    private static boolean isArchive(Path path) {
        if (Files.isDirectory(path)) {
            return true;
        }
        try (FileChannel in = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = in.size();
            ByteBuffer head = ByteBuffer.allocate(2);
            if (in.read(head, 0) < 2) {
                return false;
            }
            boolean mayBe = (head.get(0) == 'P' && head.get(1) == 'K') || (head.get(0) == '#' && head.get(1) == '!');
            if (!mayBe) {
                return false;
            }
            int length = (int) Math.min(size, LONGEST_ZIP_TAIL);
            ByteBuffer tail = ByteBuffer.allocate(length);
            while (tail.hasRemaining() && in.read(tail, size - length + tail.position()) > 0) {
                continue;
            }
            for (int i = length - 22; i >= 0; i--) {
                if (tail.get(i) == 'P' && tail.get(i + 1) == 'K' && tail.get(i + 2) == 5 && tail.get(i + 3) == 6) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** Blanks the first line, so that the others keep their numbers. */
    private static byte[] withoutFirstLine(byte[] source) {
        byte[] rest = source.clone();
        for (int i = 0; i < rest.length && rest[i] != '\n'; i++) {
            rest[i] = ' ';
        }
        return rest;
    }

    // ---- the end

    /** {@code handle_system_exit}, {@code PyErr_Print}. */
    private int failed(PythonException e) {
        try {
            flush();
            if (Errors.matches(e, "SystemExit") && (prompting || line.options().inspect == 0)) {
                return exitStatus(e);
            }
            boolean interrupted = Errors.matches(e, "KeyboardInterrupt");
            try {
                SysHooks.printUncaught(ts, e);
            } catch (PythonException exit) {
                if (Errors.matches(exit, "SystemExit")) {
                    return exitStatus(exit);
                }
                throw exit;
            }
            return interrupted ? 130 : 1;
        } catch (PythonException broken) {
            return 120;
        }
    }

    private void flush() {
        Object out = ts.sysAttr("stdout");
        if (out != null && out != Singleton.NONE) {
            try {
                Call.method0(ts, out, "flush");
            } catch (PythonException e) {
                return; // closing the interpreter flushes again, and tells
            }
        }
    }

    private int exitStatus(PythonException e) {
        @Nullable Object code = Attr.find(ts, e.value(), "code");
        if (code == null) {
            code = e.value();
        }
        if (code == Singleton.NONE) {
            return 0;
        }
        Object number = PyInt.plainOrNull(code);
        if (number instanceof Long l) {
            return (int) (l & 0xff);
        }
        if (number != null) {
            TracebackPrinter.write(ts, "OverflowError: Python int too large to convert to C long\n");
            return 0xff;
        }
        TracebackPrinter.write(ts, Text.java(Text.str(ts, code)) + "\n");
        return 1;
    }
}
