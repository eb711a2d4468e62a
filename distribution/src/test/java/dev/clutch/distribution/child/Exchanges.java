package dev.clutch.distribution.child;

import static dev.clutch.distribution.child.Embedding.LONG;
import static dev.clutch.distribution.child.Embedding.check;
import static dev.clutch.distribution.child.Embedding.described;

import dev.clutch.interp.embedding.ExecutionFailedException;
import dev.clutch.interp.embedding.PythonChannel;
import dev.clutch.interp.embedding.PythonInterpreter;
import dev.clutch.interp.embedding.PythonObject;
import dev.clutch.interp.embedding.PythonQueue;
import dev.clutch.interp.embedding.PythonRuntime;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.CloseReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The part of {@link Embedding} that is about queues and channels. */
@SuppressWarnings({"NullAway", "try"}) // a null where there should be a value fails its check
final class Exchanges {
    private final PythonRuntime runtime;
    private final PythonInterpreter python;

    Exchanges(PythonRuntime runtime, PythonInterpreter python) {
        this.runtime = runtime;
        this.python = python;
    }

    void run() {
        queues();
        channels();
        waiting();
    }

    // ---- queues --------------------------------------------------------------------------------------------------

    private void queues() {
        check(
                "queue, round trip",
                () -> {
                    try (PythonQueue to = runtime.newQueue();
                            PythonQueue back = runtime.newQueue()) {
                        python.set("to", to);
                        python.set("back", back);
                        CompletableFuture<?> worker = python.execAsync(
                                "for x in iter(to.get, 'end'): back.put({'got': x, 't': (1, {b'k'}), 'n': None})");
                        List<String> seen = new ArrayList<>();
                        for (Object value : new Object[] {1, Map.of("a", List.of(2)), "x"}) {
                            to.put(value);
                            seen.add(described(back.get()));
                        }
                        to.put("end");
                        Object ignored = worker.get(30, TimeUnit.SECONDS);
                        return seen;
                    }
                },
                "[{String got=Long 1, String t=[Long 1, [buffer [107]]], String n=null},"
                        + " {String got={String a=[Long 2]}, String t=[Long 1, [buffer [107]]], String n=null},"
                        + " {String got=String x, String t=[Long 1, [buffer [107]]], String n=null}]");
        check(
                "queue, times",
                () -> {
                    try (PythonQueue queue = runtime.newQueue(1, PythonQueue.UnboundItems.REPLACE)) {
                        Object empty = queue.poll();
                        boolean first = queue.offer(null, Duration.ZERO);
                        boolean second = queue.offer(2, Duration.ofMillis(10));
                        Object got = queue.poll().value();
                        String late = "";
                        try {
                            Object ignored = queue.get(Duration.ofMillis(10));
                        } catch (TimeoutException e) {
                            late = e.getMessage().replaceAll("\\d+", "N");
                        }
                        return empty + " " + first + " " + second + " " + got + " " + late;
                    }
                },
                "null true false null queue N is empty");
        check(
                "queue, select",
                () -> {
                    try (PythonQueue a = runtime.newQueue();
                            PythonQueue b = runtime.newQueue()) {
                        Object none = runtime.select(List.of(a, b), Duration.ofMillis(10));
                        python.set("b", b);
                        CompletableFuture<?> later = python.execAsync("import time\ntime.sleep(0.02)\nb.put('late')");
                        PythonQueue.Received received = runtime.select(List.of(a, b));
                        Object ignored = later.get(30, TimeUnit.SECONDS);
                        return none + " " + (received.queue() == b) + " " + received.value();
                    }
                },
                "null true late");
        check(
                "queue, handles and queues",
                () -> {
                    try (PythonQueue queue = runtime.newQueue()) {
                        python.set("q", queue);
                        python.exec(
                                "from concurrent import interpreters\nitems = [1]\nq.put(interpreters.share(items))\nq.put(q)");
                        PythonObject items = (PythonObject) queue.get();
                        Object ignored = items.invoke("append", 2);
                        try (PythonQueue same = (PythonQueue) queue.get()) {
                            return python.eval("items") + " " + (same.id() == queue.id());
                        }
                    }
                },
                "[1, 2] true");
        check(
                "queue, what needs an interpreter",
                () -> {
                    try (PythonQueue queue = runtime.newQueue()) {
                        python.set("q", queue);
                        python.exec("import datetime\nq.put(datetime.date(2024, 1, 1))");
                        return queue.get();
                    }
                },
                "NotShareableException a pickled object can be got by an interpreter only");
        check(
                "queue, got by an interpreter",
                () -> {
                    try (PythonQueue queue = runtime.newQueue();
                            PythonInterpreter sender = runtime.newInterpreter()) {
                        sender.set("q", queue);
                        sender.exec(
                                "import datetime\nbase = 2\ndef scaled(x): return base * x\n"
                                        + "q.put(datetime.date(2024, 1, 1))\nq.put(scaled)\nq.put([1, 2])\nq.put((1, lambda: 5))");
                        PythonObject date = (PythonObject) queue.get(python);
                        PythonObject scaled = (PythonObject) queue.get(python, LONG);
                        Object list = queue.get(python);
                        PythonObject five = (PythonObject) ((List<?>) queue.get(python)).get(1);
                        CloseReport ignored = sender.close(LONG);
                        return date.repr() + " " + scaled.call(21) + " " + list + " " + five.call() + " "
                                + date.interpreter().equals(python);
                    }
                },
                "datetime.date(2024, 1, 1) 42 [1, 2] 5 true");
        check(
                "queue, what cannot be opened",
                () -> {
                    try (PythonQueue queue = runtime.newQueue();
                            PythonInterpreter sender = runtime.newInterpreter()) {
                        sender.set("q", queue);
                        sender.exec("import sys, types\nsys.modules['own'] = own = types.ModuleType('own')\n"
                                + "exec('class C: pass', own.__dict__)\nq.put(own.C())\nq.put(1)");
                        String refused = "";
                        try {
                            Object ignored = queue.get(python);
                        } catch (ExecutionFailedException e) {
                            refused = e.typeName() + " " + e.getMessage();
                        }
                        return refused + " " + queue.get(python);
                    }
                },
                "concurrent.interpreters.NotShareableError concurrent.interpreters.NotShareableError: object could not be unpickled 1");
        check(
                "queue, an interpreter that is closed gets nothing",
                () -> {
                    try (PythonQueue queue = runtime.newQueue()) {
                        PythonInterpreter closed = runtime.newInterpreter();
                        CloseReport ignored = closed.close(LONG);
                        queue.put("stays");
                        String refused = "";
                        try {
                            Object never = queue.get(closed);
                        } catch (IllegalStateException e) {
                            refused = e.getMessage().replaceAll("\\d+", "N");
                        }
                        return refused + " " + queue.get();
                    }
                },
                "interpreter N is closed stays");
        check(
                "queue, unbound items",
                () -> {
                    StringBuilder seen = new StringBuilder();
                    for (PythonQueue.UnboundItems policy : PythonQueue.UnboundItems.values()) {
                        try (PythonQueue queue = runtime.newQueue(0, policy);
                                PythonInterpreter sender = runtime.newInterpreter()) {
                            sender.set("q", queue);
                            sender.exec("q.put(1)");
                            CloseReport ignored = sender.close(LONG);
                            seen.append(queue.size());
                            try {
                                PythonQueue.Received received = queue.poll();
                                seen.append(
                                        received == null ? "-" : received.value() == PythonQueue.UNBOUND ? "U" : "?");
                            } catch (IllegalStateException e) {
                                seen.append("E");
                            }
                        }
                    }
                    return seen;
                },
                "0-1E1U");
        check(
                "queue, goes with its last end",
                () -> {
                    PythonQueue queue = runtime.newQueue();
                    long id = queue.id();
                    python.set("q", queue);
                    queue.close();
                    Object still = python.eval("q.qsize()");
                    check("queue, closed end", queue::size, "IllegalStateException queue " + id + " is closed");
                    return still;
                },
                0);
    }

