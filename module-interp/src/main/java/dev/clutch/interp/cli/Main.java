package dev.clutch.interp.cli;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.PythonOptions;
import dev.clutch.interp.SourceCompiler;
import dev.clutch.interp.modules.SysHooks;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyInt;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Execution;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.traceback.TracebackPrinter;
import dev.clutch.interp.parser.ParserOptions;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The command line. Answers to {@code Py_RunMain}. */
public final class Main {
    /** Deep recursion of Python code needs a deep Java stack. */
    private static final long STACK_BYTES = 512L << 20;

    private final String[] arguments;
    private int status;

    private Main(String[] arguments) {
        this.arguments = arguments;
    }

    /** Starts Python in a thread with a large stack and exits with its status. */
    public static void main(String[] arguments) throws InterruptedException {
        Main main = new Main(arguments);
        Thread thread = new Thread(null, main::run, "MainThread", STACK_BYTES);
        thread.start();
        thread.join();
        System.exit(main.status);
    }

    private void run() {
        CommandLine line = CommandLine.parse(arguments, System.getenv());
        if (line.message() != null) {
            (line.status() == 0 ? System.out : System.err).println(line.message().stripTrailing());
            status = line.status();
            return;
        }
        RuntimeConfig config =
                RuntimeConfig.builder().languageOptions(line.options()).build();
        try (Runtime runtime = Runtime.start(config)) {
            try (Attachment attachment = runtime.main().attach()) {
                status = run((PyThreadState) attachment.threadState(), line);
            }
        }
    }

    private static int run(PyThreadState ts, CommandLine line) {
        try {
            ts.interp.signals().installInterrupt();
            boolean first = ts.interp.beginMain();
            if (!first) {
                throw new IllegalStateException("the main interpreter runs a program already");
            }
            firstPath(ts, line);
            if (line.module() != null) {
                Object runpy = ts.importModule("runpy");
                Call.method2(ts, runpy, "_run_module_as_main", Str.of(line.module()), true);
                flush(ts);
                return 0;
            }
            PyCode code = code(ts, line);
            if (code == null) {
                return 2;
            }
            PyDict globals = ((PyModule) ts.importModule("__main__")).dict;
            Execution.run(ts, code, globals, globals, new PyCell[0]);
            flush(ts);
            return 0;
        } catch (PythonException e) {
            return failed(ts, e);
        } finally {
            ts.interp.endMain();
        }
    }

    private static void flush(PyThreadState ts) {
        Object out = ts.sysAttr("stdout");
        if (out != null && out != Singleton.NONE) {
            Call.method0(ts, out, "flush");
        }
    }

    /** Puts the folder of the program in front of {@code sys.path} ({@code _PyPathConfig_ComputeSysPath0}). */
    private static void firstPath(PyThreadState ts, CommandLine line) {
        PythonOptions options = line.options();
        if (options.safePath) {
            return;
        }
        String first = "";
        if (line.file() != null) {
            Path folder = ts.interp.resolve(line.file()).getParent();
            first = folder == null ? "" : folder.toString();
        } else if (line.module() != null) {
            first = ts.interp.workingDirectory().toString();
        }
        Object path = ts.sysAttr("path");
        if (path != null) {
            Call.method2(ts, path, "insert", 0L, Str.of(first));
            ts.interp.setProgramFolder(first);
        }
    }

    private static @Nullable PyCode code(PyThreadState ts, CommandLine line) {
        if (line.command() != null) {
            return SourceCompiler.text(
                    ts, line.command(), "<string>", ParserOptions.Mode.EXEC, line.options().optimize);
        }
        try {
            String file = line.file();
            if (file == null) {
                return SourceCompiler.file(ts, System.in.readAllBytes(), "<stdin>");
            }
            PyDict globals = ((PyModule) ts.importModule("__main__")).dict;
            globals.put("__file__", Str.of(file));
            byte[] source = Files.readAllBytes(ts.interp.resolve(file));
            return SourceCompiler.file(ts, line.skipLine() ? withoutFirstLine(source) : source, file);
        } catch (NoSuchFileException e) {
            System.err.println("clutch: can't open file '" + ts.interp.resolve(String.valueOf(line.file()))
                    + "': [Errno 2] No such file or directory");
            return null;
        } catch (IOException e) {
            System.err.println("clutch: can't read '" + line.file() + "': " + e.getMessage());
            return null;
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

    /** {@code handle_system_exit}, {@code PyErr_Print}. */
    private static int failed(PyThreadState ts, PythonException e) {
        try {
            flush(ts);
            if (Errors.matches(e, "SystemExit")) {
                return exitStatus(ts, e);
            }
            boolean interrupted = Errors.matches(e, "KeyboardInterrupt");
            try {
                SysHooks.printUncaught(ts, e);
            } catch (PythonException exit) {
                if (Errors.matches(exit, "SystemExit")) {
                    return exitStatus(ts, exit);
                }
                throw exit;
            }
            return interrupted ? 130 : 1;
        } catch (PythonException broken) {
            System.err.println("clutch: lost sys.stderr: " + e.getMessage() + ", then " + broken.getMessage() + ": "
                    + Text.java(Text.str(ts, broken.value())));
            return 120;
        }
    }

    private static int exitStatus(PyThreadState ts, PythonException e) {
        Object code = Attr.find(ts, e.value(), "code");
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
            return 0xff;
        }
        TracebackPrinter.write(ts, Text.java(Text.str(ts, code)) + "\n");
        return 1;
    }
}
