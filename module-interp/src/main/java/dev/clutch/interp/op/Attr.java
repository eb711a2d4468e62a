package dev.clutch.interp.op;

import dev.clutch.extension.spi.CodePoints;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.AttributeCache;
import dev.clutch.interp.object.AttributeStorage;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyMethod;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyStrInstance;
import dev.clutch.interp.object.PyTypeType;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.descriptor.Descriptors;
import dev.clutch.interp.object.descriptor.PyMethodDescriptor;
import dev.clutch.interp.object.descriptor.UnboundAdapter;
import org.jspecify.annotations.Nullable;

/** Attribute access. Names in Java code are interned or literal strings. */
public final class Attr {
    private static final int GETATTRIBUTE = Slot.GETATTRIBUTE.id();

    private Attr() {}

    /** {@code o.name} from compiled code; the cache element belongs to the site. */
    public static Object get(PyThreadState ts, Object o, String name, PyFunction caller, int cache) {
        return AttributeCache.get(ts, o, name, caller, cache);
    }

    /** {@code o.name}. */
    public static Object get(PyThreadState ts, Object o, String name) {
        TypeObject type = Types.of(o);
        NativeTable table = type.slot(GETATTRIBUTE);
        try {
            if (table == TypeObject.OBJECT.slot(GETATTRIBUTE)) {
                Object v = genericFind(ts, o, type, name);
                if (v == null) {
                    throw Errors.attributeError(ts, o, name);
                }
                return v;
            }
            return slowGet(ts, o, table, name);
        } catch (PythonException e) {
            throw Errors.ofAttribute(e, o, name);
        }
    }

    private static Object slowGet(PyThreadState ts, Object o, @Nullable NativeTable table, String name) {
        Object v = table == null ? null : table.call1(GETATTRIBUTE, ts, o, name);
        if (v == null) {
            throw Errors.attributeError(ts, o, name);
        }
        return v;
    }

    /** {@code o.name} for a name that is any str. */
    public static Object getAny(PyThreadState ts, Object o, Object name) {
        return get(ts, o, nameText(ts, name));
    }

    /** {@code getattr(o, name)}, null where that raises AttributeError. */
    public static @Nullable Object find(PyThreadState ts, Object o, String name) {
        TypeObject type = Types.of(o);
        NativeTable table = type.slot(GETATTRIBUTE);
        try {
            if (table == TypeObject.OBJECT.slot(GETATTRIBUTE)) {
                return genericFind(ts, o, type, name);
            }
            if (o instanceof TypeObject t && table == TypeObject.TYPE.slot(GETATTRIBUTE)) {
                return PyTypeType.find(ts, t, name);
            }
            if (o instanceof PyModule m && table == PyModule.TYPE.slot(GETATTRIBUTE)) {
                return m.find(ts, name);
            }
            return table == null ? null : table.call1(GETATTRIBUTE, ts, o, name);
        } catch (PythonException e) {
            if (Errors.isAttributeError(e)) {
                return null;
            }
            throw e;
        }
    }

    /** {@code PyObject_GenericGetAttr}. */
    public static Object genericGet(PyThreadState ts, Object o, TypeObject type, Object name) {
        Object v = genericFind(ts, o, type, name);
        if (v == null) {
            throw Errors.attributeError(ts, o, nameText(ts, name));
        }
        return v;
    }

    /** {@link #genericGet}, null when there is no such attribute. */
    public static @Nullable Object genericFind(PyThreadState ts, Object o, TypeObject type, Object name) {
        String text = nameText(ts, name);
        Object found = type.lookup(text);
        if (found != null && !(found instanceof PyFunction) && Descriptors.overrides(found)) {
            return Descriptors.get(ts, found, o, type);
        }
        if (o instanceof PyObject p) {
            Object v = p instanceof TypeObject t ? t.dict().get(text) : AttributeStorage.get(p, text);
            if (v != null) {
                return v;
            }
        }
        if (found == null) {
            return null;
        }
        if (found instanceof PyFunction) {
            return new PyMethod(found, o);
        }
        return Descriptors.get(ts, found, o, type);
    }

