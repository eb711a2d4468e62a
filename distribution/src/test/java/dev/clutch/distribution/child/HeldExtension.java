package dev.clutch.distribution.child;

import dev.clutch.runtime.CloseReport;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeInterpreter;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps one object of an extension when its interpreter is closed, as a static field of a provider would, and prints what the report names: while it is kept, and afterwards. */
public final class HeldExtension {
    private @Nullable Object kept;
    private final Map<String, WeakReference<Object>> others = new LinkedHashMap<>();

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
            System.out.println("other modules that it keeps: " + holder.living());
            System.out.println(holder.kept == null ? "nothing was kept" : "let go");
            holder.kept = null;
            System.out.println("held: " + report.remains().held(Duration.ofSeconds(10)));
        }
    }

    private List<String> living() {
        List<String> names = new ArrayList<>();
        others.forEach((name, module) -> {
            if (!module.refersTo(null)) {
                names.add(name);
            }
        });
        return names;
    }

    private CloseReport life(Runtime runtime) {
        RuntimeInterpreter interpreter = runtime.newInterpreter();
        Python program = Python.run(
                interpreter,
                "life",
                "import array, io, json, os, sys, zlib\nimport _io, posix\nimport importlib._bootstrap_external as external\n"
                        + "kept = array.array('i', [1])\n");
        kept = program.get("kept");
        for (String name : List.of("_io", "posix", "io", "json", "os", "external", "zlib")) {
            others.put(name, new WeakReference<>(program.get(name)));
        }
        return interpreter.close(Duration.ofSeconds(10));
    }
}
