package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;

/** Terminals. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public abstract class OsTerminal {
    protected OsTerminal() {}

    /** {@code struct termios} with the speeds as their B constants. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Modes(int input, int output, int control, int local, int inputSpeed, int outputSpeed, byte[] chars) {}

    public abstract boolean isTerminal(int fd);

    /** Columns and lines. */
    public int[] size(int fd) {
        throw NativeOnly.refuse("the size of a terminal");
    }

    public void setSize(int fd, int columns, int lines) {
        throw NativeOnly.refuse("the size of a terminal");
    }

    public String name(int fd) {
        throw NativeOnly.refuse("ttyname");
    }

    /** Master and slave. */
    public int[] openPair() {
        throw NativeOnly.refuse("openpty");
    }

    public Modes getModes(int fd) {
        throw NativeOnly.refuse("tcgetattr");
    }

    /** TCSANOW 0, TCSADRAIN 1, TCSAFLUSH 2. */
    public void setModes(int fd, int when, Modes modes) {
        throw NativeOnly.refuse("tcsetattr");
    }

    public int getForegroundGroup(int fd) {
        throw NativeOnly.refuse("tcgetpgrp");
    }

    public void setForegroundGroup(int fd, int group) {
        throw NativeOnly.refuse("tcsetpgrp");
    }
}
