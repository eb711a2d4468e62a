package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;

/** File names as Python code gives them. Answers to {@code os.fspath} and {@code PyUnicode_FSDecoder}. */
final class FilePaths {
    private FilePaths() {}

    /** A str, bytes, or what {@code __fspath__} returns. */
    static Object fspath(ThreadState ts, Object path) {
        if (ts.isStr(path) || ts.isBytes(path)) {
            return path;
        }
        Object method = ts.findSpecial(path, "__fspath__");
        if (method == null) {
            throw ts.typeError("expected str, bytes or os.PathLike object, not " + IoErrors.typeName(ts, path));
        }
        Object result = ts.call(method);
        if (!ts.isStr(result) && !ts.isBytes(result)) {
            throw ts.typeError("expected " + IoErrors.typeName(ts, path) + ".__fspath__() to return str or bytes, not "
                    + IoErrors.typeName(ts, result));
        }
        return result;
    }

    /** The name for the system; bytes that are no UTF-8 become the surrogates of PEP 383, as the system's side expects. */
    static String text(ThreadState ts, Object path) {
        Object p = fspath(ts, path);
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
