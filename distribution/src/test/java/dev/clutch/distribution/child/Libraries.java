package dev.clutch.distribution.child;

import dev.clutch.runtime.verifier.ClassSource;
import dev.clutch.runtime.verifier.Finding;
import dev.clutch.runtime.verifier.Report;
import dev.clutch.runtime.verifier.Verifier;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/**
 * Verifies jars as libraries, all that is public being called: the table of {@code docs/verifier-libraries.md}. Arguments are jars; {@code -all} before them prints every finding.
 */
public final class Libraries {
    private Libraries() {}

    /** Prints a row for each jar. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        boolean all = false;
        System.out.println(
                "| library | verdict | certain | not proved | beyond class files | KB | ms | first certain |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (String argument : arguments) {
            if (argument.equals("-all")) {
                all = true;
                continue;
            }
            Path jar = Path.of(argument);
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Report report = Verifier.verify(ClassSource.of(jar));
            long millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000_000;
            System.out.println(row(jar, report, millis));
            for (Finding finding : all ? report.findings() : List.<Finding>of()) {
                System.out.println((finding.contradicts() ? "!! " : "   ") + finding);
            }
        }
    }

    private static String row(Path jar, Report report, long millis) {
        int certain = 0;
        int unproved = 0;
        int beyond = 0;
        String first = "";
        for (Finding finding : report.findings()) {
            switch (finding.fact()) {
                case REFLECTION, NATIVE, UNRESOLVED -> beyond++;
                default -> {
                    if (finding.contradicts()) {
                        certain++;
                        first = first.isEmpty() ? finding.owner() + "." + finding.member() : first;
                    } else {
                        unproved++;
                    }
                }
            }
        }
        String name = String.valueOf(jar.getFileName()).replace(".jar", "");
        return "| " + name + " | " + report.verdict() + " | " + certain + " | " + unproved + " | " + beyond + " | "
                + report.bytes() / 1024 + " | " + millis + " | " + first + " |";
    }
}
