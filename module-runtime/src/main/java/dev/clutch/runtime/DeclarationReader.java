package dev.clutch.runtime;

import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.RuntimeInvisibleAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@link ExtensionModule} annotation from a class file. No class is loaded for it, initialised or instantiated: a refused extension has run nothing. PEP 793 goes the same way, but
 * CPython must still run the export hook.
 */
public final class DeclarationReader {
    private static final String ANNOTATION = "Ldev/clutch/extension/spi/ExtensionModule;";
    private static final String GENERATED_SUFFIX = "Provider";

    private DeclarationReader() {}

    /**
     * Reads the declaration of a provider class: from the class itself, or, for a generated provider, from the class that it was generated for.
     *
     * @return null when neither declares a module
     */
    public static @Nullable ExtensionDeclaration read(Class<?> provider) {
        byte[] own = bytes(provider, provider.getName());
        ExtensionDeclaration found = own == null ? null : read(own, provider.getName());
        if (found != null || !provider.getName().endsWith(GENERATED_SUFFIX)) {
            return found;
        }
        String name = provider.getName();
        byte[] annotated = bytes(provider, name.substring(0, name.length() - GENERATED_SUFFIX.length()));
        return annotated == null ? null : read(annotated, name);
    }

    /** Reads the declaration from a class file; null when the class declares no module. */
    public static @Nullable ExtensionDeclaration read(byte[] classFile, String provider) {
        ClassModel model = ClassFile.of().parse(classFile);
        RuntimeInvisibleAnnotationsAttribute invisible =
                model.findAttribute(Attributes.runtimeInvisibleAnnotations()).orElse(null);
        Annotation annotation = invisible == null ? null : find(invisible.annotations());
        if (annotation == null) {
            RuntimeVisibleAnnotationsAttribute visible =
                    model.findAttribute(Attributes.runtimeVisibleAnnotations()).orElse(null);
            annotation = visible == null ? null : find(visible.annotations());
        }
        return annotation == null ? null : declaration(annotation, provider);
    }

    private static @Nullable Annotation find(List<Annotation> annotations) {
        for (Annotation annotation : annotations) {
            if (annotation.className().equalsString(ANNOTATION)) {
                return annotation;
            }
        }
        return null;
    }

    private static ExtensionDeclaration declaration(Annotation annotation, String provider) {
        String name = null;
        MultipleInterpreters declared = null;
        for (AnnotationElement element : annotation.elements()) {
            AnnotationValue value = element.value();
            if (element.name().equalsString("name") && value instanceof AnnotationValue.OfString string) {
                name = string.stringValue();
            } else if (element.name().equalsString("multipleInterpreters")
                    && value instanceof AnnotationValue.OfEnum constant) {
                declared = MultipleInterpreters.valueOf(constant.constantName().stringValue());
            }
        }
        if (name == null) {
            throw new IllegalArgumentException("the @ExtensionModule annotation of " + provider + " has no name");
        }
        return new ExtensionDeclaration(name, declared, provider);
    }

    /** Class files are never encapsulated as resources: the class's own loader and module give them, whatever the module exports. */
    private static byte @Nullable [] bytes(Class<?> near, String name) {
        String resource = "/" + name.replace('.', '/') + ".class";
        try (InputStream in = near.getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the class file of " + name, e);
        }
    }
}
