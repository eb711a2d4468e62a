package dev.clutch.extension.spi.processor;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ProvidesDirective;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Keeps the {@code provides ExtensionProvider} of a module descriptor in agreement with the modules that are declared. */
final class ProvidesCheck {
    private ProvidesCheck() {}

    /** Reports providers that are missing or too many; a descriptor which provides none leaves it to the index. */
    static void check(ModuleElement module, List<ClassModel> models, Problems problems) {
        Set<String> provided = new TreeSet<>();
        for (ProvidesDirective directive : ElementFilter.providesIn(module.getDirectives())) {
            if (directive.getService().getQualifiedName().contentEquals(Mirrors.SPI + "ExtensionProvider")) {
                for (TypeElement implementation : directive.getImplementations()) {
                    provided.add(implementation.getQualifiedName().toString());
                }
            }
        }
        if (provided.isEmpty()) {
            return;
        }
        Set<String> generated = new TreeSet<>();
        for (ClassModel model : models) {
            if (model.isModule()) {
                generated.add(model.generated("Provider"));
            }
        }
        Set<String> missing = new TreeSet<>(generated);
        missing.removeAll(provided);
        provided.removeAll(generated);
        for (String name : missing) {
            problems.error(
                    module, "module-info must list " + name + " in 'provides " + Mirrors.SPI + "ExtensionProvider'");
        }
        for (String name : provided) {
            problems.error(
                    module,
                    "module-info provides " + name + ", which no @ExtensionModule class of this compilation declares");
        }
    }
}
