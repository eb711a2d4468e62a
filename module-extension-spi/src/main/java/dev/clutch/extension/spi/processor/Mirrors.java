package dev.clutch.extension.spi.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reading annotations and types of the language model. */
final class Mirrors {
    static final String SPI = "dev.clutch.extension.spi.";

    private Mirrors() {}

    /** The annotation of the SPI with the given simple name. */
    static @Nullable AnnotationMirror annotation(Element element, String simpleName) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (((TypeElement) mirror.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals(SPI + simpleName)) {
                return mirror;
            }
        }
        return null;
    }

    private static @Nullable Object value(AnnotationMirror mirror, String key) {
        for (var entry : mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(key)) {
                return entry.getValue().getValue();
            }
        }
        return null;
    }

    static String text(AnnotationMirror mirror, String key, String fallback) {
        return value(mirror, key) instanceof String s ? s : fallback;
    }

    static boolean flag(AnnotationMirror mirror, String key, boolean fallback) {
        return value(mirror, key) instanceof Boolean b ? b : fallback;
    }

    static int number(AnnotationMirror mirror, String key, int fallback) {
        return value(mirror, key) instanceof Integer i ? i : fallback;
    }

    /** The name of an enum constant, null when the annotation leaves it out. */
    static @Nullable String constant(AnnotationMirror mirror, String key) {
        return value(mirror, key) instanceof VariableElement e
                ? e.getSimpleName().toString()
                : null;
    }

    static List<String> constants(AnnotationMirror mirror, String key) {
        List<String> names = new ArrayList<>();
        for (Object item : items(mirror, key)) {
            if (item instanceof VariableElement e) {
                names.add(e.getSimpleName().toString());
            }
        }
        return names;
    }

    static List<String> texts(AnnotationMirror mirror, String key) {
        List<String> texts = new ArrayList<>();
        for (Object item : items(mirror, key)) {
            texts.add((String) item);
        }
        return texts;
    }

    static List<TypeElement> classes(AnnotationMirror mirror, String key) {
        List<TypeElement> types = new ArrayList<>();
        for (Object item : items(mirror, key)) {
            if (item instanceof DeclaredType t) {
                types.add((TypeElement) t.asElement());
            }
        }
        return types;
    }

    private static List<Object> items(AnnotationMirror mirror, String key) {
        List<Object> items = new ArrayList<>();
        if (value(mirror, key) instanceof List<?> list) {
            for (Object item : list) {
                items.add(((AnnotationValue) item).getValue());
            }
        }
        return items;
    }

    /** Whether the declaration carries an annotation named Nullable, on the type or on the element. */
    static boolean isNullable(VariableElement element) {
        return hasNullable(element.asType().getAnnotationMirrors()) || hasNullable(element.getAnnotationMirrors());
    }

    static boolean isNullableResult(ExecutableElement method) {
        return hasNullable(method.getReturnType().getAnnotationMirrors());
    }

    private static boolean hasNullable(List<? extends AnnotationMirror> mirrors) {
        for (AnnotationMirror mirror : mirrors) {
            if (mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable")) {
                return true;
            }
        }
        return false;
    }

    /** The type as source, without annotations and type arguments. */
    static String typeName(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return typeName(array.getComponentType()) + "[]";
        }
        if (type instanceof DeclaredType declared) {
            return ((TypeElement) declared.asElement()).getQualifiedName().toString();
        }
        if (type.getKind() == TypeKind.VOID) {
            return "void";
        }
        return type.getKind().isPrimitive()
                ? type.getKind().name().toLowerCase(java.util.Locale.ROOT)
                : type.toString();
    }

    static @Nullable TypeElement typeElement(TypeMirror type) {
        return type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED
                ? (TypeElement) declared.asElement()
                : null;
    }

    /** Whether the type is a class with the given qualified name or extends it. */
    static boolean isSubclass(TypeMirror type, String qualifiedName) {
        TypeElement element = typeElement(type);
        while (element != null) {
            if (element.getQualifiedName().contentEquals(qualifiedName)) {
                return true;
            }
            element = typeElement(element.getSuperclass());
        }
        return false;
    }

    static String packageName(TypeElement element) {
        Element outer = element.getEnclosingElement();
        return outer instanceof TypeElement type
                ? packageName(type)
                : outer instanceof PackageElement named
                        ? named.getQualifiedName().toString()
                        : "";
    }

    /** The simple names of a class and the classes around it in one word. */
    static String stem(TypeElement element) {
        Element outer = element.getEnclosingElement();
        String name = element.getSimpleName().toString();
        return outer instanceof TypeElement type ? stem(type) + name : name;
    }

    /** Returns the superclass, or null for {@code Object} and interfaces. */
    static @Nullable TypeElement superclass(TypeElement type) {
        return type.getSuperclass().getKind() == TypeKind.NONE ? null : typeElement(type.getSuperclass());
    }
}
