package dev.clutch.interp.text;

import dev.clutch.extension.spi.Str;
import dev.clutch.interp.unicode.UnicodeData;
import org.jspecify.annotations.Nullable;

/** The name of a replacement field: what comes first, then attributes and items; as {@code _string.formatter_field_name_split}. */
public final class FieldName {
    private final Object name;
    private final int end;
    private final Object first;
    private final long index;
    private int at;

    /**
     * One access.
     *
     * @param index the number of an item, or -1 when {@code key} is to be used
     */
    public record Access(boolean attribute, Object key, long index) {}

    public FieldName(Object name) {
        this.name = name;
        end = Str.length(name);
        int i = 0;
        while (i < end && Str.at(name, i) != '.' && Str.at(name, i) != '[') {
            i++;
        }
        first = Str.substring(name, 0, i);
        index = integer(first);
        at = i;
    }

    public Object first() {
        return first;
    }

    /** The first part as a number of an argument, or -1 when it is a name or empty. */
    public long index() {
        return index;
    }

    /** The next access, or null at the end. */
    public @Nullable Access next() {
        if (at >= end) {
            return null;
        }
        int c = Str.at(name, at++);
        int start = at;
        Access access;
        if (c == '.') {
            while (at < end && Str.at(name, at) != '.' && Str.at(name, at) != '[') {
                at++;
            }
            access = new Access(true, Str.substring(name, start, at), -1);
        } else if (c == '[') {
            while (at < end && Str.at(name, at) != ']') {
                at++;
            }
            if (at >= end) {
                throw FormatException.ofValue("Missing ']' in format string");
            }
            Object key = Str.substring(name, start, at++);
            access = new Access(false, key, integer(key));
        } else {
            throw FormatException.ofValue("Only '.' or '[' may follow ']' in format field specifier");
        }
        if (Str.isEmpty(access.key())) {
            throw FormatException.ofValue("Empty attribute in format string");
        }
        return access;
    }

    private static long integer(Object text) {
        int n = Str.length(text);
        long value = 0;
        for (int i = 0; i < n; i++) {
            int digit = UnicodeData.decimal(Str.at(text, i));
            if (digit < 0) {
                return -1;
            }
            if (value > (Long.MAX_VALUE - digit) / 10) {
                throw FormatException.ofValue(FormatSpec.TOO_MANY_DIGITS);
            }
            value = value * 10 + digit;
        }
        return n == 0 ? -1 : value;
    }

    /** Counts fields without a number; one template numbers all of its fields or none. */
    public static final class Numbering {
        private int next;
        private int state;

        /** The number of the field's argument, or -1 when the argument is found by name. */
        public long number(FieldName field) {
            boolean automatic = Str.isEmpty(field.first());
            if (!automatic && field.index() < 0) {
                return -1;
            }
            int wanted = automatic ? 1 : 2;
            if (state == 0) {
                state = wanted;
            } else if (state != wanted) {
                throw FormatException.ofValue(
                        automatic
                                ? "cannot switch from manual field specification to automatic field numbering"
                                : "cannot switch from automatic field numbering to manual field specification");
            }
            return automatic ? next++ : field.index();
        }
    }
}
