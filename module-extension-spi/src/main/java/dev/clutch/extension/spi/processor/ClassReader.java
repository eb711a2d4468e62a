package dev.clutch.extension.spi.processor;

import static dev.clutch.extension.spi.processor.Mirrors.SPI;

import dev.clutch.extension.spi.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Reads one annotated class. */
final class ClassReader {
    private final Problems problems;
    private final MethodReader methods;

    ClassReader(Problems problems) {
        this.problems = problems;
        this.methods = new MethodReader(problems);
    }

    ClassModel module(TypeElement type, AnnotationMirror annotation) {
        checkClass(type);
        String name = Mirrors.text(annotation, "name", "");
        List<MemberModel> members = new MemberReader(problems, methods, type, true, name).read();
        List<TypeElement> types = Mirrors.classes(annotation, "types");
        for (TypeElement t : types) {
            if (Mirrors.annotation(t, "ExtensionType") == null) {
                problems.error(type, t.getSimpleName() + " is listed in types, but not annotated with @ExtensionType");
            }
        }
        return new ClassModel(
                type,
                Mirrors.packageName(type),
                Mirrors.stem(type),
                true,
                name,
                Mirrors.text(annotation, "doc", ""),
                "",
                false,
                type.getQualifiedName().toString(),
                List.of(),
                types,
                execs(type),
                stateThreadState(type),
                Mirrors.constant(annotation, "multipleInterpreters"),
                members);
    }

    ClassModel type(TypeElement type, AnnotationMirror annotation) {
        checkClass(type);
        String name = Mirrors.text(annotation, "name", "");
        List<MemberModel> members = new MemberReader(problems, methods, type, false, name).read();
        List<String> flags = new ArrayList<>();
        addFlag(flags, annotation, "subclassable", "SUBCLASSABLE", false);
        addFlag(flags, annotation, "mutable", "MUTABLE", false);
        addFlag(flags, annotation, "dict", "DICT", false);
        addFlag(flags, annotation, "weakReferences", "WEAK_REFERENCES", false);
        addFlag(flags, annotation, "sequence", "SEQUENCE", false);
        addFlag(flags, annotation, "mapping", "MAPPING", false);
        addFlag(flags, annotation, "exported", "EXPORTED", true);
        addFlag(flags, annotation, "payload", "PAYLOAD", false);
        addFlag(flags, annotation, "skipsFinalizer", "SKIPS_FINALIZER", false);
        addFlag(flags, annotation, "finalizedOnRequest", "FINALIZED_ON_REQUEST", false);
        return new ClassModel(
                type,
                Mirrors.packageName(type),
                Mirrors.stem(type),
                false,
                name,
                Mirrors.text(annotation, "doc", ""),
                Mirrors.text(annotation, "base", "object"),
                Mirrors.isSubclass(type.asType(), SPI + "PyObject"),
                stateClass(type, members),
                flags,
                List.of(),
                List.of(),
                null,
                null,
                members);
    }

    private static void addFlag(List<String> flags, AnnotationMirror a, String key, String flag, boolean fallback) {
        if (Mirrors.flag(a, key, fallback)) {
            flags.add(flag);
        }
    }

    private void checkClass(TypeElement type) {
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.ENUM) {
            problems.error(type, type.getSimpleName() + " must be a class");
        }
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (e.getModifiers().contains(Modifier.PRIVATE)) {
                problems.error(type, e.getSimpleName() + " is private: generated code of the package uses it");
            }
            if (e.getEnclosingElement() instanceof TypeElement
                    && !e.getModifiers().contains(Modifier.STATIC)) {
                problems.error(type, e.getSimpleName() + " is an inner class: make it static");
            }
        }
        IsolationCheck.check(type, problems);
    }

    private @Nullable String stateClass(TypeElement type, List<MemberModel> members) {
        String found = null;
        for (MemberModel member : members) {
            for (JavaParameter p : member.parameters()) {
                if (p.role() == JavaParameter.Role.STATE) {
                    if (found != null && !found.equals(p.type())) {
                        problems.error(type, "methods ask for two state classes: " + found + " and " + p.type());
                    }
                    found = p.type();
                }
            }
        }
        return found;
    }

    private @Nullable String stateThreadState(TypeElement type) {
        boolean empty = false;
        String withModule = null;
        for (Element e : type.getEnclosedElements()) {
            if (e instanceof ExecutableElement c
                    && c.getKind() == ElementKind.CONSTRUCTOR
                    && !c.getModifiers().contains(Modifier.PRIVATE)) {
                List<? extends VariableElement> ps = c.getParameters();
                empty |= ps.isEmpty();
                if (ps.size() == 2
                        && Mirrors.isSubclass(ps.get(0).asType(), SPI + "ThreadState")
                        && Mirrors.typeName(ps.get(1).asType()).equals(SPI + "PyObject")) {
                    withModule = Mirrors.typeName(ps.get(0).asType());
                }
            }
        }
        if ((!empty && withModule == null) || type.getModifiers().contains(Modifier.ABSTRACT)) {
            problems.error(
                    type,
                    "a module class is instantiated as the module's state: it needs a constructor () or (ThreadState, PyObject module), not private");
        }
        return withModule;
    }

    private List<MemberModel> execs(TypeElement type) {
        record Step(int order, MemberModel member) {}
        List<Step> steps = new ArrayList<>();
        for (Element e : type.getEnclosedElements()) {
            AnnotationMirror exec = Mirrors.annotation(e, "Exec");
            if (exec == null) {
                continue;
            }
            ExecutableElement method = (ExecutableElement) e;
            List<JavaParameter> parameters = methods.parameters(method, true, false);
            if (parameters.stream().anyMatch(p -> p.role() == JavaParameter.Role.VALUE)) {
                problems.error(method, "an execution step has the parameters (ThreadState ts, PyObject module)");
            }
            if (!Mirrors.typeName(method.getReturnType()).equals("void")) {
                problems.error(method, "an execution step returns void");
            }
            boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
            MemberModel member = new MemberModel(
                    Member.Kind.FUNCTION,
                    method.getSimpleName().toString(),
                    dev.clutch.extension.spi.Slot.NONE,
                    -1,
                    "",
                    null,
                    method,
                    parameters,
                    method.getReturnType(),
                    isStatic,
                    null);
            steps.add(new Step(Mirrors.number(exec, "order", 0), member));
        }
        steps.sort(Comparator.comparingInt(Step::order));
        return steps.stream().map(Step::member).filter(Objects::nonNull).toList();
    }
}
