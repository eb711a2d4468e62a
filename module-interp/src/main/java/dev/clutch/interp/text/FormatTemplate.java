package dev.clutch.interp.text;

import dev.clutch.extension.spi.Str;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the template of {@code str.format}, as {@code _string.formatter_parser} does. Errors come when the segment is reached,
 * after the ones before have been rendered.
 */
public final class FormatTemplate {
    private final Object template;
    private final int end;
    private int at;

    /**
     * Literal text and the field after it.
     *
     * @param fieldName null when no field follows
     * @param conversion a code point, 0 for none
     * @param nested whether the specification holds fields itself
     */
    public record Segment(Object literal, @Nullable Object fieldName, Object spec, int conversion, boolean nested) {}

    public FormatTemplate(Object template) {
        this.template = template;
        this.end = Str.length(template);
    }

    /** The next segment, or null at the end. */
    public @Nullable Segment next() {
        if (at >= end) {
            return null;
        }
        int start = at;
        int c = 0;
        boolean markup = false;
        while (at < end && !markup) {
            c = Str.at(template, at++);
            markup = c == '{' || c == '}';
        }
        boolean atEnd = at >= end;
        int length = at - start;
        if (markup && c == '}' && (atEnd || Str.at(template, at) != '}')) {
            throw FormatException.ofValue("Single '}' encountered in format string");
        }
        if (markup && c == '{' && atEnd) {
            throw FormatException.ofValue("Single '{' encountered in format string");
        }
        if (!atEnd) {
            if (Str.at(template, at) == c) {
                at++;
                markup = false;
            } else {
                length--;
            }
        }
        Object literal = Str.substring(template, start, start + length);
        return markup ? field(literal) : new Segment(literal, null, "", 0, false);
    }

    private Segment field(Object literal) {
        int start = at;
        int c = 0;
        boolean inName = true;
        while (inName && at < end) {
            c = Str.at(template, at++);
            switch (c) {
                case '{' -> throw FormatException.ofValue("unexpected '{' in field name");
                case '[' -> {
                    while (at < end && Str.at(template, at) != ']') {
                        at++;
                    }
                }
                case '}', ':', '!' -> inName = false;
                default -> {}
            }
        }
        if (inName) {
            throw FormatException.ofValue("expected '}' before end of string");
        }
        Object name = Str.substring(template, start, at - 1);
        if (c == '}') {
            return new Segment(literal, name, "", 0, false);
        }
        int conversion = 0;
        if (c == '!') {
            if (at >= end) {
                throw FormatException.ofValue("end of string while looking for conversion specifier");
            }
            conversion = Str.at(template, at++);
            if (at < end) {
                c = Str.at(template, at++);
                if (c == '}') {
                    return new Segment(literal, name, "", conversion, false);
                }
                if (c != ':') {
                    throw FormatException.ofValue("expected ':' after conversion specifier");
                }
            }
        }
        return specification(literal, name, conversion);
    }

    private Segment specification(Object literal, Object name, int conversion) {
        int start = at;
        boolean nested = false;
        for (int depth = 1; at < end; ) {
            int c = Str.at(template, at++);
            if (c == '{') {
                nested = true;
                depth++;
            } else if (c == '}' && --depth == 0) {
                return new Segment(literal, name, Str.substring(template, start, at - 1), conversion, nested);
            }
        }
        throw FormatException.ofValue("unmatched '{' in format spec");
    }
}
