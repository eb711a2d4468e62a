package dev.clutch.distribution.child;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Call;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.CloseReport;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.Limits;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeInterpreter;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A hostile program for each limit: by what it is ended, and that its interpreter can be closed afterwards. Prints a line for each; {@code docs/security.md} names them. */
public final class LimitPrograms {
    private static final Duration SOON = Duration.ofMillis(300);

    private final Runtime runtime;

    private LimitPrograms(Runtime runtime) {
        this.runtime = runtime;
    }

    /** Prints {@code limit: ok}, or what is wrong. */
    public static void main(String[] arguments) {
        try (Runtime runtime = Runtime.start()) {
            LimitPrograms p = new LimitPrograms(runtime);
            p.time();
            p.memory();
            p.counted();
        }
    }

    private void time() {
        Limits call = Limits.none().withCallTime(SOON);
        ends("call time: loop", call, Limits.CALL_TIME, """
                def run():
                    while True:
                        try:
                            while True:
                                pass
                        except Exception:
                            pass
                """);
        ends("call time: sleep", call, Limits.CALL_TIME, """
                import time
                def run():
                    time.sleep(1000)
                """);
        ends("call time: built-in", call, Limits.CALL_TIME, """
                import itertools
                def run():
                    sum(itertools.repeat(1))
                """);
        ends("call time: swallowed", call, Limits.CALL_TIME, """
                def run():
                    for attempt in range(3):
                        try:
                            while True:
                                pass
                        except BaseException as e:
                            last = e
                    raise last
                """);
        ends("cpu time", Limits.none().withCpuTime(Duration.ofMillis(200)), Limits.CPU_TIME, """
                def run():
                    while True:
                        pass
                """);
        ends("cpu time: threads", Limits.none().withCpuTime(Duration.ofMillis(200)), Limits.CPU_TIME, """
                import threading, time
                def spin():
                    try:
                        end = time.thread_time() + 0.07
                        while time.thread_time() < end:
                            pass
                    except BaseException:
                        pass
                def run():
                    for thread in range(6):
                        t = threading.Thread(target=spin)
                        t.start()
                        t.join()
                """);
    }

    private void memory() {
        Limits little = Limits.none().withAllocatedBytes(64L << 20);
        ends("allocated bytes", little, Limits.ALLOCATED_BYTES, """
                def run():
                    kept = []
                    while True:
                        kept.append([0] * 1000)
                """);
        ends("allocated bytes: threads", little, Limits.ALLOCATED_BYTES, """
                import sys, threading
                # a thread that begins when everything is used up ends in its first line, which is told there
                sys.unraisablehook = lambda told: None
                def fill():
                    try:
                        for i in range(3000):
                            [0] * 1000
                    except BaseException:
                        pass
                def run():
                    # each allocates a sixth; the last that is allowed may end between two looks of the meter
                    for thread in range(60):
                        t = threading.Thread(target=fill)
                        t.start()
                        t.join()
                """);
        String large = """
                def run():
                    for make in (
                        lambda: b"x" * 10**12,
                        lambda: b"x" * (200 << 20),
                        lambda: "x" * (200 << 20),
                        lambda: [0] * (200 << 20),
                        lambda: (0,) * (200 << 20),
                        lambda: bytearray(200 << 20),
                        lambda: bytes(200 << 20),
                        lambda: 1 << (8 * (200 << 20)),
                        lambda: 3 ** (8 * (200 << 20)),
                        lambda: "x".ljust(200 << 20),
                        lambda: b"x".center(200 << 20),
                        lambda: (1).to_bytes(200 << 20),
                        lambda: (bytes(40 << 20), bytes(30 << 20)),
                    ):
                        try:
                            make()
                        except MemoryError:
                            continue
                        raise AssertionError(make.__code__.co_consts)
                    raise MemoryError
                """;
        ends("one allocation", little, null, large);
        ends("one allocation without limits", Limits.none(), null, """
                def run():
                    for make in (lambda: b"x" * 10**12, lambda: "x" * 10**12, lambda: 1 << 10**14, lambda: [0] * 10**12):
                        try:
                            make()
                        except MemoryError:
                            continue
                        raise AssertionError
                    raise MemoryError
                """);
    }

