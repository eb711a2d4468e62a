package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;
import org.jspecify.annotations.Nullable;

/** {@code struct stat}. Times are seconds and nanoseconds, since a 64-bit nanosecond count ends in the year 2262. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public final class OsStat {
    public static final int S_IFMT = 0170000;
    public static final int S_IFSOCK = 0140000;
    public static final int S_IFLNK = 0120000;
    public static final int S_IFREG = 0100000;
    public static final int S_IFBLK = 0060000;
    public static final int S_IFDIR = 0040000;
    public static final int S_IFCHR = 0020000;
    public static final int S_IFIFO = 0010000;

    private final int mode;
    private final long ino;
    private final long dev;
    private final long rdev;
    private final long nlink;
    private final int uid;
    private final int gid;
    private final long size;
    private final long[] times;
    private @Nullable BlockSource blockSource;
    private long blockSize;
    private long blocks;

    /** Reads {@code st_blksize} and {@code st_blocks} of the same file, which the JDK doesn't tell. */
    public interface BlockSource {
        /** The same file once more, or null when it is gone. */
        @Nullable
        OsStat read();
    }

    /** {@code times}: access, modification, change; each as seconds, nanoseconds. The array now belongs to this. */
    public OsStat(
            int mode,
            long ino,
            long dev,
            long rdev,
            long nlink,
            int uid,
            int gid,
            long size,
            long[] times,
            long blockSize,
            long blocks) {
        this.mode = mode;
        this.ino = ino;
        this.dev = dev;
        this.rdev = rdev;
        this.nlink = nlink;
        this.uid = uid;
        this.gid = gid;
        this.size = size;
        this.times = times;
        this.blockSize = blockSize;
        this.blocks = blocks;
    }

    /** As above for an implementation which reads the block counts only when somebody asks for them. */
    public OsStat(
            int mode,
            long ino,
            long dev,
            long rdev,
            long nlink,
            int uid,
            int gid,
            long size,
            long[] times,
            BlockSource blockSource) {
        this(mode, ino, dev, rdev, nlink, uid, gid, size, times, 4096, (size + 511) >> 9);
        this.blockSource = blockSource;
    }

    /** {@code st_mode}: the type, see {@link #S_IFMT}, and the permissions. */
    public int mode() {
        return mode;
    }

    /** {@code S_ISREG}. */
    public boolean isRegular() {
        return (mode & S_IFMT) == S_IFREG;
    }

    /** {@code S_ISDIR}. */
    public boolean isDirectory() {
        return (mode & S_IFMT) == S_IFDIR;
    }

    /** {@code S_ISLNK}; only where the link itself was asked for. */
    public boolean isSymbolicLink() {
        return (mode & S_IFMT) == S_IFLNK;
    }

    /** {@code S_ISCHR}. */
    public boolean isCharacterDevice() {
        return (mode & S_IFMT) == S_IFCHR;
    }

    /** {@code st_ino}, an unsigned number. */
    public long ino() {
        return ino;
    }

    /** {@code st_dev}: the device that the file is on; with {@link #ino} it tells files apart. */
    public long dev() {
        return dev;
    }

    /** {@code st_rdev}: the device that the file is, 0 for others. */
    public long rdev() {
        return rdev;
    }

    /** {@code st_nlink}. */
    public long nlink() {
        return nlink;
    }

    /** {@code st_uid}, an unsigned number. */
    public int uid() {
        return uid;
    }

    /** {@code st_gid}, an unsigned number. */
    public int gid() {
        return gid;
    }

    /** {@code st_size}, in bytes. */
    public long size() {
        return size;
    }

    /** The last access, in seconds since 1970; below zero before. */
    public long atimeSeconds() {
        return times[0];
    }

    /** What is to be added to it, 0 to 999,999,999. */
    public int atimeNanos() {
        return (int) times[1];
    }

    /** The last change of the content, in seconds since 1970. */
    public long mtimeSeconds() {
        return times[2];
    }

    /** What is to be added to it, 0 to 999,999,999. */
    public int mtimeNanos() {
        return (int) times[3];
    }

    /** The last change of what this record tells, in seconds since 1970. */
    public long ctimeSeconds() {
        return times[4];
    }

    /** What is to be added to it, 0 to 999,999,999. */
    public int ctimeNanos() {
        return (int) times[5];
    }

    /** {@code st_blksize}. */
    public synchronized long blockSize() {
        readBlocks();
        return blockSize;
    }

    /** {@code st_blocks}; when the file went away before the first asking, what a file without holes of its size has. */
    public synchronized long blocks() {
        readBlocks();
        return blocks;
    }

    private void readBlocks() {
        BlockSource source = blockSource;
        if (source != null) {
            blockSource = null;
            OsStat full = source.read();
            if (full != null && full.ino == ino && full.dev == dev) {
                blockSize = full.blockSize;
                blocks = full.blocks;
            }
        }
    }
}
