package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.op.Call;
import org.jspecify.annotations.Nullable;

/** {@code atexit}. The functions are the interpreter's: {@link ExitFunctions}. */
@ExtensionModule(
        name = "atexit",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED,
        doc = "Functions to call when the interpreter closes.")
public final class AtexitModule {
    @Expose(signature = "(*args, **kwargs)", doc = "Register a function and its arguments; return the function.")
    static Object register(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        if (args.length == 0) {
            throw Errors.typeError(ts, "register() takes at least 1 argument (0 given)");
        }
        if (!Call.isCallable(args[0])) {
            throw Errors.typeError(ts, "the first argument must be callable");
        }
        ts.interp.exitFunctions().add(args, kwargs);
        return args[0];
    }

    @Expose(signature = "(func, /)", doc = "Take back every registration of functions that are equal to this one.")
    static void unregister(PyThreadState ts, Object func) {
        ts.interp.exitFunctions().remove(ts, func);
    }

    @Expose(doc = "Forget all functions.")
    static Object _clear(PyThreadState ts) {
        ts.interp.exitFunctions().clear();
        return Singleton.NONE;
    }

    @Expose(doc = "Call all functions now, last registered first.")
    static Object _run_exitfuncs(PyThreadState ts) {
        ts.interp.exitFunctions().run(ts);
        return Singleton.NONE;
    }

    @Expose(doc = "Return how many functions are registered.")
    static int _ncallbacks(PyThreadState ts) {
        return ts.interp.exitFunctions().size();
    }
}
