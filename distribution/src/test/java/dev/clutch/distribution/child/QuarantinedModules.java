package dev.clutch.distribution.child;

import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.QuarantinePolicy;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeConfig;
import dev.clutch.runtime.RuntimeInterpreter;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An extension on the module path that counts in a static field, in two interpreters that quarantine it and in main. */
public final class QuarantinedModules {
    private static final String PROGRAM = """
            import shared_counter
            def next():
                return shared_counter.next()
            """;

    private QuarantinedModules() {}

    /** Prints what each counts, where the classes are, and whether they go. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        RuntimeConfig config = RuntimeConfig.builder()
                .quarantine(QuarantinePolicy.WHEN_REFUSED)
                .build();
        try (Runtime runtime = Runtime.start(config)) {
            List<WeakReference<?>> watched = new ArrayList<>();
            RuntimeInterpreter one = runtime.newInterpreter();
            count(one, watched);
            count(runtime.newInterpreter(), new ArrayList<>());
            count(runtime.main(), new ArrayList<>());
            one.close();
            boolean gone = Collected.until(() -> !isAnyLeft(watched));
            System.out.println(gone ? "class, loader and layer are collected" : "still there");
            System.out.println(one + " is " + one.lifecycle().state());
        }
    }

    @SuppressWarnings("SystemOut")
    private static void count(RuntimeInterpreter interpreter, List<WeakReference<?>> watched) {
        Python program = Python.run(interpreter, "counting", PROGRAM);
        String counted = program.call("next") + " " + program.call("next");
        Class<?> type;
        try (Attachment inside = interpreter.attach()) {
            type = Objects.requireNonNull(inside.threadState().moduleState(program.get("shared_counter"), Object.class))
                    .getClass();
        }
        ModuleLayer layer = type.getModule().getLayer();
        System.out.println(interpreter + ": " + counted + ", " + type.getModule() + " of "
                + (layer == ModuleLayer.boot() ? "the boot layer" : "a layer of its own"));
        watched.add(new WeakReference<>(type));
        watched.add(new WeakReference<>(type.getClassLoader()));
        watched.add(new WeakReference<>(layer));
    }

    private static boolean isAnyLeft(List<WeakReference<?>> watched) {
        for (WeakReference<?> each : watched) {
            if (each.get() != null) {
                return true;
            }
        }
        return false;
    }
}
