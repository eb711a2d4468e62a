package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.OsProcess;
import dev.clutch.extension.spi.os.OsSpawn;
import dev.clutch.extension.spi.os.WakeHandle;
import org.jspecify.annotations.Nullable;

/** As {@link LimitedFiles}, for processes. */
final class LimitedProcess extends OsProcess {
    private final OsProcess delegate;
    private final Quotas quotas;

    LimitedProcess(OsProcess delegate, Quotas quotas) {
        this.delegate = delegate;
        this.quotas = quotas;
    }

    @Override
    public int getpid() {
        return delegate.getpid();
    }

    @Override
    public int getppid() {
        return delegate.getppid();
    }

    @Override
    public int getuid() {
        return delegate.getuid();
    }

    @Override
    public int geteuid() {
        return delegate.geteuid();
    }

    @Override
    public int getgid() {
        return delegate.getgid();
    }

    @Override
    public int getegid() {
        return delegate.getegid();
    }

    @Override
    public int spawn(OsSpawn request) {
        return delegate.spawn(request);
    }

    @Override
    public Wait waitpid(int pid, int options, @Nullable WakeHandle wake) {
        return delegate.waitpid(pid, options, wake);
    }

    @Override
    public void kill(int pid, int signal) {
        delegate.kill(pid, signal);
    }

    @Override
    public void killpg(int group, int signal) {
        delegate.killpg(group, signal);
    }

    @Override
    public void exec(String path, String[] arguments, String[] environment) {
        delegate.exec(path, arguments, environment);
    }

    @Override
    public int getpgid(int pid) {
        return delegate.getpgid(pid);
    }

    @Override
    public void setpgid(int pid, int group) {
        delegate.setpgid(pid, group);
    }

    @Override
    public int getsid(int pid) {
        return delegate.getsid(pid);
    }

    @Override
    public int setsid() {
        return delegate.setsid();
    }

    @Override
    public int[] getgroups() {
        return delegate.getgroups();
    }

    @Override
    public void setIds(IdKind kind, int id) {
        delegate.setIds(kind, id);
    }

    @Override
    public int getPriority(int which, int who) {
        return delegate.getPriority(which, who);
    }

    @Override
    public void setPriority(int which, int who, int priority) {
        delegate.setPriority(which, who, priority);
    }

    @Override
    public int nice(int increment) {
        return delegate.nice(increment);
    }

    @Override
    public Usage usage(int who) {
        return delegate.usage(who);
    }

    @Override
    public Limit getLimit(int resource) {
        return delegate.getLimit(resource);
    }

    @Override
    public void setLimit(int resource, Limit limit) {
        delegate.setLimit(resource, limit);
    }

    @Override
    public long[] setTimer(int which, long delayMicros, long intervalMicros) {
        return delegate.setTimer(which, delayMicros, intervalMicros);
    }

    @Override
    public long[] getTimer(int which) {
        return delegate.getTimer(which);
    }

    @Override
    public int[] getAffinity(int pid) {
        return delegate.getAffinity(pid);
    }

    @Override
    public void yieldCpu() {
        delegate.yieldCpu();
    }

    @Override
    public ChildInfo waitid(int idType, int id, int options, @Nullable WakeHandle wake) {
        return delegate.waitid(idType, id, options, wake);
    }

    @Override
    public int openPid(int pid, int flags) {
        return quotas.openNumbered(() -> delegate.openPid(pid, flags));
    }

    @Override
    public int[] getIds(boolean group) {
        return delegate.getIds(group);
    }

    @Override
    public void setIds(boolean group, int real, int effective, int saved) {
        delegate.setIds(group, real, effective, saved);
    }

    @Override
    public void setIds(boolean group, int real, int effective) {
        delegate.setIds(group, real, effective);
    }

    @Override
    public void setGroups(int[] groups) {
        delegate.setGroups(groups);
    }

    @Override
    public void setAffinity(int pid, int[] cpus) {
        delegate.setAffinity(pid, cpus);
    }

    @Override
    public int priorityLimit(int policy, boolean greatest) {
        return delegate.priorityLimit(policy, greatest);
    }

    @Override
    public int getScheduler(int pid) {
        return delegate.getScheduler(pid);
    }

    @Override
    public void setScheduler(int pid, int policy, int priority) {
        delegate.setScheduler(pid, policy, priority);
    }

    @Override
    public int getSchedulerPriority(int pid) {
        return delegate.getSchedulerPriority(pid);
    }

    @Override
    public void setSchedulerPriority(int pid, int priority) {
        delegate.setSchedulerPriority(pid, priority);
    }

    @Override
    public long roundRobinNanos(int pid) {
        return delegate.roundRobinNanos(pid);
    }
}
