package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsUsers;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** User and group data bases as the name service switch knows them. */
final class PosixUsers extends OsUsers {
    private static final int LARGEST_BUFFER = 1 << 20;

    private final Libc libc;

    PosixUsers(Libc libc) {
        this.libc = libc;
    }

    /** Reads one row into a structure; null when there is none. The buffer grows while it is too small. */
    private static @Nullable MemorySegment row(NativeFrame f, LibcFunction function, long key) {
        MemorySegment row = f.zeroed(48);
        MemorySegment result = f.zeroed(8);
        for (int size = 4096; size <= LARGEST_BUFFER; size *= 4) {
            MemorySegment buffer = f.memory(size);
            int errno = (int) f.call(function, key, row.address(), buffer.address(), size, result.address());
            if (errno == 0) {
                return NativeFrame.getLong(result, 0) == 0 ? null : row;
            }
            if (errno != Errno.ERANGE) {
                // Some services answer "no such entry" this way.
                if (errno == Errno.ENOENT || errno == Errno.ESRCH || errno == Errno.EBADF || errno == Errno.EPERM) {
                    return null;
                }
                throw new OsException(errno);
            }
        }
        throw new OsException(Errno.ENOMEM);
    }

    private static String text(MemorySegment row, long offset) {
        return NativeFrame.stringAt(NativeFrame.getLong(row, offset));
    }

    private static User user(MemorySegment row) {
        return new User(
                text(row, 0),
                text(row, 8),
                NativeFrame.getInt(row, 16),
                NativeFrame.getInt(row, 20),
                text(row, 24),
                text(row, 32),
                text(row, 40));
    }

    private static Group group(MemorySegment row) {
        List<String> members = new ArrayList<>();
        long pointer = NativeFrame.getLong(row, 24);
        while (pointer != 0) {
            long name = NativeFrame.getLong(NativeFrame.view(pointer, 8), 0);
            if (name == 0) {
                break;
            }
            members.add(NativeFrame.stringAt(name));
            pointer += 8;
        }
        return new Group(text(row, 0), text(row, 8), NativeFrame.getInt(row, 16), members);
    }

    @Override
    public @Nullable User user(String name) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment row = row(f, LibcFunction.GETPWNAM_R, f.string(name));
            return row == null ? null : user(row);
        }
    }

    @Override
    public @Nullable User user(int uid) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment row = row(f, LibcFunction.GETPWUID_R, uid);
            return row == null ? null : user(row);
        }
    }

    @Override
    public @Nullable Group group(String name) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment row = row(f, LibcFunction.GETGRNAM_R, f.string(name));
            return row == null ? null : group(row);
        }
    }

    @Override
    public @Nullable Group group(int gid) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment row = row(f, LibcFunction.GETGRGID_R, gid);
            return row == null ? null : group(row);
        }
    }

    /** The library keeps one cursor for the process. */
    @Override
    public List<User> users() {
        List<User> all = new ArrayList<>();
        synchronized (libc) {
            try (NativeFrame f = libc.frame()) {
                f.call(LibcFunction.SETPWENT);
                for (long at = f.call(LibcFunction.GETPWENT); at != 0; at = f.call(LibcFunction.GETPWENT)) {
                    all.add(user(NativeFrame.view(at, 48)));
                }
                f.call(LibcFunction.ENDPWENT);
            }
        }
        return all;
    }

    @Override
    public List<Group> groups() {
        List<Group> all = new ArrayList<>();
        synchronized (libc) {
            try (NativeFrame f = libc.frame()) {
                f.call(LibcFunction.SETGRENT);
                for (long at = f.call(LibcFunction.GETGRENT); at != 0; at = f.call(LibcFunction.GETGRENT)) {
                    all.add(group(NativeFrame.view(at, 32)));
                }
                f.call(LibcFunction.ENDGRENT);
            }
        }
        return all;
    }

    @Override
    public String login() {
        try (NativeFrame f = libc.frame()) {
            MemorySegment name = f.zeroed(256);
            f.checkNumber(f.call(LibcFunction.GETLOGIN_R, name.address(), 256));
            return NativeFrame.stringAt(name.address());
        }
    }
}
