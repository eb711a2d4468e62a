import dev.clutch.interp.embedding.PythonInterpreter;
import dev.clutch.interp.embedding.PythonObject;
import dev.clutch.interp.embedding.PythonRuntime;
import dev.clutch.runtime.Attachment;
import java.util.List;
import java.util.Map;

/**
 * What calls between Java and Python cost, the least of several rounds:
 *
 * <pre>java -p distribution/target/modules --add-modules dev.clutch.interp,dev.clutch.stdlib --enable-native-access=dev.clutch.runtime benchmarks/probes/Embedding.java</pre>
 */
public final class Embedding {
    private static final int ROUNDS = 12;
    private static final int CALLS = 500_000;

    private interface Loop {
        void run(int calls);
    }

    private Embedding() {}

    private static void measure(String what, Loop loop) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            loop.run(CALLS);
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf("%-36s %6.0f ns%n", what, (double) best / CALLS);
    }

    public static void main(String[] arguments) {
        try (PythonRuntime runtime = PythonRuntime.start();
                PythonInterpreter python = runtime.newInterpreter()) {
            python.exec("def f(x): return x + 1\ndef g(d): return d\ndef loop(n):\n for i in range(n): java(i)");
            python.define("java", (given, keywords) -> given.get(0));
            PythonObject f = python.handle("f");
            Map<String, List<Integer>> nested = Map.of("a", List.of(1, 2, 3));
            measure("attach and leave", n -> {
                for (int i = 0; i < n; i++) {
                    python.attach().close();
                }
            });
            measure("int through a function by name", n -> {
                for (int i = 0; i < n; i++) {
                    Object ignored = python.call("f", i);
                }
            });
            measure("int through a handle", n -> {
                for (int i = 0; i < n; i++) {
                    Object ignored = f.call(i);
                }
            });
            measure("int through a handle, attached", n -> {
                try (Attachment inside = python.attach()) {
                    for (int i = 0; i < n; i++) {
                        Object ignored = f.call(i);
                    }
                }
            });
            measure("map of a list there and back", n -> {
                for (int i = 0; i < n; i++) {
                    Object ignored = python.call("g", nested);
                }
            });
            measure("Java function called by Python", n -> {
                Object ignored = python.call("loop", n);
            });
        }
    }
}
