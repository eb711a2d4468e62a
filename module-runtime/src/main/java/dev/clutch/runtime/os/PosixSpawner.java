package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsPaths;
import dev.clutch.extension.spi.os.OsSpawn;
import dev.clutch.extension.spi.os.OsSpawn.Action;
import java.io.File;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * posix_spawn(3) in the place of fork and exec. The JVM opens files without FD_CLOEXEC, so the child always closes what
 * isn't named: with {@code close_fds} everything but the kept descriptors, without it everything but the inheritable
 * descriptors that Python code opened.
 */
final class PosixSpawner {
    private static final int RESETIDS = 1;
    private static final int SETPGROUP = 2;
    private static final int SETSIGDEF = 4;
    private static final int SETSIGMASK = 8;
    private static final int SETSCHEDPARAM = 0x10;
    private static final int SETSCHEDULER = 0x20;
    private static final int SETSID = 0x80;

    /** Larger than posix_spawn_file_actions_t (80) and posix_spawnattr_t (336) of glibc. */
    private static final int ACTIONS_SIZE = 256;

    private static final int ATTRIBUTES_SIZE = 512;

    private final PosixOs os;
    private final Libc libc;
    private final Descriptors descriptors;

    PosixSpawner(PosixOs os, Libc libc, Descriptors descriptors) {
        this.os = os;
        this.libc = libc;
        this.descriptors = descriptors;
    }

    int spawn(OsSpawn request) {
        String wanted = request.workingDirectory();
        if (wanted != null) {
            checkDirectory(wanted);
        }
        try (NativeFrame f = libc.frame()) {
            long actions = f.zeroed(ACTIONS_SIZE).address();
            long attributes = f.zeroed(ATTRIBUTES_SIZE).address();
            f.checkNumber(f.call(LibcFunction.POSIX_SPAWN_FILE_ACTIONS_INIT, actions));
            f.checkNumber(f.call(LibcFunction.POSIX_SPAWNATTR_INIT, attributes));
            List<Integer> temporary = new ArrayList<>();
            try {
                addActions(f, request, actions, wanted, temporary);
                setAttributes(f, request, attributes);
                return start(f, request, actions, attributes);
            } finally {
                for (int fd : temporary) {
                    f.call(LibcFunction.CLOSE, fd);
                }
                f.call(LibcFunction.POSIX_SPAWN_FILE_ACTIONS_DESTROY, actions);
                f.call(LibcFunction.POSIX_SPAWNATTR_DESTROY, attributes);
            }
        }
    }

    /** The failure of the child's chdir couldn't be told from that of exec. */
    private void checkDirectory(String path) {
        boolean directory = os.paths().stat(path, OsPaths.CWD, true).isDirectory();
        WorkingDirectory.requireDirectory(
                directory, directory && os.paths().access(path, OsPaths.X_OK, OsPaths.CWD, true, true), path);
    }

    private void addActions(
            NativeFrame f, OsSpawn request, long actions, @Nullable String wanted, List<Integer> temporary) {
        if (wanted != null || !os.directory().isOfProcess()) {
            String directory = wanted != null
                    ? os.directory().resolve(wanted)
                    : os.directory().get();
            f.checkNumber(f.call(LibcFunction.POSIX_SPAWN_FILE_ACTIONS_ADDCHDIR_NP, actions, f.string(directory)));
        }
        BitSet kept = new BitSet();
        for (Action action : request.actions()) {
            if (action instanceof Action.Dup2 dup) {
                f.checkNumber(f.call(LibcFunction.POSIX_SPAWN_FILE_ACTIONS_ADDDUP2, actions, dup.source(), dup.fd()));
                kept.set(dup.fd());
            } else if (action instanceof Action.Close close) {
                f.checkNumber(f.call(LibcFunction.POSIX_SPAWN_FILE_ACTIONS_ADDCLOSE, actions, close.fd()));
            } else if (action instanceof Action.Open open) {
                f.checkNumber(f.call(
                        LibcFunction.POSIX_SPAWN_FILE_ACTIONS_ADDOPEN,
                        actions,
                        open.fd(),
                        f.string(open.path()),
                        open.flags(),
                        open.mode()));
                kept.set(open.fd());
            }
        }
        addStandardStreams(f, request.standardStreams(), actions, temporary);
        if (request.closesDescriptors()) {
            kept.clear();
            for (int fd : request.keptDescriptors()) {
                kept.set(fd);
                f.checkNumber(f.call(LibcFunction.POSIX_SPAWN_FILE_ACTIONS_ADDDUP2, actions, fd, fd));
            }
        } else {
            for (int fd : descriptors.between(3, Integer.MAX_VALUE)) {
                int flags = (int) f.call(LibcFunction.FCNTL, fd, OsFiles.F_GETFD);
                if (flags != -1 && (flags & OsFiles.FD_CLOEXEC) == 0) {
                    kept.set(fd);
                }
            }
        }
        closeOthers(f, actions, kept);
    }

    /** A source below 3 that isn't in its place would be overwritten by its neighbour: it is copied out of the way. */
    private static void addStandardStreams(NativeFrame f, int[] sources, long actions, List<Integer> temporary) {
        for (int fd = 0; fd < sources.length; fd++) {
            int source = sources[fd];
            if (source < 0) {
                continue;
            }
            if (source < 3 && source != fd) {
                source = f.checked(LibcFunction.FCNTL, source, OsFiles.F_DUPFD_CLOEXEC, 3);
                temporary.add(source);
            }
            f.checkNumber(f.call(LibcFunction.POSIX_SPAWN_FILE_ACTIONS_ADDDUP2, actions, source, fd));
        }
    }

