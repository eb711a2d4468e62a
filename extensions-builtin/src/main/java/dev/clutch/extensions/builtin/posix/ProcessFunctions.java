package dev.clutch.extensions.builtin.posix;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsProcess;
import dev.clutch.extension.spi.os.OsProcess.IdKind;
import dev.clutch.extension.spi.os.OsUsers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions of the process and its children. */
abstract class ProcessFunctions extends SystemFunctions {
    @Constant
    static final long P_WAIT = 0;

    @Constant
    static final long P_NOWAIT = 1;

    @Constant
    static final long P_NOWAITO = 1;

    private static final int SIGABRT = 6;

    // --- ids ---------------------------------------------------------------------------------------------------

    @Expose(doc = "The number of the process.")
    static long getpid(ThreadState ts) {
        return ts.os().process().getpid();
    }

    @Expose(doc = "The number of the parent process.")
    static long getppid(ThreadState ts) {
        return ts.os().process().getppid();
    }

    @Expose(doc = "The real user.")
    static long getuid(ThreadState ts) {
        return idResult(ts.os().process().getuid());
    }

    @Expose(doc = "The effective user.")
    static long geteuid(ThreadState ts) {
        return idResult(ts.os().process().geteuid());
    }

    @Expose(doc = "The real group.")
    static long getgid(ThreadState ts) {
        return idResult(ts.os().process().getgid());
    }

    @Expose(doc = "The effective group.")
    static long getegid(ThreadState ts) {
        return idResult(ts.os().process().getegid());
    }

    private static Object three(ThreadState ts, boolean group) {
        int[] ids = run(ts, os -> os.process().getIds(group));
        return ts.newTuple(idResult(ids[0]), idResult(ids[1]), idResult(ids[2]));
    }

    @Expose(doc = "Real, effective and saved user.")
    static Object getresuid(ThreadState ts) {
        return three(ts, false);
    }

    @Expose(doc = "Real, effective and saved group.")
    static Object getresgid(ThreadState ts) {
        return three(ts, true);
    }

    private static void set(ThreadState ts, IdKind kind, int id) {
        act(ts, os -> os.process().setIds(kind, id));
    }

    @Expose(signature = "(uid, /)", doc = "Set the user of the process.")
    static void setuid(ThreadState ts, Object uid) {
        set(ts, IdKind.UID, id(ts, uid, "uid"));
    }

    @Expose(signature = "(euid, /)", doc = "Set the effective user of the process.")
    static void seteuid(ThreadState ts, Object euid) {
        set(ts, IdKind.EFFECTIVE_UID, id(ts, euid, "uid"));
    }

    @Expose(signature = "(gid, /)", doc = "Set the group of the process.")
    static void setgid(ThreadState ts, Object gid) {
        set(ts, IdKind.GID, id(ts, gid, "gid"));
    }

    @Expose(signature = "(egid, /)", doc = "Set the effective group of the process.")
    static void setegid(ThreadState ts, Object egid) {
        set(ts, IdKind.EFFECTIVE_GID, id(ts, egid, "gid"));
    }

    private static void set(ThreadState ts, boolean group, int real, int effective) {
        act(ts, os -> os.process().setIds(group, real, effective));
    }

    private static void set(ThreadState ts, boolean group, int real, int effective, int saved) {
        act(ts, os -> os.process().setIds(group, real, effective, saved));
    }

    @Expose(signature = "(ruid, euid, /)", doc = "Set real and effective user.")
    static void setreuid(ThreadState ts, Object ruid, Object euid) {
        set(ts, false, id(ts, ruid, "uid"), id(ts, euid, "uid"));
    }

    @Expose(signature = "(rgid, egid, /)", doc = "Set real and effective group.")
    static void setregid(ThreadState ts, Object rgid, Object egid) {
        set(ts, true, id(ts, rgid, "gid"), id(ts, egid, "gid"));
    }

