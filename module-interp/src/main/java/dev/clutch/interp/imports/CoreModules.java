package dev.clutch.interp.imports;

import dev.clutch.extension.spi.ExtensionProvider;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.generated.ExtensionIndex;
import dev.clutch.interp.modules.Modules;
import dev.clutch.interp.object.PyModule;
import org.jspecify.annotations.Nullable;

/** Modules written in Java: the core ones, which every interpreter has, and extensions, which the gate lets in. */
public final class CoreModules {
    private CoreModules() {}

    /** Tells whether a module is one of those built in: a core module, or one of a bundle. */
    public static boolean isBuiltin(PyThreadState ts, String name) {
        return ExtensionIndex.provider(name) != null || ts.interp.extensions().findBundled(name) != null;
    }

    /** Makes a built-in module that has not been executed yet; null when there is none of this name. */
    public static @Nullable PyModule create(PyThreadState ts, String name) {
        ExtensionProvider core = ExtensionIndex.provider(name);
        if (core != null) {
            return Modules.create(ts, core.definition());
        }
        Extensions.Found extension = ts.interp.extensions().findBundled(name);
        return extension == null ? null : Admission.admit(ts, extension);
    }

    /** Returns the class that provides an extension module which isn't built in, or null. */
    public static @Nullable String providerOf(PyThreadState ts, String name) {
        Extensions.Found extension = ts.interp.extensions().find(name);
        if (extension == null) {
            String conflict = ts.interp.extensions().conflict(name);
            if (conflict != null) {
                throw Admission.error(ts, conflict, name);
            }
            return null;
        }
        return extension.declaration().provider();
    }

    /**
     * Makes the module of a provider, a bundle's too, that has not been executed yet, after the gate has let it in.
     *
     * @param name the name of the module, which may differ from the one declared
     * @param provider the class that provides it
     */
    public static PyModule createExtension(PyThreadState ts, String name, String provider) {
        Extensions.Found extension = ts.interp.extensions().find(name);
        if (extension == null) {
            extension = ts.interp.extensions().findProvider(provider);
        }
        if (extension == null) {
            throw Admission.error(ts, "no provider declares the extension module " + name, name);
        }
        String declared = extension.declaration().module();
        if (!extension.isBuiltIn() && ts.interp.extensions().isTaken(declared)) {
            throw Admission.error(
                    ts,
                    "extension provider " + provider + " offers the module " + declared + ", which is built in",
                    name);
        }
        PyModule module = Admission.admit(ts, extension);
        module.dict.put("__name__", Str.of(name));
        return module;
    }

    /** Returns a core module, made and executed if it isn't there, without {@code importlib}. */
    public static Object make(PyThreadState ts, String name) {
        Object known = ts.interp.modules().get(name);
        if (known != null && known != Singleton.NONE) {
            return known;
        }
        PyModule module = create(ts, name);
        if (module == null) {
            throw new IllegalStateException("no core module " + name);
        }
        ts.interp.modules().put(name.intern(), module);
        Modules.execute(ts, module);
        return module;
    }
}
