package dev.clutch.distribution.child;

import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeInterpreter;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Counts classes and class loaders while interpreters run programs. Prints a sentence for each count that is wrong. */
public final class ClassCounts {
    private static final String PROGRAM = """
            import collections, dataclasses, enum, functools, gc, json, re, typing, weakref

            class Base:
                def __init__(self, x):
                    self.x = x

            class Color(enum.Enum):
                RED = 1

            @dataclasses.dataclass
            class Point:
                x: int
                y: int = 2

            Pair = collections.namedtuple("Pair", "a b")

            def numbers():
                yield from range(10)

            async def wait():
                return [x async for x in later()]

            async def later():
                yield 1

            def fails():
                try:
                    raise KeyError(1)
                except* KeyError as e:
                    caught = [e]
                return caught

            exec("def made(x): return x + 1")
            total = sum(numbers()) + made(Point(1).y) + len(re.findall("a+", "aab")) + Pair(1, 2).b
            text = json.dumps({"x": [Base(3).x, fails() is None]}) + repr(Color.RED)
            try:
                wait().send(None)
            except StopIteration as e:
                total += len(e.value)

            class Dying:
                def __del__(self):
                    dead.append(1)

            dead = []
            reference = weakref.ref(Dying(), dead.append)
            for _ in range(100):
                if len(dead) == 2:
                    break
                gc.collect()
            """;
    private static final String MANY = """
            def many(start):
                for i in range(start, start + 5000):
                    names = {}
                    exec(f"def f(x): return x + {i}\\ny = f({i})", names)
                    assert names["y"] == 2 * i

            def first():
                many(1_000_000)

            def second():
                many(2_000_000)
            """;
    private static final String LOADER = "dev.clutch.interp.compiler.UnitLoader";

    private ClassCounts() {}

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        try (Runtime runtime = Runtime.start()) {
            sameProgram(runtime);
            manyPrograms(runtime);
        }
        print("done");
    }

    private static void sameProgram(Runtime runtime) throws JMException {
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        long[] totals = new long[3];
        long[] loaders = new long[3];
        RuntimeInterpreter[] interpreters = new RuntimeInterpreter[3];
        Python[] runs = new Python[3];
        loaders(); // so that the classes of the counting are loaded
        for (int i = 0; i < interpreters.length; i++) {
            interpreters[i] = runtime.newInterpreter();
            runs[i] = Python.run(interpreters[i], "counted.py", PROGRAM);
            totals[i] = classes.getTotalLoadedClassCount();
            loaders[i] = loaders();
        }
        if (loaders[0] == 0) {
            print("no " + LOADER + " is found in the heap");
        }
        if (totals[1] != totals[2]) {
            print("classes loaded in all: " + totals[1] + " after the second interpreter, " + totals[2]
                    + " after the third");
        }
        if (loaders[1] != loaders[2] || loaders[0] != loaders[1]) {
            print("loaders: " + loaders[0] + ", " + loaders[1] + ", " + loaders[2]);
        }
        if (runs[1].get("Base") == runs[2].get("Base") || runs[1].code() != runs[2].code()) {
            print("classes are shared, or code is not");
        }
        for (RuntimeInterpreter interpreter : interpreters) {
            interpreter.close();
        }
    }

    private static void manyPrograms(Runtime runtime) throws Exception {
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        try (RuntimeInterpreter interpreter = runtime.newInterpreter()) {
            Python program = Python.run(interpreter, "many.py", MANY);
            program.call("first");
            for (int i = 0; i < 3; i++) {
                Collected.collect();
            }
            long loaders = loaders();
            int loaded = classes.getLoadedClassCount();
            long total = classes.getTotalLoadedClassCount();
            program.call("second");
            if (classes.getTotalLoadedClassCount() < total + 5000) {
                print("5,000 different programs were fewer than 5,000 classes");
            }
            // what sites have met last stays in their caches, of the JDK some classes may have come
            if (!Collected.until(() -> loaders() <= loaders + 10 && classes.getLoadedClassCount() <= loaded + 20)) {
                print("after 10,000 programs " + loaders() + " loaders were left of " + loaders + ", "
                        + classes.getLoadedClassCount() + " classes of " + loaded);
            }
            if (loaders > 500) {
                print("after 5,000 programs " + loaders + " loaders were left");
            }
        }
    }

    /** Returns how many loaders of compiled programs are alive. */
    private static long loaders() throws JMException {
        Object histogram = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        for (String line : histogram.toString().lines().toList()) {
            if (line.contains(LOADER + " ")) {
                return Long.parseLong(line.trim().split("\\s+", -1)[1]);
            }
        }
        return 0;
    }

    @SuppressWarnings("SystemOut")
    private static void print(String line) {
        System.out.println(line);
    }
}
