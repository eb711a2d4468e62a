package dev.clutch.distribution.child;

import dev.clutch.interp.embedding.ExecutionFailedException;
import dev.clutch.interp.embedding.JavaFunction;
import dev.clutch.interp.embedding.NotShareableException;
import dev.clutch.interp.embedding.PythonInterpreter;
import dev.clutch.interp.embedding.PythonObject;
import dev.clutch.interp.embedding.PythonQueue;
import dev.clutch.interp.embedding.PythonRuntime;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.CloseReport;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.Limits;
import dev.clutch.runtime.RuntimeConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Uses the embedder's interface as an application does, on class path, module path and in a child class loader: exported packages only. Prints a line for each check.
 */
@SuppressWarnings({"SystemOut", "NullAway", "try"}) // a null where there should be a value fails its check
public final class Embedding {
    static final Duration LONG = Duration.ofSeconds(30);

    private final PythonRuntime runtime;
    private final PythonInterpreter python;

    private Embedding(PythonRuntime runtime) {
        this.runtime = runtime;
        this.python = runtime.newInterpreter();
    }

    /** Runs all checks. */
    public static void main(String[] arguments) throws Exception {
        try (PythonRuntime runtime = PythonRuntime.start()) {
            Embedding embedding = new Embedding(runtime);
            embedding.valuesToPython();
            embedding.valuesToJava();
            embedding.refusals();
            embedding.typedResults();
            embedding.exceptions();
            embedding.functions();
            embedding.handles();
            embedding.futures();
            embedding.deadlines();
            new Exchanges(runtime, embedding.python).run();
            embedding.virtualThreads();
            embedding.streams();
            embedding.limitedOutput();
            embedding.interpreters();
            embedding.closing();
        }
        runtimes();
        leaks();
        System.out.println("done");
    }

    // ---- values --------------------------------------------------------------------------------------------------

    private void valuesToPython() {
        python.exec("def seen(o): return repr(o)");
        String[] expected = {
            "None",
            "True",
            "7",
            "-5",
            "" + Long.MIN_VALUE,
            "7",
            "" + BigInteger.TWO.pow(63),
            "1.5",
            "'a\ud83d\ude00'",
            "'\\ud800'",
            "'c'",
            "b'\\x00\\xff'",
            "b'xy'",
            "[1, None, [2]]",
            "[1, 'x']",
            "{3}",
            "{'b': 1, 'a': [2]}",
            "{(1, 2): {1}}"
        };
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put("b", 1);
        ordered.put("a", List.of(2));
        @Nullable
        Object[] given = {
            null,
            true,
            7,
            (byte) -5,
            Long.MIN_VALUE,
            BigInteger.valueOf(7),
            BigInteger.TWO.pow(63),
            1.5f,
            "a\ud83d\ude00",
            "\ud800",
            'c',
            new byte[] {0, -1},
            ByteBuffer.wrap("xy".getBytes(StandardCharsets.UTF_8)),
            Arrays.asList(1, null, List.of(2)),
            new Object[] {1, "x"},
            Set.of(3),
            ordered,
            Map.of(List.of(1, 2), Set.of(1))
        };
        for (int i = 0; i < given.length; i++) {
            Object value = given[i];
            check("to Python " + i, () -> python.call("seen", value), expected[i]);
        }
        check("to Python, set in set", () -> python.call("seen", Set.of(Set.of(1))), "{frozenset({1})}");
        // an int has one form for each value, which indices and dicts rely on
        check(
                "to Python, small BigInteger",
                () -> {
                    python.set("one", BigInteger.ONE);
                    return python.eval("['a', 'b'][one] + {1: 'c'}[one]");
                },
                "bc");
    }

