package dev.clutch.extensions.builtin.multiprocessing;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extensions.builtin.posix.FileNames;
import org.jspecify.annotations.Nullable;

/** {@code _multiprocessing}: semaphores that processes share. */
@ExtensionModule(
        name = "_multiprocessing",
        doc = "What the package multiprocessing needs of the system.",
        types = SemLock.class,
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class MultiprocessingModule {
    @Exec
    void exec(ThreadState ts, PyObject module) {
        Object flags = ts.newDict();
        ts.dictSet(flags, "HAVE_SEM_OPEN", 1L);
        ts.dictSet(flags, "HAVE_SEM_TIMEDWAIT", 1L);
        ts.setAttr(module, "flags", flags);
    }

    @Expose(signature = "(name, /)", doc = "Take the name of a semaphore away.")
    static void sem_unlink(ThreadState ts, Object name) {
        String text = FileNames.of(ts, name);
        @Nullable OsException failure = null;
        ts.beginBlocking();
        try {
            ts.os().semaphores().unlink(text);
        } catch (OsException e) {
            failure = e;
        } finally {
            ts.endBlocking();
        }
        if (failure != null) {
            throw ts.osError(failure, null, null);
        }
    }
}
