package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsDirectoryEntry;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.OsStat.BlockSource;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK can answer about paths exactly as the system call would, without a native call of ours. Paths are
 * absolute. Methods answer null (or throw {@link Unclear}) where the JDK can't tell and the C library must be asked.
 */
final class NioPaths {
    /** The attributes whose reading looks up no user names. */
    private static final String ATTRIBUTES =
            "unix:mode,ino,dev,rdev,nlink,uid,gid,size,lastAccessTime,lastModifiedTime,ctime";

    private final boolean utf8;

    /** The JDK failed in a way whose error number it doesn't tell. */
    static final class Unclear extends Exception {
        private static final long serialVersionUID = 1L;

        Unclear(Exception cause) {
            super(null, cause, false, false);
        }
    }

    NioPaths() {
        utf8 = "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
    }

    /** The JDK's path of a name, or null when its encoding can't carry the name. */
    @Nullable
    Path path(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException("embedded null character");
            }
            if (c >= 0x80 && (!utf8 || Character.isSurrogate(c))) {
                return null;
            }
        }
        try {
            return FileSystems.getDefault().getPath(name);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    static LinkOption[] links(boolean follow) {
        return follow ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    }

    private static Unclear unclearUnlessKnown(Exception e, String shown) {
        int errno = IoErrors.errnoOf(e);
        if (errno != 0) {
            throw new OsException(errno, shown);
        }
        return new Unclear(e);
    }

    /** {@code shown} is the path for the error message. */
    OsStat stat(Path path, String shown, boolean follow, @Nullable BlockSource blocks) throws Unclear {
        boolean directoryWanted = shown.endsWith("/");
        Map<String, Object> a;
        try {
            a = Files.readAttributes(path, ATTRIBUTES, links(follow || directoryWanted));
        } catch (NoSuchFileException e) {
            throw missing(path, shown);
        } catch (IOException e) {
            throw unclearUnlessKnown(e, shown);
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            throw new Unclear(e);
        }
        long[] times = new long[6];
        putTime(times, 0, a, "lastAccessTime");
        putTime(times, 2, a, "lastModifiedTime");
        putTime(times, 4, a, "ctime");
        long size = number(a, "size");
        OsStat stat = blocks != null
                ? new OsStat(
                        (int) number(a, "mode"),
                        number(a, "ino"),
                        number(a, "dev"),
                        number(a, "rdev"),
                        number(a, "nlink"),
                        (int) number(a, "uid"),
                        (int) number(a, "gid"),
                        size,
                        times,
                        blocks)
                : new OsStat(
                        (int) number(a, "mode"),
                        number(a, "ino"),
                        number(a, "dev"),
                        number(a, "rdev"),
                        number(a, "nlink"),
                        (int) number(a, "uid"),
                        (int) number(a, "gid"),
                        size,
                        times,
                        4096,
                        size + 511 >> 9);
        if (directoryWanted && !stat.isDirectory()) {
            throw new OsException(Errno.ENOTDIR, shown);
        }
        return stat;
    }

    /** The JDK says "no such file" for ENOTDIR too when it reads attributes; when it reads a link it is precise. */
    private static OsException missing(Path path, String shown) throws Unclear {
        try {
            Path target = Files.readSymbolicLink(path);
            throw new Unclear(new NoSuchFileException(target.toString()));
        } catch (IOException e) {
            throw unclearUnlessKnown(e, shown);
        }
    }

    private static long number(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static void putTime(long[] times, int at, Map<String, Object> attributes, String name) {
        if (attributes.get(name) instanceof FileTime time) {
            Instant instant = time.toInstant();
            times[at] = instant.getEpochSecond();
            times[at + 1] = instant.getNano();
        }
    }

    /** Null when a name holds bytes that the JDK can't decode. */
    @Nullable
    List<String> list(Path path, String shown) throws Unclear {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
            for (Path entry : stream) {
                String name = String.valueOf(entry.getFileName());
                if (name.indexOf('\uFFFD') >= 0) {
                    return null;
                }
                names.add(name);
            }
        } catch (IOException e) {
            throw unclearUnlessKnown(e, shown);
        } catch (DirectoryIteratorException e) {
            IOException cause = e.getCause();
            throw unclearUnlessKnown(cause == null ? e : cause, shown);
        }
        return names;
    }

    /** Entries with their types, by one more look at each. */
    @Nullable
    List<OsDirectoryEntry> scan(Path path, String shown) throws Unclear {
        List<String> names = list(path, shown);
        if (names == null) {
            return null;
        }
        List<OsDirectoryEntry> entries = new ArrayList<>(names.size());
        for (String name : names) {
            try {
                OsStat stat = stat(path.resolve(name), name, false, null);
                entries.add(new OsDirectoryEntry(name, stat.ino(), stat.mode() >> 12 & 15));
            } catch (OsException e) {
                entries.add(new OsDirectoryEntry(name, 0, OsDirectoryEntry.DT_UNKNOWN));
            }
        }
        return entries;
    }

    /** Null when the target holds bytes that the JDK can't decode. */
    @Nullable
    String readlink(Path path, String shown) throws Unclear {
        try {
            String target = Files.readSymbolicLink(path).toString();
            return target.indexOf('\uFFFD') >= 0 ? null : target;
        } catch (IOException e) {
            throw unclearUnlessKnown(e, shown);
        }
    }
}
