package dev.clutch.extensions.builtin.json;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import java.util.HashMap;
import java.util.Map;

/** One reading of a text. Answers to {@code scan_once_unicode}. */
final class JsonReader {
    private static final int LONG_DIGITS = 18;

    private final ThreadState ts;
    private final JsonScanner scanner;
    private final Object text;
    private final int length;
    private final JsonStrings strings;
    /** Keys seen: each text becomes one object. */
    private final Map<Object, Object> keys = new HashMap<>();
    /** The index behind the last value. */
    int next;

    JsonReader(ThreadState ts, JsonScanner scanner, Object text) {
        this.ts = ts;
        this.scanner = scanner;
        this.text = text;
        this.length = Str.length(text);
        this.strings = new JsonStrings(ts, text, scanner.strict);
    }

    private int at(int index) {
        return index < length ? Str.at(text, index) : -1;
    }

    private PythonException error(String message, int index) {
        return JsonStrings.error(ts, message, text, index);
    }

    private PythonException stop(long index) {
        return ts.error(ts.exceptionType("StopIteration"), index);
    }

    Object value(long index) {
        if (index < 0) {
            throw ts.valueError("idx cannot be negative");
        }
        if (index >= length) {
            throw stop(index);
        }
        return value((int) index);
    }

    private Object value(int index) {
        int c = at(index);
        switch (c) {
            case '"' -> {
                Object s = strings.scan(index + 1L);
                next = strings.next;
                return s;
            }
            case '{' -> {
                ts.enterRecursive(" while decoding a JSON object from a unicode string");
                try {
                    return object(index + 1);
                } finally {
                    ts.leaveRecursive();
                }
            }
            case '[' -> {
                ts.enterRecursive(" while decoding a JSON array from a unicode string");
                try {
                    return array(index + 1);
                } finally {
                    ts.leaveRecursive();
                }
            }
            case 'n' -> {
                if (matches(index, "null")) {
                    return Singleton.NONE;
                }
            }
            case 't' -> {
                if (matches(index, "true")) {
                    return true;
                }
            }
            case 'f' -> {
                if (matches(index, "false")) {
                    return false;
                }
            }
            case 'N' -> {
                if (matches(index, "NaN")) {
                    return ts.call(scanner.parseConstant, "NaN");
                }
            }
            case 'I' -> {
                if (matches(index, "Infinity")) {
                    return ts.call(scanner.parseConstant, "Infinity");
                }
            }
            case '-' -> {
                if (matches(index, "-Infinity")) {
                    return ts.call(scanner.parseConstant, "-Infinity");
                }
            }
            default -> {}
        }
        return number(index);
    }

    private boolean matches(int index, String word) {
        int n = word.length();
        if (index + n > length) {
            return false;
        }
        for (int i = 1; i < n; i++) {
            if (Str.at(text, index + i) != word.charAt(i)) {
                return false;
            }
        }
        next = index + n;
        return true;
    }

    private int space(int index) {
        int i = index;
        int c = at(i);
        while (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            c = at(++i);
        }
        return i;
    }

    private Object object(int start) {
        boolean pairs = scanner.hasPairsHook();
        Object result = pairs ? ts.newListSized(4) : ts.newDict();
        int i = space(start);
        if (at(i) != '}') {
            while (true) {
                if (at(i) != '"') {
                    throw error("Expecting property name enclosed in double quotes", i);
                }
                Object key = strings.scan(i + 1L);
                Object known = keys.putIfAbsent(key, key);
                if (known != null) {
                    key = known;
                }
                i = space(strings.next);
                if (at(i) != ':') {
                    throw error("Expecting ':' delimiter", i);
                }
                i = space(i + 1);
                Object value = value((long) i);
                if (pairs) {
                    ts.listAppend(result, ts.newTuple(key, value));
                } else {
                    ts.dictSet(result, key, value);
                }
                i = space(next);
                if (at(i) == '}') {
                    break;
                }
                if (at(i) != ',') {
                    throw error("Expecting ',' delimiter", i);
                }
                i = space(i + 1);
            }
        }
        int end = i + 1;
        if (pairs) {
            result = ts.call(scanner.pairsHook, result);
        } else if (scanner.hasObjectHook()) {
            result = ts.call(scanner.objectHook, result);
        }
        next = end;
        return result;
    }

    private Object array(int start) {
        Object result = ts.newListSized(4);
        int i = space(start);
        if (at(i) != ']') {
            while (true) {
                ts.listAppend(result, value((long) i));
                i = space(next);
                if (at(i) == ']') {
                    break;
                }
                if (at(i) != ',') {
                    throw error("Expecting ',' delimiter", i);
                }
                i = space(i + 1);
            }
        }
        next = i + 1;
        return result;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** {@code _match_number_unicode}. */
    private Object number(int start) {
        int i = start;
        if (at(i) == '-') {
            i++;
        }
        if (!isDigit(at(i))) {
            throw stop(start);
        }
        if (at(i++) != '0') {
            while (isDigit(at(i))) {
                i++;
            }
        }
        boolean isFloat = false;
        if (at(i) == '.' && isDigit(at(i + 1))) {
            isFloat = true;
            i += 2;
            while (isDigit(at(i))) {
                i++;
            }
        }
        if (at(i) == 'e' || at(i) == 'E') {
            int j = i + 1;
            if (at(j) == '-' || at(j) == '+') {
                j++;
            }
            if (isDigit(at(j))) {
                isFloat = true;
                while (isDigit(at(j))) {
                    j++;
                }
                i = j;
            }
        }
        next = i;
        Object digits = Str.substring(text, start, i);
        if (isFloat) {
            return scanner.plainFloat ? Double.valueOf(digits.toString()) : ts.call(scanner.parseFloat, digits);
        }
        if (scanner.plainInt && i - start <= LONG_DIGITS) {
            return Long.valueOf(digits.toString());
        }
        return ts.call(scanner.parseInt, digits);
    }
}