    private void valuesToJava() {
        check(
                "to Java",
                () -> described(python.eval(
                        "[None, True, 7, 2**63, 1.5, 'a\\U0001f600', '\\ud800', b'\\x00', bytearray(b'x')]")),
                "[null, Boolean true, Long 7, BigInteger 9223372036854775808, Double 1.5, String a\ud83d\ude00, String \ud800, byte[] [0], byte[] [120]]");
        check(
                "to Java, containers",
                () -> described(python.eval("(1, [2], {'b': {3}, 'a': frozenset({4}), (5, b'k'): 6})")),
                "[Long 1, [Long 2], {String b=[Long 3], String a=[Long 4], [Long 5, buffer [107]]=Long 6}]");
        check(
                "to Java, subclasses stay",
                () -> {
                    python.exec(
                            "import collections, enum\nP = collections.namedtuple('P', 'x y')\nclass E(enum.IntEnum): A = 3");
                    PythonObject p = (PythonObject) python.eval("P(1, 2)");
                    return described(p.get("y"))
                            + described(p.toJava())
                            + described(((PythonObject) python.eval("E.A")).toJava());
                },
                "Long 2[Long 1, Long 2]Long 3");
        check(
                "to Java, unchangeable",
                () -> {
                    ((List<?>) python.eval("[1]")).remove(0);
                    return "removed";
                },
                "UnsupportedOperationException");
        check(
                "to Java, copied",
                () -> {
                    python.exec("data = b'ab'");
                    ((byte[]) python.get("data"))[0] = 'x';
                    ((byte[]) python.handle("data").toJava())[1] = 'x';
                    return python.eval("repr(data)");
                },
                "b'ab'");
        check(
                "to Java, contains itself",
                () -> {
                    python.exec("loop = []\nloop.append(loop)");
                    return python.eval("loop");
                },
                "NotShareableException a value that contains itself, or is more than 500 levels deep");
    }

    static String described(@Nullable Object o) {
        if (o == null) {
            return "null";
        }
        if (o instanceof byte[] b) {
            return "byte[] " + Arrays.toString(b);
        }
        if (o instanceof ByteBuffer b) {
            byte[] bytes = new byte[b.remaining()];
            b.duplicate().get(bytes);
            return "buffer " + Arrays.toString(bytes);
        }
        if (o instanceof Collection<?> c) {
            return c.stream().map(Embedding::described).toList().toString();
        }
        if (o instanceof Map<?, ?> m) {
            List<String> entries = new ArrayList<>();
            m.forEach((k, v) -> entries.add(described(k) + "=" + described(v)));
            return "{" + String.join(", ", entries) + "}";
        }
        return o.getClass().getSimpleName() + " " + o;
    }

    private record Point(int x) {}

    private void refusals() {
        List<Object> self = new ArrayList<>();
        self.add(self);
        check(
                "refused, with its place",
                () -> {
                    python.set("x", Map.of("k", List.of(1, new Point(2))));
                    return "set";
                },
                "NotShareableException a dev.clutch.distribution.child.Embedding$Point has no counterpart in Python (at [k][1])");
        check(
                "refused argument",
                () -> python.call("len", new int[1]),
                "NotShareableException a int[] has no counterpart in Python (at argument 0)");
        check(
                "refused, map as key",
                () -> python.call("len", Map.of(Map.of(), 1)),
                "NotShareableException a Map has no counterpart as a key or in a set (at argument 0[key])");
        check(
                "refused, contains itself",
                () -> python.call("len", self).toString().length(),
                "NotShareableException");
        check(
                "refused in a queue",
                () -> {
                    try (PythonQueue queue = runtime.newQueue()) {
                        queue.put(List.of(new Point(1)));
                        return queue.size();
                    }
                },
                "NotShareableException a dev.clutch.distribution.child.Embedding$Point has no counterpart in Python (at [0])");
    }

    private void typedResults() {
        check("int", () -> python.eval("6 * 7", int.class), 42);
        check("exact only", () -> python.eval("2**40", int.class), "ArithmeticException");
        check("no string of an int", () -> python.eval("1", String.class), "ClassCastException a Long is no String");
        check("BigInteger", () -> python.eval("5", BigInteger.class), 5);
        check("double of an int", () -> python.eval("5", double.class), 5.0);
        check(
                "keywords",
                () -> python.call("dict", List.of(List.of(List.of("a", 1))), new TreeMap<>(Map.of("b", 2))),
                "{a=1, b=2}");
        check(
                "dotted names",
                () -> {
                    python.exec("import os");
                    return python.call("os.path.join", "a", "b");
                },
                "a/b");
        check(
                "get and set",
                () -> {
                    python.prepareMain(Map.of("one", 1, "two", "2"));
                    python.set("three", List.of(3));
                    return "" + python.get("one") + python.get("two") + python.get("three")
                            + python.eval("one, two, three");
                },
                "12[3][1, 2, [3]]");
        check(
                "module",
                () -> python.importModule("json").invoke("dumps", Map.of("a", Arrays.asList(1, null))),
                "{\"a\": [1, null]}");
    }

