package dev.clutch.extension.spi.processor;

import dev.clutch.extension.spi.Slot;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * An annotated class: a module or a type.
 *
 * @param packageName its package, empty for the unnamed one
 * @param stem the first part of the names of the classes made for it
 * @param name the Python name
 * @param isPyObject for a type: whether the class is the instance
 * @param stateClass the module's state class as generated code writes it, null when no member asks for it
 * @param flags for a type: the names of the constants of TypeDefinition
 * @param types for a module: its types
 * @param execs for a module: the steps in order
 * @param stateThreadState for a module whose constructor takes the thread state and the module: the type of the former
 */
record ClassModel(
        TypeElement element,
        String packageName,
        String stem,
        boolean isModule,
        String name,
        String doc,
        String base,
        boolean isPyObject,
        @Nullable String stateClass,
        List<String> flags,
        List<TypeElement> types,
        List<MemberModel> execs,
        @Nullable String stateThreadState,
        @Nullable String multipleInterpreters,
        List<MemberModel> members) {

    /** The class as generated code of the same package writes it. */
    String javaName() {
        return element.getQualifiedName().toString();
    }

    boolean stateTakesModule() {
        return stateThreadState != null;
    }

    String generated(String suffix) {
        return (packageName.isEmpty() ? "" : packageName + ".") + stem + suffix;
    }

    /** For a type: the qualified name without the module. */
    String qualname() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** For a type: the member that says how it is called: {@code __new__}, or {@code __init__} where that takes anything; null when neither is here. */
    @Nullable
    MemberModel constructor() {
        MemberModel maker = member(Slot.NEW);
        MemberModel initialiser = member(Slot.INIT);
        SignatureModel made = maker == null ? null : maker.signature();
        return made == null || initialiser != null && made.takesAnything() ? initialiser : maker;
    }

    private @Nullable MemberModel member(Slot slot) {
        for (MemberModel m : members) {
            if (m.slot() == slot) {
                return m;
            }
        }
        return null;
    }

    /** The module in which the names are seen. */
    String moduleName() {
        if (isModule) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "builtins" : name.substring(0, dot);
    }

    /** For a type that is exported to {@code builtins}: the class, when it declares a public type object named TYPE; else null. */
    @Nullable
    String exportedDeclaration() {
        if (!flags.contains("EXPORTED") || !moduleName().equals("builtins")) {
            return null;
        }
        for (Element e : element.getEnclosedElements()) {
            if (e.getKind() == ElementKind.FIELD
                    && e.getSimpleName().contentEquals("TYPE")
                    && e.getModifiers().contains(Modifier.STATIC)
                    && e.getModifiers().contains(Modifier.PUBLIC)) {
                return javaName();
            }
        }
        return null;
    }
}
