package dev.clutch.extension.spi.processor;

import org.jspecify.annotations.Nullable;

/** Defaults of a signature, Python literals, as Java source. */
final class Literals {
    private Literals() {}

    /** Whether the default stands for "not given": the Java parameter is null. */
    static boolean isAbsent(String text) {
        return text.equals("<absent>") || text.equals("<unrepresentable>");
    }

    /** The default as an expression of type Object; {@code null} for {@code ()} and whatever has no shared Java value. */
    static String asObject(String text) {
        switch (text) {
            case "None":
                return "Singleton.NONE";
            case "...":
                return "Singleton.ELLIPSIS";
            case "True":
                return "Boolean.TRUE";
            case "False":
                return "Boolean.FALSE";
            default:
                break;
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
        switch (conversion) {
            case OBJECT:
                return asObject(text);
            case STRING:
                if (isAbsent(text) || text.equals("None")) {
                    return "null";
                }
                String string = string(text);
                return string == null ? null : quote(string);
            case BOOLEAN:
                return text.equals("True") ? "true" : text.equals("False") ? "false" : null;
            case DOUBLE: {
                Double real = real(text);
                if (real == null) {
                    Long integer = integer(text);
                    real = integer == null ? null : Double.valueOf(integer.doubleValue());
                }
                return real == null ? null : javaDouble(real);
            }
            default: {
                Long integer = integer(text);
                if (integer == null || conversion == Conversion.INT && integer.intValue() != integer) {
                    return null;
                }
                return conversion == Conversion.INT ? integer.toString() : integer + "L";
            }
        }
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
        if (text.indexOf('.') < 0 && text.indexOf('e') < 0 || text.indexOf('"') >= 0 || text.indexOf('\'') >= 0) {
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
        if (quote != '\'' && quote != '"' || text.charAt(text.length() - 1) != quote) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            i++;
            switch (text.charAt(i)) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case '\\' -> out.append('\\');
                case '\'' -> out.append('\'');
                case '"' -> out.append('"');
                default -> {
                    return null;
                }
            }
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
