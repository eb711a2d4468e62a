package dev.clutch.extensions.builtin.unicodedata;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code unicodedata}. */
@ExtensionModule(
        name = "unicodedata",
        doc = "The Unicode character database.",
        types = OldDatabase.class,
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class UnicodedataModule {
    @Exec
    static void exec(ThreadState ts, PyObject module) {
        ts.setAttr(module, "unidata_version", UnicodeTables.get().version(false));
        ts.setAttr(module, "ucd_3_2_0", new OldDatabase(ts.moduleType(module, "UCD")));
    }

    @Expose(signature = "(chr, default=<absent>, /)", doc = "The value as a decimal digit.")
    static Object decimal(ThreadState ts, Object chr, @Nullable Object fallback) {
        return Lookup.decimal(ts, false, chr, fallback);
    }

    @Expose(signature = "(chr, default=<absent>, /)", doc = "The value as a digit.")
    static Object digit(ThreadState ts, Object chr, @Nullable Object fallback) {
        return Lookup.digit(ts, false, chr, fallback);
    }

    @Expose(signature = "(chr, default=<absent>, /)", doc = "The value as a number, a float.")
    static Object numeric(ThreadState ts, Object chr, @Nullable Object fallback) {
        return Lookup.numeric(ts, false, chr, fallback);
    }

    @Expose(signature = "(chr, /)", doc = "The general category.")
    static Object category(ThreadState ts, Object chr) {
        return Lookup.category(ts, false, chr);
    }

    @Expose(signature = "(chr, /)", doc = "The bidirectional class.")
    static Object bidirectional(ThreadState ts, Object chr) {
        return Lookup.bidirectional(ts, false, chr);
    }

    @Expose(signature = "(chr, /)", doc = "The canonical combining class.")
    static Object combining(ThreadState ts, Object chr) {
        return Lookup.combining(ts, false, chr);
    }

    @Expose(signature = "(chr, /)", doc = "Whether it is mirrored in text from right to left, 1 or 0.")
    static Object mirrored(ThreadState ts, Object chr) {
        return Lookup.mirrored(ts, false, chr);
    }

    @Expose(signature = "(chr, /)", doc = "The East Asian width.")
    static Object east_asian_width(ThreadState ts, Object chr) {
        return Lookup.east_asian_width(ts, false, chr);
    }

    @Expose(signature = "(chr, /)", doc = "What it decomposes to, in hexadecimal.")
    static Object decomposition(ThreadState ts, Object chr) {
        return Lookup.decomposition(ts, false, chr);
    }

    @Expose(signature = "(form, unistr, /)", doc = "Whether a text is in a normal form.")
    static Object is_normalized(ThreadState ts, Object form, Object unistr) {
        return Lookup.is_normalized(ts, false, form, unistr);
    }

    @Expose(signature = "(form, unistr, /)", doc = "A text in a normal form: NFC, NFKC, NFD or NFKD.")
    static Object normalize(ThreadState ts, Object form, Object unistr) {
        return Lookup.normalize(ts, false, form, unistr);
    }

    @Expose(signature = "(chr, default=<absent>, /)", doc = "The name.")
    static Object name(ThreadState ts, Object chr, @Nullable Object fallback) {
        return Lookup.name(ts, false, chr, fallback);
    }

    @Expose(signature = "(name, /)", doc = "The character of a name.")
    static Object lookup(ThreadState ts, Object name) {
        return Lookup.lookup(ts, false, name);
    }
}
