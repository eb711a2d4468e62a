package dev.clutch.extensions.builtin.functools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
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
    private Object[] args;
    /** A dict. */
    private Object keywords;

    private boolean isPrinting;

    private Partial(PyType type, Object function, Object[] args, Object keywords) {
        super(type);
        this.function = function;
        this.args = args;
        this.keywords = keywords;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(
            ThreadState ts, PyType cls, PyType definingClass, Object[] args, @Nullable Object kwargs) {
        if (args.length == 0) {
            throw ts.typeError("type 'partial' takes at least one argument");
        }
        Object function = args[0];
        if (!ts.isCallable(function)) {
            throw ts.typeError("the first argument must be callable");
        }
        Object[] first = new Object[0];
        Object keywords = ts.newDict();
        // a partial of a partial becomes one
        if (function instanceof Partial p
                && p.type() == definingClass
                && (ts.dictOf(p) == null || ts.size(dictOrEmpty(ts, p)) == 0)) {
            first = p.args;
            ts.callMethod(keywords, "update", p.keywords);
            function = p.function;
        }
        Object[] all = new Object[first.length + args.length - 1];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(args, 1, all, first.length, args.length - 1);
        if (kwargs != null) {
            ts.callMethod(keywords, "update", kwargs);
        }
        return new Partial(cls, function, all, keywords);
    }

    private static Object dictOrEmpty(ThreadState ts, Object o) {
        Object d = ts.dictOf(o);
        return d == null ? ts.newTuple() : d;
    }

    @Expose(signature = "(*args, **kwargs)")
    Object __call__(ThreadState ts, Object[] more, @Nullable Object kwargs) {
        Object[] all = more;
        if (args.length > 0) {
            all = new Object[args.length + more.length];
            System.arraycopy(args, 0, all, 0, args.length);
            System.arraycopy(more, 0, all, args.length, more.length);
        }
        if (ts.size(keywords) == 0) {
            return kwargs == null ? ts.callVector(function, all, null) : ts.callKeywords(function, all, kwargs);
        }
        if (kwargs == null || ts.size(kwargs) == 0) {
            return ts.callKeywords(function, all, keywords);
        }
        Object merged = ts.callMethod(keywords, "copy");
        ts.callMethod(merged, "update", kwargs);
        return ts.callKeywords(function, all, merged);
    }

    @Getter
    Object func(ThreadState ts) {
        return function;
    }

    @Getter("args")
    Object arguments(ThreadState ts) {
        return ts.newTuple(args.clone());
    }

    @Getter
    Object keywords(ThreadState ts) {
        return keywords;
    }

    @Expose
    Object __repr__(ThreadState ts) {
        if (isPrinting) {
            return "...";
        }
        isPrinting = true;
        try {
            StringBuilder out = new StringBuilder(nameOf(ts)).append('(').append(ts.reprText(function));
            for (Object a : args) {
                out.append(", ").append(ts.reprText(a));
            }
            ts.dictForEach(keywords, (k, v) -> {
                out.append(", ").append(ts.str(k)).append('=').append(ts.reprText(v));
                return true;
            });
            return Str.of(out.append(')').toString());
        } finally {
            isPrinting = false;
        }
    }

    private String nameOf(ThreadState ts) {
        String module = ts.str(ts.getAttr(type(), "__module__")).toString();
        return module + "." + ts.str(ts.getAttr(type(), "__qualname__"));
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Object dict = ts.dictOf(this);
        Object state = ts.newTuple(
                function, ts.newTuple(args.clone()), keywords, dict == null || ts.size(dict) == 0 ? Singleton.NONE : dict);
        return ts.newTuple(type(), ts.newTuple(function), state);
    }

    @Expose
    void __setstate__(ThreadState ts, Object state) {
        if (!ts.isTuple(state)
                || ts.fastSize(state) != 4
                || !ts.isCallable(ts.fastItem(state, 0))
                || !ts.isTuple(ts.fastItem(state, 1))
                || !(ts.fastItem(state, 2) == Singleton.NONE || ts.isDict(ts.fastItem(state, 2)))) {
            throw ts.typeError("invalid partial state");
        }
        function = ts.fastItem(state, 0);
        args = ts.toArray(ts.fastItem(state, 1));
        Object k = ts.fastItem(state, 2);
        keywords = k == Singleton.NONE ? ts.newDict() : ts.call(ts.builtinType("dict"), k);
        Object d = ts.fastItem(state, 3);
        if (d != Singleton.NONE) {
            ts.setAttr(this, "__dict__", d);
        }
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(ThreadState ts, PyType cls, Object item) {
        return ts.genericAlias(cls, item);
    }
}
