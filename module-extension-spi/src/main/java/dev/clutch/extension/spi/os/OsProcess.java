package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;
import org.jspecify.annotations.Nullable;

/** The process itself and its children. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public abstract class OsProcess {
    public static final int WNOHANG = 1;
    public static final int WUNTRACED = 2;

    /** For the implementations. */
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

    /** {@code os.getpid}: the process of the JVM, the same in all interpreters. */
    public abstract int getpid();

    /** {@code os.getppid}. */
    public abstract int getppid();

    /** {@code os.getuid}: the real user. */
    public abstract int getuid();

    /** {@code os.geteuid}: the effective user. */
    public abstract int geteuid();

    /** {@code os.getgid}: the real group. */
    public abstract int getgid();

    /** {@code os.getegid}: the effective group. */
    public abstract int getegid();

    /** Starts a child; the answer is its pid. */
    public abstract int spawn(OsSpawn request);

    /** {@code os.waitpid}, {@code os.wait4}: waits for one child, or any ({@code pid} -1). {@link Errno#ECHILD} when there is none, {@link Errno#EINTR} when woken. */
    public abstract Wait waitpid(int pid, int options, @Nullable WakeHandle wake);

    /** {@code os.kill}; signal 0 only asks whether the process is there ({@link Errno#ESRCH}). */
    public abstract void kill(int pid, int signal);

    /** {@code os.killpg}: all processes of a group. */
    public void killpg(int group, int signal) {
        throw NativeOnly.refuse("killpg");
    }

    /** Replaces the whole JVM; comes back only by an exception. */
    public void exec(String path, String[] arguments, String[] environment) {
        throw NativeOnly.refuse("execve");
    }

    /** {@code os.getpgid}; {@code pid} 0 is this process. */
    public int getpgid(int pid) {
        throw NativeOnly.refuse("getpgid");
    }

    /** {@code os.setpgid}; 0 is this process, and a group of its own. */
    public void setpgid(int pid, int group) {
        throw NativeOnly.refuse("setpgid");
    }

    /** {@code os.getsid}; {@code pid} 0 is this process. */
    public int getsid(int pid) {
        throw NativeOnly.refuse("getsid");
    }

    /** {@code os.setsid}: the new session. {@link Errno#EPERM} for the leader of a group. */
    public int setsid() {
        throw NativeOnly.refuse("setsid");
    }

    /** {@code os.getgroups}: the further groups of the process. */
    public int[] getgroups() {
        throw NativeOnly.refuse("getgroups");
    }

    /** {@code os.setuid} and its three neighbours, for the whole process. {@link Errno#EPERM} without the right. */
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

    /** {@code os.getpriority}: -20 to 19; {@code which} PRIO_PROCESS 0, PRIO_PGRP 1, PRIO_USER 2. */
    public int getPriority(int which, int who) {
        throw NativeOnly.refuse("getpriority");
    }

    /** {@code os.setpriority}: as {@link #getPriority}; out of range means the nearest. */
    public void setPriority(int which, int who, int priority) {
        throw NativeOnly.refuse("setpriority");
    }

    /** {@code os.nice}: adds to the priority of this process, and gives the new one. */
    public int nice(int increment) {
        throw NativeOnly.refuse("nice");
    }

    /** RUSAGE_SELF 0, RUSAGE_CHILDREN -1, RUSAGE_THREAD 1. */
    public Usage usage(int who) {
        throw NativeOnly.refuse("getrusage");
    }

    /** {@code resource.getrlimit}; {@code resource} is a number RLIMIT_. {@link Errno#EINVAL} for an unknown one. */
    public Limit getLimit(int resource) {
        throw NativeOnly.refuse("getrlimit");
    }

    /** {@code resource.setrlimit}. {@link Errno#EINVAL} when soft is above hard, {@link Errno#EPERM} when hard rises without the right. */
    public void setLimit(int resource, Limit limit) {
        throw NativeOnly.refuse("setrlimit");
    }

    /** Sets ITIMER_REAL 0, VIRTUAL 1 or PROF 2, in microseconds; answers the old delay and interval. */
    public long[] setTimer(int which, long delayMicros, long intervalMicros) {
        throw NativeOnly.refuse("setitimer");
    }

    /** {@code signal.getitimer}: what is left of the delay, and the interval, in microseconds. */
    public long[] getTimer(int which) {
        throw NativeOnly.refuse("getitimer");
    }

    /** CPUs the process may run on, as {@code os.sched_getaffinity}. */
    public int[] getAffinity(int pid) {
        throw NativeOnly.refuse("sched_getaffinity");
    }

    /** {@code os.sched_yield}. */
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

    /** {@code os.setgroups}. {@link Errno#EPERM} without the right. */
    public void setGroups(int[] groups) {
        throw NativeOnly.refuse("setgroups");
    }

    /** {@code os.sched_setaffinity}: numbers of CPUs from 0, at least one that exists ({@link Errno#EINVAL}); {@code pid} 0 is this thread. */
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

    /** {@code os.sched_setscheduler}; {@code pid} 0 is this thread, {@code priority} within {@link #priorityLimit}. */
    public void setScheduler(int pid, int policy, int priority) {
        throw NativeOnly.refuse("sched_setscheduler");
    }

    /** {@code os.sched_getparam}; {@code pid} 0 is this thread. */
    public int getSchedulerPriority(int pid) {
        throw NativeOnly.refuse("sched_getparam");
    }

    /** {@code os.sched_setparam}; {@code priority} within {@link #priorityLimit}. */
    public void setSchedulerPriority(int pid, int priority) {
        throw NativeOnly.refuse("sched_setparam");
    }

    /** The time slice of SCHED_RR. */
    public long roundRobinNanos(int pid) {
        throw NativeOnly.refuse("sched_rr_get_interval");
    }
}
