package dev.clutch.interp.host;

import dev.clutch.runtime.Remains;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What a runtime keeps for its embedder: the clock of deadlines and the queue ends that are to be closed. From any thread. */
public final class HostState {
    private static final long IDLE_SECONDS = 1;

    /** Something of the embedder's that outlives the runtime unless he closes it. */
    public interface End {
        /** Whether it has been closed. */
        boolean isClosed();

        /** What it is, for the report. */
        String describe();
    }

    private final ReentrantLock mutex = new ReentrantLock();
    // Guarded by the mutex.
    private @Nullable ScheduledThreadPoolExecutor clock;
    private List<WeakReference<End>> ends = new ArrayList<>();
    private int nextPurge = 64;

    /** For the language. */
    public HostState() {}

    /** The clock of deadlines, a thread that goes when there is none for a second. */
    public ScheduledThreadPoolExecutor clock() {
        mutex.lock();
        try {
            ScheduledThreadPoolExecutor made = clock;
            if (made == null) {
                made = new ScheduledThreadPoolExecutor(1, HostState::thread);
                made.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
                made.allowCoreThreadTimeOut(true);
                made.setRemoveOnCancelPolicy(true);
                clock = made;
            }
            return made;
        } finally {
            mutex.unlock();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "clutch-deadlines", 0, false);
        thread.setDaemon(true);
        return thread;
    }

    /** Notes an end, weakly. */
    public void opened(End end) {
        mutex.lock();
        try {
            if (ends.size() >= nextPurge) {
                List<WeakReference<End>> live = new ArrayList<>();
                for (WeakReference<End> reference : ends) {
                    End known = reference.get();
                    if (known != null && !known.isClosed()) {
                        live.add(reference);
                    }
                }
                ends = live;
                nextPurge = Math.max(64, 2 * live.size());
            }
            ends.add(new WeakReference<>(end));
        } finally {
            mutex.unlock();
        }
    }

    /** The runtime is closed: what the embedder has not closed goes to the report. */
    public void close(Remains remains) {
        mutex.lock();
        try {
            if (clock != null) {
                clock.shutdownNow();
            }
            for (WeakReference<End> reference : ends) {
                End left = reference.get();
                if (left != null && !left.isClosed()) {
                    remains.watch(left, left.describe());
                }
            }
            ends = new ArrayList<>();
        } finally {
            mutex.unlock();
        }
    }
}
