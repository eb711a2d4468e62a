package dev.clutch.extensions.builtin.unicodedata;

import dev.clutch.extension.spi.Str;
import dev.clutch.extensions.builtin.unicodedata.UnicodeTables.Decomposition;
import java.util.Arrays;

/** Normalisation of a text (Unicode Standard Annex 15). */
final class Normalization {
    private static final int SYLLABLES = 0xAC00;
    private static final int LEADS = 0x1100;
    private static final int VOWELS = 0x1161;
    private static final int TAILS = 0x11A7;
    private static final int LEAD_COUNT = 19;
    private static final int VOWEL_COUNT = 21;
    private static final int TAIL_COUNT = 28;
    private static final int SYLLABLE_COUNT = LEAD_COUNT * VOWEL_COUNT * TAIL_COUNT;

    private final UnicodeTables tables = UnicodeTables.get();
    private final boolean inOld;
    private final boolean isCompatible;
    private int[] out;
    private int length;

    private Normalization(boolean inOld, boolean isCompatible, int size) {
        this.inOld = inOld;
        this.isCompatible = isCompatible;
        this.out = new int[size + 16];
    }

    /** The normal form of a text; the text itself where it is ASCII. */
    static Object normalize(boolean inOld, Object text, boolean composes, boolean isCompatible) {
        if (Str.isAscii(text)) {
            return text;
        }
        int n = Str.length(text);
        Normalization run = new Normalization(inOld, isCompatible, n);
        for (int i = 0; i < n; i++) {
            run.decompose(Str.at(text, i));
        }
        run.order();
        if (composes) {
            run.compose();
        }
        return Str.of(Arrays.copyOf(run.out, run.length));
    }

    private void append(int c) {
        if (length == out.length) {
            out = Arrays.copyOf(out, length * 2);
        }
        out[length++] = c;
    }

    private void decompose(int c) {
        if (c < 0xC0) {
            if (c < 0x80 || !isCompatible) {
                append(c);
                return;
            }
        }
        int syllable = c - SYLLABLES;
        if (syllable >= 0 && syllable < SYLLABLE_COUNT) {
            append(LEADS + syllable / (VOWEL_COUNT * TAIL_COUNT));
            append(VOWELS + syllable / TAIL_COUNT % VOWEL_COUNT);
            if (syllable % TAIL_COUNT != 0) {
                append(TAILS + syllable % TAIL_COUNT);
            }
            return;
        }
        Decomposition changed = inOld ? tables.oldDecomposition(c) : null;
        if (changed != null) {
            for (int part : changed.characters()) {
                append(part);
            }
            return;
        }
        Decomposition d = tables.decomposition(inOld, c);
        if (d == null || (!isCompatible && !d.isCanonical())) {
            append(c);
            return;
        }
        for (int part : d.characters()) {
            decompose(part);
        }
    }

    private int combining(int c) {
        // the order of marks never changes between versions, so CPython asks the present one
        return c < 0x300 ? 0 : tables.combining(false, c);
    }

    /** Puts marks into the order of their classes, keeping that of marks of one class. */
    private void order() {
        int i = 0;
        while (i < length) {
            int before = combining(out[i]);
            int at = i + 1;
            while (at < length) {
                int own = combining(out[at]);
                if (own == 0 || before <= own) {
                    before = own;
                    at++;
                    continue;
                }
                int c = out[at];
                int to = at;
                while (to > 0 && combining(out[to - 1]) > own) {
                    out[to] = out[to - 1];
                    to--;
                }
                out[to] = c;
                before = combining(out[at]);
                at++;
            }
            i = at;
        }
    }

    /** {@code nfc_nfkc}, after the text has been decomposed. */
    private void compose() {
        boolean[] used = new boolean[length];
        int written = 0;
        for (int i = 0; i < length; i++) {
            if (used[i]) {
                continue;
            }
            int c = out[i];
            if (isLead(c) && i + 1 < length && isVowel(out[i + 1])) {
                int syllable = ((c - LEADS) * VOWEL_COUNT + out[i + 1] - VOWELS) * TAIL_COUNT;
                i++;
                if (i + 1 < length && out[i + 1] > TAILS && out[i + 1] < TAILS + TAIL_COUNT) {
                    syllable += out[i + 1] - TAILS;
                    i++;
                }
                out[written++] = SYLLABLES + syllable;
                continue;
            }
            out[written++] = withMarks(i, used);
        }
        length = written;
    }

    private static boolean isLead(int c) {
        return c >= LEADS && c < LEADS + LEAD_COUNT;
    }

    private static boolean isVowel(int c) {
        return c >= VOWELS && c < VOWELS + VOWEL_COUNT;
    }

    /** The character at a place, composed with what follows and isn't blocked. */
    private int withMarks(int place, boolean[] used) {
        int c = out[place];
        int before = 0;
        for (int i = place + 1; i < length; i++) {
            int own = combining(out[i]);
            if (before != 0) {
                if (own == 0) {
                    break;
                }
                if (before >= own) {
                    continue;
                }
            }
            int composed = used[i] ? -1 : tables.composition(c, out[i]);
            if (composed >= 0) {
                c = composed;
                used[i] = true;
                continue;
            }
            if (own == 0) {
                break;
            }
            before = own;
        }
        return c;
    }
}
