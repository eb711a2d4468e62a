package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.OsTerminal;
import java.lang.foreign.MemorySegment;

/** Terminals; whether something is one is read off its device number until the first native call. */
final class PosixTerminal extends OsTerminal {
    private static final int TIOCGWINSZ = 0x5413;
    private static final int TIOCSWINSZ = 0x5414;
    private static final int CHARS = 32;

    /** Device numbers of /dev/null and its like, and of pseudo terminals. */
    private static final int MAJOR_MEMORY = 1;

    private static final int MAJOR_PTY_FIRST = 136;
    private static final int MAJOR_PTY_LAST = 143;

    private final PosixOs os;
    private final Libc libc;
    private final Descriptors descriptors;

    PosixTerminal(PosixOs os, Libc libc, Descriptors descriptors) {
        this.os = os;
        this.libc = libc;
        this.descriptors = descriptors;
    }

    @Override
    public boolean isTerminal(int fd) {
        if (!libc.isWarm()) {
            try {
                OsStat stat = os.files().stat(fd);
                int major = (int) (stat.rdev() >> 8 & 0xFFF);
                if (!stat.isCharacterDevice() || major == MAJOR_MEMORY) {
                    return false;
                }
                if (major >= MAJOR_PTY_FIRST && major <= MAJOR_PTY_LAST) {
                    return true;
                }
            } catch (OsException e) {
                return false;
            }
        }
        try (NativeFrame f = libc.frame()) {
            MemorySegment modes = f.memory(64);
            return (int) f.call(LibcFunction.TCGETATTR, fd, modes.address()) == 0;
        }
    }

    @Override
    public int[] size(int fd) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment size = f.zeroed(8);
            f.checked(LibcFunction.IOCTL, fd, TIOCGWINSZ, size.address());
            return new int[] {NativeFrame.getShort(size, 2), NativeFrame.getShort(size, 0)};
        }
    }

    @Override
    public void setSize(int fd, int columns, int lines) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment size = f.zeroed(8);
            NativeFrame.putInt(size, 0, lines | columns << 16);
            f.checked(LibcFunction.IOCTL, fd, TIOCSWINSZ, size.address());
        }
    }

    @Override
    public String name(int fd) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment name = f.zeroed(256);
            f.checkNumber(f.call(LibcFunction.TTYNAME_R, fd, name.address(), name.byteSize()));
            return NativeFrame.stringAt(name.address());
        }
    }

    @Override
    public int[] openPair() {
        try (NativeFrame f = libc.frame()) {
            MemorySegment master = f.zeroed(4);
            MemorySegment slave = f.zeroed(4);
            f.checked(LibcFunction.OPENPTY, master.address(), slave.address(), 0, 0, 0);
            int[] pair = {
                descriptors.opened(NativeFrame.getInt(master, 0)), descriptors.opened(NativeFrame.getInt(slave, 0))
            };
            os.files().setInheritable(pair[0], false);
            os.files().setInheritable(pair[1], false);
            return pair;
        }
    }

    /** glibc's struct termios: four words, the line discipline, 32 characters, two speeds. */
    @Override
    public Modes getModes(int fd) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment m = f.zeroed(64);
            f.checked(LibcFunction.TCGETATTR, fd, m.address());
            return new Modes(
                    NativeFrame.getInt(m, 0),
                    NativeFrame.getInt(m, 4),
                    NativeFrame.getInt(m, 8),
                    NativeFrame.getInt(m, 12),
                    NativeFrame.getInt(m, 52),
                    NativeFrame.getInt(m, 56),
                    NativeFrame.bytes(m.asSlice(17), CHARS));
        }
    }

    @Override
    public void setModes(int fd, int when, Modes modes) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment m = f.zeroed(64);
            f.checked(LibcFunction.TCGETATTR, fd, m.address());
            NativeFrame.putInt(m, 0, modes.input());
            NativeFrame.putInt(m, 4, modes.output());
            NativeFrame.putInt(m, 8, modes.control());
            NativeFrame.putInt(m, 12, modes.local());
            NativeFrame.putInt(m, 52, modes.inputSpeed());
            NativeFrame.putInt(m, 56, modes.outputSpeed());
            byte[] chars = modes.chars();
            for (int i = 0; i < Math.min(CHARS, chars.length); i++) {
                NativeFrame.putByte(m, 17 + i, chars[i]);
            }
            f.checked(LibcFunction.TCSETATTR, fd, when, m.address());
        }
    }

    @Override
    public int getForegroundGroup(int fd) {
        try (NativeFrame f = libc.frame()) {
            return f.checked(LibcFunction.TCGETPGRP, fd);
        }
    }

    @Override
    public void setForegroundGroup(int fd, int group) {
        try (NativeFrame f = libc.frame()) {
            f.checked(LibcFunction.TCSETPGRP, fd, group);
        }
    }
}
