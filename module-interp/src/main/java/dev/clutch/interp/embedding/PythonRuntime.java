package dev.clutch.interp.embedding;

import dev.clutch.interp.PyInterpreter;
import dev.clutch.runtime.CloseReport;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeConfig;
import dev.clutch.runtime.RuntimeInterpreter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of interpreters that know of each other. A JVM may hold several, which share nothing. The thread that starts one is its main thread: signals, where Python code asks for them, are handled there.
 *
 * <p>Any thread may call any method.
 */
public final class PythonRuntime implements AutoCloseable {
    private final Runtime runtime;

    private PythonRuntime(Runtime runtime) {
        this.runtime = runtime;
    }

    /** Starts a runtime with the defaults. */
    public static PythonRuntime start() {
        return start(RuntimeConfig.defaults());
    }

    /** Starts a runtime and its main interpreter. */
    public static PythonRuntime start(RuntimeConfig config) {
        return new PythonRuntime(Runtime.start(config));
    }

    /** Returns the embedder's view of a runtime. */
    public static PythonRuntime of(Runtime runtime) {
        return new PythonRuntime(runtime);
    }

    /** Returns the runtime itself: audit hooks, exit callbacks, attachments. */
    public Runtime runtime() {
        return runtime;
    }

    // ---- interpreters --------------------------------------------------------------------------------------------

    /** Returns the main interpreter: an ordinary Python, which refuses no extension. */
    public PythonInterpreter main() {
        return PythonInterpreter.of(runtime.main());
    }

    /** Makes an isolated interpreter with a lock of its own. */
    public PythonInterpreter newInterpreter() {
        return newInterpreter(InterpreterConfig.isolated());
    }

    /** Makes an interpreter. */
    public PythonInterpreter newInterpreter(InterpreterConfig config) {
        return PythonInterpreter.of(runtime.newInterpreter(config));
    }

    /** Returns the open interpreters by ascending id, those that Python code has made too: {@code list_all}. */
    public List<PythonInterpreter> interpreters() {
        List<PythonInterpreter> all = new ArrayList<>();
        for (RuntimeInterpreter interpreter : runtime.interpreters()) {
            all.add(PythonInterpreter.of(interpreter));
        }
        return List.copyOf(all);
    }

    /** Returns an open interpreter by its id, or null. */
    public @Nullable PythonInterpreter find(long id) {
        RuntimeInterpreter found = runtime.findInterpreter(id);
        return found == null ? null : PythonInterpreter.of((PyInterpreter) found);
    }

    // ---- queues and channels -------------------------------------------------------------------------------------

    /** Makes a queue without a limit; what a closed interpreter has put stays as {@link PythonQueue#UNBOUND}. */
    public PythonQueue newQueue() {
        return newQueue(0, PythonQueue.UnboundItems.REPLACE);
    }

    /**
     * Makes a queue.
     *
     * @param maxsize how many items it holds at most; no limit when not positive
     * @param unbounditems what becomes of items whose interpreter is closed
     */
    public PythonQueue newQueue(int maxsize, PythonQueue.UnboundItems unbounditems) {
        return PythonQueue.create(runtime, maxsize, unbounditems);
    }

    /** Waits for an item from any of several queues, for ever; the first in this order when several have one. */
    public PythonQueue.Received select(Collection<PythonQueue> queues) throws InterruptedException {
        PythonQueue.Received received = PythonQueue.select(runtime, queues, Long.MAX_VALUE);
        if (received == null) {
            throw new IllegalStateException("a wait without end has ended");
        }
        return received;
    }

    /** As {@link #select(Collection)}, null when the time is over. */
    public PythonQueue.@Nullable Received select(Collection<PythonQueue> queues, Duration limit)
            throws InterruptedException {
        return PythonQueue.select(runtime, queues, Math.max(0, limit.toNanos()));
    }

    /** Makes a channel; what a closed interpreter has sent stays as {@link PythonQueue#UNBOUND}. */
    public PythonChannel newChannel() {
        return newChannel(PythonQueue.UnboundItems.REPLACE);
    }

    /**
     * Makes a channel.
     *
     * @param unbounditems what becomes of items whose interpreter is closed before they are received
     */
    public PythonChannel newChannel(PythonQueue.UnboundItems unbounditems) {
        return PythonChannel.create(runtime, unbounditems);
    }

    // ---- the end -------------------------------------------------------------------------------------------------

    /** Closes it, as long as {@link RuntimeConfig#closeTimeout} says. */
    @Override
    public void close() {
        runtime.close();
    }

    /**
     * Closes all interpreters, main last. The calling thread must not be in any of them. A second caller waits for the first.
     *
     * @return a report for each interpreter closed here, main last; that one tells of queue ends, too, that have not been closed
     */
    public List<CloseReport> close(Duration limit) {
        return runtime.close(limit);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PythonRuntime p && p.runtime == runtime;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(runtime);
    }

    @Override
    public String toString() {
        return runtime.toString();
    }
}
