package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.OsProcess;
import dev.clutch.extension.spi.os.OsSpawn;
import dev.clutch.extension.spi.os.WakeHandle;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The process and its children through the C library; the ids that start-up asks for come from /proc while cold. */
final class PosixProcess extends OsProcess {
    /** The same number on every architecture. */
    private static final int SYS_PIDFD_OPEN = 434;

    private static final int RUSAGE_SIZE = 144;

    private final Libc libc;
    private final Descriptors descriptors;
    private final PosixSpawner spawner;

    PosixProcess(PosixOs os, Libc libc, Descriptors descriptors) {
        this.libc = libc;
        this.descriptors = descriptors;
        spawner = new PosixSpawner(os, libc, descriptors);
    }

    @Override
    public int getpid() {
        return (int) ProcessHandle.current().pid();
    }

    @Override
    public int getppid() {
        return libc.isWarm() ? plain(LibcFunction.GETPPID) : statusField("PPid:", 0, LibcFunction.GETPPID);
    }

    @Override
    public int getuid() {
        return libc.isWarm() ? plain(LibcFunction.GETUID) : statusField("Uid:", 0, LibcFunction.GETUID);
    }

    @Override
    public int geteuid() {
        return libc.isWarm() ? plain(LibcFunction.GETEUID) : statusField("Uid:", 1, LibcFunction.GETEUID);
    }

    @Override
    public int getgid() {
        return libc.isWarm() ? plain(LibcFunction.GETGID) : statusField("Gid:", 0, LibcFunction.GETGID);
    }

    @Override
    public int getegid() {
        return libc.isWarm() ? plain(LibcFunction.GETEGID) : statusField("Gid:", 1, LibcFunction.GETEGID);
    }

    private int plain(LibcFunction function) {
        try (NativeFrame f = libc.frame()) {
            return (int) f.call(function);
        }
    }

    /** The number at {@code column} of a row of /proc/self/status, or the answer of the function. */
    private int statusField(String row, int column, LibcFunction function) {
        String text;
        try (FileInputStream in = new FileInputStream("/proc/self/status")) {
            text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return plain(function);
        }
        int at = text.indexOf("\n" + row);
        if (at < 0) {
            return plain(function);
        }
        at += row.length() + 1;
        int value = 0;
        for (int i = 0; i <= column; i++) {
            while (text.charAt(at) == '\t') {
                at++;
            }
            value = 0;
            while (Character.isDigit(text.charAt(at))) {
                value = value * 10 + text.charAt(at++) - '0';
            }
        }
        return value;
    }

    @Override
    public int spawn(OsSpawn request) {
        return spawner.spawn(request);
    }

