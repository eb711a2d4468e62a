package dev.clutch.runtime.os;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.FsEncoding;
import dev.clutch.extension.spi.os.Os;
import dev.clutch.extension.spi.os.OsAddress;
import dev.clutch.extension.spi.os.OsDirectoryEntry;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFile;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsPaths;
import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.OsProcess;
import dev.clutch.extension.spi.os.OsSockets;
import dev.clutch.extension.spi.os.OsSpawn;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.WakeHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What both implementations promise. */
abstract class OsContract {
    static final int CWD = OsPaths.CWD;

    @TempDir
    Path directory;

    Os os;

    abstract OperatingSystems systems();

    @BeforeEach
    void create() throws IOException {
        directory = directory.toRealPath();
        os = systems().create(directory.toString(), Map.of("PATH", "/usr/bin:/bin", "EGG", "yolk"));
    }

    @AfterEach
    void end() {
        os.close();
    }

    static void assertErrno(int errno, ThrowingCallable call) {
        OsException e = catchThrowableOfType(OsException.class, call);
        assertThat(e).as("no OsException").isNotNull();
        assertThat(e.symbol()).isEqualTo(Errno.name(errno));
    }

    int write(int fd, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return os.files().write(fd, bytes, 0, bytes.length, null);
    }

    String read(int fd, int length) {
        byte[] bytes = new byte[length];
        return new String(bytes, 0, os.files().read(fd, bytes, 0, length, null), UTF_8);
    }

    String readAll(int fd) {
        StringBuilder text = new StringBuilder();
        for (String piece = read(fd, 4096); !piece.isEmpty(); piece = read(fd, 4096)) {
            text.append(piece);
        }
        return text.toString();
    }

    @Test
    void filesAreOpenedReadWrittenAndSought() throws IOException {
        int fd = os.files().open("egg", OsFiles.O_RDWR | OsFiles.O_CREAT | OsFiles.O_EXCL, 0640, CWD);
        assertThat(write(fd, "hello clutch")).isEqualTo(12);
        assertThat(os.files().seek(fd, -6, OsFiles.SEEK_END)).isEqualTo(6);
        assertThat(read(fd, 100)).isEqualTo("clutch");
        assertThat(read(fd, 100)).isEmpty();
        byte[] bytes = new byte[5];
        assertThat(os.files().pread(fd, bytes, 0, 5, 0)).isEqualTo(5);
        assertThat(new String(bytes, UTF_8)).isEqualTo("hello");
        assertThat(os.files().pwrite(fd, "J".getBytes(UTF_8), 0, 1, 0)).isEqualTo(1);
        assertThat(os.files().seek(fd, 0, OsFiles.SEEK_CUR)).isEqualTo(12);
        os.files().truncate(fd, 5);
        os.files().sync(fd);
        OsStat stat = os.files().stat(fd);
        assertThat(stat.size()).isEqualTo(5);
        assertThat(stat.mode()).isEqualTo(OsStat.S_IFREG | 0640);
        os.files().close(fd);
        assertErrno(Errno.EBADF, () -> os.files().close(fd));
        assertErrno(Errno.EBADF, () -> read(fd, 1));
        assertThat(Files.readString(directory.resolve("egg"))).isEqualTo("Jello");
        assertErrno(
                Errno.EEXIST,
                () -> os.files().open("egg", OsFiles.O_WRONLY | OsFiles.O_CREAT | OsFiles.O_EXCL, 0600, CWD));
        assertErrno(Errno.EISDIR, () -> os.files().open(".", OsFiles.O_WRONLY, 0, CWD));
    }

    @Test
    void appendingIgnoresTheOffset() throws IOException {
        Files.writeString(directory.resolve("log"), "one");
        int fd = os.files().open("log", OsFiles.O_WRONLY | OsFiles.O_APPEND, 0, CWD);
        os.files().seek(fd, 0, OsFiles.SEEK_SET);
        write(fd, "two");
        assertErrno(Errno.EBADF, () -> read(fd, 1));
        os.files().close(fd);
        assertThat(Files.readString(directory.resolve("log"))).isEqualTo("onetwo");
    }

