package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.FsEncoding;
import dev.clutch.extension.spi.os.OsAddress;
import dev.clutch.extension.spi.os.OsException;

/** The working directory of one interpreter. The JVM's own is never changed: paths are resolved instead. */
final class WorkingDirectory {
    private volatile String path;
    private volatile boolean ofProcess;

    /** {@code ofProcess}: the path is the working directory that the process itself has. */
    WorkingDirectory(String path, boolean ofProcess) {
        this.path = path;
        this.ofProcess = ofProcess;
    }

    /** Whether a child process is in the right directory without being sent there. */
    boolean isOfProcess() {
        return ofProcess;
    }

    String get() {
        return path;
    }

    void set(String canonical) {
        ofProcess = false;
        path = canonical;
    }

    /** The empty path stays empty, since the kernel refuses it with ENOENT. */
    String resolve(String name) {
        if (name.isEmpty() || name.charAt(0) == '/') {
            return name;
        }
        String base = path;
        return base.endsWith("/") ? base + name : base + "/" + name;
    }

    /** The address of a UNIX socket by a relative name; as it is where the kernel means the same. */
    OsAddress resolve(OsAddress address) {
        if (ofProcess || !(address instanceof OsAddress.Unix unix)) {
            return address;
        }
        byte[] name = unix.path();
        if (name.length == 0 || name[0] == 0 || name[0] == '/') {
            return address;
        }
        return new OsAddress.Unix(FsEncoding.encode(resolve(FsEncoding.decode(name))));
    }

    /** What the kernel says to chdir(2), found out without calling it. */
    static void requireDirectory(boolean isDirectory, boolean searchable, String name) {
        if (!isDirectory) {
            throw new OsException(Errno.ENOTDIR, name);
        }
        if (!searchable) {
            throw new OsException(Errno.EACCES, name);
        }
    }
}
