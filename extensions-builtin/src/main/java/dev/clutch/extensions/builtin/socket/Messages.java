package dev.clutch.extensions.builtin.socket;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.ThreadState;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Buffers and ancillary data of {@code sendmsg} and {@code recvmsg}. */
final class Messages {
    /** The size of {@code struct cmsghdr}: a length of eight bytes, level and type of four. */
    static final int HEADER = 16;

    private Messages() {}

    static long aligned(long length) {
        return (length + 7) & ~7L;
    }

    static byte[] joined(ThreadState ts, Object buffers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object part : items(ts, buffers, "sendmsg() argument 1 must be an iterable")) {
            try (var view = ts.buffer(part, false)) {
                out.write(view.array(), view.offset(), view.length());
            }
        }
        return out.toByteArray();
    }

    static Object[] items(ThreadState ts, Object iterable, String message) {
        if (ts.findSpecial(iterable, "__iter__") == null && ts.findSpecial(iterable, "__getitem__") == null) {
            throw ts.typeError(message);
        }
        return ts.toArray(iterable);
    }

    /** Rows of level, type and data as the kernel takes them. */
    static byte[] control(ThreadState ts, Object ancillary) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object item : items(ts, ancillary, "sendmsg() argument 2 must be an iterable")) {
            if (!ts.isTuple(item) && !ts.isList(item)) {
                throw ts.typeError("[sendmsg() ancillary data items]() argument must be 3-item sequence, not "
                        + ts.typeOf(item).displayName());
            }
            int count = ts.fastSize(item);
            if (count != 3) {
                throw ts.typeError(
                        "[sendmsg() ancillary data items]() argument must be sequence of length 3, not " + count);
            }
            int level = ts.asInt(ts.fastItem(item, 0));
            int type = ts.asInt(ts.fastItem(item, 1));
            try (var view = ts.buffer(ts.fastItem(item, 2), false)) {
                int room = (int) (HEADER + aligned(view.length()));
                ByteBuffer row = ByteBuffer.allocate(room).order(ByteOrder.nativeOrder());
                row.putLong(HEADER + view.length()).putInt(level).putInt(type);
                row.put(view.array(), view.offset(), view.length());
                out.write(row.array(), 0, room);
            }
        }
        return out.toByteArray();
    }

    /** The list of level, type and data of rows from the kernel; the last row may be cut. */
    static Object ancillary(ThreadState ts, byte[] control) {
        Object list = ts.newList();
        ByteBuffer rows = ByteBuffer.wrap(control).order(ByteOrder.nativeOrder());
        int at = 0;
        while (at + HEADER <= control.length) {
            long length = rows.getLong(at);
            if (length < HEADER) {
                break;
            }
            int end = (int) Math.min(control.length, at + length);
            ts.listAppend(
                    list,
                    ts.newTuple(
                            (long) rows.getInt(at + 8),
                            (long) rows.getInt(at + 12),
                            ts.newBytes(Arrays.copyOfRange(control, at + HEADER, end))));
            at += (int) Math.min(control.length, aligned(length));
        }
        return list;
    }

    static int room(ThreadState ts, Object[] buffers) {
        int total = 0;
        for (Object part : buffers) {
            try (var view = ts.buffer(part, true)) {
                total = Math.addExact(total, view.length());
            } catch (PythonException e) {
                throw ts.matches(e, "TypeError") || ts.matches(e, "BufferError")
                        ? ts.typeError(
                                "recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers")
                        : e;
            }
        }
        return total;
    }

    static void scatter(ThreadState ts, Object[] buffers, byte[] data) {
        int at = 0;
        for (int i = 0; at < data.length && i < buffers.length; i++) {
            try (var view = ts.buffer(buffers[i], true)) {
                int n = Math.min(view.length(), data.length - at);
                System.arraycopy(data, at, view.array(), view.offset(), n);
                at += n;
            }
        }
    }
}
