package dev.clutch.extensions.builtin.sre;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;

/** The repr of a pattern. Answers to {@code pattern_repr}. */
final class PatternText {
    private static final String[] NAMES = {
        "re.TEMPLATE",
        "re.IGNORECASE",
        "re.LOCALE",
        "re.MULTILINE",
        "re.DOTALL",
        "re.UNICODE",
        "re.VERBOSE",
        "re.DEBUG",
        "re.ASCII"
    };

    private static final int LOCALE = 4;
    private static final int UNICODE = 32;
    private static final int ASCII = 256;
    private static final int LONGEST = 200;

    private PatternText() {}

    static Object repr(ThreadState ts, Object pattern, boolean isStr, int allFlags) {
        int flags = allFlags;
        if (isStr && (flags & (LOCALE | UNICODE | ASCII)) == UNICODE) {
            flags &= ~UNICODE;
        }
        Object text = ts.repr(pattern);
        StrBuilder out = new StrBuilder();
        out.append((Object) "re.compile(").append(Str.substring(text, 0, Math.min(LONGEST, Str.length(text))));
        String separator = ", ";
        for (int i = 0; i < NAMES.length; i++) {
            int flag = 1 << i;
            if ((flags & flag) != 0) {
                out.append((Object) separator).append((Object) NAMES[i]);
                separator = "|";
                flags &= ~flag;
            }
        }
        if (flags != 0) {
            out.append((Object) separator).append((Object) ("0x" + Integer.toHexString(flags)));
        }
        return out.append((Object) ")").build();
    }
}
