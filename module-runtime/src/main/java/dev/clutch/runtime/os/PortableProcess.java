package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsEnvironment;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsProcess;
import dev.clutch.extension.spi.os.OsSpawn;
import dev.clutch.extension.spi.os.WakeHandle;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Children by ProcessBuilder; their streams are carried between them and virtual descriptors by daemon threads. */
final class PortableProcess extends OsProcess {
    private static final int SIGKILL = 9;
    private static final int SIGTERM = 15;
    private static final int PIECE = 8192;

    private final WorkingDirectory directory;
    private final OsEnvironment environment;
    private final VirtualDescriptors descriptors;
    private final Map<Integer, Process> children = new HashMap<>();

    PortableProcess(WorkingDirectory directory, OsEnvironment environment, VirtualDescriptors descriptors) {
        this.directory = directory;
        this.environment = environment;
        this.descriptors = descriptors;
    }

    @Override
    public int getpid() {
        return (int) ProcessHandle.current().pid();
    }

    @Override
    public int getppid() {
        ProcessHandle parent = ProcessHandle.current().parent().orElse(null);
        return parent == null ? 0 : (int) parent.pid();
    }

    private static OsException noIds() {
        return OsException.unsupported("User and group ids need native access;"
                + " start Java with --enable-native-access=dev.clutch.runtime");
    }

    @Override
    public int getuid() {
        throw noIds();
    }

    @Override
    public int geteuid() {
        throw noIds();
    }

    @Override
    public int getgid() {
        throw noIds();
    }

    @Override
    public int getegid() {
        throw noIds();
    }

    @Override
    public int spawn(OsSpawn request) {
        if (!request.actions().isEmpty() || request.newSession() || request.processGroup() >= 0) {
            throw OsException.unsupported("File actions, sessions and process groups of a child need native access;"
                    + " start Java with --enable-native-access=dev.clutch.runtime");
        }
        OsException first = null;
        for (String executable : request.executables()) {
            try {
                return start(request, executable);
            } catch (OsException e) {
                if (first == null || first.errno() == Errno.ENOENT) {
                    first = e;
                }
            }
        }
        throw first != null ? first : new IllegalArgumentException("no executable");
    }

    private int start(OsSpawn request, String executable) {
        List<String> command = new ArrayList<>(request.arguments());
        if (command.isEmpty()) {
            command.add(executable);
        } else {
            command.set(0, executable);
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        String wanted = request.workingDirectory();
        builder.directory(new File(wanted == null ? directory.get() : directory.resolve(wanted)));
        builder.environment().clear();
        List<String> rows = request.environment();
        if (rows == null) {
            builder.environment().putAll(environment.snapshot());
        } else {
            for (String row : rows) {
                int equals = row.indexOf('=', 1);
                if (equals > 0) {
                    builder.environment().put(row.substring(0, equals), row.substring(equals + 1));
                }
            }
        }
        @Nullable VirtualFile[] ends = new @Nullable VirtualFile[3];
        int[] sources = request.standardStreams();
        for (int i = 0; i < 3; i++) {
            VirtualFile file = descriptors.get(sources[i] < 0 ? i : sources[i]);
            if (!(file instanceof VirtualStream stream) || stream.number() != i) {
                ends[i] = file;
            }
        }
        boolean merged = ends[2] != null && ends[2] == ends[1];
        builder.redirectInput(ends[0] == null ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.PIPE);
        builder.redirectOutput(ends[1] == null ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.PIPE);
        builder.redirectError(ends[2] == null ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.PIPE);
        builder.redirectErrorStream(merged);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new OsException(startError(e), executable);
        }
        carryIn(ends[0], process.getOutputStream());
        carryOut(ends[1], process.getInputStream());
        if (!merged) {
            carryOut(ends[2], process.getErrorStream());
        }
        synchronized (children) {
            children.put((int) process.pid(), process);
        }
        return (int) process.pid();
    }

