package dev.clutch.extensions.builtin.string;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** The parts {@code .name} and {@code [key]} of a field name, as pairs whether it is an attribute, and the name or index. Answers to {@code FieldNameIterator_next}. */
@ExtensionType(name = "fieldnameiterator", exported = false)
final class FieldNameIterator extends PyObject {
    private final Object text;
    private int position;

    FieldNameIterator(PyType type, Object text, int position) {
        super(type);
        this.text = text;
        this.position = position;
    }

    /** A part of the text, as an int when it consists of digits ({@code get_integer}). */
    static Object integerOrText(ThreadState ts, Object text, int from, int to) {
        long value = 0;
        boolean isNumber = from < to;
        for (int i = from; i < to && isNumber; i++) {
            int c = Str.at(text, i);
            int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
            if (digit < 0) {
                isNumber = false;
            } else if (value > (Long.MAX_VALUE - digit) / 10) {
                throw ts.valueError("Too many decimal digits in format string");
            } else {
                value = value * 10 + digit;
            }
        }
        return isNumber ? (Object) value : Str.substring(text, from, to);
    }

    @Expose
    Object __iter__(ThreadState ts) {
        return this;
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        int n = Str.length(text);
        if (position >= n) {
            return null;
        }
        int first = Str.at(text, position++);
        int from = position;
        if (first == '.') {
            while (position < n && Str.at(text, position) != '[' && Str.at(text, position) != '.') {
                position++;
            }
            checkNotEmpty(ts, from, position);
            return ts.newTuple(true, Str.substring(text, from, position));
        }
        if (first != '[') {
            throw ts.valueError("Only '.' or '[' may follow ']' in format field specifier");
        }
        while (position < n && Str.at(text, position) != ']') {
            position++;
        }
        if (position >= n) {
            throw ts.valueError("Missing ']' in format string");
        }
        int to = position++;
        Object key = integerOrText(ts, text, from, to);
        checkNotEmpty(ts, from, to);
        return ts.newTuple(false, key);
    }

    private static void checkNotEmpty(ThreadState ts, int from, int to) {
        if (from == to) {
            throw ts.valueError("Empty attribute in format string");
        }
    }
}
