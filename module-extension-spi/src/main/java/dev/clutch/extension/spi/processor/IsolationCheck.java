package dev.clutch.extension.spi.processor;

import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Warns of state that all interpreters would share. The verifier is thorough; this is what an author sees while typing. */
final class IsolationCheck {
    private static final Set<String> MUTABLE = Set.of(
            "java.util.ArrayList",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.LinkedHashMap",
            "java.util.ArrayDeque",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicLong",
            "java.util.concurrent.atomic.AtomicBoolean",
            "java.util.concurrent.atomic.AtomicReference",
            "java.lang.ThreadLocal",
            "java.lang.StringBuilder",
            "java.util.Random");

    private IsolationCheck() {}

    static void check(TypeElement type, Problems problems) {
        if (saysItIsNot(type)) {
            return;
        }
        for (Element e : type.getEnclosedElements()) {
            if (e.getKind() != ElementKind.FIELD
                    || !e.getModifiers().contains(Modifier.STATIC)
                    || isDeclaredShared(e)) {
                continue;
            }
            String why = null;
            if (!e.getModifiers().contains(Modifier.FINAL)) {
                why = "is not final";
            } else if (MUTABLE.contains(Mirrors.typeName(e.asType()))) {
                why = "holds a mutable " + Mirrors.typeName(e.asType());
            } else if (e.asType().getKind() == TypeKind.ARRAY
                    && !e.getModifiers().contains(Modifier.PRIVATE)) {
                why = "is an array that others can write";
            }
            if (why != null) {
                problems.warning(
                        e,
                        "CLUTCH isolation: static field " + e.getSimpleName() + " " + why
                                + ", so all interpreters would share its state; make it a field of the module's state class");
            }
        }
    }

    private static boolean saysItIsNot(TypeElement type) {
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            if (mirror.getAnnotationType().asElement().getSimpleName().contentEquals("ExtensionModule")
                    && "NOT_SUPPORTED".equals(Mirrors.constant(mirror, "multipleInterpreters"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDeclaredShared(Element e) {
        for (AnnotationMirror mirror : e.getAnnotationMirrors()) {
            if (mirror.getAnnotationType().asElement().getSimpleName().contentEquals("SharedState")) {
                return true;
            }
        }
        return false;
    }
}