    /**
     * Returns a callee for {@code o.name(...)} that is always called with {@code o} as first argument: the function of the type, or an adapter that drops
     * the argument. So a method call makes no bound method.
     */
    public static Object method(PyThreadState ts, Object o, String name) {
        TypeObject type = Types.of(o);
        if (type.slot(GETATTRIBUTE) == TypeObject.OBJECT.slot(GETATTRIBUTE)) {
            Object found = type.lookup(name);
            if (found instanceof PyFunction || found instanceof PyMethodDescriptor) {
                if (!(o instanceof PyObject p) || AttributeStorage.get(p, name) == null) {
                    return found;
                }
            }
        }
        return new UnboundAdapter(get(ts, o, name));
    }

    /** {@link #method} from compiled code; the cache element belongs to the site. */
    public static Object method(PyThreadState ts, Object o, String name, PyFunction caller, int cache) {
        return AttributeCache.method(ts, o, name, caller, cache);
    }

    /** {@code o.name = value} from compiled code. */
    public static void set(PyThreadState ts, Object value, Object o, String name, PyFunction caller, int cache) {
        AttributeCache.set(ts, value, o, name, caller, cache);
    }

    /** {@code o.name = value}. */
    public static void set(PyThreadState ts, Object o, String name, Object value) {
        TypeObject type = Types.of(o);
        NativeTable table = type.slot(Slot.SETATTR);
        if (table == TypeObject.OBJECT.slot(Slot.SETATTR)) {
            genericSet(ts, o, name, value);
        } else if (table != null) {
            table.call2(Slot.SETATTR.id(), ts, o, name, value);
        }
    }

    /** {@code del o.name}. */
    public static void delete(PyThreadState ts, Object o, String name) {
        NativeTable table = Types.of(o).slot(Slot.DELATTR);
        if (table != null) {
            table.call1(Slot.DELATTR.id(), ts, o, name);
        }
    }

    /** {@code PyObject_GenericSetAttr}; a null value deletes. */
    public static void genericSet(PyThreadState ts, Object o, Object name, @Nullable Object value) {
        String text = nameText(ts, name);
        TypeObject type = Types.of(o);
        Object found = type.lookup(text);
        if (found != null && !(found instanceof PyFunction) && Descriptors.isData(found)) {
            Descriptors.set(ts, found, o, value);
            return;
        }
        boolean done = o instanceof PyObject p
                && (value == null ? AttributeStorage.delete(p, text) : AttributeStorage.set(p, text, value));
        if (done) {
            return;
        }
        if (found != null && !type.hasDict()) {
            throw Errors.error(
                    ts, "AttributeError", "'" + type.displayName() + "' object attribute '" + text + "' is read-only");
        }
        throw Errors.attributeError(ts, o, text);
    }

    /** Binds what a type lookup found to an instance. */
    public static Object bind(PyThreadState ts, Object found, Object self) {
        return Descriptors.get(ts, found, self, Types.of(self));
    }

    /** Binds what a type lookup found to the type itself. */
    public static Object bindToType(PyThreadState ts, Object found, TypeObject type) {
        return Descriptors.get(ts, found, null, type);
    }

    /** {@code found.__get__(instance, owner)}. */
    public static Object descriptorGet(PyThreadState ts, Object found, @Nullable Object instance, TypeObject owner) {
        return Descriptors.get(ts, found, instance, owner);
    }

    /** Whether {@code o.__isabstractmethod__} is true ({@code _PyObject_IsAbstract}). */
    public static boolean isAbstract(PyThreadState ts, Object o) {
        Object v = find(ts, o, "__isabstractmethod__");
        return v != null && Truth.of(ts, v);
    }

    /** Returns the Java text of an attribute name, which must be a str. */
    public static String nameText(PyThreadState ts, Object name) {
        if (name instanceof String s) {
            return s;
        }
        if (name instanceof PyStrInstance s) {
            return nameText(ts, s.value);
        }
        if (name instanceof CodePoints c) {
            return c.toJavaString();
        }
        throw Errors.typeError(
                ts, "attribute name must be string, not '" + Types.of(name).name() + "'");
    }

    /** Returns the Java text of a keyword, which must be a str. */
    public static String keywordText(PyThreadState ts, Object name) {
        if (!PyStr.TYPE.isInstance(name)) {
            throw Errors.typeError(ts, "keywords must be strings");
        }
        return nameText(ts, name);
    }
}