    @Expose(signature = "(ruid, euid, suid, /)", doc = "Set real, effective and saved user.")
    static void setresuid(ThreadState ts, Object ruid, Object euid, Object suid) {
        set(ts, false, id(ts, ruid, "uid"), id(ts, euid, "uid"), id(ts, suid, "uid"));
    }

    @Expose(signature = "(rgid, egid, sgid, /)", doc = "Set real, effective and saved group.")
    static void setresgid(ThreadState ts, Object rgid, Object egid, Object sgid) {
        set(ts, true, id(ts, rgid, "gid"), id(ts, egid, "gid"), id(ts, sgid, "gid"));
    }

    @Expose(doc = "The supplementary groups.")
    static Object getgroups(ThreadState ts) {
        int[] groups = run(ts, os -> os.process().getgroups());
        Object[] out = new Object[groups.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = idResult(groups[i]);
        }
        return ts.newList(out);
    }

    @Expose(signature = "(groups, /)", doc = "Set the supplementary groups.")
    static void setgroups(ThreadState ts, Object groups) {
        if (ts.findSpecial(groups, "__getitem__") == null || ts.isDict(groups)) {
            throw ts.typeError("setgroups argument must be a sequence");
        }
        Object[] items = ts.toArray(groups);
        if (items.length > 65536) {
            throw ts.valueError("too many groups");
        }
        int[] ids = new int[items.length];
        for (int i = 0; i < ids.length; i++) {
            if (!ts.isInt(items[i])) {
                throw ts.typeError("groups must be integers");
            }
            ids[i] = id(ts, items[i], "gid");
        }
        act(ts, os -> os.process().setGroups(ids));
    }

    /** getgrouplist(3): the groups that name the user, after the given one. */
    private static List<Integer> groupsOf(ThreadState ts, String user, int group) {
        List<Integer> found = new ArrayList<>();
        found.add(group);
        for (OsUsers.Group g : run(ts, os -> os.users().groups())) {
            if (g.members().contains(user) && !found.contains(g.gid())) {
                found.add(g.gid());
            }
        }
        return found;
    }

    @Expose(signature = "(user, group, /)", doc = "The groups that a user belongs to.")
    static Object getgrouplist(ThreadState ts, Object user, Object group) {
        List<Integer> groups = groupsOf(ts, text(ts, user, "getgrouplist"), id(ts, group, "gid"));
        Object[] out = new Object[groups.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = idResult(groups.get(i));
        }
        return ts.newList(out);
    }

    private static String text(ThreadState ts, Object o, String function) {
        if (!ts.isStr(o)) {
            throw ts.typeError(
                    function + "() argument 1 must be str, not " + ts.typeOf(o).displayName());
        }
        return PathArgument.fsText(ts, o);
    }

    @Expose(signature = "(username, gid, /)", doc = "Set the supplementary groups to those of a user.")
    static void initgroups(ThreadState ts, Object username, Object gid) {
        List<Integer> groups = groupsOf(ts, PathArgument.fsText(ts, username), id(ts, gid, "gid"));
        int[] ids = new int[groups.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = groups.get(i);
        }
        act(ts, os -> os.process().setGroups(ids));
    }

    @Expose(doc = "Who logged in on the controlling terminal.")
    static Object getlogin(ThreadState ts) {
        String name = run(ts, os -> os.users().login());
        return Str.of(name);
    }

    @Expose(signature = "(pid)", doc = "The process group of a process.")
    static long getpgid(ThreadState ts, int pid) {
        return run(ts, os -> os.process().getpgid(pid));
    }

    @Expose(doc = "The process group of this process.")
    static long getpgrp(ThreadState ts) {
        return run(ts, os -> os.process().getpgid(0));
    }

    @Expose(signature = "(pid, pgrp, /)", doc = "Put a process into a group.")
    static void setpgid(ThreadState ts, int pid, int pgrp) {
        act(ts, os -> os.process().setpgid(pid, pgrp));
    }

