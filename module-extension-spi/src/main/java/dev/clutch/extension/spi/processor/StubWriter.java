package dev.clutch.extension.spi.processor;

import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.processor.PythonParameter.Kind;
import java.util.List;

/** Writes the type stub of a module: names, parameters and what the Java types say about their classes. */
final class StubWriter {
    private final SourceLines out = new SourceLines();

    private StubWriter() {}

    /** Returns the text of {@code name.pyi} from all classes that belong to the module. */
    static String write(String name, List<ClassModel> models) {
        StubWriter writer = new StubWriter();
        writer.out.line("# Generated for the module " + name + ".");
        for (ClassModel model : models) {
            if (model.isModule()) {
                for (MemberModel member : model.members()) {
                    writer.member(model, member);
                }
            }
        }
        for (ClassModel model : models) {
            if (!model.isModule() && PythonNames.isName(model.qualname())) {
                writer.type(model);
            }
        }
        return writer.out.toString();
    }

    private void type(ClassModel model) {
        String base = model.base().equals("object") ? "" : "(" + model.base() + ")";
        out.line("");
        out.line("class " + model.qualname() + base + ":");
        out.depth++;
        boolean empty = true;
        for (MemberModel member : model.members()) {
            empty &= !member(model, member);
        }
        if (empty) {
            out.line("...");
        }
        out.depth--;
    }

    /** Writes a member, unless source code cannot name it or sees it under another slot's name. */
    private boolean member(ClassModel model, MemberModel m) {
        if (!PythonNames.isName(m.name())) {
            return false;
        }
        switch (m.kind()) {
            case CONSTANT -> out.line(m.name() + ": " + result(m));
            case GETTER, MEMBER -> {
                out.line("@property");
                out.line("def " + m.name() + "(self) -> " + result(m) + ": ...");
                if (m.setter() != null) {
                    out.line("@" + m.name() + ".setter");
                    out.line("def " + m.name() + "(self, value: object) -> None: ...");
                }
            }
            case SLOT -> {
                MemberModel constructor = model.constructor();
                boolean anything = m.slot() == Slot.NEW && constructor != null && constructor != m;
                if (isShown(model, m) && !anything) {
                    slot(m);
                } else {
                    return false;
                }
            }
            case CLASS_METHOD -> {
                out.line("@classmethod");
                function(m, "cls");
            }
            case STATIC_METHOD -> {
                out.line("@staticmethod");
                function(m, "");
            }
            default -> function(m, model.isModule() ? "" : "self");
        }
        return true;
    }

    /** A sequence's slot has the name of a number's: the first of that name is shown. */
    private static boolean isShown(ClassModel model, MemberModel m) {
        for (MemberModel other : model.members()) {
            if (other.name().equals(m.name())) {
                return other == m;
            }
        }
        return false;
    }

    private void slot(MemberModel m) {
        if (m.signature() != null) {
            function(m, m.slot() == Slot.NEW ? "cls" : "self");
            return;
        }
        StringBuilder parameters = new StringBuilder("self");
        for (JavaParameter p : m.values()) {
            parameters
                    .append(", ")
                    .append(stubName(p.name()))
                    .append(": ")
                    .append(p.conversion().stubType());
        }
        if (m.slot() == Slot.GET || m.slot() == Slot.POW || m.slot() == Slot.RPOW) {
            parameters.append(" = None");
        }
        out.line("def " + m.name() + "(" + parameters + ", /) -> " + result(m) + ": ...");
    }

    /** The arguments of a slot have no names in Python. */
    private static String stubName(String javaName) {
        return PythonNames.isName(javaName) ? javaName : javaName + "_";
    }

    private void function(MemberModel m, String self) {
        SignatureModel signature = m.signature();
        if (signature == null) {
            return;
        }
        StringBuilder text = new StringBuilder(self);
        List<PythonParameter> parameters = signature.parameters();
        boolean slash = signature.has(Kind.POSITIONAL_ONLY);
        boolean star = false;
        for (int i = 0; i < parameters.size(); i++) {
            PythonParameter p = parameters.get(i);
            if (slash && p.kind() != Kind.POSITIONAL_ONLY) {
                separate(text).append('/');
                slash = false;
            }
            if (p.kind() == Kind.KEYWORD_ONLY && !star) {
                separate(text).append('*');
            }
            star |= p.kind() == Kind.VAR_POSITIONAL || p.kind() == Kind.KEYWORD_ONLY;
            separate(text)
                    .append(p.kind() == Kind.VAR_POSITIONAL ? "*" : p.kind() == Kind.VAR_KEYWORD ? "**" : "")
                    .append(p.name())
                    .append(": ")
                    .append(p.isStarred() ? "object" : annotation(p, m.values().get(i)));
            if (p.defaultText() != null) {
                text.append(" = ").append(defaultText(p.defaultText()));
            }
        }
        if (slash) {
            separate(text).append('/');
        }
        out.line("def " + m.name() + "(" + text + ") -> " + result(m) + ": ...");
    }

    static String annotation(PythonParameter p, JavaParameter java) {
        String type = java.conversion().stubType();
        return "None".equals(p.defaultText()) && java.conversion() == Conversion.STRING ? type + " | None" : type;
    }

    /** A stub's default must be an expression: what is none becomes an ellipsis. */
    private static String defaultText(String text) {
        return Literals.isAbsent(text) || text.equals("sys.maxsize") ? "..." : text;
    }

    private static StringBuilder separate(StringBuilder text) {
        return text.isEmpty() ? text : text.append(", ");
    }

    static String result(MemberModel m) {
        if (m.kind() == Member.Kind.SLOT && (m.slot() == Slot.HASH || m.slot() == Slot.LEN)) {
            return "int";
        }
        return switch (Mirrors.typeName(m.type())) {
            case "void" -> "None";
            case "int", "long", "java.lang.Long", "java.math.BigInteger" -> "int";
            case "boolean", "java.lang.Boolean" -> "bool";
            case "double", "java.lang.Double" -> "float";
            case "java.lang.String" -> "str";
            default -> "object";
        };
    }

    private static final class SourceLines {
        private final StringBuilder text = new StringBuilder();
        private int depth;

        void line(String line) {
            if (!line.isEmpty()) {
                text.append("    ".repeat(depth)).append(line);
            }
            text.append('\n');
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
