package dev.clutch.extensions.builtin.posix;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.FsEncoding;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsProcess;
import dev.clutch.extension.spi.os.OsSystem;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/** Functions of the machine, the environment and the scheduler. */
abstract class SystemFunctions extends DescriptorFunctions {
    // --- environment -------------------------------------------------------------------------------------------

    /** The dict {@code posix.environ}: bytes to bytes. */
    static Object environ(ThreadState ts) {
        Object dict = ts.newDict();
        for (Map.Entry<String, String> entry : ts.os().environment().snapshot().entrySet()) {
            ts.dictSet(
                    dict,
                    ts.newBytes(FsEncoding.encode(entry.getKey())),
                    ts.newBytes(FsEncoding.encode(entry.getValue())));
        }
        return dict;
    }

    @Expose(signature = "(name, value, /)", doc = "Set a variable of the environment of this interpreter.")
    static void putenv(ThreadState ts, Object name, Object value) {
        String key = PathArgument.fsText(ts, name);
        String text = PathArgument.fsText(ts, value);
        if (key.indexOf('=') >= 0) {
            throw ts.valueError("illegal environment variable name");
        }
        ts.audit("os.putenv", PathArgument.fsBytes(ts, name), PathArgument.fsBytes(ts, value));
        try {
            ts.os().environment().set(key, text);
        } catch (OsException e) {
            throw refused(ts, e);
        }
    }

    @Expose(signature = "(name, /)", doc = "Remove a variable of the environment of this interpreter.")
    static void unsetenv(ThreadState ts, Object name) {
        String key = PathArgument.fsText(ts, name);
        if (key.isEmpty() || key.indexOf('=') >= 0) {
            throw ts.osError(Errno.EINVAL, null, null);
        }
        ts.audit("os.unsetenv", PathArgument.fsBytes(ts, name));
        ts.os().environment().unset(key);
    }

    // --- machine -----------------------------------------------------------------------------------------------

    @Expose(doc = "Name and version of the system.")
    Object uname(ThreadState ts) {
        OsSystem.Name n = run(ts, os -> os.system().uname());
        return ts.newStructSequenceInstance(
                results().uname,
                Str.of(n.system()),
                Str.of(n.node()),
                Str.of(n.release()),
                Str.of(n.version()),
                Str.of(n.machine()));
    }

    @Expose(doc = "How many processors the process may use.")
    static Object cpu_count(ThreadState ts) {
        int count = ts.os().system().processors();
        return count > 0 ? (Object) (long) count : Singleton.NONE;
    }

    @Expose(doc = "CPU times of the process and its children, and the time since some moment, in seconds.")
    Object times(ThreadState ts) {
        OsProcess.Usage own = run(ts, os -> os.process().usage(0));
        OsProcess.Usage children = run(ts, os -> os.process().usage(-1));
        return ts.newStructSequenceInstance(
                results().times,
                ticks(own.userMicros() * 1000),
                ticks(own.systemMicros() * 1000),
                ticks(children.userMicros() * 1000),
                ticks(children.systemMicros() * 1000),
                ticks(ts.os().clock().monotonicNanos()));
    }

    /** times(2) counts hundredths of a second. */
    private static Double ticks(long nanos) {
        long hundredths = nanos / 10_000_000;
        return hundredths / 100.0;
    }

    @Expose(doc = "The number of processes in the run queue over the last 1, 5 and 15 minutes.")
    static Object getloadavg(ThreadState ts) {
        double[] loads = run(ts, os -> os.system().loadAverages());
        return ts.newTuple(loads[0], loads[1], loads[2]);
    }

    @Expose(signature = "(name, /)", doc = "A configured number of the system.")
    static long sysconf(ThreadState ts, Object name) {
        int number = ConfigurationNames.number(ts, name, ConfigurationNames.Kind.SYSCONF);
        return run(ts, os -> os.system().sysconf(number));
    }

    @Expose(signature = "(name, /)", doc = "A configured text of the system.")
    static Object confstr(ThreadState ts, Object name) {
        int number = ConfigurationNames.number(ts, name, ConfigurationNames.Kind.CONFSTR);
        String text = run(ts, os -> os.system().confstr(number));
        return text.isEmpty() && number > 3 && number < 1000 ? Singleton.NONE : Str.of(text);
    }

    @Expose(signature = "(size, /)", doc = "Random bytes fit for keys.")
    static Object urandom(ThreadState ts, long size) {
        byte[] buffer = room(ts, size);
        ts.os().system().urandom(buffer);
        return ts.newBytes(buffer);
    }

