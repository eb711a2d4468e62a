package dev.clutch.runtime;

import dev.clutch.runtime.verifier.ClassSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.SecureClassLoader;
import java.security.cert.Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Defines the classes that another loader finds a second time, but for those of the JDK and of Clutch; resources are those of the other loader. */
final class QuarantineLoader extends SecureClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final ClassLoader origin;
    private final Map<String, ProtectionDomain> domains = new ConcurrentHashMap<>();

    QuarantineLoader(ClassLoader origin) {
        super("quarantine", origin);
        this.origin = origin;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            String resource = name.replace('.', '/') + ".class";
            URL file = ClassSource.isHouse(resource) ? null : origin.getResource(resource);
            return file == null || file.getProtocol().equals("jrt")
                    ? origin.loadClass(name)
                    : define(name, file, resource);
        }
    }

    private Class<?> define(String name, URL file, String resource) throws ClassNotFoundException {
        byte[] bytes;
        try (InputStream in = file.openStream()) {
            bytes = in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
        return defineClass(name, bytes, 0, bytes.length, domain(file, resource));
    }

    /** The domain of the jar or folder, as the other loader's classes have it. */
    private ProtectionDomain domain(URL file, String resource) {
        String place = file.toString();
        place = place.substring(0, place.length() - resource.length());
        if (place.startsWith("jar:") && place.endsWith("!/")) {
            place = place.substring(4, place.length() - 2);
        }
        ProtectionDomain known = domains.get(place);
        if (known == null) {
            CodeSource source = new CodeSource(location(place), (Certificate[]) null);
            known = new ProtectionDomain(source, null, this, null);
            ProtectionDomain first = domains.putIfAbsent(place, known);
            known = first == null ? known : first;
        }
        return known;
    }

    private static URL location(String place) {
        try {
            return new URI(place).toURL();
        } catch (URISyntaxException | MalformedURLException e) {
            throw new IllegalStateException("a class file is at " + place, e);
        }
    }
}