    // ---- channels ------------------------------------------------------------------------------------------------

    private void channels() {
        python.exec("import _interpchannels as channels, threading, time");
        check(
                "channel, from Java",
                () -> {
                    try (PythonChannel channel = runtime.newChannel()) {
                        python.set("c", channel);
                        CompletableFuture<?> receiver = python.execAsync("""
                                got = []
                                while len(got) < 2:
                                    o, unbound = channels.recv(c, 'empty')
                                    if o != 'empty':
                                        got.append(o)
                                """);
                        channel.send(Map.of("a", List.of(1)));
                        boolean sent = channel.send("x", LONG);
                        Object ignored = receiver.get(30, TimeUnit.SECONDS);
                        return sent + " " + python.get("got") + " " + channel.size() + " "
                                + python.eval("repr(c) == f'ChannelID({int(c)})'");
                    }
                },
                "true [{a=[1]}, x] 0 true");
        check(
                "channel, to Java",
                () -> {
                    try (PythonChannel channel = runtime.newChannel()) {
                        python.set("c", channel);
                        CompletableFuture<?> sender = python.execAsync("""
                                channels.send(c, (1, None, b'k'), blocking=True)
                                channels.send(c, 'then', blocking=False)
                                """);
                        Object first = channel.receive();
                        Object second = channel.receive(LONG);
                        Object ignored = sender.get(30, TimeUnit.SECONDS);
                        return described(first) + " " + second + " " + channel.poll();
                    }
                },
                "[Long 1, null, byte[] [107]] then null");
        check(
                "channel, times",
                () -> {
                    try (PythonChannel channel = runtime.newChannel()) {
                        boolean met = channel.send("taken back", Duration.ofMillis(10));
                        String late = "";
                        try {
                            Object ignored = channel.receive(Duration.ofMillis(10));
                        } catch (TimeoutException e) {
                            late = e.getMessage().replaceAll("\\d+", "N");
                        }
                        channel.offer(null);
                        return met + " " + late + " " + channel.size() + " "
                                + channel.poll().value();
                    }
                },
                "false channel N is empty 1 null");
        check(
                "channel, an interrupted sender takes its value back",
                () -> {
                    try (PythonChannel channel = runtime.newChannel()) {
                        Waiter sender = Waiter.start(() -> {
                            channel.send("mine");
                            return "sent";
                        });
                        int before = channel.size();
                        sender.thread.interrupt();
                        return before + " " + sender.outcome() + " " + channel.size();
                    }
                },
                "1 interrupted 0");
        check(
                "channel, shut down",
                () -> {
                    PythonChannel channel = runtime.newChannel();
                    channel.offer("last");
                    channel.shutdown();
                    StringBuilder seen = new StringBuilder();
                    seen.append(refused(() -> {
                        channel.offer("more");
                        return "sent";
                    }));
                    seen.append(channel.receive());
                    seen.append(refused(channel::receive));
                    try (PythonChannel other = runtime.newChannel()) {
                        Waiter waiter = Waiter.start(other::receive);
                        other.shutdownNow();
                        seen.append(" ").append(waiter.outcome());
                    }
                    channel.close();
                    return seen + refused(channel::size);
                },
                "[channel N is closed]last[channel N is closed] channel N is closed[channel N is closed]");
        check(
                "channel, its ends are nobody's",
                () -> {
                    try (PythonChannel channel = runtime.newChannel()) {
                        python.set("c", channel);
                        channel.offer(1);
                        Object got = channel.receive();
                        return python.eval("channels.list_interpreters(c, send=True), channels.get_info(c)[:8],"
                                + " channels.list_interpreters(c, send=False)");
                    }
                },
                "[[], [true, false, false, 0, 0, 0, 0, 0], []]");
        check(
                "channel, across queues and channels",
                () -> {
                    try (PythonChannel channel = runtime.newChannel();
                            PythonQueue queue = runtime.newQueue()) {
                        python.set("c", channel);
                        python.set("q", queue);
                        queue.put(List.of(channel));
                        python.exec("q.put(q.get()[0])");
                        try (PythonChannel same = (PythonChannel) queue.get();
                                PythonChannel evaluated = (PythonChannel) python.eval("c.send")) {
                            same.offer(evaluated);
                            try (PythonChannel third = (PythonChannel) channel.receive()) {
                                return (same.id() == channel.id()) + " " + (third.id() == channel.id());
                            }
                        }
                    }
                },
                "true true");
        check(
                "channel, unbound items",
                () -> {
                    StringBuilder seen = new StringBuilder();
                    for (PythonQueue.UnboundItems policy : PythonQueue.UnboundItems.values()) {
                        try (PythonChannel channel = runtime.newChannel(policy);
                                PythonInterpreter sender = runtime.newInterpreter()) {
                            channel.offer("mine");
                            sender.set("c", channel);
                            sender.exec("import _interpchannels\n_interpchannels.send(c, 1, blocking=False)");
                            CloseReport ignored = sender.close(LONG);
                            Object mine = channel.receive();
                            seen.append(channel.size());
                            try {
                                PythonChannel.Received received = channel.poll();
                                seen.append(
                                        received == null ? "-" : received.value() == PythonQueue.UNBOUND ? "U" : "?");
                            } catch (IllegalStateException e) {
                                seen.append("E");
                            }
                        }
                    }
                    return seen;
                },
                "0-1E1U");
        check(
                "channel, goes with its last name",
                () -> {
                    PythonChannel channel = runtime.newChannel();
                    long id = channel.id();
                    channel.close();
                    return python.eval("" + id + " in [int(c) for c, _ in channels.list_all()]");
                },
                false);
    }

