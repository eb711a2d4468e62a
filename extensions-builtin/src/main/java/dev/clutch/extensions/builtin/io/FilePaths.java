package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;

/** File names as Python code gives them. Answers to {@code PyUnicode_FSDecoder}. */
final class FilePaths {
    private FilePaths() {}

    /** The name for the system; bytes that are no UTF-8 become the surrogates of PEP 383, as the system's side expects. */
    static String text(ThreadState ts, Object path) {
        Object p = ts.fspath(path);
        String text;
        if (ts.isStr(p)) {
            text = Str.toJavaString(ts.strValue(p));
        } else {
            Object decoded = Codecs.decodeUtf8(ts, ByteViews.copy(ts, p), "surrogateescape");
            text = Str.toJavaString(decoded);
        }
        if (text.indexOf('\0') >= 0) {
            throw ts.valueError("embedded null byte");
        }
        return text;
    }
}
