package dev.clutch.conformance;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.Whence;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** {@code _testcapi}. */
@ExtensionModule(
        name = "_testcapi",
        types = {MethInstance.class, MethClass.class, MethStatic.class},
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
final class TestCApi {
    @Constant
    static final long CHAR_MAX = Byte.MAX_VALUE;

    @Constant
    static final long CHAR_MIN = Byte.MIN_VALUE;

    @Constant
    static final long UCHAR_MAX = 0xFF;

    @Constant
    static final long SHRT_MAX = Short.MAX_VALUE;

    @Constant
    static final long SHRT_MIN = Short.MIN_VALUE;

    @Constant
    static final long USHRT_MAX = 0xFFFF;

    @Constant
    static final long INT_MAX = Integer.MAX_VALUE;

    @Constant
    static final long INT_MIN = Integer.MIN_VALUE;

    @Constant
    static final long UINT_MAX = 0xFFFF_FFFFL;

    @Constant
    static final long LONG_MAX = Long.MAX_VALUE;

    @Constant
    static final long LONG_MIN = Long.MIN_VALUE;

    @Constant
    static final long LLONG_MAX = Long.MAX_VALUE;

    @Constant
    static final long LLONG_MIN = Long.MIN_VALUE;

    @Constant
    static final long PY_SSIZE_T_MAX = Long.MAX_VALUE;

    @Constant
    static final long PY_SSIZE_T_MIN = Long.MIN_VALUE;

    @Constant
    static final long SIZEOF_TIME_T = 8;

    @Constant
    static final double DBL_MAX = Double.MAX_VALUE;

    @Constant
    static final double DBL_MIN = Double.MIN_NORMAL;

    @Constant
    static final double FLT_MAX = Float.MAX_VALUE;

    @Constant
    static final double FLT_MIN = Float.MIN_NORMAL;

    @Constant
    static final boolean LIMITED_API_AVAILABLE = false;

    @Exec
    void unsigned(ThreadState ts, PyObject module) {
        Object max = ts.newInt(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
        ts.setAttr(module, "ULONG_MAX", max);
        ts.setAttr(module, "ULLONG_MAX", max);
    }

    @Expose(signature = "(code)")
    static long run_in_subinterp(ThreadState ts, String code) {
        return TestInterpreters.runOnce(ts, InterpreterConfig.legacy(), Whence.LEGACY_CAPI, code);
    }

    /** The form that 3.12 has; {@code gil} is 0 for the default, 1 for main's lock, 2 for an own one. */
    @Expose(
            signature =
                    "(code, *, use_main_obmalloc, allow_fork, allow_exec, allow_threads, allow_daemon_threads, check_multi_interp_extensions, gil)")
    static long run_in_subinterp_with_config(
            ThreadState ts,
            String code,
            boolean use_main_obmalloc,
            boolean allow_fork,
            boolean allow_exec,
            boolean allow_threads,
            boolean allow_daemon_threads,
            boolean check_multi_interp_extensions,
            int gil) {
        InterpreterConfig config = InterpreterConfig.builder()
                .useMainObmalloc(use_main_obmalloc)
                .allowFork(allow_fork)
                .allowExec(allow_exec)
                .allowThreads(allow_threads)
                .allowDaemonThreads(allow_daemon_threads)
                .checkMultiInterpExtensions(check_multi_interp_extensions)
                .gil(InterpreterConfig.Gil.values()[gil])
                .build();
        return TestInterpreters.runOnce(ts, config, Whence.CAPI, code);
    }

    // ---- calling conventions

    @Expose(signature = "(*args)")
    static Object meth_varargs(ThreadState ts, PyObject module, Object[] args) {
        return ts.newTuple(module, ts.newTuple(args));
    }

    @Expose(signature = "(*args)")
    static Object meth_fastcall(ThreadState ts, PyObject module, Object[] args) {
        return ts.newTuple(module, ts.newTuple(args));
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object meth_varargs_keywords(ThreadState ts, PyObject module, Object[] args, @Nullable Object kwargs) {
        return kwargs == null
                ? ts.newTuple(module, ts.newTuple(args), Singleton.NONE)
                : ts.newTuple(module, ts.newTuple(args), kwargs);
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object meth_fastcall_keywords(ThreadState ts, PyObject module, Object[] args, @Nullable Object kwargs) {
        return kwargs == null
                ? ts.newTuple(module, ts.newTuple(args), Singleton.NONE)
                : ts.newTuple(module, ts.newTuple(args), kwargs);
    }

    @Expose
    static Object meth_o(ThreadState ts, PyObject module, Object arg) {
        return ts.newTuple(module, arg);
    }

    @Expose
    static Object meth_noargs(ThreadState ts, PyObject module) {
        return module;
    }

    // ---- calls

    @Expose
    static Object pyobject_fastcall(ThreadState ts, Object function, Object args) {
        return ts.callVector(function, arguments(ts, args), null);
    }

    @Expose
    static Object pyobject_fastcalldict(ThreadState ts, Object function, Object args, Object keywords) {
        return ts.callKeywords(function, arguments(ts, args), keywords == Singleton.NONE ? null : keywords);
    }

    @Expose
    static Object pyobject_vectorcall(ThreadState ts, Object function, Object args, Object names) {
        String @Nullable [] keywords = null;
        if (names != Singleton.NONE) {
            keywords = new String[ts.size(names)];
            for (int i = 0; i < keywords.length; i++) {
                keywords[i] = Str.toJavaString(ts.getItem(names, (long) i));
            }
        }
        return ts.callVector(function, arguments(ts, args), keywords);
    }

    private static Object[] arguments(ThreadState ts, Object args) {
        if (args == Singleton.NONE) {
            return new Object[0];
        }
        Object[] items = new Object[ts.size(args)];
        for (int i = 0; i < items.length; i++) {
            items[i] = ts.getItem(args, (long) i);
        }
        return items;
    }

    // ---- sequences: an index below 0 counts from the end once, whatever the object makes of it

    private static Object index(ThreadState ts, Object sequence, long i) {
        return i < 0 ? i + ts.size(sequence) : i;
    }

    @Expose
    static Object sequence_getitem(ThreadState ts, Object sequence, long i) {
        long index = (long) index(ts, sequence, i);
        if (index < 0) {
            throw ts.error("IndexError", "index out of range");
        }
        return ts.getItem(sequence, index);
    }

    @Expose
    static Object sequence_setitem(ThreadState ts, Object sequence, long i, Object value) {
        long index = (long) index(ts, sequence, i);
        if (index < 0) {
            throw ts.error("IndexError", "assignment index out of range");
        }
        ts.setItem(sequence, index, value);
        return 0L;
    }

    @Expose
    static Object sequence_delitem(ThreadState ts, Object sequence, long i) {
        long index = (long) index(ts, sequence, i);
        if (index < 0) {
            throw ts.error("IndexError", "assignment index out of range");
        }
        ts.delItem(sequence, index);
        return 0L;
    }

    @Expose
    static Object getbuffer_with_null_view(ThreadState ts, Object o) {
        throw ts.error("BufferError", "PyObject_GetBuffer: view==NULL argument is obsolete");
    }
}
