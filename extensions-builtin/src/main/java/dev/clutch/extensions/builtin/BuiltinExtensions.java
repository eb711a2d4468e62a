package dev.clutch.extensions.builtin;

import dev.clutch.extension.spi.ExtensionBundle;
import dev.clutch.extension.spi.ExtensionProvider;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extensions.builtin.generated.ExtensionIndex;
import org.jspecify.annotations.Nullable;

/** All modules of this jar; each declares itself by {@code @ExtensionModule}. */
public final class BuiltinExtensions implements ExtensionBundle {
    /** For the service loader. */
    public BuiltinExtensions() {}

    @Override
    public String[] moduleNames() {
        return ExtensionIndex.moduleNames();
    }

    @Override
    public @Nullable MultipleInterpreters multipleInterpreters(String module) {
        return ExtensionIndex.multipleInterpreters(module);
    }

    @Override
    public @Nullable ExtensionProvider provider(String module) {
        return ExtensionIndex.provider(module);
    }
}
