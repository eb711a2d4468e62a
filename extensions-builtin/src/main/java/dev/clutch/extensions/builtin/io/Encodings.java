package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Which encoding is meant where none is given. */
final class Encodings {
    private static final String[] VARIABLES = {"LC_ALL", "LC_CTYPE", "LANG"};

    private Encodings() {}

    /** The encoding that the environment's locale names; UTF-8 for the locale C, as CPython has it since PEP 538 and 540. */
    static String ofLocale(ThreadState ts) {
        for (String name : VARIABLES) {
            String value = ts.os().environment().get(name);
            if (value != null && !value.isEmpty()) {
                int dot = value.indexOf('.');
                if (dot < 0) {
                    return value.equals("C") || value.equals("POSIX") ? "UTF-8" : "ISO-8859-1";
                }
                int at = value.indexOf('@', dot);
                String charset = at < 0 ? value.substring(dot + 1) : value.substring(dot + 1, at);
                return charset.equalsIgnoreCase("utf8") || charset.equalsIgnoreCase("utf-8") ? "UTF-8" : charset;
            }
        }
        return "UTF-8";
    }

    private static boolean flag(ThreadState ts, String name) {
        Object flags = ts.sysAttr("flags");
        Object value = flags == null ? null : ts.findAttr(flags, name);
        return value != null && ts.isTrue(value);
    }

    /** {@code -X utf8}. */
    static boolean isUtf8Mode(ThreadState ts) {
        return flag(ts, "utf8_mode");
    }

    /** {@code -X dev}. */
    static boolean isDevMode(ThreadState ts) {
        return flag(ts, "dev_mode");
    }

    /** Warns where {@code -X warn_default_encoding} asks for it. */
    static void warnDefault(ThreadState ts, int stackLevel) {
        if (flag(ts, "warn_default_encoding")) {
            ts.warn("EncodingWarning", "'encoding' argument not specified", stackLevel);
        }
    }

    /** {@code codecs.lookup}, which must be a text encoding ({@code _PyCodec_LookupTextEncoding}). */
    static Object lookup(ThreadState ts, String encoding, String instead) {
        Object info = ts.callMethod(ts.importModule("codecs"), "lookup", dev.clutch.extension.spi.Str.of(encoding));
        Object isText = ts.findAttr(info, "_is_text_encoding");
        if (isText != null && !ts.isTrue(isText)) {
            throw ts.error(
                    "LookupError",
                    "'" + encoding + "' is not a text encoding; use " + instead + " to handle arbitrary codecs");
        }
        return info;
    }

    /** An object that may be None. */
    static @Nullable Object orNull(Object o) {
        return o == Singleton.NONE ? null : o;
    }
}
