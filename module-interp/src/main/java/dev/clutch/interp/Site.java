package dev.clutch.interp;

import dev.clutch.extension.spi.Str;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code site} of the program has found, and how the other interpreters come to it. CPython imports {@code site} in each of them ({@code init_import_site}); here an interpreter gets the folders
 * and imports the module itself when it would run code of others, or at the first use of a name that it adds to {@code builtins}: that keeps it out of the time to make one.
 */
public final class Site {
    private final List<String> folders;
    private final boolean runsCode;

    private Site(List<String> folders, boolean runsCode) {
        this.folders = folders;
        this.runsCode = runsCode;
    }

    /** After {@code site} has been imported; {@code folders}: what it has added to {@code sys.path}. */
    public static Site found(PyThreadState ts, List<String> folders) {
        boolean customized = ts.interp.modules().get("sitecustomize") != null
                || ts.interp.modules().get("usercustomize") != null;
        return new Site(List.copyOf(folders), customized || hasLines(folders));
    }

    /** Whether a {@code .pth} file has a line to run ({@code site.addpackage}). */
    private static boolean hasLines(List<String> folders) {
        for (String folder : folders) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder), "*.pth")) {
                for (Path file : files) {
                    String text = "\n" + new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                    if (text.contains("\nimport ") || text.contains("\nimport\t")) {
                        return true;
                    }
                }
            } catch (IOException e) {
                continue; // no folder, or not ours to read
            }
        }
        return false;
    }

    /** Gives a new interpreter what it has to have at once. */
    void enter(PyThreadState ts) {
        if (ts.sysAttr("path") instanceof PyList path) {
            for (String folder : folders) {
                path.append(Str.of(folder));
            }
        }
        if (runsCode) {
            Object ignored = ts.importModule("site");
        }
    }

    /** A name that was not found in the interpreter's builtins; null when {@code site} would not add it, or has been imported. */
    public static @Nullable Object builtin(PyThreadState ts, PyDict builtins, String name) {
        if (!isAdded(name) || ts.interp.site() == null || builtins != ts.interp.builtins()) {
            return null;
        }
        if (ts.interp.modules().get("site") != null) {
            return null;
        }
        Object ignored = ts.importModule("site");
        return builtins.get(name);
    }

    private static boolean isAdded(String name) {
        switch (name) {
            case "exit":
            case "quit":
            case "help":
            case "copyright":
            case "credits":
            case "license":
                return true;
            default:
                return false;
        }
    }
}
