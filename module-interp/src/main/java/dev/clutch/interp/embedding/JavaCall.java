package dev.clutch.interp.embedding;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.host.HostFunction;
import dev.clutch.interp.host.PyJavaError;
import dev.clutch.interp.object.Errors;
import dev.clutch.runtime.Breaker;
import dev.clutch.runtime.ThreadEnd;
import dev.clutch.runtime.Waker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Java function as Python code calls it: a blocking call, so the interpreter's lock is free meanwhile. */
record JavaCall(JavaFunction function, String name) implements HostFunction {
    @Override
    public Object call(PyThreadState ts, Object[] args, String @Nullable [] names) {
        Home home = Home.of(ts.interp);
        int positional = args.length - (names == null ? 0 : names.length);
        List<@Nullable Object> arguments = new ArrayList<>(positional);
        Map<String, @Nullable Object> keywords = new LinkedHashMap<>();
        @Nullable Object result = null;
        Throwable failure = null;
        try {
            for (int i = 0; i < positional; i++) {
                arguments.add(ToJava.value(ts, args[i]));
            }
            for (int i = positional; i < args.length && names != null; i++) {
                keywords.put(names[i - positional], ToJava.value(ts, args[i]));
            }
        } catch (NotShareableException e) {
            throw refused(ts, e);
        }
        List<@Nullable Object> given = Collections.unmodifiableList(arguments);
        Map<String, @Nullable Object> named = Collections.unmodifiableMap(keywords);
        Interruption interruption = new Interruption(ts);
        ts.beginBlocking(interruption);
        try {
            result = function.call(given, named);
        } catch (ThreadEnd e) {
            // another interpreter has given the thread up; this one may not have
            failure = new IllegalStateException(e.getMessage());
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw e;
        } catch (Throwable t) {
            failure = t;
        } finally {
            interruption.end();
            ts.endBlocking();
        }
        ts.checkBreaker();
        if (failure != null) {
            throw raised(ts, home, failure);
        }
        try {
            return ToPython.value(ts, result);
        } catch (NotShareableException e) {
            throw refused(ts, e.in(name + "()"));
        }
    }

    static PythonException refused(PyThreadState ts, NotShareableException e) {
        return Errors.typeError(ts, String.valueOf(e.getMessage()));
    }

    private static PythonException raised(PyThreadState ts, Home home, Throwable failure) {
        PythonException same = failure instanceof ExecutionFailedException e ? e.again(ts, home) : null;
        return same != null ? same : PyJavaError.of(ts, failure);
    }

    /** Interrupts the Java thread when Python code is to stop, but not for signals and pending calls of others. */
    private static final class Interruption implements Waker {
        private static final int STOPPING = Breaker.ASYNC_EXC | Breaker.INTERRUPT | Breaker.FINALIZING | Breaker.LIMIT;

        private final PyThreadState ts;
        private final Thread thread = Thread.currentThread();
        private boolean over;
        private boolean fired;

        Interruption(PyThreadState ts) {
            this.ts = ts;
        }

        /** Under the monitor, so that the thread is not interrupted any more once it has left. */
        @Override
        public synchronized void wake() {
            if (!over && ts.isRequested(STOPPING)) {
                fired = true;
                thread.interrupt();
            }
        }

        /** Takes an interruption back that was ours: the breaker tells the rest. */
        synchronized void end() {
            over = true;
            if (fired) {
                boolean ignored = Thread.interrupted();
            }
        }
    }
}