    // ---- exceptions ----------------------------------------------------------------------------------------------

    private void exceptions() {
        python.exec("""
                class Mine(ValueError): pass
                def low(): raise KeyError('k')
                def fail():
                    try:
                        low()
                    except KeyError as e:
                        x = Mine('text', [1], 2)
                        x.add_note('a note')
                        raise x from e
                """, "program.py");
        check(
                "exception",
                () -> {
                    ExecutionFailedException e = failure(() -> python.call("fail"));
                    return e.reason() + " " + e.typeName() + "|" + e.pythonMessage() + "|" + e.notes() + e.arguments()
                            + e.getMessage();
                },
                "RAISED Mine|('text', [1], 2)|[a note][text, [1], 2]Mine: ('text', [1], 2)");
        check(
                "exception, frames",
                () -> {
                    ExecutionFailedException e = failure(() -> python.call("fail"));
                    return e.frames() + " " + e.getStackTrace()[0] + " "
                            + e.getCause().getStackTrace()[0];
                },
                "[Frame[file=program.py, line=9, function=fail, source=null]] <python>.fail(program.py:9) <python>.low(program.py:2)");
        check(
                "exception, chain",
                () -> {
                    ExecutionFailedException e = failure(() -> python.call("fail"));
                    ExecutionFailedException cause = (ExecutionFailedException) e.getCause();
                    return cause.typeName() + " " + cause.pythonMessage() + " " + cause.getCause();
                },
                "KeyError 'k' null");
        check(
                "exception, traceback",
                () -> {
                    String text = failure(() -> python.call("fail")).traceback();
                    return text.startsWith(
                                    "Traceback (most recent call last):\n  File \"program.py\", line 5, in fail\n")
                            && text.contains("KeyError: 'k'\n\nThe above exception was the direct cause")
                            && text.endsWith("Mine: ('text', [1], 2)\na note\n");
                },
                true);
        check(
                "exception, object",
                () -> failure(() -> python.call("fail"))
                        .exception()
                        .handle("args")
                        .getItem(2),
                2);
        check(
                "syntax error",
                () -> failure(() -> python.exec("a b")).getMessage(),
                "SyntaxError: invalid syntax (<string>, line 1)");
        check(
                "exit",
                () -> {
                    ExecutionFailedException e = failure(() -> python.exec("raise SystemExit(3)"));
                    return e.reason() + " " + e.exitStatus();
                },
                "EXIT 3");
        check("too deep", () -> failure(() -> python.exec("def f(): f()\nf()")).typeName(), "RecursionError");
    }

    private static ExecutionFailedException failure(Runnable work) {
        try {
            work.run();
        } catch (ExecutionFailedException e) {
            return e;
        }
        throw new IllegalStateException("nothing was raised");
    }

    // ---- functions and handles -----------------------------------------------------------------------------------

