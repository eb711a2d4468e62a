package dev.clutch.distribution.child;

import dev.clutch.runtime.CloseReport;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeInterpreter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Keeps one object of an extension when its interpreter is closed, as a static field of a provider would, and prints what the report names: while it is kept, and afterwards. */
public final class HeldExtension {
    private @Nullable Object kept;

    private HeldExtension() {}

    /** Runs it. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws InterruptedException {
        try (Runtime runtime = Runtime.start()) {
            HeldExtension holder = new HeldExtension();
            CloseReport report = holder.life(runtime);
            for (String held : report.remains().held(Duration.ofSeconds(1))) {
                System.out.println("held: " + held);
            }
            System.out.println(holder.kept == null ? "nothing was kept" : "let go");
            holder.kept = null;
            System.out.println("held: " + report.remains().held(Duration.ofSeconds(10)));
        }
    }

    private CloseReport life(Runtime runtime) {
        RuntimeInterpreter interpreter = runtime.newInterpreter();
        kept = Python.run(interpreter, "life", "import array, zlib\nkept = array.array('i', [1])\n")
                .get("kept");
        return interpreter.close(Duration.ofSeconds(10));
    }
}
