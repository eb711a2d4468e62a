package dev.clutch.interp.object.descriptor;

import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyBuiltinFunction;
import dev.clutch.interp.object.Vectorcall;
import org.jspecify.annotations.Nullable;

/** The vectorcall of built-in functions, and the checks of what native code returns. */
public final class NativeCall extends Vectorcall {
    public static final NativeCall INSTANCE = new NativeCall();

    @Override
    public Object call0(PyThreadState ts, Object f) {
        PyBuiltinFunction b = (PyBuiltinFunction) f;
        return result(ts, b, b.table.call0(b.member.id(), ts, b.receiver));
    }

    @Override
    public Object call1(PyThreadState ts, Object f, Object a) {
        PyBuiltinFunction b = (PyBuiltinFunction) f;
        return result(ts, b, b.table.call1(b.member.id(), ts, b.receiver, a));
    }

    @Override
    public Object call2(PyThreadState ts, Object f, Object a, Object c) {
        PyBuiltinFunction b = (PyBuiltinFunction) f;
        return result(ts, b, b.table.call2(b.member.id(), ts, b.receiver, a, c));
    }

    @Override
    public Object call3(PyThreadState ts, Object f, Object a, Object c, Object d) {
        PyBuiltinFunction b = (PyBuiltinFunction) f;
        return result(ts, b, b.table.call3(b.member.id(), ts, b.receiver, a, c, d));
    }

    @Override
    public Object call4(PyThreadState ts, Object f, Object a, Object c, Object d, Object e) {
        PyBuiltinFunction b = (PyBuiltinFunction) f;
        return result(ts, b, b.table.call4(b.member.id(), ts, b.receiver, a, c, d, e));
    }

    @Override
    public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
        PyBuiltinFunction b = (PyBuiltinFunction) f;
        return result(ts, b, b.table.call(b.member.id(), ts, b.receiver, args, names));
    }

    private static Object result(PyThreadState ts, PyBuiltinFunction f, @Nullable Object value) {
        if (value != null) {
            return value;
        }
        if (f.member.id() == Slot.NEXT.id()) {
            throw Errors.stopIteration(ts, null);
        }
        throw Errors.systemError(ts, "<built-in function " + f.member.name() + "> returned Java null");
    }

    static Object result(PyThreadState ts, NativeDescriptor d, @Nullable Object value) {
        if (value != null) {
            return value;
        }
        throw Errors.systemError(
                ts, "method '" + d.member.name() + "' of '" + d.owner.displayName() + "' returned Java null");
    }

    static Object result0(PyThreadState ts, NativeDescriptor d, @Nullable Object value) {
        if (value == null && d.member.id() == Slot.NEXT.id()) {
            throw Errors.stopIteration(ts, null);
        }
        return result(ts, d, value);
    }
}
