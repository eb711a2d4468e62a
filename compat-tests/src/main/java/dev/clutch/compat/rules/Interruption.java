package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Untested;
import dev.clutch.compat.Violation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A long loop asks now and then whether it is to go on. */
public final class Interruption extends Rule {
    /** Makes the rule. */
    public Interruption() {
        super("interruption", Kind.REQUIRED, 22, "A long call ends when it is interrupted");
    }

    @Override
    public void check(Bench bench) throws Exception {
        try (Guest guest = bench.isolated()) {
            bench.use(guest);
            if (!bench.defines(guest, "endless")) {
                throw new Untested(
                        "the sample defines no endless(): a call that runs for ever unless it is interrupted");
            }
            CountDownLatch begins = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(1);
            String[] how = {"returned"};
            bench.start("compat-endless", () -> {
                try {
                    guest.in(ts -> {
                        begins.countDown();
                        return true;
                    });
                    guest.run("endless()");
                } catch (Guest.Raised e) {
                    how[0] = e.type();
                } finally {
                    ended.countDown();
                }
            });
            begins.await();
            Thread.sleep(50);
            guest.interpreter().interrupt();
            if (!ended.await(bench.soon().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Violation(
                        "endless() of the sample went on for " + bench.soon().toMillis()
                                + " ms after it was interrupted: call ts.checkInterrupts() in the loop");
            }
            if (!how[0].equals("KeyboardInterrupt")) {
                throw new Violation("endless() of the sample ended with " + how[0]
                        + " instead of the KeyboardInterrupt that was sent");
            }
        }
    }
}
