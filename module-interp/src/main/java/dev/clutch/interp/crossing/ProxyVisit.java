package dev.clutch.interp.crossing;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyInterpreter;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.InterpreterClosedException;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.ThreadEnd;
import org.jspecify.annotations.Nullable;

/**
 * One use of an object that is shared: the calling thread enters the object's interpreter, giving its own lock back, and comes back with the answer. Values that are shareable cross; all others go as
 * proxies, in both directions, so an object is never copied.
 *
 * <p>No deadlock: a thread holds one interpreter's lock at a time, and none while it waits for another, however many interpreters it is in ({@link Attachment}). Two interpreters that call each other, or rings
 * of them, wait for locks that are given back at every safe point.
 */
final class ProxyVisit {
    /** What is done with the object; null for the end of an iteration. */
    interface Work {
        @Nullable
        Object run(PyThreadState ts, Object object, Object[] args);
    }

    private @Nullable CrossData result;
    private @Nullable ExceptionData failure;
    private @Nullable TypeObject failureType;
    private PyTuple failureArgs = new PyTuple();
    private boolean ended;

    private ProxyVisit() {}

    /** Makes an InterpreterError. */
    static PythonException error(PyThreadState ts, String message) {
        Object type = Attr.get(ts, ts.importModule("_interpreters"), "InterpreterError");
        return Errors.make(ts, (TypeObject) type, Str.of(message));
    }

    /** Does something with the object, wherever the caller is. */
    static @Nullable Object run(PyThreadState ts, SharedObject shared, Work work, Object... args) {
        PyInterpreter home = shared.home();
        if (home == ts.interp) {
            return work.run(ts, shared.object(ts), args);
        }
        if (home == null) {
            throw closed(ts, shared);
        }
        if (shared.isRevoked()) {
            throw home.isFinalizing() ? closed(ts, shared) : error(ts, "the object is not shared any more");
        }
        ProxyVisit visit = new ProxyVisit();
        CrossData[] taken = new CrossData[args.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = take(ts, args[i]);
        }
        try {
            visit.there(home, shared, work, taken);
        } catch (InterpreterClosedException e) {
            throw closed(ts, shared);
        } catch (ThreadEnd e) {
            if (!ts.isAttached()) {
                throw e;
            }
            // the other interpreter has given us up, ours has not
            throw closed(ts, shared);
        } finally {
            Runtime runtime = ts.interp.runtime();
            for (CrossData data : taken) {
                data.dispose(runtime);
            }
        }
        ts.checkBreaker();
        return visit.back(ts, shared);
    }

    private static PythonException closed(PyThreadState ts, SharedObject shared) {
        return error(ts, "the object is gone with interpreter " + shared.homeId());
    }

    private void there(PyInterpreter home, SharedObject shared, Work work, CrossData[] taken) {
        try (Attachment inside = home.attach()) {
            PyThreadState ts = (PyThreadState) inside.threadState();
            try {
                Object object = shared.object(ts);
                Object[] args = new Object[taken.length];
                for (int i = 0; i < args.length; i++) {
                    args[i] = taken[i].rebuild(ts);
                }
                Object answer = work.run(ts, object, args);
                result = answer == null ? null : take(ts, answer);
            } catch (PythonException e) {
                failed(ts, e);
            }
        }
    }

    private void failed(PyThreadState ts, PythonException e) {
        ended = ts.interp.isFinalizing() && Errors.matches(e, "SystemExit");
        failure = ExceptionData.whole(ts, e.value());
        TypeObject type = Types.of(e.value());
        if (type.owner == null
                && e.value() instanceof PyBaseException value
                && Attr.get(ts, value, "args") instanceof PyTuple args
                && Crossing.isImmutable(args)) {
            failureType = type;
            failureArgs = args;
        }
    }

    /** In the caller's interpreter again: the answer, or the exception, a built-in one as what it is. */
    private @Nullable Object back(PyThreadState ts, SharedObject shared) {
        ExceptionData why = failure;
        if (ended) {
            throw closed(ts, shared);
        }
        if (why != null) {
            Object type = Attr.get(ts, ts.importModule("concurrent.interpreters"), "ExecutionFailed");
            PythonException shown = Errors.carrier(ts, (PyBaseException) Call.call1(ts, type, why.asObject(ts)));
            TypeObject same = failureType;
            if (same == null || !same.isSubtype(Exceptions.type("Exception"))) {
                throw shown;
            }
            PythonException e = Errors.make(ts, same, failureArgs.items().clone());
            Errors.setCause(e, shown);
            throw e;
        }
        CrossData data = result;
        if (data == null) {
            return null;
        }
        try {
            return data.rebuild(ts);
        } finally {
            data.dispose(ts.interp.runtime());
        }
    }

    /** What is not shareable goes as a proxy, inside tuples too. */
    private static CrossData take(PyThreadState ts, Object o) {
        if (o instanceof PyProxy || Crossing.isShareable(ts, o)) {
            return Crossing.shareable(ts, o);
        }
        if (o instanceof PyTuple t && t.type() == PyTuple.TYPE) {
            CrossData[] items = new CrossData[t.size()];
            for (int i = 0; i < items.length; i++) {
                items[i] = take(ts, t.get(i));
            }
            return new Crossing.Tuple(items);
        }
        return new PyProxy.Reference(ts.interp.sharedObjects().share(o));
    }
}
