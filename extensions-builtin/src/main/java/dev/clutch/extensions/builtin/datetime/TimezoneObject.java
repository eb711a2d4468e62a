package dev.clutch.extensions.builtin.datetime;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code datetime.timezone}: a fixed distance from UTC. */
@ExtensionType(name = "datetime.timezone", base = "tzinfo", doc = "A fixed distance from UTC.")
final class TimezoneObject extends TzInfoObject {
    private static final String[] NAMES = {"offset", "name"};

    final DeltaObject offset;
    /** A str, or null for a name made of the offset. */
    private final @Nullable Object name;

    TimezoneObject(PyType type, DeltaObject offset, @Nullable Object name) {
        super(type);
        this.offset = offset;
        this.name = name;
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(ThreadState ts, PyType cls, DatetimeModule state, Object[] args, @Nullable Object kwargs) {
        @Nullable Object[] bound = CallArguments.bind(ts, "timezone()", args, kwargs, NAMES, 1, 2, 0);
        if (!(bound[0] instanceof DeltaObject offset)) {
            throw ts.typeError("timezone() argument 1 must be datetime.timedelta, not " + typeName(ts, bound[0]));
        }
        Object name = bound[1];
        if (name != null && !ts.isStr(name)) {
            throw ts.typeError("timezone() argument 2 must be str, not " + typeName(ts, name));
        }
        return make(ts, state, offset, name);
    }

    private static String typeName(ThreadState ts, @Nullable Object o) {
        return o == null || o == Singleton.NONE ? "None" : ts.typeOf(o).displayName();
    }

    /** {@code new_timezone}. */
    static TimezoneObject make(ThreadState ts, DatetimeModule state, DeltaObject offset, @Nullable Object name) {
        if (name == null && !offset.__bool__(ts)) {
            return state.utc;
        }
        if ((offset.days == -1 && offset.seconds == 0 && offset.microseconds < 1)
                || offset.days < -1
                || offset.days >= 1) {
            throw ts.valueError("offset must be a timedelta strictly between -timedelta(hours=24) and"
                    + " timedelta(hours=24), not " + ts.reprText(offset) + ".");
        }
        return new TimezoneObject(state.timezoneType, offset, name);
    }

    @Expose
    Object __richcompare__(ThreadState ts, Slot op, Object other) {
        if ((op != Slot.EQ && op != Slot.NE) || !(other instanceof TimezoneObject t)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return DateFormats.ordered(op, offset.compare(t.offset));
    }

    @Expose
    long __hash__(ThreadState ts) {
        return offset.__hash__(ts);
    }

    @Expose
    Object __repr__(ThreadState ts, DatetimeModule state) {
        if (this == state.utc) {
            return type().displayName() + ".utc";
        }
        String text = type().displayName() + "(" + ts.reprText(offset);
        return text + (name == null ? ")" : ", " + ts.reprText(name) + ")");
    }

    @Expose
    Object __str__(ThreadState ts, DatetimeModule state) {
        if (name != null) {
            return name;
        }
        if (this == state.utc || !offset.__bool__(ts)) {
            return "UTC";
        }
        StringBuilder out = new StringBuilder("UTC");
        DateFormats.offset(ts, out, ":", offset);
        return out.toString();
    }

    private static void check(ThreadState ts, Object dt, String method) {
        if (dt != Singleton.NONE && !(dt instanceof DateTimeObject)) {
            throw ts.typeError(method + "(dt) argument must be a datetime instance or None, not "
                    + ts.typeOf(dt).displayName());
        }
    }

    @Expose(name = "tzname", signature = "(dt, /)", doc = "The name.")
    Object nameAt(ThreadState ts, DatetimeModule state, Object dt) {
        check(ts, dt, "tzname");
        return __str__(ts, state);
    }

    @Override
    @Expose(signature = "(dt, /)", doc = "The distance from UTC.")
    Object utcoffset(ThreadState ts, Object dt) {
        check(ts, dt, "utcoffset");
        return offset;
    }

    @Override
    @Expose(signature = "(dt, /)", doc = "None.")
    Object dst(ThreadState ts, Object dt) {
        check(ts, dt, "dst");
        return Singleton.NONE;
    }

    @Override
    @Expose(signature = "(dt, /)", doc = "From UTC to this zone.")
    Object fromutc(ThreadState ts, DatetimeModule state, Object dt) {
        if (!(dt instanceof DateTimeObject d)) {
            throw ts.typeError("fromutc: argument must be a datetime");
        }
        if (d.tzinfo != this) {
            throw ts.valueError("fromutc: dt.tzinfo is not self");
        }
        return d.plus(ts, state, offset, 1);
    }

    @Expose(signature = "()", doc = "Constructor arguments.")
    Object __getinitargs__(ThreadState ts) {
        return name == null ? ts.newTuple(offset) : ts.newTuple(offset, name);
    }
}
