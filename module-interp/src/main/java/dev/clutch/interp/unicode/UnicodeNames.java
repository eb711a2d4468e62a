package dev.clutch.interp.unicode;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of characters. The JDK has the list; names that follow a rule are made as the standard says. */
public final class UnicodeNames {
    private static final int HANGUL = 0xAC00;
    private static final int HANGUL_END = 0xD7A3;
    private static final String[] LEADS = {
        "G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"
    };
    private static final String[] VOWELS = {
        "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU",
        "EU", "YI", "I"
    };
    private static final String[] TAILS = {
        "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S",
        "SS", "NG", "J", "C", "K", "T", "P", "H"
    };

    private UnicodeNames() {}

    /** The name that {@code unicodedata.name} gives, or null. */
    public static @Nullable String name(int c) {
        if (!UnicodeData.isNamed(c)) {
            return null;
        }
        if (isHangul(c)) {
            int i = c - HANGUL;
            return "HANGUL SYLLABLE " + LEADS[i / (VOWELS.length * TAILS.length)]
                    + VOWELS[i / TAILS.length % VOWELS.length] + TAILS[i % TAILS.length];
        }
        if (isUnifiedIdeograph(c)) {
            return "CJK UNIFIED IDEOGRAPH-" + Integer.toHexString(c).toUpperCase(Locale.ROOT);
        }
        return Character.getName(c);
    }

    private static boolean isHangul(int c) {
        return c >= HANGUL && c <= HANGUL_END;
    }

    private static boolean isUnifiedIdeograph(int c) {
        return (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2EBE0)
                || (c >= 0x30000 && c <= 0x323AF);
    }

    /**
     * The character of a name; -1 when there is none. Letters may be of any case, but for the names that follow a rule: CPython 3.12
     * compares those exactly.     */
    public static int lookup(String name) {
        if (name.startsWith("CJK UNIFIED IDEOGRAPH-")) {
            int c = ideograph(name, 22);
            return isUnifiedIdeograph(c) ? c : -1;
        }
        int c;
        String full = name;
        if (name.startsWith("HANGUL SYLLABLE ")) {
            c = hangul(name.substring(16));
        } else {
            full = name.toUpperCase(Locale.ROOT);
            try {
                c = Character.codePointOf(full);
            } catch (IllegalArgumentException e) {
                c = -1;
            }
            if (c < 0 || !full.equals(name(c))) {
                return UnicodeAliases.INSTANCE.lookup(full);
            }
        }
        return c >= 0 && full.equals(name(c)) && (full.equals(name) || (!isUnifiedIdeograph(c) && !isHangul(c)))
                ? c
                : -1;
    }

    /** Four or five hexadecimal digits in upper case, or -1. */
    private static int ideograph(String name, int from) {
        int digits = name.length() - from;
        int c = 0;
        for (int i = from; i < name.length(); i++) {
            char d = name.charAt(i);
            if (!((d >= '0' && d <= '9') || (d >= 'A' && d <= 'F'))) {
                return -1;
            }
            c = c << 4 | Character.digit(d, 16);
        }
        return digits == 4 || digits == 5 ? c : -1;
    }

    private static int hangul(String syllable) {
        int lead = longest(LEADS, syllable, 0);
        int at = lead < 0 ? 0 : LEADS[lead].length();
        int vowel = longest(VOWELS, syllable, at);
        if (lead < 0 || vowel < 0) {
            return -1;
        }
        int tail = longest(TAILS, syllable, at + VOWELS[vowel].length());
        return HANGUL + (lead * VOWELS.length + vowel) * TAILS.length + Math.max(0, tail);
    }

    private static int longest(String[] parts, String text, int at) {
        int best = -1;
        for (int i = 0; i < parts.length; i++) {
            if (text.startsWith(parts[i], at) && (best < 0 || parts[i].length() > parts[best].length())) {
                best = i;
            }
        }
        return best;
    }
}
