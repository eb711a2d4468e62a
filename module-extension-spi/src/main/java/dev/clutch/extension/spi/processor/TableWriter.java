package dev.clutch.extension.spi.processor;

import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.processor.PythonParameter.Kind;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.VariableElement;

/** Writes the {@code NativeTable} of an annotated class. */
final class TableWriter {
    /** Cases in one switch: keeps each method under the size that HotSpot compiles. */
    private static final int CHUNK = 100;

    private final ClassModel model;
    private final CallWriter calls;
    private final SourceWriter out;

    private TableWriter(ClassModel model) {
        this.model = model;
        this.calls = new CallWriter(model);
        this.out = SourceWriter.file(
                model.packageName(),
                "Member",
                "NativeTable",
                "PyType",
                "Signature",
                "Singleton",
                "Slot",
                "SlotIds",
                "ThreadState");
    }

    static String write(ClassModel model) {
        return new TableWriter(model).table();
    }

    private String table() {
        out.line("/** The functions of " + model.name() + ". */").generated();
        out.open("final class " + model.stem() + "Table extends NativeTable");
        fields();
        members();
        for (int k = 0; k <= 4; k++) {
            arity(k);
        }
        general();
        getters();
        setters();
        information();
        return out.close().toString();
    }

    private void fields() {
        String name = model.stem() + "Table";
        if (model.isModule()) {
            out.line("private final " + model.javaName() + " state;").blank();
            out.open(name + "(Object state)").line("this.state = (" + model.javaName() + ") state;");
        } else {
            String state = model.stateClass() == null ? "Object" : model.stateClass();
            out.line("private final PyType definingClass;")
                    .line("private final " + state + " state;")
                    .blank();
            out.open(name + "(PyType definingClass, Object state)").line("this.definingClass = definingClass;");
            out.line("this.state = (" + state + ") state;");
        }
        out.close().blank();
    }

    private void members() {
        out.line("private static final Member[] MEMBERS = {").indent();
        for (MemberModel m : model.members()) {
            out.line("new Member(Member.Kind." + m.kind() + ", " + Literals.quote(m.name()) + ", " + m.idText() + ", "
                    + (m.setter() != null) + ", " + constant(m) + "),");
        }
        out.dedent().line("};").blank();
        out.line("@Override")
                .open("public Member[] members()")
                .line("return MEMBERS.clone();")
                .close();
    }

    private String constant(MemberModel m) {
        if (m.kind() != Member.Kind.CONSTANT) {
            return "null";
        }
        String field = model.javaName() + "." + m.element().getSimpleName();
        return switch (Mirrors.typeName(m.type())) {
            case "int", "long" -> "Long.valueOf(" + field + ")";
            case "double" -> "Double.valueOf(" + field + ")";
            case "boolean" -> "Boolean.valueOf(" + field + ")";
            case "java.lang.String" -> isPlainText(m) ? field : "strResult(" + field + ")";
            default -> field;
        };
    }

    private static boolean isPlainText(MemberModel m) {
        return ((VariableElement) m.element()).getConstantValue() instanceof String text
                && text.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }

    private void arity(int k) {
        List<MemberModel> direct = model.members().stream()
                .filter(m -> m.isCallable() && CallWriter.isDirect(m, k))
                .toList();
        if (direct.isEmpty()) {
            return;
        }
        StringBuilder parameters = new StringBuilder("int id, ThreadState ts, Object self");
        StringBuilder arguments = new StringBuilder("id, ts, self");
        for (int i = 0; i < k; i++) {
            parameters.append(", Object ").append(CallWriter.LETTERS.charAt(i));
            arguments.append(", ").append(CallWriter.LETTERS.charAt(i));
        }
        List<Case> cases = new ArrayList<>();
        for (MemberModel m : direct) {
            cases.add(new Case(m, () -> calls.direct(out, m, k)));
        }
        switches(
                "Object",
                "call" + k,
                parameters.toString(),
                arguments.toString(),
                cases,
                "return super.call" + k + "(" + arguments + ");");
    }

    private void general() {
        List<Case> cases = new ArrayList<>();
        List<MemberModel> fixed =
                model.members().stream().filter(MemberModel::isFixedSlot).toList();
        for (int i = 0; i < fixed.size(); i++) {
            MemberModel m = fixed.get(i);
            boolean last = i == fixed.size() - 1;
            cases.add(new Case(m, () -> {
                if (last) {
                    out.line("return callSlot(id, ts, self, args, names);");
                }
            }));
        }
        for (MemberModel m : model.members()) {
            SignatureModel signature = m.signature();
            if (signature != null) {
                cases.add(new Case(m, () -> {
                    out.line("v = Info." + m.signatureField() + ".bind(ts, args, names);");
                    calls.bound(out, m, signature);
                }));
            }
        }
        switches(
                "Object",
                "call",
                "int id, ThreadState ts, Object self, Object[] args, String[] names",
                "id, ts, self, args, names",
                cases,
                "throw noMember(id);");
    }

    private void getters() {
        List<Case> cases = new ArrayList<>();
        for (MemberModel m : model.members()) {
            if (m.isAttribute()) {
                cases.add(new Case(m, () -> calls.getter(out, m)));
            }
        }
        if (!cases.isEmpty()) {
            switches(
                    "Object",
                    "get",
                    "int id, ThreadState ts, Object self",
                    "id, ts, self",
                    cases,
                    "throw noMember(id);");
        }
    }

