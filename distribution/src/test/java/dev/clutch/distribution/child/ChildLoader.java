package dev.clutch.distribution.child;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@link Embedding} in a class loader that has all jars, as an application server does with what is deployed, drops the loader and prints whether it is collected. */
public final class ChildLoader {
    private ChildLoader() {}

    /** Takes the class path of the child. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        WeakReference<ClassLoader> loader = run(arguments[0]);
        boolean gone = Collected.until(() -> loader.refersTo(null));
        System.out.println(gone ? "the loader is collected" : "the loader is alive");
    }

    private static WeakReference<ClassLoader> run(String classPath) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        try (URLClassLoader child =
                new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
            child.loadClass(Embedding.class.getName())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
            return new WeakReference<>(child);
        }
    }
}