    @Expose(doc = "Make this process the leader of a new group.")
    static void setpgrp(ThreadState ts) {
        setpgid(ts, 0, 0);
    }

    @Expose(signature = "(pid, /)", doc = "The session of a process.")
    static long getsid(ThreadState ts, int pid) {
        return run(ts, os -> os.process().getsid(pid));
    }

    @Expose(doc = "Make a new session.")
    static void setsid(ThreadState ts) {
        run(ts, os -> os.process().setsid());
    }

    @Expose(signature = "(which, who)", doc = "The nice value of processes.")
    static long getpriority(ThreadState ts, int which, int who) {
        return run(ts, os -> os.process().getPriority(which, who));
    }

    @Expose(signature = "(which, who, priority)", doc = "Set the nice value of processes.")
    static void setpriority(ThreadState ts, int which, int who, int priority) {
        act(ts, os -> os.process().setPriority(which, who, priority));
    }

    @Expose(signature = "(increment, /)", doc = "Add to the nice value; return the new one.")
    static long nice(ThreadState ts, int increment) {
        return run(ts, os -> os.process().nice(increment));
    }

    // --- signals and ends --------------------------------------------------------------------------------------

    @Expose(signature = "(pid, signal, /)", doc = "Send a signal to a process.")
    static void kill(ThreadState ts, int pid, int signal) {
        ts.audit("os.kill", (long) pid, (long) signal);
        act(ts, os -> os.process().kill(pid, signal));
        ts.checkInterrupts();
    }

    @Expose(signature = "(pgid, signal, /)", doc = "Send a signal to a process group.")
    static void killpg(ThreadState ts, int pgid, int signal) {
        ts.audit("os.killpg", (long) pgid, (long) signal);
        act(ts, os -> os.process().killpg(pgid, signal));
        ts.checkInterrupts();
    }

    @Expose(signature = "(status)", doc = "End the whole process at once, without any cleaning up.")
    static void _exit(ThreadState ts, int status) {
        Runtime.getRuntime().halt(status);
    }

    @Expose(doc = "End the whole process by SIGABRT.")
    static void abort(ThreadState ts) {
        kill(ts, (int) getpid(ts), SIGABRT);
        Runtime.getRuntime().halt(128 + SIGABRT);
    }

    // --- children ----------------------------------------------------------------------------------------------

    private static OsProcess.Wait await(ThreadState ts, int pid, int options) {
        return wait(ts, (os, wake) -> os.process().waitpid(pid, options, wake));
    }

    @Expose(name = "wait", doc = "Wait for any child; return its number and status.")
    static Object waitAny(ThreadState ts) {
        return Results.waited(ts, await(ts, -1, 0), false);
    }

    @Expose(signature = "(pid, options, /)", doc = "Wait for a child; return its number and status.")
    static Object waitpid(ThreadState ts, int pid, int options) {
        return Results.waited(ts, await(ts, pid, options), false);
    }

    @Expose(signature = "(options)", doc = "As wait(), with what the child used.")
    static Object wait3(ThreadState ts, int options) {
        return Results.waited(ts, await(ts, -1, options), true);
    }

    @Expose(signature = "(pid, options)", doc = "As waitpid(), with what the child used.")
    static Object wait4(ThreadState ts, int pid, int options) {
        return Results.waited(ts, await(ts, pid, options), true);
    }

    @Expose(signature = "(idtype, id, options, /)", doc = "Wait for a change of a child; None when there is none yet.")
    Object waitid(ThreadState ts, int idtype, int id, int options) {
        OsProcess.ChildInfo info = wait(ts, (os, wake) -> os.process().waitid(idtype, id, options, wake));
        if (info.pid() == 0) {
            return Singleton.NONE;
        }
        return ts.newStructSequenceInstance(
                results().waitid,
                (long) info.pid(),
                idResult(info.uid()),
                (long) info.signal(),
                (long) info.status(),
                (long) info.code());
    }

