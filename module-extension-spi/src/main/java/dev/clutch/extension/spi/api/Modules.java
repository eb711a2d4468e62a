package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.Stability;
import org.jspecify.annotations.Nullable;

/** Modules and import. */
@Stability(since = "0.1")
public interface Modules {
    /** {@code importlib.import_module(name)}. ImportError when there is none. */
    Object importModule(String name);

    /** {@code sys.name}, null when absent. */
    @Nullable
    Object sysAttr(String name);

    /** The state of a module object if it is of the given class, else null ({@code PyModule_GetState}). */
    <S> @Nullable S moduleState(Object module, Class<S> stateClass);

    /** Tells the audit hooks of an event, see PEP 578 ({@code sys.audit}); a hook may raise. */
    void audit(String event, Object... args);
}