    private static byte[] room(ThreadState ts, long size) {
        if (size < 0) {
            throw ts.valueError("negative argument not allowed");
        }
        if (size > Integer.MAX_VALUE - 64) {
            throw ts.error("MemoryError", "");
        }
        return new byte[(int) size];
    }

    @Expose(signature = "(size, flags=0)", doc = "Random bytes from the system.")
    static Object getrandom(ThreadState ts, long size, int flags) {
        if (size < 0) {
            throw ts.osError(Errno.EINVAL, null, null);
        }
        byte[] buffer = room(ts, size);
        int n = run(ts, os -> os.system().getrandom(buffer, flags));
        return bytes(ts, buffer, n);
    }

    @Expose(doc = "Write everything that the system holds to the devices.")
    static void sync(ThreadState ts) {
        act(ts, os -> os.files().syncAll());
    }

    @Expose(signature = "(code, /)", doc = "The text of an error number.")
    static Object strerror(ThreadState ts, int code) {
        return Errno.text(code);
    }

    @Expose(signature = "(mask, /)", doc = "Set the mask of new files' permissions; return the old one.")
    static long umask(ThreadState ts, int mask) {
        return run(ts, os -> os.paths().umask(mask));
    }

    // --- device numbers ----------------------------------------------------------------------------------------

    /** {@code _Py_Dev_Converter}. */
    static long device(ThreadState ts, Object o) {
        if (!ts.isInt(o)) {
            throw ts.typeError("an integer is required");
        }
        BigInteger n = ts.asBigInteger(o);
        if (n.signum() < 0) {
            throw ts.error("OverflowError", "can't convert negative int to unsigned");
        }
        if (n.bitLength() > 64) {
            throw ts.error("OverflowError", "int too big to convert");
        }
        return n.longValue();
    }

    @Expose(signature = "(device, /)", doc = "The major number of a device.")
    static long major(ThreadState ts, Object device) {
        long d = device(ts, device);
        return (d >>> 8 & 0xFFF | d >>> 32 & 0xFFFFF000L) & 0xFFFFFFFFL;
    }

    @Expose(signature = "(device, /)", doc = "The minor number of a device.")
    static long minor(ThreadState ts, Object device) {
        long d = device(ts, device);
        return (d & 0xFF | d >>> 12 & 0xFFFFFF00L) & 0xFFFFFFFFL;
    }

    @Expose(signature = "(major, minor, /)", doc = "The number of a device from its two parts.")
    static long makedev(ThreadState ts, int major, int minor) {
        long a = major & 0xFFFFFFFFL;
        long b = minor & 0xFFFFFFFFL;
        return (a & 0xFFFFF000L) << 32 | (a & 0xFFF) << 8 | (b & 0xFFFFFF00L) << 12 | b & 0xFF;
    }

    // --- scheduling --------------------------------------------------------------------------------------------

    @Expose(doc = "Let other threads run.")
    static void sched_yield(ThreadState ts) {
        act(ts, os -> os.process().yieldCpu());
    }

    @Expose(signature = "(pid, /)", doc = "The set of processors that a process may run on.")
    static Object sched_getaffinity(ThreadState ts, int pid) {
        int[] cpus = run(ts, os -> os.process().getAffinity(pid));
        Object[] out = new Object[cpus.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (long) cpus[i];
        }
        return ts.newSet(ts.newTuple(out));
    }

    @Expose(signature = "(pid, mask, /)", doc = "Set the processors that a process may run on.")
    static void sched_setaffinity(ThreadState ts, int pid, Object mask) {
        Object[] items = ts.toArray(mask);
        int[] cpus = new int[items.length];
        for (int i = 0; i < cpus.length; i++) {
            if (!ts.isInt(items[i])) {
                throw ts.typeError("expected an iterator of ints, but iterator yielded "
                        + ts.typeOf(items[i]).displayName());
            }
            long cpu = ts.asLong(items[i]);
            if (cpu < 0) {
                throw ts.valueError("negative CPU number");
            }
            if (cpu > Integer.MAX_VALUE - 1) {
                throw ts.error("OverflowError", "CPU number too large");
            }
            if (cpu > 1 << 20) {
                throw ts.osError(Errno.EINVAL, null, null);
            }
            cpus[i] = (int) cpu;
        }
        act(ts, os -> os.process().setAffinity(pid, cpus));
    }

    @Expose(signature = "(policy)", doc = "The greatest priority of a scheduling policy.")
    static long sched_get_priority_max(ThreadState ts, int policy) {
        return run(ts, os -> os.process().priorityLimit(policy, true));
    }

