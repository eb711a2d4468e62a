package dev.clutch.interp.object;

import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.descriptor.PyWrapperDescriptor;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import org.jspecify.annotations.Nullable;

/**
 * The slots of classes: each calls the method that the MRO has under the slot's special name. Answers to the {@code slot_*} functions of {@code typeobject.c}.
 * Without state, shared by all classes.
 */
final class PythonSlots extends NativeTable {
    private static final Member[] NONE = new Member[0];

    @Override
    public Member[] members() {
        return NONE;
    }

    private static Object function(ThreadState ts, int id, Object self) {
        Object f = Types.of(self).slotMethod(id);
        if (f == null) {
            throw Errors.attributeError((PyThreadState) ts, self, Slots.name(id));
        }
        return f;
    }

    @Override
    public @Nullable Object call0(int id, ThreadState thread, @Nullable Object self) {
        PyThreadState ts = (PyThreadState) thread;
        if (self == null) {
            throw new IllegalArgumentException("slot without self");
        }
        if (id == Slot.NEXT.id()) {
            try {
                return Call.special0(ts, function(ts, id, self), self);
            } catch (PythonException e) {
                if (Errors.isStopIterationWithoutValue(e)) {
                    return null;
                }
                throw e;
            }
        }
        Object f = function(ts, id, self);
        if (f == Singleton.NONE && id == Slot.ITER.id()) {
            throw Errors.typeError(ts, "'" + Types.of(self).name() + "' object is not iterable");
        }
        return SlotResults.check0(ts, id, self, Call.special0(ts, f, self));
    }

    @Override
    public @Nullable Object call1(int id, ThreadState thread, @Nullable Object self, Object a) {
        PyThreadState ts = (PyThreadState) thread;
        if (self == null) {
            throw new IllegalArgumentException("slot without self");
        }
        if (id == Slot.GETATTRIBUTE.id()) {
            return getAttribute(ts, self, a);
        }
        Object f = function(ts, id, self);
        if (id >= Slot.LT.id()
                && id <= Slot.GE.id()
                && f != Singleton.NONE
                && !(f instanceof PyFunction)
                && !(f instanceof PyWrapperDescriptor)) {
            return compare(ts, f, self, a);
        }
        if (f == Singleton.NONE && id >= Slot.LT.id()) {
            return missing(ts, id, self, a);
        }
        return Call.special1(ts, f, self, a);
    }

    /** {@code slot_tp_richcompare}: a method that cannot be bound is none. */
    private static Object compare(PyThreadState ts, Object f, Object self, Object other) {
        Object bound;
        try {
            bound = Attr.descriptorGet(ts, f, self, Types.of(self));
        } catch (PythonException e) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return Call.call1(ts, bound, other);
    }

    private static Object missing(PyThreadState ts, int id, Object self, Object other) {
        if (id == Slot.CONTAINS.id()) {
            throw Errors.typeError(ts, "'" + Types.of(self).name() + "' object is not a container");
        }
        if (id >= Slot.LT.id() && id <= Slot.ROR.id()) {
            // a special method set to None blocks the reflected attempt: calling None raises, as in CPython
            return Call.call1(ts, Singleton.NONE, other);
        }
        throw Errors.typeError(ts, "'NoneType' object is not callable");
    }

    /** {@code slot_tp_getattr_hook}. */
    private static Object getAttribute(PyThreadState ts, Object self, Object name) {
        TypeObject type = Types.of(self);
        Object hook = type.lookup("__getattr__");
        Object get = type.lookup("__getattribute__");
        boolean generic = get instanceof PyWrapperDescriptor d && d.isGenericGetAttribute();
        if (hook == null) {
            return generic || get == null ? Attr.genericGet(ts, self, type, name) : Call.special1(ts, get, self, name);
        }
        if (generic || get == null) {
            Object v;
            try {
                v = Attr.genericFind(ts, self, type, name);
            } catch (PythonException e) {
                if (!Errors.isAttributeError(e)) {
                    throw e;
                }
                v = null;
            }
            return v != null ? v : Call.special1(ts, hook, self, name);
        }
        try {
            return Call.special1(ts, get, self, name);
        } catch (PythonException e) {
            if (!Errors.isAttributeError(e)) {
                throw e;
            }
            return Call.special1(ts, hook, self, name);
        }
    }

    @Override
    public @Nullable Object call2(int id, ThreadState thread, @Nullable Object self, Object a, Object b) {
        PyThreadState ts = (PyThreadState) thread;
        if (self == null) {
            throw new IllegalArgumentException("slot without self");
        }
        if (id == Slot.POW.id() && b == Singleton.NONE) {
            return Call.special1(ts, function(ts, id, self), self, a);
        }
        if (id == Slot.RPOW.id() && b == Singleton.NONE) {
            return Call.special1(ts, function(ts, id, self), self, a);
        }
        if (id == Slot.GET.id()) {
            return Call.special2(
                    ts, function(ts, id, self), self, a == null ? Singleton.NONE : a, b == null ? Singleton.NONE : b);
        }
        return Call.special2(ts, function(ts, id, self), self, a, b);
    }

    @Override
    public @Nullable Object call(
            int id, ThreadState thread, @Nullable Object self, Object[] args, String @Nullable [] names) {
        PyThreadState ts = (PyThreadState) thread;
        if (self == null) {
            throw new IllegalArgumentException("slot without self");
        }
        if (id == Slot.NEW.id()) {
            TypeObject type = (TypeObject) self;
            Object f = type.lookup("__new__");
            if (f == null) {
                throw Errors.typeError(ts, "cannot create '" + type.displayName() + "' instances");
            }
            Object bound = Attr.bindToType(ts, f, type);
            return Call.vector(ts, bound, Call.prepend(self, args), names);
        }
        return Call.specialVector(ts, function(ts, id, self), self, args, names);
    }
}
