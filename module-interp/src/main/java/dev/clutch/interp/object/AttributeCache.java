package dev.clutch.interp.object;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.descriptor.ClassCallee;
import dev.clutch.interp.object.descriptor.Descriptors;
import dev.clutch.interp.object.descriptor.PyMemberDescriptor;
import dev.clutch.interp.object.descriptor.PyMethodDescriptor;
import dev.clutch.interp.op.Attr;
import org.jspecify.annotations.Nullable;

/**
 * What a site that reads, calls or writes an attribute has learnt: for receivers of a type, with a shape, while the type's version is the same. Entries are immutable and chained,
 * newest first; a site that has seen too many kinds of receivers asks the table of its interpreter ({@link CommonCaches}). They hang off the function, so they belong to its interpreter.
 *
 * <p>The first entry is tested in small methods that are compiled into their callers; all else is apart.
 */
public final class AttributeCache {
    private static final int MAXIMUM = 4;

    /** The site has seen too much: all of it is in {@link CommonCaches}. */
    private static final AttributeCache MEGAMORPHIC =
            new AttributeCache("", TypeObject.OBJECT, -1, null, -1, null, null, null);

    /** Stands for plain data of a class, which may be replaced without a new version: it is looked up each time. */
    private static final Object DATA = new Object();

    /** Stands for what is in the dict of an object that is no {@link PyInstance}, such as one of a subclass of dict. */
    private static final Object STORED = new Object();

    /** Index of what the dict of a {@link PyInstance} may have, once it has a real one; then the type is asked. */
    private static final int IN_DICT = -2;

    /** Index of what the type has before any dict. */
    private static final int BEFORE_DICT = -3;

    /** Index of what a class itself has. */
    private static final int OF_CLASS = -4;

    /** Index of what a class itself has whose metaclass is not {@code type}. */
    private static final int OF_CLASS_BY_META = -5;

    /** What a class has, while its metaclass has nothing under the name. */
    private record ByMeta(TypeObject meta, int version, Object value) {}

    /** Stands for {@code __class__} of {@code object}. */
    private static final Object CLASS = new Object();

    final String name;
    final TypeObject type;
    private final int version;

    /** The shape of the receiver, null when its type has no virtual dict. */
    private final @Nullable Shape shape;

    /** Index of the value in the instance; -1 when it is {@link #value}, or less for instances with a real dict. */
    private final int index;

    /** What the type has: a plain value, a function to be bound or called, or a descriptor to be asked. */
    private final @Nullable Object value;

    /** For writing an attribute that is new: the shape afterwards. */
    private final @Nullable Shape after;

    private final @Nullable AttributeCache next;

    private AttributeCache(
            String name,
            TypeObject type,
            int version,
            @Nullable Shape shape,
            int index,
            @Nullable Object value,
            @Nullable Shape after,
            @Nullable AttributeCache next) {
        this.name = name;
        this.type = type;
        this.version = version;
        this.shape = shape;
        this.index = index;
        this.value = value;
        this.after = after;
        this.next = next;
    }

    private boolean fits(PyInstance o) {
        return o.type() == type && o.storage() == shape && type.version() == version;
    }

    /** The entry of a chain, but for its first, about instances with the shape that one has. */
    private @Nullable AttributeCache other(PyThreadState ts, int kind, PyInstance o, String name) {
        if (this == MEGAMORPHIC) {
            AttributeCache c = ts.interp.inlineCaches().common.get(kind, (TypeObject) o.type(), name);
            return c != null && c.fits(o) ? c : null;
        }
        for (AttributeCache c = next; c != null; c = c.next) {
            if (c.fits(o)) {
                return c;
            }
        }
        return null;
    }

    /** The entry of a chain about instances of a type that have a real dict. */
    private static @Nullable AttributeCache inDict(
            PyThreadState ts, int kind, @Nullable Object chain, PyInstance o, String name) {
        AttributeCache c = ofType(ts, kind, chain, (TypeObject) o.type(), name);
        while (c != null && c.index != IN_DICT && c.index != BEFORE_DICT) {
            c = ofType(ts, kind, c.next, c.type, name);
        }
        return c;
    }

