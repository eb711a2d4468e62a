package dev.clutch.extensions.builtin.zzstub;
import dev.clutch.extension.spi.*;
@ExtensionModule(name = "_io", multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class IoStubModule {
    @Expose static Object stat(ThreadState ts, Object x) { throw ts.error(ts.exceptionType("OSError"), 2L, "no"); }
    @Expose static Object listdir(ThreadState ts, Object x) { throw ts.error(ts.exceptionType("OSError"), 2L, "no"); }
    @Expose static Object getcwd(ThreadState ts) { return "/"; }
}
