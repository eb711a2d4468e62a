package dev.clutch.extensions.builtin.stat;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.ThreadState;

/** {@code _stat}: what the bits of {@code st_mode} mean. */
@ExtensionModule(
        name = "_stat",
        doc = "Constants and tests for st_mode.",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class StatModule {
    @Constant
    static final long SF_APPEND = 262144;

    @Constant
    static final long SF_ARCHIVED = 65536;

    @Constant
    static final long SF_IMMUTABLE = 131072;

    @Constant
    static final long SF_NOUNLINK = 1048576;

    @Constant
    static final long SF_SNAPSHOT = 2097152;

    @Constant
    static final long ST_ATIME = 7;

    @Constant
    static final long ST_CTIME = 9;

    @Constant
    static final long ST_DEV = 2;

    @Constant
    static final long ST_GID = 5;

    @Constant
    static final long ST_INO = 1;

    @Constant
    static final long ST_MODE = 0;

    @Constant
    static final long ST_MTIME = 8;

    @Constant
    static final long ST_NLINK = 3;

    @Constant
    static final long ST_SIZE = 6;

    @Constant
    static final long ST_UID = 4;

    @Constant
    static final long S_ENFMT = 02000;

    @Constant
    static final long S_IEXEC = 0100;

    @Constant
    static final long S_IFBLK = 060000;

    @Constant
    static final long S_IFCHR = 020000;

    @Constant
    static final long S_IFDIR = 040000;

    @Constant
    static final long S_IFDOOR = 0;

    @Constant
    static final long S_IFIFO = 010000;

    @Constant
    static final long S_IFLNK = 0120000;

    @Constant
    static final long S_IFPORT = 0;

    @Constant
    static final long S_IFREG = 0100000;

    @Constant
    static final long S_IFSOCK = 0140000;

    @Constant
    static final long S_IFWHT = 0;

    @Constant
    static final long S_IREAD = 0400;

    @Constant
    static final long S_IRGRP = 040;

    @Constant
    static final long S_IROTH = 04;

    @Constant
    static final long S_IRUSR = 0400;

    @Constant
    static final long S_IRWXG = 070;

    @Constant
    static final long S_IRWXO = 07;

    @Constant
    static final long S_IRWXU = 0700;

    @Constant
    static final long S_ISGID = 02000;

    @Constant
    static final long S_ISUID = 04000;

    @Constant
    static final long S_ISVTX = 01000;

    @Constant
    static final long S_IWGRP = 020;

    @Constant
    static final long S_IWOTH = 02;

    @Constant
    static final long S_IWRITE = 0200;

    @Constant
    static final long S_IWUSR = 0200;

    @Constant
    static final long S_IXGRP = 010;

    @Constant
    static final long S_IXOTH = 01;

    @Constant
    static final long S_IXUSR = 0100;

    @Constant
    static final long UF_APPEND = 4;

    @Constant
    static final long UF_COMPRESSED = 32;

    @Constant
    static final long UF_HIDDEN = 32768;

    @Constant
    static final long UF_IMMUTABLE = 2;

    @Constant
    static final long UF_NODUMP = 1;

    @Constant
    static final long UF_NOUNLINK = 16;

    @Constant
    static final long UF_OPAQUE = 8;

    private static final int TYPE = 0170000;

    private static final String TYPES = "?pc?d?b?-?l?s???";

    /** {@code mode_t} of Linux is an unsigned int. */
    private static int mode(ThreadState ts, Object value) {
        if (!ts.isInt(value)) {
            throw ts.typeError("an integer is required");
        }
        java.math.BigInteger big = ts.asBigInteger(value);
        if (big.bitLength() > 64) {
            throw ts.error("OverflowError", "Python int too large to convert to C unsigned long");
        }
        long mode = big.bitLength() > 63 ? Long.MAX_VALUE : big.longValue();
        if (big.signum() < 0) {
            throw ts.error("OverflowError", "can't convert negative value to unsigned int");
        }
        if (mode > 0xFFFFFFFFL) {
            throw ts.error("OverflowError", "mode out of range");
        }
        return (int) mode;
    }

    private static boolean is(ThreadState ts, Object value, long type) {
        return (mode(ts, value) & TYPE) == type;
    }

    @Expose(doc = "Whether the mode is that of a directory.")
    static boolean S_ISDIR(ThreadState ts, Object mode) {
        return is(ts, mode, S_IFDIR);
    }

    @Expose(doc = "Whether the mode is that of a character device.")
    static boolean S_ISCHR(ThreadState ts, Object mode) {
        return is(ts, mode, S_IFCHR);
    }

    @Expose(doc = "Whether the mode is that of a block device.")
    static boolean S_ISBLK(ThreadState ts, Object mode) {
        return is(ts, mode, S_IFBLK);
    }

    @Expose(doc = "Whether the mode is that of a regular file.")
    static boolean S_ISREG(ThreadState ts, Object mode) {
        return is(ts, mode, S_IFREG);
    }

    @Expose(doc = "Whether the mode is that of a named pipe.")
    static boolean S_ISFIFO(ThreadState ts, Object mode) {
        return is(ts, mode, S_IFIFO);
    }

    @Expose(doc = "Whether the mode is that of a symbolic link.")
    static boolean S_ISLNK(ThreadState ts, Object mode) {
        return is(ts, mode, S_IFLNK);
    }

    @Expose(doc = "Whether the mode is that of a socket.")
    static boolean S_ISSOCK(ThreadState ts, Object mode) {
        return is(ts, mode, S_IFSOCK);
    }

    @Expose(doc = "Whether the mode is that of a door, which Linux has not.")
    static boolean S_ISDOOR(ThreadState ts, Object mode) {
        mode(ts, mode);
        return false;
    }

    @Expose(doc = "Whether the mode is that of an event port, which Linux has not.")
    static boolean S_ISPORT(ThreadState ts, Object mode) {
        mode(ts, mode);
        return false;
    }

    @Expose(doc = "Whether the mode is that of a whiteout, which Linux has not.")
    static boolean S_ISWHT(ThreadState ts, Object mode) {
        mode(ts, mode);
        return false;
    }

    @Expose(doc = "The permission bits.")
    static long S_IMODE(ThreadState ts, Object mode) {
        return mode(ts, mode) & 07777;
    }

    @Expose(doc = "The bits of the type.")
    static long S_IFMT(ThreadState ts, Object mode) {
        return mode(ts, mode) & TYPE;
    }

    @Expose(doc = "The mode as ls shows it: '-rwxrwxrwx'.")
    static String filemode(ThreadState ts, Object mode) {
        int m = mode(ts, mode);
        char[] out = new char[10];
        out[0] = TYPES.charAt((m & TYPE) >> 12);
        for (int i = 0; i < 9; i++) {
            out[1 + i] = (m & 0400 >> i) != 0 ? "rwx".charAt(i % 3) : '-';
        }
        special(out, 3, (m & S_ISUID) != 0, 's');
        special(out, 6, (m & S_ISGID) != 0, 's');
        special(out, 9, (m & S_ISVTX) != 0, 't');
        return new String(out);
    }

    private static void special(char[] out, int at, boolean set, char letter) {
        if (set) {
            out[at] = out[at] == 'x' ? letter : Character.toUpperCase(letter);
        }
    }
}
