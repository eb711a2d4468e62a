package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;
import org.jspecify.annotations.Nullable;

/** The process itself and its children. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public abstract class OsProcess {
    public static final int WNOHANG = 1;
    public static final int WUNTRACED = 2;

    protected OsProcess() {}

    /** {@code status} as waitpid(2) encodes it; {@code pid} 0 when WNOHANG found nobody. */
    public record Wait(int pid, int status, Usage usage) {}

    /** {@code struct rusage}: CPU times in microseconds, then the fourteen counters in the kernel's order. */
    public record Usage(
            long userMicros,
            long systemMicros,
            long maxResident,
            long sharedMemory,
            long unsharedData,
            long unsharedStack,
            long minorFaults,
            long majorFaults,
            long swaps,
            long blockInput,
            long blockOutput,
            long messagesSent,
            long messagesReceived,
            long signals,
            long voluntarySwitches,
            long involuntarySwitches) {}

    /** Soft and hard limit; -1 is RLIM_INFINITY. */
    public record Limit(long soft, long hard) {}

    public abstract int getpid();

    public abstract int getppid();

    public abstract int getuid();

    public abstract int geteuid();

    public abstract int getgid();

    public abstract int getegid();

    /** Starts a child; the answer is its pid. */
    public abstract int spawn(OsSpawn request);

    public abstract Wait waitpid(int pid, int options, @Nullable WakeHandle wake);

    public abstract void kill(int pid, int signal);

    public void killpg(int group, int signal) {
        throw NativeOnly.refuse("killpg");
    }

    /** Replaces the whole JVM; comes back only by an exception. */
    public void exec(String path, String[] arguments, String[] environment) {
        throw NativeOnly.refuse("execve");
    }

    public int getpgid(int pid) {
        throw NativeOnly.refuse("getpgid");
    }

    public void setpgid(int pid, int group) {
        throw NativeOnly.refuse("setpgid");
    }

    public int getsid(int pid) {
        throw NativeOnly.refuse("getsid");
    }

    public int setsid() {
        throw NativeOnly.refuse("setsid");
    }

    public int[] getgroups() {
        throw NativeOnly.refuse("getgroups");
    }

    public void setIds(IdKind kind, int id) {
        throw NativeOnly.refuse("setuid");
    }

    /** Which id {@link #setIds} changes. */
    public enum IdKind {
        UID,
        EFFECTIVE_UID,
        GID,
        EFFECTIVE_GID
    }

    public int getPriority(int which, int who) {
        throw NativeOnly.refuse("getpriority");
    }

    public void setPriority(int which, int who, int priority) {
        throw NativeOnly.refuse("setpriority");
    }

    public int nice(int increment) {
        throw NativeOnly.refuse("nice");
    }

    /** RUSAGE_SELF 0, RUSAGE_CHILDREN -1, RUSAGE_THREAD 1. */
    public Usage usage(int who) {
        throw NativeOnly.refuse("getrusage");
    }

    public Limit getLimit(int resource) {
        throw NativeOnly.refuse("getrlimit");
    }

    public void setLimit(int resource, Limit limit) {
        throw NativeOnly.refuse("setrlimit");
    }

    /** Sets ITIMER_REAL 0, VIRTUAL 1 or PROF 2, in microseconds; answers the old delay and interval. */
    public long[] setTimer(int which, long delayMicros, long intervalMicros) {
        throw NativeOnly.refuse("setitimer");
    }

    public long[] getTimer(int which) {
        throw NativeOnly.refuse("getitimer");
    }

    /** CPUs the process may run on, as {@code os.sched_getaffinity}. */
    public int[] getAffinity(int pid) {
        throw NativeOnly.refuse("sched_getaffinity");
    }

    public abstract void yieldCpu();

    /** What {@code waitid} tells of a child: {@code si_pid, si_uid, si_signo, si_status, si_code}; {@code pid} 0 when WNOHANG found nobody. */
    public record ChildInfo(int pid, int uid, int signal, int status, int code) {}

    /** P_ALL 0, P_PID 1, P_PGID 2, P_PIDFD 3. */
    public ChildInfo waitid(int idType, int id, int options, @Nullable WakeHandle wake) {
        throw NativeOnly.refuse("waitid");
    }

    /** A descriptor that is readable when the process has ended. */
    public int openPid(int pid, int flags) {
        throw NativeOnly.refuse("pidfd_open");
    }

    /** Real, effective and saved id of the user or the group. */
    public int[] getIds(boolean group) {
        throw NativeOnly.refuse("getresuid");
    }

    /** Sets the three; -1 leaves one as it is. */
    public void setIds(boolean group, int real, int effective, int saved) {
        throw NativeOnly.refuse("setresuid");
    }

    /** Sets the two; -1 leaves one as it is. */
    public void setIds(boolean group, int real, int effective) {
        throw NativeOnly.refuse("setreuid");
    }

    public void setGroups(int[] groups) {
        throw NativeOnly.refuse("setgroups");
    }

    public void setAffinity(int pid, int[] cpus) {
        throw NativeOnly.refuse("sched_setaffinity");
    }

    /** The least or greatest priority of a scheduling policy. */
    public int priorityLimit(int policy, boolean greatest) {
        throw NativeOnly.refuse("sched_get_priority_max");
    }

    /** The scheduling policy of a process. */
    public int getScheduler(int pid) {
        throw NativeOnly.refuse("sched_getscheduler");
    }

    public void setScheduler(int pid, int policy, int priority) {
        throw NativeOnly.refuse("sched_setscheduler");
    }

    public int getSchedulerPriority(int pid) {
        throw NativeOnly.refuse("sched_getparam");
    }

    public void setSchedulerPriority(int pid, int priority) {
        throw NativeOnly.refuse("sched_setparam");
    }

    /** The time slice of SCHED_RR. */
    public long roundRobinNanos(int pid) {
        throw NativeOnly.refuse("sched_rr_get_interval");
    }
}
