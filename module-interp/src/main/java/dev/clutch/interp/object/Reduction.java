package dev.clutch.interp.object;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.memory.PyMemoryView;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Truth;

/** The default pickling of objects. Answers to {@code object___reduce_ex__} and its parts. */
final class Reduction {
    private Reduction() {}

    static Object reduce(PyThreadState ts, Object self, int protocol) {
        Object copyreg = ts.importModule("copyreg");
        if (protocol < 2) {
            return Call.method2(ts, copyreg, "_reduce_ex", self, (long) protocol);
        }
        return reduceNew(ts, self, copyreg);
    }

    /** {@code reduce_newobj}. */
    private static Object reduceNew(PyThreadState ts, Object self, Object copyreg) {
        TypeObject cls = Types.of(self);
        if (cls.slot(Slot.NEW) == null || cls.disallowsInstantiation()) {
            throw Errors.typeError(ts, "cannot pickle '" + cls.displayName() + "' object");
        }
        Object args = null;
        Object kwargs = null;
        Object ex = cls.lookup("__getnewargs_ex__");
        Object plain = ex == null ? cls.lookup("__getnewargs__") : null;
        if (ex != null) {
            Object pair = Call.special0(ts, ex, self);
            if (!(pair instanceof PyTuple t)) {
                throw Errors.typeError(
                        ts,
                        "__getnewargs_ex__ should return a tuple, not '"
                                + Types.of(pair).name() + "'");
            }
            if (t.size() != 2) {
                throw Errors.valueError(ts, "__getnewargs_ex__ should return a tuple of length 2, not " + t.size());
            }
            if (!(t.get(0) instanceof PyTuple)) {
                throw Errors.typeError(
                        ts,
                        "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '"
                                + Types.of(t.get(0)).name() + "'");
            }
            if (!(t.get(1) instanceof PyDict)) {
                throw Errors.typeError(
                        ts,
                        "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '"
                                + Types.of(t.get(1)).name() + "'");
            }
            args = t.get(0);
            kwargs = t.get(1);
        } else if (plain != null) {
            args = Call.special0(ts, plain, self);
            if (!(args instanceof PyTuple)) {
                throw Errors.typeError(
                        ts,
                        "__getnewargs__ should return a tuple, not '"
                                + Types.of(args).name() + "'");
            }
        }
        boolean hasArgs = args != null;
        Object constructor;
        Object constructorArgs;
        if (kwargs instanceof PyDict d && d.size() > 0) {
            constructor = Attr.get(ts, copyreg, "__newobj_ex__");
            constructorArgs = new PyTuple(cls, args == null ? PyTuple.EMPTY : args, kwargs);
        } else {
            constructor = Attr.get(ts, copyreg, "__newobj__");
            Object[] items = args instanceof PyTuple t ? t.items() : new Object[0];
            constructorArgs = new PyTuple(Call.prepend(cls, items));
        }
        Object state = state(ts, self, hasArgs || self instanceof PyList || self instanceof PyDict);
        Object list = self instanceof PyList ? Iter.iter(ts, self) : Singleton.NONE;
        Object dict = self instanceof PyDict ? Iter.iter(ts, Call.method0(ts, self, "items")) : Singleton.NONE;
        return new PyTuple(constructor, constructorArgs, state, list, dict);
    }

    /** {@code object_getstate}: asks {@code __getstate__} of the object. */
    private static Object state(PyThreadState ts, Object self, boolean required) {
        TypeObject type = Types.of(self);
        boolean inherited = type.lookup("__getstate__") == TypeObject.OBJECT.lookup("__getstate__");
        if (inherited
                && type.slot(Slot.GETATTRIBUTE) == TypeObject.OBJECT.slot(Slot.GETATTRIBUTE)
                && !(self instanceof PyObject o && AttributeStorage.get(o, "__getstate__") != null)) {
            return defaultState(ts, self, !required);
        }
        Object method = Attr.get(ts, self, "__getstate__");
        return inherited
                        && method instanceof PyBuiltinFunction f
                        && f.self == self
                        && f.member.name().equals("__getstate__")
                ? defaultState(ts, self, !required)
                : Call.call0(ts, method);
    }

    static Object getState(PyThreadState ts, Object self) {
        return defaultState(ts, self, false);
    }

    /** {@code object_getstate_default}. */
    private static Object defaultState(PyThreadState ts, Object self, boolean required) {
        TypeObject type = Types.of(self);
        if (required && hasUnknownStorage(type)) {
            // a memoryview has items of its own, and CPython looks at those first
            throw Errors.typeError(
                    ts,
                    self instanceof PyMemoryView
                            ? "cannot pickle memoryview objects"
                            : "cannot pickle '" + type.displayName() + "' object");
        }
        Object state = Singleton.NONE;
        Object dict = Attr.find(ts, self, "__dict__");
        if (dict instanceof PyDict d) {
            state = d.size() == 0 ? Singleton.NONE : d;
        }
        Object names = slotNames(ts, type);
        if (names == Singleton.NONE || names instanceof PyList l && l.size() == 0) {
            return state;
        }
        PyDict slots = new PyDict();
        for (Object name : Iter.toArray(ts, names)) {
            Object v = Attr.find(ts, self, Attr.nameText(ts, name));
            if (v != null) {
                slots.put(ts, name, v);
            }
        }
        return Truth.of(ts, slots) ? new PyTuple(state, slots) : state;
    }

    /** {@code _PyType_GetSlotNames}: what {@code copyreg} has left in the class, or now does. */
    private static Object slotNames(PyThreadState ts, TypeObject type) {
        Object kept = type.dict().get("__slotnames__");
        Object names = kept != null ? kept : Call.method1(ts, ts.importModule("copyreg"), "_slotnames", type);
        if (names == Singleton.NONE || names instanceof PyList) {
            return names;
        }
        throw Errors.typeError(
                ts,
                (kept != null ? type.name() + ".__slotnames__ should be" : "copyreg._slotnames didn't return")
                        + " a list or None"
                        + (kept != null ? ", not " + Types.of(names).name() : ""));
    }

    /** Whether instances keep state that neither {@code __dict__} nor {@code __slots__} shows ({@code itemsize} and {@code basicsize} checks). */
    private static boolean hasUnknownStorage(TypeObject type) {
        TypeObject base = type.nativeBase();
        return base.solid != TypeObject.OBJECT && !base.isSubtype(PyBaseException.TYPE);
    }
}
