package dev.clutch.extensions.builtin.csv;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code csv.Dialect}'s checked form. Answers to {@code DialectObj}. */
@ExtensionType(name = "_csv.Dialect", subclassable = true, doc = "The options of a CSV format.")
final class Dialect extends PyObject {
    /** No such character. */
    static final int UNSET = -1;

    private static final String[] NAMES = {
        "dialect",
        "delimiter",
        "doublequote",
        "escapechar",
        "lineterminator",
        "quotechar",
        "quoting",
        "skipinitialspace",
        "strict"
    };

    int delimiter = ',';
    boolean doubleQuote = true;
    int escape = UNSET;
    Object lineTerminator = "\r\n";
    int quote = '"';
    int quoting;
    boolean skipInitialSpace;
    boolean isStrict;

    private Dialect(PyType type) {
        super(type);
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(
            ThreadState ts, PyType cls, PyType definingClass, CsvModule state, Object[] args, @Nullable Object kwargs) {
        @Nullable Object[] given = bind(ts, args, kwargs);
        Object dialect = given[0];
        Object base = dialect != null && ts.isStr(dialect) ? state.registered(ts, dialect) : dialect;
        boolean plain = true;
        for (int i = 1; i < given.length; i++) {
            plain &= given[i] == null;
        }
        if (plain && base != null && ts.typeOf(base).isSubtype(definingClass)) {
            return base;
        }
        for (int i = 1; i < given.length; i++) {
            given[i] = or(ts, given[i], base, NAMES[i]);
        }
        Dialect d = new Dialect(cls);
        d.fill(ts, given[1], given[2], given[3], given[4], given[5], given[6], given[7], given[8]);
        return d;
    }

    /** {@code PyArg_ParseTupleAndKeywords} without a name for the function. */
    private static @Nullable Object[] bind(ThreadState ts, Object[] args, @Nullable Object kwargs) {
        @Nullable Object[] given = new @Nullable Object[NAMES.length];
        int named = kwargs == null ? 0 : ts.size(kwargs);
        if (args.length + named > given.length) {
            throw ts.typeError("function takes at most " + given.length + " " + (args.length == 0 ? "keyword " : "")
                    + "arguments (" + (args.length + named) + " given)");
        }
        System.arraycopy(args, 0, given, 0, args.length);
        if (kwargs == null) {
            return given;
        }
        ts.dictForEach(kwargs, (key, value) -> {
            String name = ts.str(key).toString();
            for (int i = 0; i < NAMES.length; i++) {
                if (NAMES[i].equals(name)) {
                    if (given[i] != null) {
                        throw ts.typeError(
                                "argument for function given by name ('" + name + "') and position (" + (i + 1) + ")");
                    }
                    given[i] = value;
                    return true;
                }
            }
            throw ts.typeError("'" + name + "' is an invalid keyword argument for this function");
        });
        return given;
    }

    /** {@code DIALECT_GETATTR}: an argument, else the attribute of the base. */
    private static @Nullable Object or(ThreadState ts, @Nullable Object argument, @Nullable Object base, String name) {
        if (argument != null || base == null) {
            return argument;
        }
        try {
            return ts.findAttr(base, name);
        } catch (PythonException e) {
            // CPython passes over every error here
            return null;
        }
    }

    private void fill(
            ThreadState ts,
            @Nullable Object delimiterValue,
            @Nullable Object doubleQuoteValue,
            @Nullable Object escapeValue,
            @Nullable Object lineTerminatorValue,
            @Nullable Object quoteValue,
            @Nullable Object quotingValue,
            @Nullable Object skipValue,
            @Nullable Object strictValue) {
        if (delimiterValue != null) {
            if (!ts.isStr(delimiterValue)) {
                throw ts.typeError("\"delimiter\" must be string, not "
                        + ts.typeOf(delimiterValue).displayName());
            }
            delimiter = single(ts, "delimiter", delimiterValue);
        }
        doubleQuote = doubleQuoteValue == null || ts.isTrue(doubleQuoteValue);
        escape = characterOrNone(ts, "escapechar", escapeValue, UNSET);
        if (lineTerminatorValue != null) {
            if (lineTerminatorValue == Singleton.NONE) {
                throw ts.typeError("lineterminator must be set");
            }
            if (!ts.isStr(lineTerminatorValue)) {
                throw ts.typeError("\"lineterminator\" must be a string");
            }
            lineTerminator = ts.strValue(lineTerminatorValue);
        }
        quote = characterOrNone(ts, "quotechar", quoteValue, '"');
        if (quotingValue != null) {
            if (quotingValue instanceof Boolean || !ts.isInt(quotingValue)) {
                throw ts.typeError("\"quoting\" must be an integer");
            }
            quoting = ts.asInt(quotingValue);
        }
        skipInitialSpace = skipValue != null && ts.isTrue(skipValue);
        isStrict = strictValue != null && ts.isTrue(strictValue);
        if (quoting < 0 || quoting > CsvModule.QUOTE_NOTNULL) {
            throw ts.typeError("bad \"quoting\" value");
        }
        if (quoteValue == Singleton.NONE && quotingValue == null) {
            quoting = (int) CsvModule.QUOTE_NONE;
        }
        if (quoting != CsvModule.QUOTE_NONE && quote == UNSET) {
            throw ts.typeError("quotechar must be set if quoting enabled");
        }
    }

    private static int single(ThreadState ts, String name, Object o) {
        Object s = ts.strValue(o);
        if (Str.length(s) != 1) {
            throw ts.typeError("\"" + name + "\" must be a 1-character string");
        }
        return Str.at(s, 0);
    }

    private static int characterOrNone(ThreadState ts, String name, @Nullable Object o, int fallback) {
        if (o == null) {
            return fallback;
        }
        if (o == Singleton.NONE) {
            return UNSET;
        }
        if (!ts.isStr(o)) {
            throw ts.typeError("\"" + name + "\" must be string or None, not "
                    + ts.typeOf(o).displayName());
        }
        return single(ts, name, o);
    }

    // --- attributes --------------------------------------------------------------------------------------------

    private static Object shown(int c) {
        return c == UNSET ? Singleton.NONE : Str.ofCodePoint(c);
    }

    @Getter
    Object delimiter(ThreadState ts) {
        return shown(delimiter);
    }

    @Getter
    Object escapechar(ThreadState ts) {
        return shown(escape);
    }

    @Getter
    Object lineterminator(ThreadState ts) {
        return lineTerminator;
    }

    @Getter
    Object quotechar(ThreadState ts) {
        return shown(quote);
    }

    @Getter
    long quoting(ThreadState ts) {
        return quoting;
    }

    @Getter(member = true)
    boolean doublequote(ThreadState ts) {
        return doubleQuote;
    }

    @Getter(member = true)
    boolean skipinitialspace(ThreadState ts) {
        return skipInitialSpace;
    }

    @Getter(member = true)
    boolean strict(ThreadState ts) {
        return isStrict;
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        throw ts.typeError("cannot pickle '" + type().name() + "' instances");
    }

    @Expose(signature = "(protocol, /)")
    Object __reduce_ex__(ThreadState ts, Object protocol) {
        return __reduce__(ts);
    }
}
