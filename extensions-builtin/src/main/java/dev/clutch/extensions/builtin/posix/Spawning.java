package dev.clutch.extensions.builtin.posix;

import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsSpawn;
import dev.clutch.extension.spi.os.OsSpawn.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starting programs. Answers to {@code py_posix_spawn} and {@code os_execve_impl}. */
final class Spawning {
    private static final int OPEN = 0;
    private static final int CLOSE = 1;
    private static final int DUP2 = 2;
    private static final int SIGNALS = 64;

    private Spawning() {}

    /** The keyword arguments of {@code posix_spawn}; null where one was left out. */
    record Options(
            @Nullable Object fileActions,
            @Nullable Object group,
            boolean resetIds,
            boolean session,
            @Nullable Object mask,
            @Nullable Object defaults,
            @Nullable Object scheduler,
            PyType schedParam) {}

    static long spawn(ThreadState ts, String function, PathArgument path, Object argv, Object env, Options options) {
        OsSpawn request = new OsSpawn(arguments(ts, argv, function + ": argv"));
        request.executable(path.text).searchPath(function.equals("posix_spawnp"));
        if (env != Singleton.NONE) {
            request.environment(environment(ts, env, function));
        } else {
            throw ts.typeError(function + ": environment must be a mapping object");
        }
        ts.audit("os.posix_spawn", path.object, argv, env);
        Object actions = options.fileActions;
        if (actions != null && actions != Singleton.NONE) {
            addActions(ts, request, actions);
        }
        Object group = options.group;
        if (group != null) {
            request.processGroup(ts.asInt(group));
        }
        request.resetIds(options.resetIds).newSession(options.session);
        Object mask = options.mask;
        if (mask != null) {
            request.blockedSignals(signals(ts, mask));
        }
        Object defaults = options.defaults;
        if (defaults != null) {
            request.defaultSignals(signals(ts, defaults));
        }
        Object scheduler = options.scheduler;
        if (scheduler != null && scheduler != Singleton.NONE) {
            setScheduler(ts, request, options.schedParam, scheduler);
        }
        return PosixBase.run(ts, os -> os.process().spawn(request), path.object, null);
    }

    private static void setScheduler(ThreadState ts, OsSpawn request, PyType schedParam, Object scheduler) {
        if (!ts.isTuple(scheduler) || ts.fastSize(scheduler) != 2) {
            throw ts.typeError("A scheduler tuple must have two elements");
        }
        Object policy = ts.fastItem(scheduler, 0);
        int priority = SystemFunctions.priority(ts, schedParam, ts.fastItem(scheduler, 1));
        request.scheduler(policy == Singleton.NONE ? -1 : ts.asInt(policy), priority);
    }

    /** {@code os._spawnvef}: what can't be started counts as a child that ended with 127. */
    static long spawnMode(ThreadState ts, int mode, Object file, Object args, @Nullable Object env, boolean search) {
        if (!ts.isList(args) && !ts.isTuple(args)) {
            throw ts.typeError("argv must be a tuple or a list");
        }
        if (ts.fastSize(args) == 0 || !ts.isTrue(ts.fastItem(args, 0))) {
            throw ts.valueError("argv first element cannot be empty");
        }
        OsSpawn request = new OsSpawn(arguments(ts, args, "argv"))
                .executable(PathArgument.fsText(ts, file))
                .searchPath(search);
        OsSpawn failing = new OsSpawn(List.of("sh", "-c", "exit 127")).executable("/bin/sh");
        if (env != null) {
            request.environment(environment(ts, env, "spawnve"));
        }
        // What CPython's parent and child raise.
        ts.audit("os.fork");
        ts.audit("os.exec", file, args, env == null ? Singleton.NONE : env);
        int pid = PosixBase.run(ts, os -> {
            try {
                return os.process().spawn(request);
            } catch (OsException e) {
                return os.process().spawn(failing);
            }
        });
        if (mode != 0) {
            return pid;
        }
        while (true) {
            int status = PosixBase.wait(ts, (os, wake) -> os.process().waitpid(pid, 0, wake))
                    .status();
            if (!ProcessFunctions.WIFSTOPPED(ts, status)) {
                return ProcessFunctions.waitstatus_to_exitcode(ts, status);
            }
        }
    }

    static long system(ThreadState ts, String command) {
        OsSpawn request = new OsSpawn(List.of("sh", "-c", command)).executable("/bin/sh");
        int pid = PosixBase.run(ts, os -> os.process().spawn(request));
        return PosixBase.wait(ts, (os, wake) -> os.process().waitpid(pid, 0, wake))
                .status();
    }

