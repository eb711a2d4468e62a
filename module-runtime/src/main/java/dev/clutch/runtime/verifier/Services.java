package dev.clutch.runtime.verifier;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModuleProvideInfo;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What code reaches by name: providers of services that it looks up, classes by a constant name. */
final class Services {
    private final World world;

    Services(World world) {
        this.world = world;
    }

    /** Returns the providers that a call of {@code ServiceLoader.load} with a constant finds in the source. */
    List<String> lookedUpBy(Value.Invoke call) {
        if (!call.target.owner().equals("java/util/ServiceLoader")
                || !call.target.name().startsWith("load")) {
            return List.of();
        }
        for (Value argument : call.arguments) {
            if (Steps.strip(argument) instanceof Value.ClassConstant type) {
                return providers(world.source(), type.name.replace('/', '.'));
            }
        }
        return List.of();
    }

    /** Returns the class that {@code Class.forName} with a constant initialises, or null. */
    @Nullable
    String classNamedBy(Value.Invoke call) {
        if (!call.target.owner().equals("java/lang/Class")
                || !call.target.name().equals("forName")) {
            return null;
        }
        for (Value argument : call.arguments) {
            if (Steps.strip(argument) instanceof Value.StringConstant name) {
                return name.text.replace('.', '/');
            }
        }
        return null;
    }

    /** Returns the providers of a service that a source declares, by its list or its module descriptor, as internal names. */
    static List<String> providers(ClassSource source, String service) {
        List<String> found = new ArrayList<>();
        byte[] list = source.find("META-INF/services/" + service);
        if (list != null) {
            for (String line : new String(list, StandardCharsets.UTF_8).lines().toList()) {
                int comment = line.indexOf('#');
                String name = (comment < 0 ? line : line.substring(0, comment)).strip();
                if (!name.isEmpty()) {
                    found.add(name.replace('.', '/'));
                }
            }
        }
        byte[] descriptor = source.find("module-info.class");
        if (descriptor != null) {
            ModuleAttribute module = ClassFile.of()
                    .parse(descriptor)
                    .findAttribute(Attributes.module())
                    .orElse(null);
            for (ModuleProvideInfo provided : module == null ? List.<ModuleProvideInfo>of() : module.provides()) {
                if (provided.provides().asInternalName().replace('/', '.').equals(service)) {
                    for (ClassEntry provider : provided.providesWith()) {
                        if (!found.contains(provider.asInternalName())) {
                            found.add(provider.asInternalName());
                        }
                    }
                }
            }
        }
        return found;
    }
}
