package dev.clutch.extensions.builtin.sre;

import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What {@code re._compiler.compile} makes of a text and flags, without anything of an interpreter. Immutable, so interpreters share it. */
final class KnownPattern {
    private static final int DEBUG = 128;
    private static final int LONGEST = 20_000;

    private final PatternObject.Kind kind;
    /** The flags in the text included. */
    private final int flags;

    private final int[] code;
    private final Program program;
    /** The names of groups, in the order of {@code groupindex}. */
    private final Object[] names;
    /** The numbers of these groups. */
    private final Object[] numbers;

    /** Makes what is known of a pattern. */
    KnownPattern(ThreadState ts, PatternObject.Kind kind, int flags, int[] code, Program program, Object groupindex) {
        this.kind = kind;
        this.flags = flags;
        this.code = code;
        this.program = program;
        names = new Object[ts.size(groupindex)];
        numbers = new Object[names.length];
        int n = 0;
        for (int p = ts.dictNext(groupindex, 0); p >= 0; p = ts.dictNext(groupindex, p + 1)) {
            names[n] = ts.dictKeyAt(groupindex, p);
            numbers[n++] = ts.dictValueAt(groupindex, p);
        }
    }

    /** Makes the pattern of an interpreter. */
    PatternObject make(ThreadState ts, PyType type, SreModule module, Object pattern) {
        Object groupindex = ts.newDict();
        Object[] indexgroup = new Object[program.groups() + 1];
        for (int i = 0; i < indexgroup.length; i++) {
            indexgroup[i] = Singleton.NONE;
        }
        for (int i = 0; i < names.length; i++) {
            ts.dictSet(groupindex, names[i], numbers[i]);
            indexgroup[(int) (long) (Long) numbers[i]] = names[i];
        }
        return new PatternObject(
                type, module, pattern, kind, flags, code, program, groupindex, ts.newTuple(indexgroup));
    }

    /** Text and flags; the text of bytes has a character for each byte. */
    record Key(String text, boolean isBytes, long flags) {
        /** Returns the key of a pattern, or null: for texts of other classes, for what prints and what may warn. */
        static @Nullable Key of(ThreadState ts, Object pattern, Object flags) {
            if (!(flags instanceof Long bits) || (bits & DEBUG) != 0) {
                return null;
            }
            String text;
            if (pattern instanceof String s) {
                text = s;
            } else if (ts.typeOf(pattern) == ts.builtinType("bytes")) {
                text = new String(ts.bytesOf(pattern), StandardCharsets.ISO_8859_1);
            } else {
                return null;
            }
            return text.length() > LONGEST || mayWarn(text) ? null : new Key(text, text != pattern, bits);
        }

        /** Whether the text may have what {@code re._parser} warns of: signs that are doubled in a set, unless a backslash is before them. */
        private static boolean mayWarn(String text) {
            char last = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\\') {
                    i++;
                    last = 0;
                    continue;
                }
                if (c == last && (c == '[' || c == '-' || c == '&' || c == '|' || c == '~')) {
                    return true;
                }
                last = c;
            }
            return false;
        }
    }
}