    private static String refused(Attempt attempt) {
        return "[" + quietly(attempt) + "]";
    }

    private interface Attempt {
        @Nullable
        Object run() throws Exception;
    }

    private interface Step {
        void run() throws Exception;
    }

    /** The outcome in words. */
    private static @Nullable Object quietly(Attempt attempt) {
        try {
            return attempt.run();
        } catch (InterruptedException e) {
            return "interrupted";
        } catch (Exception e) {
            return String.valueOf(e.getMessage()).replaceAll("\\d+", "N");
        }
    }

    // ---- waiting -------------------------------------------------------------------------------------------------

    private void waiting() {
        try (PythonQueue queue = runtime.newQueue();
                PythonChannel channel = runtime.newChannel()) {
            python.set("c", channel);
            python.set("q", queue);
            waits("queue", queue::get, () -> queue.put("x"), queue::size, "q.put('from inside')");
            waits(
                    "channel",
                    channel::receive,
                    () -> channel.offer("x"),
                    channel::size,
                    "channels.send(c, 'from inside', blocking=False)");
        }
    }

    private void waits(String name, Attempt get, Step put, IntSupplier size, String putInside) {
        check(
                name + ", waiting does not poll",
                () -> {
                    Waiter waiter = Waiter.start(get);
                    boolean stays = true;
                    for (int i = 0; i < 20; i++) {
                        Thread.sleep(5);
                        stays &= waiter.thread.getState() == Thread.State.WAITING;
                    }
                    put.run();
                    return stays + " " + waiter.outcome();
                },
                "true x");
        check(
                name + ", waiting is interrupted",
                () -> {
                    Waiter waiter = Waiter.start(get);
                    waiter.thread.interrupt();
                    String outcome = waiter.outcome() + " ";
                    put.run();
                    return outcome + size.getAsInt() + get.run();
                },
                "interrupted 1x");
        check(
                name + ", waiting inside gives the lock back",
                () -> {
                    try (Attachment inside = python.attach()) {
                        CompletableFuture<?> putter = python.execAsync(putInside);
                        return get.run();
                    }
                },
                "from inside");
    }

    /** A thread that waits for something; one that polls is in another state most of the time. */
    private record Waiter(Thread thread, AtomicReference<@Nullable Object> result) {
        static Waiter start(Attempt attempt) throws InterruptedException {
            AtomicReference<@Nullable Object> result = new AtomicReference<>();
            Thread thread = new Thread(() -> result.set(quietly(attempt)));
            thread.start();
            long deadline = System.nanoTime() + LONG.toNanos() / 3;
            while (thread.getState() != Thread.State.WAITING && System.nanoTime() < deadline) {
                Thread.sleep(1);
            }
            return new Waiter(thread, result);
        }

        @Nullable
        Object outcome() throws InterruptedException {
            thread.join();
            return result.get();
        }
    }
}
