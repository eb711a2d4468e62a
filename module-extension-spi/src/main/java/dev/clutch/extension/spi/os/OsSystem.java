package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;

/** Facts about the machine, and randomness. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public abstract class OsSystem {
    /** For the implementations. */
    protected OsSystem() {}

    /** {@code struct utsname}. */
    public record Name(String system, String node, String release, String version, String machine) {}

    /** Numbers that the kernel gives to names such as {@code O_DIRECTORY} on this machine. */
    public abstract OsConstants constants();

    /** {@code os.uname}. */
    public abstract Name uname();

    /** {@code os.cpu_count}: at least 1. */
    public abstract int processors();

    /** -1 where the system sets no limit or doesn't know. */
    public long sysconf(int name) {
        throw NativeOnly.refuse("sysconf");
    }

    /** {@code os.confstr}; {@code name} is a number {@code _CS_}. {@link Errno#EINVAL} for an unknown one. */
    public String confstr(int name) {
        throw NativeOnly.refuse("confstr");
    }

    /** {@code os.pathconf}; {@code name} is a number {@code _PC_}, -1 where there is no limit. */
    public long pathconf(String path, int name) {
        throw NativeOnly.refuse("pathconf");
    }

    /** {@code os.getloadavg}: of 1, 5 and 15 minutes. */
    public abstract double[] loadAverages();

    /** Random bytes fit for keys; never blocks once the system is up. */
    public abstract void urandom(byte[] buffer);

    /** getrandom(2); the answer is how many bytes came. */
    public int getrandom(byte[] buffer, int flags) {
        throw NativeOnly.refuse("getrandom");
    }
}