    private void functions() {
        python.define("greet", (arguments, keywords) -> arguments + " " + keywords);
        check("Java function", () -> python.eval("greet(1, 'a', x=[2])"), "[1, a] {x=[2]}");
        JavaFunction function = (arguments, keywords) -> arguments.get(0);
        python.set("identity", function);
        check("Java function comes back", () -> python.eval("identity") == function, true);
        check(
                "Java function does not cross",
                () -> failure(() -> python.exec(
                                "from concurrent import interpreters\ninterpreters.create_queue().put(greet)"))
                        .typeName(),
                "concurrent.interpreters.NotShareableError");
        check(
                "Java function, callback",
                () -> {
                    python.define("twice", (arguments, keywords) -> {
                        PythonObject f = (PythonObject) arguments.get(0);
                        return f.call(f.call(arguments.get(1)));
                    });
                    return python.eval("twice(lambda x: x * 3, 5)");
                },
                45);
        check(
                "Java function throws",
                () -> {
                    python.define("broken", (arguments, keywords) -> {
                        throw new IOException("disk");
                    });
                    python.exec("try: broken()\nexcept RuntimeError as e: text = type(e).__name__ + ': ' + str(e)");
                    return python.get("text") + " "
                            + failure(() -> python.eval("broken()")).getCause();
                },
                "JavaError: java.io.IOException: disk java.io.IOException: disk");
        check(
                "Java function, the same exception again",
                () -> {
                    python.define("through", (arguments, keywords) -> python.call("fail"));
                    python.exec("try: through()\nexcept Mine as e: caught = e.args");
                    return python.get("caught");
                },
                "[text, [1], 2]");
        check(
                "Java function, bad result",
                () -> {
                    python.define("point", (arguments, keywords) -> new Point(1));
                    return failure(() -> python.eval("point()")).getMessage();
                },
                "TypeError: a dev.clutch.distribution.child.Embedding$Point has no counterpart in Python (at point())");
        check(
                "Java function, others run meanwhile",
                () -> {
                    CountDownLatch inside = new CountDownLatch(1);
                    CountDownLatch go = new CountDownLatch(1);
                    python.define("block", (arguments, keywords) -> {
                        inside.countDown();
                        go.await();
                        return "went";
                    });
                    CompletableFuture<?> blocked = python.evalAsync("block()");
                    inside.await();
                    Object other = python.eval("1 + 1");
                    go.countDown();
                    return other + " " + blocked.get(30, TimeUnit.SECONDS);
                },
                "2 went");
    }

    private void handles() {
        check(
                "handle",
                () -> {
                    PythonObject list = python.handle("[1, 2]");
                    Object ignored = list.invoke("append", "x");
                    list.setItem(0, 9);
                    return list.length()
                            + list.repr()
                            + list.typeName()
                            + list.isCallable()
                            + list.as(List.class)
                            + list.getItem(-1);
                },
                "3[9, 2, 'x']listfalse[9, 2, x]x");
        check(
                "handle in its own interpreter is the object",
                () -> {
                    PythonObject list = python.handle("[]");
                    python.set("a", list);
                    python.set("b", list);
                    return python.eval("a is b and type(a) is list");
                },
                true);
        check(
                "handle elsewhere is a proxy",
                () -> {
                    try (PythonInterpreter other = runtime.newInterpreter()) {
                        PythonObject list = python.handle("[1]");
                        other.set("proxy", list);
                        other.exec("proxy.append(2)");
                        return list.repr()
                                + ((PythonObject) other.eval("proxy")).isSame(list)
                                + other.eval("type(proxy) is list");
                    }
                },
                "[1, 2]truefalse");
        check(
                "handle closed",
                () -> {
                    PythonObject list = python.handle("[1]");
                    list.close();
                    return list.isOpen() + " " + list.length();
                },
                "IllegalStateException handle of an object in " + python + " is closed");
        check(
                "handle revoked at close",
                () -> {
                    PythonInterpreter other = runtime.newInterpreter();
                    PythonObject list = other.handle("[1]");
                    CloseReport ignored = other.close(LONG);
                    check("handle is not open", list::isOpen, false);
                    return list.length();
                },
                "IllegalStateException interpreter 3 is closed");
        check(
                "handle of another runtime",
                () -> {
                    try (PythonRuntime second = PythonRuntime.start()) {
                        second.main().set("x", python.handle("[]"));
                        return "set";
                    }
                },
                "NotShareableException handle of an object in " + python + " belongs to another runtime");
    }

    // ---- futures and deadlines -----------------------------------------------------------------------------------

