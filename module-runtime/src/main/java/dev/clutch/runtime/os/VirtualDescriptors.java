package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import java.util.Arrays;
import java.util.TreeMap;

/** The descriptor table of one portable interpreter. An open file may stand in it several times, as after dup. */
final class VirtualDescriptors {
    private final TreeMap<Integer, VirtualFile> table = new TreeMap<>();

    synchronized VirtualFile get(int fd) {
        VirtualFile file = table.get(fd);
        if (file == null) {
            throw new OsException(Errno.EBADF);
        }
        return file;
    }

    /** Puts the file at the lowest free number. */
    synchronized int add(VirtualFile file) {
        int fd = 0;
        while (table.containsKey(fd)) {
            fd++;
        }
        file.retain();
        table.put(fd, file);
        return fd;
    }

    /** Puts the file at a number, closing what was there. */
    void put(int fd, VirtualFile file) {
        VirtualFile old;
        synchronized (this) {
            file.retain();
            old = table.put(fd, file);
        }
        if (old != null) {
            old.release();
        }
    }

    void close(int fd) {
        VirtualFile file;
        synchronized (this) {
            file = table.remove(fd);
        }
        if (file == null) {
            throw new OsException(Errno.EBADF);
        }
        file.release();
    }

    synchronized int[] between(int low, int high) {
        int[] fds = new int[table.size()];
        int count = 0;
        for (int fd : table.keySet()) {
            if (fd >= low && fd < high) {
                fds[count++] = fd;
            }
        }
        return Arrays.copyOf(fds, count);
    }

    void closeAll() {
        for (int fd : between(3, Integer.MAX_VALUE)) {
            try {
                close(fd);
            } catch (OsException e) {
                // Closed by another thread meanwhile, or the disk is full: nobody is left to be told.
            }
        }
    }
}
