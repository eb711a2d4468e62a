package dev.clutch.distribution.child;

import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeInterpreter;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes, uses and closes a thousand interpreters in a small heap, or holds a thousand at once. Threads, open files and loaded classes are counted before and after; the heap is too small for what interpreters
 * would leave behind.
 */
public final class Churn {
    private static final int LIVE = 1000;
    /** What the JVM itself may open or load meanwhile; a leak would be a multiple of the number of interpreters. */
    private static final int SLACK = 50;

    private static final int WARM = 50;

    /** What every interpreter imports, makes and leaves open. */
    private static final String PROGRAM = """
            import collections, json, os, re, threading
            class C(collections.OrderedDict):
                def __del__(self):
                    pass
            kept = [C(a=1)]
            kept.append(kept)
            text = json.dumps({"x": [1, 2.5, None]})
            found = re.findall(r"[a-z]+", text)
            ran = []
            t = threading.Thread(target=ran.append, args=(1,))
            t.start()
            t.join()
            r, w = os.pipe()
            os.write(w, b"x")
            read = os.read(r, 1)
            os.close(r)
            os.close(w)
            left_open = open(os.devnull)
            def result():
                return found, ran, read
            """;

    private Churn() {}

    /** Prints a line: {@code closed}, with how many, or {@code live}, by the arguments. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        try (Runtime runtime = Runtime.start()) {
            System.out.println(arguments[0] + ": "
                    + (arguments[0].equals("live") ? live(runtime) : closed(runtime, Integer.parseInt(arguments[1]))));
        }
    }

    private static String closed(Runtime runtime, int count) throws Exception {
        for (int i = 0; i < WARM; i++) {
            once(runtime);
        }
        Counts before = Counts.now();
        for (int i = 0; i < count; i++) {
            once(runtime);
        }
        return Collected.until(() -> before.compareTo(Counts.now(), runtime).equals("ok"))
                ? "ok"
                : before.compareTo(Counts.now(), runtime);
    }

    private static String live(Runtime runtime) {
        List<RuntimeInterpreter> live = new ArrayList<>();
        for (int i = 0; i < LIVE; i++) {
            RuntimeInterpreter interpreter = runtime.newInterpreter();
            live.add(interpreter);
            Python.run(interpreter, "live", "import sys\nsys.number = " + i + "\n");
        }
        int right = 0;
        for (int i = 0; i < LIVE; i++) {
            String seen = Python.run(live.get(i), "ask", "import sys\ndef result():\n    return sys.number\n")
                    .call("result");
            right += seen.equals(Integer.toString(i)) ? 1 : 0;
        }
        for (RuntimeInterpreter interpreter : live) {
            interpreter.close();
        }
        return right == LIVE ? "ok" : right + " of " + LIVE;
    }

    private static void once(Runtime runtime) {
        try (RuntimeInterpreter interpreter = runtime.newInterpreter()) {
            String seen = Python.run(interpreter, "churn", PROGRAM).call("result");
            if (!seen.equals("(['x', 'null'], [1], b'x')")) {
                throw new IllegalStateException(seen);
            }
        }
    }

    /** What could be left. */
    private record Counts(int threads, int files, int classes) {
        static Counts now() throws InterruptedException {
            // classes and files of unreachable loaders and streams go with the collections
            for (int i = 0; i < 3; i++) {
                Collected.collect();
            }
            String[] open = new File("/proc/self/fd").list();
            return new Counts(
                    Thread.getAllStackTraces().size(),
                    open == null ? 0 : open.length,
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        }

        String compareTo(Counts after, Runtime runtime) {
            boolean good = after.threads <= threads + SLACK
                    && after.files <= files + SLACK
                    && after.classes <= classes + SLACK
                    && runtime.interpreters().size() == 1;
            return good
                    ? "ok"
                    : this + " became " + after + ", " + runtime.interpreters().size() + " interpreters";
        }
    }
}