    @Test
    void duplicatesShareTheOffset() throws IOException {
        Files.writeString(directory.resolve("f"), "abcdef");
        int fd = os.files().open("f", OsFiles.O_RDONLY, 0, CWD);
        int copy = os.files().dup(fd);
        assertThat(read(fd, 2)).isEqualTo("ab");
        assertThat(read(copy, 2)).isEqualTo("cd");
        os.files().close(fd);
        assertThat(read(copy, 2)).isEqualTo("ef");
        int target = os.files().dup(copy);
        assertThat(os.files().dup2(copy, target, true)).isEqualTo(target);
        assertThat(os.files().isInheritable(copy)).isFalse();
        os.files().closeRange(Math.min(copy, target), Math.max(copy, target) + 1);
        assertErrno(Errno.EBADF, () -> os.files().stat(copy));
    }

    @Test
    void openFileReadsAndGetsItsNumberLater() throws IOException {
        Files.writeString(directory.resolve("source.py"), "print('egg')\n");
        try (OsFile file = os.files().openFile("source.py", OsFiles.O_RDONLY | OsFiles.O_CLOEXEC, 0)) {
            byte[] bytes = new byte[5];
            assertThat(file.read(bytes, 0, 5, null)).isEqualTo(5);
            assertThat(file.seek(0, OsFiles.SEEK_CUR)).isEqualTo(5);
            assertThat(file.stat().size()).isEqualTo(13);
            assertThat(file.isTerminal()).isFalse();
            assertErrno(Errno.EBADF, () -> file.write(bytes, 0, 5, null));
            int fd = file.fileno();
            assertThat(file.fileno()).isEqualTo(fd);
            assertThat(read(fd, 3)).isEqualTo("('e");
            assertThat(file.read(bytes, 0, 2, null)).isEqualTo(2);
            assertThat(new String(bytes, 0, 2, UTF_8)).isEqualTo("gg");
            os.files().close(fd);
            assertErrno(Errno.EBADF, () -> file.read(bytes, 0, 1, null));
        } catch (OsException e) {
            assertThat(e.errno()).isEqualTo(Errno.EBADF);
        }
        assertErrno(Errno.ENOENT, () -> os.files().openFile("missing.py", OsFiles.O_RDONLY, 0));
    }

