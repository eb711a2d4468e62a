package dev.clutch.distribution.child;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.OpenCodeHook;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeConfig;
import dev.clutch.runtime.RuntimeInterpreter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One interpreter for each option of its configuration, with a program that sees the option's effect. Prints a line for each. */
public final class Configurations {
    private final Runtime runtime;

    private Configurations(Runtime runtime) {
        this.runtime = runtime;
    }

    /** Prints {@code option: ok}, or what is wrong. */
    public static void main(String[] arguments) throws IOException {
        try (Runtime runtime = Runtime.start()) {
            Configurations c = new Configurations(runtime);
            c.language();
            c.streams();
            c.permissions();
            c.system();
        }
        openCodeHook();
    }

    /** What the embedder's hook opens is what {@code io.open_code} gives, and what is imported. */
    private static void openCodeHook() throws IOException {
        Path folder = Files.createTempDirectory("hooked");
        Path file = Files.writeString(folder.resolve("hooked.py"), "answer = 1");
        OpenCodeHook hook = (thread, path) -> {
            PyThreadState ts = (PyThreadState) thread;
            Object content = new PyBytes("answer = 42".getBytes(StandardCharsets.UTF_8));
            return Call.call1(ts, Attr.get(ts, ts.importModule("io"), "BytesIO"), content);
        };
        try (Runtime runtime =
                Runtime.start(RuntimeConfig.builder().openCodeHook(hook).build())) {
            Python program = Python.run(runtime.main(), "open_code_hook", """
                    import io, sys
                    sys.dont_write_bytecode = True
                    sys.path.insert(0, "FOLDER")
                    import hooked
                    def result():
                        return hooked.answer, io.open_code("/nowhere").read()
                    """.replace("FOLDER", folder.toString()));
            report("open_code_hook", program.call("result"), "(42, b'answer = 42')");
        }
        Files.delete(file);
        Files.delete(folder);
    }

    private static InterpreterConfig.Builder isolated() {
        return InterpreterConfig.builder();
    }

    private void language() {
        check("argv", isolated().argv(List.of("prog", "a")), "import sys", "sys.argv", "['prog', 'a']");
        check(
                "module_search_paths",
                isolated().moduleSearchPaths(List.of("/first", "/second")),
                "import sys",
                "[p for p in sys.path if p in ('/first', '/second')] == sys.path[:2]",
                "True");
        check(
                "warnoptions",
                isolated().warnoptions(List.of("error::FutureWarning")),
                """
                import sys, warnings
                try:
                    warnings.warn("x", FutureWarning)
                    seen = "shown"
                except FutureWarning:
                    seen = "raised"
                """,
                "seen, sys.warnoptions",
                "('raised', ['error::FutureWarning'])");
        check(
                "optimization_level",
                isolated().optimizationLevel(2),
                """
                import sys
                exec(compile("def f():\\n 'doc'\\n assert False\\ndebug = __debug__", "f", "exec"))
                """,
                "f(), f.__doc__, sys.flags.optimize, debug",
                "(None, None, 2, False)");
        check(
                "write_bytecode",
                isolated().writeBytecode(false),
                "import sys",
                "sys.dont_write_bytecode, sys.flags.dont_write_bytecode",
                "(True, 1)");
        check("int_max_str_digits", isolated().intMaxStrDigits(700), """
                try:
                    str(10**700)
                    seen = ""
                except ValueError as e:
                    seen = str(e)[:30]
                """, "seen", "'Exceeds the limit (700 digits)'");
        check(
                "recursion_limit",
                isolated().recursionLimit(222),
                """
                import sys
                def depth(n=0):
                    try:
                        return depth(n + 1)
                    except RecursionError:
                        return n
                """,
                "sys.getrecursionlimit(), 200 < depth() < 222",
                "(222, True)");
        check(
                "switch_interval",
                isolated().switchInterval(Duration.ofMillis(250)),
                "import sys",
                "sys.getswitchinterval()",
                "0.25");
    }

