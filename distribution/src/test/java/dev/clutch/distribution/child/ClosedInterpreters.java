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

/** Runs programs that cling to their interpreter, closes it, and prints which interpreters are not collected. The main interpreter has run the same code and keeps it. */
public final class ClosedInterpreters {
    private ClosedInterpreters() {}

    private static Map<String, String> programs() {
        Map<String, String> programs = new LinkedHashMap<>();
        programs.put("plain", "x = [1]\nx.append(x)\n");
        programs.put("classes", """
                class A(int):
                    def f(self): return super().bit_length()
                class B(dict): pass
                class E(ValueError): pass
                a = A(3)
                for i in range(300): a.f(); a.real; len([a]); B(x=a)
                """);
        programs.put("threads", """
                import queue, threading
                local = threading.local()
                work = queue.Queue()
                def run():
                    local.x = [threading.current_thread()]
                    while work.get() is not None: pass
                threads = [threading.Thread(target=run) for _ in range(4)]
                for t in threads: t.start()
                timer = threading.Timer(0.01, len, [()])
                timer.start()
                for t in threads: work.put(1)
                for t in threads: work.put(None)
                for t in threads: t.join()
                """);
        programs.put("extensions", """
                import array, bisect, collections, csv, datetime, decimal, functools, io, itertools, json, math, operator
                import os, pickle, random, re, select, socket, struct, subprocess, time, unicodedata, zlib
                state = [json.loads('{"a": [1.5]}'), re.compile("(a)(b)").match("ab"), decimal.getcontext(), zlib.compressobj(),
                         random.Random(1), functools.lru_cache(len), array.array("i", [1]), io.BytesIO(b"x"), csv.writer(io.StringIO()),
                         collections.deque([1]), itertools.count(), struct.Struct("i"), datetime.datetime.now(), pickle.dumps([1])]
                a, b = socket.socketpair()
                poll = select.poll()
                poll.register(a)
                f = open(os.devnull, "w")
                f.write("x")
                """);
        programs.put("generators", """
                import contextlib, types
                log = []
                def numbers():
                    try:
                        yield 1
                        yield 2
                    finally:
                        log.append("closed")
                async def job():
                    await wait()
                @types.coroutine
                def wait():
                    yield 3
                async def items():
                    yield 1
                kept = [numbers(), job(), items(), (x for x in numbers())]
                next(kept[0]); kept[1].send(None); next(kept[3])
                try: kept[2].asend(None).send(None)
                except StopIteration: pass
                @contextlib.contextmanager
                def manager(): yield
                m = manager(); m.__enter__()
                for i in range(50): next(numbers())
                """);
        programs.put("finalizers", """
                import atexit, gc, weakref
                class D:
                    def __init__(self): self.me = self
                    def __del__(self): seen.append(self.me)
                seen = []
                for i in range(20): D()
                d = D()
                references = [weakref.ref(d, lambda r: seen.append(r)), weakref.finalize(d, seen.append, 1), weakref.ref(int), weakref.proxy(d)]
                mapping = weakref.WeakKeyDictionary({d: d})
                atexit.register(seen.append, d)
                gc.callbacks.append(lambda *a: None)
                """);
        programs.put("hooks", """
                import abc, codecs, contextvars, logging, sys, warnings
                from collections.abc import Sized
                codecs.register(lambda name: None)
                codecs.register_error("mine", lambda e: ("", e.end))
                Sized.register(int)
                warnings.simplefilter("ignore")
                logging.getLogger("x").addHandler(logging.StreamHandler())
                var = contextvars.ContextVar("var"); var.set([var])
                sys.addaudithook(lambda *a: None)
                sys.excepthook = sys.unraisablehook = lambda *a: None
                try: 1 / 0
                except ZeroDivisionError as e: sys.last_exc = e
                frame = sys._getframe()
                names = {}
                exec(compile("def f(): return f", "<made>", "exec"), names)
                names["f"]()
                """);
        programs.put("interpreters", """
                import _interpreters
                from concurrent import interpreters
                child = _interpreters.create()
                _interpreters.exec(child, "import json")
                _interpreters.call(child, lambda: 3)
                _interpreters.destroy(child)
                other = interpreters.create()
                other.prepare_main({"a": (1, "x", b"y")})
                other.exec("assert a == (1, 'x', b'y')")
                other.close()
                """);
        programs.put("asyncio", """
                import asyncio
                async def work(n):
                    await asyncio.sleep(0)
                    return n
                async def main():
                    async with asyncio.TaskGroup() as g:
                        tasks = [g.create_task(work(i)) for i in range(3)]
                    return await asyncio.to_thread(sum, [t.result() for t in tasks])
                assert asyncio.run(main()) == 3
                loop = asyncio.new_event_loop()
                """);
        return programs;
    }

    /** Runs it. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        Map<String, WeakReference<RuntimeInterpreter>> closed = new LinkedHashMap<>();
        List<Python> kept = new ArrayList<>();
        try (Runtime runtime = Runtime.start()) {
            for (Map.Entry<String, String> program : programs().entrySet()) {
                if (arguments.length == 0 || program.getKey().equals(arguments[0])) {
                    kept.add(Python.run(runtime.main(), program.getKey(), program.getValue()));
                    closed.put(program.getKey(), life(runtime, program.getKey(), program.getValue()));
                }
            }
            boolean ignored = Collected.until(() -> alive(closed) == null);
            for (Map.Entry<String, WeakReference<RuntimeInterpreter>> e : closed.entrySet()) {
                System.out.println(e.getKey() + (e.getValue().refersTo(null) ? ": collected" : ": alive"));
            }
            System.out.println("the main interpreter keeps " + kept.size() + " programs");
        }
    }

    private static @Nullable String alive(Map<String, WeakReference<RuntimeInterpreter>> closed) {
        for (Map.Entry<String, WeakReference<RuntimeInterpreter>> e : closed.entrySet()) {
            if (!e.getValue().refersTo(null)) {
                return e.getKey();
            }
        }
        return null;
    }

    private static WeakReference<RuntimeInterpreter> life(Runtime runtime, String name, String source) {
        RuntimeInterpreter interpreter = runtime.newInterpreter();
        Python.run(interpreter, name, source);
        CloseReport report = interpreter.close(Duration.ofSeconds(10));
        if (!report.isClean()) {
            throw new IllegalStateException(name + ": " + report);
        }
        return new WeakReference<>(interpreter);
    }
}