    @Test
    void errorsNameTheGivenPath() {
        assertThatThrownBy(() -> os.paths().stat("no/such", CWD, true))
                .isInstanceOf(OsException.class)
                .hasMessage("[Errno 2] No such file or directory: 'no/such'");
        assertThatThrownBy(() -> os.paths().rename("a", "b", CWD, CWD))
                .hasMessage("[Errno 2] No such file or directory: 'a' -> 'b'");
        assertErrno(Errno.ENOENT, () -> os.paths().stat("", CWD, true));
        assertThatThrownBy(() -> os.paths().stat("a\0b", CWD, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pathsAreMadeListedAndRemoved() throws IOException {
        os.paths().mkdir("nest", 0750, CWD);
        assertErrno(Errno.EEXIST, () -> os.paths().mkdir("nest", 0777, CWD));
        Files.writeString(directory.resolve("nest/a"), "x");
        os.paths().symlink("a", "nest/link", CWD);
        os.paths().link("nest/a", "nest/hard", CWD, CWD, false);
        assertThat(os.paths().list("nest")).containsExactlyInAnyOrder("a", "link", "hard");
        assertThat(os.paths().scan("nest"))
                .extracting(OsDirectoryEntry::name, OsDirectoryEntry::type)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("a", OsDirectoryEntry.DT_REG),
                        org.assertj.core.groups.Tuple.tuple("link", OsDirectoryEntry.DT_LNK));
        assertThat(os.paths().readlink("nest/link", CWD)).isEqualTo("a");
        assertErrno(Errno.EINVAL, () -> os.paths().readlink("nest/a", CWD));
        assertThat(os.paths().stat("nest/link", CWD, false).isSymbolicLink()).isTrue();
        OsStat stat = os.paths().stat("nest/link", CWD, true);
        assertThat(stat.nlink()).isEqualTo(2);
        assertThat(stat.ino()).isEqualTo(os.paths().stat("nest/hard", CWD, true).ino());
        assertThat(os.paths().realpath("nest/link")).isEqualTo(directory + "/nest/a");
        assertErrno(Errno.ENOTEMPTY, () -> os.paths().rmdir("nest", CWD));
        assertErrno(Errno.ENOTDIR, () -> os.paths().stat("nest/a/b", CWD, true));
        assertErrno(Errno.ENOTDIR, () -> os.paths().stat("nest/a/", CWD, true));
        assertErrno(Errno.ENOTDIR, () -> os.paths().list("nest/a"));
        assertErrno(Errno.ENOTDIR, () -> os.paths().rmdir("nest/a", CWD));
        assertErrno(Errno.EISDIR, () -> os.paths().unlink("nest", CWD));
        os.paths().rename("nest/hard", "nest/a", CWD, CWD);
        os.paths().unlink("nest/hard", CWD);
        os.paths().chmod("nest/a", 0604, CWD, true);
        os.paths().utime("nest/a", 1000, 123456789, 2000, 987654321, CWD, true);
        OsStat changed = os.paths().stat("nest/a", CWD, true);
        assertThat(changed.mode()).isEqualTo(OsStat.S_IFREG | 0604);
        assertThat(List.of(changed.atimeSeconds(), changed.mtimeSeconds())).containsExactly(1000L, 2000L);
        assertThat(List.of(changed.atimeNanos(), changed.mtimeNanos())).containsExactly(123456789, 987654321);
        os.paths().truncate("nest/a", 9000);
        assertThat(os.paths().stat("nest/a", CWD, true).size()).isEqualTo(9000);
        assertThat(os.paths().access("nest/a", OsPaths.R_OK | OsPaths.W_OK, CWD, false, true))
                .isTrue();
        assertThat(os.paths().access("nest/zero", OsPaths.F_OK, CWD, false, true))
                .isFalse();
        assertThat(os.paths().statvfs("nest").maxNameLength()).isEqualTo(255);
    }

    @Test
    void aLoopOfLinksIsTold() {
        os.paths().symlink("loop", "loop", CWD);
        assertErrno(Errno.ELOOP, () -> os.paths().stat("loop", CWD, true));
    }

    @Test
    void workingDirectoryAndEnvironmentBelongToOneInterpreter() throws IOException {
        Files.createDirectories(directory.resolve("in/side"));
        Files.createSymbolicLink(directory.resolve("short"), Path.of("in/side"));
        Os other = systems().create(directory.toString(), Map.of());
        os.paths().chdir("short");
        assertThat(os.paths().getcwd()).isEqualTo(directory + "/in/side");
        assertThat(other.paths().getcwd()).isEqualTo(directory.toString());
        os.paths().chdir("..");
        assertThat(os.paths().list(".")).containsExactly("side");
        assertErrno(Errno.ENOENT, () -> os.paths().chdir("nowhere"));
        Files.writeString(directory.resolve("in/file"), "");
        assertErrno(Errno.ENOTDIR, () -> os.paths().chdir("file"));
        assertThat(os.paths().resolve("x")).isEqualTo(directory + "/in/x");
        int socket = os.sockets().socket(OsSockets.AF_UNIX, OsSockets.SOCK_STREAM, 0);
        os.sockets().bind(socket, new OsAddress.Unix(FsEncoding.encode("bound")));
        assertThat(directory.resolve("in/bound")).exists();
        os.files().close(socket);

        os.environment().set("EGG", "white");
        assertThat(os.environment().get("EGG")).isEqualTo("white");
        assertThat(other.environment().get("EGG")).isNull();
        os.environment().unset("PATH");
        assertThat(os.environment().snapshot()).isEqualTo(Map.of("EGG", "white"));
        assertErrno(Errno.EINVAL, () -> os.environment().set("A=B", "c"));
        other.close();
    }

    @Test
    void pipesCarryBytesAndEndWithTheirWriter() {
        int[] pipe = os.files().pipe(OsFiles.O_CLOEXEC);
        assertThat(write(pipe[1], "through")).isEqualTo(7);
        assertThat(os.files().available(pipe[0])).isEqualTo(7);
        assertThat(read(pipe[0], 100)).isEqualTo("through");
        os.files().setBlocking(pipe[0], false);
        assertThat(os.files().isBlocking(pipe[0])).isFalse();
        assertErrno(Errno.EAGAIN, () -> read(pipe[0], 1));
        assertErrno(Errno.ESPIPE, () -> os.files().seek(pipe[0], 0, OsFiles.SEEK_SET));
        assertThat(os.files().stat(pipe[0]).mode() & OsStat.S_IFMT).isEqualTo(OsStat.S_IFIFO);
        os.files().close(pipe[1]);
        assertThat(read(pipe[0], 1)).isEmpty();
        os.files().close(pipe[0]);
        int[] broken = os.files().pipe(OsFiles.O_CLOEXEC);
        os.files().close(broken[0]);
        assertErrno(Errno.EPIPE, () -> write(broken[1], "x"));
        os.files().close(broken[1]);
    }

    /** Runs a call that blocks in another thread, fires the handle, and answers what the call ended with. */
    Throwable woken(WakeHandle wake, Runnable call) throws Exception {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().start(() -> {
            try {
                call.run();
                end.complete(new AssertionError("the call wasn't woken"));
            } catch (Throwable e) {
                end.complete(e);
            }
        });
        thread.join(50);
        assertThat(end).isNotDone();
        wake.fire();
        return end.get(30, TimeUnit.SECONDS);
    }

    void assertWoken(WakeHandle wake, Runnable call) throws Exception {
        assertThat(woken(wake, call))
                .isInstanceOfSatisfying(
                        OsException.class, e -> assertThat(e.symbol()).isEqualTo("EINTR"));
        assertThat(wake.isFired()).isTrue();
        assertErrno(Errno.EINTR, call::run);
        wake.clear();
    }

    @Test
    void blockedCallsAreWoken() throws Exception {
        WakeHandle wake = os.newWakeHandle();
        int[] pipe = os.files().pipe(OsFiles.O_CLOEXEC);
        byte[] bytes = new byte[1 << 20];
        assertWoken(wake, () -> os.files().read(pipe[0], bytes, 0, 10, wake));
        assertWoken(wake, () -> os.clock().sleep(60_000_000_000L, wake));
        int[] none = {};
        assertWoken(wake, () -> os.polling().poll(none, none, none, -1, wake));
        assertWoken(wake, () -> os.polling().poll(new int[] {pipe[0]}, new int[] {1}, new int[1], -1, wake));
        int server = os.sockets().socket(OsSockets.AF_INET, OsSockets.SOCK_STREAM, 0);
        os.sockets().bind(server, new OsAddress.Inet4(new byte[] {127, 0, 0, 1}, 0));
        os.sockets().listen(server, 5);
        assertWoken(wake, () -> os.sockets().accept(server, wake));
        int client = os.sockets().socket(OsSockets.AF_INET, OsSockets.SOCK_STREAM, 0);
        os.sockets().connect(client, os.sockets().localAddress(server), wake);
        assertWoken(wake, () -> os.sockets().receive(client, bytes, 0, 10, 0, wake));

        // A write larger than the pipe is woken after a part of it.
        CompletableFuture<Integer> written = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .start(() -> written.complete(os.files().write(pipe[1], bytes, 0, bytes.length, wake)));
        Thread.sleep(50);
        assertThat(written).isNotDone();
        wake.fire();
        assertThat(written.get(30, TimeUnit.SECONDS)).isBetween(4096, bytes.length - 1);
        wake.clear();
        wake.close();
        os.files().closeRange(3, 10_000);
    }

    @Test
    void aFiredHandleIsNotLostBeforeTheCall() {
        WakeHandle wake = os.newWakeHandle();
        int[] pipe = os.files().pipe(OsFiles.O_CLOEXEC);
        write(pipe[1], "data");
        wake.fire();
        assertErrno(Errno.EINTR, () -> os.files().read(pipe[0], new byte[1], 0, 1, wake));
        wake.clear();
        assertThat(os.files().read(pipe[0], new byte[9], 0, 9, wake)).isEqualTo(4);
        wake.close();
        os.files().close(pipe[0]);
        os.files().close(pipe[1]);
    }

    @Test
    void streamSocketsTalk() {
        int server = os.sockets().socket(OsSockets.AF_INET, OsSockets.SOCK_STREAM, 0);
        os.sockets().setOption(server, OsSockets.SOL_SOCKET, OsSockets.SO_REUSEADDR, 1);
        os.sockets().bind(server, new OsAddress.Inet4(new byte[] {127, 0, 0, 1}, 0));
        os.sockets().listen(server, 5);
        OsAddress.Inet4 where = (OsAddress.Inet4) os.sockets().localAddress(server);
        assertThat(where.port()).isPositive();
        int client = os.sockets().socket(OsSockets.AF_INET, OsSockets.SOCK_STREAM, 0);
        assertErrno(Errno.ENOTCONN, () -> os.sockets().peerAddress(client));
        os.sockets().connect(client, where, null);
        OsSockets.Accepted peer = os.sockets().accept(server, null);
        assertThat(port(peer.address())).isEqualTo(port(os.sockets().localAddress(client)));
        byte[] hello = "hello".getBytes(UTF_8);
        assertThat(os.sockets().send(client, hello, 0, 5, 0, null)).isEqualTo(5);
        int[] ready = new int[2];
        assertThat(os.polling()
                        .poll(
                                new int[] {peer.fd(), server},
                                new int[] {OsPolling.POLLIN | OsPolling.POLLOUT, OsPolling.POLLIN},
                                ready,
                                -1,
                                null))
                .isEqualTo(1);
        byte[] bytes = new byte[10];
        assertThat(os.sockets().receive(peer.fd(), bytes, 0, 10, 0, os.newWakeHandle()))
                .isEqualTo(5);
        assertThat(new String(bytes, 0, 5, UTF_8)).isEqualTo("hello");
        os.files().setBlocking(peer.fd(), false);
        assertErrno(Errno.EAGAIN, () -> os.sockets().receive(peer.fd(), bytes, 0, 1, 0, os.newWakeHandle()));
        os.sockets().shutdown(client, OsSockets.SHUT_WR);
        os.polling().poll(new int[] {peer.fd()}, new int[] {OsPolling.POLLIN}, ready, -1, null);
        assertThat(os.sockets().receive(peer.fd(), bytes, 0, 1, 0, null)).isZero();
        os.files().close(server);
        os.files().close(peer.fd());
        os.files().close(client);
        int late = os.sockets().socket(OsSockets.AF_INET, OsSockets.SOCK_STREAM, 0);
        assertErrno(Errno.ECONNREFUSED, () -> os.sockets().connect(late, where, os.newWakeHandle()));
        os.files().close(late);
    }

    private static int port(@Nullable OsAddress address) {
        return ((OsAddress.Inet4) requireNonNull(address)).port();
    }

    @Test
    void datagramsTellTheirSender() {
        int a = os.sockets().socket(OsSockets.AF_INET, OsSockets.SOCK_DGRAM, 0);
        int b = os.sockets().socket(OsSockets.AF_INET, OsSockets.SOCK_DGRAM, 0);
        os.sockets().bind(a, new OsAddress.Inet4(new byte[] {127, 0, 0, 1}, 0));
        os.sockets().bind(b, new OsAddress.Inet4(new byte[] {127, 0, 0, 1}, 0));
        os.sockets().sendTo(a, new byte[] {1, 2, 3}, 0, 3, 0, os.sockets().localAddress(b), null);
        OsSockets.Received got = os.sockets().receiveFrom(b, new byte[10], 0, 10, 0, null);
        assertThat(got.length()).isEqualTo(3);
        assertThat(port(got.address())).isEqualTo(port(os.sockets().localAddress(a)));
        os.files().close(a);
        os.files().close(b);
    }

    @Test
    void namesAreResolved() {
        List<OsSockets.AddressInfo> found =
                os.sockets().getAddressInfo("127.0.0.1", "80", OsSockets.AF_UNSPEC, OsSockets.SOCK_STREAM, 0, 0);
        assertThat(found).hasSize(1);
        OsAddress.Inet4 address = (OsAddress.Inet4) found.getFirst().address();
        assertThat(address.port()).isEqualTo(80);
        assertThat(address.address()).containsExactly(127, 0, 0, 1);
        assertThatThrownBy(() -> os.sockets().getAddressInfo("no such host.invalid", null, 0, 0, 0, 0))
                .isInstanceOf(dev.clutch.extension.spi.os.OsAddressException.class);
    }

    @Test
    void childrenGetStreamsDirectoryAndEnvironment() throws IOException {
        Files.createDirectory(directory.resolve("child"));
        os.paths().chdir("child");
        int[] in = os.files().pipe(OsFiles.O_CLOEXEC);
        int[] out = os.files().pipe(OsFiles.O_CLOEXEC);
        OsSpawn request = new OsSpawn(List.of("sh", "-c", "cat; pwd; echo $EGG; echo oops >&2; exit 7"))
                .executable("/nowhere/sh")
                .executable("/bin/sh")
                .standardStreams(in[0], out[1], out[1])
                .closeDescriptorsExcept();
        int pid = os.process().spawn(request);
        os.files().close(in[0]);
        os.files().close(out[1]);
        write(in[1], "input\n");
        os.files().close(in[1]);
        assertThat(readAll(out[0])).isEqualTo("input\n" + directory + "/child\nyolk\noops\n");
        OsProcess.Wait wait = os.process().waitpid(pid, 0, os.newWakeHandle());
        assertThat(wait.pid()).isEqualTo(pid);
        assertThat(wait.status()).isEqualTo(7 << 8);
        assertErrno(Errno.ECHILD, () -> os.process().waitpid(pid, 0, null));
        os.files().close(out[0]);
    }

    @Test
    void aChildThatIsMissingIsRefusedAtOnce() {
        assertErrno(Errno.ENOENT, () -> os.process().spawn(new OsSpawn(List.of("x")).executable("/nowhere/x")));
        assertErrno(
                Errno.ENOENT,
                () -> os.process()
                        .spawn(new OsSpawn(List.of("true"))
                                .executable("/bin/true")
                                .workingDirectory("/nowhere")));
        assertErrno(Errno.EACCES, () -> os.process().spawn(new OsSpawn(List.of("x")).executable("/etc/passwd")));
    }

    @Test
    void waitingForAChildIsWoken() throws Exception {
        WakeHandle wake = os.newWakeHandle();
        int pid = os.process().spawn(new OsSpawn(List.of("sleep", "60")).executable("/bin/sleep"));
        assertThat(os.process().waitpid(pid, OsProcess.WNOHANG, null).pid()).isZero();
        assertWoken(wake, () -> os.process().waitpid(pid, 0, wake));
        os.process().kill(pid, 0);
        os.process().kill(pid, 9);
        assertThat(os.process().waitpid(pid, 0, wake).pid()).isEqualTo(pid);
        wake.close();
    }

    @Test
    void clocksRun() {
        long wall = System.currentTimeMillis();
        assertThat(os.clock().realtimeNanos() / 1_000_000).isBetween(wall - 1, wall + 60_000);
        long before = os.clock().monotonicNanos();
        os.clock().sleep(1_000_000, null);
        assertThat(os.clock().monotonicNanos() - before).isGreaterThanOrEqualTo(1_000_000);
        assertThat(os.clock().processCpuNanos()).isPositive();
    }

    @Test
    void timeZonesFollowTheInterpretersVariable() {
        List<String> seen = new ArrayList<>();
        for (String tz :
                new String[] {"UTC+0", "EST+05EDT,M4.1.0,M10.5.0", "Europe/Berlin", "<-03>3", "", "nonsense/x"}) {
            os.environment().set("TZ", tz);
            var zone = os.clock().localZone();
            seen.add(zone.standardName() + " " + zone.daylightName() + " " + zone.hasDaylight() + " "
                    + zone.rules()
                            .getOffset(java.time.Instant.parse("2002-07-01T00:00:00Z"))
                            .getTotalSeconds());
        }
        assertThat(seen)
                .containsExactly(
                        "UTC UTC false 0",
                        "EST EDT true -14400",
                        "CET CEST true 7200",
                        "-03 -03 false -10800",
                        "UTC UTC false 0",
                        "UTC UTC false 0");
    }

    @Test
    void randomBytesDiffer() {
        byte[] a = new byte[32];
        byte[] b = new byte[32];
        os.system().urandom(a);
        os.system().urandom(b);
        assertThat(a).isNotEqualTo(b);
    }

    @Test
    void usersAreKnown() {
        assertThat(requireNonNull(os.users().user(0)).name()).isEqualTo("root");
        assertThat(requireNonNull(os.users().user("root")).uid()).isZero();
        assertThat(requireNonNull(os.users().group("root")).gid()).isZero();
        assertThat(os.users().user("no such user")).isNull();
        assertThat(os.users().users()).contains(os.users().user(0));
        assertThat(os.users().groups()).contains(os.users().group(0));
    }

    @Test
    void standardStreamsHaveTheirNumbers() {
        assertThat(os.files().fileOf(1).fileno()).isEqualTo(1);
        assertThat(os.files().stat(1).mode() & OsStat.S_IFMT).isNotZero();
        assertThat(write(2, "")).isZero();
        assertThat(os.terminal().isTerminal(99)).isFalse();
    }
}
