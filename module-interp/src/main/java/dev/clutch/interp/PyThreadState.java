package dev.clutch.interp;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.extension.spi.api.SliceRange;
import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.Os;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.WakeHandle;
import dev.clutch.interp.number.HugeMath;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyComplex;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyLock;
import dev.clutch.interp.object.PySlice;
import dev.clutch.interp.object.PyStructSequence;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.Reprs;
import dev.clutch.interp.object.SliceIndices;
import dev.clutch.interp.object.Tracer;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.bytes.PyByteArray;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.object.context.PyContext;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.memory.ObjectBuffers;
import dev.clutch.interp.object.memory.PyMemoryView;
import dev.clutch.interp.object.typing.PyGenericAlias;
import dev.clutch.interp.object.weak.PyWeakReference;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.warnings.Warnings;
import dev.clutch.runtime.Breaker;
import dev.clutch.runtime.Waker;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The state of one thread in one interpreter. Answers to {@code PyThreadState}. Touched by its own thread only, while that holds the interpreter's lock;
 * other threads reach only the breaker word of the superclass.
 */
public final class PyThreadState extends ApiThreadState implements HugeMath.Checkpoint {
    private static final int FIRST_FRAMES = 64;

    /** The interpreter. */
    public final PyInterpreter interp;

    /**
     * The running functions, outermost first: a {@link PyFunction}, or the frame object that replaced it when somebody looked. Elements from
     * {@link #depth}, the number of running functions, on are null.
     */
    public @Nullable Object[] frames = new Object[FIRST_FRAMES];

    /**
     * The exception being handled ({@code exc_info}), null for none. A function that handles one restores the former value when it leaves the handler; a
     * generator swaps its own in and out.
     */
    public @Nullable PyObject handled;

    /** Events for {@code sys.settrace} and {@code sys.setprofile}, null while nobody has asked for any. */
    public @Nullable Tracer tracer;

    /** The containers whose repr this thread is making. */
    public final Reprs reprs = new Reprs();

    /** Set free when the thread ends ({@code _thread._set_sentinel}), null for none. */
    public @Nullable PyLock sentinel;

    /** Sets the sentinel free ({@code tstate->on_delete}). */
    public void endSentinel() {
        PyLock lock = sentinel;
        if (lock != null) {
            sentinel = null;
            lock.releaseIfLocked();
        }
    }

    /** What the iterator returned that the last {@code send} of an extension brought to its end. */
    public Object sendResult = Singleton.NONE;

    /** The current context of context variables, null until one is needed. */
    public @Nullable PyContext context;

    /** {@code sys.set_asyncgen_hooks}: called with an asynchronous generator when its iteration begins, null for none. */
    public @Nullable Object asyncgenFirstiter;

    /** {@code sys.set_asyncgen_hooks}: called with an asynchronous generator that nobody holds, null for none. */
    public @Nullable Object asyncgenFinalizer;

    /** {@code sys.set_coroutine_origin_tracking_depth}. */
    public int coroutineOriginDepth;

    /** Makes a thread state of an interpreter. */
    public PyThreadState(PyInterpreter interp) {
        super(interp);
        this.interp = interp;
    }

    @Override
    public PyInterpreter interpreter() {
        return interp;
    }

    /** The last exception by which this thread was interrupted from outside, and the bit of the breaker that asks for it. */
    private @Nullable PyObject interruption;

    private int interruptionBit;

    /** Forgets the Python objects that it has itself: nothing runs in it any more ({@code PyThreadState_Clear}). */
    void forgetObjects() {
        handled = null;
        tracer = null;
        sentinel = null;
        sendResult = Singleton.NONE;
        context = null;
        asyncgenFirstiter = null;
        asyncgenFinalizer = null;
        interruption = null;
    }

    /** Notes by which exception the thread is interrupted. */
    void interruptedBy(PyObject exception, int bit) {
        interruption = exception;
        interruptionBit = bit;
    }

    /**
     * Whether an exception that left a callback, which runs in the middle of other code, interrupts that code and not the callback: then it is asked for again, instead of being reported and forgotten.
     */
    public boolean interruptsCaller(PythonException e) {
        if (e.value() != interruption) {
            return false;
        }
        interruption = null;
        if (interruptionBit == Breaker.ASYNC_EXC) {
            setAsyncException(e.value());
        } else {
            request(interruptionBit);
        }
        return true;
    }

