package dev.clutch.interp.object;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.AlgorithmException;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Subscript;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.text.FieldName;
import dev.clutch.interp.text.FormatTemplate;
import dev.clutch.interp.text.StrRepr;
import org.jspecify.annotations.Nullable;

/** {@code str.format} and {@code str.format_map}. Answers to {@code do_string_format} in {@code unicode_format.h}. */
final class TemplateFormatting {
    private final PyThreadState ts;
    private final Object @Nullable [] args;
    private final @Nullable Object mapping;
    private final FieldName.Numbering numbering = new FieldName.Numbering();

    private TemplateFormatting(PyThreadState ts, Object @Nullable [] args, @Nullable Object mapping) {
        this.ts = ts;
        this.args = args;
        this.mapping = mapping;
    }

    /** Formats; null args mean {@code format_map}. */
    static Object format(PyThreadState ts, Object template, Object @Nullable [] args, @Nullable Object mapping) {
        try {
            return new TemplateFormatting(ts, args, mapping).run(template, 2);
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    private Object run(Object text, int depth) {
        if (depth <= 0) {
            throw Errors.valueError(ts, "Max string recursion exceeded");
        }
        StrBuilder out = new StrBuilder(Str.length(text) + 16);
        FormatTemplate template = new FormatTemplate(text);
        for (FormatTemplate.Segment s = template.next(); s != null; s = template.next()) {
            out.append(s.literal());
            if (s.fieldName() != null) {
                out.append(field(s, s.fieldName(), depth));
            }
        }
        return out.build();
    }

    private Object field(FormatTemplate.Segment s, Object name, int depth) {
        Object value = value(new FieldName(name));
        switch (s.conversion()) {
            case 0:
                break;
            case 's':
                value = Text.str(ts, value);
                break;
            case 'r':
                value = Text.repr(ts, value);
                break;
            case 'a':
                value = StrRepr.escapeNonAscii(Text.repr(ts, value));
                break;
            default:
                throw Errors.valueError(ts, unknownConversion(s.conversion()));
        }
        Object spec = s.nested() ? run(s.spec(), depth - 1) : s.spec();
        return PyStr.plain(Text.format(ts, value, spec));
    }

    private static String unknownConversion(int c) {
        return c > 32 && c < 127
                ? "Unknown conversion specifier " + (char) c
                : "Unknown conversion specifier \\x" + Integer.toHexString(c);
    }

    private Object value(FieldName field) {
        long number = numbering.number(field);
        Object value = number >= 0 ? positional(number) : named(field.first());
        for (FieldName.Access a = field.next(); a != null; a = field.next()) {
            if (a.attribute()) {
                value = Attr.getAny(ts, value, a.key());
            } else {
                value = Subscript.get(ts, value, a.index() >= 0 ? (Object) a.index() : a.key());
            }
        }
        return value;
    }

    private Object positional(long number) {
        if (args == null) {
            throw Errors.valueError(ts, "Format string contains positional fields");
        }
        if (number >= args.length) {
            throw Errors.error(
                    ts, "IndexError", "Replacement index " + number + " out of range for positional args tuple");
        }
        return args[(int) number];
    }

    private Object named(Object key) {
        Object v = mapping;
        if (v == null) {
            throw Errors.make(ts, Exceptions.type("KeyError"), key);
        }
        return Subscript.get(ts, v, key);
    }
}
