package dev.clutch.runtime.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Defines the project's classes a second time, those of the concurrency core woven; those of this package are its parent's. The rest of the language stays as it is: it has no lock of its own, and reaches
 * the core at every safe point.
 */
final class WovenLoader extends ClassLoader {
    private static final String OURS = "dev.clutch.";
    private static final String[] WOVEN = {"dev.clutch.runtime.", "dev.clutch.interp.crossing."};
    private static final String SCHEDULER = WovenLoader.class.getPackageName() + ".";
    private static final WovenLoader SHARED = new WovenLoader();

    private final Weaver weaver = new Weaver(this);

    private WovenLoader() {
        super("woven", WovenLoader.class.getClassLoader());
    }

    /** The one loader of all schedules: its classes are initialised once, and hold no state (DESIGN R2). */
    static WovenLoader shared() {
        return SHARED;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS) || name.startsWith(SCHEDULER) && !isScenario(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    /** The scheduler's own test has scenarios in this package. */
    private static boolean isScenario(String name) {
        return name.startsWith(SCHEDULER + "SchedulesTest$");
    }

    private static boolean isWoven(String name) {
        for (String start : WOVEN) {
            if (name.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            byte[] defined = isWoven(name) ? weaver.weave(bytes) : bytes;
            return defineClass(name, defined, 0, defined.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