    // --- memory ------------------------------------------------------------------------------------------------

    private static final long SMALL = 1 << 20;

    /** Called before a large object is made: MemoryError where there is no hope, or where a limit forbids it. */
    public void reserve(long bytes) {
        if (bytes > SMALL && bytes > interp.largestAllocation()) {
            throw Errors.error(this, "MemoryError", "");
        }
    }

    // --- recursion ---------------------------------------------------------------------------------------------

    /** {@code C_RECURSION_LIMIT}, whatever {@code sys.setrecursionlimit} says. */
    private static final int NATIVE_LIMIT = 1500;

    /** Levels of recursion in Java code that are no Python frames. */
    private int nativeDepth;

    /** No Python code runs below: what is counted still, a stack overflow has kept from being counted down. */
    public void forgetNative() {
        nativeDepth = 0;
    }

    /** Makes room on {@link #frames}. */
    public void growFrames() {
        frames = Arrays.copyOf(frames, frames.length * 2);
    }

    /** Counts one level of recursion in Java code; RecursionError beyond the limit ({@code Py_EnterRecursiveCall}). */
    public void enterNative() {
        enterRecursive("");
    }

    @Override
    public void enterRecursive(String where) {
        if (nativeDepth >= NATIVE_LIMIT) {
            throw Errors.error(this, "RecursionError", "maximum recursion depth exceeded" + where);
        }
        nativeDepth++;
    }

    /** Ends what {@link #enterNative} began. */
    public void leaveNative() {
        nativeDepth--;
    }

    @Override
    public void leaveRecursive() {
        nativeDepth--;
    }

    // --- the part of the extension interface that needs the interpreter ------------------------------------------

    @Override
    public Object newBytes(byte[] bytes) {
        return new PyBytes(bytes);
    }

    @Override
    public Object newSlice(Object start, Object stop, Object step) {
        return new PySlice(start, stop, step);
    }

    @Override
    public boolean isSlice(Object o) {
        return o instanceof PySlice;
    }

    @Override
    public SliceRange sliceRange(Object slice, int length) {
        return SliceIndices.range(this, (PySlice) slice, length);
    }

    @Override
    public Object newSet(Object iterable) {
        return Call.call1(this, builtinType("set"), iterable);
    }

    @Override
    public BigInteger gcd(BigInteger a, BigInteger b) {
        return HugeMath.gcd(this, a, b);
    }

    @Override
    public BigInteger isqrt(BigInteger n) {
        return HugeMath.sqrt(this, n);
    }

    @Override
    public Object newComplex(double re, double im) {
        return new PyComplex(re, im);
    }

    @Override
    public boolean isBytes(Object o) {
        return o instanceof PyBytes;
    }

    @Override
    public boolean isBuffer(Object o) {
        return ObjectBuffers.has(o);
    }

    @Override
    public BufferView buffer(Object o, int flags) {
        return ObjectBuffers.request(this, o, flags);
    }

    @Override
    public BufferView buffer(Object o, boolean writable) {
        return ObjectBuffers.request(this, o, writable ? WRITABLE : SIMPLE);
    }

    @Override
    public BufferView writableBuffer(Object o, String argument) {
        return ObjectBuffers.writable(this, o, argument);
    }

    @Override
    public byte[] bytesOf(Object o) {
        return ObjectBuffers.bytes(this, o);
    }

    @Override
    public Object newMemoryView(BufferView view) {
        return PyMemoryView.of(this, view);
    }

    @Override
    public Object newByteArray(byte[] bytes) {
        return new PyByteArray(bytes);
    }

    @Override
    public boolean isByteArray(Object o) {
        return o instanceof PyByteArray;
    }

    @Override
    public PythonException osError(int errno, @Nullable Object path, @Nullable Object path2) {
        return osError(new OsException(errno), path, path2);
    }

    @Override
    public PythonException osError(OsException failure, @Nullable Object path, @Nullable Object path2) {
        Object text = Str.of(failure.text());
        long errno = failure.errno();
        PyType type = exceptionType("OSError");
        if (path == null && path2 == null) {
            return error(type, errno, text);
        }
        Object first = path == null ? Singleton.NONE : path;
        if (path2 == null) {
            return error(type, errno, text, first);
        }
        return error(type, errno, text, first, Singleton.NONE, path2);
    }

