package dev.clutch.distribution.child;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.op.Call;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.CloseReport;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeConfig;
import dev.clutch.runtime.RuntimeInterpreter;
import dev.clutch.runtime.RuntimeThreadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Interrupts each operation of a program while it is in the middle, in four ways, and prints by which exception it ended. */
public final class Interruptions {
    private static final int SIGINT = 2;
    private static final int SECONDS = 100;

    private final Runtime runtime;
    private final String source;

    private Interruptions(Runtime runtime, String source) {
        this.runtime = runtime;
        this.source = source;
    }

    /** Prints a line for each way and operation. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException, InterruptedException {
        RuntimeConfig config =
                RuntimeConfig.builder().closeGrace(Duration.ofSeconds(4)).build();
        try (Runtime runtime = Runtime.start(config)) {
            Interruptions all = new Interruptions(runtime, Files.readString(Path.of(arguments[0])));
            try (RuntimeInterpreter interpreter = all.interpreter()) {
                Python program = all.program(interpreter);
                each(program, "interrupt", (ts, name) -> ts.interrupt());
                each(program, "exception", (ts, name) -> {
                    int found = interpreter.setAsyncException(ts.threadIdent(), Exceptions.type("BaseException"));
                    if (found != 1) {
                        throw new IllegalStateException(found + " threads found for " + name);
                    }
                });
            }
            all.signals();
            all.close();
        }
        System.out.println("done");
    }

    private RuntimeInterpreter interpreter() {
        return runtime.newInterpreter(InterpreterConfig.isolated().toBuilder()
                .allowDaemonThreads(true)
                .build());
    }

    private Python program(RuntimeInterpreter interpreter) {
        return Python.run(interpreter, "operations", source);
    }

    /** One after the other, in threads of one interpreter: many built-ins keep the lock until they end, as in CPython. */
    private static void each(Python program, String way, BiConsumer<RuntimeThreadState, String> interrupt)
            throws InterruptedException {
        for (Object name : program.list("NAMES")) {
            Operation operation = new Operation(program, name.toString());
            operation.start();
            operation.awaitInside();
            interrupt.accept(operation.threadState(), operation.name);
            operation.report(way);
        }
    }

    /** One after the other, in the main thread, which is this one. */
    private void signals() throws InterruptedException {
        Python program = program(runtime.main());
        for (Object name : program.list("NAMES")) {
            Operation operation = new Operation(program, name.toString());
            Thread sender = new Thread(() -> {
                operation.awaitInside();
                runtime.tripSignal(SIGINT);
            });
            sender.start();
            operation.bind();
            operation.run();
            operation.report("signal");
            sender.join();
        }
    }

    /** All at once, each in its interpreter, whose lock the closing thread may not even get before the operation has ended. */
    private void close() throws InterruptedException {
        List<Operation> operations = new ArrayList<>();
        List<Thread> closers = new ArrayList<>();
        for (Object name : program(runtime.main()).list("NAMES")) {
            operations.add(new Operation(program(interpreter()), name.toString()));
        }
        for (Operation operation : operations) {
            operation.start();
        }
        for (Operation operation : operations) {
            operation.awaitInside();
            Thread closer = new Thread(operation::close);
            closer.start();
            closers.add(closer);
        }
        for (Thread closer : closers) {
            closer.join();
        }
        for (Operation operation : operations) {
            operation.report("close");
        }
    }

    /** A function of the program, and the thread that runs it. */
    private static final class Operation implements Runnable {
        final String name;
        private final Python program;
        private final String where;
        private final CountDownLatch started = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile @Nullable Thread thread;
        private volatile @Nullable RuntimeThreadState ts;
        private volatile String outcome = "";
        private volatile String findings = "";

        Operation(Python program, String name) {
            this.program = program;
            this.name = name;
            Object inside = ((PyDict) program.get("INSIDE")).get(name);
            this.where = inside == null ? "blocked" : inside.toString();
        }

        void start() {
            Thread made = new Thread(null, this, name, 1 << 24);
            made.setDaemon(true);
            thread = made;
            made.start();
        }

        void bind() {
            thread = Thread.currentThread();
        }

        @Override
        public void run() {
            try (Attachment inside = program.interpreter().attach()) {
                PyThreadState state = (PyThreadState) inside.threadState();
                ts = state;
                started.countDown();
                try {
                    outcome = "returned " + state.reprText(Call.call0(state, program.get(name)));
                } catch (PythonException e) {
                    outcome = state.reprText(e.value());
                }
            } catch (RuntimeException | Error e) {
                outcome = e.toString();
            } finally {
                started.countDown();
                ended.countDown();
            }
        }

        /** Closes the interpreter; the thread must have ended by itself. */
        void close() {
            CloseReport report = program.interpreter().close(Duration.ZERO);
            for (CloseReport.Finding finding : report.findings()) {
                if (finding.kind() == CloseReport.Kind.THREAD_ABANDONED) {
                    findings = findings + " " + finding;
                }
            }
        }

        RuntimeThreadState threadState() {
            RuntimeThreadState state = ts;
            if (state == null) {
                throw new IllegalStateException(name + " has not begun: " + outcome);
            }
            return state;
        }

        /** Returns when the thread is in the middle of the operation, or has ended. */
        void awaitInside() {
            try {
                started.await();
                while (ended.getCount() > 0 && !isInside()) {
                    Thread.sleep(1);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private boolean isInside() {
            if (where.equals("blocked")) {
                return threadState().isBlocked();
            }
            Thread running = thread;
            if (running == null) {
                return false;
            }
            for (StackTraceElement frame : running.getStackTrace()) {
                if ((frame.getClassName() + "." + frame.getMethodName()).contains(where)) {
                    return true;
                }
            }
            return false;
        }

        @SuppressWarnings("SystemOut")
        void report(String way) throws InterruptedException {
            boolean done = ended.await(SECONDS, TimeUnit.SECONDS);
            System.out.println(way + " " + name + ": " + (done ? outcome : "goes on") + findings);
        }
    }
}
