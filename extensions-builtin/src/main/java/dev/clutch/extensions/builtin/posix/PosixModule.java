package dev.clutch.extensions.builtin.posix;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.OsConstants;
import dev.clutch.extension.spi.os.OsDirectoryEntry;
import java.util.List;

/** {@code posix}. Working directory and environment are the interpreter's own. */
@ExtensionModule(
        name = "posix",
        doc = "The operating system; use it through os.",
        types = {DirEntry.class, ScandirIterator.class, SchedParam.class},
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class PosixModule extends ProcessFunctions {
    /** What {@code os} derives {@code supports_fd} and its like from. */
    private static final String ABILITIES = "EVENTFD FACCESSAT FCHDIR FCHMOD FCHMODAT FCHOWN FCHOWNAT FEXECVE"
            + " FDOPENDIR FPATHCONF FSTATAT FSTATVFS FTRUNCATE FUTIMENS FUTIMES FUTIMESAT LINKAT LCHOWN LSTAT"
            + " LUTIMES MEMFD_CREATE MKDIRAT MKFIFOAT MKNODAT OPENAT READLINKAT RENAMEAT SYMLINKAT UNLINKAT"
            + " UTIMENSAT ";

    @Exec
    void start(ThreadState ts, PyObject module) {
        OsConstants constants = ts.os().system().constants();
        for (String name : constants.names("posix")) {
            ts.setAttr(module, name.intern(), constants.value("posix", name));
        }
        ts.setAttr(module, "environ", environ(ts));
        ts.setAttr(module, "error", ts.exceptionType("OSError"));
        ts.setAttr(module, "confstr_names", ConfigurationNames.dict(ts, ConfigurationNames.Kind.CONFSTR));
        ts.setAttr(module, "sysconf_names", ConfigurationNames.dict(ts, ConfigurationNames.Kind.SYSCONF));
        ts.setAttr(module, "pathconf_names", ConfigurationNames.dict(ts, ConfigurationNames.Kind.PATHCONF));
        Object abilities = ts.newList();
        for (int i = 0; i < ABILITIES.length(); ) {
            int end = ABILITIES.indexOf(' ', i);
            ts.listAppend(abilities, "HAVE_" + ABILITIES.substring(i, end));
            i = end + 1;
        }
        ts.setAttr(module, "_have_functions", abilities);
        startResults(ts, module);
    }

    @Expose(signature = "(path=None)", doc = "The entries of a directory, each with what is known about it.")
    static Object scandir(ThreadState ts, PyObject module, Object path) {
        PathArgument p = PathArgument.orNone(ts, path, "scandir", "path");
        ts.audit("os.scandir", p.object);
        List<OsDirectoryEntry> entries =
                run(ts, os -> p.isFd() ? os.paths().scan(p.fd) : os.paths().scan(p.text), p.nameOrNull(), null);
        ScandirIterator iterator = new ScandirIterator(
                ts.moduleType(module, "ScandirIterator"), ts.moduleType(module, "DirEntry"), p, entries);
        if (!entries.isEmpty()) {
            ts.watch(iterator);
        }
        return iterator;
    }
}
