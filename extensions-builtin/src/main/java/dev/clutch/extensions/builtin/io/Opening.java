package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code open}. Answers to {@code _io_open_impl}. */
final class Opening {
    private Opening() {}

    /** What a mode says. */
    private static final class Mode {
        boolean creating;
        boolean reading;
        boolean writing;
        boolean appending;
        boolean updating;
        boolean text;
        boolean binary;

        /** False for a character that is wrong or there twice. */
        boolean add(char c) {
            boolean before;
            switch (c) {
                case 'x':
                    before = creating;
                    creating = true;
                    return !before;
                case 'r':
                    before = reading;
                    reading = true;
                    return !before;
                case 'w':
                    before = writing;
                    writing = true;
                    return !before;
                case 'a':
                    before = appending;
                    appending = true;
                    return !before;
                case '+':
                    before = updating;
                    updating = true;
                    return !before;
                case 't':
                    before = text;
                    text = true;
                    return !before;
                case 'b':
                    before = binary;
                    binary = true;
                    return !before;
                default:
                    return false;
            }
        }

        int kinds() {
            return (creating ? 1 : 0) + (reading ? 1 : 0) + (writing ? 1 : 0) + (appending ? 1 : 0);
        }

        /** The mode of the raw stream. */
        String raw() {
            String kind = creating ? "x" : reading ? "r" : writing ? "w" : "a";
            return updating ? kind + "+" : kind;
        }
    }

    static Object open(
            ThreadState ts,
            IoModule state,
            Object file,
            String modeText,
            int buffering,
            @Nullable String encoding,
            @Nullable String errors,
            @Nullable String newline,
            boolean closefd,
            Object opener) {
        Object path =
                ts.isInt(file) || ts.findSpecial(file, "__index__") != null && !ts.isStr(file) ? file : ts.fspath(file);
        Mode mode = mode(ts, modeText, encoding, errors, newline);
        if (mode.binary && buffering == 1) {
            ts.warn(
                    "RuntimeWarning",
                    "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
                    1);
        }
        FileIo raw = new FileIo(state.fileIo(ts), new FileCore());
        raw.__init__(ts, state, path, mode.raw(), closefd, opener);
        Object result = raw;
        try {
            boolean terminal = raw.isatty(ts);
            boolean lines = false;
            int size = buffering;
            if (size == 1 && !mode.binary || size < 0 && terminal) {
                size = -1;
                lines = true;
            }
            if (size < 0 || size == 1) {
                size = (int) IoModule.DEFAULT_BUFFER_SIZE;
            }
            if (size == 0) {
                if (!mode.binary) {
                    throw ts.valueError("can't have unbuffered text I/O");
                }
                ts.watch(raw);
                return raw;
            }
            PyObject buffered = buffered(ts, state, raw, mode, size);
            result = buffered;
            if (mode.binary) {
                ts.watch(buffered);
                return result;
            }
            TextIoWrapper wrapper = new TextIoWrapper(state.textIoWrapper(ts), new TextCore());
            Object handler = errors == null ? Singleton.NONE : Str.of(errors);
            wrapper.__init__(ts, state, result, encoding, handler, newline, lines, false);
            result = wrapper;
            ts.setAttr(wrapper, "mode", Str.of(modeText));
            ts.watch(wrapper);
            return wrapper;
        } catch (PythonException e) {
            try {
                ts.callMethod(result, "close");
            } catch (PythonException later) {
                throw Chaining.chain(ts, later, e);
            }
            throw e;
        }
    }

    private static PyObject buffered(ThreadState ts, IoModule state, FileIo raw, Mode mode, int size) {
        if (mode.updating) {
            BufferedRandom random = new BufferedRandom(state.bufferedRandom(ts), new BufferCore());
            random.__init__(ts, state, raw, size);
            return random;
        }
        if (mode.reading) {
            BufferedReader reader = new BufferedReader(state.bufferedReader(ts), new BufferCore());
            reader.__init__(ts, state, raw, size);
            return reader;
        }
        BufferedWriter writer = new BufferedWriter(state.bufferedWriter(ts), new BufferCore());
        writer.__init__(ts, state, raw, size);
        return writer;
    }

    private static Mode mode(
            ThreadState ts, String text, @Nullable String encoding, @Nullable String errors, @Nullable String newline) {
        Mode mode = new Mode();
        for (int i = 0; i < text.length(); i++) {
            if (!mode.add(text.charAt(i))) {
                throw ts.valueError("invalid mode: '" + text + "'");
            }
        }
        if (mode.text && mode.binary) {
            throw ts.valueError("can't have text and binary mode at once");
        }
        if (mode.kinds() != 1) {
            throw ts.valueError("must have exactly one of create/read/write/append mode");
        }
        if (mode.binary && encoding != null) {
            throw ts.valueError("binary mode doesn't take an encoding argument");
        }
        if (mode.binary && errors != null) {
            throw ts.valueError("binary mode doesn't take an errors argument");
        }
        if (mode.binary && newline != null) {
            throw ts.valueError("binary mode doesn't take a newline argument");
        }
        return mode;
    }
}
