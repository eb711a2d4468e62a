package dev.clutch.extension.spi.processor;

import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.processor.PythonParameter.Kind;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;

/** Writes the call of one exposed method: receiver, conversion of arguments, conversion of the result. */
final class CallWriter {
    /** The names of the arguments of a call, in their order. */
    static final String LETTERS = "abcd";

    private final ClassModel model;

    CallWriter(ClassModel model) {
        this.model = model;
    }

    /** Whether k positional arguments need no general binding. */
    static boolean isDirect(MemberModel member, int k) {
        if (member.isFixedSlot()) {
            return member.slot().arity() == k;
        }
        SignatureModel signature = member.signature();
        return signature != null
                && k >= signature.required()
                && (k <= signature.positional() || signature.has(Kind.VAR_POSITIONAL))
                && !signature.hasRequiredKeywordOnly();
    }

    /** Statements that call the member with k positional arguments. */
    void direct(SourceWriter out, MemberModel member, int k) {
        List<JavaParameter> values = member.values();
        String[] arguments = new String[values.size()];
        SignatureModel signature = member.signature();
        int position = 0;
        for (int i = 0; i < arguments.length; i++) {
            JavaParameter java = values.get(i);
            if (signature == null) {
                arguments[i] = convert(member, java, i, LETTERS.substring(i, i + 1));
                continue;
            }
            PythonParameter python = signature.parameters().get(i);
            switch (python.kind()) {
                case VAR_POSITIONAL -> arguments[i] = rest(signature.positional(), k);
                case VAR_KEYWORD -> arguments[i] = "null";
                case KEYWORD_ONLY -> arguments[i] = absent(java, python);
                default -> {
                    arguments[i] = position < k
                            ? convert(member, java, i, LETTERS.substring(position, position + 1))
                            : absent(java, python);
                    position++;
                }
            }
        }
        finish(out, member, arguments);
    }

    private static String absent(JavaParameter java, PythonParameter python) {
        String text = python.defaultText();
        String literal = text == null ? null : Literals.as(java.conversion(), text);
        return literal == null ? "null" : literal;
    }

    private static String rest(int from, int k) {
        StringBuilder out = new StringBuilder("new Object[] {");
        for (int i = from; i < k; i++) {
            out.append(i > from ? ", " : "").append(LETTERS.charAt(i));
        }
        return out.append('}').toString();
    }

    /** Statements that call the member with the bound arguments {@code v}. */
    void bound(SourceWriter out, MemberModel member, SignatureModel signature) {
        List<JavaParameter> values = member.values();
        String[] arguments = new String[values.size()];
        int named = 0;
        int total = signature.named().size();
        for (int i = 0; i < arguments.length; i++) {
            switch (signature.parameters().get(i).kind()) {
                case VAR_POSITIONAL -> arguments[i] = "(Object[]) v[" + total + "]";
                case VAR_KEYWORD -> arguments[i] = "v[" + (total + signature.count(Kind.VAR_POSITIONAL)) + "]";
                default -> {
                    arguments[i] = convert(member, values.get(i), i, "v[" + named + "]");
                    named++;
                }
            }
        }
        finish(out, member, arguments);
    }

    private String convert(MemberModel member, JavaParameter java, int index, String value) {
        return switch (java.conversion()) {
            case OBJECT -> value;
            case DOUBLE -> "ts.asDouble(" + value + ")";
            case LONG -> "ts.asLong(" + value + ")";
            case INT -> "ts.asInt(" + value + ")";
            case BOOLEAN -> "ts.isTrue(" + value + ")";
            case STRING -> {
                String helper = "str";
                SignatureModel signature = member.signature();
                if (java.nullable()) {
                    String text = signature == null
                            ? null
                            : signature.parameters().get(index).defaultText();
                    helper = "None".equals(text) ? "strOrNone" : "strOrAbsent";
                }
                yield helper + "(ts, " + value + ", " + Literals.quote(messageName(member)) + ", "
                        + Literals.quote(displayName(signature, index)) + ")";
            }
        };
    }

    /** The name in messages of the argument clinic: a constructor has its type's. */
    String messageName(MemberModel member) {
        Slot slot = member.slot();
        return slot == Slot.NEW || slot == Slot.INIT || slot == Slot.CALL ? model.qualname() : member.name();
    }

    private static String displayName(@org.jspecify.annotations.Nullable SignatureModel signature, int index) {
        if (signature == null) {
            return "argument";
        }
        PythonParameter python = signature.parameters().get(index);
        if (python.kind() == Kind.POSITIONAL_ONLY) {
            return signature.parameters().size() == 1 ? "argument" : "argument " + (index + 1);
        }
        return "argument '" + python.name() + "'";
    }

