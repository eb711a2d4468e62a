package dev.clutch.extensions.builtin.csv;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;

/** Writes rows. Answers to {@code WriterObj}. */
@ExtensionType(name = "_csv.writer", exported = false)
final class CsvWriter extends PyObject {
    private final CsvModule module;
    private final Object write;
    private final Dialect dialect;

    CsvWriter(PyType type, CsvModule module, Object write, Dialect dialect) {
        super(type);
        this.module = module;
        this.write = write;
        this.dialect = dialect;
    }

    @Expose(signature = "(row, /)", doc = "Write one row.")
    Object writerow(ThreadState ts, Object row) {
        Object it;
        try {
            it = ts.iter(row);
        } catch (PythonException e) {
            throw ts.matches(e, "TypeError")
                    ? module.error(
                            ts, "iterable expected, not " + ts.typeOf(row).displayName())
                    : e;
        }
        StrBuilder out = new StrBuilder(64);
        int count = 0;
        for (Object v = ts.next(it); v != null; v = ts.next(it)) {
            if (count++ > 0) {
                out.append(dialect.delimiter);
            }
            Object text = v == Singleton.NONE ? "" : ts.isStr(v) ? ts.strValue(v) : ts.str(v);
            append(ts, out, text, isQuoted(ts, v));
        }
        if (count > 0 && out.length() == 0) {
            if (dialect.quoting == CsvModule.QUOTE_NONE) {
                throw module.error(ts, "single empty field record must be quoted");
            }
            append(ts, out, "", true);
        }
        out.append(dialect.lineTerminator);
        return ts.call(write, out.build());
    }

    private boolean isQuoted(ThreadState ts, Object v) {
        switch (dialect.quoting) {
            case (int) CsvModule.QUOTE_ALL:
                return true;
            case (int) CsvModule.QUOTE_NONNUMERIC:
                return !isNumber(ts, v);
            case (int) CsvModule.QUOTE_STRINGS:
                return ts.isStr(v);
            case (int) CsvModule.QUOTE_NOTNULL:
                return v != Singleton.NONE;
            default:
                return false;
        }
    }

    /** {@code PyNumber_Check}. */
    private static boolean isNumber(ThreadState ts, Object v) {
        return v instanceof Double
                || ts.isIndex(v)
                || ts.findSpecial(v, "__float__") != null
                || ts.findSpecial(v, "__int__") != null
                || ts.typeOf(v).isSubtype(ts.builtinType("complex"));
    }

    /** {@code join_append_data}. */
    private void append(ThreadState ts, StrBuilder out, Object text, boolean quoted) {
        int n = Str.length(text);
        StrBuilder escaped = new StrBuilder(n + 2);
        boolean quotes = quoted;
        for (int i = 0; i < n; i++) {
            int c = Str.at(text, i);
            if (c == dialect.delimiter || c == dialect.escape || c == dialect.quote || endsLine(c)) {
                boolean escape = dialect.quoting == CsvModule.QUOTE_NONE;
                if (!escape) {
                    if (c == dialect.quote) {
                        if (dialect.doubleQuote) {
                            escaped.append(c);
                        } else {
                            escape = true;
                        }
                    } else {
                        escape = c == dialect.escape;
                    }
                    quotes |= !escape;
                }
                if (escape) {
                    if (dialect.escape == Dialect.UNSET) {
                        throw module.error(ts, "need to escape, but no escapechar set");
                    }
                    escaped.append(dialect.escape);
                }
            }
            escaped.append(c);
        }
        if (quotes) {
            out.append(dialect.quote);
        }
        out.append(escaped.build());
        if (quotes) {
            out.append(dialect.quote);
        }
    }

    private boolean endsLine(int c) {
        Object t = dialect.lineTerminator;
        for (int i = 0; i < Str.length(t); i++) {
            if (Str.at(t, i) == c) {
                return true;
            }
        }
        return false;
    }

    @Expose(signature = "(rows, /)", doc = "Write several rows.")
    void writerows(ThreadState ts, Object rows) {
        Object it = ts.iter(rows);
        for (Object row = ts.next(it); row != null; row = ts.next(it)) {
            writerow(ts, row);
        }
    }

    @Getter(member = true)
    Object dialect(ThreadState ts) {
        return dialect;
    }
}
