package dev.clutch.runtime;

import dev.clutch.runtime.verifier.ClassSource;
import dev.clutch.runtime.verifier.Report;
import dev.clutch.runtime.verifier.ReportFile;
import dev.clutch.runtime.verifier.Verifier;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** What the verifier found about the providers of a runtime: each class is read once, or not at all where the folder of reports has one for the same class files. */
final class ExtensionReports {
    private static final String BUILT_IN_MODULE = "dev.clutch.extensions.builtin";
    private static final String BUILT_IN_PACKAGE = BUILT_IN_MODULE + ".";

    private final @Nullable Path folder;
    private final ConcurrentMap<Class<?>, Report> reports = new ConcurrentHashMap<>();

    ExtensionReports(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Tells whether a provider is one of those that come with Clutch, which are verified when it is built. */
    static boolean isBuiltIn(Class<?> provider) {
        Module module = provider.getModule();
        if (module.isNamed()) {
            return module.getName().equals(BUILT_IN_MODULE) && module.getLayer() == Gate.class.getModule().getLayer();
        }
        return provider.getClassLoader() == Gate.class.getClassLoader()
                && provider.getName().startsWith(BUILT_IN_PACKAGE);
    }

    Report of(Class<?> provider) {
        Report known = reports.get(provider);
        if (known != null) {
            return known;
        }
        ClassSource source = ClassSource.near(provider);
        Report report = folder == null ? null : ReportFile.read(folder, source, provider.getName());
        if (report == null) {
            report = Verifier.verify(source, provider.getName());
            if (folder != null) {
                ReportFile.write(folder, provider.getName(), report);
            }
        }
        Report first = reports.putIfAbsent(provider, report);
        return first == null ? report : first;
    }
}