    /** Statements that run a getter. */
    void getter(SourceWriter out, MemberModel member) {
        finish(out, member, new String[0]);
    }

    /** Statement that runs a setter with {@code value}. */
    void setter(SourceWriter out, MemberModel setter) {
        guarded(out, setter, new String[] {"value"}, arguments -> {
            out.line(expression(setter, arguments) + ";");
            out.line("return;");
        });
    }

    /** Statement that runs an execution step. */
    void exec(SourceWriter out, MemberModel step) {
        guarded(out, step, new String[0], arguments -> out.line(expression(step, arguments) + ";"));
    }

    private void finish(SourceWriter out, MemberModel member, String[] arguments) {
        guarded(out, member, arguments, converted -> returned(out, member, converted));
    }

    /** Statements within the locks of the resources that the member uses, which are taken when the arguments are converted. */
    private void guarded(SourceWriter out, MemberModel member, String[] arguments, Consumer<String[]> statements) {
        List<String> resources = resources(member);
        if (resources.isEmpty()) {
            statements.accept(arguments);
            return;
        }
        out.open("");
        String[] converted = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            converted[i] = arguments[i].equals("null") ? "null" : "p" + i;
            if (!arguments[i].equals("null")) {
                out.line("var p" + i + " = " + arguments[i] + ";");
            }
        }
        for (String resource : resources) {
            out.line("ts.acquireResource(" + Literals.quote(resource) + ");").open("try");
        }
        statements.accept(converted);
        for (String resource : resources.reversed()) {
            out.close()
                    .open("finally")
                    .line("ts.releaseResource(" + Literals.quote(resource) + ");")
                    .close();
        }
        out.close();
    }

    /** The resources that a member uses, by name, which is the order in which their locks are taken. */
    private static List<String> resources(MemberModel member) {
        TreeSet<String> names = new TreeSet<>();
        for (Element e = member.element();
                e != null && e.getKind() != ElementKind.PACKAGE;
                e = e.getEnclosingElement()) {
            AnnotationMirror mirror = Mirrors.annotation(e, "SharedResource");
            if (mirror != null) {
                names.addAll(Mirrors.texts(mirror, "value"));
            }
        }
        return List.copyOf(names);
    }

    private void returned(SourceWriter out, MemberModel member, String[] arguments) {
        String call = expression(member, arguments);
        switch (Mirrors.typeName(member.type())) {
            case "void" -> out.line(call + ";").line("return Singleton.NONE;");
            case "int", "long" -> out.line("return Long.valueOf(" + call + ");");
            case "boolean" -> out.line("return Boolean.valueOf(" + call + ");");
            case "double" -> out.line("return Double.valueOf(" + call + ");");
            case "java.lang.String" -> out.line("return strResult(" + call + ");");
            default -> out.line("return " + call + ";");
        }
    }

    private String expression(MemberModel member, String[] arguments) {
        StringBuilder out = new StringBuilder();
        String owner = model.javaName();
        if (member.isStatic()) {
            out.append(owner);
        } else if (model.isModule()) {
            out.append("state");
        } else {
            out.append("((").append(owner).append(") self)");
        }
        ExecutableElement method = (ExecutableElement) member.element();
        out.append('.').append(method.getSimpleName()).append('(');
        int next = 0;
        for (int i = 0; i < member.parameters().size(); i++) {
            JavaParameter p = member.parameters().get(i);
            if (i > 0) {
                out.append(", ");
            }
            out.append(
                    switch (p.role()) {
                        case THREAD_STATE -> cast(p.type(), Mirrors.SPI + "ThreadState", "ts");
                        case SELF -> cast(p.type(), "java.lang.Object", "self");
                        case STATE -> "state";
                        case DEFINING_CLASS -> cast(p.type(), Mirrors.SPI + "PyType", "definingClass");
                        case MODULE ->
                            member.kind() == Member.Kind.FUNCTION && member.id() < 0
                                    ? cast(p.type(), Mirrors.SPI + "PyObject", "module")
                                    : cast(p.type(), "java.lang.Object", "self");
                        case SLOT -> "Slot." + member.slot();
                        case VALUE, VAR_ARGS -> arguments[next++];
                    });
        }
        return out.append(')').toString();
    }

    private static String cast(String type, String given, String value) {
        return type.equals(given) ? value : "(" + type + ") " + value;
    }
}