    private void streams() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        check(
                "standard streams",
                isolated()
                        .standardInput(new ByteArrayInputStream("one\ntwo\n".getBytes(StandardCharsets.UTF_8)))
                        .standardOutput(out)
                        .standardError(err),
                """
                import sys
                first = input()
                print(first.upper(), end="")
                sys.stdout.flush()
                print("warned", file=sys.stderr)
                """,
                "first, sys.stdin.read()",
                "('one', 'two\\n')");
        report("standard output", out.toString(StandardCharsets.UTF_8), "ONE");
        report("standard error", err.toString(StandardCharsets.UTF_8), "warned\n");
        out.reset();
        check(
                "stdio_encoding",
                isolated().standardOutput(out).stdioEncoding("iso-8859-1").stdioErrors("replace"),
                """
                import sys
                print("\\xe4\\u20ac", end="", flush=True)
                """,
                "sys.stdout.encoding, sys.stdin.errors, sys.stderr.errors",
                "('iso-8859-1', 'replace', 'backslashreplace')");
        report("encoded", out.toString(StandardCharsets.ISO_8859_1), "\u00e4?");
    }

    private void permissions() {
        String refusal = """
                import os, threading, _thread
                def message(f, *args):
                    try:
                        f(*args)
                    except (RuntimeError, OSError) as e:
                        return str(e)
                def start(daemon):
                    t = threading.Thread(target=int, daemon=daemon)
                    t.start()
                    t.join()
                """;
        check(
                "allow_fork",
                isolated(),
                refusal,
                "message(os.fork)",
                "'fork not supported for isolated subinterpreters'");
        check("allow_fork=1", isolated().allowFork(true), refusal, "'JVM' in message(os.fork)", "True");
        check(
                "allow_exec",
                isolated(),
                refusal,
                "message(os.execv, '/bin/true', ['true'])",
                "'exec not supported for isolated subinterpreters'");
        check(
                "allow_exec=1",
                isolated().allowExec(true),
                refusal,
                "message(os.execv, '/no/such/file', ['x'])[:10]",
                "'[Errno 2] '");
        check(
                "allow_threads",
                isolated().allowThreads(false),
                refusal,
                "message(start, False)",
                "'thread is not supported for isolated subinterpreters'");
        check(
                "allow_daemon_threads",
                isolated(),
                refusal,
                "message(start, True), message(start, False)",
                "('daemon threads are disabled in this (sub)interpreter', None)");
        check("allow_daemon_threads=1", isolated().allowDaemonThreads(true), refusal, "message(start, True)", "None");
        String extension = """
                try:
                    import shared_counter
                    seen = None
                except ImportError as e:
                    seen = str(e)
                """;
        check(
                "check_multi_interp_extensions",
                isolated(),
                extension,
                "seen",
                "'module shared_counter does not support loading in subinterpreters'");
        check("check_multi_interp_extensions=0", InterpreterConfig.legacy().toBuilder(), extension, "seen", "None");
        boolean shared = true;
        try (RuntimeInterpreter legacy = runtime.newInterpreter(InterpreterConfig.legacy());
                RuntimeInterpreter own = runtime.newInterpreter()) {
            shared = legacy.lock() == runtime.main().lock()
                    && own.lock() != runtime.main().lock();
        }
        report("gil", String.valueOf(shared), "true");
    }

    private void system() {
        check(
                "environment",
                isolated().environment(Map.of("ONLY", "this")),
                "import os, subprocess",
                "dict(os.environ), subprocess.run('/usr/bin/env', capture_output=True).stdout",
                "({'ONLY': 'this'}, b'ONLY=this\\n')");
        check(
                "working_directory",
                isolated().workingDirectory(Path.of("/usr")),
                "import os, subprocess",
                "os.getcwd(), os.path.isdir('bin'), subprocess.run('pwd', capture_output=True).stdout",
                "('/usr', True, b'/usr\\n')");
    }

    private void check(
            String option, InterpreterConfig.Builder config, String program, String expression, String expected) {
        String seen;
        try (RuntimeInterpreter interpreter = runtime.newInterpreter(config.build())) {
            String source = program.strip() + "\ndef result():\n    return " + expression + "\n";
            seen = Python.run(interpreter, option, source).call("result");
        } catch (RuntimeException e) {
            seen = e.toString();
        }
        report(option, seen, expected);
    }

    @SuppressWarnings("SystemOut")
    private static void report(String what, String seen, String expected) {
        System.out.println(what + ": " + (seen.equals(expected) ? "ok" : seen + " instead of " + expected));
    }
}