    private void counted() {
        ends("threads", Limits.none().withThreads(3), Limits.THREADS, """
                import threading
                stop = threading.Event()
                def run():
                    started = 0
                    try:
                        while True:
                            threading.Thread(target=stop.wait).start()
                            started += 1
                    finally:
                        stop.set()
                        assert started == 3, started
                """);
        ends("output bytes: print", Limits.none().withOutputBytes(1000), Limits.OUTPUT_BYTES, """
                import os, sys
                out = open(os.devnull, "w")
                def run():
                    while True:
                        print("x" * 100, file=out)
                """);
        ends("output bytes: socket", Limits.none().withOutputBytes(1000), Limits.OUTPUT_BYTES, """
                import socket
                def run():
                    sent = 0
                    a, b = socket.socketpair()
                    with a, b:
                        try:
                            while True:
                                sent += a.send(bytes(100))
                        finally:
                            assert sent == 1000, sent
                """);
        // what a full pipe doesn't take is not counted
        ends("output bytes: write", Limits.none().withOutputBytes(200_000), Limits.OUTPUT_BYTES, """
                import os
                def run():
                    r, w = os.pipe()
                    os.set_blocking(w, False)
                    written = 0
                    try:
                        while True:
                            try:
                                written += os.write(w, bytes(1000))
                            except BlockingIOError:
                                os.read(r, 500)
                    finally:
                        os.close(r)
                        os.close(w)
                        assert 199_000 < written <= 200_000, written
                """);
        // each way is refused once the limit is reached; one that isn't counted goes on
        ends("output bytes: every way", Limits.none().withOutputBytes(1000), Limits.OUTPUT_BYTES, """
                import io, multiprocessing.connection, os, socket, subprocess, sys
                data = bytes(100)
                a, b = socket.socketpair()
                datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
                source, target = os.memfd_create("source"), os.memfd_create("target")
                r, w = os.pipe()
                there, here = multiprocessing.connection.Pipe()
                raw = io.FileIO(target, "w", closefd=False)
                large = open("/bin/sh", "rb")
                ways = [
                    lambda: os.write(source, data),
                    lambda: os.writev(target, [data, data]),
                    lambda: os.pwrite(target, data, 0),
                    lambda: os.pwritev(target, [data], 0),
                    lambda: os.sendfile(target, source, 0, 100),
                    lambda: os.copy_file_range(source, target, 100, 0),
                    lambda: os.splice(source, w, 100, 0),
                    lambda: os.posix_fallocate(target, 0, 100),
                    lambda: raw.write(data),
                    lambda: a.send(data),
                    lambda: a.sendall(data),
                    lambda: a.sendmsg([data]),
                    lambda: a.sendfile(large),
                    lambda: datagrams.sendto(data, ("127.0.0.1", 9)),
                    lambda: here.send_bytes(data),
                    lambda: subprocess.run(["cat"], input=data, stdout=subprocess.DEVNULL),
                    lambda: print(data, flush=True),
                    lambda: sys.__stdout__.buffer.write(data) and sys.__stdout__.flush(),
                    lambda: print(data, file=sys.__stderr__),
                ]
                def run():
                    for way in ways:
                        try:
                            for i in range(20):
                                way()
                        except BaseException as e:
                            if type(e).__name__ != "LimitExceeded":
                                raise
                            last = e
                        else:
                            raise AssertionError(ways.index(way))
                    raise last
                """);
        // copies ask for more than there is; only what they copied counts
        ends("output bytes: copies", Limits.none().withOutputBytes(1000), Limits.OUTPUT_BYTES, """
                import os
                source = os.memfd_create("source")
                def run():
                    os.write(source, bytes(250))
                    targets = []
                    for copy in (
                        lambda t: os.sendfile(t, source, 0, 1 << 20),
                        lambda t: os.copy_file_range(source, t, 1 << 20, 0),
                        lambda t: os.sendfile(t, source, 0, 1 << 20),
                    ):
                        targets.append(os.memfd_create("target"))
                        assert copy(targets[-1]) == 250
                    assert os.sendfile(targets[0], source, 250, 1 << 20) == 0
                    try:
                        os.sendfile(targets[0], source, 0, 1 << 20)
                    finally:
                        assert sum(os.fstat(t).st_size for t in targets) == 750
                """);
        ends("open files", Limits.none().withOpenFiles(10), Limits.OPEN_FILES, """
                import os
                def run():
                    kept = []
                    try:
                        for round in range(30):
                            open(os.devnull).close()
                            try:
                                open("/missing/file")
                            except FileNotFoundError:
                                pass
                            for fd in os.pipe():
                                os.close(fd)
                        while True:
                            kept.append(open(os.devnull))
                    finally:
                        assert len(kept) == 10, len(kept)
                        for f in kept:
                            f.close()
                """);
        ends("open files: sockets", Limits.none().withOpenFiles(10), Limits.OPEN_FILES, """
                import os, socket
                def run():
                    kept = []
                    try:
                        while True:
                            kept += socket.socketpair()
                    finally:
                        assert len(kept) == 10, len(kept)
                        for f in kept:
                            f.close()
                """);
        ends("open files: every way", Limits.none().withOpenFiles(10), Limits.OPEN_FILES, """
                import fcntl, os, select, socket
                server = socket.create_server(("127.0.0.1", 0))
                a, b = socket.socketpair()
                def received():
                    socket.send_fds(a, [b"x"], [0])
                    return socket.recv_fds(b, 1, 1)[1]
                def accepted():
                    with socket.create_connection(server.getsockname()):
                        return [server.accept()[0].detach()]
                ways = [
                    lambda: [os.open(os.devnull, os.O_RDONLY)],
                    lambda: [open(os.devnull)],
                    lambda: [os.dup(0)],
                    lambda: [fcntl.fcntl(0, fcntl.F_DUPFD, 0)],
                    lambda: [fcntl.fcntl(0, fcntl.F_DUPFD_CLOEXEC, 0)],
                    lambda: os.pipe(),
                    lambda: os.openpty(),
                    lambda: [os.memfd_create("x")],
                    lambda: [os.eventfd(0)],
                    lambda: [os.pidfd_open(os.getpid())],
                    lambda: [select.epoll()],
                    lambda: [socket.socket().detach()],
                    lambda: [s.detach() for s in socket.socketpair()],
                    received,
                    accepted,
                ]
                def run():
                    for way in ways:
                        kept = []
                        try:
                            for i in range(20):
                                kept.append(way())
                        except BaseException as e:
                            if type(e).__name__ != "LimitExceeded":
                                raise
                            last = e
                        else:
                            raise AssertionError(ways.index(way))
                        finally:
                            for made in kept:
                                for fd in made if isinstance(made, (list, tuple)) else [made]:
                                    fd.close() if hasattr(fd, "close") else os.close(fd)
                    raise last
                """);
    }