    @Expose(signature = "(pid, flags=0)", doc = "A descriptor that is readable when a process has ended.")
    static long pidfd_open(ThreadState ts, int pid, int flags) {
        return run(ts, os -> os.process().openPid(pid, flags));
    }

    @Expose(signature = "(command)", doc = "Run a command in a shell; return its status.")
    static long system(ThreadState ts, Object command) {
        ts.audit("os.system", PathArgument.fsBytes(ts, command));
        return Spawning.system(ts, PathArgument.fsText(ts, command));
    }

    @Expose(
            signature =
                    "(path, argv, env, /, *, file_actions=(), setpgroup=<absent>, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=<absent>)",
            doc = "Start a program in a new process.")
    long posix_spawn(
            ThreadState ts,
            Object path,
            Object argv,
            Object env,
            @Nullable Object file_actions,
            @Nullable Object setpgroup,
            boolean resetids,
            boolean setsid,
            @Nullable Object setsigmask,
            @Nullable Object setsigdef,
            @Nullable Object scheduler) {
        Spawning.Options options = new Spawning.Options(
                file_actions, setpgroup, resetids, setsid, setsigmask, setsigdef, scheduler, results().schedParam);
        return Spawning.spawn(ts, "posix_spawn", PathArgument.of(ts, path, "posix_spawn", "path"), argv, env, options);
    }

    @Expose(
            signature =
                    "(path, argv, env, /, *, file_actions=(), setpgroup=<absent>, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=<absent>)",
            doc = "As posix_spawn(), searching PATH.")
    long posix_spawnp(
            ThreadState ts,
            Object path,
            Object argv,
            Object env,
            @Nullable Object file_actions,
            @Nullable Object setpgroup,
            boolean resetids,
            boolean setsid,
            @Nullable Object setsigmask,
            @Nullable Object setsigdef,
            @Nullable Object scheduler) {
        Spawning.Options options = new Spawning.Options(
                file_actions, setpgroup, resetids, setsid, setsigmask, setsigdef, scheduler, results().schedParam);
        return Spawning.spawn(
                ts, "posix_spawnp", PathArgument.of(ts, path, "posix_spawnp", "path"), argv, env, options);
    }

    @Expose(signature = "(path, argv, /)", doc = "Replace the whole process by a program.")
    static void execv(ThreadState ts, Object path, Object argv) {
        Spawning.exec(ts, PathArgument.of(ts, path, "execv", "path"), argv, "execv", null);
    }

    @Expose(signature = "(path, argv, env)", doc = "Replace the whole process by a program with an environment.")
    static void execve(ThreadState ts, Object path, Object argv, Object env) {
        Spawning.exec(ts, PathArgument.orFd(ts, path, "execve", "path"), argv, "execve", env);
    }

    // os.py would make these of fork and exec; they are left to it where there is no such function

    @Expose(signature = "(mode, file, args, /)", doc = "Start a program; wait for its end when the mode is P_WAIT.")
    static long spawnv(ThreadState ts, int mode, Object file, Object args) {
        return Spawning.spawnMode(ts, mode, file, args, null, false);
    }

    @Expose(signature = "(mode, file, args, env, /)", doc = "As spawnv() with an environment.")
    static long spawnve(ThreadState ts, int mode, Object file, Object args, Object env) {
        return Spawning.spawnMode(ts, mode, file, args, env, false);
    }

    @Expose(signature = "(mode, file, args, /)", doc = "As spawnv(), searching PATH.")
    static long spawnvp(ThreadState ts, int mode, Object file, Object args) {
        return Spawning.spawnMode(ts, mode, file, args, null, true);
    }

    @Expose(signature = "(mode, file, args, env, /)", doc = "As spawnvp() with an environment.")
    static long spawnvpe(ThreadState ts, int mode, Object file, Object args, Object env) {
        return Spawning.spawnMode(ts, mode, file, args, env, true);
    }

