package dev.clutch.extensions.builtin.unicodedata;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extensions.builtin.unicodedata.UnicodeTables.Decomposition;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The functions of the module for either version of the database, with checks of their arguments. */
final class Lookup {
    private static final int LONGEST_NAME = 256;

    private Lookup() {}

    private static int character(ThreadState ts, Object chr, String function, String argument) {
        if (ts.isStr(chr)) {
            Object s = ts.strValue(chr);
            if (Str.length(s) == 1) {
                return Str.at(s, 0);
            }
        }
        throw ts.typeError(function + "() " + argument + " must be a unicode character, not "
                + ts.typeOf(chr).displayName());
    }

    private static int character(ThreadState ts, Object chr, String function) {
        return character(ts, chr, function, "argument");
    }

    static Object decimal(ThreadState ts, boolean inOld, Object chr, @Nullable Object fallback) {
        int d = UnicodeTables.get().decimal(inOld, character(ts, chr, "decimal", "argument 1"));
        if (d >= 0) {
            return (long) d;
        }
        if (fallback == null) {
            throw ts.valueError("not a decimal");
        }
        return fallback;
    }

    static Object digit(ThreadState ts, boolean inOld, Object chr, @Nullable Object fallback) {
        int d = UnicodeTables.get().digit(inOld, character(ts, chr, "digit", "argument 1"));
        if (d >= 0) {
            return (long) d;
        }
        if (fallback == null) {
            throw ts.valueError("not a digit");
        }
        return fallback;
    }

    static Object numeric(ThreadState ts, boolean inOld, Object chr, @Nullable Object fallback) {
        double d = UnicodeTables.get().numeric(inOld, character(ts, chr, "numeric", "argument 1"));
        if (!Double.isNaN(d)) {
            return d;
        }
        if (fallback == null) {
            throw ts.valueError("not a numeric character");
        }
        return fallback;
    }

    static Object category(ThreadState ts, boolean inOld, Object chr) {
        return UnicodeTables.get().category(inOld, character(ts, chr, "category"));
    }

    static Object bidirectional(ThreadState ts, boolean inOld, Object chr) {
        return UnicodeTables.get().bidirectional(inOld, character(ts, chr, "bidirectional"));
    }

    static Object combining(ThreadState ts, boolean inOld, Object chr) {
        return (long) UnicodeTables.get().combining(inOld, character(ts, chr, "combining"));
    }

    static Object mirrored(ThreadState ts, boolean inOld, Object chr) {
        return (long) UnicodeTables.get().mirrored(inOld, character(ts, chr, "mirrored"));
    }

    static Object east_asian_width(ThreadState ts, boolean inOld, Object chr) {
        return UnicodeTables.get().width(inOld, character(ts, chr, "east_asian_width"));
    }

    static Object decomposition(ThreadState ts, boolean inOld, Object chr) {
        Decomposition d = UnicodeTables.get().decomposition(inOld, character(ts, chr, "decomposition"));
        if (d == null) {
            return "";
        }
        StringBuilder out = new StringBuilder(d.tag());
        for (int c : d.characters()) {
            if (!out.isEmpty()) {
                out.append(' ');
            }
            String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
            for (int i = hex.length(); i < 4; i++) {
                out.append('0');
            }
            out.append(hex);
        }
        return out.toString();
    }

    private static Object normal(ThreadState ts, boolean inOld, Object form, Object unistr, String function) {
        if (!ts.isStr(form)) {
            throw ts.typeError(function + "() argument 1 must be str, not " + typeName(ts, form));
        }
        if (!ts.isStr(unistr)) {
            throw ts.typeError(function + "() argument 2 must be str, not " + typeName(ts, unistr));
        }
        Object text = ts.strValue(unistr);
        String name = Str.toJavaString(ts.strValue(form));
        if (Str.isEmpty(text) && function.equals("normalize")) {
            return text;
        }
        return switch (name) {
            case "NFC" -> Normalization.normalize(inOld, text, true, false);
            case "NFKC" -> Normalization.normalize(inOld, text, true, true);
            case "NFD" -> Normalization.normalize(inOld, text, false, false);
            case "NFKD" -> Normalization.normalize(inOld, text, false, true);
            default -> throw ts.valueError("invalid normalization form");
        };
    }

    private static String typeName(ThreadState ts, Object o) {
        return o == dev.clutch.extension.spi.Singleton.NONE
                ? "None"
                : ts.typeOf(o).displayName();
    }

    static Object normalize(ThreadState ts, boolean inOld, Object form, Object unistr) {
        return normal(ts, inOld, form, unistr, "normalize");
    }

    static Object is_normalized(ThreadState ts, boolean inOld, Object form, Object unistr) {
        Object normal = normal(ts, inOld, form, unistr, "is_normalized");
        return Str.equals(normal, ts.strValue(unistr));
    }

    static Object name(ThreadState ts, boolean inOld, Object chr, @Nullable Object fallback) {
        int c = character(ts, chr, "name", "argument 1");
        String name = inOld && !UnicodeTables.get().isAssigned(true, c) ? null : ts.characterName(c);
        if (name != null) {
            return name;
        }
        if (fallback == null) {
            throw ts.valueError("no such name");
        }
        return fallback;
    }

    static Object lookup(ThreadState ts, boolean inOld, Object name) {
        String text;
        if (ts.isStr(name)) {
            text = Str.toJavaString(ts.strValue(name));
        } else if (ts.isByteArray(name)) {
            throw ts.typeError("lookup() argument must be read-only bytes-like object, not "
                    + ts.typeOf(name).displayName());
        } else {
            text = new String(ts.bytesOf(name), StandardCharsets.UTF_8);
        }
        if (text.length() > LONGEST_NAME) {
            throw ts.error("KeyError", "name too long");
        }
        int c = ts.characterByName(text);
        if (inOld && c >= 0) {
            // the old version knows neither aliases nor sequences
            String own = ts.characterName(c);
            if (own == null
                    || !own.equalsIgnoreCase(text)
                    || !UnicodeTables.get().isAssigned(true, c)) {
                c = -1;
            }
        }
        if (c >= 0) {
            return Str.of(new int[] {c});
        }
        String sequence = inOld ? null : UnicodeTables.get().sequence(text.toUpperCase(Locale.ROOT));
        if (sequence == null) {
            throw ts.error("KeyError", "undefined character name '" + text + "'");
        }
        return sequence;
    }
}
