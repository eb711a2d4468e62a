package dev.clutch.extension.spi.os;

/** {@code struct statvfs}, fields in the order of {@code os.statvfs_result}. */
public record OsStatVfs(
        long blockSize,
        long fragmentSize,
        long blocks,
        long blocksFree,
        long blocksAvailable,
        long files,
        long filesFree,
        long filesAvailable,
        long flags,
        long maxNameLength,
        long fileSystemId) {}
