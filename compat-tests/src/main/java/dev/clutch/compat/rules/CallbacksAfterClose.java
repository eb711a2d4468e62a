package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Untested;
import dev.clutch.compat.Violation;
import dev.clutch.interp.object.PyList;
import dev.clutch.runtime.CloseReport;

/** A callback from outside enters its interpreter as long as that is open, and does nothing afterwards. */
public final class CallbacksAfterClose extends Rule {
    private static final int PAUSE = 5;
    private static final int PAUSES = 60;

    /** Makes the rule. */
    public CallbacksAfterClose() {
        super(
                "callbacks-after-close",
                Kind.REQUIRED,
                21,
                "Callbacks from outside do nothing once the interpreter is closed");
    }

    @Override
    public void check(Bench bench) throws Exception {
        Guest guest = bench.isolated();
        PyList calls;
        CloseReport report;
        try {
            bench.use(guest);
            if (!bench.defines(guest, "callback")) {
                throw new Untested(
                        "the sample defines no callback(f): has the extension call f from a thread of its own, again and again");
            }
            guest.run("__calls__ = []\ncallback(lambda *args: __calls__.append(1))");
            calls = (PyList) guest.eval("__calls__");
            if (!comes(calls, 0)) {
                throw new Violation("callback(f) of the sample did not have f called within " + PAUSE * PAUSES + " ms");
            }
        } finally {
            report = guest.close(bench.soon());
        }
        int atClose = calls.size();
        if (comes(calls, atClose)) {
            throw new Violation("f was called after its interpreter was closed: keep ts.interpreter().handle() and use"
                    + " its run(), not the thread state");
        }
        if (!report.isClean()) {
            throw new Violation("the close met resistance while callbacks came: " + report);
        }
    }

    private static boolean comes(PyList calls, int after) throws InterruptedException {
        for (int i = 0; i < PAUSES; i++) {
            if (calls.size() > after) {
                return true;
            }
            Thread.sleep(PAUSE);
        }
        return false;
    }
}
