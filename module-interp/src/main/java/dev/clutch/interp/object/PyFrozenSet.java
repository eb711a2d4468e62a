package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.typing.PyGenericAlias;
import dev.clutch.interp.op.Hashing;
import org.jspecify.annotations.Nullable;

/** {@code frozenset}. Of the exact type it is shared by interpreters when its elements are. */
@ExtensionType(
        name = "frozenset",
        subclassable = true,
        weakReferences = true,
        doc = "A set that does not change and can be hashed.")
public final class PyFrozenSet extends SetBase {
    /** {@code frozenset}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyFrozenSetDefinition(), TypeObject.OBJECT);

    /** Makes a set that owns the elements, the keys of a dict. */
    public PyFrozenSet(PyDict elements) {
        this(TYPE, elements);
    }

    private PyFrozenSet(TypeObject type, PyDict elements) {
        super(type, elements);
    }

    /** The elements as keys of a dict, which is not to be written. */
    public PyDict keys() {
        return elements;
    }

    @Override
    SetBase make(PyDict all) {
        return new PyFrozenSet(all);
    }

    @Expose(signature = "(iterable=<absent>, /)")
    static Object __new__(PyThreadState ts, PyType cls, @Nullable Object iterable) {
        if (cls == TYPE && iterable instanceof PyFrozenSet f && f.type() == TYPE) {
            return f;
        }
        PyDict all = iterable == null ? PyDict.ofKeys() : newElements(ts, iterable);
        return new PyFrozenSet((TypeObject) cls, all);
    }

    @Expose
    Object copy(PyThreadState ts) {
        return type() == TYPE ? this : make(elements);
    }

    /** The hash once it was asked for, -1 before; every thread computes the same. */
    private long hash = -1;

    /** {@code frozenset_hash}: does not depend on the order. */
    @Expose
    long __hash__(PyThreadState ts) {
        long known = hash;
        if (known != -1) {
            return known;
        }
        long h = 0;
        for (int p = elements.next(0); p >= 0; p = elements.next(p + 1)) {
            long k = Hashing.hash(ts, elements.keyAt(p));
            h ^= (k ^ 89869747L ^ (k << 16)) * 3644798167L;
        }
        h ^= (elements.size() + 1L) * 1927868237L;
        h ^= (h >>> 11) ^ (h >>> 25);
        h = h * 69069L + 907133923L;
        h = h == -1 ? 590923713L : h;
        hash = h;
        return h;
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(PyThreadState ts, PyType cls, Object item) {
        return new PyGenericAlias(cls, item);
    }
}
