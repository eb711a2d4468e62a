package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;

/** {@code struct statvfs}, fields in the order of {@code os.statvfs_result}. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
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