    /** The first entry of a chain about a type, with any shape. */
    private static @Nullable AttributeCache ofType(
            PyThreadState ts, int kind, @Nullable Object chain, TypeObject type, String name) {
        if (chain == MEGAMORPHIC) {
            AttributeCache c = ts.interp.inlineCaches().common.get(kind, type, name);
            return c != null && c.version == type.version() ? c : null;
        }
        if (chain instanceof AttributeCache first) {
            for (AttributeCache c = first; c != null; c = c.next) {
                if (c.type == type && c.version == type.version()) {
                    return c;
                }
            }
        }
        return null;
    }

    // --- reading -----------------------------------------------------------------------------------------------

    /** {@code o.name}. */
    public static Object get(PyThreadState ts, Object o, String name, PyFunction caller, int site) {
        if (o instanceof PyInstance p && caller.caches[site] instanceof AttributeCache c && c.fits(p)) {
            int i = c.index;
            if (i >= 0) {
                Object v = p.value(i);
                if (v != null) {
                    return v;
                }
            } else {
                return c.fromType(ts, p, name);
            }
        }
        return getOther(ts, o, name, caller, site);
    }

    private Object fromType(PyThreadState ts, PyInstance o, String name) {
        Object v = value;
        if (v instanceof PyFunction f) {
            return new PyMethod(f, o);
        }
        if (v == CLASS) {
            return type;
        }
        if (v == DATA) {
            Object data = type.lookup(name);
            return data != null ? data : Attr.get(ts, o, name);
        }
        try {
            return Descriptors.get(ts, java.util.Objects.requireNonNull(v), o, type);
        } catch (PythonException e) {
            throw Errors.ofAttribute(e, o, name);
        }
    }

    private static Object getOther(PyThreadState ts, Object o, String name, PyFunction caller, int site) {
        if (o instanceof PyInstance p) {
            if (p.storage() instanceof PyDict d) {
                return getInDict(ts, p, d, name, caller, site);
            }
            if (caller.caches[site] instanceof AttributeCache first) {
                AttributeCache c = first.other(ts, CommonCaches.READ, p, name);
                if (c != null) {
                    Object v = c.index >= 0 ? p.value(c.index) : c.fromType(ts, p, name);
                    if (v != null) {
                        return v;
                    }
                }
            }
            return fillGet(ts, p, name, caller, site);
        }
        if (o instanceof TypeObject t) {
            Object v = ofClass(ts, t, name, caller, site);
            if (v != null) {
                return v;
            }
        } else if (o instanceof PyModule m) {
            Object v = ModuleCache.get(ts, m, name, caller, site);
            if (v != null) {
                return v;
            }
        } else if (o instanceof PyObject p && isStored(ts, p, name, caller.caches[site])) {
            Object v = AttributeStorage.get(p, name);
            if (v != null) {
                return v;
            }
        }
        Object v = Attr.get(ts, o, name);
        if (o instanceof PyObject p && !(o instanceof TypeObject)) {
            fillStored(ts, p, name, caller, site);
        }
        return v;
    }

    private static Object getInDict(
            PyThreadState ts, PyInstance o, PyDict d, String name, PyFunction caller, int site) {
        AttributeCache c = inDict(ts, CommonCaches.READ, caller.caches[site], o, name);
        if (c == null) {
            TypeObject type = (TypeObject) o.type();
            if (type.hasPlainGet() && isSettled(type, type.lookup(name))) {
                Object found = type.lookup(name);
                boolean first = found != null && !(found instanceof PyFunction) && Descriptors.overrides(found);
                Object value = found == null ? null : kept(type, name, found);
                int index = first ? BEFORE_DICT : IN_DICT;
                add(ts, CommonCaches.READ, caller, site, entry(name, type, null, index, value, null));
            }
            return Attr.get(ts, o, name);
        }
        Object v = c.index == IN_DICT ? d.get(name) : null;
        if (v != null) {
            return v;
        }
        return c.value != null ? c.fromType(ts, o, name) : Attr.get(ts, o, name);
    }

