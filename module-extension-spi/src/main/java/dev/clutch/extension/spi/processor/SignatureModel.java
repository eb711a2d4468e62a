package dev.clutch.extension.spi.processor;

import dev.clutch.extension.spi.processor.PythonParameter.Kind;
import java.util.List;

/** A Python signature, its parameters in the order of the Java parameters. */
record SignatureModel(List<PythonParameter> parameters) {
    /** The parameters which are not starred: positional ones first, then keyword-only. */
    List<PythonParameter> named() {
        return parameters.stream().filter(p -> !p.isStarred()).toList();
    }

    /** Whether it is {@code (*args, **kwargs)}. */
    boolean takesAnything() {
        return parameters.size() == 2 && has(Kind.VAR_POSITIONAL) && has(Kind.VAR_KEYWORD);
    }

    boolean has(Kind kind) {
        return count(kind) > 0;
    }

    int count(Kind kind) {
        return (int) parameters.stream().filter(p -> p.kind() == kind).count();
    }

    int positional() {
        return count(Kind.POSITIONAL_ONLY) + count(Kind.POSITIONAL_OR_KEYWORD);
    }

    /** The number of positional parameters without default. */
    int required() {
        int n = 0;
        for (PythonParameter p : named()) {
            if (p.kind() == Kind.KEYWORD_ONLY || p.defaultText() != null) {
                break;
            }
            n++;
        }
        return n;
    }

    boolean hasRequiredKeywordOnly() {
        return parameters.stream().anyMatch(p -> p.kind() == Kind.KEYWORD_ONLY && p.defaultText() == null);
    }

    /** The text of {@code __text_signature__}; {@code self} is {@code $self}, {@code $module}, {@code $type} or empty. */
    String text(String self) {
        StringBuilder out = new StringBuilder("(").append(self);
        boolean afterPositionalOnly = !self.isEmpty() || has(Kind.POSITIONAL_ONLY);
        boolean starDone = false;
        for (PythonParameter p : parameters) {
            if (afterPositionalOnly && p.kind() != Kind.POSITIONAL_ONLY) {
                separate(out).append('/');
                afterPositionalOnly = false;
            }
            if (p.kind() == Kind.VAR_POSITIONAL) {
                starDone = true;
            }
            if (p.kind() == Kind.KEYWORD_ONLY && !starDone) {
                separate(out).append('*');
                starDone = true;
            }
            separate(out);
            switch (p.kind()) {
                case VAR_POSITIONAL -> out.append('*');
                case VAR_KEYWORD -> out.append("**");
                default -> {}
            }
            out.append(p.name());
            if (p.defaultText() != null) {
                out.append('=').append(Literals.isAbsent(p.defaultText()) ? "<unrepresentable>" : p.defaultText());
            }
        }
        if (afterPositionalOnly) {
            separate(out).append('/');
        }
        return out.append(')').toString();
    }

    private static StringBuilder separate(StringBuilder out) {
        return out.length() > 1 ? out.append(", ") : out;
    }
}
