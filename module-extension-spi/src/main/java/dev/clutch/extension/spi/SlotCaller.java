package dev.clutch.extension.spi;

import org.jspecify.annotations.Nullable;

/** Calls slots of fixed arity with an argument array: the {@code wrap_*} functions of {@code typeobject.c}. */
final class SlotCaller {
    private SlotCaller() {}

    static @Nullable Object call(
            NativeTable table,
            Slot slot,
            ThreadState ts,
            @Nullable Object self,
            Object[] args,
            String @Nullable [] names) {
        if (names != null && names.length > 0) {
            throw ts.typeError("wrapper " + slot.specialName() + "() takes no keyword arguments");
        }
        int id = slot.id();
        int arity = slot.arity();
        if (arity == 0) {
            checkExact(ts, args.length, 0);
            return table.call0(id, ts, self);
        }
        if (arity == 2) {
            return call2(table, id, ts, self, args);
        }
        if (id == SlotIds.REPEAT || id == SlotIds.IREPEAT) {
            checkUnpack(ts, args.length, 1, 1);
        } else {
            checkExact(ts, args.length, 1);
        }
        return table.call1(id, ts, self, args[0]);
    }

    @SuppressWarnings("NullAway") // the parameters of GET may be null
    private static @Nullable Object call2(
            NativeTable table, int id, ThreadState ts, @Nullable Object self, Object[] args) {
        if (id == SlotIds.POW || id == SlotIds.RPOW) {
            checkUnpack(ts, args.length, 1, 2);
            return table.call2(id, ts, self, args[0], args.length > 1 ? args[1] : Singleton.NONE);
        }
        if (id == SlotIds.GET) {
            checkUnpack(ts, args.length, 1, 2);
            Object instance = args[0] == Singleton.NONE ? null : args[0];
            Object owner = args.length < 2 || args[1] == Singleton.NONE ? null : args[1];
            if (instance == null && owner == null) {
                throw ts.typeError("__get__(None, None) is invalid");
            }
            return table.call2(id, ts, self, instance, owner);
        }
        checkUnpack(ts, args.length, 2, 2);
        return table.call2(id, ts, self, args[0], args[1]);
    }

    /** {@code check_num_args}. */
    private static void checkExact(ThreadState ts, int given, int wanted) {
        if (given != wanted) {
            throw ts.typeError("expected " + counted(wanted) + ", got " + given);
        }
    }

    /** {@code PyArg_UnpackTuple} with an empty name, whose place the message keeps. */
    private static void checkUnpack(ThreadState ts, int given, int least, int most) {
        if (given < least) {
            throw ts.typeError(" expected " + (least == most ? "" : "at least ") + counted(least) + ", got " + given);
        }
        if (given > most) {
            throw ts.typeError(" expected " + (least == most ? "" : "at most ") + counted(most) + ", got " + given);
        }
    }

    private static String counted(int n) {
        return n == 1 ? "1 argument" : n + " arguments";
    }
}
