package dev.clutch.interp.object;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.object.descriptor.PyStaticMethod;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that an object itself has: its {@code __dict__}, virtual or real, and the values of {@code __slots__}. The storage in the header is null,
 * a {@link Shape} ({@link PyInstance} only), a {@link PyDict}, or {@link Extended} for other objects with slots.
 */
public final class AttributeStorage {
    private AttributeStorage() {}

    /** Slots and dict of an instance of a class that derives from a native type with storage. */
    static final class Extended {
        final @Nullable Object[] slots;

        @Nullable
        PyDict dict;

        Extended(int count) {
            slots = new Object[count];
        }
    }

    /** Returns the object's own attribute, or null. */
    public static @Nullable Object get(PyObject o, String name) {
        Object storage = TypeObject.storage(o);
        if (storage instanceof Shape s) {
            int i = s.find(name);
            return i < 0 ? null : ((PyInstance) o).value(i);
        }
        if (storage instanceof PyDict d) {
            return d.get(name);
        }
        if (storage instanceof Extended e && e.dict != null) {
            return e.dict.get(name);
        }
        return null;
    }

    /** Sets the object's own attribute; returns false when it has no dict. */
    public static boolean set(PyObject o, String name, Object value) {
        Object storage = TypeObject.storage(o);
        if (storage instanceof Shape s) {
            PyInstance instance = (PyInstance) o;
            int i = s.find(name);
            if (i < 0) {
                Shape next = s.with(name);
                if (next == null) {
                    materialise(instance, s).put(name, value);
                    return true;
                }
                i = s.start + s.names.length;
                instance.setValue(i, value);
                instance.setStorage(next);
                return true;
            }
            instance.setValue(i, value);
            return true;
        }
        PyDict d = dict(o);
        if (d == null) {
            return false;
        }
        d.put(name, value);
        return true;
    }

    /** Deletes the object's own attribute; returns false when it isn't there. */
    public static boolean delete(PyObject o, String name) {
        Object storage = TypeObject.storage(o);
        if (storage instanceof Shape s && s.find(name) < 0) {
            return false;
        }
        PyDict d = dict(o);
        return d != null && d.remove(name) != null;
    }

    /** Returns the real dict of an object, made when needed; null when its type has none. */
    public static @Nullable PyDict dict(PyObject o) {
        Object storage = TypeObject.storage(o);
        if (storage instanceof PyDict d) {
            return d;
        }
        if (storage instanceof Shape s) {
            return materialise((PyInstance) o, s);
        }
        TypeObject type = (TypeObject) o.type();
        if (!type.hasDict() || o instanceof PyStaticMethod s && s.shared) {
            return null;
        }
        if (storage instanceof Extended e) {
            if (e.dict == null) {
                e.dict = new PyDict();
            }
            return e.dict;
        }
        PyDict d = new PyDict();
        TypeObject.setStorage(o, d);
        return d;
    }

    /** Replaces the dict of an object whose type has one. */
    public static void setDict(PyObject o, PyDict dict) {
        Object storage = TypeObject.storage(o);
        if (storage instanceof Extended e) {
            e.dict = dict;
            return;
        }
        if (storage instanceof Shape s) {
            materialise((PyInstance) o, s);
        }
        TypeObject.setStorage(o, dict);
    }

    private static PyDict materialise(PyInstance o, Shape s) {
        PyDict d = new PyDict();
        for (int i = 0; i < s.names.length; i++) {
            Object v = o.value(s.start + i);
            if (v != null) {
                d.put(s.names[i], v);
            }
            o.setValue(s.start + i, null);
        }
        o.setStorage(d);
        return d;
    }

    /** Returns the value of a {@code __slots__} entry, or null. */
    public static @Nullable Object slot(PyObject o, int index) {
        if (o instanceof PyInstance i) {
            return i.value(index);
        }
        return TypeObject.storage(o) instanceof Extended e ? e.slots[index] : null;
    }

    /** Sets or, with null, clears a {@code __slots__} entry. */
    public static void setSlot(PyObject o, int index, @Nullable Object value) {
        if (o instanceof PyInstance i) {
            i.setValue(index, value);
            return;
        }
        Object storage = TypeObject.storage(o);
        if (!(storage instanceof Extended)) {
            Extended e = new Extended(((TypeObject) o.type()).slotCount);
            e.dict = storage instanceof PyDict d ? d : null;
            TypeObject.setStorage(o, e);
            storage = e;
        }
        ((Extended) storage).slots[index] = value;
    }
}