    @Expose(signature = "(policy)", doc = "The least priority of a scheduling policy.")
    static long sched_get_priority_min(ThreadState ts, int policy) {
        return run(ts, os -> os.process().priorityLimit(policy, false));
    }

    @Expose(signature = "(pid, /)", doc = "The scheduling policy of a process.")
    static long sched_getscheduler(ThreadState ts, int pid) {
        return run(ts, os -> os.process().getScheduler(pid));
    }

    static int priority(ThreadState ts, PyType schedParam, Object param) {
        if (ts.typeOf(param) != schedParam) {
            throw ts.typeError("must have a sched_param object");
        }
        long priority = ts.asLong(ts.fastItem(param, 0));
        if (priority != (int) priority) {
            throw ts.error("OverflowError", "sched_priority out of range");
        }
        return (int) priority;
    }

    @Expose(signature = "(pid, policy, param, /)", doc = "Set the scheduling policy of a process.")
    void sched_setscheduler(ThreadState ts, int pid, int policy, Object param) {
        int priority = priority(ts, results().schedParam, param);
        act(ts, os -> os.process().setScheduler(pid, policy, priority));
    }

    @Expose(signature = "(pid, /)", doc = "The scheduling parameters of a process.")
    Object sched_getparam(ThreadState ts, int pid) {
        return ts.call(results().schedParam, (long) run(ts, os -> os.process().getSchedulerPriority(pid)));
    }

    @Expose(signature = "(pid, param, /)", doc = "Set the scheduling parameters of a process.")
    void sched_setparam(ThreadState ts, int pid, Object param) {
        int priority = priority(ts, results().schedParam, param);
        act(ts, os -> os.process().setSchedulerPriority(pid, priority));
    }

    @Expose(signature = "(pid, /)", doc = "The time slice of SCHED_RR in seconds.")
    static double sched_rr_get_interval(ThreadState ts, int pid) {
        return run(ts, os -> os.process().roundRobinNanos(pid)) / 1e9;
    }

    // --- copying within the system, counters -------------------------------------------------------------------

    private static long place(ThreadState ts, Object offset) {
        return isNone(offset) ? -1 : ts.asLong(offset);
    }

    private static void checkCount(ThreadState ts, long count) {
        if (count < 0) {
            throw ts.valueError("negative value for 'count' not allowed");
        }
    }

    @Expose(signature = "(src, dst, count, offset_src=None, offset_dst=None)", doc = "Copy bytes from file to file.")
    static long copy_file_range(ThreadState ts, int src, int dst, long count, Object offset_src, Object offset_dst) {
        checkCount(ts, count);
        long from = place(ts, offset_src);
        long to = place(ts, offset_dst);
        return run(ts, os -> os.files().copyRange(src, dst, count, from, to));
    }

    @Expose(
            signature = "(src, dst, count, offset_src=None, offset_dst=None, flags=0)",
            doc = "Move bytes from or to a pipe.")
    static long splice(ThreadState ts, int src, int dst, long count, Object offset_src, Object offset_dst, int flags) {
        checkCount(ts, count);
        long from = place(ts, offset_src);
        long to = place(ts, offset_dst);
        return run(ts, os -> os.files().splice(src, dst, count, from, to, flags));
    }

    @Expose(signature = "(initval, flags=524288)", doc = "Make a counter to wait for; return its descriptor.")
    static long eventfd(ThreadState ts, long initval, int flags) {
        return run(ts, os -> os.files().eventFile((int) initval, flags));
    }

    @Expose(signature = "(fd)", doc = "Read a counter.")
    static Object eventfd_read(ThreadState ts, Object fd) {
        byte[] buffer = new byte[8];
        readInto(ts, descriptor(ts, fd), buffer, 0, 8);
        return Results.unsigned(ts, counter(buffer).getLong());
    }

    @Expose(signature = "(fd, value)", doc = "Add to a counter.")
    static void eventfd_write(ThreadState ts, Object fd, Object value) {
        BigInteger n = ts.asBigInteger(value);
        if (n.signum() < 0 || n.bitLength() > 64) {
            throw ts.error("OverflowError", "Python int too large to convert to C unsigned long");
        }
        byte[] buffer = new byte[8];
        counter(buffer).putLong(n.longValue());
        writeFrom(ts, descriptor(ts, fd), buffer, 0, 8);
    }

    /** Eight bytes in the machine's order. */
    private static ByteBuffer counter(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }
}
