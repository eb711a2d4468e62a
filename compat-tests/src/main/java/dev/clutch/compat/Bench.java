package dev.clutch.compat;

import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.QuarantinePolicy;
import dev.clutch.runtime.Runtime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a rule works with: the extension, a runtime, and interpreters of every kind. A rule closes what it opens. */
public final class Bench {
    private final Runtime runtime;
    private final Subject subject;

    Bench(Runtime runtime, Subject subject) {
        this.runtime = runtime;
        this.subject = subject;
    }

    /** Returns the extension. */
    public Subject subject() {
        return subject;
    }

    /** Returns the name of the module. */
    public String module() {
        return subject.module();
    }

    /** Returns the runtime. */
    public Runtime runtime() {
        return runtime;
    }

    /** Returns the main interpreter. */
    public Guest main() {
        return new Guest(runtime.main(), subject.loader());
    }

    /** Makes an interpreter with main's lock. */
    public Guest legacy() {
        return new Guest(runtime.newInterpreter(InterpreterConfig.legacy()), subject.loader());
    }

    /** Makes an interpreter with a lock of its own. */
    public Guest isolated() {
        return new Guest(runtime.newInterpreter(InterpreterConfig.isolated()), subject.loader());
    }

    /** Makes an interpreter with a lock of its own that loads every extension in quarantine. */
    public Guest quarantined() {
        InterpreterConfig config =
                InterpreterConfig.builder().quarantine(QuarantinePolicy.ALWAYS).build();
        return new Guest(runtime.newInterpreter(config), subject.loader());
    }

    /** Makes another runtime, for the extensions that a class loader finds. */
    public Runtime newRuntime(ClassLoader loader) {
        return Kit.newRuntime(loader);
    }

    /** Returns a bench for the same extension as another loader finds it. */
    public Bench with(Runtime other, ClassLoader loader) {
        return new Bench(
                other,
                new Subject(
                        subject.module(),
                        subject.provider(),
                        loader,
                        subject.source(),
                        subject.sample(),
                        subject.seed(),
                        subject.patience()));
    }

    /** Returns how many schedules are tried. */
    public int schedules() {
        return Integer.getInteger("clutch.compat.schedules", 10);
    }

    /** Imports the module. */
    public void load(Guest guest) throws Violation {
        must(guest, "import sys, " + module() + "\n__subject__ = sys.modules[" + quoted() + "]", "is not imported");
    }

    /** Imports the module, and runs the sample. */
    public void use(Guest guest) throws Violation {
        load(guest);
        sample(guest);
    }

    /** Runs the sample. */
    public void sample(Guest guest) throws Violation {
        must(guest, subject.sample(), "fails in the sample");
    }

    /** Runs a program that must not raise. */
    public void must(Guest guest, String program, String whatIfNot) throws Violation {
        try {
            guest.run(program);
        } catch (Guest.Raised e) {
            throw new Violation(module() + " " + whatIfNot + ", in " + guest.interpreter() + ":\n" + e.getMessage());
        }
    }

    /** Returns whether the sample defines a function. */
    public boolean defines(Guest guest, String function) throws Violation {
        try {
            return Boolean.TRUE.equals(guest.eval("callable(globals().get('" + function + "'))"));
        } catch (Guest.Raised e) {
            throw new Violation(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the module's name as a Python literal. */
    public String quoted() {
        return "'" + module() + "'";
    }

    /** Does several things at the same time, one thread each; returns when all have ended. */
    public void together(List<? extends Callable<?>> work) throws Exception {
        List<FutureTask<?>> tasks = new ArrayList<>();
        for (Callable<?> each : work) {
            FutureTask<?> task = new FutureTask<>(each);
            tasks.add(task);
            start("compat-" + tasks.size(), task);
        }
        Violation violation = null;
        for (FutureTask<?> task : tasks) {
            try {
                task.get(subject.patience().toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof Violation v)) {
                    throw e;
                }
                violation = violation == null ? v : violation;
            } catch (TimeoutException e) {
                throw new Violation(module() + " hangs: " + subject.patience().toSeconds() + " s were not enough");
            }
        }
        if (violation != null) {
            throw violation;
        }
    }

    /** Starts a thread that neither keeps the JVM nor holds what the caller has. */
    public Thread start(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, 16 << 20, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(subject.loader());
        thread.start();
        return thread;
    }

    /** Returns how long a thing that is to end soon may take. */
    public Duration soon() {
        Duration quarter = subject.patience().dividedBy(4);
        Duration five = Duration.ofSeconds(5);
        return quarter.compareTo(five) < 0 ? quarter : five;
    }
}
