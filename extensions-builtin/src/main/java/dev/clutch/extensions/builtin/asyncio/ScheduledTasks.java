package dev.clutch.extensions.builtin.asyncio;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code _scheduled_tasks}: the tasks that have not ended, held weakly. Tasks of this module are in a list of links that they know themselves, as in CPython 3.14, since every task comes and goes once; objects of
 * other classes are in a {@code WeakSet}. Used under the interpreter's lock, but for the queue.
 */
@ExtensionType(name = "_asyncio.ScheduledTasks", exported = false, doc = "The tasks that have not ended.")
final class ScheduledTasks extends PyObject {
    private final ReferenceQueue<TaskObject> gone = new ReferenceQueue<>();
    private final Link head = new Link(null, gone);
    private final Object others;

    ScheduledTasks(PyType type, Object others) {
        super(type);
        this.others = others;
    }

    /** A task's place in the ring, or alone. One whose task was collected leaves the ring when the next task comes. */
    static final class Link extends WeakReference<TaskObject> {
        private Link previous = this;
        private Link next = this;

        private Link(@Nullable TaskObject task, ReferenceQueue<TaskObject> gone) {
            super(task, gone);
        }

        private void leave() {
            previous.next = next;
            next.previous = previous;
            previous = this;
            next = this;
        }
    }

    @Expose(signature = "(task, /)", doc = "Add a task.")
    void add(ThreadState ts, Object task) {
        if (!(task instanceof TaskObject t)) {
            Object ignored = ts.callMethod(others, "add", task);
            return;
        }
        for (Reference<? extends TaskObject> r = gone.poll(); r != null; r = gone.poll()) {
            ((Link) r).leave();
        }
        if (t.link == null) {
            Link link = new Link(t, gone);
            link.previous = head.previous;
            link.next = head;
            head.previous.next = link;
            head.previous = link;
            t.link = link;
        }
    }

    @Expose(signature = "(task, /)", doc = "Remove a task if it is there.")
    void discard(ThreadState ts, Object task) {
        if (!(task instanceof TaskObject t)) {
            Object ignored = ts.callMethod(others, "discard", task);
        } else if (t.link != null) {
            t.link.leave();
            t.link = null;
        }
    }

    @Expose
    Object __iter__(ThreadState ts) {
        return ts.iter(all(ts));
    }

    @Expose
    long __len__(ThreadState ts) {
        return ts.size(all(ts));
    }

    @Expose
    boolean __contains__(ThreadState ts, Object task) {
        return task instanceof TaskObject t ? t.link != null : ts.contains(others, task);
    }

    /** A list of them as they are now. */
    private Object all(ThreadState ts) {
        List<Object> found = new ArrayList<>();
        for (Link l = head.next; l != head; l = l.next) {
            TaskObject t = l.get();
            if (t != null) {
                found.add(t);
            }
        }
        Object list = ts.newList(found.toArray());
        Object ignored = ts.callMethod(list, "extend", others);
        return list;
    }
}
