package dev.clutch.extensions.builtin.posix;

import dev.clutch.extension.spi.LazyValue;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.OsProcess;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.OsStatVfs;
import java.math.BigInteger;

/** The struct sequences of one module object. */
final class Results {
    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

    final PyType stat;
    final PyType statvfs;
    final PyType terminalSize;
    final PyType uname;
    final PyType times;
    final PyType waitid;
    final PyType schedParam;

    Results(ThreadState ts, PyObject module) {
        stat = ts.newStructSequence(
                "os.stat_result",
                "The answer of stat(), fstat() and lstat(): a tuple of ten integers, with more by name.",
                new String[] {
                    "st_mode",
                    "st_ino",
                    "st_dev",
                    "st_nlink",
                    "st_uid",
                    "st_gid",
                    "st_size",
                    "",
                    "",
                    "",
                    "st_atime",
                    "st_mtime",
                    "st_ctime",
                    "st_atime_ns",
                    "st_mtime_ns",
                    "st_ctime_ns",
                    "st_blksize",
                    "st_blocks",
                    "st_rdev"
                },
                10);
        statvfs = ts.newStructSequence(
                "os.statvfs_result",
                "The answer of statvfs() and fstatvfs().",
                new String[] {
                    "f_bsize",
                    "f_frsize",
                    "f_blocks",
                    "f_bfree",
                    "f_bavail",
                    "f_files",
                    "f_ffree",
                    "f_favail",
                    "f_flag",
                    "f_namemax",
                    "f_fsid"
                },
                10);
        terminalSize = ts.newStructSequence(
                "os.terminal_size", "Columns and lines of a terminal.", new String[] {"columns", "lines"}, 2);
        uname = ts.newStructSequence(
                "posix.uname_result",
                "The answer of uname().",
                new String[] {"sysname", "nodename", "release", "version", "machine"},
                5);
        times = ts.newStructSequence(
                "posix.times_result",
                "The answer of times().",
                new String[] {"user", "system", "children_user", "children_system", "elapsed"},
                5);
        waitid = ts.newStructSequence(
                "posix.waitid_result",
                "The answer of waitid().",
                new String[] {"si_pid", "si_uid", "si_signo", "si_status", "si_code"},
                5);
        schedParam = ts.moduleType(module, "sched_param");
    }

    void export(ThreadState ts, PyObject module) {
        ts.setAttr(module, "stat_result", stat);
        ts.setAttr(module, "statvfs_result", statvfs);
        ts.setAttr(module, "terminal_size", terminalSize);
        ts.setAttr(module, "times_result", times);
        ts.setAttr(module, "uname_result", uname);
        ts.setAttr(module, "waitid_result", waitid);
    }

    /** Makes the block counts only when asked for. */
    private record Blocks(OsStat stat, boolean size) implements LazyValue {
        @Override
        public Object get(ThreadState ts) {
            return size ? stat.blockSize() : stat.blocks();
        }
    }

    PyObject stat(ThreadState ts, OsStat s) {
        return ts.newStructSequenceInstance(
                stat,
                (long) s.mode(),
                unsigned(ts, s.ino()),
                unsigned(ts, s.dev()),
                s.nlink(),
                s.uid() & 0xFFFFFFFFL,
                s.gid() & 0xFFFFFFFFL,
                s.size(),
                s.atimeSeconds(),
                s.mtimeSeconds(),
                s.ctimeSeconds(),
                seconds(s.atimeSeconds(), s.atimeNanos()),
                seconds(s.mtimeSeconds(), s.mtimeNanos()),
                seconds(s.ctimeSeconds(), s.ctimeNanos()),
                nanos(ts, s.atimeSeconds(), s.atimeNanos()),
                nanos(ts, s.mtimeSeconds(), s.mtimeNanos()),
                nanos(ts, s.ctimeSeconds(), s.ctimeNanos()),
                new Blocks(s, true),
                new Blocks(s, false),
                unsigned(ts, s.rdev()));
    }

    static Object unsigned(ThreadState ts, long n) {
        return n >= 0 ? (Object) n : ts.newInt(new BigInteger(Long.toUnsignedString(n)));
    }

    private static Double seconds(long seconds, int nanos) {
        return seconds + 1e-9 * nanos;
    }

    private static Object nanos(ThreadState ts, long seconds, int nanos) {
        if (seconds < 9_000_000_000L && seconds > -9_000_000_000L) {
            return seconds * 1_000_000_000L + nanos;
        }
        return ts.newInt(BigInteger.valueOf(seconds).multiply(BILLION).add(BigInteger.valueOf(nanos)));
    }

    PyObject statvfs(ThreadState ts, OsStatVfs s) {
        return ts.newStructSequenceInstance(
                statvfs,
                s.blockSize(),
                s.fragmentSize(),
                s.blocks(),
                s.blocksFree(),
                s.blocksAvailable(),
                s.files(),
                s.filesFree(),
                s.filesAvailable(),
                s.flags(),
                s.maxNameLength(),
                unsigned(ts, s.fileSystemId()));
    }

    /** A tuple of pid, status and, for wait3 and wait4, a {@code struct_rusage} of the module {@code resource}. */
    static Object waited(ThreadState ts, OsProcess.Wait w, boolean withUsage) {
        if (!withUsage) {
            return ts.newTuple((long) w.pid(), (long) w.status());
        }
        return ts.newTuple((long) w.pid(), (long) w.status(), usage(ts, w.usage()));
    }

    private static Object usage(ThreadState ts, OsProcess.Usage u) {
        Object type = ts.getAttr(ts.importModule("resource"), "struct_rusage");
        return ts.call(
                type,
                ts.newTuple(
                        u.userMicros() / 1e6,
                        u.systemMicros() / 1e6,
                        u.maxResident(),
                        u.sharedMemory(),
                        u.unsharedData(),
                        u.unsharedStack(),
                        u.minorFaults(),
                        u.majorFaults(),
                        u.swaps(),
                        u.blockInput(),
                        u.blockOutput(),
                        u.messagesSent(),
                        u.messagesReceived(),
                        u.signals(),
                        u.voluntarySwitches(),
                        u.involuntarySwitches()));
    }
}