    static void exec(ThreadState ts, PathArgument path, Object argv, String function, @Nullable Object env) {
        if (!ts.interpreter().allowsExec()) {
            throw ts.error("RuntimeError", "exec not supported for isolated subinterpreters");
        }
        String what = function.equals("execv") ? "execv() arg 2" : "execve: argv";
        List<String> arguments = arguments(ts, argv, what);
        List<String> rows = env == null ? own(ts) : environment(ts, env, function);
        ts.audit("os.exec", path.object, argv, env == null ? Singleton.NONE : env);
        String file = path.isFd() ? "/proc/self/fd/" + path.fd : path.text;
        try {
            ts.os().process().exec(file, arguments.toArray(new String[0]), rows.toArray(new String[0]));
        } catch (OsException e) {
            // CPython names the path for execve alone
            throw ts.osError(e, env == null ? null : path.nameOrNull(), null);
        }
    }

    private static List<String> own(ThreadState ts) {
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, String> e : ts.os().environment().snapshot().entrySet()) {
            rows.add(e.getKey() + "=" + e.getValue());
        }
        return rows;
    }

    private static List<String> arguments(ThreadState ts, Object argv, String what) {
        if (!ts.isList(argv) && !ts.isTuple(argv)) {
            throw ts.typeError(what + " must be a tuple or list");
        }
        Object[] items = ts.toArray(argv);
        if (items.length == 0) {
            throw ts.valueError(what + " must not be empty");
        }
        List<String> out = new ArrayList<>(items.length);
        for (Object item : items) {
            out.add(PathArgument.fsText(ts, item));
        }
        if (out.getFirst().isEmpty()) {
            throw ts.valueError(what + " first element cannot be empty");
        }
        return out;
    }

    /** {@code parse_envlist}. */
    static List<String> environment(ThreadState ts, Object env, String function) {
        if (ts.findSpecial(env, "__getitem__") == null || ts.isList(env) || ts.isTuple(env) || ts.isStr(env)) {
            throw ts.typeError(function + ": environment must be a mapping object");
        }
        Object[] keys = ts.toArray(list(ts, env, "keys"));
        Object[] values = ts.toArray(list(ts, env, "values"));
        if (keys.length != values.length) {
            throw ts.error("RuntimeError", "environment changed size during iteration");
        }
        List<String> rows = new ArrayList<>(keys.length);
        for (int i = 0; i < keys.length; i++) {
            String key = PathArgument.fsText(ts, keys[i]);
            String value = PathArgument.fsText(ts, values[i]);
            if (key.isEmpty() || key.indexOf('=', 1) >= 0) {
                throw ts.valueError("illegal environment variable name");
            }
            rows.add(key + "=" + value);
        }
        return rows;
    }

    private static Object list(ThreadState ts, Object env, String method) {
        Object all = ts.callMethod(env, method);
        if (ts.findSpecial(all, "__iter__") == null) {
            throw ts.typeError("env." + method + "() is not a list");
        }
        return all;
    }

    private static void addActions(ThreadState ts, OsSpawn request, Object actions) {
        if (ts.findSpecial(actions, "__iter__") == null && ts.findSpecial(actions, "__getitem__") == null) {
            throw ts.typeError("file_actions must be a sequence or None");
        }
        for (Object action : ts.toArray(actions)) {
            if (!ts.isTuple(action) || ts.fastSize(action) == 0) {
                throw ts.typeError("Each file_actions element must be a non-empty tuple");
            }
            int count = ts.fastSize(action);
            switch (ts.asInt(ts.fastItem(action, 0))) {
                case OPEN -> {
                    require(ts, count, 5, "A open file_action tuple must have 5 elements");
                    request.action(new Action.Open(
                            ts.asInt(ts.fastItem(action, 1)),
                            PathArgument.fsText(ts, ts.fastItem(action, 2)),
                            ts.asInt(ts.fastItem(action, 3)),
                            ts.asInt(ts.fastItem(action, 4))));
                }
                case CLOSE -> {
                    require(ts, count, 2, "A close file_action tuple must have 2 elements");
                    request.action(new Action.Close(ts.asInt(ts.fastItem(action, 1))));
                }
                case DUP2 -> {
                    require(ts, count, 3, "A dup2 file_action tuple must have 3 elements");
                    request.action(new Action.Dup2(ts.asInt(ts.fastItem(action, 1)), ts.asInt(ts.fastItem(action, 2))));
                }
                default -> throw ts.typeError("Unknown file_actions identifier");
            }
        }
    }

    private static void require(ThreadState ts, int count, int wanted, String message) {
        if (count != wanted) {
            throw ts.typeError(message);
        }
    }

    /** {@code _Py_Sigset_Converter}. */
    private static int[] signals(ThreadState ts, Object set) {
        Object[] items = ts.toArray(set);
        int[] out = new int[items.length];
        for (int i = 0; i < out.length; i++) {
            long signal;
            try {
                signal = ts.asLong(items[i]);
            } catch (PythonException e) {
                throw ts.matches(e, "OverflowError")
                        ? ts.valueError("signal number out of range [1; " + SIGNALS + "]")
                        : e;
            }
            if (signal <= 0 || signal > SIGNALS) {
                throw ts.valueError("signal number " + signal + " out of range [1; " + SIGNALS + "]");
            }
            out[i] = (int) signal;
        }
        return out;
    }
}
