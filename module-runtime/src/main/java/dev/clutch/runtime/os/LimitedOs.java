package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Os;
import dev.clutch.extension.spi.os.OsClock;
import dev.clutch.extension.spi.os.OsEnvironment;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsPaths;
import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.OsProcess;
import dev.clutch.extension.spi.os.OsSemaphores;
import dev.clutch.extension.spi.os.OsSockets;
import dev.clutch.extension.spi.os.OsSystem;
import dev.clutch.extension.spi.os.OsTerminal;
import dev.clutch.extension.spi.os.OsUsers;
import dev.clutch.extension.spi.os.WakeHandle;

/** The operating system of an interpreter whose output or open files are limited. */
final class LimitedOs extends Os {
    private final Os delegate;
    private final LimitedFiles files;
    private final LimitedSockets sockets;
    private final LimitedPolling polling;
    private final LimitedTerminal terminal;
    private final LimitedProcess process;
    private final Quotas quotas;

    LimitedOs(Os delegate, Quotas quotas) {
        this.delegate = delegate;
        this.quotas = quotas;
        this.files = new LimitedFiles(delegate.files(), quotas);
        this.sockets = new LimitedSockets(delegate.sockets(), files, quotas);
        this.polling = new LimitedPolling(delegate.polling(), quotas);
        this.terminal = new LimitedTerminal(delegate.terminal(), quotas);
        this.process = new LimitedProcess(delegate.process(), quotas);
    }

    boolean count(long bytes) {
        return quotas.grantOutput(bytes) >= 0;
    }

    @Override
    public String kind() {
        return delegate.kind();
    }

    @Override
    public String reason() {
        return delegate.reason();
    }

    @Override
    public OsFiles files() {
        return files;
    }

    @Override
    public OsPaths paths() {
        return delegate.paths();
    }

    @Override
    public OsEnvironment environment() {
        return delegate.environment();
    }

    @Override
    public OsClock clock() {
        return delegate.clock();
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
        return delegate.users();
    }

    @Override
    public OsSystem system() {
        return delegate.system();
    }

    @Override
    public OsSemaphores semaphores() {
        return delegate.semaphores();
    }

    @Override
    public WakeHandle newWakeHandle() {
        return delegate.newWakeHandle();
    }

    @Override
    public void close() {
        delegate.close();
    }
}
