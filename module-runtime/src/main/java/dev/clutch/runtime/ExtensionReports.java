package dev.clutch.runtime;

import dev.clutch.runtime.verifier.ClassSource;
import dev.clutch.runtime.verifier.Report;
import dev.clutch.runtime.verifier.ReportFile;
import dev.clutch.runtime.verifier.Verifier;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** What the verifier found about the providers of a runtime: each class is read once, or not at all where the folder of reports has one for the same class files. */
final class ExtensionReports {
    private static final String BUILT_IN_MODULE = "dev.clutch.extensions.builtin";
    private static final Set<String> HOUSE = Set.of(
            "dev.clutch.extension.spi",
            "dev.clutch.runtime",
            "dev.clutch.interp",
            BUILT_IN_MODULE,
            "dev.clutch.stdlib");
    private static final String BUILT_IN_PACKAGE = BUILT_IN_MODULE + ".";

    /** Values are followed by recursion, whatever stack the importing thread has. */
    private static final long STACK_BYTES = 16 << 20;

    private final @Nullable Path folder;
    private final ConcurrentMap<Class<?>, Report> reports = new ConcurrentHashMap<>();

    ExtensionReports(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Tells whether a Java module is one of Clutch's own. */
    static boolean isHouse(String module) {
        return HOUSE.contains(module);
    }

    /** Tells whether a provider is one of those that come with Clutch, which are verified when it is built. */
    static boolean isBuiltIn(Class<?> provider) {
        Module module = provider.getModule();
        if (module.isNamed()) {
            return module.getName().equals(BUILT_IN_MODULE)
                    && module.getLayer() == Gate.class.getModule().getLayer();
        }
        return provider.getClassLoader() == Gate.class.getClassLoader()
                && provider.getName().startsWith(BUILT_IN_PACKAGE)
                && ClassSource.isHouse(provider.getName().replace('.', '/') + ".class");
    }

    Report of(Class<?> provider) {
        Report known = reports.get(provider);
        if (known != null) {
            return known;
        }
        FutureTask<Report> task = new FutureTask<>(() -> make(provider));
        Thread thread = new Thread(null, task, "verifier", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        Report report = result(task);
        Report first = reports.putIfAbsent(provider, report);
        return first == null ? report : first;
    }

    private Report make(Class<?> provider) {
        ClassSource source = ClassSource.near(provider);
        String name = provider.getName();
        Report kept = folder == null ? null : ReportFile.read(folder, source, name);
        if (kept != null) {
            return kept;
        }
        Report report = Verifier.verify(source, name);
        if (folder != null) {
            ReportFile.write(folder, name, report);
        }
        return report;
    }

    private static Report result(FutureTask<Report> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("the verifier failed: " + e.getCause(), e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
