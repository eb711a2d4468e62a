package dev.clutch.extensions.builtin.locale;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.OsEnvironment;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code _locale}. The locale is the interpreter's own. There are {@code C}, {@code POSIX} and {@code C.UTF-8}; the empty name means that of the environment, and
 * {@code C.UTF-8} where the environment names another one.
 */
@ExtensionModule(
        name = "_locale",
        doc = "Locale services.",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class LocaleModule {
    @Constant
    static final long LC_CTYPE = 0;

    @Constant
    static final long LC_NUMERIC = 1;

    @Constant
    static final long LC_TIME = 2;

    @Constant
    static final long LC_COLLATE = 3;

    @Constant
    static final long LC_MONETARY = 4;

    @Constant
    static final long LC_MESSAGES = 5;

    @Constant
    static final long LC_ALL = 6;

    @Constant
    static final long CHAR_MAX = 127;

    private final LocaleNames names = new LocaleNames();
    private final Map<String, String> directories = new HashMap<>();
    private final Map<String, String> codesets = new HashMap<>();
    private String domain = "messages";
    private @Nullable PyType error;

    @Exec
    void start(ThreadState ts, PyObject module) {
        PyType made = ts.newExceptionType("locale.Error", "", null);
        error = made;
        ts.setAttr(module, "Error", made);
        LanguageInfo.export(ts, module);
    }

    private static @Nullable String optionalText(ThreadState ts, Object o, String function, int position) {
        if (o == Singleton.NONE) {
            return null;
        }
        if (!ts.isStr(o)) {
            throw ts.typeError(function + "() argument " + position + " must be str or None, not "
                    + ts.typeOf(o).displayName());
        }
        return Str.toJavaString(ts.strValue(o));
    }

    @Expose(signature = "(category, locale=None, /)", doc = "Set or ask for the locale of a category.")
    Object setlocale(ThreadState ts, int category, Object locale) {
        String wanted = optionalText(ts, locale, "setlocale", 2);
        boolean known = LocaleNames.isCategory(category);
        if (wanted == null) {
            if (!known) {
                throw ts.error(Objects.requireNonNull(error), "locale query failed");
            }
            return names.get(category);
        }
        if (!known || !(wanted.isEmpty() ? fromEnvironment(ts, category) : names.set(category, wanted))) {
            throw ts.error(Objects.requireNonNull(error), "unsupported locale setting");
        }
        return names.get(category);
    }

    /** LC_ALL, the category's own variable, LANG, in this order. */
    private boolean fromEnvironment(ThreadState ts, int category) {
        OsEnvironment environment = ts.os().environment();
        for (int i = 0; LocaleNames.isCategory(i); i++) {
            if (i == LocaleNames.ALL || category != LocaleNames.ALL && category != i) {
                continue;
            }
            String name = environment.get("LC_ALL");
            if (name == null || name.isEmpty()) {
                name = environment.get(LocaleNames.category(i));
            }
            if (name == null || name.isEmpty()) {
                name = environment.get("LANG");
            }
            if (name == null || name.isEmpty()) {
                name = "C";
            }
            names.set(i, LocaleNames.canonical(name) == null ? "C.UTF-8" : name);
        }
        return true;
    }

    @Expose(doc = "How numbers and amounts of money are written.")
    static Object localeconv(ThreadState ts) {
        Object d = ts.newDict();
        String[] texts = {"int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep"};
        for (String key : texts) {
            ts.dictSet(d, key, "");
        }
        ts.dictSet(d, "mon_grouping", ts.newList());
        ts.dictSet(d, "positive_sign", "");
        ts.dictSet(d, "negative_sign", "");
        String[] numbers = {
            "int_frac_digits",
            "frac_digits",
            "p_cs_precedes",
            "p_sep_by_space",
            "n_cs_precedes",
            "n_sep_by_space",
            "p_sign_posn",
            "n_sign_posn"
        };
        for (String key : numbers) {
            ts.dictSet(d, key, CHAR_MAX);
        }
        ts.dictSet(d, "decimal_point", ".");
        ts.dictSet(d, "thousands_sep", "");
        ts.dictSet(d, "grouping", ts.newList());
        return d;
    }

    @Expose(signature = "(key, /)", doc = "A text of the locale.")
    Object nl_langinfo(ThreadState ts, int key) {
        if (key == LanguageInfo.CODESET) {
            return names.isUnicode() ? "UTF-8" : "ANSI_X3.4-1968";
        }
        String text = LanguageInfo.text(key);
        if (text == null) {
            throw ts.valueError("unsupported langinfo constant");
        }
        return text;
    }

    @Expose(doc = "The encoding of the locale.")
    static Object getencoding(ThreadState ts) {
        return "UTF-8";
    }

    private static Object checked(ThreadState ts, Object o, String function, int position) {
        if (!ts.isStr(o)) {
            throw ts.typeError(function + "() argument " + (position == 0 ? "" : position + " ") + "must be str, not "
                    + ts.typeOf(o).displayName());
        }
        Object text = ts.strValue(o);
        int n = Str.length(text);
        for (int i = 0; i < n; i++) {
            if (Str.at(text, i) == 0) {
                throw ts.valueError("embedded null character");
            }
        }
        return text;
    }

    @Expose(signature = "(os1, os2, /)", doc = "Compare two texts by the order of the locale.")
    static long strcoll(ThreadState ts, Object os1, Object os2) {
        if (!ts.isStr(os2)) {
            checked(ts, os1, "strcoll", 1);
            checked(ts, os2, "strcoll", 2);
        }
        Object a = checked(ts, os1, "strcoll", 1);
        return Integer.signum(Str.compare(a, checked(ts, os2, "strcoll", 2)));
    }

    @Expose(signature = "(string, /)", doc = "A text whose plain order is that of the locale.")
    static Object strxfrm(ThreadState ts, Object string) {
        return checked(ts, string, "strxfrm", 0);
    }

    @Expose(signature = "(msg, /)", doc = "The translation of a message: itself, there are no catalogues.")
    static Object gettext(ThreadState ts, Object msg) {
        return checked(ts, msg, "gettext", 0);
    }

    @Expose(signature = "(domain, msg, /)", doc = "The translation of a message: itself.")
    static Object dgettext(ThreadState ts, Object domain, Object msg) {
        optionalText(ts, domain, "dgettext", 1);
        return checked(ts, msg, "dgettext", 2);
    }

    @Expose(signature = "(domain, msg, category, /)", doc = "The translation of a message: itself.")
    static Object dcgettext(ThreadState ts, Object domain, Object msg, int category) {
        optionalText(ts, domain, "dcgettext", 1);
        return checked(ts, msg, "dcgettext", 2);
    }

    @Expose(signature = "(domain, /)", doc = "Set or ask for the domain of messages.")
    Object textdomain(ThreadState ts, Object domain) {
        String wanted = optionalText(ts, domain, "textdomain", 1);
        if (wanted != null) {
            this.domain = wanted.isEmpty() ? "messages" : wanted;
        }
        return Str.of(this.domain);
    }

    private String domainName(ThreadState ts, Object domain, String function) {
        String name = Str.toJavaString(checked(ts, domain, function, 1));
        if (name.isEmpty()) {
            throw ts.error(Objects.requireNonNull(error), "domain must be a non-empty string");
        }
        return name;
    }

    @Expose(signature = "(domain, dir, /)", doc = "Set or ask for the folder of a domain.")
    Object bindtextdomain(ThreadState ts, Object domain, Object dir) {
        String name = domainName(ts, domain, "bindtextdomain");
        if (dir != Singleton.NONE) {
            Object path = ts.callMethod(ts.importModule("os"), "fsdecode", dir);
            directories.put(name, Str.toJavaString(ts.strValue(path)));
        }
        String found = directories.get(name);
        return Str.of(found == null ? "/usr/share/locale" : found);
    }

    @Expose(signature = "(domain, codeset, /)", doc = "Set or ask for the encoding of a domain.")
    Object bind_textdomain_codeset(ThreadState ts, Object domain, Object codeset) {
        String name = domainName(ts, domain, "bind_textdomain_codeset");
        String wanted = optionalText(ts, codeset, "bind_textdomain_codeset", 2);
        if (wanted != null) {
            codesets.put(name, wanted);
        }
        String found = codesets.get(name);
        return found == null ? Singleton.NONE : Str.of(found);
    }
}
