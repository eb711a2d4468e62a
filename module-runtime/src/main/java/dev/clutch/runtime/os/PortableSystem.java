package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsConstants;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Facts that the JDK or /proc tells. The constants are Linux's, since the seam takes their values everywhere. */
final class PortableSystem extends OsSystem {
    private final LinuxConstants constants =
            new LinuxConstants(System.getProperty("os.arch", "").equals("aarch64"));

    @Override
    public OsConstants constants() {
        return constants;
    }

    @Override
    public Name uname() {
        String node;
        try {
            node = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            node = "localhost";
        }
        String machine = System.getProperty("os.arch", "");
        return new Name(
                kernel("ostype", System.getProperty("os.name", "")),
                kernel("hostname", node),
                kernel("osrelease", System.getProperty("os.version", "")),
                kernel("version", System.getProperty("os.version", "")),
                machine.equals("amd64") ? "x86_64" : machine);
    }

    private static String kernel(String name, String otherwise) {
        try {
            return Files.readString(Path.of("/proc/sys/kernel", name)).strip();
        } catch (IOException e) {
            return otherwise;
        }
    }

    @Override
    public int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public double[] loadAverages() {
        try {
            String[] fields = Files.readString(Path.of("/proc/loadavg")).split(" ", -1);
            return new double[] {
                Double.parseDouble(fields[0]), Double.parseDouble(fields[1]), Double.parseDouble(fields[2])
            };
        } catch (IOException | NumberFormatException e) {
            throw OsException.withText(Errno.ENOSYS, "Load averages are unobtainable");
        }
    }

    @Override
    public void urandom(byte[] buffer) {
        RandomBytes.fill(buffer);
    }
}
