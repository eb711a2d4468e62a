package dev.clutch.interp.object;

import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Signature;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Call;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Calls a type: {@code __call__} of its metatype, which for {@code type} makes an instance with {@code __new__} and initialises it with {@code __init__}.
 * Answers to {@code type_call}.
 */
public final class TypeCall extends Vectorcall {
    static final TypeCall INSTANCE = new TypeCall();

    @Override
    public Object call0(PyThreadState ts, Object f) {
        TypeObject type = (TypeObject) f;
        Object init = plainInit(type);
        if (init != null) {
            PyInstance o = new PyInstance(type);
            checkInit(ts, Call.target(init).call1(ts, init, o));
            return o;
        }
        NativeTable make = plainNew(type);
        if (make == null) {
            return call(ts, f, NO_ARGS, null);
        }
        Object o = make.call0(Slot.NEW.id(), ts, type);
        if (o == null || Types.of(o) != type) {
            return initialised(ts, type, o, NO_ARGS, null);
        }
        NativeTable table = type.slot(Slot.INIT);
        if (table != null && table != TypeObject.OBJECT.slot(Slot.INIT)) {
            checkInit(ts, table.call0(Slot.INIT.id(), ts, o));
        }
        return o;
    }

    @Override
    public Object call1(PyThreadState ts, Object f, Object a) {
        TypeObject type = (TypeObject) f;
        if (type == TypeObject.TYPE) {
            return Types.of(a);
        }
        Object init = plainInit(type);
        if (init != null) {
            PyInstance o = new PyInstance(type);
            checkInit(ts, Call.target(init).call2(ts, init, o, a));
            return o;
        }
        NativeTable make = plainNew(type);
        if (make == null) {
            return call(ts, f, new Object[] {a}, null);
        }
        Object o = make.call1(Slot.NEW.id(), ts, type, a);
        if (o == null || Types.of(o) != type) {
            return initialised(ts, type, o, new Object[] {a}, null);
        }
        NativeTable table = type.slot(Slot.INIT);
        if (table != null && table != TypeObject.OBJECT.slot(Slot.INIT)) {
            checkInit(ts, table.call1(Slot.INIT.id(), ts, o, a));
        }
        return o;
    }

    @Override
    public Object call2(PyThreadState ts, Object f, Object a, Object b) {
        TypeObject type = (TypeObject) f;
        Object init = plainInit(type);
        if (init != null) {
            PyInstance o = new PyInstance(type);
            checkInit(ts, Call.target(init).call3(ts, init, o, a, b));
            return o;
        }
        NativeTable make = plainNew(type);
        if (make == null) {
            return call(ts, f, new Object[] {a, b}, null);
        }
        Object o = make.call2(Slot.NEW.id(), ts, type, a, b);
        if (o == null || Types.of(o) != type) {
            return initialised(ts, type, o, new Object[] {a, b}, null);
        }
        NativeTable table = type.slot(Slot.INIT);
        if (table != null && table != TypeObject.OBJECT.slot(Slot.INIT)) {
            checkInit(ts, table.call2(Slot.INIT.id(), ts, o, a, b));
        }
        return o;
    }

    @Override
    public Object call3(PyThreadState ts, Object f, Object a, Object b, Object c) {
        TypeObject type = (TypeObject) f;
        Object init = plainInit(type);
        if (init != null) {
            PyInstance o = new PyInstance(type);
            checkInit(ts, Call.target(init).call4(ts, init, o, a, b, c));
            return o;
        }
        NativeTable make = plainNew(type);
        if (make == null) {
            return call(ts, f, new Object[] {a, b, c}, null);
        }
        Object o = make.call3(Slot.NEW.id(), ts, type, a, b, c);
        if (o == null || Types.of(o) != type) {
            return initialised(ts, type, o, new Object[] {a, b, c}, null);
        }
        NativeTable table = type.slot(Slot.INIT);
        if (table != null && table != TypeObject.OBJECT.slot(Slot.INIT)) {
            checkInit(ts, table.call3(Slot.INIT.id(), ts, o, a, b, c));
        }
        return o;
    }

    /**
     * Returns the Python function that initialises instances of a class, if all that calling the class does is allocate a plain instance and call that function; else null.
     */
    private static @Nullable Object plainInit(TypeObject type) {
        if (type.type() != TypeObject.TYPE) {
            return null;
        }
        return type.initialiserKnown() ? type.initialiser() : findInit(type);
    }

    private static @Nullable Object findInit(TypeObject type) {
        PyFunction init = searchInit(type);
        if (type.isClass()) {
            type.setInitialiser(init);
        }
        return init;
    }

