package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** What a text stream consists of, and how that is set. Answers to the structure {@code textio} of {@code textio.c} and its initialisation. */
abstract class TextState {
    static final int DEFAULT_CHUNK = 8192;

    /** The stream of bytes; null before {@code __init__} and when detached. */
    @Nullable
    Object buffer;

    /** The buffer as one of the exact buffered types, whose core is called directly. */
    @Nullable
    BufferedStream fast;

    boolean isDetached;
    boolean finalizing;
    boolean unwatched;
    Object encoding = Singleton.NONE;
    Object errors = Singleton.NONE;

    @Nullable
    LineEnds ends;

    /** Null where the buffer can't be read. */
    @Nullable
    TextDecoder decoder;

    /** Whether the buffer can be written. */
    boolean canWrite;

    /** The codec when it is one of ours, else null. */
    @Nullable
    Codecs codec;

    /** An incremental encoder of Python code, where the codec is not one of ours. */
    @Nullable
    Object encoder;

    boolean lineBuffering;
    boolean writeThrough;
    boolean seekable;

    /** Whether the position can be told: not while {@code next} is used. */
    boolean telling;

    boolean hasRead1;
    int chunkSize = DEFAULT_CHUNK;

    /** Text that was decoded, null for none, and how much of it was read. */
    @Nullable
    Object decoded;

    int decodedUsed;

    /** The state of the decoder before the last chunk, and all bytes that it was given since; null without a position to tell. */
    TextDecoder.@Nullable State snapshot;

    /** Bytes for a character in the last chunk. */
    double ratio;

    void start(
            ThreadState ts,
            IoModule state,
            Object buffer,
            @Nullable String encoding,
            Object errors,
            @Nullable String newline,
            boolean lineBuffering,
            boolean writeThrough) {
        this.buffer = null;
        isDetached = false;
        IoErrors.requireText(ts, encoding);
        IoErrors.requireText(ts, newline);
        if (encoding == null) {
            Encodings.warnDefault(ts, 1);
        }
        if (errors != Singleton.NONE && !ts.isStr(errors)) {
            throw ts.typeError(
                    "TextIOWrapper() argument 'errors' must be str or None, not " + IoErrors.typeName(ts, errors));
        }
        Object handler = errors == Singleton.NONE ? "strict" : ts.strValue(errors);
        IoErrors.requireText(ts, Str.toJavaString(handler));
        if (Encodings.isDevMode(ts)) {
            Object ignored = ts.callMethod(ts.importModule("_codecs"), "lookup_error", handler);
        }
        LineEnds lineEnds = LineEnds.ofText(ts, newline);
        String name = encoding;
        if (name == null && Encodings.isUtf8Mode(ts)) {
            name = "utf-8";
        } else if (name == null || name.equals("locale")) {
            name = state.localeEncoding(ts);
        }
        Object info = lookup(ts, name);
        this.encoding = Str.of(name);
        this.errors = handler;
        this.ends = lineEnds;
        this.chunkSize = DEFAULT_CHUNK;
        this.lineBuffering = lineBuffering;
        this.writeThrough = writeThrough;
        this.decoded = null;
        this.decodedUsed = 0;
        this.snapshot = null;
        this.ratio = 0;
        setDecoder(ts, buffer, info, lineEnds);
        setEncoder(ts, buffer, info);
        boolean exact = buffer instanceof BufferedStream b && b.isExact(ts, state);
        fast = exact ? (BufferedStream) buffer : null;
        seekable = ts.isTrue(ts.callMethod(buffer, "seekable"));
        telling = seekable;
        hasRead1 = exact || ts.findAttr(buffer, "read1") != null;
        this.buffer = buffer;
        Finalizing.takeOver(ts, buffer);
        fixEncoder(ts, buffer);
    }

    /** Chooses the codec: one of ours, or the CodecInfo that is returned. */
    private @Nullable Object lookup(ThreadState ts, String name) {
        codec = Codecs.of(name);
        return codec != null ? null : Encodings.lookup(ts, name, "codecs.open()");
    }

    private void setDecoder(ThreadState ts, Object buffer, @Nullable Object info, LineEnds lineEnds) {
        decoder = null;
        if (!ts.isTrue(ts.callMethod(buffer, "readable"))) {
            return;
        }
        Codecs own = codec;
        TextDecoder plain = own != null || info == null
                ? new NativeDecoder(own == null ? Codecs.UTF_8 : own, errors)
                : new PythonDecoder(ts.callMethod(info, "incrementaldecoder", errors));
        decoder = lineEnds.readUniversal ? new TranslatingDecoder(plain, lineEnds.readTranslate) : plain;
    }

    private void setEncoder(ThreadState ts, Object buffer, @Nullable Object info) {
        encoder = null;
        canWrite = ts.isTrue(ts.callMethod(buffer, "writable"));
        if (canWrite && info != null) {
            encoder = ts.callMethod(info, "incrementalencoder", errors);
        }
    }

    /** An encoder that begins in the middle of a stream must not write a mark ({@code _textiowrapper_fix_encoder_state}). */
    private void fixEncoder(ThreadState ts, Object buffer) {
        Object e = encoder;
        if (e != null && seekable && !ts.equal(ts.callMethod(buffer, "tell"), 0L)) {
            ts.callMethod(e, "setstate", 0L);
        }
    }

    /** {@code _textiowrapper_change_encoding}, after everything was flushed. */
    void changeEncoding(
            ThreadState ts, IoModule state, @Nullable String newEncoding, Object newErrors, LineEnds lineEnds) {
        Object stream = attached(ts);
        String name = newEncoding;
        Object handler = newErrors;
        if (name == null) {
            name = Str.toJavaString(encoding);
            if (handler == Singleton.NONE) {
                handler = errors;
            }
        } else {
            if (name.equals("locale")) {
                name = state.localeEncoding(ts);
            }
            if (handler == Singleton.NONE) {
                handler = "strict";
            }
        }
        Codecs before = codec;
        Object info;
        try {
            info = lookup(ts, name);
        } catch (RuntimeException e) {
            codec = before;
            throw e;
        }
        errors = ts.strValue(handler);
        setDecoder(ts, stream, info, lineEnds);
        setEncoder(ts, stream, info);
        encoding = Str.of(name);
        fixEncoder(ts, stream);
    }

    Object attached(ThreadState ts) {
        Object b = buffer;
        if (b == null) {
            throw isDetached ? ts.valueError("underlying buffer has been detached") : IoErrors.uninitialized(ts);
        }
        return b;
    }

    LineEnds ends(ThreadState ts) {
        LineEnds e = ends;
        if (e == null) {
            throw IoErrors.uninitialized(ts);
        }
        return e;
    }

    /** The buffer of a stream that is open. */
    Object open(ThreadState ts, IoModule state, PyObject self) {
        Object b = attached(ts);
        BufferedStream f = fast;
        if (f != null && f.core.file != null && self.type() == state.textIoWrapper(ts)) {
            if (f.core.isClosed(ts)) {
                throw IoErrors.closed(ts);
            }
        } else {
            IoBase.requireOpen(ts, self);
        }
        return b;
    }

    void forgetDecoded() {
        decoded = null;
        decodedUsed = 0;
        snapshot = null;
    }
}
