package dev.clutch.runtime.os;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.Os;
import dev.clutch.extension.spi.os.OsAddress;
import dev.clutch.extension.spi.os.OsFile;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.OsProcess;
import dev.clutch.extension.spi.os.OsSemaphores;
import dev.clutch.extension.spi.os.OsSockets;
import dev.clutch.extension.spi.os.OsSpawn;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.OsTerminal;
import dev.clutch.extension.spi.os.WakeHandle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real descriptors, and what only they can do. */
final class PosixOsTest extends OsContract {
    private @Nullable OperatingSystems systems;

    @Override
    OperatingSystems systems() {
        OperatingSystems shared = systems;
        if (shared == null) {
            shared = new OperatingSystems();
            systems = shared;
        }
        return shared;
    }

    @BeforeEach
    void needsLinux() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "written for Linux");
        assertThat(os.kind()).as(os.reason()).isEqualTo("posix");
    }

    private void warmUp() {
        os.system().uname();
        assertThat(((PosixOs) os).isWarm()).isTrue();
    }

    /** What start-up does: none of it makes a native call. */
    @Test
    void startUpIsCold() throws IOException {
        Files.writeString(directory.resolve("m.py"), "x = 1\n");
        Files.createSymbolicLink(directory.resolve("l.py"), directory.resolve("m.py"));
        os.paths().stat("m.py", CWD, true);
        assertErrno(Errno.ENOENT, () -> os.paths().stat("absent", CWD, true));
        assertErrno(Errno.ENOTDIR, () -> os.paths().stat("m.py/absent", CWD, true));
        os.paths().list(".");
        os.paths().readlink("l.py", CWD);
        try (OsFile file = os.files().openFile("m.py", OsFiles.O_RDONLY | OsFiles.O_CLOEXEC, 0666)) {
            assertThat(file.read(new byte[100], 0, 100, null)).isEqualTo(6);
            file.stat();
            file.isTerminal();
        }
        for (int fd = 0; fd < 3; fd++) {
            os.files().stat(fd);
            os.terminal().isTerminal(fd);
        }
        os.files().write(1, new byte[0], 0, 0, null);
        os.system().urandom(new byte[24]);
        os.system().constants().value("posix", "O_DIRECTORY");
        os.process().getpid();
        os.process().geteuid();
        os.clock().realtimeNanos();
        os.clock().sleep(1, os.newWakeHandle());
        os.newWakeHandle().fire();
        assertThat(((PosixOs) os).isWarm()).isFalse();
    }

    @Test
    void coldAndWarmAnswerTheSame() throws IOException {
        Files.writeString(directory.resolve("f"), "x".repeat(5000));
        os.paths().chmod("f", 01640, CWD, true);
        Os cold = new OperatingSystems().create(directory.toString(), null);
        for (String path : new String[] {"f", ".", "/dev/null", "/proc/self/status", "/"}) {
            OsStat a = cold.paths().stat(path, CWD, true);
            OsStat b = os.paths().stat(path, CWD, true);
            assertThat(fields(a)).isEqualTo(fields(b));
        }
        assertThat(((PosixOs) cold).isWarm()).isFalse();
        OsStat late = cold.paths().stat("f", CWD, true);
        assertThat(late.blocks())
                .isEqualTo(os.paths().stat("f", CWD, true).blocks())
                .isPositive();
        assertThat(late.blockSize()).isEqualTo(4096);
        Os third = new OperatingSystems().create();
        assertThat(third.process().getuid()).isEqualTo(os.process().getuid());
        assertThat(third.process().getegid()).isEqualTo(os.process().getegid());
        assertThat(third.process().getppid()).isEqualTo(os.process().getppid());
        assertThat(third.environment().snapshot()).containsAllEntriesOf(System.getenv());
    }

    private static List<Long> fields(OsStat s) {
        return List.of(
                (long) s.mode(),
                s.ino(),
                s.dev(),
                s.rdev(),
                s.nlink(),
                (long) s.uid(),
                (long) s.gid(),
                s.size(),
                s.mtimeSeconds(),
                (long) s.mtimeNanos(),
                s.ctimeSeconds(),
                (long) s.ctimeNanos());
    }

    /** The number found for a file that the JDK opened is the same open file: unlinked, it can't be opened again. */
    @Test
    void theNumberOfAColdFileIsTheSameOpenFile() throws IOException {
        Files.writeString(directory.resolve("gone.py"), "0123456789");
        try (OsFile file = os.files().openFile("gone.py", OsFiles.O_RDONLY, 0)) {
            assertThat(file.read(new byte[4], 0, 4, null)).isEqualTo(4);
            assertThat(((PosixOs) os).isWarm()).isFalse();
            Files.delete(directory.resolve("gone.py"));
            Files.writeString(directory.resolve("gone.py"), "another file");
            int fd = file.fileno();
            assertThat(fd).isGreaterThan(2);
            assertThat(read(fd, 3)).isEqualTo("456");
            assertThat(os.files().stat(fd).nlink()).isZero();
            assertThat(file.seek(0, OsFiles.SEEK_CUR)).isEqualTo(7);
        }
    }

    @Test
    void namesThatAreNotUtf8Survive() {
        String name = "caf\udce9-\u00e9-\ud83e\udd5a";
        os.files().close(os.files().open(name, OsFiles.O_WRONLY | OsFiles.O_CREAT, 0600, CWD));
        assertThat(os.paths().list(".")).containsExactly(name);
        Os cold = new OperatingSystems().create(directory.toString(), null);
        assertThat(cold.paths().list(".")).containsExactly(name);
        assertThat(cold.paths().stat(name, CWD, true).isRegular()).isTrue();
        assertErrno(Errno.EILSEQ, () -> os.paths().stat("\ud800", CWD, true));
    }

    @Test
    void directoryDescriptorsAnchorPaths() {
        os.paths().mkdir("d", 0700, CWD);
        int dir = os.files().open("d", (int) os.system().constants().value("posix", "O_DIRECTORY"), 0, CWD);
        os.files().close(os.files().open("inner", OsFiles.O_CREAT | OsFiles.O_WRONLY, 0600, dir));
        assertThat(os.paths().stat("inner", dir, false).isRegular()).isTrue();
        assertThat(os.paths().scan(dir)).hasSize(1);
        assertThat(os.paths().scan(dir)).hasSize(1);
        os.paths().rename("inner", "outer", dir, CWD);
        assertThat(os.paths().list(".")).containsExactlyInAnyOrder("d", "outer");
        os.paths().fchdir(dir);
        assertThat(os.paths().getcwd()).isEqualTo(directory + "/d");
        os.files().close(dir);
    }

    @Test
    void closeRangeSparesWhatTheJvmOpened() {
        warmUp();
        int[] pipe = os.files().pipe(OsFiles.O_CLOEXEC);
        os.files().closeRange(3, Integer.MAX_VALUE);
        assertErrno(Errno.EBADF, () -> read(pipe[0], 1));
        assertThat(os.system().uname().system()).isEqualTo("Linux");
    }

    @Test
    void aSwappedPairOfStreamsReachesTheChildSwapped() {
        int[] out = os.files().pipe(OsFiles.O_CLOEXEC);
        int[] err = os.files().pipe(OsFiles.O_CLOEXEC);
        int pid = os.process()
                .spawn(new OsSpawn(List.of("sh", "-c", "echo out; echo err >&2"))
                        .executable("/bin/sh")
                        .standardStreams(-1, err[1], out[1])
                        .closeDescriptorsExcept());
        os.files().close(out[1]);
        os.files().close(err[1]);
        assertThat(readAll(out[0])).isEqualTo("err\n");
        assertThat(readAll(err[0])).isEqualTo("out\n");
        os.process().waitpid(pid, 0, null);
        os.files().closeRange(3, 100_000);
    }

    @Test
    void aChildHasTheKeptDescriptorsAndNoOther() {
        int[] out = os.files().pipe(OsFiles.O_CLOEXEC);
        int[] kept = os.files().pipe(OsFiles.O_CLOEXEC);
        int[] other = os.files().pipe(OsFiles.O_CLOEXEC);
        os.files().setInheritable(other[0], true);
        String script = "ls /proc/self/fd | sort -n | tr '\\n' ' '";
        OsSpawn request = new OsSpawn(List.of("sh", "-c", script))
                .executable("/bin/sh")
                .standardStreams(-1, out[1], -1)
                .closeDescriptorsExcept(kept[1])
                .defaultSignals(13, 25)
                .newSession(true);
        // ls itself opens the directory.
        assertThat(output(request, out))
                .startsWith("0 1 2 ")
                .contains(" " + kept[1] + " ")
                .doesNotContain(" " + other[0] + " ", " " + kept[0] + " ");
        int[] again = os.files().pipe(OsFiles.O_CLOEXEC);
        OsSpawn inherit =
                new OsSpawn(List.of("sh", "-c", script)).executable("/bin/sh").standardStreams(-1, again[1], -1);
        assertThat(output(inherit, again)).contains(" " + other[0] + " ").doesNotContain(" " + kept[1] + " ");
        os.files().closeRange(3, 100_000);
    }

    private String output(OsSpawn request, int[] pipe) {
        int pid = os.process().spawn(request);
        os.files().close(pipe[1]);
        String text = readAll(pipe[0]);
        assertThat(os.process().waitpid(pid, 0, null).status()).isZero();
        return text;
    }

    @Test
    void aSignalShowsInTheStatus() {
        int pid = os.process()
                .spawn(new OsSpawn(List.of("sleep", "60"))
                        .executable("sleep")
                        .searchPath(true)
                        .newSession(true));
        assertThat(os.process().getsid(pid)).isEqualTo(pid);
        os.process().killpg(pid, 15);
        OsProcess.Wait wait = os.process().waitpid(pid, 0, os.newWakeHandle());
        assertThat(wait.status()).isEqualTo(15);
        assertThat(wait.usage().maxResident()).isPositive();
        assertErrno(Errno.ESRCH, () -> os.process().kill(pid, 15));
    }

    @Test
    void epollTellsWhoIsReady() throws Exception {
        int epoll = os.polling().epollCreate(0);
        int[] pipe = os.files().pipe(OsFiles.O_CLOEXEC);
        long mark = 0x123456789ABCDEFL;
        os.polling().epollControl(epoll, OsPolling.EPOLL_CTL_ADD, pipe[0], OsPolling.POLLIN, mark);
        long[] data = new long[4];
        int[] events = new int[4];
        assertThat(os.polling().epollWait(epoll, data, events, 0, null)).isZero();
        WakeHandle wake = os.newWakeHandle();
        assertWoken(wake, () -> {
            int _ = os.polling().epollWait(epoll, data, events, -1, wake);
        });
        write(pipe[1], "x");
        assertThat(os.polling().epollWait(epoll, data, events, -1, wake)).isEqualTo(1);
        assertThat(data[0]).isEqualTo(mark);
        assertThat(events[0]).isEqualTo(OsPolling.POLLIN);
        assertErrno(
                Errno.EEXIST,
                () -> os.polling().epollControl(epoll, OsPolling.EPOLL_CTL_ADD, pipe[0], OsPolling.POLLIN, 0));
        int[] ready = new int[2];
        os.files().close(pipe[1]);
        int found = os.polling().poll(new int[] {pipe[1], -1}, new int[] {1, 1}, ready, -1, null);
        assertThat(found).isEqualTo(1);
        assertThat(ready[0]).isEqualTo(OsPolling.POLLNVAL);
        os.files().closeRange(3, 100_000);
    }

    @Test
    void locksExcludeAndAreWoken() throws Exception {
        int a = os.files().open("lock", OsFiles.O_RDWR | OsFiles.O_CREAT, 0600, CWD);
        int b = os.files().open("lock", OsFiles.O_RDWR, 0600, CWD);
        os.files().flock(a, OsFiles.LOCK_EX, null);
        assertErrno(Errno.EAGAIN, () -> os.files().flock(b, OsFiles.LOCK_EX | OsFiles.LOCK_NB, null));
        WakeHandle wake = os.newWakeHandle();
        assertWoken(wake, () -> os.files().flock(b, OsFiles.LOCK_EX, wake));
        os.files().flock(a, OsFiles.LOCK_UN, null);
        os.files().flock(b, OsFiles.LOCK_EX, wake);
        os.files().lockRange(a, OsFiles.LOCK_EX, 0, 0, 0, wake);
        os.files().lockRange(a, OsFiles.LOCK_UN, 0, 0, 0, wake);
        wake.close();
        os.files().closeRange(3, 100_000);
    }

    @Test
    void semaphoresCountAndAreWoken() throws Exception {
        OsSemaphores semaphores = os.semaphores();
        String name = "/clutch-test-" + ProcessHandle.current().pid();
        long a = semaphores.create(name, 1);
        assertErrno(Errno.EEXIST, () -> semaphores.create(name, 1));
        long b = semaphores.open(name);
        semaphores.unlink(name);
        assertErrno(Errno.ENOENT, () -> semaphores.open(name));
        assertThat(semaphores.acquire(a, -1, null)).isTrue();
        assertThat(semaphores.acquire(b, 0, null)).isFalse();
        assertThat(semaphores.acquire(b, 30_000_000, null)).isFalse();
        WakeHandle wake = os.newWakeHandle();
        assertWoken(wake, () -> semaphores.acquire(b, -1, wake));
        semaphores.release(a);
        assertThat(semaphores.value(b)).isEqualTo(1);
        wake.close();
        semaphores.close(a);
        semaphores.close(b);
    }

    @Test
    void descriptorsTravelThroughUnixSockets() {
        int[] pair = os.sockets().socketPair(OsSockets.AF_UNIX, OsSockets.SOCK_STREAM, 0);
        int[] pipe = os.files().pipe(OsFiles.O_CLOEXEC);
        ByteBuffer row = ByteBuffer.allocate(24).order(ByteOrder.nativeOrder());
        row.putLong(20).putInt(OsSockets.SOL_SOCKET).putInt(1).putInt(pipe[1]);
        assertThat(os.sockets().sendMessage(pair[0], new byte[] {42}, row.array(), 0, null, null))
                .isEqualTo(1);
        OsSockets.Message message = os.sockets().receiveMessage(pair[1], 10, 64, 0, null);
        assertThat(message.data()).containsExactly(42);
        int copy = ByteBuffer.wrap(message.control())
                .order(ByteOrder.nativeOrder())
                .getInt(16);
        assertThat(os.files().isInheritable(copy)).isFalse();
        write(copy, "via");
        assertThat(read(pipe[0], 10)).isEqualTo("via");
        os.files().closeRange(3, 100_000);
    }

    @Test
    void unixAndSixthVersionAddressesKeepTheirShape() {
        int a = os.sockets().socket(OsSockets.AF_UNIX, OsSockets.SOCK_STREAM, 0);
        byte[] path = (directory + "/s").getBytes(UTF_8);
        os.sockets().bind(a, new OsAddress.Unix(path));
        assertThat(((OsAddress.Unix) os.sockets().localAddress(a)).path()).isEqualTo(path);
        int b = os.sockets().socket(OsSockets.AF_UNIX, OsSockets.SOCK_STREAM, 0);
        byte[] secret = ("\0clutch" + os.process().getpid()).getBytes(UTF_8);
        os.sockets().bind(b, new OsAddress.Unix(secret));
        assertThat(((OsAddress.Unix) os.sockets().localAddress(b)).path()).isEqualTo(secret);
        assertThatThrownBy(() -> os.sockets().bind(b, new OsAddress.Unix(new byte[109])))
                .hasMessageContaining("AF_UNIX path too long");
        OsAddress.Inet6 six =
                new OsAddress.Inet6(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 80, 0, 0);
        assertThat(os.sockets().getNameInfo(six, 3)).containsExactly("::1", "80");
        os.files().close(a);
        os.files().close(b);
    }

    @Test
    void terminalsAreKnownByTheirDevice() {
        int[] pair = os.terminal().openPair();
        Os cold = new OperatingSystems().create();
        assertThat(cold.terminal().isTerminal(pair[1])).isTrue();
        assertThat(((PosixOs) cold).isWarm()).isFalse();
        assertThat(os.terminal().isTerminal(pair[0])).isTrue();
        os.terminal().setSize(pair[1], 132, 43);
        assertThat(os.terminal().size(pair[0])).containsExactly(132, 43);
        assertThat(os.terminal().name(pair[1])).startsWith("/dev/pts/");
        OsTerminal.Modes modes = os.terminal().getModes(pair[1]);
        int echo = (int) os.system().constants().value("termios", "ECHO");
        assertThat(modes.local() & echo).isEqualTo(echo);
        os.terminal()
                .setModes(
                        pair[1],
                        0,
                        new OsTerminal.Modes(
                                modes.input(),
                                modes.output(),
                                modes.control(),
                                modes.local() & ~echo,
                                modes.inputSpeed(),
                                modes.outputSpeed(),
                                modes.chars()));
        assertThat(os.terminal().getModes(pair[1]).local() & echo).isZero();
        write(pair[0], "line\n");
        assertThat(read(pair[1], 100)).isEqualTo("line\n");
        assertErrno(Errno.ENOTTY, () -> os.terminal().size(os.files().pipe(OsFiles.O_CLOEXEC)[0]));
        os.files().closeRange(3, 100_000);
    }

    @Test
    void aLargeReadIsOneCall() throws IOException {
        Files.write(directory.resolve("big"), new byte[3_000_000]);
        warmUp();
        int fd = os.files().open("big", OsFiles.O_RDONLY, 0, CWD);
        assertThat(os.files().read(fd, new byte[4_000_000], 0, 4_000_000, null)).isEqualTo(3_000_000);
        os.files().close(fd);
    }

    @Test
    void limitsTimersAndPrioritiesAreRead() {
        OsProcess process = os.process();
        assertThat(process.getLimit(7).soft()).isPositive();
        assertThat(process.getPriority(0, 0)).isBetween(-20, 19);
        assertErrno(Errno.EINVAL, () -> process.getPriority(99, 0));
        assertThat(process.usage(0).userMicros()).isPositive();
        assertThat(process.getAffinity(0)).isNotEmpty();
        assertThat(process.getTimer(1)).containsExactly(0, 0);
        assertThat(os.clock().threadCpuNanos()).isPositive();
        assertThat(os.clock().clockNanos(7)).isPositive();
        assertErrno(Errno.EINVAL, () -> os.clock().clockNanos(999));
        assertErrno(Errno.EINVAL, () -> os.system().sysconf(9999));
    }

    @Test
    void relativePathsOfAChildStartAtTheInterpretersDirectory() {
        Os here = systems().create("/", Map.of());
        int[] pipe = here.files().pipe(OsFiles.O_CLOEXEC);
        int pid = here.process()
                .spawn(new OsSpawn(List.of("sh", "-c", "pwd"))
                        .executable("bin/sh")
                        .standardStreams(-1, pipe[1], -1)
                        .closeDescriptorsExcept());
        here.files().close(pipe[1]);
        assertThat(readAll(pipe[0])).isEqualTo("/\n");
        here.process().waitpid(pid, 0, null);
        here.files().close(pipe[0]);
    }

    /** All carriers and two more wait in the system; the one that ends their waiting is a virtual thread as well, and needs a carrier. */
    @Test
    void waitingVirtualThreadsDoNotPinTheirCarriers() throws InterruptedException {
        int count = Runtime.getRuntime().availableProcessors() + 2;
        int[][] pipes = new int[count][];
        CountDownLatch ended = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            int[] pipe = os.files().pipe(OsFiles.O_CLOEXEC);
            pipes[i] = pipe;
            Thread.startVirtualThread(() -> {
                WakeHandle wake = os.newWakeHandle();
                if (os.files().read(pipe[0], new byte[1], 0, 1, wake) == 1) {
                    ended.countDown();
                }
                wake.close();
            });
        }
        Thread writer = Thread.startVirtualThread(() -> {
            for (int[] pipe : pipes) {
                int written = os.files().write(pipe[1], new byte[1], 0, 1, null);
                assertThat(written).isEqualTo(1);
            }
        });
        assertThat(writer.join(Duration.ofSeconds(60))).isTrue();
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        for (int[] pipe : pipes) {
            os.files().close(pipe[0]);
            os.files().close(pipe[1]);
        }
    }
}