    private void setters() {
        List<Case> cases = new ArrayList<>();
        for (MemberModel m : model.members()) {
            MemberModel setter = m.setter();
            if (setter != null) {
                cases.add(new Case(m, () -> calls.setter(out, setter)));
            }
        }
        if (!cases.isEmpty()) {
            switches(
                    "void",
                    "set",
                    "int id, ThreadState ts, Object self, Object value",
                    "id, ts, self, value",
                    cases,
                    "throw noMember(id);");
        }
    }

    private record Case(MemberModel member, Runnable body) {}

    /** Writes an overriding method with one switch, and private methods for the cases that go beyond a chunk. */
    private void switches(
            String result, String name, String parameters, String arguments, List<Case> cases, String otherwise) {
        int part = 0;
        for (int from = 0; from == 0 || from < cases.size(); from += CHUNK, part++) {
            boolean last = from + CHUNK >= cases.size();
            out.blank();
            if (part == 0) {
                out.line("@Override").open("public " + result + " " + name + "(" + parameters + ")");
            } else {
                out.open("private " + result + " " + name + "Part" + part + "(" + parameters + ")");
            }
            if (name.equals("call")) {
                out.line("Object[] v;");
            }
            out.open("switch (id)");
            for (Case c : cases.subList(from, Math.min(cases.size(), from + CHUNK))) {
                String comment =
                        c.member().slot() == Slot.NONE ? " // " + c.member().name() : "";
                out.line("case " + c.member().idText() + ":" + comment).indent();
                c.body().run();
                out.dedent();
            }
            out.line("default:").indent();
            if (last) {
                out.line(otherwise);
            } else {
                String call = name + "Part" + (part + 1) + "(" + arguments + ");";
                out.line(result.equals("void") ? call : "return " + call);
                if (result.equals("void")) {
                    out.line("return;");
                }
            }
            out.dedent().close().close();
        }
    }

    private void information() {
        boolean signatures = model.members().stream().anyMatch(m -> m.signature() != null);
        boolean docs = model.members().stream().anyMatch(m -> !m.doc().isEmpty());
        if (!signatures && !docs) {
            return;
        }
        delegate(signatures, "Signature", "signature");
        delegate(docs, "String", "doc");
        out.blank()
                .line("/** Apart, so that making a type costs none of it. */")
                .open("private static final class Info");
        if (signatures) {
            for (MemberModel m : model.members()) {
                if (m.signature() != null) {
                    signature(m, m.signature());
                }
            }
            lookup(
                    "Signature",
                    "signature",
                    "null",
                    model.members().stream()
                            .filter(m -> m.signature() != null)
                            .map(m -> m.idText() + " -> " + m.signatureField())
                            .toList());
        }
        if (docs) {
            lookup(
                    "String",
                    "doc",
                    "\"\"",
                    model.members().stream()
                            .filter(m -> !m.doc().isEmpty())
                            .map(m -> m.idText() + " -> " + Literals.quote(m.doc()))
                            .toList());
        }
        out.close();
    }

    private void delegate(boolean present, String type, String name) {
        if (present) {
            out.blank().line("@Override").open("public " + type + " " + name + "(int id)");
            out.line("return Info." + name + "(id);").close();
        }
    }

    private void lookup(String type, String name, String fallback, List<String> cases) {
        out.blank()
                .open("static " + type + " " + name + "(int id)")
                .line("return switch (id) {")
                .indent();
        for (String c : cases) {
            out.line("case " + c + ";");
        }
        out.line("default -> " + fallback + ";").dedent().line("};").close();
    }

    private void signature(MemberModel m, SignatureModel signature) {
        StringBuilder names = new StringBuilder();
        StringBuilder defaults = new StringBuilder();
        for (PythonParameter p : signature.named()) {
            names.append(names.isEmpty() ? "" : ", ").append(Literals.quote(p.name()));
            defaults.append(defaults.isEmpty() ? "" : ", ")
                    .append(p.defaultText() == null ? "Signature.REQUIRED" : Literals.asObject(p.defaultText()));
        }
        out.line("static final Signature " + m.signatureField() + " = new Signature(")
                .indent()
                .indent();
        out.line(Literals.quote(calls.messageName(m)) + ",");
        String qualified = qualifiedName(m);
        out.line((qualified == null ? "null" : Literals.quote(qualified)) + ",");
        out.line(Literals.quote(signature.text(self(m))) + ",");
        out.line("new String[] {" + names + "},");
        out.line("new Object[] {" + defaults + "},");
        out.line(signature.count(Kind.POSITIONAL_ONLY) + ", " + signature.positional() + ", "
                + signature.has(Kind.VAR_POSITIONAL) + ", " + signature.has(Kind.VAR_KEYWORD) + ")" + counts(m) + ";");
        out.dedent().dedent();
    }

    private static String counts(MemberModel m) {
        AnnotationMirror expose = Mirrors.annotation(m.element(), "Expose");
        String counts = expose == null ? null : Mirrors.constant(expose, "counts");
        return counts == null ? "" : ".withCounts(dev.clutch.extension.spi.Expose.Counts." + counts + ")";
    }

    private @org.jspecify.annotations.Nullable String qualifiedName(MemberModel m) {
        if (m.kind() == Member.Kind.SLOT) {
            return null;
        }
        if (m.kind() != Member.Kind.FUNCTION) {
            return model.qualname() + "." + m.name();
        }
        return model.moduleName().equals("builtins") ? m.name() : model.moduleName() + "." + m.name();
    }

    private static String self(MemberModel m) {
        return switch (m.kind()) {
            case FUNCTION -> "$module";
            case METHOD -> "$self";
            case CLASS_METHOD -> "$type";
            case SLOT -> m.slot() == Slot.CALL ? "$self" : "";
            default -> "";
        };
    }
}
