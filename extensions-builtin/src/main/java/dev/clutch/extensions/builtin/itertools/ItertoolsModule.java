package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;

/** {@code itertools}. */
@ExtensionModule(
        name = "itertools",
        doc = "Building blocks for iterators.",
        types = {
            Accumulate.class,
            Batched.class,
            Chain.class,
            Combinations.class,
            CombinationsWithReplacement.class,
            Compress.class,
            Count.class,
            Cycle.class,
            DropWhile.class,
            FilterFalse.class,
            GroupBy.class,
            GroupBy.Group.class,
            ISlice.class,
            Pairwise.class,
            Permutations.class,
            Product.class,
            Repeat.class,
            StarMap.class,
            TakeWhile.class,
            Tee.class,
            TeeData.class,
            ZipLongest.class
        },
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class ItertoolsModule {
    private final PyObject module;

    ItertoolsModule(ThreadState ts, PyObject module) {
        this.module = module;
    }

    /** A type of this module. */
    PyType type(ThreadState ts, String name) {
        return ts.moduleType(module, name);
    }

    /** A chain of iterables. */
    Object chain(ThreadState ts, Object... iterables) {
        return new Chain(type(ts, "chain"), ts.iter(ts.newTuple(iterables)));
    }

    @Expose(signature = "(iterable, n=2, /)", doc = "Make n iterators over the same items.")
    Object tee(ThreadState ts, Object iterable, Object n) {
        long count = Support.size(ts, n);
        if (count < 0) {
            throw ts.valueError("n must be >= 0");
        }
        if (count > Integer.MAX_VALUE - 8) {
            throw ts.error(ts.exceptionType("MemoryError"));
        }
        if (count == 0) {
            return ts.newTuple();
        }
        Object[] result = new Object[(int) count];
        Object it = ts.iter(iterable);
        Object copy = ts.findAttr(it, "__copy__");
        if (copy == null) {
            it = Tee.of(ts, this, it);
            copy = ts.getAttr(it, "__copy__");
        }
        result[0] = it;
        for (int i = 1; i < result.length; i++) {
            result[i] = ts.call(copy);
        }
        return ts.newTuple(result);
    }
}
