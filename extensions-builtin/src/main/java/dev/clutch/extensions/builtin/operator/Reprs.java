package dev.clutch.extensions.builtin.operator;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** The repr of the three callables: the call that makes them. */
final class Reprs {
    private Reprs() {}

    static Object of(ThreadState ts, PyObject self, Object[] args, @Nullable Object kwargs) {
        Object name = Str.of(self.type().displayName());
        StrBuilder out = new StrBuilder().append(name).append((Object) "(");
        if (!ts.enterRepr(self)) {
            return out.append((Object) "...)").build();
        }
        try {
            for (int i = 0; i < args.length; i++) {
                out.append((Object) (i > 0 ? ", " : "")).append(ts.repr(args[i]));
            }
            if (kwargs != null) {
                for (int p = ts.dictNext(kwargs, 0); p >= 0; p = ts.dictNext(kwargs, p + 1)) {
                    out.append((Object) ", ").append(ts.str(ts.dictKeyAt(kwargs, p)));
                    out.append((Object) "=").append(ts.repr(ts.dictValueAt(kwargs, p)));
                }
            }
            return out.append((Object) ")").build();
        } finally {
            ts.leaveRepr(self);
        }
    }
}
