package dev.clutch.extensions.builtin.posixsubprocess;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.Os;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsPaths;
import dev.clutch.extension.spi.os.OsSpawn;
import dev.clutch.extensions.builtin.posix.FileNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code _posixsubprocess}: {@code fork_exec} by posix_spawn(3). */
@ExtensionModule(
        name = "_posixsubprocess",
        doc = "Starts the children of subprocess.",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class PosixSubprocessModule {
    private static final int SIGPIPE = 13;
    private static final int SIGXFSZ = 25;
    /** The number of no process: larger than the kernel gives out. */
    private static final long NOBODY = Integer.MAX_VALUE;

    @Expose(
            signature = "(args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread, c2pwrite,"
                    + " errread, errwrite, errpipe_read, errpipe_write, restore_signals, call_setsid, pgid_to_set, gid,"
                    + " extra_groups, uid, child_umask, preexec_fn, allow_vfork, /)",
            doc = "Start a program as subprocess wants it; return its number.")
    static long fork_exec(
            ThreadState ts,
            Object args,
            Object executable_list,
            boolean close_fds,
            Object pass_fds,
            Object cwd,
            Object env,
            int p2cread,
            int p2cwrite,
            int c2pread,
            int c2pwrite,
            int errread,
            int errwrite,
            int errpipe_read,
            int errpipe_write,
            boolean restore_signals,
            boolean call_setsid,
            int pgid_to_set,
            Object gid,
            Object extra_groups,
            Object uid,
            int child_umask,
            Object preexec_fn,
            boolean allow_vfork) {
        checkPreexec(ts, preexec_fn);
        if (close_fds && errpipe_write < 3) {
            throw ts.valueError("errpipe_write must be >= 3");
        }
        int[] kept = kept(ts, pass_fds, errpipe_write);
        checkIdentity(ts, uid, gid, extra_groups, child_umask);
        OsSpawn request = new OsSpawn(arguments(ts, args));
        for (Object executable : ts.toArray(executable_list)) {
            request.executable(bytesText(ts, executable));
        }
        if (close_fds) {
            request.closeDescriptorsExcept(kept);
        }
        String directory = cwd == Singleton.NONE ? null : FileNames.of(ts, cwd);
        if (env != Singleton.NONE) {
            request.environment(texts(ts, env));
        }
        request.standardStreams(p2cread, c2pwrite, errwrite)
                .newSession(call_setsid)
                .processGroup(pgid_to_set);
        if (restore_signals) {
            request.defaultSignals(SIGPIPE, SIGXFSZ);
        }
        return start(ts, request, directory, errpipe_write);
    }

    /**
     * The failure of exec is told as the child of CPython would tell it, through the error pipe, so that {@code subprocess} gives it the names that it should have. The process
     * number is then nobody's: {@code subprocess} asks for its status and finds no child.
     */
    private static long start(ThreadState ts, OsSpawn request, @Nullable String directory, int errorPipe) {
        Os os = ts.os();
        OsException failure;
        boolean changing = true;
        ts.beginBlocking();
        try {
            if (directory != null) {
                checkDirectory(os, directory);
                request.workingDirectory(directory);
            }
            changing = false;
            return os.process().spawn(request);
        } catch (OsException e) {
            failure = e;
        } finally {
            ts.endBlocking();
        }
        String text = "OSError:" + Integer.toHexString(failure.errno()) + ":" + (changing ? "noexec:chdir" : "");
        byte[] message = text.getBytes(StandardCharsets.US_ASCII);
        try {
            os.files().write(errorPipe, message, 0, message.length, null);
        } catch (OsException e) {
            throw ts.osError(failure, null, null);
        }
        return NOBODY;
    }

    private static void checkDirectory(Os os, String directory) {
        var status = os.paths().stat(directory, OsPaths.CWD, true);
        if (!status.isDirectory()) {
            throw new OsException(Errno.ENOTDIR);
        }
        if (!os.paths().access(directory, OsPaths.X_OK, OsPaths.CWD, true, true)) {
            throw new OsException(Errno.EACCES);
        }
    }

    private static void checkPreexec(ThreadState ts, Object function) {
        if (function == Singleton.NONE) {
            return;
        }
        if (!ts.interpreter().isMain()) {
            throw ts.error("RuntimeError", "preexec_fn not supported within subinterpreters");
        }
        throw ts.error(
                "RuntimeError",
                "preexec_fn is not supported: a JVM can't be forked, so no Python code can run in the child");
    }

    /** Who the child is can be set only by code that runs in it; what changes nothing is accepted. */
    private static void checkIdentity(ThreadState ts, Object uid, Object gid, Object groups, int umask) {
        var process = ts.os().process();
        boolean same = umask < 0
                && groups == Singleton.NONE
                && (uid == Singleton.NONE || id(ts, uid, "uid") == process.geteuid())
                && (gid == Singleton.NONE || id(ts, gid, "gid") == process.getegid());
        if (!same) {
            throw ts.osError(
                    OsException.unsupported(
                            "user, group, extra_groups and umask of a child need code that runs in it before the program,"
                                    + " which a JVM can't do; start the program through setpriv(1) or sh(1)"),
                    null,
                    null);
        }
    }

    private static int id(ThreadState ts, Object o, String what) {
        if (!ts.isInt(o)) {
            throw ts.typeError(what + " should be integer, not " + ts.typeOf(o).displayName());
        }
        long n = ts.asLong(o);
        if (n < -1 || n > 0xFFFFFFFFL) {
            throw ts.error("OverflowError", what + (n < 0 ? " is less than minimum" : " is greater than maximum"));
        }
        return (int) n;
    }

    /** {@code _sanity_check_python_fd_sequence}: sorted and without negative numbers. */
    private static int[] kept(ThreadState ts, Object fds, int errorPipe) {
        if (!ts.isTuple(fds)) {
            throw ts.typeError("fork_exec() argument 4 must be tuple, not "
                    + ts.typeOf(fds).displayName());
        }
        Object[] items = ts.toArray(fds);
        int[] out = new int[items.length];
        int count = 0;
        long last = -1;
        for (Object item : items) {
            long fd = ts.isInt(item) ? ts.asClampedLong(item) : -1;
            if (fd < 0 || fd <= last || fd > Integer.MAX_VALUE) {
                throw ts.valueError("bad value(s) in fds_to_keep");
            }
            last = fd;
            // the pipe for errors is for us alone, there is no child between fork and exec
            if (fd != errorPipe) {
                out[count++] = (int) fd;
            }
        }
        return java.util.Arrays.copyOf(out, count);
    }

    private static List<String> arguments(ThreadState ts, Object args) {
        Object[] items;
        try {
            items = ts.toArray(args);
        } catch (PythonException e) {
            throw ts.matches(e, "TypeError") ? ts.typeError("argv must be a tuple or list") : e;
        }
        List<String> out = new ArrayList<>(items.length);
        for (Object item : items) {
            out.add(FileNames.of(ts, item));
        }
        return out;
    }

    private static List<String> texts(ThreadState ts, Object sequence) {
        List<String> out = new ArrayList<>();
        for (Object item : ts.toArray(sequence)) {
            out.add(bytesText(ts, item));
        }
        return out;
    }

    private static String bytesText(ThreadState ts, Object bytes) {
        if (!ts.isBytes(bytes)) {
            throw ts.typeError("expected bytes, " + ts.typeOf(bytes).displayName() + " found");
        }
        return FileNames.of(ts, bytes);
    }
}
