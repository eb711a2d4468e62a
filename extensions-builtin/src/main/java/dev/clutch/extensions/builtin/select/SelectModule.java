package dev.clutch.extensions.builtin.select;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsConstants;
import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extensions.builtin.posix.FileDescriptors;
import java.util.Arrays;

/** {@code select}. */
@ExtensionModule(
        name = "select",
        doc = "Waiting for descriptors.",
        types = {Poll.class, Epoll.class},
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class SelectModule {
    private static final int FD_SETSIZE = 1024;

    @Exec
    void start(ThreadState ts, PyObject module) {
        OsConstants constants = ts.os().system().constants();
        for (String name : constants.names("select")) {
            ts.setAttr(module, name.intern(), constants.value("select", name));
        }
        ts.setAttr(module, "error", ts.exceptionType("OSError"));
    }

    @Expose(doc = "Make an object that waits for registered descriptors.")
    static Object poll(ThreadState ts, PyObject module) {
        return new Poll(ts.moduleType(module, "poll"));
    }

    /** One of the three lists: objects and their descriptors. */
    private static final class Watched {
        private final Object[] objects;
        private final int[] fds;

        private Watched(Object[] objects, int[] fds) {
            this.objects = objects;
            this.fds = fds;
        }

        static Watched of(ThreadState ts, Object list) {
            if (!ts.isList(list)
                    && !ts.isTuple(list)
                    && ts.findSpecial(list, "__iter__") == null
                    && ts.findSpecial(list, "__getitem__") == null) {
                throw ts.typeError("arguments 1-3 must be sequences");
            }
            // a list may change while fileno() of its elements runs
            Object items = ts.isList(list) || ts.isTuple(list) ? list : ts.newTuple(ts.toArray(list));
            int room = ts.fastSize(items);
            Object[] objects = new Object[room];
            int[] fds = new int[room];
            int count = 0;
            for (int i = 0; i < ts.fastSize(items) && i < room; i++) {
                Object o = ts.fastItem(items, i);
                int fd = FileDescriptors.of(ts, o);
                if (fd >= FD_SETSIZE) {
                    throw ts.valueError("filedescriptor out of range in select()");
                }
                objects[count] = o;
                fds[count++] = fd;
            }
            return new Watched(Arrays.copyOf(objects, count), Arrays.copyOf(fds, count));
        }

        void add(int[] events, int[] all, int count, int event) {
            for (int fd : fds) {
                for (int i = 0; i < count; i++) {
                    if (all[i] == fd) {
                        events[i] |= event;
                        break;
                    }
                }
            }
        }

        Object ready(ThreadState ts, int[] all, int[] ready, int count, int mask) {
            Object list = ts.newList();
            for (int k = 0; k < fds.length; k++) {
                for (int i = 0; i < count; i++) {
                    if (all[i] == fds[k] && (ready[i] & mask) != 0) {
                        ts.listAppend(list, objects[k]);
                        break;
                    }
                }
            }
            return list;
        }
    }

    @Expose(
            signature = "(rlist, wlist, xlist, timeout=None, /)",
            doc = "Wait until descriptors are ready for reading, for writing, or have something exceptional.")
    static Object select(ThreadState ts, Object rlist, Object wlist, Object xlist, Object timeout) {
        long nanos = -1;
        if (timeout != Singleton.NONE) {
            nanos = Timeouts.seconds(ts, timeout, "timeout must be a float or None");
            if (nanos < 0) {
                throw ts.valueError("timeout must be non-negative");
            }
        }
        Watched reading = Watched.of(ts, rlist);
        Watched writing = Watched.of(ts, wlist);
        Watched exceptional = Watched.of(ts, xlist);
        int[] all = new int[reading.fds.length + writing.fds.length + exceptional.fds.length];
        int count = 0;
        for (Watched w : new Watched[] {reading, writing, exceptional}) {
            for (int fd : w.fds) {
                boolean known = false;
                for (int i = 0; i < count && !known; i++) {
                    known = all[i] == fd;
                }
                if (!known) {
                    all[count++] = fd;
                }
            }
        }
        int[] fds = Arrays.copyOf(all, count);
        int[] events = new int[count];
        reading.add(events, fds, count, OsPolling.POLLIN);
        writing.add(events, fds, count, OsPolling.POLLOUT);
        exceptional.add(events, fds, count, OsPolling.POLLPRI);
        int[] ready = new int[count];
        Timeouts.poll(ts, fds, events, ready, nanos);
        for (int r : ready) {
            if ((r & OsPolling.POLLNVAL) != 0) {
                throw ts.osError(Errno.EBADF, null, null);
            }
        }
        return ts.newTuple(
                reading.ready(ts, fds, ready, count, OsPolling.POLLIN | OsPolling.POLLHUP | OsPolling.POLLERR),
                writing.ready(ts, fds, ready, count, OsPolling.POLLOUT | OsPolling.POLLERR),
                exceptional.ready(ts, fds, ready, count, OsPolling.POLLPRI));
    }
}
