package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a child process is to be: the arguments of {@code _posixsubprocess.fork_exec} and {@code os.posix_spawn} that
 * posix_spawn(3) can honour. Actions happen in the order in which they were added, after the change of directory.
 */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public final class OsSpawn {
    /** A step in the child before the program starts. */
    public sealed interface Action {
        /** {@code fd} of the child becomes a copy of {@code source}, inherited by the program. */
        record Dup2(int source, int fd) implements Action {}

        /** {@code fd} of the child is closed; nothing if it isn't open. */
        record Close(int fd) implements Action {}

        /** {@code fd} of the child becomes the file, opened there; {@code mode} counts with O_CREAT. */
        record Open(int fd, String path, int flags, int mode) implements Action {}
    }

    private final List<String> executables = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private final List<String> arguments;
    private @Nullable List<String> environment;
    private @Nullable String workingDirectory;
    private int[] keptDescriptors = {};
    private int[] standardStreams = {-1, -1, -1};
    private boolean closeDescriptors;
    private boolean newSession;
    private int processGroup = -1;
    private int[] defaultSignals = {};
    private int[] blockedSignals = {};
    private boolean resetIds;
    private int[] scheduler = {};
    private boolean searchPath;

    /** Begins with what the program gets as {@code argv}, its name first. */
    public OsSpawn(List<String> arguments) {
        this.arguments = List.copyOf(arguments);
    }

    /** Adds a path to try; the first one that exists is run, as the list of {@code fork_exec}. */
    public OsSpawn executable(String path) {
        executables.add(path);
        return this;
    }

    /** Searches a name without slash in PATH of the child's environment. */
    public OsSpawn searchPath(boolean search) {
        searchPath = search;
        return this;
    }

    /** Adds a step; steps are taken in the order in which they were added. */
    public OsSpawn action(Action action) {
        actions.add(action);
        return this;
    }

    /**
     * What becomes 0, 1 and 2 of the child, after the other actions; -1 inherits. Any source may stand in any place:
     * descriptors below 3 that must move are copied first, as {@code child_exec} of CPython does.
     */
    public OsSpawn standardStreams(int in, int out, int err) {
        standardStreams = new int[] {in, out, err};
        return this;
    }

    /** {@code NAME=value} rows; without it the interpreter's environment. */
    public OsSpawn environment(List<String> rows) {
        environment = List.copyOf(rows);
        return this;
    }

    /** Relative to the interpreter's working directory, which is also the default. */
    public OsSpawn workingDirectory(@Nullable String path) {
        workingDirectory = path;
        return this;
    }

    /**
     * Closes every descriptor from 3 on except {@code kept}, which are made inheritable in the child. Without it the
     * child gets the inheritable descriptors that Python code opened and those that the actions make.
     */
    public OsSpawn closeDescriptorsExcept(int... kept) {
        closeDescriptors = true;
        keptDescriptors = kept.clone();
        Arrays.sort(keptDescriptors);
        return this;
    }

    /** {@code setsid} in the child: {@code start_new_session} of subprocess. */
    public OsSpawn newSession(boolean on) {
        newSession = on;
        return this;
    }

    /** Joins this group; 0 makes a new one; -1, the default, leaves it. */
    public OsSpawn processGroup(int group) {
        processGroup = group;
        return this;
    }

    /** These get their default action; {@code restore_signals} asks for SIGPIPE and SIGXFSZ. */
    public OsSpawn defaultSignals(int... signals) {
        defaultSignals = signals.clone();
        return this;
    }

    /** These are blocked in the child, by default none. */
    public OsSpawn blockedSignals(int... signals) {
        blockedSignals = signals.clone();
        return this;
    }

    /** Sets the priority, and the scheduling policy unless that is -1. */
    public OsSpawn scheduler(int policy, int priority) {
        scheduler = new int[] {policy, priority};
        return this;
    }

    /** Effective ids become the real ones. */
    public OsSpawn resetIds(boolean on) {
        resetIds = on;
        return this;
    }

    /** The paths to try, in order; at least one by the time of {@link OsProcess#spawn}. */
    public List<String> executables() {
        return executables;
    }

    /** What the program gets as {@code argv}. */
    public List<String> arguments() {
        return arguments;
    }

    /** The steps, in order. */
    public List<Action> actions() {
        return actions;
    }

    /** {@code NAME=value} rows; null for the interpreter's environment. */
    public @Nullable List<String> environment() {
        return environment;
    }

    /** Where the program starts; null for the interpreter's working directory. */
    public @Nullable String workingDirectory() {
        return workingDirectory;
    }

    /** Whether {@link #closeDescriptorsExcept} was called. */
    public boolean closesDescriptors() {
        return closeDescriptors;
    }

    /** Sorted. */
    public int[] keptDescriptors() {
        return keptDescriptors.clone();
    }

    /** Three descriptors; -1 inherits. */
    public int[] standardStreams() {
        return standardStreams.clone();
    }

    /** Whether the child begins a session. */
    public boolean newSession() {
        return newSession;
    }

    /** The group to join, 0 for a new one, -1 for the one of the JVM. */
    public int processGroup() {
        return processGroup;
    }

    /** Signals that get their default action. */
    public int[] defaultSignals() {
        return defaultSignals.clone();
    }

    /** Signals that are blocked. */
    public int[] blockedSignals() {
        return blockedSignals.clone();
    }

    /** Policy and priority, or nothing. */
    public int[] scheduler() {
        return scheduler.clone();
    }

    /** Whether effective ids become the real ones. */
    public boolean resetsIds() {
        return resetIds;
    }

    /** Whether a name without slash is looked for in PATH. */
    public boolean searchesPath() {
        return searchPath;
    }
}
