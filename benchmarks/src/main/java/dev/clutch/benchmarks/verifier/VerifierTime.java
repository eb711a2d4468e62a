package dev.clutch.benchmarks.verifier;

import dev.clutch.runtime.verifier.ClassSource;
import dev.clutch.runtime.verifier.Report;
import dev.clutch.runtime.verifier.Verifier;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** Processor time of verifying jars or folders, per MB of class files: the first time in this JVM, and the least of the next ten. Arguments are the jars or folders, as libraries or with their providers. */
public final class VerifierTime {
    private static final int ROUNDS = 10;
    private static final long STACK_BYTES = 64 << 20;

    private VerifierTime() {}

    /** Prints a row for each argument. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        System.out.println("| class files | KB | verdict | ms per MB, first | ms per MB, again |");
        System.out.println("|---|---|---|---|---|");
        for (String argument : arguments) {
            FutureTask<String> row = new FutureTask<>((Callable<String>) () -> row(Path.of(argument)));
            Thread thread = new Thread(null, row, "verifier", STACK_BYTES);
            thread.start();
            System.out.println(row.get());
        }
    }

    private static String row(Path place) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        Report report = verify(place);
        long first = threads.getCurrentThreadCpuTime() - start;
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadCpuTime();
            Report again = verify(place);
            least = Math.min(least, threads.getCurrentThreadCpuTime() - before);
            if (!again.equals(report)) {
                throw new IllegalStateException("two reports about " + place + " differ");
            }
        }
        if (report.bytes() == 0) {
            throw new IllegalArgumentException("no class file of " + place + " was verified");
        }
        double megabytes = report.bytes() / 1e6;
        return "| " + place.getFileName() + " | " + report.bytes() / 1000 + " | " + report.verdict() + " | "
                + Math.round(first / 1e6 / megabytes) + " | " + Math.round(least / 1e6 / megabytes) + " |";
    }

    /** An extension as the gate does, with Clutch beside it; a library alone; what is Clutch's own as the build does. */
    private static Report verify(Path place) {
        ClassSource source = ClassSource.of(place);
        for (String resource : source.resources()) {
            if (ClassSource.isHouse(resource) && resource.endsWith(".class")) {
                return Verifier.verifyAll(source, "");
            }
        }
        boolean library = source.find("META-INF/services/dev.clutch.extension.spi.ExtensionProvider") == null;
        return Verifier.verify(
                library ? source : ClassSource.of(List.of(source, ClassSource.near(VerifierTime.class))));
    }
}
