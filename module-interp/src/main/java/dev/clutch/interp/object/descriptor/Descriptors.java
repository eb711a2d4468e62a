package dev.clutch.interp.object.descriptor;

import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyMethod;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import org.jspecify.annotations.Nullable;

/** The descriptor protocol, with short ways for the descriptors of the core. */
public final class Descriptors {
    private static final int GET = Slot.GET.id();
    private static final int SET = Slot.SET.id();
    private static final int DELETE = Slot.DELETE.id();

    private Descriptors() {}

    /** Returns whether an attribute of a type takes precedence over the instance's ({@code PyDescr_IsData}). */
    public static boolean isData(Object found) {
        if (!(found instanceof PyObject p) || p instanceof NativeDescriptor) {
            return false;
        }
        TypeObject type = (TypeObject) p.type();
        return type.slot(SET) != null || type.slot(DELETE) != null;
    }

    /** Returns whether reading goes to an attribute of a type before the instance's own: it is data and can be read. */
    public static boolean overrides(Object found) {
        return isData(found) && ((TypeObject) ((PyObject) found).type()).slot(GET) != null;
    }

    /** {@code found.__get__(instance, owner)}, or the attribute itself when it is no descriptor. A null instance means access through the type. */
    public static Object get(PyThreadState ts, Object found, @Nullable Object instance, TypeObject owner) {
        if (!(found instanceof PyObject)) {
            return found;
        }
        if (found instanceof PyFunction) {
            return instance == null ? found : new PyMethod(found, instance);
        }
        if (found instanceof PyMethodDescriptor m) {
            if (instance == null) {
                return m;
            }
            m.check(ts, instance);
            return m.bind(instance);
        }
        if (found instanceof PyWrapperDescriptor w) {
            if (instance == null) {
                return w;
            }
            w.check(ts, instance);
            return w.bind(instance);
        }
        if (found instanceof PyGetSetDescriptor g) {
            return instance == null ? g : g.get(ts, instance);
        }
        if (found instanceof PyMemberDescriptor m) {
            return instance == null ? m : m.get(ts, instance);
        }
        NativeTable table = Types.of(found).slot(GET);
        if (table == null) {
            return found;
        }
        return getSlow(ts, table, found, instance, owner);
    }

    @SuppressWarnings("NullAway") // GET is the one slot whose arguments may be null
    private static Object getSlow(
            PyThreadState ts, NativeTable table, Object found, @Nullable Object instance, TypeObject owner) {
        Object v = table.call2(GET, ts, found, instance, owner);
        if (v == null) {
            throw Errors.systemError(ts, "__get__ of '" + Types.of(found).name() + "' returned Java null");
        }
        return v;
    }

    /** {@code found.__set__(instance, value)}, or {@code found.__delete__(instance)} for a null value. */
    public static void set(PyThreadState ts, Object found, Object instance, @Nullable Object value) {
        if (found instanceof PyMemberDescriptor m) {
            m.set(ts, instance, value);
            return;
        }
        if (found instanceof PyGetSetDescriptor g) {
            g.set(ts, instance, value);
            return;
        }
        NativeTable table = Types.of(found).slot(value == null ? DELETE : SET);
        if (table == null) {
            throw Errors.error(ts, "AttributeError", value == null ? "__delete__" : "__set__");
        }
        if (value == null) {
            table.call1(DELETE, ts, found, instance);
        } else {
            table.call2(SET, ts, found, instance, value);
        }
    }
}
