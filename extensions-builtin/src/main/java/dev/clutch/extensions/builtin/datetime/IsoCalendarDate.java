package dev.clutch.extensions.builtin.datetime;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;

/** {@code datetime.IsoCalendarDate}: a tuple of ISO year, week and weekday. */
@ExtensionType(
        name = "datetime.IsoCalendarDate",
        base = "tuple",
        exported = false,
        doc = "ISO year, week and weekday of a date.")
final class IsoCalendarDate {
    private IsoCalendarDate() {}

    static Object make(ThreadState ts, PyType type, long year, long week, long weekday) {
        return ts.newTupleOf(type, year, week, weekday);
    }

    @Expose(signature = "(year, week, weekday)")
    static Object __new__(ThreadState ts, PyType cls, long year, long week, long weekday) {
        return make(ts, cls, year, week, weekday);
    }

    @Expose
    static Object __repr__(ThreadState ts, Object self) {
        return ts.typeOf(self).displayName() + "(year=" + ts.fastItem(self, 0) + ", week=" + ts.fastItem(self, 1)
                + ", weekday=" + ts.fastItem(self, 2) + ")";
    }

    @Expose(signature = "()", doc = "A plain tuple.")
    static Object __reduce__(ThreadState ts, Object self) {
        return ts.newTuple(
                ts.builtinType("tuple"),
                ts.newTuple(ts.newTuple(ts.fastItem(self, 0), ts.fastItem(self, 1), ts.fastItem(self, 2))));
    }

    @Getter
    static Object year(ThreadState ts, Object self) {
        return ts.fastItem(self, 0);
    }

    @Getter
    static Object week(ThreadState ts, Object self) {
        return ts.fastItem(self, 1);
    }

    @Getter
    static Object weekday(ThreadState ts, Object self) {
        return ts.fastItem(self, 2);
    }
}
