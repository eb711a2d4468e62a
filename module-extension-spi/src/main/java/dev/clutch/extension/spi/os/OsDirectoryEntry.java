package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;

/** One entry of a directory: {@code type} is the kernel's {@code d_type}, 0 where the file system doesn't say. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public record OsDirectoryEntry(String name, long ino, int type) {
    public static final int DT_UNKNOWN = 0;
    public static final int DT_FIFO = 1;
    public static final int DT_CHR = 2;
    public static final int DT_DIR = 4;
    public static final int DT_BLK = 6;
    public static final int DT_REG = 8;
    public static final int DT_LNK = 10;
    public static final int DT_SOCK = 12;
}
