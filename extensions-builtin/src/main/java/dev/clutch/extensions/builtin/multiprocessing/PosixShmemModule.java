package dev.clutch.extensions.builtin.multiprocessing;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsPaths;
import dev.clutch.extensions.builtin.posix.FileNames;

/** {@code _posixshmem}: shared memory by name, which on Linux is a file of /dev/shm (shm_open(3)). */
@ExtensionModule(
        name = "_posixshmem",
        doc = "Shared memory with names.",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class PosixShmemModule {
    private static final String FOLDER = "/dev/shm/";
    private static final int LONGEST_NAME = 254;

    @Expose(signature = "(path, flags, mode=511)", doc = "Open shared memory; return its descriptor.")
    static long shm_open(ThreadState ts, Object path, int flags, int mode) {
        String text = FileNames.of(ts, path);
        long fd = -1;
        OsException failure = null;
        ts.beginBlocking();
        try {
            fd = ts.os().files().open(file(text), flags | OsFiles.O_CLOEXEC, mode, OsPaths.CWD);
        } catch (OsException e) {
            failure = e;
        } finally {
            ts.endBlocking();
        }
        if (failure != null) {
            throw ts.osError(failure, path, null);
        }
        return fd;
    }

    @Expose(signature = "(path)", doc = "Take the name of shared memory away.")
    static void shm_unlink(ThreadState ts, Object path) {
        String text = FileNames.of(ts, path);
        OsException failure = null;
        ts.beginBlocking();
        try {
            ts.os().paths().unlink(file(text), OsPaths.CWD);
        } catch (OsException e) {
            failure = e;
        } finally {
            ts.endBlocking();
        }
        if (failure != null) {
            throw ts.osError(failure, path, null);
        }
    }

    /** {@code shm_open} of the C library: leading slashes don't count, others are refused. */
    private static String file(String name) {
        int start = 0;
        while (start < name.length() && name.charAt(start) == '/') {
            start++;
        }
        if (start == name.length() || name.length() - start > LONGEST_NAME || name.indexOf('/', start) >= 0) {
            throw new OsException(Errno.EINVAL);
        }
        return FOLDER + name.substring(start);
    }
}
