package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Os;
import dev.clutch.extension.spi.os.OsClock;
import dev.clutch.extension.spi.os.OsEnvironment;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsPaths;
import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.OsProcess;
import dev.clutch.extension.spi.os.OsSemaphores;
import dev.clutch.extension.spi.os.OsSockets;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.OsStat.BlockSource;
import dev.clutch.extension.spi.os.OsSystem;
import dev.clutch.extension.spi.os.OsTerminal;
import dev.clutch.extension.spi.os.OsUsers;
import dev.clutch.extension.spi.os.WakeHandle;
import org.jspecify.annotations.Nullable;

/**
 * Linux on x86_64 and aarch64 through the foreign-function API.
 *
 * <p><b>Every number that Python code sees is a real descriptor.</b> {@code open}, {@code pipe}, {@code dup2},
 * {@code socket} make one at once; 0, 1 and 2 are the process's own. What has no number yet is only the {@code OsFile}
 * of {@code openFile} for reading: it becomes one with {@code fileno()}, the same open file with the same offset.
 *
 * <p><b>Cold and warm.</b> The first native call costs about 50 ms of linking. Until it happens, stat, listing,
 * readlink, opening a file for reading, fstat, standard streams, the ids of the process, random bytes, sleep and the
 * clocks go through the JDK, which answers the same; whatever the JDK can't answer exactly (a name that isn't UTF-8, an
 * unclear error) makes the native call. From then on all calls are native. Figures: docs/decisions.md, "OS seam".
 */
final class PosixOs extends Os {
    private final String reason;
    private final Libc libc;
    private final Descriptors descriptors;
    private final boolean aarch64;
    private final NioPaths nio;
    private final WorkingDirectory directory;
    private final OsEnvironment environment;
    private final PosixFiles files;
    private final PosixPaths paths;
    private final OsClock clock;
    private final PosixSystem system;

    // Made when asked for, since loading their classes costs start-up time; they hold no state of their own, so that
    // two
    // threads may make one each.
    private @Nullable OsProcess process;
    private @Nullable OsSockets sockets;
    private @Nullable OsPolling polling;
    private @Nullable OsTerminal terminal;
    private @Nullable OsUsers users;

    PosixOs(
            String reason,
            Libc libc,
            Descriptors descriptors,
            StandardStreams streams,
            NioPaths nio,
            WorkingDirectory directory,
            OsEnvironment environment,
            boolean aarch64) {
        this.reason = reason;
        this.libc = libc;
        this.descriptors = descriptors;
        this.aarch64 = aarch64;
        this.nio = nio;
        this.directory = directory;
        this.environment = environment;
        files = new PosixFiles(this, libc, descriptors, streams);
        paths = new PosixPaths(this, libc);
        clock = new PosixClock(environment, libc);
        system = new PosixSystem(this, libc, aarch64);
    }

    /** Whether a native call was made by this runtime. */
    boolean isWarm() {
        return libc.isWarm();
    }

    NioPaths nio() {
        return nio;
    }

    WorkingDirectory directory() {
        return directory;
    }

    /** The address of the C string for a path next to {@code dirFd}. */
    long name(NativeFrame f, String path, int dirFd) {
        return f.string(dirFd == OsPaths.CWD ? directory.resolve(path) : path);
    }

    BlockSource blocksOf(String resolved, boolean follow) {
        return new BlockSource() {
            @Override
            public @Nullable OsStat read() {
                try (NativeFrame f = libc.frame()) {
                    return PosixPaths.statx(f, OsPaths.CWD, f.string(resolved), follow, null);
                } catch (OsException e) {
                    return null;
                }
            }
        };
    }

    BlockSource blocksOf(int fd) {
        return new BlockSource() {
            @Override
            public @Nullable OsStat read() {
                try (NativeFrame f = libc.frame()) {
                    return PosixPaths.statx(f, fd, 0, true, null);
                } catch (OsException e) {
                    return null;
                }
            }
        };
    }

    @Override
    public String kind() {
        return "posix";
    }

    @Override
    public String reason() {
        return reason;
    }

    @Override
    public OsFiles files() {
        return files;
    }

    @Override
    public OsPaths paths() {
        return paths;
    }

    @Override
    public OsEnvironment environment() {
        return environment;
    }

    @Override
    public OsClock clock() {
        return clock;
    }

    @Override
    public OsProcess process() {
        OsProcess made = process;
        if (made == null) {
            made = new PosixProcess(this, libc, descriptors);
            process = made;
        }
        return made;
    }

    @Override
    public OsSockets sockets() {
        OsSockets made = sockets;
        if (made == null) {
            made = new PosixSockets(libc, descriptors, directory);
            sockets = made;
        }
        return made;
    }

    @Override
    public OsPolling polling() {
        OsPolling made = polling;
        if (made == null) {
            made = new PosixPolling(libc, descriptors, aarch64);
            polling = made;
        }
        return made;
    }

    @Override
    public OsTerminal terminal() {
        OsTerminal made = terminal;
        if (made == null) {
            made = new PosixTerminal(this, libc, descriptors);
            terminal = made;
        }
        return made;
    }

    @Override
    public OsUsers users() {
        OsUsers made = users;
        if (made == null) {
            made = new PosixUsers(libc);
            users = made;
        }
        return made;
    }

    @Override
    public OsSystem system() {
        return system;
    }

    @Override
    public OsSemaphores semaphores() {
        return new PosixSemaphores(libc);
    }

    @Override
    public WakeHandle newWakeHandle() {
        return new PosixWake(libc);
    }

    @Override
    public void close() {
        // Nothing of the system belongs to one interpreter alone; wake handles are closed by their owners.
    }
}
