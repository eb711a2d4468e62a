package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/** Iterates over the code points of a str. Answers to {@code unicodeiterobject}. */
@ExtensionType(name = "str_iterator", exported = false)
public final class PyStrIterator extends PyIterator {
    /** {@code str_iterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyStrIteratorDefinition(), TypeObject.OBJECT);

    private @Nullable Object string;
    private int index;

    PyStrIterator(Object string) {
        super(TYPE);
        this.string = string;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Override
    @Expose(name = "__next__")
    public @Nullable Object next(PyThreadState ts) {
        Object s = string;
        if (s == null) {
            return null;
        }
        int at = index;
        if (at >= Str.length(s)) {
            string = null;
            return null;
        }
        index = at + 1;
        return Str.ofCodePoint(Str.at(s, at));
    }

    @Expose
    long __length_hint__(PyThreadState ts) {
        Object s = string;
        return s == null ? 0 : Str.length(s) - index;
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        Object iter = Builtins.get(ts, "iter");
        Object s = string;
        return s == null ? new PyTuple(iter, new PyTuple("")) : new PyTuple(iter, new PyTuple(s), (long) index);
    }

    @Expose
    void __setstate__(PyThreadState ts, long state) {
        Object s = string;
        if (s != null) {
            index = Math.clamp(state, 0, Str.length(s));
        }
    }
}
