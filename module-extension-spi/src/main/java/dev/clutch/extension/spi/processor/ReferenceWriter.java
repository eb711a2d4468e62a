package dev.clutch.extension.spi.processor;

import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.Slot;
import java.util.ArrayList;
import java.util.List;

/** Writes the reference page of a module, in Markdown: signatures as {@code inspect.signature} shows them, docstrings, types of parameters and results. */
final class ReferenceWriter {
    private final StringBuilder out = new StringBuilder();

    private ReferenceWriter() {}

    /** Returns the text of {@code name.md} from all classes that belong to the module. */
    static String write(String name, List<ClassModel> models) {
        ReferenceWriter writer = new ReferenceWriter();
        writer.line("# " + name);
        for (ClassModel model : models) {
            if (model.isModule()) {
                writer.paragraph(model.doc());
                writer.paragraph(interpreters(model));
                writer.constants(model);
                writer.functions(model);
            }
        }
        for (ClassModel model : models) {
            if (!model.isModule() && PythonNames.isName(model.qualname())) {
                writer.type(model);
            }
        }
        return writer.out.toString();
    }

    private static String interpreters(ClassModel module) {
        String declared = module.multipleInterpreters();
        return switch (declared == null ? "" : declared) {
            case "PER_INTERPRETER_GIL_SUPPORTED" -> "For every interpreter.";
            case "NOT_SUPPORTED" -> "For the main interpreter only.";
            default -> "For interpreters that share the lock of the main interpreter.";
        };
    }

    private void constants(ClassModel model) {
        if (model.members().stream().anyMatch(m -> m.kind() == Member.Kind.CONSTANT)) {
            blank();
        }
        for (MemberModel m : model.members()) {
            if (m.kind() == Member.Kind.CONSTANT && PythonNames.isName(m.name())) {
                line("- `" + m.name() + "`: " + StubWriter.result(m));
            }
        }
    }

    private void functions(ClassModel model) {
        for (MemberModel m : model.members()) {
            SignatureModel signature = m.signature();
            if (m.kind() == Member.Kind.FUNCTION && signature != null && PythonNames.isName(m.name())) {
                heading("## ", m.name() + signature.text(""), m);
            }
        }
    }

    private void type(ClassModel model) {
        MemberModel maker = model.constructor();
        String constructor = maker == null || maker.signature() == null
                ? ""
                : maker.signature().text("");
        blank();
        line("## class " + model.qualname() + constructor);
        paragraph(model.doc());
        List<String> facts = new ArrayList<>();
        if (!model.base().equals("object")) {
            facts.add("A subclass of `" + model.base() + "`.");
        }
        if (constructor.isEmpty() && model.base().equals("object")) {
            facts.add("Not made by calling it.");
        }
        if (model.flags().contains("SUBCLASSABLE")) {
            facts.add("Can be subclassed.");
        }
        paragraph(String.join(" ", facts));
        List<String> operations = new ArrayList<>();
        for (MemberModel m : model.members()) {
            if (m.isFixedSlot()) {
                String operation = "`" + m.name() + "`";
                if (PythonNames.isName(m.name()) && !operations.contains(operation)) {
                    operations.add(operation);
                }
            }
        }
        if (!operations.isEmpty()) {
            paragraph("Operations: " + String.join(", ", operations) + ".");
        }
        constants(model);
        for (MemberModel m : model.members()) {
            if (PythonNames.isName(m.name())) {
                member(model, m);
            }
        }
    }

    private void member(ClassModel model, MemberModel m) {
        SignatureModel signature = m.signature();
        if (m.isAttribute()) {
            heading(
                    "### ",
                    model.qualname() + "." + m.name() + " : " + StubWriter.result(m)
                            + (m.setter() == null ? ", read-only" : ""),
                    m);
        } else if (m.kind() != Member.Kind.SLOT && signature != null) {
            String kind = switch (m.kind()) {
                case CLASS_METHOD -> "class method ";
                case STATIC_METHOD -> "static method ";
                default -> "";
            };
            heading("### " + kind, model.qualname() + "." + m.name() + signature.text(""), m);
        } else if (m.slot() == Slot.CALL && signature != null) {
            heading("### ", model.qualname() + "()" + signature.text(""), m);
        }
    }

    /** A member with its docstring, and what the Java types say. */
    private void heading(String level, String text, MemberModel m) {
        blank();
        line(level + "`" + text + "`");
        paragraph(m.doc());
        SignatureModel signature = m.signature();
        if (signature == null) {
            return;
        }
        List<String> types = new ArrayList<>();
        List<PythonParameter> parameters = signature.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            String type = StubWriter.annotation(parameters.get(i), m.values().get(i));
            if (!parameters.get(i).isStarred() && !type.equals("object")) {
                types.add("`" + parameters.get(i).name() + "`: " + type);
            }
        }
        String result = StubWriter.result(m);
        if (!result.equals("object")) {
            types.add("returns " + result);
        }
        paragraph(String.join("; ", types));
    }

    private void paragraph(String text) {
        if (!text.isEmpty()) {
            blank();
            line(text.strip());
        }
    }

    private void blank() {
        line("");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
