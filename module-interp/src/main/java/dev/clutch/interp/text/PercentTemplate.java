package dev.clutch.interp.text;

import dev.clutch.extension.spi.Str;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the template of {@code %} formatting. Arguments are asked for in the midst of parsing, so that errors come in the order
 * of unicode_format_arg_parse. The template of bytes is given as its Latin-1 text.
 */
public final class PercentTemplate {
    private final Object template;
    private final int end;
    private int at;

    /** What a template takes from its arguments while it is parsed. */
    public interface Arguments {
        /** A key begins; refuses when the argument is no mapping. */
        void keyStarts();

        /** The value of the directive is the item with that key. */
        void key(Object key);

        /** The next argument as the width; it is an int that fits. */
        long width();

        /** The next argument as the precision; it is an int that fits. */
        int precision();
    }

    /**
     * Literal text and the directive after it; {@code directive} is null when none follows.
     */
    public record Segment(Object literal, @Nullable PercentDirective directive) {}

    public PercentTemplate(Object template) {
        this.template = template;
        this.end = Str.length(template);
    }

    /** The next segment, or null at the end. */
    public @Nullable Segment next(Arguments arguments) {
        if (at >= end) {
            return null;
        }
        int start = at;
        int percent = StrSearch.find(template, '%', at, end);
        if (percent < 0) {
            at = end;
            return new Segment(Str.substring(template, start, end), null);
        }
        at = percent + 1;
        if (peek() == '%') {
            at++;
            return new Segment(Str.substring(template, start, percent + 1), null);
        }
        return new Segment(Str.substring(template, start, percent), directive(arguments));
    }

    private int peek() {
        return at < end ? Str.at(template, at) : -1;
    }

    private PercentDirective directive(Arguments arguments) {
        if (peek() == '(') {
            arguments.keyStarts();
            arguments.key(key());
        }
        int flags = 0;
        for (int flag = PercentDirective.flag(peek()); flag != 0; flag = PercentDirective.flag(peek())) {
            flags |= flag;
            at++;
        }
        long width = -1;
        if (peek() == '*') {
            at++;
            width = arguments.width();
            if (width < 0) {
                flags |= PercentDirective.LEFT;
                width = -width;
            }
        } else if (isDigit(peek())) {
            width = number(Long.MAX_VALUE, "width too big");
        }
        int precision = -1;
        if (peek() == '.') {
            at++;
            precision = 0;
            if (peek() == '*') {
                at++;
                precision = Math.max(0, arguments.precision());
            } else if (isDigit(peek())) {
                precision = (int) number(Integer.MAX_VALUE, "precision too big");
            }
        }
        if (peek() == 'h' || peek() == 'l' || peek() == 'L') {
            at++;
        }
        if (at >= end) {
            throw FormatException.ofValue("incomplete format");
        }
        return new PercentDirective(flags, width, precision, Str.at(template, at), at++);
    }

    private Object key() {
        int start = ++at;
        for (int depth = 1; depth > 0; at++) {
            if (at >= end) {
                throw FormatException.ofValue("incomplete format key");
            }
            int c = Str.at(template, at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return Str.substring(template, start, at - 1);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private long number(long limit, String message) {
        long value = 0;
        for (; isDigit(peek()); at++) {
            int digit = peek() - '0';
            if (value > (limit - digit) / 10) {
                throw FormatException.ofValue(message);
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
