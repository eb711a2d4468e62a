package dev.clutch.runtime.os;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsConstants;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsPaths;
import dev.clutch.extension.spi.os.OsSystem;
import java.lang.foreign.MemorySegment;

/** Facts of the machine from the C library. */
final class PosixSystem extends OsSystem {
    private static final int NAME_FIELD = 65;

    private final PosixOs os;
    private final Libc libc;
    private final LinuxConstants constants;

    PosixSystem(PosixOs os, Libc libc, boolean aarch64) {
        this.os = os;
        this.libc = libc;
        constants = new LinuxConstants(aarch64);
    }

    @Override
    public OsConstants constants() {
        return constants;
    }

    @Override
    public Name uname() {
        try (NativeFrame f = libc.frame()) {
            MemorySegment names = f.zeroed(6 * NAME_FIELD);
            f.checked(LibcFunction.UNAME, names.address());
            return new Name(field(names, 0), field(names, 1), field(names, 2), field(names, 3), field(names, 4));
        }
    }

    private static String field(MemorySegment names, int index) {
        return NativeFrame.stringAt(names.address() + (long) index * NAME_FIELD);
    }

    @Override
    public int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public long sysconf(int name) {
        try (NativeFrame f = libc.frame()) {
            f.clearErrno();
            long value = f.call(LibcFunction.SYSCONF, name);
            if (value == -1 && f.errno() == Errno.EINVAL) {
                throw f.error();
            }
            return value;
        }
    }

    @Override
    public String confstr(int name) {
        try (NativeFrame f = libc.frame()) {
            int size = 64 * 1024;
            MemorySegment text = f.memory(size);
            f.clearErrno();
            if (f.call(LibcFunction.CONFSTR, name, text.address(), size) == 0) {
                if (f.errno() != 0) {
                    throw f.error();
                }
                return "";
            }
            return NativeFrame.stringAt(text.address());
        }
    }

    @Override
    public long pathconf(String path, int name) {
        try (NativeFrame f = libc.frame()) {
            long pointer = os.name(f, path, OsPaths.CWD);
            f.clearErrno();
            long value = f.call(LibcFunction.PATHCONF, pointer, name);
            if (value == -1 && f.errno() != 0) {
                throw f.error(path);
            }
            return value;
        }
    }

    @Override
    public double[] loadAverages() {
        try (NativeFrame f = libc.frame()) {
            MemorySegment loads = f.memory(24);
            if ((int) f.call(LibcFunction.GETLOADAVG, loads.address(), 3) != 3) {
                throw OsException.withText(Errno.ENOSYS, "Load averages are unobtainable");
            }
            return new double[] {
                loads.get(JAVA_DOUBLE_UNALIGNED, 0),
                loads.get(JAVA_DOUBLE_UNALIGNED, 8),
                loads.get(JAVA_DOUBLE_UNALIGNED, 16)
            };
        }
    }

    @Override
    public void urandom(byte[] buffer) {
        RandomBytes.fill(buffer);
    }

    @Override
    public int getrandom(byte[] buffer, int flags) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment memory = f.memory(buffer.length);
            int n = (int) f.checkedLong(LibcFunction.GETRANDOM, null, memory.address(), buffer.length, flags, 0, 0, 0);
            NativeFrame.copyOut(memory, buffer, 0, n);
            return n;
        }
    }
}
