package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code _io}. */
@ExtensionModule(
        name = "_io",
        doc = "Streams: what the module io is made of.",
        types = {
            IoBase.class,
            RawIoBase.class,
            BufferedIoBase.class,
            TextIoBase.class,
            FileIo.class,
            BytesIo.class,
            BytesIoBuffer.class,
            StringIo.class,
            BufferedReader.class,
            BufferedWriter.class,
            BufferedRandom.class,
            BufferedRwPair.class,
            NewlineDecoder.class,
            TextIoWrapper.class
        },
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class IoModule {
    /** Size of the buffers. */
    @Constant
    static final long DEFAULT_BUFFER_SIZE = 8192;

    private static final int FIRST_COLLECTION = 256;

    private final PyObject module;
    private int openFiles;
    private int collectAt = FIRST_COLLECTION;
    private @Nullable PyType unsupportedOperation;
    private @Nullable PyType fileIo;
    private @Nullable PyType bufferedReader;
    private @Nullable PyType bufferedWriter;
    private @Nullable PyType bufferedRandom;
    private @Nullable PyType textIoWrapper;
    private @Nullable String localeEncoding;

    IoModule(ThreadState ts, PyObject module) {
        this.module = module;
    }

    @Exec
    void exceptions(ThreadState ts, PyObject module) {
        ts.setAttr(module, "BlockingIOError", ts.exceptionType("BlockingIOError"));
        ts.setAttr(module, "UnsupportedOperation", unsupportedOperation(ts));
    }

    PyType unsupportedOperation(ThreadState ts) {
        PyType t = unsupportedOperation;
        if (t == null) {
            Object bases = ts.newTuple(ts.exceptionType("OSError"), ts.exceptionType("ValueError"));
            t = ts.newExceptionType("io.UnsupportedOperation", "", bases);
            unsupportedOperation = t;
        }
        return t;
    }

    PyType fileIo(ThreadState ts) {
        PyType t = fileIo;
        if (t == null) {
            t = ts.moduleType(module, "FileIO");
            fileIo = t;
        }
        return t;
    }

    PyType bufferedReader(ThreadState ts) {
        PyType t = bufferedReader;
        if (t == null) {
            t = ts.moduleType(module, "BufferedReader");
            bufferedReader = t;
        }
        return t;
    }

    PyType bufferedWriter(ThreadState ts) {
        PyType t = bufferedWriter;
        if (t == null) {
            t = ts.moduleType(module, "BufferedWriter");
            bufferedWriter = t;
        }
        return t;
    }

    PyType bufferedRandom(ThreadState ts) {
        PyType t = bufferedRandom;
        if (t == null) {
            t = ts.moduleType(module, "BufferedRandom");
            bufferedRandom = t;
        }
        return t;
    }

    PyType textIoWrapper(ThreadState ts) {
        PyType t = textIoWrapper;
        if (t == null) {
            t = ts.moduleType(module, "TextIOWrapper");
            textIoWrapper = t;
        }
        return t;
    }

    PyType type(ThreadState ts, String name) {
        return ts.moduleType(module, name);
    }

    /**
     * A file was opened. Each time that many more are open than ever were after a collection, what nobody holds is closed: reference counts would have done so at once, and the
     * system's descriptors are few.
     */
    void opened(ThreadState ts) {
        openFiles++;
        if (openFiles >= collectAt) {
            collect(ts);
            collectAt = Math.max(FIRST_COLLECTION, 2 * openFiles);
        }
    }

    /** A file was closed. */
    void closed() {
        openFiles--;
    }

    /** Closes files that nobody holds. */
    void collect(ThreadState ts) {
        ts.callMethod(ts.importModule("gc"), "collect");
    }

    /** The encoding of the locale, found once ({@code _Py_GetLocaleEncodingObject}). */
    String localeEncoding(ThreadState ts) {
        String e = localeEncoding;
        if (e == null) {
            e = Encodings.ofLocale(ts);
            localeEncoding = e;
        }
        return e;
    }

    @Expose(
            signature = "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True,"
                    + " opener=None)",
            doc = "Open a file and return a stream.")
    Object open(
            ThreadState ts,
            Object file,
            String mode,
            int buffering,
            @Nullable String encoding,
            @Nullable String errors,
            @Nullable String newline,
            boolean closefd,
            Object opener) {
        return Opening.open(ts, this, file, mode, buffering, encoding, errors, newline, closefd, opener);
    }

    @Expose(name = "open_code", signature = "(path)", doc = "Open a file whose content is to be executed.")
    Object openCode(ThreadState ts, String path) {
        Object hooked = ts.callMethod(ts.importModule("_imp"), "open_code_hook", dev.clutch.extension.spi.Str.of(path));
        if (hooked != Singleton.NONE) {
            return hooked;
        }
        return Opening.open(
                ts, this, dev.clutch.extension.spi.Str.of(path), "rb", -1, null, null, null, true, Singleton.NONE);
    }

    @Expose(
            name = "text_encoding",
            signature = "(encoding, stacklevel=2, /)",
            doc = "Choose the encoding where None was given.")
    Object textEncoding(ThreadState ts, Object encoding, int stacklevel) {
        if (encoding != Singleton.NONE) {
            return encoding;
        }
        Encodings.warnDefault(ts, stacklevel);
        return Encodings.isUtf8Mode(ts) ? "utf-8" : "locale";
    }
}