    @Override
    public Wait waitpid(int pid, int options, @Nullable WakeHandle wake) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment status = f.zeroed(4);
            MemorySegment usage = f.zeroed(RUSAGE_SIZE);
            if (wake == null || (options & WNOHANG) != 0) {
                int found = f.checked(LibcFunction.WAIT4, pid, status.address(), options, usage.address());
                return new Wait(found, NativeFrame.getInt(status, 0), usage(usage));
            }
            int pidFd = pid > 0 && options == 0 ? (int) f.call(LibcFunction.SYSCALL, SYS_PIDFD_OPEN, pid, 0) : -1;
            try {
                long pause = 500_000;
                while (true) {
                    wake.check();
                    int found =
                            f.checked(LibcFunction.WAIT4, pid, status.address(), options | WNOHANG, usage.address());
                    if (found != 0) {
                        return new Wait(found, NativeFrame.getInt(status, 0), usage(usage));
                    }
                    if (pidFd >= 0) {
                        Waiter.await(f, pidFd, OsPolling.POLLIN, wake);
                    } else {
                        pause = PosixFiles.pause(wake, pause);
                    }
                }
            } finally {
                if (pidFd >= 0) {
                    f.call(LibcFunction.CLOSE, pidFd);
                }
            }
        }
    }

    private static Usage usage(MemorySegment m) {
        return new Usage(
                NativeFrame.getLong(m, 0) * 1_000_000 + NativeFrame.getLong(m, 8),
                NativeFrame.getLong(m, 16) * 1_000_000 + NativeFrame.getLong(m, 24),
                NativeFrame.getLong(m, 32),
                NativeFrame.getLong(m, 40),
                NativeFrame.getLong(m, 48),
                NativeFrame.getLong(m, 56),
                NativeFrame.getLong(m, 64),
                NativeFrame.getLong(m, 72),
                NativeFrame.getLong(m, 80),
                NativeFrame.getLong(m, 88),
                NativeFrame.getLong(m, 96),
                NativeFrame.getLong(m, 104),
                NativeFrame.getLong(m, 112),
                NativeFrame.getLong(m, 120),
                NativeFrame.getLong(m, 128),
                NativeFrame.getLong(m, 136));
    }

    private int simple(LibcFunction function, long a, long b, long c) {
        try (NativeFrame f = libc.frame()) {
            return f.checked(function, a, b, c);
        }
    }

    @Override
    public void kill(int pid, int signal) {
        simple(LibcFunction.KILL, pid, signal, 0);
    }

    @Override
    public void killpg(int group, int signal) {
        simple(LibcFunction.KILLPG, group, signal, 0);
    }

    @Override
    public void exec(String path, String[] arguments, String[] environment) {
        spawner.exec(path, List.of(arguments), List.of(environment));
    }

    @Override
    public int getpgid(int pid) {
        return simple(LibcFunction.GETPGID, pid, 0, 0);
    }

    @Override
    public void setpgid(int pid, int group) {
        simple(LibcFunction.SETPGID, pid, group, 0);
    }

    @Override
    public int getsid(int pid) {
        return simple(LibcFunction.GETSID, pid, 0, 0);
    }

    @Override
    public int setsid() {
        return simple(LibcFunction.SETSID, 0, 0, 0);
    }

    @Override
    public int[] getgroups() {
        try (NativeFrame f = libc.frame()) {
            int room = 65536;
            MemorySegment ids = f.memory(room * 4L);
            int count = f.checked(LibcFunction.GETGROUPS, room, ids.address());
            int[] groups = new int[count];
            for (int i = 0; i < count; i++) {
                groups[i] = NativeFrame.getInt(ids, i * 4L);
            }
            return groups;
        }
    }

    @Override
    public void setIds(IdKind kind, int id) {
        if (kind == IdKind.UID) {
            simple(LibcFunction.SETUID, id, 0, 0);
        } else if (kind == IdKind.EFFECTIVE_UID) {
            simple(LibcFunction.SETEUID, id, 0, 0);
        } else if (kind == IdKind.GID) {
            simple(LibcFunction.SETGID, id, 0, 0);
        } else {
            simple(LibcFunction.SETEGID, id, 0, 0);
        }
    }

    @Override
    public int getPriority(int which, int who) {
        try (NativeFrame f = libc.frame()) {
            f.clearErrno();
            int priority = (int) f.call(LibcFunction.GETPRIORITY, which, who);
            if (priority == -1 && f.errno() != 0) {
                throw f.error();
            }
            return priority;
        }
    }

    @Override
    public void setPriority(int which, int who, int priority) {
        simple(LibcFunction.SETPRIORITY, which, who, priority);
    }

    /** nice(2) by its definition: on Linux it acts on the calling thread, so do the two calls below. */
    @Override
    public int nice(int increment) {
        int wanted = Math.max(-20, Math.min(19, getPriority(0, 0) + increment));
        try {
            setPriority(0, 0, wanted);
        } catch (OsException e) {
            throw e.errno() == Errno.EACCES ? new OsException(Errno.EPERM) : e;
        }
        return getPriority(0, 0);
    }

    @Override
    public Usage usage(int who) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment usage = f.zeroed(RUSAGE_SIZE);
            f.checked(LibcFunction.GETRUSAGE, who, usage.address());
            return usage(usage);
        }
    }

    @Override
    public Limit getLimit(int resource) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment limit = f.memory(16);
            f.checked(LibcFunction.GETRLIMIT, resource, limit.address());
            return new Limit(NativeFrame.getLong(limit, 0), NativeFrame.getLong(limit, 8));
        }
    }

    @Override
    public void setLimit(int resource, Limit limit) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment memory = f.memory(16);
            NativeFrame.putLong(memory, 0, limit.soft());
            NativeFrame.putLong(memory, 8, limit.hard());
            f.checked(LibcFunction.SETRLIMIT, resource, memory.address());
        }
    }

    @Override
    public long[] setTimer(int which, long delayMicros, long intervalMicros) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment value = f.memory(32);
            NativeFrame.putLong(value, 0, intervalMicros / 1_000_000);
            NativeFrame.putLong(value, 8, intervalMicros % 1_000_000);
            NativeFrame.putLong(value, 16, delayMicros / 1_000_000);
            NativeFrame.putLong(value, 24, delayMicros % 1_000_000);
            MemorySegment old = f.memory(32);
            f.checked(LibcFunction.SETITIMER, which, value.address(), old.address());
            return timer(old);
        }
    }

    @Override
    public long[] getTimer(int which) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment value = f.memory(32);
            f.checked(LibcFunction.GETITIMER, which, value.address());
            return timer(value);
        }
    }

    private static long[] timer(MemorySegment m) {
        return new long[] {
            NativeFrame.getLong(m, 16) * 1_000_000 + NativeFrame.getLong(m, 24),
            NativeFrame.getLong(m, 0) * 1_000_000 + NativeFrame.getLong(m, 8)
        };
    }

    @Override
    public int[] getAffinity(int pid) {
        try (NativeFrame f = libc.frame()) {
            int size = 1024;
            MemorySegment mask = f.zeroed(size);
            f.checked(LibcFunction.SCHED_GETAFFINITY, pid, size, mask.address());
            int[] cpus = new int[size * 8];
            int count = 0;
            for (int cpu = 0; cpu < cpus.length; cpu++) {
                if ((NativeFrame.getByte(mask, cpu >> 3) >> (cpu & 7) & 1) != 0) {
                    cpus[count++] = cpu;
                }
            }
            return Arrays.copyOf(cpus, count);
        }
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // sched_yield is what the caller asks for
    public void yieldCpu() {
        Thread.yield();
    }

    @Override
    public ChildInfo waitid(int idType, int id, int options, @Nullable WakeHandle wake) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment info = f.zeroed(128);
            int first = wake == null ? options : options | WNOHANG;
            long pause = 500_000;
            while (true) {
                if (wake != null) {
                    wake.check();
                }
                f.checked(LibcFunction.WAITID, idType, id, info.address(), first);
                int pid = NativeFrame.getInt(info, 16);
                if (pid != 0 || (options & WNOHANG) != 0 || wake == null) {
                    return new ChildInfo(
                            pid,
                            NativeFrame.getInt(info, 20),
                            NativeFrame.getInt(info, 0),
                            NativeFrame.getInt(info, 24),
                            NativeFrame.getInt(info, 8));
                }
                pause = PosixFiles.pause(wake, pause);
            }
        }
    }

    @Override
    public int openPid(int pid, int flags) {
        return descriptors.opened(simple(LibcFunction.SYSCALL, SYS_PIDFD_OPEN, pid, flags));
    }

    @Override
    public int[] getIds(boolean group) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment ids = f.zeroed(12);
            long at = ids.address();
            f.checked(group ? LibcFunction.GETRESGID : LibcFunction.GETRESUID, at, at + 4, at + 8);
            return new int[] {NativeFrame.getInt(ids, 0), NativeFrame.getInt(ids, 4), NativeFrame.getInt(ids, 8)};
        }
    }

    @Override
    public void setIds(boolean group, int real, int effective, int saved) {
        simple(group ? LibcFunction.SETRESGID : LibcFunction.SETRESUID, real, effective, saved);
    }

    @Override
    public void setIds(boolean group, int real, int effective) {
        simple(group ? LibcFunction.SETREGID : LibcFunction.SETREUID, real, effective, 0);
    }

    @Override
    public void setGroups(int[] groups) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment ids = f.memory(4L * groups.length + 4);
            for (int i = 0; i < groups.length; i++) {
                NativeFrame.putInt(ids, 4L * i, groups[i]);
            }
            f.checked(LibcFunction.SETGROUPS, groups.length, ids.address());
        }
    }

    @Override
    public void setAffinity(int pid, int[] cpus) {
        try (NativeFrame f = libc.frame()) {
            int size = 1024;
            for (int cpu : cpus) {
                size = Math.max(size, (cpu >> 6) * 8 + 8);
            }
            MemorySegment mask = f.zeroed(size);
            for (int cpu : cpus) {
                NativeFrame.putByte(mask, cpu >> 3, NativeFrame.getByte(mask, cpu >> 3) | 1 << (cpu & 7));
            }
            f.checked(LibcFunction.SCHED_SETAFFINITY, pid, size, mask.address());
        }
    }

    @Override
    public int priorityLimit(int policy, boolean greatest) {
        return simple(
                greatest ? LibcFunction.SCHED_GET_PRIORITY_MAX : LibcFunction.SCHED_GET_PRIORITY_MIN, policy, 0, 0);
    }

    @Override
    public int getScheduler(int pid) {
        return simple(LibcFunction.SCHED_GETSCHEDULER, pid, 0, 0);
    }

    @Override
    public void setScheduler(int pid, int policy, int priority) {
        try (NativeFrame f = libc.frame()) {
            f.checked(LibcFunction.SCHED_SETSCHEDULER, pid, policy, number(f, priority));
        }
    }

    private static long number(NativeFrame f, int value) {
        MemorySegment memory = f.memory(4);
        NativeFrame.putInt(memory, 0, value);
        return memory.address();
    }

    @Override
    public int getSchedulerPriority(int pid) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment memory = f.zeroed(4);
            f.checked(LibcFunction.SCHED_GETPARAM, pid, memory.address());
            return NativeFrame.getInt(memory, 0);
        }
    }

    @Override
    public void setSchedulerPriority(int pid, int priority) {
        try (NativeFrame f = libc.frame()) {
            f.checked(LibcFunction.SCHED_SETPARAM, pid, number(f, priority));
        }
    }

    @Override
    public long roundRobinNanos(int pid) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment time = f.zeroed(16);
            f.checked(LibcFunction.SCHED_RR_GET_INTERVAL, pid, time.address());
            return NativeFrame.getLong(time, 0) * 1_000_000_000L + NativeFrame.getLong(time, 8);
        }
    }
}
