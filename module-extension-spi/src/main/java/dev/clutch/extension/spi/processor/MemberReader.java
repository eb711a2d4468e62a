package dev.clutch.extension.spi.processor;

import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Reads the members of one annotated class, in the order of declaration. */
final class MemberReader {
    private static final Map<String, Slot> BY_NAME = byName();
    private static final Set<Slot> VOID = Set.of(
            Slot.INIT,
            Slot.DEL,
            Slot.SETATTR,
            Slot.DELATTR,
            Slot.SETITEM,
            Slot.DELITEM,
            Slot.SET,
            Slot.DELETE,
            Slot.RELEASE_BUFFER);

    private final Problems problems;
    private final MethodReader methods;
    private final TypeElement type;
    private final boolean inModule;
    private final String pythonName;
    private final boolean isPyObject;
    private final List<MemberModel> members = new ArrayList<>();
    private final Set<Slot> slots = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, MemberModel> setters = new HashMap<>();
    private int nextId;

    MemberReader(Problems problems, MethodReader methods, TypeElement type, boolean inModule, String pythonName) {
        this.problems = problems;
        this.methods = methods;
        this.type = type;
        this.inModule = inModule;
        this.pythonName = pythonName;
        this.isPyObject = Mirrors.isSubclass(type.asType(), Mirrors.SPI + "PyObject");
    }

    private static Map<String, Slot> byName() {
        Map<String, Slot> map = new HashMap<>();
        for (Slot slot : Slot.values()) {
            if (slot.specialName() != null) {
                map.put(slot.specialName(), slot);
            }
        }
        return Map.copyOf(map);
    }

    List<MemberModel> read() {
        if (pythonName.isEmpty()) {
            problems.error(type, "the Python name is empty");
        }
        List<Element> elements = elements();
        for (Element e : elements) {
            AnnotationMirror setter = Mirrors.annotation(e, "Setter");
            if (setter != null) {
                readSetter((ExecutableElement) e, setter);
            }
        }
        for (Element e : elements) {
            AnnotationMirror annotation;
            if ((annotation = Mirrors.annotation(e, "Expose")) != null) {
                readExposed((ExecutableElement) e, annotation);
            } else if ((annotation = Mirrors.annotation(e, "Getter")) != null) {
                readGetter((ExecutableElement) e, annotation);
            } else if ((annotation = Mirrors.annotation(e, "Constant")) != null) {
                readConstant((VariableElement) e, annotation);
            }
        }
        for (MemberModel setter : setters.values()) {
            problems.error(setter.element(), "setter '" + setter.name() + "' has no @Getter of that name");
        }
        return List.copyOf(members);
    }

    /**
     * Returns the elements of the class, then those of its superclasses that are no types themselves: such a class holds what several types share. A method that is overridden
     * counts once, as the subclass declares it.
     */
    private List<Element> elements() {
        List<Element> all = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        TypeElement next = type;
        while (next != null && (next == type || Mirrors.annotation(next, "ExtensionType") == null)) {
            for (Element e : next.getEnclosedElements()) {
                String key = e.toString();
                boolean method = e.getKind() == javax.lang.model.element.ElementKind.METHOD;
                if (!method || !seen.contains(key)) {
                    all.add(e);
                }
                if (method) {
                    seen.add(key);
                }
            }
            next = Mirrors.superclass(next);
        }
        return all;
    }

    private void readExposed(ExecutableElement method, AnnotationMirror annotation) {
        String name = Mirrors.text(annotation, "name", "");
        if (name.isEmpty()) {
            name = MethodReader.pythonName(method.getSimpleName().toString());
        }
        String kindName = Mirrors.constant(annotation, "kind");
        String kind = kindName == null ? "INSTANCE" : kindName;
        List<Slot> filled = slotsOf(annotation, name, kind);
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        checkReceiver(method, kind, filled, isStatic);
        boolean hasSelf = !inModule && isStatic && !kind.equals("STATIC");
        List<JavaParameter> parameters = methods.parameters(method, inModule, hasSelf);
        methods.checkValueType(method, method.getReturnType());
        boolean asksSlot = parameters.stream().anyMatch(p -> p.role() == JavaParameter.Role.SLOT);
        if (filled.size() > 1 && !asksSlot) {
            problems.error(method, "a method that fills several slots has a parameter of type Slot");
        } else if (filled.isEmpty() && asksSlot) {
            problems.error(method, "a parameter of type Slot needs a method that fills slots");
        }
        String doc = Mirrors.text(annotation, "doc", "");
        String signatureText = Mirrors.text(annotation, "signature", "");
        if (filled.isEmpty()) {
            addPlain(method, name, kind, doc, signatureText, parameters, isStatic);
        }
        for (Slot slot : filled) {
            addSlot(method, slot, name, doc, signatureText, parameters, isStatic);
        }
    }

