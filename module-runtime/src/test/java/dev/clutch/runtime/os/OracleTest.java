package dev.clutch.runtime.os;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.FsEncoding;
import dev.clutch.extension.spi.os.Os;
import dev.clutch.extension.spi.os.OsConstants;
import dev.clutch.extension.spi.os.OsPaths;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.OsStatVfs;
import dev.clutch.extension.spi.os.OsUsers;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Facts compared with a CPython 3.8 or newer, where one is on the PATH. */
final class OracleTest {
    private static Os os;

    @BeforeAll
    static void create() {
        os = new OperatingSystems().create();
        assumeTrue(System.getProperty("os.name").equals("Linux"), "written for Linux");
        assertThat(os.kind()).as(os.reason()).isEqualTo("posix");
        os.system().uname();
    }

    private static List<String> python(String program) {
        try {
            Process process = new ProcessBuilder("python3", "-I", "-c", program).start();
            String text = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).isZero();
            return text.lines().toList();
        } catch (IOException e) {
            assumeTrue(false, "no python3 here");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    @Test
    void errnoNamesAndTexts() {
        List<String> lines = python("import errno, os\n"
                + "for n in sorted(errno.errorcode): print(n, os.strerror(n))\nprint(9999, os.strerror(9999))");
        assertThat(lines).hasSizeGreaterThan(100);
        for (String line : lines) {
            int space = line.indexOf(' ');
            int number = Integer.parseInt(line, 0, space, 10);
            assertThat(Errno.text(number)).isEqualTo(line.substring(space + 1));
            assertThat(Errno.name(number).isEmpty()).isEqualTo(number == 9999);
        }
        for (String row : python("import errno\nfor n in sorted(errno.errorcode):"
                + " print(n, *[k for k in dir(errno) if getattr(errno, k) == n])")) {
            List<String> parts = List.of(row.split(" ", -1));
            assertThat(parts.subList(1, parts.size())).contains(Errno.name(Integer.parseInt(parts.getFirst())));
        }
    }

    @Test
    void constants() {
        OsConstants constants = os.system().constants();
        StringBuilder rows = new StringBuilder();
        for (String module : new String[] {"posix", "socket", "fcntl", "termios", "select", "resource", "signal"}) {
            assertThat(constants.names(module)).hasSizeGreaterThan(10);
            List<String> found = python("import " + module + " as m\n"
                    + "for k in dir(m):\n  v = getattr(m, k)\n  if isinstance(v, int): print(k, int(v))");
            int common = 0;
            for (String line : found) {
                String[] parts = line.split(" ", -1);
                if (constants.names(module).contains(parts[0])) {
                    common++;
                    if (constants.value(module, parts[0]) != Long.parseLong(parts[1])) {
                        rows.append(module).append(' ').append(line).append('\n');
                    }
                }
            }
            assertThat(common).isGreaterThan(10);
        }
        assertThat(rows).isEmpty();
    }

    @Test
    void statOfManyFiles() {
        String program = "import os\n"
                + "for p in ('/etc/passwd', '/', '/dev/null', '/usr/bin', '/dev/urandom', '/etc'):\n"
                + "  s = os.stat(p)\n"
                + "  print(p, s.st_mode, s.st_ino, s.st_dev, s.st_nlink, s.st_uid, s.st_gid, s.st_size, s.st_rdev,"
                + " s.st_blksize, s.st_blocks, s.st_mtime_ns, s.st_ctime_ns)";
        for (String line : python(program)) {
            String path = line.substring(0, line.indexOf(' '));
            OsStat s = os.paths().stat(path, OsPaths.CWD, true);
            assertThat(path + " " + s.mode() + " " + s.ino() + " " + s.dev() + " " + s.nlink() + " " + s.uid() + " "
                            + s.gid() + " " + s.size() + " " + s.rdev() + " " + s.blockSize() + " " + s.blocks() + " "
                            + (s.mtimeSeconds() * 1_000_000_000L + s.mtimeNanos()) + " "
                            + (s.ctimeSeconds() * 1_000_000_000L + s.ctimeNanos()))
                    .isEqualTo(line);
        }
    }

    @Test
    void machineAndUsers() {
        List<String> lines = python("""
                import os, pwd, grp
                u = os.uname(); print(u.sysname, u.nodename, u.release, u.version, u.machine)
                print(os.sysconf('SC_PAGESIZE'), os.getuid(), os.getegid(), sorted(os.getgroups()))
                v = os.statvfs('/'); print(v.f_bsize, v.f_frsize, v.f_blocks, v.f_files, v.f_flag, v.f_namemax)
                print(*pwd.getpwuid(0), sep=':')
                print(len(grp.getgrall()), len(pwd.getpwall()))
                print(*sorted(os.sched_getaffinity(0)))
                """);
        var u = os.system().uname();
        assertThat(u.system() + " " + u.node() + " " + u.release() + " " + u.version() + " " + u.machine())
                .isEqualTo(lines.get(0));
        int[] groups = os.process().getgroups();
        Arrays.sort(groups);
        assertThat(os.system().sysconf(30) + " " + os.process().getuid() + " "
                        + os.process().getegid() + " " + Arrays.toString(groups))
                .isEqualTo(lines.get(1));
        OsStatVfs v = os.paths().statvfs("/");
        assertThat(v.blockSize() + " " + v.fragmentSize() + " " + v.blocks() + " " + v.files() + " " + v.flags() + " "
                        + v.maxNameLength())
                .isEqualTo(lines.get(2));
        OsUsers.User root = Objects.requireNonNull(os.users().user(0));
        assertThat(root.name() + ":" + root.password() + ":" + root.uid() + ":" + root.gid() + ":" + root.comment()
                        + ":" + root.home() + ":" + root.shell())
                .isEqualTo(lines.get(3));
        assertThat(os.users().groups().size() + " " + os.users().users().size()).isEqualTo(lines.get(4));
        StringBuilder cpus = new StringBuilder();
        for (int cpu : os.process().getAffinity(0)) {
            cpus.append(cpus.isEmpty() ? "" : " ").append(cpu);
        }
        assertThat(cpus.toString()).isEqualTo(lines.get(5));
    }

    @Test
    void fileSystemEncoding() {
        byte[] all = new byte[511];
        for (int i = 0; i < 255; i++) {
            all[i] = (byte) (i + 1);
            all[i + 256] = (byte) (255 - i);
        }
        all[255] = 'x';
        String decoded = FsEncoding.decode(all);
        assertThat(FsEncoding.encode(decoded)).isEqualTo(all);
        for (String line : python("import os\nfor b in (b'a\\xc3\\xa9', b'\\xed\\xa0\\x80', b'\\xf0\\x9f\\xa5\\x9a',"
                + " b'\\xc0\\x80', b'\\xe2\\x82', b'\\xf5\\x80\\x80\\x80', b'\\xf4\\x90\\x80\\x80'):\n"
                + "  print(b.hex(), *map(ord, os.fsdecode(b)))")) {
            String[] parts = line.split(" ", -1);
            byte[] bytes = HexFormat.of().parseHex(parts[0]);
            StringBuilder points = new StringBuilder(parts[0]);
            FsEncoding.decode(bytes)
                    .codePoints()
                    .forEach(c -> points.append(' ').append(c));
            assertThat(points.toString()).isEqualTo(line);
        }
    }
}
