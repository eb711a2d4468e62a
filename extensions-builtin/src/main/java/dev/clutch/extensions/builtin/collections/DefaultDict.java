package dev.clutch.extensions.builtin.collections;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code collections.defaultdict}: the payload is the factory, null for None. */
@ExtensionType(
        name = "collections.defaultdict",
        base = "dict",
        subclassable = true,
        payload = true,
        doc = "A dict that makes the value of a missing key by calling a factory.")
final class DefaultDict {
    private DefaultDict() {}

    private static Object factory(ThreadState ts, PyType definingClass, Object self) {
        Object f = ts.payload(definingClass, self);
        return f == null ? Singleton.NONE : f;
    }

    @Expose(signature = "(*args, **kwargs)")
    static void __init__(ThreadState ts, Object self, PyType definingClass, Object[] args, @Nullable Object kwargs) {
        Object made = null;
        Object[] rest = args;
        if (args.length > 0) {
            made = args[0];
            if (made != Singleton.NONE && !ts.isCallable(made)) {
                throw ts.typeError("first argument must be callable or None");
            }
            rest = Arrays.copyOfRange(args, 1, args.length);
        }
        ts.setPayload(definingClass, self, made);
        Object[] all = new Object[rest.length + 1];
        all[0] = self;
        System.arraycopy(rest, 0, all, 1, rest.length);
        ts.callKeywords(ts.getAttr(ts.builtinType("dict"), "__init__"), all, kwargs);
    }

    @Expose(doc = "Make the value of a missing key and store it.")
    static Object __missing__(ThreadState ts, Object self, PyType definingClass, Object key) {
        Object factory = factory(ts, definingClass, self);
        if (factory == Singleton.NONE) {
            throw keyError(ts, key);
        }
        Object value = ts.call(factory);
        ts.setItem(self, key, value);
        return value;
    }

    private static PythonException keyError(ThreadState ts, Object key) {
        return ts.error(ts.exceptionType("KeyError"), key);
    }

    @Getter(value = "default_factory", doc = "Called for a missing key, or None.")
    static Object defaultFactory(ThreadState ts, Object self, PyType definingClass) {
        return factory(ts, definingClass, self);
    }

    @Setter("default_factory")
    static void setDefaultFactory(ThreadState ts, Object self, PyType definingClass, @Nullable Object value) {
        ts.setPayload(definingClass, self, value);
    }

    @Expose(doc = "Return a shallow copy.")
    static Object copy(ThreadState ts, Object self, PyType definingClass) {
        return ts.call(ts.typeOf(self), factory(ts, definingClass, self), self);
    }

    @Expose(doc = "Return a shallow copy.")
    static Object __copy__(ThreadState ts, Object self, PyType definingClass) {
        return copy(ts, self, definingClass);
    }

    @Expose
    static Object __reduce__(ThreadState ts, Object self, PyType definingClass) {
        Object factory = factory(ts, definingClass, self);
        Object args = factory == Singleton.NONE ? ts.newTuple() : ts.newTuple(factory);
        Object items = ts.iter(ts.callMethod(self, "items"));
        return ts.newTuple(ts.typeOf(self), args, Singleton.NONE, Singleton.NONE, items);
    }

    @Expose
    static Object __or__(ThreadState ts, Object self, PyType definingClass, Object other) {
        return ts.isDict(other) ? merged(ts, definingClass, self, self, other) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    static Object __ror__(ThreadState ts, Object self, PyType definingClass, Object other) {
        return ts.isDict(other) ? merged(ts, definingClass, self, other, self) : Singleton.NOT_IMPLEMENTED;
    }

    /** A new one with the factory of {@code self}, first filled with {@code left}. */
    private static Object merged(ThreadState ts, PyType definingClass, Object self, Object left, Object right) {
        Object made = ts.call(ts.typeOf(self), factory(ts, definingClass, self), left);
        ts.callMethod(made, "update", right);
        return made;
    }

    @Expose
    static Object __repr__(ThreadState ts, Object self, PyType definingClass) {
        StrBuilder out = new StrBuilder();
        Object dict = ts.call(ts.getAttr(ts.builtinType("dict"), "__repr__"), self);
        Object factory = factory(ts, definingClass, self);
        out.append(Str.of(ts.typeOf(self).name())).append((Object) "(");
        if (ts.payload(definingClass, self) == null) {
            out.append((Object) "None");
        } else if (!ts.enterRepr(factory)) {
            out.append((Object) "...");
        } else {
            try {
                out.append(ts.repr(factory));
            } finally {
                ts.leaveRepr(factory);
            }
        }
        return out.append((Object) ", ").append(dict).append((Object) ")").build();
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(ThreadState ts, PyType cls, Object item) {
        return ts.genericAlias(cls, item);
    }
}
