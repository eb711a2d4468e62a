package dev.clutch.conformance;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeInterpreter;
import dev.clutch.runtime.RuntimeThreadState;
import dev.clutch.runtime.Whence;

/** Interpreters as an embedder makes them, for the test modules. */
final class TestInterpreters {
    private TestInterpreters() {}

    private static Runtime runtime(ThreadState ts) {
        return ((RuntimeThreadState) ts).interpreter().runtime();
    }

    static RuntimeInterpreter find(ThreadState ts, long id) {
        RuntimeInterpreter found = runtime(ts).findInterpreter(id);
        if (found == null) {
            throw error(ts, "InterpreterNotFoundError", "unrecognized interpreter ID " + id);
        }
        return found;
    }

    static RuntimeInterpreter create(ThreadState ts, InterpreterConfig config, Whence whence) {
        return runtime(ts).newInterpreter(config, whence);
    }

    /** Reads an object with the attributes of {@code PyInterpreterConfig}; None is the legacy one. */
    static InterpreterConfig config(ThreadState ts, Object o) {
        if (o == Singleton.NONE) {
            return InterpreterConfig.legacy();
        }
        try {
            return InterpreterConfig.builder()
                    .useMainObmalloc(flag(ts, o, "use_main_obmalloc"))
                    .allowFork(flag(ts, o, "allow_fork"))
                    .allowExec(flag(ts, o, "allow_exec"))
                    .allowThreads(flag(ts, o, "allow_threads"))
                    .allowDaemonThreads(flag(ts, o, "allow_daemon_threads"))
                    .checkMultiInterpExtensions(flag(ts, o, "check_multi_interp_extensions"))
                    .gil(InterpreterConfig.Gil.of(Str.toJavaString(ts.getAttr(o, "gil"))))
                    .build();
        } catch (IllegalArgumentException e) {
            throw error(ts, "InterpreterError", String.valueOf(e.getMessage()));
        }
    }

    private static PythonException error(ThreadState ts, String name, String message) {
        return ts.error((PyObject) ts.getAttr(ts.importModule("_interpreters"), name), Str.of(message));
    }

    private static boolean flag(ThreadState ts, Object o, String name) {
        return ts.isTrue(ts.getAttr(o, name));
    }

    /** Runs a program in {@code __main__} of an interpreter, without taking that: {@code PyRun_SimpleString}. */
    static long run(RuntimeInterpreter interpreter, String program) {
        try (Attachment inside = interpreter.attach()) {
            ThreadState ts = inside.threadState();
            try {
                Object globals = ts.getAttr(ts.importModule("__main__"), "__dict__");
                Object ignored = ts.callMethod(ts.importModule("builtins"), "exec", Str.of(program), globals);
                return 0;
            } catch (PythonException e) {
                Object value = e.value();
                Object ignored = ts.call(
                        ts.getAttr(ts.importModule("sys"), "excepthook"),
                        ts.getAttr(value, "__class__"),
                        value,
                        ts.getAttr(value, "__traceback__"));
                return -1;
            }
        }
    }

    /** Runs a program in an interpreter made for it. */
    static long runOnce(ThreadState ts, InterpreterConfig config, Whence whence, String program) {
        RuntimeInterpreter made = create(ts, config, whence);
        try {
            return run(made, program);
        } finally {
            made.close();
        }
    }
}
