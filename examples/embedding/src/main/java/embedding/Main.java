package embedding;

import dev.clutch.interp.embedding.ExecutionFailedException;
import dev.clutch.interp.embedding.PythonInterpreter;
import dev.clutch.interp.embedding.PythonObject;
import dev.clutch.interp.embedding.PythonQueue;
import dev.clutch.interp.embedding.PythonRuntime;
import dev.clutch.runtime.CloseReport;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.Limits;
import dev.clutch.runtime.RuntimeConfig;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A Java program that scripts in Python: values, functions, errors, time limits, queues, and what is left at the end. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        first();
        PythonRuntime runtime =
                PythonRuntime.start(RuntimeConfig.builder().traceHandles(true).build());
        try (PythonInterpreter python = runtime.newInterpreter()) {
            values(python);
            functions(python);
            errors(python);
            deadlines(python);
            queues(runtime, python);
        }
        limits(runtime);
        leaks(runtime);
    }

    private static void first() {
        try (PythonRuntime runtime = PythonRuntime.start();
                PythonInterpreter python = runtime.newInterpreter()) {
            python.exec("""
                    def total(order):
                        return sum(price * number for price, number in order.values())
                    """);
            Object sum = python.call("total", Map.of("tea", List.of(3, 2), "milk", List.of(1, 4)));
            System.out.println("total: " + sum);
        }
    }

    private static void values(PythonInterpreter python) {
        int answer = python.eval("6 * 7", int.class);
        Object nested = python.eval("[None, 2**70, {'a': (1.5, True)}]");
        System.out.println(answer + " " + nested);

        PythonObject counter = python.importModule("collections").handle("Counter");
        try (PythonObject counted = (PythonObject) counter.call("banana")) {
            System.out.println(counted.invoke("most_common", 2) + " " + counted.toJava());
        }
    }

    private static void functions(PythonInterpreter python) {
        Map<String, Integer> stock = Map.of("tea", 7);
        python.define("stock", (arguments, keywords) -> stock.getOrDefault(arguments.get(0), 0));
        System.out.println(python.eval("[stock(name) for name in ('tea', 'milk')]"));
    }

    private static void errors(PythonInterpreter python) {
        try {
            python.exec("import json\njson.loads('{')", "rules.py");
        } catch (ExecutionFailedException e) {
            System.out.println(
                    e.typeName() + " in line " + e.frames().getFirst().line() + " of rules.py");
        }
    }

    private static void deadlines(PythonInterpreter python) {
        try {
            python.within(Duration.ofMillis(200)).exec("while True: pass");
        } catch (ExecutionFailedException e) {
            System.out.println("ended: " + e.reason());
        }
        CompletableFuture<Object> sleeping = python.evalAsync("__import__('time').sleep(1000)");
        sleeping.cancel(true); // raises KeyboardInterrupt there
    }

    private static void queues(PythonRuntime runtime, PythonInterpreter python) throws Exception {
        try (PythonQueue jobs = runtime.newQueue();
                PythonQueue results = runtime.newQueue()) {
            python.prepareMain(Map.of("jobs", jobs, "results", results));
            CompletableFuture<Object> worker = python.execAsync("""
                    for job in iter(jobs.get, None):
                        results.put({'job': job, 'square': job * job})
                    """);
            for (int i = 2; i < 4; i++) {
                jobs.put(i);
                System.out.println(results.get());
            }
            jobs.put(null);
            worker.join();
        }
    }

    private static void limits(PythonRuntime runtime) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        InterpreterConfig config = InterpreterConfig.builder()
                .standardOutput(output)
                .environment(Map.of("MODE", "test"))
                .allowThreads(false)
                .limits(Limits.none().withOutputBytes(1000))
                .build();
        try (PythonInterpreter guest = runtime.newInterpreter(config)) {
            guest.exec("import os\nprint('mode', os.environ['MODE'])");
            try {
                guest.exec("while True: print('.' * 100)");
            } catch (ExecutionFailedException e) {
                System.out.println("ended: " + e.reason());
            }
        }
        System.out.print(output.toString(StandardCharsets.UTF_8));
    }

    /** A handle and a queue end are left open on purpose; the report names where they were got. */
    private static void leaks(PythonRuntime runtime) throws InterruptedException {
        PythonObject forgotten = runtime.main().handle("[1, 2, 3]");
        PythonQueue open = runtime.newQueue();
        for (CloseReport report : runtime.close(Duration.ofSeconds(10))) {
            System.out.println(report);
            for (String held : report.remains().held(Duration.ofSeconds(5))) {
                System.out.println("  held: " + held);
            }
        }
        System.out.println(forgotten.isOpen() + " " + open.id());
    }
}
