package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.TypeDefinition;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFrozenSet;
import dev.clutch.interp.object.PySet;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.weak.PyWeakReference;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Iter;
import java.util.ArrayList;
import java.util.List;
import java.util.WeakHashMap;

/** {@code _abc}: abstract base classes. The registries hang off the classes, whose interpreter alone sees them; built-in types are in them weakly like all others. */
@ExtensionModule(
        name = "_abc",
        types = AbcModule.Data.class,
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class AbcModule {
    /** Changes with every registration; negative caches of an older one are void. */
    private long invalidation;

    /** What a class has: {@code _abc_data}. */
    @ExtensionType(name = "_abc._abc_data", exported = false)
    static final class Data extends PyObject {
        private final WeakHashMap<TypeObject, Boolean> registry = new WeakHashMap<>();
        private final WeakHashMap<TypeObject, Boolean> cache = new WeakHashMap<>();
        private final WeakHashMap<TypeObject, Boolean> negative = new WeakHashMap<>();
        private long negativeVersion;

        Data(PyType type) {
            super(type);
        }

        @Expose
        static Object __new__(dev.clutch.interp.PyThreadState ts, PyType cls) {
            return new Data(cls);
        }
    }

    private static Data data(PyThreadState ts, Object cls) {
        if (Attr.get(ts, cls, "_abc_impl") instanceof Data d) {
            return d;
        }
        throw Errors.typeError(ts, "_abc_impl is set to a wrong type");
    }

    @Expose(doc = "Return a number that changes with every registration.")
    long get_cache_token(PyThreadState ts) {
        return invalidation;
    }

    @Expose(doc = "Prepare a class to be an abstract base class.")
    void _abc_init(PyThreadState ts, PyObject module, Object self) {
        computeAbstractMethods(ts, self);
        Data data = new Data(ts.moduleType(module, "_abc_data"));
        data.negativeVersion = invalidation;
        Attr.set(ts, self, "_abc_impl", data);
        if (self instanceof TypeObject cls && cls.isClass()) {
            PyDict own = cls.dict();
            if (own.get("__abc_tpflags__") instanceof Long flags) {
                int kinds = (int) ((flags >> 5) & 1) * TypeDefinition.SEQUENCE
                        + (int) ((flags >> 6) & 1) * TypeDefinition.MAPPING;
                if (kinds == (TypeDefinition.SEQUENCE | TypeDefinition.MAPPING)) {
                    throw Errors.typeError(
                            ts, "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
                }
                cls.setCollectionFlags(kinds);
                Attr.delete(ts, cls, "__abc_tpflags__");
            }
        }
    }

    /** {@code compute_abstract_methods}. */
    private static void computeAbstractMethods(PyThreadState ts, Object self) {
        PySet names = new PySet();
        if (self instanceof TypeObject cls) {
            PyDict own = cls.dict();
            for (int p = own.next(0); p >= 0; p = own.next(p + 1)) {
                if (Attr.isAbstract(ts, own.valueAt(p))) {
                    names.add(ts, own.keyAt(p));
                }
            }
        }
        Object bases = Attr.get(ts, self, "__bases__");
        if (!(bases instanceof PyTuple tuple)) {
            throw Errors.typeError(ts, "__bases__ is not tuple");
        }
        for (Object base : tuple.items()) {
            Object inherited = Attr.find(ts, base, "__abstractmethods__");
            if (inherited == null) {
                continue;
            }
            for (Object name : Iter.toArray(ts, inherited)) {
                Object v = Attr.find(ts, self, Attr.nameText(ts, name));
                if (v != null && Attr.isAbstract(ts, v)) {
                    names.add(ts, name);
                }
            }
        }
        Attr.set(ts, self, "__abstractmethods__", Call.call1(ts, PyFrozenSet.TYPE, names));
    }

    @Expose(doc = "Register a class as a subclass of an abstract one.")
    Object _abc_register(PyThreadState ts, PyObject module, Object self, Object subclass) {
        if (!(subclass instanceof TypeObject sub)) {
            throw Errors.typeError(ts, "Can only register classes");
        }
        if (ts.isSubclass(sub, self)) {
            return sub;
        }
        if (ts.isSubclass(self, sub)) {
            throw Errors.error(ts, "RuntimeError", "Refusing to create an inheritance cycle");
        }
        data(ts, self).registry.put(sub, true);
        invalidation++;
        if (self instanceof TypeObject cls && sub.isClass()) {
            int kinds = cls.flags() & (TypeDefinition.SEQUENCE | TypeDefinition.MAPPING);
            if (kinds != 0) {
                sub.setCollectionFlagsDeep(ts, kinds);
            }
        }
        return sub;
    }

    @Expose(doc = "isinstance() for an abstract base class.")
    Object _abc_instancecheck(PyThreadState ts, PyObject module, Object self, Object instance) {
        Data data = data(ts, self);
        Object subclass = Attr.get(ts, instance, "__class__");
        if (subclass instanceof TypeObject s && data.cache.containsKey(s)) {
            return true;
        }
        TypeObject subtype = Types.of(instance);
        if (subtype == subclass) {
            if (data.negativeVersion == invalidation && data.negative.containsKey(subtype)) {
                return false;
            }
            return Call.method1(ts, self, "__subclasscheck__", subclass);
        }
        Object r = Call.method1(ts, self, "__subclasscheck__", subclass);
        return ts.isTrue(r) ? r : Call.method1(ts, self, "__subclasscheck__", subtype);
    }

    @Expose(doc = "issubclass() for an abstract base class.")
    boolean _abc_subclasscheck(PyThreadState ts, PyObject module, Object self, Object subclass) {
        if (!(subclass instanceof TypeObject sub)) {
            throw Errors.typeError(ts, "issubclass() arg 1 must be a class");
        }
        Data data = data(ts, self);
        if (data.cache.containsKey(sub)) {
            return true;
        }
        if (data.negativeVersion < invalidation) {
            data.negative.clear();
            data.negativeVersion = invalidation;
        } else if (data.negative.containsKey(sub)) {
            return false;
        }
        Object hook = Call.method1(ts, self, "__subclasshook__", sub);
        if (hook instanceof Boolean b) {
            (b ? data.cache : data.negative).put(sub, true);
            return b;
        }
        if (hook != Singleton.NOT_IMPLEMENTED) {
            throw Errors.error(
                    ts, "AssertionError", "__subclasshook__ must return either False, True, or NotImplemented");
        }
        if (self instanceof TypeObject cls && sub.isSubtype(cls)) {
            data.cache.put(sub, true);
            return true;
        }
        List<TypeObject> registered = new ArrayList<>(data.registry.keySet());
        for (TypeObject r : registered) {
            if (r != null && ts.isSubclass(sub, r)) {
                data.cache.put(sub, true);
                return true;
            }
        }
        Object subclasses = Call.method0(ts, self, "__subclasses__");
        for (Object s : Iter.toArray(ts, subclasses)) {
            if (ts.isSubclass(sub, s)) {
                data.cache.put(sub, true);
                return true;
            }
        }
        data.negative.put(sub, true);
        return false;
    }

    @Expose(doc = "Empty the registry of a class.")
    void _reset_registry(PyThreadState ts, PyObject module, Object self) {
        data(ts, self).registry.clear();
    }

    @Expose(doc = "Empty the caches of a class.")
    void _reset_caches(PyThreadState ts, PyObject module, Object self) {
        Data data = data(ts, self);
        data.cache.clear();
        data.negative.clear();
    }

    @Expose(doc = "Return registry, cache, negative cache and its version, for debugging.")
    Object _get_dump(PyThreadState ts, PyObject module, Object self) {
        Data data = data(ts, self);
        return new PyTuple(
                references(ts, data.registry),
                references(ts, data.cache),
                references(ts, data.negative),
                data.negativeVersion);
    }

    private static Object references(PyThreadState ts, WeakHashMap<TypeObject, Boolean> types) {
        PySet set = new PySet();
        for (TypeObject t : types.keySet()) {
            set.add(ts, PyWeakReference.of(ts, PyWeakReference.TYPE, t, null));
        }
        return set;
    }
}