    /** Whether the type has nothing under the name, so that only the dict of the object is asked. */
    private static boolean isStored(PyThreadState ts, PyObject o, String name, @Nullable Object chain) {
        AttributeCache c = ofType(ts, CommonCaches.READ, chain, (TypeObject) o.type(), name);
        return c != null && c.value == STORED;
    }

    private static void fillStored(PyThreadState ts, PyObject o, String name, PyFunction caller, int site) {
        TypeObject type = (TypeObject) o.type();
        if (type.isClass() && type.hasDict() && isGeneric(type, Slot.GETATTRIBUTE) && type.lookup(name) == null) {
            add(ts, CommonCaches.READ, caller, site, entry(name, type, null, -1, STORED, null));
        }
    }

    private static Object fillGet(PyThreadState ts, PyInstance o, String name, PyFunction caller, int site) {
        TypeObject type = (TypeObject) o.type();
        Object storage = o.storage();
        Object found = type.lookup(name);
        if (type.hasPlainGet() && (storage == null || storage instanceof Shape)) {
            Shape shape = (Shape) storage;
            if (found instanceof PyMemberDescriptor m && m.isSlotOf(type)) {
                add(ts, CommonCaches.READ, caller, site, entry(name, type, shape, m.index, null, null));
            } else if (isSettled(type, found)) {
                int i = shape == null || found != null && !(found instanceof PyFunction) && Descriptors.overrides(found)
                        ? -1
                        : shape.find(name);
                if (i >= 0) {
                    add(ts, CommonCaches.READ, caller, site, entry(name, type, shape, i, null, null));
                } else if (found != null) {
                    add(
                            ts,
                            CommonCaches.READ,
                            caller,
                            site,
                            entry(name, type, shape, -1, kept(type, name, found), null));
                }
            }
        }
        return Attr.get(ts, o, name);
    }

    /** Whether no {@code __getattr__} will be asked although the type has something: a property may raise AttributeError. */
    private static boolean isSettled(TypeObject type, @Nullable Object found) {
        return found == null
                || isGeneric(type, Slot.GETATTRIBUTE)
                || found instanceof PyFunction
                || TypeObject.isPlainData(found);
    }

    private static Object kept(TypeObject type, String name, Object found) {
        if (name.equals("__class__") && type.hasPlainClass()) {
            return CLASS;
        }
        return TypeObject.isPlainData(found) ? DATA : found;
    }

    /** An attribute of a class itself, when neither its metatype nor binding has a part in it. */
    private static @Nullable Object ofClass(PyThreadState ts, TypeObject t, String name, PyFunction caller, int site) {
        AttributeCache c = ofType(ts, CommonCaches.OF_CLASS, caller.caches[site], t, name);
        while (c != null && c.index != OF_CLASS && c.index != OF_CLASS_BY_META) {
            c = ofType(ts, CommonCaches.OF_CLASS, c.next, t, name);
        }
        if (c != null) {
            Object v = c.value;
            if (v instanceof ByMeta m) {
                v = t.type() == m.meta && m.meta.version() == m.version ? m.value : null;
            }
            v = v == DATA ? t.lookup(name) : v;
            if (v != null) {
                return v;
            }
        }
        TypeObject meta = (TypeObject) t.type();
        if (meta.slot(Slot.GETATTRIBUTE) != TypeObject.TYPE.slot(Slot.GETATTRIBUTE) || meta.lookup(name) != null) {
            return null;
        }
        Object found = t.lookup(name);
        if (found == null || !(found instanceof PyFunction) && Types.of(found).slot(Slot.GET) != null) {
            return null;
        }
        if (t.isClass()) {
            Object value = TypeObject.isPlainData(found) ? DATA : found;
            if (meta == TypeObject.TYPE) {
                add(ts, CommonCaches.OF_CLASS, caller, site, entry(name, t, null, OF_CLASS, value, null));
            } else {
                Object kept = new ByMeta(meta, meta.version(), value);
                add(ts, CommonCaches.OF_CLASS, caller, site, entry(name, t, null, OF_CLASS_BY_META, kept, null));
            }
        }
        return found;
    }

    // --- calling -----------------------------------------------------------------------------------------------

