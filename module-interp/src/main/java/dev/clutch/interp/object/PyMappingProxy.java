package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.typing.PyGenericAlias;
import dev.clutch.interp.op.Arith;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Hashing;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Sizes;
import dev.clutch.interp.op.Subscript;
import dev.clutch.interp.op.Text;

/** A read-only view of a mapping. Answers to {@code mappingproxyobject}. */
@ExtensionType(name = "mappingproxy", exported = false, mapping = true)
public final class PyMappingProxy extends PyObject {
    /** {@code types.MappingProxyType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyMappingProxyDefinition(), TypeObject.OBJECT);

    /** The mapping behind it. */
    final Object mapping;

    /** Makes a view. */
    public PyMappingProxy(Object mapping) {
        super(TYPE);
        this.mapping = mapping;
    }

    @Expose(signature = "(mapping)")
    static Object __new__(PyThreadState ts, PyType cls, Object mapping) {
        TypeObject t = Types.of(mapping);
        if (t.slot(Slot.GETITEM) == null || t.isSubtype(PyList.TYPE) || t.isSubtype(PyTuple.TYPE)) {
            throw Errors.typeError(ts, "mappingproxy() argument must be a mapping, not " + t.name());
        }
        return new PyMappingProxy(mapping);
    }

    @Expose
    long __len__(PyThreadState ts) {
        return Sizes.of(ts, mapping);
    }

    @Expose
    Object __getitem__(PyThreadState ts, Object key) {
        return Subscript.get(ts, mapping, key);
    }

    @Expose
    boolean __contains__(PyThreadState ts, Object key) {
        return Subscript.contains(ts, mapping, key);
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return Iter.iter(ts, mapping);
    }

    @Expose
    Object __reversed__(PyThreadState ts) {
        return Call.method0(ts, mapping, "__reversed__");
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return Text.concat("mappingproxy(", Text.repr(ts, mapping), ")");
    }

    @Expose
    Object __str__(PyThreadState ts) {
        return Text.str(ts, mapping);
    }

    @Expose
    long __hash__(PyThreadState ts) {
        return Hashing.hash(ts, mapping);
    }

    @Expose
    Object __richcompare__(PyThreadState ts, Slot op, Object other) {
        return Compare.rich(ts, op.id(), mapping, other instanceof PyMappingProxy p ? p.mapping : other);
    }

    @Expose
    Object __or__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.OR, mapping, other instanceof PyMappingProxy p ? p.mapping : other);
    }

    @Expose
    Object __ror__(PyThreadState ts, Object other) {
        return Arith.binary(ts, Slot.OR, other, mapping);
    }

    @Expose
    Object __ior__(PyThreadState ts, Object other) {
        throw Errors.typeError(ts, "'|=' is not supported by mappingproxy; use '|' instead");
    }

    @Expose(signature = "(key, default=None, /)", doc = "Return the value for the key, or the default.")
    Object get(PyThreadState ts, Object key, Object fallback) {
        return Call.method2(ts, mapping, "get", key, fallback);
    }

    @Expose(doc = "A set-like view of the keys.")
    Object keys(PyThreadState ts) {
        return Call.method0(ts, mapping, "keys");
    }

    @Expose(doc = "A view of the values.")
    Object values(PyThreadState ts) {
        return Call.method0(ts, mapping, "values");
    }

    @Expose(doc = "A set-like view of the items.")
    Object items(PyThreadState ts) {
        return Call.method0(ts, mapping, "items");
    }

    @Expose(doc = "A shallow copy of the mapping.")
    Object copy(PyThreadState ts) {
        return Call.method0(ts, mapping, "copy");
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS)
    static Object generic(PyThreadState ts, PyType cls, Object item) {
        return new PyGenericAlias(cls, item);
    }
}
