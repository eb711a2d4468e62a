package dev.clutch.extension.spi.processor;

import static dev.clutch.extension.spi.processor.Mirrors.SPI;

import dev.clutch.extension.spi.processor.JavaParameter.Role;
import dev.clutch.extension.spi.processor.PythonParameter.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads and checks the parameters and the result of one exposed method. */
final class MethodReader {
    private static final Set<String> WRONG_RESULTS = Set.of(
            "byte",
            "short",
            "char",
            "float",
            "java.lang.Integer",
            "java.lang.Short",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Float",
            "java.lang.CharSequence",
            "java.lang.StringBuilder");

    private static final Set<String> JAVA_VALUES = Set.of(
            "java.lang.Object",
            "java.lang.String",
            "java.lang.Long",
            "java.lang.Double",
            "java.lang.Boolean",
            "java.math.BigInteger");

    private final Problems problems;

    MethodReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads the parameters.
     *
     * @param inModule whether the class is a module
     * @param hasSelf whether a static method gets the instance or class
     */
    List<JavaParameter> parameters(ExecutableElement method, boolean inModule, boolean hasSelf) {
        checkModifiers(method);
        List<JavaParameter> result = new ArrayList<>();
        List<? extends VariableElement> declared = method.getParameters();
        if (declared.isEmpty() || !Mirrors.isSubclass(declared.getFirst().asType(), SPI + "ThreadState")) {
            problems.error(method, "the first parameter of " + method.getSimpleName() + " must be the ThreadState");
            return result;
        }
        for (int i = 0; i < declared.size(); i++) {
            VariableElement p = declared.get(i);
            if (i == 0) {
                result.add(parameter(p, Role.THREAD_STATE, Conversion.OBJECT));
            } else if (i == 1 && hasSelf) {
                if (p.asType().getKind().isPrimitive()) {
                    problems.error(p, "the instance must be a reference: a subclass has no " + p.asType() + " value");
                }
                result.add(parameter(p, Role.SELF, Conversion.OBJECT));
            } else {
                result.add(extra(p, inModule));
            }
        }
        if (hasSelf && declared.size() < 2) {
            problems.error(
                    method, "static method " + method.getSimpleName() + " needs the instance after the ThreadState");
        }
        return result;
    }

    private JavaParameter extra(VariableElement p, boolean inModule) {
        TypeMirror type = p.asType();
        var element = Mirrors.typeElement(type);
        if (element != null && Mirrors.annotation(element, "ExtensionModule") != null) {
            return parameter(p, Role.STATE, Conversion.OBJECT);
        }
        if (p.getSimpleName().contentEquals("definingClass") && Mirrors.isSubclass(type, SPI + "PyType")) {
            return parameter(p, Role.DEFINING_CLASS, Conversion.OBJECT);
        }
        if (inModule && p.getSimpleName().contentEquals("module") && Mirrors.isSubclass(type, SPI + "PyObject")) {
            return parameter(p, Role.MODULE, Conversion.OBJECT);
        }
        String name = Mirrors.typeName(type);
        Role role =
                name.equals("java.lang.Object[]") ? Role.VAR_ARGS : name.equals(SPI + "Slot") ? Role.SLOT : Role.VALUE;
        Conversion conversion = switch (name) {
            case "java.lang.Object", "java.lang.Object[]", SPI + "Slot" -> Conversion.OBJECT;
            case "java.lang.String" -> Conversion.STRING;
            case "double" -> Conversion.DOUBLE;
            case "long" -> Conversion.LONG;
            case "int" -> Conversion.INT;
            case "boolean" -> Conversion.BOOLEAN;
            default -> null;
        };
        if (conversion == null) {
            problems.error(
                    p,
                    "parameter '" + p.getSimpleName() + "' has the type " + name
                            + ", which is no Python value: use Object, String, double, long, int, boolean or Object[]");
            conversion = Conversion.OBJECT;
        }
        return parameter(p, role, conversion);
    }

    private static JavaParameter parameter(VariableElement p, Role role, Conversion conversion) {
        return new JavaParameter(
                role, p.getSimpleName().toString(), Mirrors.typeName(p.asType()), conversion, Mirrors.isNullable(p), p);
    }

