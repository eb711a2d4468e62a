package dev.clutch.conformance;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.RuntimeInterpreter;
import dev.clutch.runtime.Whence;

/** {@code _testinternalcapi}: here so that files which import it at their top can be run. */
@ExtensionModule(name = "_testinternalcapi", multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
final class TestInternalCApi {
    /** Objects have no header for a collector. */
    @Constant
    static final long SIZEOF_PYGC_HEAD = 0;

    TestInternalCApi() {}

    @Expose(doc = "The number of Python frames on the stack.")
    static long get_recursion_depth(ThreadState ts) {
        Object frame = ts.callMethod(ts.importModule("sys"), "_getframe");
        long depth = 0;
        while (frame != Singleton.NONE) {
            depth++;
            frame = ts.getAttr(frame, "f_back");
        }
        return depth;
    }

    @Expose(
            signature = "(name, filename)",
            doc = "Forget what the process keeps of an extension module: nothing, each import makes the module anew.")
    static void clear_extension(ThreadState ts, String name, String filename) {
        if (ts.callMethod(ts.importModule("_imp"), "find_provider", Str.of(name)) == Singleton.NONE) {
            throw ts.error("ImportError", "no provider declares the extension module " + name);
        }
    }

    // ---- interpreters

    @Expose(doc = "The id that the next interpreter will have.")
    static long next_interpreter_id(ThreadState ts) {
        RuntimeInterpreter made = TestInterpreters.create(ts, InterpreterConfig.isolated(), Whence.UNKNOWN);
        made.close();
        return made.id() + 1;
    }

    @Expose(signature = "(config=None, *, whence=4)")
    static long create_interpreter(ThreadState ts, Object config, int whence) {
        return TestInterpreters.create(ts, TestInterpreters.config(ts, config), Whence.values()[whence])
                .id();
    }

    @Expose(signature = "(id)")
    static void destroy_interpreter(ThreadState ts, long id) {
        TestInterpreters.find(ts, id).close();
    }

    @Expose(signature = "(id, code, *, main=False)")
    static long exec_interpreter(ThreadState ts, long id, String code, boolean main) {
        if (main) {
            Object failure = ts.callMethod(ts.importModule("_interpreters"), "exec", id, Str.of(code));
            return failure == Singleton.NONE ? 0 : -1;
        }
        return TestInterpreters.run(TestInterpreters.find(ts, id), code);
    }

    @Expose(signature = "(code, config, *, xi=False)")
    static long run_in_subinterp_with_config(ThreadState ts, String code, Object config, boolean xi) {
        return TestInterpreters.runOnce(ts, TestInterpreters.config(ts, config), xi ? Whence.XI : Whence.CAPI, code);
    }

    // ---- cross-interpreter data: it lies in a queue

    @Expose
    static Object get_crossinterp_data(ThreadState ts, Object o) {
        Object queues = ts.importModule("_interpqueues");
        Object queue = ts.callMethodVector(queues, "create", new Object[] {1L, 0L, 3L}, null);
        Object ignored = ts.callMethodVector(queues, "put", new Object[] {queue, o, 0L}, null);
        return queue;
    }

    @Expose
    static Object restore_crossinterp_data(ThreadState ts, Object data) {
        Object queues = ts.importModule("_interpqueues");
        Object o = ts.getItem(ts.callMethod(queues, "get", data), 0L);
        Object ignored = ts.callMethod(queues, "destroy", data);
        return o;
    }
}
