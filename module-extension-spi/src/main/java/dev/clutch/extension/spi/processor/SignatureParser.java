package dev.clutch.extension.spi.processor;

import dev.clutch.extension.spi.processor.PythonParameter.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a signature in Python's syntax, such as {@code "(obj, /, *, indent=None, **kw)"}. */
final class SignatureParser {
    private final List<PythonParameter> parameters = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private Kind kind = Kind.POSITIONAL_OR_KEYWORD;
    private boolean sawDefault;

    private SignatureParser() {}

    /** Returns the signature; {@link IllegalArgumentException} says what is wrong with the text. */
    static SignatureModel parse(String text) {
        String trimmed = text.strip();
        if (!trimmed.startsWith("(") || !trimmed.endsWith(")")) {
            throw new IllegalArgumentException("a signature stands in parentheses");
        }
        SignatureParser parser = new SignatureParser();
        for (String part : split(trimmed.substring(1, trimmed.length() - 1))) {
            parser.add(part.strip());
        }
        if (parser.kind == Kind.KEYWORD_ONLY && parser.lastIsBareStar()) {
            throw new IllegalArgumentException("named parameters must follow the bare *");
        }
        return new SignatureModel(List.copyOf(parser.parameters));
    }

    private boolean lastIsBareStar() {
        if (parameters.isEmpty()) {
            return true;
        }
        Kind last = parameters.getLast().kind();
        return last == Kind.POSITIONAL_ONLY || last == Kind.POSITIONAL_OR_KEYWORD;
    }

    private void add(String part) {
        if (part.isEmpty()) {
            throw new IllegalArgumentException("a parameter is missing between commas");
        }
        if (kind == Kind.VAR_KEYWORD) {
            throw new IllegalArgumentException("nothing may follow the ** parameter");
        }
        if (part.equals("/")) {
            slash();
        } else if (part.startsWith("**")) {
            kind = Kind.VAR_KEYWORD;
            put(part.substring(2).strip(), Kind.VAR_KEYWORD, null);
        } else if (part.startsWith("*")) {
            if (kind == Kind.KEYWORD_ONLY) {
                throw new IllegalArgumentException("* may appear only once");
            }
            kind = Kind.KEYWORD_ONLY;
            String name = part.substring(1).strip();
            if (!name.isEmpty()) {
                put(name, Kind.VAR_POSITIONAL, null);
            }
        } else {
            named(part);
        }
    }

    private void slash() {
        if (kind != Kind.POSITIONAL_OR_KEYWORD
                || parameters.isEmpty()
                || parameters.getFirst().kind() == Kind.POSITIONAL_ONLY) {
            throw new IllegalArgumentException("/ must follow positional parameters and appear once");
        }
        parameters.replaceAll(p -> new PythonParameter(p.name(), Kind.POSITIONAL_ONLY, p.defaultText()));
    }

    private void named(String part) {
        int equals = part.indexOf('=');
        String defaultText = equals < 0 ? null : part.substring(equals + 1).strip();
        if (defaultText != null && defaultText.isEmpty()) {
            throw new IllegalArgumentException("the default after = is missing in '" + part + "'");
        }
        String name = (equals < 0 ? part : part.substring(0, equals)).strip();
        if (kind == Kind.POSITIONAL_OR_KEYWORD) {
            if (defaultText == null && sawDefault) {
                throw new IllegalArgumentException(
                        "parameter '" + name + "' without a default follows one with a default");
            }
            sawDefault |= defaultText != null;
        }
        put(name, kind, defaultText);
    }

    private void put(String name, Kind as, @Nullable String defaultText) {
        if (!PythonNames.isName(name)) {
            throw new IllegalArgumentException("'" + name + "' is not a parameter name");
        }
        if (!names.add(name)) {
            throw new IllegalArgumentException("parameter '" + name + "' appears twice");
        }
        parameters.add(new PythonParameter(name, as, defaultText));
    }

    /** Splits at commas outside brackets and quotes. */
    private static List<String> split(String inner) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        char quote = 0;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(inner.substring(start, i));
                start = i + 1;
            }
        }
        if (!inner.substring(start).isBlank()) {
            parts.add(inner.substring(start));
        }
        return parts;
    }
}
