package dev.clutch.extensions.builtin.posix;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.FsEncoding;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsPaths;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What Python code gave as a path: text, bytes, an object with {@code __fspath__}, or a descriptor. Answers to {@code path_converter}. */
final class PathArgument {
    /** What errors show as the file name; None when nothing was given. */
    final Object object;

    /** For the operating system; meaningless for a descriptor. */
    final String text;

    /** Whether names come back as bytes. */
    final boolean isBytes;

    /** -1 unless a descriptor was given. */
    final int fd;

    private PathArgument(Object object, String text, boolean isBytes, int fd) {
        this.object = object;
        this.text = text;
        this.isBytes = isBytes;
        this.fd = fd;
    }

    boolean isFd() {
        return fd != -1;
    }

    static PathArgument of(ThreadState ts, Object o, String function, String name) {
        return convert(ts, o, function, name, false, false);
    }

    static PathArgument orFd(ThreadState ts, Object o, String function, String name) {
        return convert(ts, o, function, name, false, true);
    }

    static PathArgument orNone(ThreadState ts, Object o, String function, String name) {
        return convert(ts, o, function, name, true, true);
    }

    private static PathArgument convert(
            ThreadState ts, Object o, String function, String name, boolean noneAllowed, boolean fdAllowed) {
        if (o instanceof String s) {
            return text(ts, o, s);
        }
        if (noneAllowed && o == Singleton.NONE) {
            return new PathArgument(o, ".", false, -1);
        }
        Object path = o;
        boolean isIndex = fdAllowed && ts.findSpecial(o, "__index__") != null;
        if (!isIndex && !ts.isStr(o) && !ts.isBytes(o)) {
            Object convert = ts.findSpecial(o, "__fspath__");
            if (convert == null) {
                throw wrongType(ts, o, function, name, noneAllowed, fdAllowed);
            }
            path = ts.call(convert);
            if (!ts.isStr(path) && !ts.isBytes(path)) {
                throw ts.typeError("expected " + ts.typeOf(o).name() + ".__fspath__() to return str or bytes, not "
                        + ts.typeOf(path).displayName());
            }
        }
        if (ts.isStr(path)) {
            return text(ts, path, Str.toJavaString(ts.strValue(path)));
        }
        if (ts.isBytes(path)) {
            String text = decode(ts, path);
            if (text.indexOf('\0') >= 0) {
                throw ts.valueError(function + ": embedded null character in " + name);
            }
            return new PathArgument(path, text, true, -1);
        }
        if (isIndex) {
            return new PathArgument(path, "", false, descriptor(ts, path));
        }
        throw wrongType(ts, o, function, name, noneAllowed, fdAllowed);
    }

    private static PathArgument text(ThreadState ts, Object path, String text) {
        if (text.indexOf('\0') >= 0) {
            throw ts.valueError("embedded null byte");
        }
        checkEncodable(ts, path, text);
        return new PathArgument(path, text, false, -1);
    }

    private static PythonException wrongType(
            ThreadState ts, Object o, String function, String name, boolean none, boolean fd) {
        String allowed = fd && none
                ? "string, bytes, os.PathLike, integer or None"
                : fd
                        ? "string, bytes, os.PathLike or integer"
                        : none ? "string, bytes, os.PathLike or None" : "string, bytes or os.PathLike";
        return ts.typeError(function + ": " + name + " should be " + allowed + ", not "
                + ts.typeOf(o).displayName());
    }

    /** Raises UnicodeEncodeError for a surrogate that stands for no byte. */
    static void checkEncodable(ThreadState ts, Object path, String text) {
        int position = 0;
        for (int i = 0; i < text.length(); position++) {
            int c = text.codePointAt(i);
            if (c >= 0xD800 && c <= 0xDFFF && (c < 0xDC80 || c > 0xDCFF)) {
                throw ts.error(
                        ts.exceptionType("UnicodeEncodeError"),
                        "utf-8",
                        ts.strValue(path),
                        (long) position,
                        (long) position + 1,
                        "surrogates not allowed");
            }
            i += Character.charCount(c);
        }
    }

    /** The text of a bytes object, bytes that are no UTF-8 as lone surrogates. */
    static String decode(ThreadState ts, Object bytes) {
        try (var view = ts.buffer(bytes, false)) {
            return FsEncoding.decode(view.array(), view.offset(), view.offset() + view.length());
        }
    }

    /** As audit events show names and commands: the bytes that the system gets. */
    static Object fsBytes(ThreadState ts, Object o) {
        return ts.newBytes(fsText(ts, o).getBytes(StandardCharsets.UTF_8));
    }

    /** {@code PyUnicode_FSConverter}: str, bytes or path-like as text for the operating system. */
    static String fsText(ThreadState ts, Object o) {
        Object path = ts.fspath(o);
        String text;
        if (ts.isStr(path)) {
            text = Str.toJavaString(ts.strValue(path));
            checkEncodable(ts, path, text);
        } else {
            text = decode(ts, path);
        }
        if (text.indexOf('\0') >= 0) {
            throw ts.valueError("embedded null byte");
        }
        return text;
    }

    /** A name from the operating system in the form of this path. */
    Object result(ThreadState ts, String name) {
        return isBytes ? ts.newBytes(FsEncoding.encode(name)) : Str.of(name);
    }

    /** {@code _fd_converter}. */
    static int descriptor(ThreadState ts, Object o) {
        BigInteger n = ts.asBigInteger(o);
        if (n.bitLength() > 31) {
            throw ts.error("OverflowError", n.signum() > 0 ? "fd is greater than maximum" : "fd is less than minimum");
        }
        return n.intValue();
    }

    /** {@code dir_fd_converter}. */
    static int directory(ThreadState ts, Object o) {
        if (o == Singleton.NONE) {
            return OsPaths.CWD;
        }
        if (ts.findSpecial(o, "__index__") == null) {
            throw ts.typeError(
                    "argument should be integer or None, not " + ts.typeOf(o).displayName());
        }
        return descriptor(ts, o);
    }

    /** OSError that names this path. */
    PythonException error(ThreadState ts, OsException failure) {
        return ts.osError(failure, object == Singleton.NONE ? null : object, null);
    }

    /** OSError that names both paths. */
    PythonException error(ThreadState ts, OsException failure, PathArgument other) {
        return ts.osError(failure, object, other.object);
    }

    @Nullable
    Object nameOrNull() {
        return object == Singleton.NONE ? null : object;
    }
}
