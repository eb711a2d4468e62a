package dev.clutch.interp.encodings;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.op.Truth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The codecs and error handlers of one interpreter. Answers to {@code Python/codecs.c}; touched under the interpreter's lock. */
public final class CodecRegistry {
    private static final int ENCODER = 0;
    private static final int DECODER = 1;

    private final List<Object> search = new ArrayList<>();
    private final PyDict cache = new PyDict();
    private final PyDict handlers = new PyDict();
    private boolean imported;

    /** For the interpreter. */
    public CodecRegistry() {
        HandlerFunctions.putAll(handlers);
    }

    /** The library's search function registers itself when its package is imported. */
    private void importEncodings(PyThreadState ts) {
        if (!imported) {
            imported = true;
            try {
                ts.importModule("encodings");
            } catch (PythonException e) {
                imported = false;
                throw e;
            }
        }
    }

    /** {@code codecs.register}. */
    public void register(PyThreadState ts, Object function) {
        importEncodings(ts);
        if (!Call.isCallable(function)) {
            throw Errors.typeError(ts, "argument must be callable");
        }
        search.add(function);
    }

    /** {@code codecs.unregister}: drops the cache with the function, if it is known. */
    public void unregister(Object function) {
        for (int i = 0; i < search.size(); i++) {
            if (search.get(i) == function) {
                cache.clear();
                search.remove(i);
                return;
            }
        }
    }

    /** Forgets one codec, for tests of the library. */
    public @Nullable Object forget(String encoding) {
        return cache.remove(normalise(encoding));
    }

    /** Lower case, with one underscore for what stands between letters, digits and dots ({@code _Py_normalize_encoding}). */
    public static String normalise(String encoding) {
        StringBuilder out = new StringBuilder(encoding.length());
        boolean gap = false;
        for (int i = 0; i < encoding.length(); i++) {
            char c = encoding.charAt(i);
            boolean upper = c >= 'A' && c <= 'Z';
            if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.') {
                if (gap && out.length() > 0) {
                    out.append('_');
                }
                gap = false;
                out.append(upper ? (char) (c + 32) : c);
            } else {
                gap = true;
            }
        }
        return out.toString();
    }

    /** {@code codecs.lookup}: a tuple of four functions, as a rule a {@code codecs.CodecInfo}. */
    public PyTuple lookup(PyThreadState ts, String encoding) {
        importEncodings(ts);
        String key = normalise(encoding).intern();
        if (cache.get(key) instanceof PyTuple known) {
            return known;
        }
        if (search.size() == 0) {
            throw Errors.error(ts, "LookupError", "no codec search functions registered: can't find encoding");
        }
        for (int i = 0; i < search.size(); i++) {
            Object found = Call.call1(ts, search.get(i), key);
            if (found == Singleton.NONE) {
                continue;
            }
            if (!(found instanceof PyTuple t) || t.size() != 4) {
                throw Errors.typeError(ts, "codec search functions must return 4-tuples");
            }
            cache.put(key, t);
            return t;
        }
        throw Errors.error(ts, "LookupError", "unknown encoding: " + encoding);
    }

    // --- converting through a codec ------------------------------------------------------------------------------

    /** {@code codecs.encode}. */
    public Object encode(PyThreadState ts, Object object, String encoding, @Nullable Object errors) {
        return run(ts, lookup(ts, encoding), ENCODER, object, encoding, errors);
    }

    /** {@code codecs.decode}. */
    public Object decode(PyThreadState ts, Object object, String encoding, @Nullable Object errors) {
        return run(ts, lookup(ts, encoding), DECODER, object, encoding, errors);
    }

    /** {@code str.encode} with a codec that may have been written in Python; the answer is not checked. */
    public Object encodeText(PyThreadState ts, Object text, String encoding, @Nullable Object errors) {
        return run(ts, lookupText(ts, encoding, "codecs.encode()"), ENCODER, text, encoding, errors);
    }

    /** {@code bytes.decode} with a codec that may have been written in Python; the answer is not checked. */
    public Object decodeText(PyThreadState ts, Object bytes, String encoding, @Nullable Object errors) {
        return run(ts, lookupText(ts, encoding, "codecs.decode()"), DECODER, bytes, encoding, errors);
    }

    /** {@code _PyCodec_LookupTextEncoding}: refuses codecs that say they are none for text. */
    public PyTuple lookupText(PyThreadState ts, String encoding, String alternative) {
        PyTuple codec = lookup(ts, encoding);
        if (Types.of(codec) != PyTuple.TYPE) {
            Object isText = Attr.find(ts, codec, "_is_text_encoding");
            if (isText != null && !Truth.of(ts, isText)) {
                throw Errors.error(
                        ts,
                        "LookupError",
                        "'" + encoding + "' is not a text encoding; use " + alternative
                                + " to handle arbitrary codecs");
            }
        }
        return codec;
    }

    private static Object run(
            PyThreadState ts, PyTuple codec, int which, Object object, String encoding, @Nullable Object errors) {
        Object answer;
        try {
            Object function = codec.get(which);
            answer = errors == null ? Call.call1(ts, function, object) : Call.call2(ts, function, object, errors);
        } catch (PythonException e) {
            throw Errors.withNote(
                    ts, e, (which == ENCODER ? "encoding" : "decoding") + " with '" + encoding + "' codec failed");
        }
        if (!(answer instanceof PyTuple t) || t.size() != 2) {
            throw Errors.typeError(
                    ts, (which == ENCODER ? "encoder" : "decoder") + " must return a tuple (object, integer)");
        }
        return t.get(0);
    }

    // --- error handlers ------------------------------------------------------------------------------------------

    /** {@code codecs.register_error}. */
    public void registerError(PyThreadState ts, Object name, Object handler) {
        if (!Call.isCallable(handler)) {
            throw Errors.typeError(ts, "handler must be callable");
        }
        handlers.put(ts, name, handler);
    }

    /** {@code codecs.lookup_error}. */
    public Object lookupError(PyThreadState ts, Object name) {
        Object handler = handlers.get(ts, PyStr.plain(name));
        if (handler == null) {
            throw Errors.error(ts, "LookupError", "unknown error handler name '" + Text.java(name) + "'");
        }
        return handler;
    }

    /** Whether there is a handler of that name. */
    public boolean hasHandler(PyThreadState ts, Object name) {
        return handlers.get(ts, Str.of(Text.java(name))) != null;
    }
}
