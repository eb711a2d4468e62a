package dev.clutch.interp.imports;

import dev.clutch.extension.spi.ModuleDefinition;
import dev.clutch.extension.spi.os.WakeHandle;
import dev.clutch.interp.PyThreadState;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs foreign code, a provider's constructor and {@code definition()}, in a thread of its own, while the importing one has given up the lock and waits: if it hangs, an interrupt or the end of the
 * interpreter ends the import, and leaves that thread behind, interrupted. A stack that it overflows is not ours.
 */
final class ProviderCall implements Runnable {
    private static final long LOOK_NANOS = 20_000_000;

    private final Extensions.Found extension;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable ModuleDefinition definition;
    private volatile @Nullable Throwable failure;

    ProviderCall(Extensions.Found extension) {
        this.extension = extension;
    }

    @Nullable
    ModuleDefinition definition() {
        return definition;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    @Override
    @SuppressWarnings("CatchAndPrintStackTrace") // whatever a provider throws is reported as an ImportError
    public void run() {
        try {
            definition = extension.provider().definition();
        } catch (Throwable e) {
            failure = reason(e);
        } finally {
            done.countDown();
        }
    }

    /** What the provider threw, without the errors that the JDK wraps around it. */
    private static Throwable reason(Throwable thrown) {
        Throwable inner = thrown;
        while (inner instanceof ServiceConfigurationError || inner instanceof ExceptionInInitializerError) {
            Throwable cause = inner.getCause();
            if (cause == null) {
                break;
            }
            inner = cause;
        }
        return inner;
    }

    /** Waits for the provider; raises what an interrupt raises. */
    void run(PyThreadState ts) {
        Thread thread = new Thread(this, "provider " + extension.declaration().provider());
        thread.setDaemon(true);
        thread.setContextClassLoader(extension.contextLoader());
        thread.start();
        boolean ended = false;
        try {
            do {
                WakeHandle wake = ts.beginWakeable();
                try {
                    waitFor(wake);
                } finally {
                    ts.endWakeable(wake);
                }
                ts.checkInterrupts();
            } while (done.getCount() > 0);
            ended = true;
        } finally {
            if (!ended) {
                thread.interrupt();
            }
        }
    }

    private void waitFor(WakeHandle wake) {
        while (done.getCount() > 0 && !wake.isFired()) {
            boolean interrupted = false;
            try {
                if (done.await(LOOK_NANOS, TimeUnit.NANOSECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
            if (interrupted) {
                // kept for the owner of the thread, as a handle's wait does
                Thread.currentThread().interrupt();
                wake.fire();
            }
        }
    }
}