    @Override
    public WakeHandle beginWakeable() {
        WakeHandle handle = interp.takeWakeHandle();
        beginBlocking(new HandleWaker(handle));
        return handle;
    }

    /** May fire a handle that another call has got meanwhile: that is woken for nothing and goes on. */
    private record HandleWaker(WakeHandle handle) implements Waker {
        @Override
        public void wake() {
            handle.fire();
        }
    }

    @Override
    public void endWakeable(WakeHandle handle) {
        boolean taken = false;
        try {
            endBlocking();
            taken = true;
        } finally {
            if (!taken) {
                handle.close();
            }
        }
        handle.clear();
        interp.giveWakeHandle(handle);
    }

    @Override
    public void retryOrRaise(OsException failure) {
        if (failure.errno() != Errno.EINTR) {
            throw osError(failure, null, null);
        }
        checkBreaker();
    }

    @Override
    public void warn(String category, String message, int stackLevel) {
        Warnings.warn(this, Str.of(message), Exceptions.type(category), stackLevel, null, null);
    }

    @Override
    public void watch(PyObject o) {
        interp.finalizers().registerYoung(o);
    }

    @Override
    public void unwatch(PyObject o) {
        interp.finalizers().unregister(o);
    }

    @Override
    public void warnResource(Object source, String message, int stackLevel) {
        Warnings.warn(this, Str.of(message), Exceptions.type("ResourceWarning"), stackLevel, source, null);
    }

    @Override
    public void writeUnraisable(PythonException e, @Nullable Object where) {
        interp.unraisable().report(this, e, where);
    }

    @Override
    public @Nullable PyObject handledException() {
        return handled;
    }

    @Override
    public Object format(Object o, Object spec) {
        return Text.format(this, o, spec);
    }

    @Override
    public PyType newExceptionType(String dottedName, String doc, @Nullable Object bases) {
        return Exceptions.newType(this, dottedName, doc, bases);
    }

    @Override
    public Object importModule(String name) {
        return interp.importModule(this, name);
    }

    @Override
    public @Nullable Object sysAttr(String name) {
        return interp.sysDict().get(name);
    }

    @Override
    public Os os() {
        return interp.os();
    }

    @Override
    public Object genericAlias(Object origin, Object args) {
        return new PyGenericAlias(origin, args);
    }

    @Override
    public PyType newStructSequence(String dottedName, String doc, String[] fields, int visible) {
        return PyStructSequence.newType(this, dottedName, doc, fields, visible);
    }

    @Override
    public PyObject newStructSequenceInstance(PyType type, Object... values) {
        return PyStructSequence.make((TypeObject) type, values);
    }

    @Override
    public Object newWeakReference(Object o, @Nullable Object callback) {
        return PyWeakReference.of(this, PyWeakReference.TYPE, o, callback);
    }

    @Override
    public @Nullable Object weakTarget(Object reference) {
        if (reference instanceof PyWeakReference r) {
            return r.target();
        }
        throw Errors.typeError(this, "expected a weakref");
    }

    @Override
    public void audit(String event, Object... arguments) {
        if (interp.isAudited()) {
            interp.audit(this, event, arguments);
        }
    }

    /** {@code PyMapping_Check}. */
    public boolean isMapping(Object o) {
        return Types.of(o).lookup("__getitem__") != null && !(o instanceof PyTuple) && !Str.isStr(o);
    }

    /** Answers to {@code PyOS_FSPath}. */
    @Override
    public Object fspath(Object path) {
        if (Str.isStr(path) || isBytes(path)) {
            return path;
        }
        Object method = Types.of(path).lookup("__fspath__");
        if (method == null) {
            throw Errors.typeError(
                    this,
                    "expected str, bytes or os.PathLike object, not "
                            + Types.of(path).name());
        }
        Object text = Call.special0(this, method, path);
        if (Str.isStr(text) || isBytes(text)) {
            return text;
        }
        throw Errors.typeError(
                this,
                "expected " + Types.of(path).name() + ".__fspath__() to return str or bytes, not "
                        + Types.of(text).name());
    }
}
