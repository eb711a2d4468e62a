package dev.clutch.extensions.builtin.posix;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.Os;
import dev.clutch.extension.spi.os.OsDirectoryEntry;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsPaths;
import dev.clutch.extension.spi.os.OsStat;
import org.jspecify.annotations.Nullable;

/** What {@code scandir} yields. */
@ExtensionType(name = "posix.DirEntry", doc = "A name in a directory with what is known about it.")
final class DirEntry extends PyObject {
    private final OsDirectoryEntry entry;
    private final Object name;
    private final Object path;

    /** For the operating system, next to {@link #directory}. */
    private final String place;

    /** A descriptor, or {@link OsPaths#CWD}. */
    private final int directory;

    private @Nullable Object status;
    private @Nullable Object linkStatus;

    /** The type behind a link, once asked for; 0 not yet, -1 nothing there. */
    private int mode;

    DirEntry(PyType type, OsDirectoryEntry entry, Object name, Object path, String place, int directory) {
        super(type);
        this.entry = entry;
        this.name = name;
        this.path = path;
        this.place = place;
        this.directory = directory;
    }

    @Getter(doc = "The name in the directory.")
    Object name(ThreadState ts) {
        return name;
    }

    @Getter(doc = "The path: that given to scandir() and the name.")
    Object path(ThreadState ts) {
        return path;
    }

    @Expose(doc = "The number of the file.")
    Object inode(ThreadState ts) {
        return Results.unsigned(ts, entry.ino());
    }

    private boolean isLink() {
        return entry.type() == OsDirectoryEntry.DT_LNK;
    }

    @Expose(signature = "(*, follow_symlinks=True)", doc = "The status, asked for once.")
    Object stat(ThreadState ts, PosixModule state, boolean follow_symlinks) {
        if (!follow_symlinks || (!isLink() && entry.type() != OsDirectoryEntry.DT_UNKNOWN)) {
            Object known = linkStatus;
            if (known == null) {
                known = state.results().stat(ts, fetch(ts, false));
                linkStatus = known;
            }
            return known;
        }
        Object known = status;
        if (known == null) {
            known = state.results().stat(ts, fetch(ts, true));
            status = known;
        }
        return known;
    }

    private OsStat fetch(ThreadState ts, boolean follow) {
        try {
            return read(ts, follow);
        } catch (OsException e) {
            throw ts.osError(e, path, null);
        }
    }

    private OsStat read(ThreadState ts, boolean follow) {
        Os os = ts.os();
        ts.beginBlocking();
        try {
            return os.paths().stat(place, directory, follow);
        } finally {
            ts.endBlocking();
        }
    }

    private boolean is(ThreadState ts, boolean follow, int wanted, int wantedMode) {
        boolean mustAsk = entry.type() == OsDirectoryEntry.DT_UNKNOWN || follow && isLink();
        if (!mustAsk) {
            return entry.type() == wanted;
        }
        if (follow && mode != 0) {
            return mode == wantedMode;
        }
        int found;
        try {
            found = read(ts, follow).mode() & OsStat.S_IFMT;
        } catch (OsException e) {
            PythonException error = ts.osError(e, path, null);
            if (!ts.matches(error, "FileNotFoundError")) {
                throw error;
            }
            found = -1;
        }
        if (follow) {
            mode = found;
        }
        return found == wantedMode;
    }

    @Expose(signature = "(*, follow_symlinks=True)", doc = "Whether it is a directory.")
    boolean is_dir(ThreadState ts, boolean follow_symlinks) {
        return is(ts, follow_symlinks, OsDirectoryEntry.DT_DIR, OsStat.S_IFDIR);
    }

    @Expose(signature = "(*, follow_symlinks=True)", doc = "Whether it is a regular file.")
    boolean is_file(ThreadState ts, boolean follow_symlinks) {
        return is(ts, follow_symlinks, OsDirectoryEntry.DT_REG, OsStat.S_IFREG);
    }

    @Expose(doc = "Whether it is a symbolic link.")
    boolean is_symlink(ThreadState ts) {
        return is(ts, false, OsDirectoryEntry.DT_LNK, OsStat.S_IFLNK);
    }

    @Expose(doc = "Whether it is a junction, which Linux has not.")
    boolean is_junction(ThreadState ts) {
        return false;
    }

    @Expose
    Object __fspath__(ThreadState ts) {
        return path;
    }

    @Expose
    Object __repr__(ThreadState ts) {
        return Str.of("<DirEntry " + ts.reprText(name) + ">");
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(ThreadState ts, PyType cls, Object item) {
        return ts.genericAlias(cls, item);
    }
}