    /** The callee of {@code o.name(...)}, see {@link Attr#method(PyThreadState, Object, String)}. */
    public static Object method(PyThreadState ts, Object o, String name, PyFunction caller, int site) {
        if (caller.caches[site] instanceof AttributeCache c) {
            if (o instanceof PyInstance p) {
                if (c.fits(p) && c.value != null) {
                    return c.value;
                }
            } else if (c.value != null && Types.of(o) == c.type && c.version == c.type.version() && c.isOnly(o, name)) {
                return c.value;
            }
        }
        return methodOther(ts, o, name, caller, site);
    }

    /** Whether an object that is no {@link PyInstance} has nothing of its own under the name. */
    private boolean isOnly(Object o, String name) {
        return !type.hasDict() || o instanceof PyObject p && AttributeStorage.get(p, name) == null;
    }

    private static Object methodOther(PyThreadState ts, Object o, String name, PyFunction caller, int site) {
        if (o instanceof PyModule m) {
            Object callee = ModuleCache.callee(ts, m, name, caller, site);
            if (callee != null) {
                return callee;
            }
        }
        if (caller.caches[site] instanceof AttributeCache first) {
            AttributeCache c;
            if (!(o instanceof PyInstance p)) {
                c = ofType(ts, CommonCaches.CALL, first, Types.of(o), name);
                if (c != null) {
                    return c.value != null && c.isOnly(o, name) ? c.value : Attr.method(ts, o, name);
                }
            } else if (p.storage() instanceof PyDict) {
                c = inDict(ts, CommonCaches.CALL, first, p, name);
            } else {
                c = first.other(ts, CommonCaches.CALL, p, name);
            }
            if (c != null && c.value != null && (c.index == -1 || AttributeStorage.get((PyInstance) o, name) == null)) {
                return c.value;
            }
        }
        if (o instanceof TypeObject t) {
            Object callee = methodOfClass(ts, t, name, caller, site);
            if (callee != null) {
                return callee;
            }
        }
        TypeObject type = Types.of(o);
        if (o instanceof PyInstance ? type.hasPlainGet() : isGeneric(type, Slot.GETATTRIBUTE)) {
            Object found = type.lookup(name);
            ClassCallee ofClass = found == null ? null : ClassCallee.of(found, type);
            if (ofClass != null) {
                found = ofClass;
            }
            if (ofClass != null || found instanceof PyFunction || found instanceof PyMethodDescriptor) {
                if (o instanceof PyInstance p) {
                    Object storage = p.storage();
                    if (storage == null || storage instanceof Shape s && s.find(name) < 0) {
                        add(ts, CommonCaches.CALL, caller, site, entry(name, type, (Shape) storage, -1, found, null));
                    } else if (storage instanceof PyDict
                            && inDict(ts, CommonCaches.CALL, caller.caches[site], p, name) == null) {
                        add(ts, CommonCaches.CALL, caller, site, entry(name, type, null, IN_DICT, found, null));
                    }
                } else if (!type.hasDict() || type.isClass() && o instanceof PyObject && !(o instanceof TypeObject)) {
                    add(ts, CommonCaches.CALL, caller, site, entry(name, type, null, -1, found, null));
                }
            }
        }
        return Attr.method(ts, o, name);
    }

    private static @Nullable Object methodOfClass(
            PyThreadState ts, TypeObject t, String name, PyFunction caller, int site) {
        Object kept = caller.caches[site];
        if (kept instanceof ClassMethodCache c) {
            Object callee = c.callee(t);
            if (callee != null) {
                return callee;
            }
        }
        if (kept == MEGAMORPHIC) {
            return null;
        }
        ClassMethodCache made = ClassMethodCache.of(t, name);
        if (made == null) {
            return null;
        }
        caller.learn(ts, site, made);
        return made.callee(t);
    }

    // --- writing -----------------------------------------------------------------------------------------------

    /** {@code o.name = value}. */
    public static void set(PyThreadState ts, Object value, Object o, String name, PyFunction caller, int site) {
        if (o instanceof PyInstance p && caller.caches[site] instanceof AttributeCache c && c.fits(p)) {
            c.write(p, value);
        } else {
            setOther(ts, value, o, name, caller, site);
        }
    }

