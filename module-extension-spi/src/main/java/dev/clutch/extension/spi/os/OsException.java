package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;
import org.jspecify.annotations.Nullable;

/** A refused call to the operating system. Carries no Java stack trace: it is an answer, not an accident. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public final class OsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int errno;
    private final @Nullable String path;
    private final @Nullable String path2;
    private final @Nullable String detail;

    /** A failure that has to do with no path. */
    public OsException(int errno) {
        this(errno, null, null, null);
    }

    /** A failure that has to do with a path. */
    public OsException(int errno, @Nullable String path) {
        this(errno, path, null, null);
    }

    /** A failure that has to do with two paths. */
    public OsException(int errno, @Nullable String path, @Nullable String path2) {
        this(errno, path, path2, null);
    }

    private OsException(int errno, @Nullable String path, @Nullable String path2, @Nullable String detail) {
        super(null, null, false, false);
        this.errno = errno;
        this.path = path;
        this.path2 = path2;
        this.detail = detail;
    }

    /** The operation exists but this implementation can't do it; the text says why and what to do. */
    public static OsException unsupported(String sentence) {
        return new OsException(Errno.ENOTSUP, null, null, sentence);
    }

    /** A refusal of our own that the kernel would answer with a bare number. */
    public static OsException withText(int errno, String sentence) {
        return new OsException(errno, null, null, sentence);
    }

    /** Returns the number, one of {@link Errno}. */
    public int errno() {
        return errno;
    }

    /** Symbolic name such as {@code ENOENT}; empty for an unknown number. */
    public String symbol() {
        return Errno.name(errno);
    }

    /** What belongs into {@code OSError.strerror}. */
    public String text() {
        return detail != null ? detail : Errno.text(errno);
    }

    /** The path as the caller gave it, before it was resolved against the working directory. */
    public @Nullable String path() {
        return path;
    }

    /** The second path of rename, link and symlink. */
    public @Nullable String path2() {
        return path2;
    }

    @Override
    public String getMessage() {
        String message = "[Errno " + errno + "] " + text();
        if (path != null) {
            message += ": '" + path + "'";
        }
        if (path2 != null) {
            message += " -> '" + path2 + "'";
        }
        return message;
    }
}
