package dev.clutch.interp.object.descriptor;

import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.TypeCall;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import org.jspecify.annotations.Nullable;

/** {@code T.__new__} of a native type as Python sees it: the first argument is the class. Answers to {@code tp_new_wrapper}. */
final class NewWrapper extends NativeTable {
    private static final Member[] NONE = new Member[0];

    private final TypeObject type;
    private final NativeTable table;

    NewWrapper(TypeObject type, NativeTable table) {
        this.type = type;
        this.table = table;
    }

    @Override
    public Member[] members() {
        return NONE;
    }

    @Override
    public @Nullable Object call(
            int id, ThreadState thread, @Nullable Object self, Object[] args, String @Nullable [] names) {
        PyThreadState ts = (PyThreadState) thread;
        if (args.length == 0 || names != null && names.length == args.length) {
            throw Errors.typeError(ts, type.displayName() + ".__new__(): not enough arguments");
        }
        if (!(args[0] instanceof TypeObject cls)) {
            throw Errors.typeError(
                    ts,
                    type.displayName() + ".__new__(X): X is not a type object ("
                            + Types.of(args[0]).displayName() + ")");
        }
        if (!cls.isSubtype(type)) {
            throw Errors.typeError(
                    ts,
                    type.displayName() + ".__new__(" + cls.displayName() + "): " + cls.displayName()
                            + " is not a subtype of " + type.displayName());
        }
        TypeObject nearest = cls.nativeBase();
        if (nearest != type && nearest.slot(Slot.NEW) != type.slot(Slot.NEW)) {
            throw Errors.typeError(
                    ts,
                    type.displayName() + ".__new__(" + cls.displayName() + ") is not safe, use " + nearest.displayName()
                            + ".__new__()");
        }
        Object[] rest = new Object[args.length - 1];
        System.arraycopy(args, 1, rest, 0, rest.length);
        return names == null
                ? table.call(id, ts, cls, rest, null)
                : TypeCall.makeWithKeywords(ts, cls, table, rest, names);
    }
}