    private List<Slot> slotsOf(AnnotationMirror annotation, String name, String kind) {
        List<Slot> result = new ArrayList<>();
        for (String constant : Mirrors.constants(annotation, "slot")) {
            result.add(Slot.valueOf(constant));
        }
        result.remove(Slot.NONE);
        if (result.isEmpty() && !inModule && kind.equals("INSTANCE")) {
            if (name.equals("__richcompare__")) {
                return List.of(Slot.LT, Slot.LE, Slot.EQ, Slot.NE, Slot.GT, Slot.GE);
            }
            Slot slot = BY_NAME.get(name);
            if (slot != null) {
                result.add(slot);
            }
        }
        return result;
    }

    private void checkReceiver(ExecutableElement method, String kind, List<Slot> filled, boolean isStatic) {
        if (inModule) {
            if (!kind.equals("INSTANCE") || !filled.isEmpty()) {
                problems.error(method, "a module has functions only: no class or static methods and no slots");
            }
            return;
        }
        if (!isStatic && (!kind.equals("INSTANCE") || filled.contains(Slot.NEW))) {
            problems.error(method, method.getSimpleName() + " gets a class, not an instance: make it static");
        } else if (!isStatic && !isPyObject) {
            problems.error(
                    method,
                    type.getSimpleName()
                            + " does not extend PyObject, so its methods are static and get the instance after the ThreadState");
        }
    }

    private void addPlain(
            ExecutableElement method,
            String name,
            String kind,
            String doc,
            String signatureText,
            List<JavaParameter> parameters,
            boolean isStatic) {
        if (!names.add(name)) {
            problems.error(method, "the name '" + name + "' is used twice");
        }
        Member.Kind memberKind = inModule
                ? Member.Kind.FUNCTION
                : switch (kind) {
                    case "CLASS" -> Member.Kind.CLASS_METHOD;
                    case "STATIC" -> Member.Kind.STATIC_METHOD;
                    default -> Member.Kind.METHOD;
                };
        SignatureModel signature = methods.signature(method, signatureText, valuesOf(parameters));
        if (signature != null) {
            add(new MemberModel(
                    memberKind,
                    name,
                    Slot.NONE,
                    nextId++,
                    doc,
                    signature,
                    method,
                    parameters,
                    method.getReturnType(),
                    isStatic,
                    null));
        }
    }

    private void addSlot(
            ExecutableElement method,
            Slot slot,
            String declaredName,
            String doc,
            String signatureText,
            List<JavaParameter> parameters,
            boolean isStatic) {
        if (!slots.add(slot)) {
            problems.error(method, "slot " + slot + " is filled twice");
        }
        String name = slot.specialName() == null ? sequenceName(slot) : slot.specialName();
        checkSlotResult(method, slot);
        List<JavaParameter> values = valuesOf(parameters);
        SignatureModel signature = null;
        if (slot.arity() < 0) {
            signature = methods.signature(method, signatureText, values);
            if (signature == null) {
                return;
            }
        } else {
            if (!signatureText.isEmpty()) {
                problems.error(method, "slot " + slot + " has a fixed number of arguments and takes no signature");
            }
            if (values.size() != slot.arity()
                    || values.stream().anyMatch(p -> p.role() == JavaParameter.Role.VAR_ARGS)) {
                problems.error(
                        method,
                        declaredName + " must have " + slot.arity() + " Python parameters besides the instance");
                return;
            }
        }
        add(new MemberModel(
                Member.Kind.SLOT,
                name,
                slot,
                -1,
                doc,
                signature,
                method,
                parameters,
                method.getReturnType(),
                isStatic,
                null));
    }

    /** The name that Python code sees for a slot of {@code tp_as_sequence}. */
    private static String sequenceName(Slot slot) {
        return switch (slot) {
            case CONCAT -> "__add__";
            case REPEAT -> "__mul__";
            case ICONCAT -> "__iadd__";
            default -> "__imul__";
        };
    }

