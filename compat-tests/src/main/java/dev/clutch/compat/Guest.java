package dev.clutch.compat;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.CloseReport;
import dev.clutch.runtime.RuntimeInterpreter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One interpreter of a test, and the Python code that a rule runs in it. Its globals stay from call to call. */
public final class Guest implements AutoCloseable {
    private final RuntimeInterpreter interpreter;
    private final ClassLoader loader;
    private @Nullable Object globals;

    Guest(RuntimeInterpreter interpreter, ClassLoader loader) {
        this.interpreter = interpreter;
        this.loader = loader;
    }

    /** Something to do inside an interpreter. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T run(ThreadState ts) throws Exception;
    }

    /** Python code raised. */
    public static final class Raised extends Exception {
        private static final long serialVersionUID = 1L;

        private final String type;

        Raised(String type, String traceback, Throwable cause) {
            super(traceback, cause);
            this.type = type;
        }

        /** Returns the name of the exception's class. */
        public String type() {
            return type;
        }

        /** Returns the last line of the traceback. */
        public String line() {
            String text = String.valueOf(getMessage()).stripTrailing();
            return text.substring(text.lastIndexOf('\n') + 1);
        }
    }

    /** Returns the interpreter. */
    public RuntimeInterpreter interpreter() {
        return interpreter;
    }

    /** Does something inside, with the loader of the extension as that of the thread. */
    public <T> T in(Work<T> work) throws Raised {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try (Attachment inside = interpreter.attach()) {
            ThreadState ts = inside.threadState();
            try {
                return work.run(ts);
            } catch (PythonException e) {
                throw raised(ts, e);
            } catch (Raised | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Runs a program in the globals of this guest. */
    public void run(String program) throws Raised {
        in(ts -> {
            Object builtins = ts.importModule("builtins");
            Object code = ts.call(ts.getAttr(builtins, "compile"), program, "<compat>", "exec");
            ts.call(ts.getAttr(builtins, "exec"), code, globals(ts));
            return code;
        });
    }

    /** Returns the value of an expression. */
    public Object eval(String expression) throws Raised {
        return in(ts -> ts.call(ts.getAttr(ts.importModule("builtins"), "eval"), expression, globals(ts)));
    }

    /** Returns the text of the value of an expression. */
    public String text(String expression) throws Raised {
        return String.valueOf(eval("str(" + expression + ")"));
    }

    /** Binds a global. */
    public void set(String name, Object value) throws Raised {
        in(ts -> {
            ts.dictSet(globals(ts), name, value);
            return value;
        });
    }

    /** Forgets the globals. */
    public void forget() {
        globals = null;
    }

    private Object globals(ThreadState ts) {
        Object made = globals;
        if (made == null) {
            made = ts.newDict();
            ts.dictSet(made, "__name__", "__compat__");
            globals = made;
        }
        return made;
    }

    private static Raised raised(ThreadState ts, PythonException e) {
        String type = e.value().type().name();
        String text;
        try {
            Object traceback = ts.importModule("traceback");
            Object lines = ts.callMethod(traceback, "format_exception", e.value());
            text = String.valueOf(ts.callMethod("", "join", lines));
        } catch (PythonException second) {
            text = type + ": " + ts.reprText(e.value());
        }
        return new Raised(type, text.strip(), e);
    }

    /** Closes the interpreter; a rule that looks at the report calls it itself. */
    public CloseReport close(Duration timeout) {
        globals = null;
        return interpreter.close(timeout);
    }

    @Override
    public void close() {
        if (!interpreter.isMain()) {
            close(Duration.ofSeconds(5));
        }
    }
}
