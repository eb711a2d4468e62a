package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;

/** Terminals. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public abstract class OsTerminal {
    /** For the implementations. */
    protected OsTerminal() {}

    /** {@code struct termios} with the speeds as their B constants. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Modes(int input, int output, int control, int local, int inputSpeed, int outputSpeed, byte[] chars) {}

    /** {@code os.isatty}; false for a descriptor that isn't open. */
    public abstract boolean isTerminal(int fd);

    /** Columns and lines. */
    public int[] size(int fd) {
        throw NativeOnly.refuse("the size of a terminal");
    }

    /** Sets what {@link #size} gives, {@code termios.tcsetwinsize}; 0 to 65,535 each. */
    public void setSize(int fd, int columns, int lines) {
        throw NativeOnly.refuse("the size of a terminal");
    }

    /** {@code os.ttyname}: the path of the terminal. {@link Errno#ENOTTY} when it is none. */
    public String name(int fd) {
        throw NativeOnly.refuse("ttyname");
    }

    /** Master and slave. */
    public int[] openPair() {
        throw NativeOnly.refuse("openpty");
    }

    /** {@code termios.tcgetattr}. {@link Errno#ENOTTY} when it is no terminal. */
    public Modes getModes(int fd) {
        throw NativeOnly.refuse("tcgetattr");
    }

    /** TCSANOW 0, TCSADRAIN 1, TCSAFLUSH 2. */
    public void setModes(int fd, int when, Modes modes) {
        throw NativeOnly.refuse("tcsetattr");
    }

    /** {@code os.tcgetpgrp}. */
    public int getForegroundGroup(int fd) {
        throw NativeOnly.refuse("tcgetpgrp");
    }

    /** {@code os.tcsetpgrp}. */
    public void setForegroundGroup(int fd, int group) {
        throw NativeOnly.refuse("tcsetpgrp");
    }
}
