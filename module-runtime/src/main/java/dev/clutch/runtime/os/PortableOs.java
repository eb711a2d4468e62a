package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Os;
import dev.clutch.extension.spi.os.OsClock;
import dev.clutch.extension.spi.os.OsEnvironment;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsPaths;
import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.OsProcess;
import dev.clutch.extension.spi.os.OsSockets;
import dev.clutch.extension.spi.os.OsSystem;
import dev.clutch.extension.spi.os.OsTerminal;
import dev.clutch.extension.spi.os.OsUsers;
import dev.clutch.extension.spi.os.WakeHandle;

/**
 * The JDK alone. Descriptors are numbers of this interpreter, lowest free first as POSIX wants, 0 to 2 being the JVM's
 * streams; another process or interpreter doesn't know them. Pipes live in memory; what a child process reads or writes
 * is carried to it by threads. What has no counterpart in the JDK raises one sentence that names the remedy.
 */
final class PortableOs extends Os {
    private final String reason;
    private final OsEnvironment environment;
    private final VirtualDescriptors descriptors;
    private final OsFiles files;
    private final OsPaths paths;
    private final OsClock clock;
    private final OsProcess process;
    private final OsSockets sockets;
    private final OsPolling polling;
    private final OsTerminal terminal;
    private final OsUsers users;
    private final OsSystem system;

    PortableOs(
            String reason,
            StandardStreams streams,
            NioPaths nio,
            WorkingDirectory directory,
            InterpreterEnvironment environment) {
        this.reason = reason;
        this.environment = environment;
        descriptors = new VirtualDescriptors();
        descriptors.put(0, new VirtualStream(streams, 0));
        descriptors.put(1, new VirtualStream(streams, 1));
        descriptors.put(2, new VirtualStream(streams, 2));
        PortablePaths portablePaths = new PortablePaths(nio, directory);
        paths = portablePaths;
        terminal = new PortableTerminal(descriptors);
        files = new PortableFiles(portablePaths, descriptors, terminal);
        clock = new JavaClock(environment);
        process = new PortableProcess(directory, environment, descriptors);
        sockets = new PortableSockets(descriptors, directory);
        polling = new PortablePolling(descriptors);
        users = new PortableUsers();
        system = new PortableSystem();
    }

    @Override
    public String kind() {
        return "portable";
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
        return process;
    }

    @Override
    public OsSockets sockets() {
        return sockets;
    }

    @Override
    public OsPolling polling() {
        return polling;
    }

    @Override
    public OsTerminal terminal() {
        return terminal;
    }

    @Override
    public OsUsers users() {
        return users;
    }

    @Override
    public OsSystem system() {
        return system;
    }

    @Override
    public WakeHandle newWakeHandle() {
        return new PortableWake();
    }

    /** Virtual descriptors die with their interpreter. */
    @Override
    public void close() {
        descriptors.closeAll();
    }
}