    private void closeOthers(NativeFrame f, long actions, BitSet kept) {
        int last = Math.max(2, kept.length() - 1);
        for (int fd = 3; fd < last; fd++) {
            if (!kept.get(fd)) {
                f.checkNumber(f.call(LibcFunction.POSIX_SPAWN_FILE_ACTIONS_ADDCLOSE, actions, fd));
            }
        }
        if (libc.has(LibcFunction.POSIX_SPAWN_FILE_ACTIONS_ADDCLOSEFROM_NP)) {
            f.checkNumber(f.call(LibcFunction.POSIX_SPAWN_FILE_ACTIONS_ADDCLOSEFROM_NP, actions, last + 1));
            return;
        }
        // Before glibc 2.34: what is open now. A descriptor that another thread opens meanwhile may be inherited.
        String[] open = new File("/proc/self/fd").list();
        for (String name : open == null ? new String[0] : open) {
            int fd = Integer.parseInt(name);
            if (fd > last) {
                f.checkNumber(f.call(LibcFunction.POSIX_SPAWN_FILE_ACTIONS_ADDCLOSE, actions, fd));
            }
        }
    }

    private static void setAttributes(NativeFrame f, OsSpawn request, long attributes) {
        int flags = SETSIGMASK;
        // The JVM blocks signals in its threads; a program expects none blocked.
        long blocked = signalSet(f, request.blockedSignals());
        f.checkNumber(f.call(LibcFunction.POSIX_SPAWNATTR_SETSIGMASK, attributes, blocked));
        if (request.defaultSignals().length > 0) {
            flags |= SETSIGDEF;
            long defaults = signalSet(f, request.defaultSignals());
            f.checkNumber(f.call(LibcFunction.POSIX_SPAWNATTR_SETSIGDEFAULT, attributes, defaults));
        }
        if (request.resetsIds()) {
            flags |= RESETIDS;
        }
        int[] scheduler = request.scheduler();
        if (scheduler.length > 0) {
            MemorySegment priority = f.memory(4);
            NativeFrame.putInt(priority, 0, scheduler[1]);
            f.checkNumber(f.call(LibcFunction.POSIX_SPAWNATTR_SETSCHEDPARAM, attributes, priority.address()));
            flags |= SETSCHEDPARAM;
            if (scheduler[0] >= 0) {
                f.checkNumber(f.call(LibcFunction.POSIX_SPAWNATTR_SETSCHEDPOLICY, attributes, scheduler[0]));
                flags |= SETSCHEDULER;
            }
        }
        if (request.newSession()) {
            flags |= SETSID;
        }
        if (request.processGroup() >= 0) {
            flags |= SETPGROUP;
            f.checkNumber(f.call(LibcFunction.POSIX_SPAWNATTR_SETPGROUP, attributes, request.processGroup()));
        }
        f.checkNumber(f.call(LibcFunction.POSIX_SPAWNATTR_SETFLAGS, attributes, flags));
    }

    private static long signalSet(NativeFrame f, int[] signals) {
        MemorySegment set = f.zeroed(128);
        long bits = 0;
        for (int signal : signals) {
            bits |= 1L << signal - 1;
        }
        NativeFrame.putLong(set, 0, bits);
        return set.address();
    }

    /** Tries the executables in turn; the error is the first that says more than "not there", as in child_exec. */
    private int start(NativeFrame f, OsSpawn request, long actions, long attributes) {
        List<String> rows = environment(request);
        long environment = f.strings(rows);
        long arguments = f.strings(request.arguments());
        MemorySegment pid = f.zeroed(4);
        int saved = 0;
        int errno = Errno.ENOENT;
        List<String> executables = candidates(request, rows);
        for (String executable : executables) {
            errno = (int) f.call(
                    LibcFunction.POSIX_SPAWN,
                    pid.address(),
                    f.string(executable),
                    actions,
                    attributes,
                    arguments,
                    environment);
            if (errno == 0) {
                return NativeFrame.getInt(pid, 0);
            }
            if (errno != Errno.ENOENT && errno != Errno.ENOTDIR && saved == 0) {
                saved = errno;
            }
        }
        throw new OsException(saved != 0 ? saved : errno, request.executables().getFirst());
    }

    private List<String> environment(OsSpawn request) {
        List<String> given = request.environment();
        if (given != null) {
            return given;
        }
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, String> entry : os.environment().snapshot().entrySet()) {
            rows.add(entry.getKey() + "=" + entry.getValue());
        }
        return rows;
    }

    private static List<String> candidates(OsSpawn request, List<String> environment) {
        List<String> names = request.executables();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("no executable");
        }
        String name = names.getFirst();
        if (!request.searchesPath() || name.indexOf('/') >= 0) {
            return names;
        }
        String path = "/bin:/usr/bin";
        for (String row : environment) {
            if (row.startsWith("PATH=")) {
                path = row.substring(5);
            }
        }
        List<String> found = new ArrayList<>();
        int start = 0;
        while (start <= path.length()) {
            int end = path.indexOf(':', start);
            end = end < 0 ? path.length() : end;
            found.add(end == start ? name : path.substring(start, end) + "/" + name);
            start = end + 1;
        }
        return found;
    }

    void exec(String path, List<String> arguments, List<String> environment) {
        try (NativeFrame f = libc.frame()) {
            f.checkedPath(
                    path,
                    null,
                    LibcFunction.EXECVE,
                    os.name(f, path, OsPaths.CWD),
                    f.strings(arguments),
                    f.strings(environment),
                    0,
                    0);
        }
    }
}
