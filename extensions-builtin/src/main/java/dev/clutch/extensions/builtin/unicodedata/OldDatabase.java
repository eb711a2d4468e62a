package dev.clutch.extensions.builtin.unicodedata;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code unicodedata.UCD}: the type of {@code ucd_3_2_0}, which has the module's functions as methods. */
@ExtensionType(name = "unicodedata.UCD", doc = "A version of the Unicode character database.")
final class OldDatabase extends PyObject {
    OldDatabase(PyType type) {
        super(type);
    }

    @Getter("unidata_version")
    String version(ThreadState ts) {
        return UnicodeTables.get().version(true);
    }

    @Expose(signature = "(chr, default=<absent>, /)", doc = "The value as a decimal digit.")
    Object decimal(ThreadState ts, Object chr, @Nullable Object fallback) {
        return Lookup.decimal(ts, true, chr, fallback);
    }

    @Expose(signature = "(chr, default=<absent>, /)", doc = "The value as a digit.")
    Object digit(ThreadState ts, Object chr, @Nullable Object fallback) {
        return Lookup.digit(ts, true, chr, fallback);
    }

    @Expose(signature = "(chr, default=<absent>, /)", doc = "The value as a number, a float.")
    Object numeric(ThreadState ts, Object chr, @Nullable Object fallback) {
        return Lookup.numeric(ts, true, chr, fallback);
    }

    @Expose(signature = "(chr, /)", doc = "The general category.")
    Object category(ThreadState ts, Object chr) {
        return Lookup.category(ts, true, chr);
    }

    @Expose(signature = "(chr, /)", doc = "The bidirectional class.")
    Object bidirectional(ThreadState ts, Object chr) {
        return Lookup.bidirectional(ts, true, chr);
    }

    @Expose(signature = "(chr, /)", doc = "The canonical combining class.")
    Object combining(ThreadState ts, Object chr) {
        return Lookup.combining(ts, true, chr);
    }

    @Expose(signature = "(chr, /)", doc = "Whether it is mirrored in text from right to left, 1 or 0.")
    Object mirrored(ThreadState ts, Object chr) {
        return Lookup.mirrored(ts, true, chr);
    }

    @Expose(signature = "(chr, /)", doc = "The East Asian width.")
    Object east_asian_width(ThreadState ts, Object chr) {
        return Lookup.east_asian_width(ts, true, chr);
    }

    @Expose(signature = "(chr, /)", doc = "What it decomposes to, in hexadecimal.")
    Object decomposition(ThreadState ts, Object chr) {
        return Lookup.decomposition(ts, true, chr);
    }

    @Expose(signature = "(form, unistr, /)", doc = "Whether a text is in a normal form.")
    Object is_normalized(ThreadState ts, Object form, Object unistr) {
        return Lookup.is_normalized(ts, true, form, unistr);
    }

    @Expose(signature = "(form, unistr, /)", doc = "A text in a normal form: NFC, NFKC, NFD or NFKD.")
    Object normalize(ThreadState ts, Object form, Object unistr) {
        return Lookup.normalize(ts, true, form, unistr);
    }

    @Expose(signature = "(chr, default=<absent>, /)", doc = "The name.")
    Object name(ThreadState ts, Object chr, @Nullable Object fallback) {
        return Lookup.name(ts, true, chr, fallback);
    }

    @Expose(signature = "(name, /)", doc = "The character of a name.")
    Object lookup(ThreadState ts, Object name) {
        return Lookup.lookup(ts, true, name);
    }
}