    /** Runs a program whose function must end by the limit, null for MemoryError. */
    private void ends(String name, Limits limits, @Nullable String limit, String source) {
        String expected = limit == null ? "MemoryError()" : "LimitExceeded('" + limit + "')";
        // compiled and imported before, so that the time goes to the function
        Python ignored = Python.run(runtime.main(), name, source);
        InterpreterConfig config = InterpreterConfig.builder()
                .limits(limits)
                .standardOutput(OutputStream.nullOutputStream())
                .build();
        RuntimeInterpreter interpreter = runtime.newInterpreter(config);
        String seen;
        try {
            Python program = Python.run(interpreter, name, source);
            seen = outcome(program);
        } catch (RuntimeException e) {
            seen = e.toString();
        }
        String reached = interpreter.limitReached();
        CloseReport report = interpreter.close(Duration.ofSeconds(60));
        boolean good = seen.equals(expected) && report.isClean() && (limit == null || limit.equals(reached));
        report(name + ": " + (good ? "ok" : seen + " instead of " + expected + ", reached " + reached + ", " + report));
    }

    private static String outcome(Python program) {
        try (Attachment inside = program.interpreter().attach()) {
            PyThreadState ts = (PyThreadState) inside.threadState();
            try {
                return "returned " + ts.reprText(Call.call0(ts, program.get("run")));
            } catch (PythonException e) {
                String text;
                do {
                    text = describe(ts, e);
                } while (text == null);
                return text;
            }
        }
    }

    /** The limit may strike again while its exception is looked at. */
    private static @Nullable String describe(PyThreadState ts, PythonException e) {
        try {
            return ts.reprText(e.value());
        } catch (PythonException again) {
            return null;
        }
    }

    @SuppressWarnings("SystemOut")
    private static void report(String line) {
        System.out.println(line);
    }
}
