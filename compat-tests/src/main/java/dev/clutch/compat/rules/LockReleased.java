package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Untested;
import dev.clutch.compat.Violation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Who waits lets others in: no clock decides, only whether another thread got in before the call was over. */
public final class LockReleased extends Rule {
    /** Makes the rule. */
    public LockReleased() {
        super("lock-released", Kind.REQUIRED, 23, "A call that waits gives up the interpreter's lock");
    }

    @Override
    public void check(Bench bench) throws Exception {
        try (Guest guest = bench.isolated()) {
            bench.use(guest);
            if (!bench.defines(guest, "blocking")) {
                throw new Untested("the sample defines no blocking(): a call that waits a moment");
            }
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(1);
            AtomicBoolean over = new AtomicBoolean();
            @Nullable String[] failure = new @Nullable String[1];
            Object blocking = guest.eval("blocking");
            bench.start("compat-blocking", () -> {
                try {
                    guest.in(ts -> {
                        inside.countDown();
                        ts.call(blocking);
                        over.set(true);
                        return true;
                    });
                } catch (Guest.Raised e) {
                    failure[0] = e.getMessage();
                } finally {
                    ended.countDown();
                }
            });
            inside.await();
            boolean first = guest.in(ts -> !over.get());
            if (!ended.await(bench.subject().patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Violation("blocking() of the sample does not return");
            }
            if (failure[0] != null) {
                throw new Violation("blocking() of the sample failed:\n" + failure[0]);
            }
            if (!first) {
                throw new Violation("no other thread got into the interpreter while blocking() of the sample ran:"
                        + " put the waiting between ts.beginBlocking() and ts.endBlocking()");
            }
        }
    }
}