    /** The message of ProcessBuilder ends with {@code error=2, No such file or directory} or speaks of the reason. */
    private static int startError(IOException e) {
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("error=");
        if (at < 0) {
            at = message.indexOf("Exec failed, error: ");
            at = at < 0 ? -1 : at + 14;
        }
        if (at >= 0) {
            int start = at + 6;
            int end = start;
            while (end < message.length() && Character.isDigit(message.charAt(end))) {
                end++;
            }
            if (end > start) {
                return Integer.parseInt(message, start, end, 10);
            }
        }
        return Errno.ENOENT;
    }

    private static void thread(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }

    private static void carryIn(@Nullable VirtualFile from, OutputStream to) {
        if (from == null) {
            return;
        }
        from.retain();
        thread("clutch-child-input", new Runnable() {
            @Override
            public void run() {
                byte[] piece = new byte[PIECE];
                try (to) {
                    for (int n = from.read(piece, 0, PIECE, null); n > 0; n = from.read(piece, 0, PIECE, null)) {
                        to.write(piece, 0, n);
                        to.flush();
                    }
                } catch (IOException | OsException e) {
                    // The child closed its input: what the kernel would tell the writer is told by the closed pipe.
                } finally {
                    from.release();
                }
            }
        });
    }

    private static void carryOut(@Nullable VirtualFile to, InputStream from) {
        if (to == null) {
            return;
        }
        to.retain();
        thread("clutch-child-output", new Runnable() {
            @Override
            public void run() {
                byte[] piece = new byte[PIECE];
                try (from) {
                    for (int n = from.read(piece); n > 0; n = from.read(piece)) {
                        to.write(piece, 0, n, null);
                    }
                } catch (IOException | OsException e) {
                    // Nobody reads any more; closing the stream lets the child see a broken pipe.
                } finally {
                    to.release();
                }
            }
        });
    }

    /** A child that a signal ended looks like one that exited with 128 and its number: the JDK doesn't tell them apart. */
    @Override
    public Wait waitpid(int pid, int options, @Nullable WakeHandle wake) {
        long pause = 500_000;
        while (true) {
            if (wake != null) {
                wake.check();
            }
            int found = finished(pid);
            if (found > 0) {
                Process child;
                synchronized (children) {
                    child = children.remove(found);
                }
                if (child != null) {
                    int status = (child.exitValue() & 0xFF) << 8;
                    return new Wait(found, status, noUsage());
                }
            }
            if ((options & WNOHANG) != 0) {
                return new Wait(0, 0, noUsage());
            }
            if (wake != null) {
                pause = PosixFiles.pause(wake, pause);
            } else {
                LockSupport.parkNanos(pause);
                pause = Math.min(pause * 2, 20_000_000);
            }
        }
    }

    private static Usage noUsage() {
        return new Usage(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** The pid of a child that is at its end, or 0. */
    private int finished(int pid) {
        synchronized (children) {
            boolean any = false;
            for (Map.Entry<Integer, Process> entry : children.entrySet()) {
                if (pid > 0 && entry.getKey() != pid) {
                    continue;
                }
                any = true;
                if (!entry.getValue().isAlive()) {
                    return entry.getKey();
                }
            }
            if (!any) {
                throw new OsException(Errno.ECHILD);
            }
            return 0;
        }
    }

    @Override
    public void kill(int pid, int signal) {
        ProcessHandle process = pid > 0 ? ProcessHandle.of(pid).orElse(null) : null;
        if (process == null) {
            throw new OsException(pid > 0 ? Errno.ESRCH : Errno.EINVAL);
        }
        if (signal == 0) {
            return;
        }
        if (signal != SIGTERM && signal != SIGKILL || pid == getpid()) {
            throw OsException.unsupported("Only SIGTERM and SIGKILL to another process can be sent without native"
                    + " access; start Java with --enable-native-access=dev.clutch.runtime");
        }
        boolean sent = signal == SIGKILL ? process.destroyForcibly() : process.destroy();
        if (!sent && process.isAlive()) {
            throw new OsException(Errno.EPERM);
        }
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // sched_yield is what the caller asks for
    public void yieldCpu() {
        Thread.yield();
    }
}
