package dev.clutch.interp.embedding;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyInterpreter;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.SourceCompiler;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Execution;
import dev.clutch.interp.parser.ParserOptions;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.CloseReport;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.InterpreterView;
import dev.clutch.runtime.LifecycleState;
import dev.clutch.runtime.LimitReachedException;
import dev.clutch.runtime.RuntimeInterpreter;
import dev.clutch.runtime.Whence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An interpreter of a {@link PythonRuntime}, as {@code concurrent.interpreters.Interpreter} is for Python code: its own modules, types, lock. What runs, runs in its {@code __main__}, whose names stay from call to call.
 *
 * <p>Any thread may call any method. Those that run Python code wait for the interpreter's lock, give the lock of the interpreter that the thread is in back meanwhile, and throw
 *
 * <ul>
 *   <li>{@link ExecutionFailedException} when the Python code ends by an exception,
 *   <li>{@link NotShareableException} when a value has no counterpart on the other side,
 *   <li>{@link IllegalStateException}, mostly the {@link dev.clutch.runtime.InterpreterClosedException} of the runtime, when the interpreter closes or is closed.
 * </ul>
 *
 * <p>What was printed is flushed when {@code exec} and {@code eval} return; {@link #flush} does it at other times.
 */
public final class PythonInterpreter implements AutoCloseable {
    private final Home home;
    private final @Nullable Duration timeout;

    PythonInterpreter(Home home, @Nullable Duration timeout) {
        this.home = home;
        this.timeout = timeout;
    }

    /** Returns the embedder's view of an interpreter that is open. */
    public static PythonInterpreter of(RuntimeInterpreter interpreter) {
        return new PythonInterpreter(Home.of((PyInterpreter) interpreter), null);
    }

    /**
     * Returns the same interpreter with a deadline for each call: what has not ended by then gets {@code clutch.LimitExceeded}, which {@code except Exception} does not catch, every 100 ms until it ends; the call throws an
     * {@link ExecutionFailedException} with {@link ExecutionFailedException.Reason#DEADLINE}. Waiting for the lock counts but cannot be cut short.
     */
    public PythonInterpreter within(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("a deadline must be positive, not " + limit);
        }
        return new PythonInterpreter(home, limit);
    }

    Home home() {
        return home;
    }

    private @Nullable Object inside(Home.Work work) {
        return timeout == null ? home.inside(work) : home.within(timeout, work);
    }

    // ---- running code --------------------------------------------------------------------------------------------

    /** Runs a program in {@code __main__}. */
    public void exec(String program) {
        exec(program, "<string>");
    }

    /**
     * Runs a program in {@code __main__}.
     *
     * @param filename what tracebacks show
     */
    public void exec(String program, String filename) {
        Object ignored = inside(ts -> run(ts, program, filename, ParserOptions.Mode.EXEC));
    }

    /** Runs a file in {@code __main__}; its folder is not put on {@code sys.path}. */
    public void exec(Path file) throws IOException {
        byte[] program = Files.readAllBytes(file);
        Object ignored = inside(ts -> runs(ts, SourceCompiler.file(ts, program, file.toString())));
    }

    /** Evaluates an expression in {@code __main__}; what does not cross by value comes as a {@link PythonObject}. */
    public @Nullable Object eval(String expression) {
        return inside(ts -> ToJava.value(ts, evaluated(ts, expression)));
    }

    /**
     * Evaluates an expression, whose value must be of a class: {@code eval("6 * 7", int.class)}. For an instance of a subclass of a built-in type see {@link PythonObject#as}.
     *
     * @throws ClassCastException when it is something else
     * @throws ArithmeticException when an int does not fit
     */
    public <T> @Nullable T eval(String expression, Class<T> type) {
        return ToJava.as(eval(expression), type);
    }

    /** Evaluates an expression and returns a handle of its value, whatever it is. */
    public PythonObject handle(String expression) {
        return handled(inside(ts -> home.handle(ts, evaluated(ts, expression))));
    }

    private static Object evaluated(PyThreadState ts, String expression) {
        return run(ts, expression.strip(), "<string>", ParserOptions.Mode.EVAL);
    }

    private static Object run(PyThreadState ts, String text, String filename, ParserOptions.Mode mode) {
        return runs(ts, SourceCompiler.text(ts, text, filename, mode, -1));
    }

    /** {@code is_running} tells of it; several threads may run code at a time. */
    private static Object runs(PyThreadState ts, PyCode code) {
        PyDict globals = Home.main(ts);
        boolean first = ts.interp.beginMain();
        Object result;
        try {
            result = Execution.run(ts, code, globals, globals, new PyCell[0]);
        } catch (PythonException e) {
            try {
                Home.flush(ts);
            } catch (LimitReachedException limit) {
                // what has ended the program matters more; the next write meets the limit again
                throw e;
            }
            throw e;
        } finally {
            if (first) {
                ts.interp.endMain();
            }
        }
        Home.flush(ts);
        return result;
    }

    // ---- calling -------------------------------------------------------------------------------------------------

    /** Calls a function of {@code __main__}, or an attribute of what is there ({@code "os.path.join"} after {@code import os}), or a built-in one. */
    public @Nullable Object call(String function, @Nullable Object... arguments) {
        return inside(ts -> ToJava.value(ts, PythonObject.called(ts, find(ts, function), arguments)));
    }

    /** Calls a function with keyword arguments. */
    public @Nullable Object call(String function, List<? extends @Nullable Object> arguments, Map<String, ?> keywords) {
        return inside(ts -> ToJava.value(ts, PythonObject.called(ts, find(ts, function), arguments, keywords)));
    }

    /** Calls what a handle of this interpreter stands for, with the deadline of {@link #within}. */
    public @Nullable Object call(PythonObject function, @Nullable Object... arguments) {
        requireOurs(function);
        return inside(ts -> ToJava.value(ts, PythonObject.called(ts, function.object(), arguments)));
    }

    private void requireOurs(PythonObject o) {
        if (o.home() != home) {
            throw new IllegalArgumentException(o + " is not in " + home);
        }
    }

    private static Object find(PyThreadState ts, String path) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        Object at = Home.main(ts).get(first);
        if (at == null) {
            at = ts.interp.builtins().get(first);
        }
        if (at == null) {
            throw Errors.nameError(ts, first, "name '" + first + "' is not defined");
        }
        while (dot >= 0) {
            int next = path.indexOf('.', dot + 1);
            at = Attr.get(
                    ts,
                    at,
                    path.substring(dot + 1, next < 0 ? path.length() : next).intern());
            dot = next;
        }
        return at;
    }

    /**
     * Runs a program in a thread of its own. The future's {@code cancel}, and any other completion from outside such as {@code orTimeout}, raises KeyboardInterrupt in the program, once, as Ctrl-C does; the deadline of
     * {@link #within} insists. The thread is a daemon with room for Python's recursion limit; a close of the interpreter waits for it.
     */
    public CompletableFuture<@Nullable Object> execAsync(String program) {
        return home.submit(timeout, ts -> {
            Object ignored = run(ts, program, "<string>", ParserOptions.Mode.EXEC);
            return null;
        });
    }

    /** Evaluates an expression as {@link #execAsync} runs a program. */
    public CompletableFuture<@Nullable Object> evalAsync(String expression) {
        return home.submit(timeout, ts -> ToJava.value(ts, evaluated(ts, expression)));
    }

    /** Calls a function as {@link #execAsync} runs a program. */
    public CompletableFuture<@Nullable Object> callAsync(String function, @Nullable Object... arguments) {
        return home.submit(timeout, ts -> ToJava.value(ts, PythonObject.called(ts, find(ts, function), arguments)));
    }

    // ---- names ---------------------------------------------------------------------------------------------------

    /** Binds a name in {@code __main__}. */
    public void set(String name, @Nullable Object value) {
        Object ignored = inside(ts -> {
            Home.main(ts).put(ts, Str.of(name.intern()), ToPython.value(ts, value));
            return null;
        });
    }

    /** Binds names in {@code __main__}: {@code prepare_main}. */
    public void prepareMain(Map<String, ?> names) {
        Object ignored = inside(ts -> {
            for (Map.Entry<String, ?> e : names.entrySet()) {
                try {
                    Home.main(ts).put(ts, Str.of(e.getKey().intern()), ToPython.value(ts, e.getValue()));
                } catch (NotShareableException refused) {
                    throw refused.in(e.getKey());
                }
            }
            return null;
        });
    }

    /** Binds a name in {@code __main__} to a Java function, which Python code calls by it. */
    public void define(String name, JavaFunction function) {
        Object ignored = inside(ts -> {
            Home.main(ts).put(ts, Str.of(name.intern()), ToPython.function(function, name));
            return null;
        });
    }

    /** Returns the value of a name in {@code __main__}; an {@link ExecutionFailedException} with NameError when it has none. */
    public @Nullable Object get(String name) {
        return inside(ts -> ToJava.value(ts, find(ts, name)));
    }

    /** Imports a module by its full name. */
    public PythonObject importModule(String name) {
        return handled(inside(ts -> home.handle(ts, ts.importModule(name))));
    }

    /** Flushes {@code sys.stdout} and {@code sys.stderr}. */
    public void flush() {
        Object ignored = inside(ts -> {
            Home.flush(ts);
            return null;
        });
    }

    private static PythonObject handled(@Nullable Object made) {
        return (PythonObject) PythonObject.known(made);
    }

    // ---- what it is ----------------------------------------------------------------------------------------------

    /** Returns the id, which no other interpreter of the runtime ever has; 0 for the main interpreter. */
    public long id() {
        return home.id();
    }

    /** Returns the configuration it was made with. */
    public InterpreterConfig config() {
        return home.config();
    }

    /** Returns who made it: {@code Interpreter.whence}. */
    public Whence whence() {
        return home.whence();
    }

    /** Whether it is the runtime's main interpreter, which is closed by closing the runtime. */
    public boolean isMain() {
        return home.id() == dev.clutch.runtime.Runtime.MAIN_ID;
    }

    /** Whether a program runs in {@code __main__}: {@code is_running}. */
    public boolean isRunning() {
        PyInterpreter interp = home.target();
        return interp != null && interp.isRunningMain();
    }

    /** Returns where in its life it is. */
    public LifecycleState state() {
        PyInterpreter interp = home.target();
        return interp == null ? LifecycleState.CLOSED : interp.lifecycle().state();
    }

    /** Returns the runtime. */
    public PythonRuntime runtime() {
        return PythonRuntime.of(home.runtime());
    }

    /**
     * Enters with the calling thread until the attachment is closed, for many short calls in a row: a call takes a fifth of the time then. The thread holds the interpreter's lock meanwhile and gives it back only while
     * Python code asks for it or blocks, and while it waits at a queue.
     */
    public Attachment attach() {
        return home.open().attach();
    }

    /** Returns a weak handle for callbacks of Java libraries, which neither keeps the interpreter open nor fails once it is closed. */
    public InterpreterView view() {
        return home.open().view();
    }

    // ---- ending --------------------------------------------------------------------------------------------------

    /** Raises KeyboardInterrupt in every thread that runs code of this interpreter now, blocked ones too. */
    public void interrupt() {
        PyInterpreter interp = home.target();
        if (interp != null) {
            interp.interrupt();
        }
    }

    /**
     * Closes it, as long as {@link dev.clutch.runtime.RuntimeConfig#closeTimeout} says; does nothing when it is closed.
     *
     * @throws IllegalStateException for the main interpreter, and in a thread that is inside
     */
    @Override
    public void close() {
        if (home.target() != null) {
            CloseReport ignored = close(home.runtime().config().closeTimeout());
        }
    }

    /**
     * Closes it: waits for threads that are inside, runs exit functions, ends what is left and lets all handles go. A second caller waits for the first and gets the same report.
     *
     * @throws IllegalStateException for the main interpreter, in a thread that is inside, and when somebody else has closed it, Python code or the runtime's close
     */
    public CloseReport close(Duration limit) {
        return home.close(limit);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PythonInterpreter p && p.home == home;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(home);
    }

    @Override
    public String toString() {
        return home.toString();
    }
}
