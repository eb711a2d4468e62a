package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;

/** Facts about the machine, and randomness. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public abstract class OsSystem {
    protected OsSystem() {}

    public record Name(String system, String node, String release, String version, String machine) {}

    /** Numbers that the kernel gives to names such as {@code O_DIRECTORY} on this machine. */
    public abstract OsConstants constants();

    public abstract Name uname();

    public abstract int processors();

    /** -1 where the system sets no limit or doesn't know. */
    public long sysconf(int name) {
        throw NativeOnly.refuse("sysconf");
    }

    public String confstr(int name) {
        throw NativeOnly.refuse("confstr");
    }

    public long pathconf(String path, int name) {
        throw NativeOnly.refuse("pathconf");
    }

    public abstract double[] loadAverages();

    /** Random bytes fit for keys; never blocks once the system is up. */
    public abstract void urandom(byte[] buffer);

    /** getrandom(2); the answer is how many bytes came. */
    public int getrandom(byte[] buffer, int flags) {
        throw NativeOnly.refuse("getrandom");
    }
}
