package dev.clutch.extensions.builtin.errno;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.Errno;

/** {@code errno}. */
@ExtensionModule(
        name = "errno",
        doc = "The numbers of system errors by their symbols, and errorcode, the symbols by number.",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class ErrnoModule {
    @Exec
    void symbols(ThreadState ts, PyObject module) {
        Object codes = ts.newDict();
        ts.setAttr(module, "errorcode", codes);
        int limit = Errno.limit();
        for (int i = 1; i < limit; i++) {
            String name = Errno.name(i);
            if (!name.isEmpty()) {
                ts.setAttr(module, name.intern(), (long) i);
                ts.dictSet(codes, (long) i, name);
            }
        }
        ts.setAttr(module, "EWOULDBLOCK", (long) Errno.EWOULDBLOCK);
        ts.setAttr(module, "EDEADLOCK", (long) Errno.EDEADLK);
        ts.setAttr(module, "ENOTSUP", (long) Errno.ENOTSUP);
        // the later of two names of one number, as errnomodule.c adds them
        ts.dictSet(codes, (long) Errno.EDEADLK, "EDEADLOCK");
        ts.dictSet(codes, (long) Errno.ENOTSUP, "ENOTSUP");
    }
}