    void checkModifiers(ExecutableElement method) {
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            problems.error(method, method.getSimpleName() + " is private: generated code of the package calls it");
        }
        for (TypeMirror thrown : method.getThrownTypes()) {
            if (!Mirrors.isSubclass(thrown, "java.lang.RuntimeException")
                    && !Mirrors.isSubclass(thrown, "java.lang.Error")) {
                problems.error(
                        method,
                        method.getSimpleName() + " declares the checked exception " + thrown
                                + ": turn it into a Python exception by the ThreadState");
            }
        }
    }

    /** Checks a result or a constant's type. */
    void checkValueType(javax.lang.model.element.Element where, TypeMirror type) {
        String name = Mirrors.typeName(type);
        boolean java = name.startsWith("java.") && !JAVA_VALUES.contains(name);
        if (WRONG_RESULTS.contains(name) || java || name.endsWith("[]")) {
            problems.error(
                    where,
                    name
                            + " is no Python value: use Object, PyObject or a subclass, String, boolean, int, long, double or BigInteger");
        }
    }

    /** The Python signature: the declared one, or every parameter positional-only under its Java name. */
    @Nullable
    SignatureModel signature(ExecutableElement method, String text, List<JavaParameter> values) {
        SignatureModel model;
        if (text.isEmpty()) {
            model = byJavaNames(method, values);
        } else {
            try {
                model = SignatureParser.parse(text);
            } catch (IllegalArgumentException e) {
                problems.error(method, "signature \"" + text + "\": " + e.getMessage());
                return null;
            }
        }
        List<PythonParameter> python = model.parameters();
        if (python.size() != values.size()) {
            problems.error(
                    method,
                    "signature \"" + text + "\" has " + python.size() + " parameters, but " + method.getSimpleName()
                            + " has " + values.size() + " Java parameters for them");
            return null;
        }
        for (int i = 0; i < python.size(); i++) {
            check(method, python.get(i), values.get(i));
        }
        return model;
    }

    private SignatureModel byJavaNames(ExecutableElement method, List<JavaParameter> values) {
        List<PythonParameter> python = new ArrayList<>();
        boolean optional = false;
        for (int i = 0; i < values.size(); i++) {
            JavaParameter p = values.get(i);
            if (p.role() == Role.VAR_ARGS) {
                if (i < values.size() - 1) {
                    problems.error(method, "parameters after Object[] " + p.name() + " need a signature");
                }
                python.add(new PythonParameter(pythonName(p.name()), Kind.VAR_POSITIONAL, null));
                continue;
            }
            if (optional && !p.nullable()) {
                problems.error(method, "required parameter '" + p.name() + "' follows an optional one");
            }
            optional |= p.nullable();
            if (!PythonNames.isName(pythonName(p.name()))) {
                problems.error(
                        p.element(),
                        "'" + pythonName(p.name()) + "' is a keyword of Python: give a signature or another name");
            }
            python.add(
                    new PythonParameter(pythonName(p.name()), Kind.POSITIONAL_ONLY, p.nullable() ? "<absent>" : null));
        }
        return new SignatureModel(python);
    }

    private void check(ExecutableElement method, PythonParameter python, JavaParameter java) {
        boolean isArray = java.role() == Role.VAR_ARGS;
        if (isArray != (python.kind() == Kind.VAR_POSITIONAL)) {
            problems.error(method, "'" + python.name() + "': *args, and nothing else, is an Object[]");
        }
        if (python.kind() == Kind.VAR_KEYWORD && (java.conversion() != Conversion.OBJECT || !java.nullable())) {
            problems.error(
                    method, "**" + python.name() + " must be a @Nullable Object: a dict, or null when there are none");
        }
        String text = python.defaultText();
        if (text == null) {
            return;
        }
        String literal = Literals.as(java.conversion(), text);
        if (literal == null) {
            problems.error(
                    method,
                    "the default " + text + " of '" + python.name() + "' does not fit its Java type " + java.type());
        } else if (literal.equals("null") && !java.nullable()) {
            problems.error(
                    method, "'" + python.name() + "' is null by default, so its Java parameter must be @Nullable");
        }
    }

    static String pythonName(String javaName) {
        return javaName.length() > 1 && javaName.endsWith("_") && !javaName.endsWith("__")
                ? javaName.substring(0, javaName.length() - 1)
                : javaName;
    }
}