    private void futures() {
        check("future", () -> python.callAsync("len", "abc").get(30, TimeUnit.SECONDS), 3);
        check(
                "future fails",
                () -> {
                    try {
                        return python.evalAsync("1 / 0").join();
                    } catch (CompletionException e) {
                        return e.getCause().getMessage();
                    }
                },
                "ZeroDivisionError: division by zero");
        for (String wait : List.of("while True: pass", "import time\ntime.sleep(100)", "wait()")) {
            check(
                    "cancel interrupts " + wait.lines().findFirst().orElseThrow(),
                    () -> cancelled(wait),
                    "KeyboardInterrupt");
        }
        check(
                "timeout interrupts",
                () -> {
                    python.exec("ended = []\ndef endless():\n try:\n  while True: pass\n finally: ended.append(1)");
                    Throwable cause = null;
                    try {
                        Object ignored = python.callAsync("endless")
                                .orTimeout(50, TimeUnit.MILLISECONDS)
                                .join();
                    } catch (CompletionException e) {
                        cause = e.getCause();
                    }
                    await("ended");
                    return cause;
                },
                "java.util.concurrent.TimeoutException");
    }

    private String cancelled(String program) throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        python.define("begun", (arguments, keywords) -> {
            inside.countDown();
            return null;
        });
        python.define("wait", (arguments, keywords) -> {
            Thread.sleep(100_000);
            return null;
        });
        python.exec("seen = []");
        CompletableFuture<?> future = python.execAsync("try:\n begun()\n " + program.replace("\n", "\n ")
                + "\nexcept BaseException as e:\n seen.append(type(e).__name__)");
        inside.await();
        boolean ignored = future.cancel(true);
        await("seen");
        return (future.isCancelled() ? "" : "not cancelled ") + python.eval("seen[0]");
    }

    /** Waits until a list has something. */
    private void await(String list) throws InterruptedException {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (python.eval(list).toString().equals("[]") && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
    }

    private void deadlines() {
        PythonInterpreter hurried = python.within(Duration.ofMillis(50));
        // compiled before, so that the time is over in the midst of them
        python.exec("""
                import time
                entered = []
                def swallow():
                    entered.append(1)
                    while True:
                        try:
                            while True: pass
                        except Exception: pass
                def stubborn():
                    n = 0
                    while n < 2:
                        try:
                            while True: pass
                        except BaseException: n += 1
                    while True: pass
                """);
        check(
                "deadline",
                () -> failure(() -> hurried.call("swallow")).reason() + " " + python.get("entered"),
                "DEADLINE [1]");
        check("deadline insists", () -> failure(() -> hurried.call("stubborn")).reason(), "DEADLINE");
        check(
                "deadline wakes",
                () -> failure(() -> hurried.call("time.sleep", 100)).reason(),
                "DEADLINE");
        check("deadline wakes Java", () -> failure(() -> hurried.call("wait")).reason(), "DEADLINE");
        check("deadline not reached", () -> python.within(LONG).eval("1 + 1"), 2);
        check("nothing is left of a deadline", () -> python.eval("sum(range(100000))"), 4999950000L);
    }

    /** The process has one carrier: a thread that pinned it would stop all others. */
    private void virtualThreads() {
        check(
                "virtual threads are not pinned",
                () -> {
                    try (PythonQueue queue = runtime.newQueue();
                            PythonQueue done = runtime.newQueue()) {
                        python.set("q", queue);
                        python.define("take", (arguments, keywords) -> queue.get());
                        List<Thread> threads = new ArrayList<>();
                        for (int i = 0; i < 30; i++) {
                            String program = i % 3 == 0 ? "q.get()" : "take()";
                            boolean plain = i % 3 == 1;
                            threads.add(Thread.startVirtualThread(() -> {
                                try {
                                    done.put(plain ? queue.get() : python.eval(program));
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                            }));
                        }
                        Thread giver = Thread.startVirtualThread(() -> python.exec("for i in range(30): q.put(i)"));
                        long sum = 0;
                        for (int i = 0; i < 30; i++) {
                            sum += (Long) done.get(LONG);
                        }
                        giver.join();
                        for (Thread thread : threads) {
                            thread.join();
                        }
                        return sum;
                    }
                },
                435);
    }

    // ---- interpreters --------------------------------------------------------------------------------------------

    private void streams() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        check(
                "output streams",
                () -> {
                    InterpreterConfig config = InterpreterConfig.builder()
                            .standardOutput(out)
                            .standardError(err)
                            .build();
                    try (PythonInterpreter writer = runtime.newInterpreter(config)) {
                        writer.exec("import sys\nprint('to out')\nprint('to err', file=sys.stderr)");
                        Object ignored = writer.call("print", "later");
                        String before = out.toString(StandardCharsets.UTF_8);
                        writer.flush();
                        return before.length() + " " + out + err;
                    }
                },
                "7 to out\nlater\nto err\n");
    }

    private void limitedOutput() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        check(
                "output limit",
                () -> {
                    InterpreterConfig config = InterpreterConfig.builder()
                            .standardOutput(out)
                            .limits(Limits.none().withOutputBytes(100))
                            .build();
                    try (PythonInterpreter writer = runtime.newInterpreter(config)) {
                        ExecutionFailedException e = failure(() -> writer.exec("print('x' * 200)"));
                        CloseReport report = writer.close(LONG);
                        return e.reason() + " " + report.isClean() + " " + out.size();
                    }
                },
                "LIMIT true 0");
    }

    private void interpreters() {
        check(
                "ids are never reused",
                () -> {
                    List<Boolean> rising = new ArrayList<>();
                    long last = 0;
                    for (int i = 0; i < 3; i++) {
                        try (PythonInterpreter made = runtime.newInterpreter()) {
                            rising.add(made.id() > last);
                            last = made.id();
                        }
                    }
                    return rising + " " + runtime.find(last);
                },
                "[true, true, true] null");
        check(
                "whence",
                () -> {
                    python.exec("from concurrent import interpreters\nother = interpreters.create()\nid = other.id");
                    PythonInterpreter other = runtime.find((Long) python.get("id"));
                    String seen = runtime.main().whence() + " " + python.whence() + " " + other.whence();
                    boolean listed = runtime.interpreters().contains(other);
                    python.exec("other.close()");
                    return seen + " " + listed + " " + other.state() + " "
                            + runtime.interpreters().contains(other);
                },
                "RUNTIME CAPI STDLIB true CLOSED false");
        check(
                "is_running",
                () -> {
                    boolean before = python.isRunning();
                    AtomicReference<Boolean> during = new AtomicReference<>();
                    python.define("look", (arguments, keywords) -> {
                        during.set(python.isRunning());
                        return null;
                    });
                    python.exec("look()");
                    return before + " " + during.get() + " " + python.isRunning();
                },
                "false true false");
        check(
                "isolated",
                () -> {
                    try (PythonInterpreter a = runtime.newInterpreter();
                            PythonInterpreter b = runtime.newInterpreter()) {
                        a.exec("import sys\nsys.mine = 1");
                        return b.eval("hasattr(__import__('sys'), 'mine')") + " " + (a.id() != b.id());
                    }
                },
                "false true");
        check(
                "main is closed by the runtime",
                () -> {
                    runtime.main().close();
                    return "closed";
                },
                "IllegalStateException the main interpreter is closed by its runtime");
        check(
                "not from inside",
                () -> {
                    PythonInterpreter own = runtime.newInterpreter();
                    try (Attachment inside = own.attach()) {
                        own.close();
                    } catch (IllegalStateException e) {
                        check("closed afterwards", () -> own.close(LONG).isClean(), true);
                        return "refused";
                    }
                    return "closed";
                },
                "refused");
    }

    private void closing() {
        check(
                "close report",
                () -> {
                    PythonInterpreter own = runtime.newInterpreter();
                    own.exec("import atexit\natexit.register(lambda: print(end='', flush=True))");
                    CloseReport report = own.close(LONG);
                    own.close();
                    return report.isClean() + " " + (report == own.close(LONG)) + " " + own.state();
                },
                "true true CLOSED");
        check(
                "closed interpreters refuse",
                () -> {
                    PythonInterpreter own = runtime.newInterpreter();
                    own.close();
                    return own.eval("1");
                },
                "IllegalStateException");
        check(
                "close ends what runs",
                () -> {
                    PythonInterpreter own = runtime.newInterpreter();
                    CountDownLatch inside = new CountDownLatch(1);
                    own.define("begun", (arguments, keywords) -> {
                        inside.countDown();
                        return null;
                    });
                    CompletableFuture<?> endless = own.execAsync("begun()\nwhile True: pass");
                    inside.await();
                    CloseReport report = own.close(Duration.ofMillis(20));
                    try {
                        return endless.join();
                    } catch (CompletionException e) {
                        return report.isClean() + " "
                                + e.getCause().getMessage().replaceAll("\\d+", "N");
                    }
                },
                "false interpreter N is closing");
        check(
                "close, a function that ignores it",
                () -> {
                    PythonInterpreter own = runtime.newInterpreter();
                    CountDownLatch inside = new CountDownLatch(1);
                    CountDownLatch go = new CountDownLatch(1);
                    own.define("stubborn", (arguments, keywords) -> {
                        inside.countDown();
                        while (go.getCount() > 0) {
                            Thread.onSpinWait();
                        }
                        return null;
                    });
                    CompletableFuture<?> blocked = own.evalAsync("stubborn()");
                    inside.await();
                    CloseReport report = own.close(Duration.ofMillis(20));
                    go.countDown();
                    String end = "";
                    try {
                        Object ignored = blocked.join();
                    } catch (CompletionException e) {
                        end = e.getCause().getClass().getSimpleName();
                    }
                    return report.toString().contains("THREAD_ABANDONED: thread") + " " + end;
                },
                "true InterpreterClosedException");
    }

    private static void runtimes() throws Exception {
        check(
                "several runtimes",
                () -> {
                    try (PythonRuntime a = PythonRuntime.start();
                            PythonRuntime b = PythonRuntime.start()) {
                        a.main().exec("import sys\nsys.mine = 1");
                        PythonInterpreter inA = a.newInterpreter();
                        return b.main().eval("hasattr(__import__('sys'), 'mine')") + " " + inA.id() + " " + b.find(1)
                                + " " + inA.runtime().equals(a);
                    }
                },
                "false 1 null true");
    }

    private static void leaks() throws Exception {
        PythonRuntime runtime =
                PythonRuntime.start(RuntimeConfig.builder().traceHandles(true).build());
        PythonInterpreter own = runtime.newInterpreter();
        PythonObject kept = own.handle("lambda: 1");
        PythonObject closed = own.handle("[]");
        closed.close();
        Object dropped = own.handle("{}").length();
        PythonQueue queue = runtime.newQueue();
        CloseReport report = own.close(LONG);
        check(
                "leaks of an interpreter",
                () -> report.remains().held(Duration.ofSeconds(5)).toString().replaceAll(":\\d+", ""),
                "[handle or proxy of a 'function' object, from dev.clutch.distribution.child.Embedding.leaks(Embedding.java)]");
        List<CloseReport> reports = runtime.close(LONG);
        check(
                "leaks of a runtime",
                () -> reports.getLast()
                        .remains()
                        .held(Duration.ofSeconds(5))
                        .toString()
                        .replaceAll(":\\d+", ""),
                "[end of queue 1 that Java code has not closed, from dev.clutch.distribution.child.Embedding.leaks(Embedding.java)]");
        check(
                "what is kept",
                () -> kept.isOpen() + " " + closed.isOpen() + " " + dropped + " " + queue,
                "false false 0 queue 1");
    }

    // ---- how it is told ------------------------------------------------------------------------------------------

    interface Check {
        @Nullable
        Object run() throws Exception;
    }

    static void check(String what, Check check, Object expected) {
        String seen;
        try {
            seen = String.valueOf(check.run());
        } catch (NotShareableException
                | IllegalStateException
                | ClassCastException
                | ArithmeticException
                | UnsupportedOperationException e) {
            String name = e instanceof IllegalStateException
                    ? "IllegalStateException"
                    : e.getClass().getSimpleName();
            seen = expected.equals(name) ? name : name + " " + e.getMessage();
        } catch (Exception e) {
            seen = e.toString();
        }
        System.out.println(what + ": " + (seen.equals(expected.toString()) ? "ok" : seen + " instead of " + expected));
    }
}
