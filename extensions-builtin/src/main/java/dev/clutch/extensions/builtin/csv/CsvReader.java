package dev.clutch.extensions.builtin.csv;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Iterates over the rows of lines. Answers to {@code ReaderObj}. */
@ExtensionType(name = "_csv.reader", exported = false)
final class CsvReader extends PyObject {
    /** Stands for the end of what the iterator gave, which is a line as a rule. */
    private static final int END = -2;

    private enum State {
        START_RECORD,
        START_FIELD,
        ESCAPED_CHARACTER,
        IN_FIELD,
        IN_QUOTED_FIELD,
        ESCAPE_IN_QUOTED_FIELD,
        QUOTE_IN_QUOTED_FIELD,
        EAT_LINE_END,
        AFTER_ESCAPED_LINE_END
    }

    private final CsvModule module;
    private final Object lines;
    private final Dialect dialect;
    private long lineNumber;
    private State state = State.START_RECORD;
    private Object fields;
    private int[] field = new int[64];
    private int length;
    private boolean isNumeric;

    CsvReader(PyType type, CsvModule module, Object lines, Dialect dialect) {
        super(type);
        this.module = module;
        this.lines = lines;
        this.dialect = dialect;
        this.fields = lines;
    }

    @Expose
    Object __iter__(ThreadState ts) {
        return this;
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        fields = ts.newListSized(8);
        length = 0;
        state = State.START_RECORD;
        isNumeric = false;
        do {
            Object line = ts.next(lines);
            if (line == null) {
                if (length == 0 && state != State.IN_QUOTED_FIELD) {
                    return null;
                }
                if (dialect.isStrict) {
                    throw module.error(ts, "unexpected end of data");
                }
                save(ts);
                break;
            }
            if (!ts.isStr(line)) {
                throw module.error(
                        ts,
                        "iterator should return strings, not "
                                + ts.typeOf(line).displayName()
                                + " (the file should be opened in text mode)");
            }
            lineNumber++;
            Object text = ts.strValue(line);
            int n = Str.length(text);
            for (int i = 0; i < n; i++) {
                process(ts, Str.at(text, i));
            }
            process(ts, END);
        } while (state != State.START_RECORD);
        Object result = fields;
        fields = lines;
        return result;
    }

    private void save(ThreadState ts) {
        Object text = Str.of(field, 0, length);
        length = 0;
        if (isNumeric) {
            isNumeric = false;
            text = ts.call(ts.builtinType("float"), text);
        }
        ts.listAppend(fields, text);
    }

    private void add(ThreadState ts, int c) {
        if (length >= module.fieldLimit()) {
            throw module.error(ts, "field larger than field limit (" + module.fieldLimit() + ")");
        }
        if (length == field.length) {
            field = Arrays.copyOf(field, 2 * length);
        }
        field[length++] = c;
    }

    private static boolean endsLine(int c) {
        return c == '\n' || c == '\r' || c == END;
    }

    private void endRecord(ThreadState ts, int c) {
        save(ts);
        state = c == END ? State.START_RECORD : State.EAT_LINE_END;
    }

    private boolean isQuote(int c) {
        return c == dialect.quote && dialect.quoting != CsvModule.QUOTE_NONE;
    }

    private void process(ThreadState ts, int c) {
        switch (state) {
            case START_RECORD -> {
                if (c == '\n' || c == '\r') {
                    state = State.EAT_LINE_END;
                } else if (c != END) {
                    startField(ts, c);
                }
            }
            case START_FIELD -> startField(ts, c);
            case ESCAPED_CHARACTER -> {
                add(ts, c == END ? '\n' : c);
                state = c == '\n' || c == '\r' ? State.AFTER_ESCAPED_LINE_END : State.IN_FIELD;
            }
            case AFTER_ESCAPED_LINE_END -> {
                if (c != END) {
                    inField(ts, c);
                }
            }
            case IN_FIELD -> inField(ts, c);
            case IN_QUOTED_FIELD -> {
                if (c == END) {
                    return;
                }
                if (c == dialect.escape) {
                    state = State.ESCAPE_IN_QUOTED_FIELD;
                } else if (isQuote(c)) {
                    state = dialect.doubleQuote ? State.QUOTE_IN_QUOTED_FIELD : State.IN_FIELD;
                } else {
                    add(ts, c);
                }
            }
            case ESCAPE_IN_QUOTED_FIELD -> {
                add(ts, c == END ? '\n' : c);
                state = State.IN_QUOTED_FIELD;
            }
            case QUOTE_IN_QUOTED_FIELD -> afterQuote(ts, c);
            case EAT_LINE_END -> {
                if (c == END) {
                    state = State.START_RECORD;
                } else if (c != '\n' && c != '\r') {
                    throw module.error(
                            ts,
                            "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?");
                }
            }
        }
    }

    private void startField(ThreadState ts, int c) {
        state = State.START_FIELD;
        if (endsLine(c)) {
            endRecord(ts, c);
        } else if (isQuote(c)) {
            state = State.IN_QUOTED_FIELD;
        } else if (c == dialect.escape) {
            state = State.ESCAPED_CHARACTER;
        } else if (c == ' ' && dialect.skipInitialSpace) {
            return;
        } else if (c == dialect.delimiter) {
            save(ts);
        } else {
            isNumeric |= dialect.quoting == CsvModule.QUOTE_NONNUMERIC;
            add(ts, c);
            state = State.IN_FIELD;
        }
    }

    private void inField(ThreadState ts, int c) {
        if (endsLine(c)) {
            endRecord(ts, c);
        } else if (c == dialect.escape) {
            state = State.ESCAPED_CHARACTER;
        } else if (c == dialect.delimiter) {
            save(ts);
            state = State.START_FIELD;
        } else {
            add(ts, c);
        }
    }

    private void afterQuote(ThreadState ts, int c) {
        if (isQuote(c)) {
            add(ts, c);
            state = State.IN_QUOTED_FIELD;
        } else if (c == dialect.delimiter) {
            save(ts);
            state = State.START_FIELD;
        } else if (endsLine(c)) {
            endRecord(ts, c);
        } else if (!dialect.isStrict) {
            add(ts, c);
            state = State.IN_FIELD;
        } else {
            throw module.error(
                    ts,
                    "'" + Character.toString(dialect.delimiter) + "' expected after '"
                            + Character.toString(dialect.quote) + "'");
        }
    }

    @Getter(value = "line_num", member = true)
    long lineNumber(ThreadState ts) {
        return lineNumber;
    }

    @Getter(member = true)
    Object dialect(ThreadState ts) {
        return dialect;
    }
}