    private static RuntimeException noFork(ThreadState ts) {
        if (!ts.interpreter().allowsFork()) {
            return ts.error("RuntimeError", "fork not supported for isolated subinterpreters");
        }
        return ts.osError(
                OsException.withText(
                        Errno.ENOSYS, "A JVM can't be forked: use subprocess or os.posix_spawn for a new process"),
                null,
                null);
    }

    @Expose(doc = "A JVM can't be forked: always raises.")
    static Object fork(ThreadState ts) {
        ts.audit("os.fork");
        throw noFork(ts);
    }

    @Expose(doc = "A JVM can't be forked: always raises.")
    static Object forkpty(ThreadState ts) {
        ts.audit("os.forkpty");
        throw noFork(ts);
    }

    @Expose(
            signature = "(*, before=<absent>, after_in_child=<absent>, after_in_parent=<absent>)",
            doc = "Accepts functions around fork(); since that never succeeds, they are never called.")
    static void register_at_fork(
            ThreadState ts,
            @Nullable Object before,
            @Nullable Object after_in_child,
            @Nullable Object after_in_parent) {
        if (before == null && after_in_child == null && after_in_parent == null) {
            throw ts.typeError("At least one argument is required.");
        }
        checkCallable(ts, before, "before");
        checkCallable(ts, after_in_child, "after_in_child");
        checkCallable(ts, after_in_parent, "after_in_parent");
    }

    private static void checkCallable(ThreadState ts, @Nullable Object f, String name) {
        if (f != null && !ts.isCallable(f)) {
            throw ts.typeError(
                    "'" + name + "' must be callable, not " + ts.typeOf(f).displayName());
        }
    }

    // --- what a status means -----------------------------------------------------------------------------------

    @Expose(signature = "(status, /)", doc = "Whether the child left a core file.")
    static boolean WCOREDUMP(ThreadState ts, int status) {
        return (status & 0x80) != 0;
    }

    @Expose(signature = "(status)", doc = "Whether the child was continued.")
    static boolean WIFCONTINUED(ThreadState ts, int status) {
        return status == 0xFFFF;
    }

    @Expose(signature = "(status)", doc = "Whether the child was stopped.")
    static boolean WIFSTOPPED(ThreadState ts, int status) {
        return (status & 0xFF) == 0x7F;
    }

    @Expose(signature = "(status)", doc = "Whether a signal ended the child.")
    static boolean WIFSIGNALED(ThreadState ts, int status) {
        return (byte) ((status & 0x7F) + 1) >> 1 > 0;
    }

    @Expose(signature = "(status)", doc = "Whether the child ended by itself.")
    static boolean WIFEXITED(ThreadState ts, int status) {
        return (status & 0x7F) == 0;
    }

    @Expose(signature = "(status)", doc = "The exit code of the child.")
    static long WEXITSTATUS(ThreadState ts, int status) {
        return status >> 8 & 0xFF;
    }

    @Expose(signature = "(status)", doc = "The signal that ended the child.")
    static long WTERMSIG(ThreadState ts, int status) {
        return status & 0x7F;
    }

    @Expose(signature = "(status)", doc = "The signal that stopped the child.")
    static long WSTOPSIG(ThreadState ts, int status) {
        return status >> 8 & 0xFF;
    }

    @Expose(signature = "(status)", doc = "A status as an exit code: a signal's number is negated.")
    static long waitstatus_to_exitcode(ThreadState ts, int status) {
        if (WIFEXITED(ts, status)) {
            return WEXITSTATUS(ts, status);
        }
        if (WIFSIGNALED(ts, status)) {
            return -WTERMSIG(ts, status);
        }
        if (WIFSTOPPED(ts, status)) {
            throw ts.valueError("process stopped by delivery of signal " + WSTOPSIG(ts, status));
        }
        throw ts.valueError("invalid wait status: " + status);
    }
}
