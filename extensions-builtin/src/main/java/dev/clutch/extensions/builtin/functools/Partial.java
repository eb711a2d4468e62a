package dev.clutch.extensions.builtin.functools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code functools.partial}. */
@ExtensionType(
        name = "functools.partial",
        subclassable = true,
        dict = true,
        weakReferences = true,
        doc = "A function with some arguments given already.")
final class Partial extends PyObject {
    private Object function;

    /** The arguments that come first: a tuple, and what is in it. */
    private Object args;

    private Object[] first;

    /** A dict. */
    private Object keywords;

    private Partial(PyType type, Object function, Object args, Object[] first, Object keywords) {
        super(type);
        this.function = function;
        this.args = args;
        this.first = first;
        this.keywords = keywords;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, PyType definingClass, Object[] args, @Nullable Object kwargs) {
        if (args.length == 0) {
            throw ts.typeError("type 'partial' takes at least one argument");
        }
        Object function = args[0];
        if (!ts.isCallable(function)) {
            throw ts.typeError("the first argument must be callable");
        }
        Object[] rest = Arrays.copyOfRange(args, 1, args.length);
        Object keywords = ts.newDict();
        // a partial of a partial becomes one
        if (function instanceof Partial p && p.isPlain(ts, definingClass)) {
            rest = concat(p.first, rest);
            merge(ts, keywords, p.keywords);
            function = p.function;
        }
        if (kwargs != null) {
            merge(ts, keywords, kwargs);
        }
        return new Partial(cls, function, ts.newTuple(rest.clone()), rest, keywords);
    }

    /** Whether a call does what {@code partial} does and no attributes would be lost. */
    private boolean isPlain(ThreadState ts, PyType partial) {
        if (type() != partial && ts.getAttr(type(), "__call__") != ts.getAttr(partial, "__call__")) {
            return false;
        }
        Object dict = ts.dictOf(this);
        return dict == null || ts.size(dict) == 0;
    }

    private static Object[] concat(Object[] a, Object[] b) {
        if (a.length == 0) {
            return b;
        }
        Object[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    private static void merge(ThreadState ts, Object into, Object from) {
        for (int p = ts.dictNext(from, 0); p >= 0; p = ts.dictNext(from, p + 1)) {
            ts.dictSet(into, ts.dictKeyAt(from, p), ts.dictValueAt(from, p));
        }
    }

    @Expose(signature = "(*args, **kwargs)")
    Object __call__(ThreadState ts, Object[] more, @Nullable Object kwargs) {
        // the callee may keep the array
        Object[] all = first.length == 0 ? more : more.length == 0 ? first.clone() : concat(first, more);
        if (ts.size(keywords) == 0) {
            return kwargs == null ? ts.callVector(function, all, null) : ts.callKeywords(function, all, kwargs);
        }
        if (kwargs == null || ts.size(kwargs) == 0) {
            return ts.callKeywords(function, all, keywords);
        }
        Object merged = ts.newDict();
        merge(ts, merged, keywords);
        merge(ts, merged, kwargs);
        return ts.callKeywords(function, all, merged);
    }

    @Getter(doc = "The function to be called.")
    Object func(ThreadState ts) {
        return function;
    }

    @Getter(value = "args", doc = "The arguments that come first.")
    Object arguments(ThreadState ts) {
        return args;
    }

    @Getter(doc = "The keyword arguments.")
    Object keywords(ThreadState ts) {
        return keywords;
    }

    @Expose
    Object __repr__(ThreadState ts) {
        if (!ts.enterRepr(this)) {
            return "...";
        }
        try {
            // reprs may change what is printed
            Object[] items = first;
            Object named = keywords;
            StrBuilder out = new StrBuilder();
            out.append(Str.of(type().displayName())).append((Object) "(").append(ts.repr(function));
            for (Object item : items) {
                out.append((Object) ", ").append(ts.repr(item));
            }
            for (int p = ts.dictNext(named, 0); p >= 0; p = ts.dictNext(named, p + 1)) {
                Object value = ts.dictValueAt(named, p);
                out.append((Object) ", ").append(ts.str(ts.dictKeyAt(named, p)));
                out.append((Object) "=").append(ts.repr(value));
            }
            return out.append((Object) ")").build();
        } finally {
            ts.leaveRepr(this);
        }
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Object dict = ts.dictOf(this);
        Object state =
                ts.newTuple(function, args, keywords, dict == null || ts.size(dict) == 0 ? Singleton.NONE : dict);
        return ts.newTuple(type(), ts.newTuple(function), state);
    }

    @Expose
    void __setstate__(ThreadState ts, Object state) {
        if (!ts.isTuple(state) || ts.fastSize(state) != 4) {
            throw ts.typeError("invalid partial state");
        }
        Object newFunction = ts.fastItem(state, 0);
        Object newArgs = ts.fastItem(state, 1);
        Object newKeywords = ts.fastItem(state, 2);
        Object dict = ts.fastItem(state, 3);
        if (!ts.isCallable(newFunction)
                || !ts.isTuple(newArgs)
                || (newKeywords != Singleton.NONE && !ts.isDict(newKeywords))) {
            throw ts.typeError("invalid partial state");
        }
        Object[] items = ts.toArray(newArgs);
        if (ts.typeOf(newArgs) != ts.builtinType("tuple")) {
            newArgs = ts.newTuple(items.clone());
        }
        if (newKeywords == Singleton.NONE) {
            newKeywords = ts.newDict();
        } else if (ts.typeOf(newKeywords) != ts.builtinType("dict")) {
            newKeywords = ts.call(ts.builtinType("dict"), newKeywords);
        }
        function = newFunction;
        args = newArgs;
        first = items;
        keywords = newKeywords;
        ts.setAttr(this, "__dict__", dict == Singleton.NONE ? ts.newDict() : dict);
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(ThreadState ts, PyType cls, Object item) {
        return ts.genericAlias(cls, item);
    }
}
