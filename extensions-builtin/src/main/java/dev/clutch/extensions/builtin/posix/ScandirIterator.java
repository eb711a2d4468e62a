package dev.clutch.extensions.builtin.posix;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.OsDirectoryEntry;
import dev.clutch.extension.spi.os.OsPaths;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code scandir} returns. The names are read when it is made, so that nothing is left open; that it should be closed is said all the same. */
@ExtensionType(name = "posix.ScandirIterator", exported = false)
final class ScandirIterator extends PyObject {
    private final PyType entryType;
    private final PathArgument path;
    private final List<OsDirectoryEntry> entries;
    private int next;

    ScandirIterator(PyType type, PyType entryType, PathArgument path, List<OsDirectoryEntry> entries) {
        super(type);
        this.entryType = entryType;
        this.path = path;
        this.entries = entries;
    }

    @Expose
    Object __iter__(ThreadState ts) {
        return this;
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        if (next >= entries.size()) {
            ts.unwatch(this);
            return null;
        }
        OsDirectoryEntry entry = entries.get(next++);
        Object name = path.result(ts, entry.name());
        if (path.isFd()) {
            return new DirEntry(entryType, entry, name, name, entry.name(), path.fd);
        }
        String place = path.text.endsWith("/") ? path.text + entry.name() : path.text + "/" + entry.name();
        return new DirEntry(entryType, entry, name, path.result(ts, place), place, OsPaths.CWD);
    }

    @Expose(doc = "End the iteration.")
    void close(ThreadState ts) {
        next = entries.size();
        ts.unwatch(this);
    }

    @Expose
    void __del__(ThreadState ts) {
        if (next < entries.size()) {
            ts.warnResource(this, "unclosed scandir iterator " + ts.reprText(this), 1);
        }
    }

    @Expose(doc = "Return the iterator.")
    Object __enter__(ThreadState ts) {
        return this;
    }

    @Expose(signature = "(*args)", doc = "End the iteration.")
    Object __exit__(ThreadState ts, Object[] args) {
        close(ts);
        return Singleton.NONE;
    }
}
