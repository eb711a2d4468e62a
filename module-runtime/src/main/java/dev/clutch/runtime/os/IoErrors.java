package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import org.jspecify.annotations.Nullable;

/** The error number behind an exception of the JDK: by its class, else by the C library's text in its message. */
final class IoErrors {
    private IoErrors() {}

    /** 0 when the exception doesn't tell, for example since the C library speaks another language. */
    static int errnoOf(Exception e) {
        if (e instanceof NoSuchFileException) {
            return Errno.ENOENT;
        }
        if (e instanceof FileAlreadyExistsException) {
            return Errno.EEXIST;
        }
        if (e instanceof AccessDeniedException) {
            return Errno.EACCES;
        }
        if (e instanceof DirectoryNotEmptyException) {
            return Errno.ENOTEMPTY;
        }
        if (e instanceof NotDirectoryException) {
            return Errno.ENOTDIR;
        }
        if (e instanceof NotLinkException) {
            return Errno.EINVAL;
        }
        if (e instanceof ClosedChannelException
                || e instanceof NonReadableChannelException
                || e instanceof NonWritableChannelException) {
            return Errno.EBADF;
        }
        if (e instanceof FileSystemException onPath) {
            String reason = onPath.getReason();
            return reason == null ? 0 : ofText(reason);
        }
        String message = e.getMessage();
        if (message == null) {
            return 0;
        }
        if (e instanceof FileNotFoundException && message.endsWith(")")) {
            int open = message.lastIndexOf('(');
            return open < 0 ? 0 : ofText(message.substring(open + 1, message.length() - 1));
        }
        return message.equals("Stream Closed") ? Errno.EBADF : ofText(message);
    }

    private static int ofText(String text) {
        // The JDK has its own longer sentence for this one.
        return text.startsWith(Errno.text(Errno.ELOOP)) ? Errno.ELOOP : Errno.ofText(text);
    }

    /** The same refusal as an OsException; EIO with the JDK's words when the number isn't known. */
    static OsException translate(Exception e, @Nullable String path) {
        int errno = errnoOf(e);
        if (errno != 0) {
            return new OsException(errno, path);
        }
        String message = e.getMessage();
        return OsException.withText(Errno.EIO, message == null ? e.getClass().getName() : message);
    }

    static OsException translate(IOException e) {
        return translate(e, null);
    }
}
