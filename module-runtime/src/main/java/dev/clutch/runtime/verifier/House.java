package dev.clutch.runtime.verifier;

import dev.clutch.extension.spi.ThreadState;
import java.net.URL;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which classes are Clutch's own: those in its modules, or in its jars where it is on the class path. A name alone says nothing, anybody can give a package such a one. */
final class House {
    private static final List<String> MODULES = List.of(
            "dev.clutch.extension.spi", "dev.clutch.runtime", "dev.clutch.interp", "dev.clutch.extensions.builtin");

    /** A class of each jar. */
    private static final List<String> CLASSES = List.of(
            "dev/clutch/extension/spi/ThreadState",
            "dev/clutch/runtime/verifier/House",
            "dev/clutch/interp/PyInterpreter",
            "dev/clutch/extensions/builtin/BuiltinExtensions");

    /** The packages of the modules, as in {@code a/b}; empty on the class path. */
    private static final Set<String> PACKAGES = packages();

    /** The places of the jars on the class path. */
    private static final Set<String> PLACES = places();

    private House() {}

    private static Set<String> packages() {
        Set<String> packages = new HashSet<>();
        ModuleLayer layer = House.class.getModule().getLayer();
        if (layer != null) {
            for (String name : MODULES) {
                Optional<Module> module = layer.findModule(name);
                if (module.isPresent()) {
                    for (String each : module.get().getPackages()) {
                        packages.add(each.replace('.', '/'));
                    }
                }
            }
        }
        return Set.copyOf(packages);
    }

    private static Set<String> places() {
        Set<String> places = new HashSet<>();
        for (String name : CLASSES) {
            String place = place(name);
            if (place != null) {
                places.add(place);
            }
        }
        return Set.copyOf(places);
    }

    private static @Nullable String place(String name) {
        String resource = name + ".class";
        URL url = ThreadState.class.getClassLoader().getResource(resource);
        String text = url == null ? "" : url.toString();
        return text.endsWith(resource) ? text.substring(0, text.length() - resource.length()) : null;
    }

    /** Tells whether a class, as in {@code a/b/C}, is one of Clutch's own. */
    static boolean has(String name) {
        if (!name.startsWith("dev/clutch/")) {
            return false;
        }
        if (!PACKAGES.isEmpty()) {
            return PACKAGES.contains(name.substring(0, name.lastIndexOf('/')));
        }
        String place = place(name);
        return place != null && PLACES.contains(place);
    }
}
