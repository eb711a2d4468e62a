package dev.clutch.interp.object;

import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.descriptor.PyGetSetDescriptor;
import dev.clutch.interp.object.descriptor.PyStaticMethod;
import org.jspecify.annotations.Nullable;

/** The {@code __dict__} and {@code __weakref__} attributes of instances ({@code subtype_getsets_full}). Without state, shared by all types. */
public final class InstanceAttributes extends NativeTable {
    private static final InstanceAttributes INSTANCE = new InstanceAttributes();
    private static final Member[] NONE = new Member[0];
    private static final Member DICT = new Member(Member.Kind.GETTER, "__dict__", 0, true, null);
    private static final Member WEAK_REFERENCE = new Member(Member.Kind.GETTER, "__weakref__", 1, false, null);

    private InstanceAttributes() {}

    /** Makes the {@code __dict__} descriptor of a type. */
    public static PyGetSetDescriptor dict(TypeObject owner) {
        return new PyGetSetDescriptor(owner, INSTANCE, DICT);
    }

    /** {@code o.__dict__[name] = value} where the dict need not be made for it; false, and nothing is done, elsewhere. */
    public static boolean setInDict(Object o, String name, Object value) {
        if (!(o instanceof PyInstance p) || !(p.storage() instanceof Shape)) {
            return false;
        }
        TypeObject type = (TypeObject) p.type();
        return type.slot(Slot.GETATTRIBUTE) == TypeObject.OBJECT.slot(Slot.GETATTRIBUTE)
                && type.lookup("__dict__") instanceof PyGetSetDescriptor g
                && g.isOf(DICT)
                && AttributeStorage.set(p, name, value);
    }

    /** Makes the {@code __weakref__} descriptor of a type. */
    static PyGetSetDescriptor weakReference(TypeObject owner) {
        return new PyGetSetDescriptor(owner, INSTANCE, WEAK_REFERENCE);
    }

    @Override
    public Member[] members() {
        return NONE;
    }

    @Override
    public @Nullable Object call(
            int id, ThreadState ts, @Nullable Object self, Object[] args, String @Nullable [] names) {
        throw new IllegalArgumentException("no member " + id);
    }

    @Override
    public @Nullable Object get(int id, ThreadState thread, Object self) {
        PyThreadState ts = (PyThreadState) thread;
        if (id == DICT.id()) {
            if (self instanceof TypeObject t) {
                return new PyMappingProxy(t.dict());
            }
            return self instanceof PyObject o ? AttributeStorage.dict(o) : null;
        }
        Object reference = ts.interp.weakReferences().first(self);
        return reference == null ? Singleton.NONE : reference;
    }

    @Override
    public void set(int id, ThreadState thread, Object self, @Nullable Object value) {
        PyThreadState ts = (PyThreadState) thread;
        if (self instanceof TypeObject) {
            throw Errors.error(ts, "AttributeError", "attribute '__dict__' of 'type' objects is not writable");
        }
        if (self instanceof PyModule) {
            throw Errors.error(ts, "AttributeError", "readonly attribute");
        }
        if (!(self instanceof PyObject o)
                || !((TypeObject) o.type()).hasDict()
                || self instanceof PyStaticMethod s && s.shared) {
            throw Errors.attributeError(ts, self, "__dict__");
        }
        if (value == null && ((TypeObject) o.type()).nativeBase().hasDict()) {
            throw Errors.typeError(ts, "cannot delete __dict__");
        }
        if (value != null && !(value instanceof PyDict)) {
            throw Errors.typeError(
                    ts,
                    "__dict__ must be set to a dictionary, not a '"
                            + Types.of(value).name() + "'");
        }
        AttributeStorage.setDict(o, value == null ? new PyDict() : (PyDict) value);
    }
}