    private void write(PyInstance o, Object v) {
        o.setValue(index, v);
        if (after != null) {
            o.setStorage(after);
        }
    }

    private static void setOther(PyThreadState ts, Object value, Object o, String name, PyFunction caller, int site) {
        if (o instanceof PyInstance p) {
            if (p.storage() instanceof PyDict d) {
                if (inDict(ts, CommonCaches.WRITE, caller.caches[site], p, name) != null) {
                    d.put(name, value);
                    return;
                }
            } else if (caller.caches[site] instanceof AttributeCache first) {
                AttributeCache c = first.other(ts, CommonCaches.WRITE, p, name);
                if (c != null) {
                    c.write(p, value);
                    return;
                }
            }
            fillSet(ts, p, name, caller, site);
        }
        Attr.set(ts, o, name, value);
    }

    private static void fillSet(PyThreadState ts, PyInstance o, String name, PyFunction caller, int site) {
        TypeObject type = (TypeObject) o.type();
        Object storage = o.storage();
        if (!isGeneric(type, Slot.SETATTR)) {
            return;
        }
        Object found = type.lookup(name);
        if (storage instanceof PyDict) {
            if (found == null || found instanceof PyFunction || !Descriptors.isData(found)) {
                add(ts, CommonCaches.WRITE, caller, site, entry(name, type, null, IN_DICT, null, null));
            }
            return;
        }
        Shape shape = (Shape) storage;
        if (found instanceof PyMemberDescriptor m && m.isSlotOf(type)) {
            add(ts, CommonCaches.WRITE, caller, site, entry(name, type, shape, m.index, null, null));
            return;
        }
        if (shape == null || found != null && !(found instanceof PyFunction) && Descriptors.isData(found)) {
            return;
        }
        int i = shape.find(name);
        if (i >= 0) {
            add(ts, CommonCaches.WRITE, caller, site, entry(name, type, shape, i, null, null));
            return;
        }
        Shape after = shape.with(name);
        if (after != null) {
            int end = shape.start + shape.names.length;
            add(ts, CommonCaches.WRITE, caller, site, entry(name, type, shape, end, null, after));
        }
    }

    /** Returns caches that learn nothing for a site. */
    static @Nullable Object[] unused(int sites) {
        @Nullable Object[] caches = new Object[sites];
        java.util.Arrays.fill(caches, MEGAMORPHIC);
        return caches;
    }

    // --- keeping -----------------------------------------------------------------------------------------------

    private static boolean isGeneric(TypeObject type, Slot slot) {
        return type.slot(slot) == TypeObject.OBJECT.slot(slot);
    }

    private static AttributeCache entry(
            String name,
            TypeObject type,
            @Nullable Shape shape,
            int index,
            @Nullable Object value,
            @Nullable Shape after) {
        return new AttributeCache(name, type, type.version(), shape, index, value, after, null);
    }

    private static void add(PyThreadState ts, int kind, PyFunction caller, int site, AttributeCache entry) {
        AttributeCache kept = null;
        if (caller.caches[site] instanceof AttributeCache old) {
            if (old == MEGAMORPHIC) {
                ts.interp.inlineCaches().common.put(kind, entry);
                return;
            }
            kept = alive(old);
            int n = 1;
            for (AttributeCache c = kept; c != null; c = c.next) {
                if (++n > MAXIMUM) {
                    caller.learn(ts, site, MEGAMORPHIC);
                    return;
                }
            }
        }
        caller.learn(ts, site, kept == null ? entry : entry.before(kept));
    }

    private AttributeCache before(@Nullable AttributeCache rest) {
        return new AttributeCache(name, type, version, shape, index, value, after, rest);
    }

    /** Returns a chain without the entries whose type has changed. */
    private static @Nullable AttributeCache alive(@Nullable AttributeCache chain) {
        if (chain == null) {
            return null;
        }
        AttributeCache rest = alive(chain.next);
        if (chain.type.version() != chain.version) {
            return rest;
        }
        return rest == chain.next ? chain : chain.before(rest);
    }
}
