package dev.clutch.extensions.builtin.json;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code _json.Encoder}: writes a value, with the choices of an encoder. */
@ExtensionType(name = "_json.Encoder", subclassable = true, exported = false, doc = "Writes JSON.")
final class JsonEncoder extends PyObject {
    /** How strings are encoded. */
    enum Strings {
        ASCII,
        PLAIN,
        CALL
    }

    final Object markers;
    final Object fallback;
    final Object encoder;
    final Object indent;
    final Object keySeparator;
    final Object itemSeparator;
    final boolean sortKeys;
    final boolean skipKeys;
    final boolean allowNan;
    final Strings strings;
    final @Nullable Object dictType;

    private JsonEncoder(
            PyType type,
            Object markers,
            Object fallback,
            Object encoder,
            Object indent,
            Object keySeparator,
            Object itemSeparator,
            boolean sortKeys,
            boolean skipKeys,
            boolean allowNan,
            Strings strings,
            @Nullable Object dictType) {
        super(type);
        this.dictType = dictType;
        this.markers = markers;
        this.fallback = fallback;
        this.encoder = encoder;
        this.indent = indent;
        this.keySeparator = keySeparator;
        this.itemSeparator = itemSeparator;
        this.sortKeys = sortKeys;
        this.skipKeys = skipKeys;
        this.allowNan = allowNan;
        this.strings = strings;
    }

    @Expose(
            signature =
                    "(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)")
    static Object __new__(
            ThreadState ts,
            PyType cls,
            JsonModule state,
            Object markers,
            Object fallback,
            Object encoder,
            Object indent,
            Object key_separator,
            Object item_separator,
            boolean sort_keys,
            boolean skip,
            boolean allow_nan) {
        checkStr(ts, key_separator, 5);
        checkStr(ts, item_separator, 6);
        if (indent != Singleton.NONE && !ts.isStr(indent)) {
            throw ts.typeError("make_encoder() argument 4 must be str or None, not "
                    + ts.typeOf(indent).displayName());
        }
        if (markers != Singleton.NONE && !ts.isDict(markers)) {
            throw ts.typeError("make_encoder() argument 1 must be dict or None, not "
                    + ts.typeOf(markers).displayName());
        }
        Strings strings = encoder == state.asciiEncoder
                ? Strings.ASCII
                : encoder == state.plainEncoder ? Strings.PLAIN : Strings.CALL;
        return new JsonEncoder(
                cls,
                markers,
                fallback,
                encoder,
                indent,
                ts.strValue(key_separator),
                ts.strValue(item_separator),
                sort_keys,
                skip,
                allow_nan,
                strings,
                state.dictType);
    }

    private static void checkStr(ThreadState ts, Object o, int position) {
        if (!ts.isStr(o)) {
            throw ts.typeError("make_encoder() argument " + position + " must be str, not "
                    + (o == Singleton.NONE ? "None" : ts.typeOf(o).displayName()));
        }
    }

    @Expose(signature = "(obj, _current_indent_level)")
    Object __call__(ThreadState ts, Object obj, Object _current_indent_level) {
        long level = ts.asLong(_current_indent_level);
        StrBuilder out = new StrBuilder(64);
        new JsonWriter(ts, this, out, level).value(obj);
        return ts.newTuple(out.build());
    }

    @Getter
    Object markers(ThreadState ts) {
        return markers;
    }

    @Getter("default")
    Object fallback(ThreadState ts) {
        return fallback;
    }

    @Getter
    Object encoder(ThreadState ts) {
        return encoder;
    }

    @Getter
    Object indent(ThreadState ts) {
        return indent;
    }

    @Getter("key_separator")
    Object keySeparator(ThreadState ts) {
        return keySeparator;
    }

    @Getter("item_separator")
    Object itemSeparator(ThreadState ts) {
        return itemSeparator;
    }

    @Getter("sort_keys")
    boolean sortKeys(ThreadState ts) {
        return sortKeys;
    }

    @Getter("skipkeys")
    boolean skipKeys(ThreadState ts) {
        return skipKeys;
    }
}
