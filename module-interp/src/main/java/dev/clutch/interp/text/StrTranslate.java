package dev.clutch.interp.text;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import org.jspecify.annotations.Nullable;

/** {@code str.translate}. */
public final class StrTranslate {
    private StrTranslate() {}

    /** Looks characters up; asked once for each ASCII character, for others each time. */
    public interface Table {
        /** What a code point becomes: a {@code str}, {@code ""} when it goes, or null when it stays. */
        @Nullable
        Object replacement(int codePoint);
    }

    public static Object translate(Object str, Table table) {
        int n = Str.length(str);
        StrBuilder out = new StrBuilder(n);
        @Nullable Object[] known = new Object[0x80];
        boolean[] asked = new boolean[0x80];
        for (int i = 0; i < n; i++) {
            int c = Str.at(str, i);
            Object replacement;
            if (c < 0x80 && asked[c]) {
                replacement = known[c];
            } else {
                replacement = table.replacement(c);
                if (c < 0x80) {
                    asked[c] = true;
                    known[c] = replacement;
                }
            }
            if (replacement == null) {
                out.append(c);
            } else {
                out.append(replacement);
            }
        }
        return out.build();
    }
}