    private static @Nullable PyFunction searchInit(TypeObject type) {
        if (type.slot(Slot.NEW) != TypeObject.OBJECT.slot(Slot.NEW) || type.isAbstract() || type.finalizerSlot >= 0) {
            return null;
        }
        return type.slot(Slot.INIT) == TypeObject.PYTHON && type.lookup("__init__") instanceof PyFunction init
                ? init
                : null;
    }

    /** Returns who makes instances, where that and {@code __init__} is all there is to calling the type; else null. */
    private static @Nullable NativeTable plainNew(TypeObject type) {
        NativeTable make = type.slot(Slot.NEW);
        return make != TypeObject.OBJECT.slot(Slot.NEW)
                        && make != TypeObject.PYTHON
                        && type.finalizerSlot < 0
                        && type.type() == TypeObject.TYPE
                        && type != TypeObject.TYPE
                ? make
                : null;
    }

    @Override
    public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
        TypeObject type = (TypeObject) f;
        Object init = plainInit(type);
        if (init != null) {
            PyInstance o = new PyInstance(type);
            checkInit(ts, Call.target(init).call(ts, init, Call.prepend(o, args), names));
            return o;
        }
        TypeObject metatype = (TypeObject) type.type();
        if (metatype != TypeObject.TYPE && metatype.slot(Slot.CALL) != TypeObject.TYPE.slot(Slot.CALL)) {
            Object call = metatype.lookup("__call__");
            if (call != null) {
                return Call.specialVector(ts, call, type, args, names);
            }
        }
        return makeInstance(ts, type, args, names);
    }

    /** {@code type.__call__}. */
    static Object makeInstance(PyThreadState ts, TypeObject type, Object[] args, String @Nullable [] names) {
        if (type == TypeObject.TYPE) {
            int positional = args.length - (names == null ? 0 : names.length);
            if (positional == 1 && names == null) {
                return Types.of(args[0]);
            }
            if (positional != 3) {
                throw Errors.typeError(ts, "type() takes 1 or 3 arguments");
            }
        }
        NativeTable make = type.slot(Slot.NEW);
        if (make == null || type.disallowsInstantiation()) {
            throw Errors.typeError(ts, "cannot create '" + type.displayName() + "' instances");
        }
        // the callee may keep the array, and __init__ needs the arguments once more
        Object o = names == null
                ? make.call(Slot.NEW.id(), ts, type, args.clone(), null)
                : makeWithKeywords(ts, type, make, args, names);
        return initialised(ts, type, o, args, names);
    }

    /** The second half of {@code type_call}: what has been made is initialised by its own type. */
    private static Object initialised(
            PyThreadState ts, TypeObject type, @Nullable Object o, Object[] args, String @Nullable [] names) {
        if (o == null) {
            throw Errors.systemError(ts, type.displayName() + ".__new__ returned Java null");
        }
        TypeObject actual = Types.of(o);
        if (!actual.isSubtype(type)) {
            return o;
        }
        if (actual.finalizerSlot >= 0 && !actual.isFinalizedOnRequest() && o instanceof PyObject fresh) {
            ts.interp.finalizers().registerNew(fresh);
        }
        NativeTable init = actual.slot(Slot.INIT);
        if (init != null) {
            Object r;
            if (names != null
                    && !(o instanceof PySet)
                    && !takesKeywords(init, Slot.INIT)
                    && actual.slot(Slot.NEW) != actual.nativeBase().slot(Slot.NEW)) {
                r = init.call(Slot.INIT.id(), ts, o, positional(args, names), null);
            } else {
                r = init.call(Slot.INIT.id(), ts, o, args, names);
            }
            if (r != null) {
                checkInit(ts, r);
            }
        }
        return o;
    }

    /**
     * A constructor without keyword parameters takes no notice of keywords when a subclass has an {@code __init__} of its own, which will see them: the check that the argument
     * clinic writes is for the exact type.
     */
    public static @Nullable Object makeWithKeywords(
            PyThreadState ts, TypeObject type, NativeTable make, Object[] args, String[] names) {
        boolean drop = !takesKeywords(make, Slot.NEW)
                && type.slot(Slot.INIT) != type.nativeBase().slot(Slot.INIT);
        return drop
                ? make.call(Slot.NEW.id(), ts, type, positional(args, names), null)
                : make.call(Slot.NEW.id(), ts, type, args.clone(), names);
    }

    private static boolean takesKeywords(NativeTable table, Slot slot) {
        Signature s = table.signature(slot.id());
        return s == null || s.takesKeywords();
    }

    private static Object[] positional(Object[] args, String[] names) {
        return Arrays.copyOf(args, args.length - names.length);
    }

    private static void checkInit(PyThreadState ts, @Nullable Object result) {
        if (result != Singleton.NONE && result != null) {
            throw Errors.typeError(
                    ts,
                    "__init__() should return None, not '" + Types.of(result).name() + "'");
        }
    }
}
