package dev.clutch.interp.embedding;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.ClutchLanguage;
import dev.clutch.interp.PyInterpreter;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.host.Embedder;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Failures;
import dev.clutch.interp.op.Frames;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.CloseReport;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeThreadState;
import dev.clutch.runtime.ThreadEnd;
import dev.clutch.runtime.Whence;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The one thing that Java code holds of an interpreter, whatever object of the interface it has in hand: so the close of the interpreter, by whomever, lets it go here.
 *
 * <p>Concurrency: the field is written once, when nothing of the interpreter runs any more. A thread that has read it before finds a shut door when it enters.
 */
final class Home extends Embedder {
    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final String LANGUAGE = "dev.clutch.interp.";
    private static final String RUNTIME = "dev.clutch.runtime.";
    private static final long STACK_BASE = 1 << 20;
    private static final long STACK_MAX = 1L << 30;
    private static final long ASK_AGAIN_MILLIS = 100;

    private final Runtime runtime;
    private final long id;
    private final InterpreterConfig config;
    private final Whence whence;
    private final AtomicReference<@Nullable CompletableFuture<CloseReport>> closing = new AtomicReference<>();
    private volatile @Nullable PyInterpreter target;

    private Home(PyInterpreter interp) {
        runtime = interp.runtime();
        id = interp.id();
        config = interp.config();
        whence = interp.whence();
        target = interp;
    }

    static Home of(PyInterpreter interp) {
        Embedder known = interp.embedder();
        return (Home) (known != null ? known : interp.setEmbedder(new Home(interp)));
    }

    Runtime runtime() {
        return runtime;
    }

    long id() {
        return id;
    }

    InterpreterConfig config() {
        return config;
    }

    Whence whence() {
        return whence;
    }

    @Nullable
    PyInterpreter target() {
        return target;
    }

    PyInterpreter open() {
        PyInterpreter interp = target;
        if (interp == null) {
            throw new IllegalStateException(this + " is closed");
        }
        return interp;
    }

    @Override
    public void dropped() {
        target = null;
    }

    // ---- going in ------------------------------------------------------------------------------------------------

    /** What is done inside; null stands for None. */
    interface Work {
        @Nullable
        Object run(PyThreadState ts);
    }

    /** Does something in the interpreter, in the calling thread. */
    @Nullable
    Object inside(Work work) {
        return inside(null, work);
    }

    /** As {@link #inside(Work)}, ended by a deadline. */
    @Nullable
    Object within(Duration timeout, Work work) {
        return within(new Stay(), timeout, work);
    }

    /** Does something in the interpreter, in a thread of its own. */
    CompletableFuture<@Nullable Object> submit(@Nullable Duration timeout, Work work) {
        PyInterpreter interp = open();
        Submission submission =
                new Submission(timeout == null ? stay -> inside(stay, work) : stay -> within(stay, timeout, work));
        long stack = Math.min(
                STACK_BASE + (long) interp.recursionLimit() * runtime.config().stackBytesPerCall(), STACK_MAX);
        Thread thread = new Thread(null, submission, "clutch-call-" + id, stack, false);
        thread.setDaemon(true);
        thread.start();
        return submission;
    }

    private @Nullable Object within(Stay stay, Duration timeout, Work work) {
        Future<?> alarm = ClutchLanguage.host(runtime)
                .clock()
                .scheduleWithFixedDelay(stay::expire, timeout.toMillis(), ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        try {
            return inside(stay, work);
        } finally {
            boolean ignored = alarm.cancel(false);
        }
    }

    private @Nullable Object inside(@Nullable Stay stay, Work work) {
        PyInterpreter interp = open();
        try (Attachment inside = interp.attach()) {
            PyThreadState ts = (PyThreadState) inside.threadState();
            int depth = ts.depth;
            try {
                if (stay != null) {
                    stay.enter(ts);
                    ts.checkBreaker();
                }
                return work.run(ts);
            } catch (NotShareableException | PythonObject.RevokedHandle e) {
                throw e;
            } catch (PythonException e) {
                throw failed(ts, e, stay);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                PythonException made = Failures.toPython(ts, e);
                throw failed(ts, made, stay);
            } finally {
                if (stay != null) {
                    stay.leave();
                }
                if (ts.isAttached()) {
                    Frames.truncate(ts, depth);
                }
            }
        } catch (ThreadEnd e) {
            throw interp.refusal();
        }
    }

    private RuntimeException failed(PyThreadState ts, PythonException e, @Nullable Stay stay) {
        ExecutionFailedException made = ExecutionFailedException.of(ts, this, e, stay != null && stay.hasExpired());
        if (made.reason() == ExecutionFailedException.Reason.EXIT && ts.interp.isFinalizing()) {
            IllegalStateException closing = ts.interp.refusal();
            closing.addSuppressed(made);
            return closing;
        }
        return made;
    }

    // ---- used inside ---------------------------------------------------------------------------------------------

    static PyDict main(PyThreadState ts) {
        return ts.interp.modules().get("__main__") instanceof PyModule m
                ? m.dict
                : ((PyModule) ts.importModule("__main__")).dict;
    }

    /** Makes what was printed visible to the embedder. */
    static void flush(PyThreadState ts) {
        flush(ts, "stdout");
        flush(ts, "stderr");
    }

    private static void flush(PyThreadState ts, String name) {
        Object stream = ts.sysAttr(name);
        try {
            if (stream != null && ts.findAttr(stream, "flush") != null) {
                Object ignored = Call.method0(ts, stream, "flush");
            }
        } catch (PythonException e) {
            ts.interp.unraisable().report(ts, e, stream);
        }
    }

    PythonObject handle(PyThreadState ts, Object o) {
        return new PythonObject(this, ts.interp.sharedObjects().share(o, place(runtime)));
    }

    /** Where the embedder's code stands, if handles are traced. */
    static String place(Runtime runtime) {
        if (!runtime.config().traceHandles()) {
            return "";
        }
        return WALKER.walk(frames -> frames.filter(f -> !f.getClassName().startsWith(LANGUAGE)
                        && !f.getClassName().startsWith(RUNTIME))
                .findFirst()
                .map(f -> f.toStackTraceElement().toString())
                .orElse(""));
    }

    /** The thread state by which the calling thread holds a lock, which it then gives back while it waits; null when it holds none. */
    static @Nullable RuntimeThreadState inner(Runtime runtime) {
        Attachment current = runtime.currentAttachment();
        return current != null && current.threadState().isAttached() ? current.threadState() : null;
    }

    // ---- the end -------------------------------------------------------------------------------------------------

    CloseReport close(Duration timeout) {
        CompletableFuture<CloseReport> mine = new CompletableFuture<>();
        CompletableFuture<CloseReport> first = closing.compareAndExchange(null, mine);
        if (first != null) {
            return first.join();
        }
        boolean done = false;
        try {
            CloseReport report = open().close(timeout);
            done = mine.complete(report);
            return report;
        } finally {
            if (!done) {
                // refused: the thread is inside, it is the main one, or it has been closed by others
                closing.set(null);
                mine.cancel(false);
            }
        }
    }

    @Override
    public String toString() {
        return id == Runtime.MAIN_ID ? "the main interpreter" : "interpreter " + id;
    }
}
