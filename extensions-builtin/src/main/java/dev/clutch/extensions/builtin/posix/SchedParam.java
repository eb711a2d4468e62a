package dev.clutch.extensions.builtin.posix;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;

/** {@code posix.sched_param}: a struct sequence of one field, whose constructor takes the field itself. */
@ExtensionType(name = "posix.sched_param", base = "tuple", doc = "Scheduling parameters.")
final class SchedParam {
    @Constant("n_fields")
    static final long FIELDS = 1;

    @Constant("n_sequence_fields")
    static final long SEQUENCE_FIELDS = 1;

    @Constant("n_unnamed_fields")
    static final long UNNAMED_FIELDS = 0;

    private SchedParam() {}

    @Expose(signature = "(sched_priority)")
    static Object __new__(ThreadState ts, PyType cls, Object sched_priority) {
        return ts.newTupleOf(cls, sched_priority);
    }

    @Getter(doc = "The priority.")
    static Object sched_priority(ThreadState ts, Object self) {
        return ts.fastItem(self, 0);
    }

    @Expose
    static Object __repr__(ThreadState ts, Object self) {
        return Str.of("posix.sched_param(sched_priority=" + ts.reprText(ts.fastItem(self, 0)) + ")");
    }

    @Expose
    static Object __reduce__(ThreadState ts, Object self) {
        return ts.newTuple(ts.typeOf(self), ts.newTuple(ts.fastItem(self, 0)));
    }
}