    private void checkSlotResult(ExecutableElement method, Slot slot) {
        String result = Mirrors.typeName(method.getReturnType());
        boolean ok;
        String wanted;
        if (VOID.contains(slot)) {
            ok = result.equals("void");
            wanted = "void";
        } else if (slot == Slot.HASH || slot == Slot.LEN) {
            ok = result.equals("long") || result.equals("int") || result.equals("java.lang.Object");
            wanted = "long or int";
        } else if (slot == Slot.BOOL || slot == Slot.CONTAINS) {
            ok = result.equals("boolean") || result.equals("java.lang.Object");
            wanted = "boolean";
        } else {
            ok = !result.equals("void");
            wanted = "a value";
        }
        if (!ok) {
            problems.error(method, "slot " + slot + " returns " + wanted + ", not " + result);
        }
    }

    private void readGetter(ExecutableElement method, AnnotationMirror annotation) {
        MemberModel getter = attribute(method, annotation, 0);
        if (getter == null) {
            return;
        }
        methods.checkValueType(method, method.getReturnType());
        if (Mirrors.typeName(method.getReturnType()).equals("void")) {
            problems.error(method, "a getter returns a value");
        }
        if (!names.add(getter.name())) {
            problems.error(method, "the name '" + getter.name() + "' is used twice");
        }
        add(new MemberModel(
                Mirrors.flag(annotation, "member", false) ? Member.Kind.MEMBER : Member.Kind.GETTER,
                getter.name(),
                Slot.NONE,
                nextId++,
                getter.doc(),
                null,
                method,
                getter.parameters(),
                getter.type(),
                getter.isStatic(),
                setters.remove(getter.name())));
    }

    private void readSetter(ExecutableElement method, AnnotationMirror annotation) {
        MemberModel setter = attribute(method, annotation, 1);
        if (setter == null) {
            return;
        }
        for (JavaParameter p : setter.values()) {
            if (p.conversion() != Conversion.OBJECT || !p.nullable()) {
                problems.error(method, "the value of a setter is a @Nullable Object: null deletes the attribute");
            }
        }
        if (!Mirrors.typeName(method.getReturnType()).equals("void")) {
            problems.error(method, "a setter returns void");
        }
        if (setters.put(setter.name(), setter) != null) {
            problems.error(method, "the attribute '" + setter.name() + "' has two setters");
        }
    }

    private @Nullable MemberModel attribute(ExecutableElement method, AnnotationMirror annotation, int values) {
        if (inModule) {
            problems.error(method, "a module has no getters and setters");
            return null;
        }
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        checkReceiver(method, "INSTANCE", List.of(), isStatic);
        List<JavaParameter> parameters = methods.parameters(method, false, isStatic);
        if (valuesOf(parameters).size() != values) {
            problems.error(
                    method, values == 0 ? "a getter has no Python parameters" : "a setter has one Python parameter");
            return null;
        }
        String name = Mirrors.text(annotation, "value", "");
        return new MemberModel(
                Member.Kind.GETTER,
                name.isEmpty() ? MethodReader.pythonName(method.getSimpleName().toString()) : name,
                Slot.NONE,
                -1,
                Mirrors.text(annotation, "doc", ""),
                null,
                method,
                parameters,
                method.getReturnType(),
                isStatic,
                null);
    }

    private void readConstant(VariableElement field, AnnotationMirror annotation) {
        String name = Mirrors.text(annotation, "value", "");
        if (name.isEmpty()) {
            name = field.getSimpleName().toString();
        }
        Set<Modifier> modifiers = field.getModifiers();
        if (!modifiers.contains(Modifier.STATIC) || !modifiers.contains(Modifier.FINAL)) {
            problems.error(field, "a constant is a static final field");
        } else if (modifiers.contains(Modifier.PRIVATE)) {
            problems.error(field, field.getSimpleName() + " is private: generated code of the package reads it");
        }
        methods.checkValueType(field, field.asType());
        if (!names.add(name)) {
            problems.error(field, "the name '" + name + "' is used twice");
        }
        add(new MemberModel(
                Member.Kind.CONSTANT,
                name,
                Slot.NONE,
                nextId++,
                "",
                null,
                field,
                List.of(),
                field.asType(),
                true,
                null));
    }

    private static List<JavaParameter> valuesOf(List<JavaParameter> parameters) {
        return parameters.stream()
                .filter(p -> p.role() == JavaParameter.Role.VALUE || p.role() == JavaParameter.Role.VAR_ARGS)
                .toList();
    }

    private void add(MemberModel member) {
        members.add(member);
    }
}
