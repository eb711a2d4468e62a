package dev.clutch.extensions.builtin.string;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** The pieces of a format string, each a literal text with the field after it. Answers to {@code MarkupIterator_next}. */
@ExtensionType(name = "formatteriterator", exported = false)
final class FormatterIterator extends PyObject {
    private final Object text;
    private final int end;
    private int position;

    FormatterIterator(PyType type, Object text) {
        super(type);
        this.text = text;
        this.end = Str.length(text);
    }

    @Expose
    Object __iter__(ThreadState ts) {
        return this;
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        if (position >= end) {
            return null;
        }
        int start = position;
        int c = 0;
        boolean isMarkup = false;
        while (position < end && !isMarkup) {
            c = Str.at(text, position++);
            isMarkup = c == '{' || c == '}';
        }
        if (!isMarkup) {
            return literal(ts, start, position);
        }
        boolean atEnd = position >= end;
        boolean isDoubled = !atEnd && Str.at(text, position) == c;
        if (c == '}' && !isDoubled) {
            throw ts.valueError("Single '}' encountered in format string");
        }
        if (atEnd) {
            throw ts.valueError("Single '{' encountered in format string");
        }
        if (isDoubled) {
            return literal(ts, start, position++);
        }
        return field(ts, Str.substring(text, start, position - 1));
    }

    private Object literal(ThreadState ts, int from, int to) {
        return ts.newTuple(Str.substring(text, from, to), Singleton.NONE, Singleton.NONE, Singleton.NONE);
    }

    /** {@code parse_field}. */
    private Object field(ThreadState ts, Object literal) {
        int start = position;
        int c = fieldNameEnd(ts);
        Object name = Str.substring(text, start, position - 1);
        if (c == '}') {
            return ts.newTuple(literal, name, "", Singleton.NONE);
        }
        if (c == 0) {
            throw ts.valueError("expected '}' before end of string");
        }
        Object conversion = Singleton.NONE;
        if (c == '!') {
            if (position >= end) {
                throw ts.valueError("end of string while looking for conversion specifier");
            }
            conversion = Str.of(new int[] {Str.at(text, position++)});
            if (position < end) {
                c = Str.at(text, position++);
                if (c == '}') {
                    return ts.newTuple(literal, name, "", conversion);
                }
                if (c != ':') {
                    throw ts.valueError("expected ':' after conversion specifier");
                }
            }
        }
        int from = position;
        int depth = 1;
        while (position < end) {
            c = Str.at(text, position++);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return ts.newTuple(literal, name, Str.substring(text, from, position - 1), conversion);
            }
        }
        throw ts.valueError("unmatched '{' in format spec");
    }

    /** Goes behind the character that ends the field name and returns it, 0 for the end of the text. */
    private int fieldNameEnd(ThreadState ts) {
        while (position < end) {
            int c = Str.at(text, position++);
            if (c == '{') {
                throw ts.valueError("unexpected '{' in field name");
            }
            if (c == '}' || c == ':' || c == '!') {
                return c;
            }
            if (c == '[') {
                while (position < end && Str.at(text, position) != ']') {
                    position++;
                }
            }
        }
        return 0;
    }
}
