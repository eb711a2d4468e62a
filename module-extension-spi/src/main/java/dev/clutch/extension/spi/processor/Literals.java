package dev.clutch.extension.spi.processor;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Defaults of a signature, Python literals, as Java source. */
final class Literals {
    private static final Map<String, String> NAMED = Map.of(
            "None", "Singleton.NONE",
            "...", "Singleton.ELLIPSIS",
            "True", "Boolean.TRUE",
            "False", "Boolean.FALSE");

    private Literals() {}

    /** Whether the default stands for "not given": the Java parameter is null. */
    static boolean isAbsent(String text) {
        return text.equals("<absent>") || text.equals("<unrepresentable>");
    }

    /** The default as an expression of type Object; {@code null} for {@code ()} and whatever has no shared Java value. */
    static String asObject(String text) {
        String named = NAMED.get(text);
        if (named != null) {
            return named;
        }
        Long integer = integer(text);
        if (integer != null) {
            return "Long.valueOf(" + integer + "L)";
        }
        Double real = real(text);
        if (real != null) {
            return "Double.valueOf(" + javaDouble(real) + ")";
        }
        String string = string(text);
        return string == null ? "null" : quote(string);
    }

    /** The default as an expression of the parameter's Java type, null when it does not fit. */
    static @Nullable String as(Conversion conversion, String text) {
        return switch (conversion) {
            case OBJECT -> asObject(text);
            case STRING -> {
                String string = string(text);
                yield isAbsent(text) || text.equals("None") ? "null" : string == null ? null : quote(string);
            }
            case BOOLEAN -> text.equals("True") ? "true" : text.equals("False") ? "false" : null;
            case DOUBLE -> {
                Double real = real(text);
                Long integer = integer(text);
                yield real != null ? javaDouble(real) : integer == null ? null : javaDouble(integer.doubleValue());
            }
            case INT -> {
                Long integer = integer(text);
                yield integer == null || integer.intValue() != integer ? null : integer.toString();
            }
            case LONG -> {
                Long integer = integer(text);
                yield integer == null ? null : integer + "L";
            }
        };
    }

    private static @Nullable Long integer(String text) {
        if (text.equals("sys.maxsize")) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.decode(text.replace("_", ""));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Double real(String text) {
        char first = text.charAt(0);
        if (!Character.isDigit(first) && first != '-' && first != '.') {
            return null;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String javaDouble(double value) {
        return Double.toString(value);
    }

    /** The value of a plain Python string literal, null when the text is none. */
    static @Nullable String string(String text) {
        if (text.length() < 2) {
            return null;
        }
        char quote = text.charAt(0);
        if ((quote != '\'' && quote != '"') || text.charAt(text.length() - 1) != quote) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        boolean escaped = false;
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (!escaped) {
                escaped = c == '\\';
                if (!escaped) {
                    out.append(c);
                }
                continue;
            }
            escaped = false;
            int at = "ntr\\'\"".indexOf(c);
            if (at < 0) {
                return null;
            }
            out.append("\n\t\r\\'\"".charAt(at));
        }
        return out.toString();
    }

    /** A Java string literal. */
    static String quote(String value) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c < ' ' || c > '~') {
                        String hex = Integer.toHexString(c);
                        out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
