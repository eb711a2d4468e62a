package dev.clutch.extensions.builtin.functools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code _functools}. */
@ExtensionModule(
        name = "_functools",
        doc = "Tools that operate on functions.",
        types = {Partial.class, KeyWrapper.class, CacheWrapper.class, CacheWrapper.Link.class},
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class FunctoolsModule {
    private final PyObject module;
    private @Nullable Object keywordMark;

    FunctoolsModule(ThreadState ts, PyObject module) {
        this.module = module;
    }

    /** A type of this module. */
    PyType type(ThreadState ts, String name) {
        return ts.moduleType(module, name);
    }

    /** The object that separates positional from keyword arguments in the key of a cache. */
    Object keywordMark(ThreadState ts) {
        Object mark = keywordMark;
        if (mark == null) {
            mark = ts.call(ts.builtinType("object"));
            keywordMark = mark;
        }
        return mark;
    }

    @Expose(
            signature = "(function, iterable, initial=<absent>, /)",
            doc = "Apply a function of two arguments cumulatively.")
    static Object reduce(ThreadState ts, Object function, Object iterable, @Nullable Object initial) {
        Object it;
        try {
            it = ts.iter(iterable);
        } catch (PythonException e) {
            throw ts.matches(e, "TypeError") ? ts.typeError("reduce() arg 2 must support iteration") : e;
        }
        Object result = initial;
        if (result == null) {
            result = ts.next(it);
            if (result == null) {
                throw ts.typeError("reduce() of empty iterable with no initial value");
            }
        }
        for (Object v = ts.next(it); v != null; v = ts.next(it)) {
            result = ts.call(function, result, v);
            ts.checkSignals();
        }
        return result;
    }

    @Expose(signature = "(mycmp)", doc = "Turn a comparison function into a key function.")
    Object cmp_to_key(ThreadState ts, Object mycmp) {
        return new KeyWrapper(type(ts, "KeyWrapper"), mycmp, null);
    }
}
