package dev.clutch.extensions.builtin.csv;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.ThreadState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code _csv}. */
@ExtensionModule(
        name = "_csv",
        doc = "Reading and writing of text with separated fields.",
        types = {Dialect.class, CsvReader.class, CsvWriter.class},
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class CsvModule {
    @Constant
    static final long QUOTE_MINIMAL = 0;

    @Constant
    static final long QUOTE_ALL = 1;

    @Constant
    static final long QUOTE_NONNUMERIC = 2;

    @Constant
    static final long QUOTE_NONE = 3;

    @Constant
    static final long QUOTE_STRINGS = 4;

    @Constant
    static final long QUOTE_NOTNULL = 5;

    @Constant("__version__")
    static final String VERSION = "1.0";

    private static final long FIELD_LIMIT = 128 * 1024;

    private final Object dialects;
    private long fieldLimit = FIELD_LIMIT;

    @Nullable
    private PyType errorType;

    @Nullable
    private PyType dialectType;

    @Nullable
    private PyType readerType;

    @Nullable
    private PyType writerType;

    CsvModule(ThreadState ts, PyObject module) {
        dialects = ts.newDict();
    }

    @Exec
    void make(ThreadState ts, PyObject module) {
        PyType error = ts.newExceptionType("_csv.Error", "", null);
        errorType = error;
        ts.setAttr(module, "Error", error);
        ts.setAttr(module, "_dialects", dialects);
        dialectType = ts.moduleType(module, "Dialect");
        readerType = ts.moduleType(module, "reader");
        writerType = ts.moduleType(module, "writer");
        ts.setAttr(module, "Reader", readerType);
        ts.setAttr(module, "Writer", writerType);
    }

    PythonException error(ThreadState ts, String message) {
        return ts.error(Objects.requireNonNull(errorType), message);
    }

    long fieldLimit() {
        return fieldLimit;
    }

    /** {@code get_dialect_from_registry}. */
    Object registered(ThreadState ts, Object name) {
        Object found = ts.dictGet(dialects, name);
        if (found == null) {
            throw error(ts, "unknown dialect");
        }
        return found;
    }

    /** {@code _call_dialect}. */
    private Dialect dialect(ThreadState ts, @Nullable Object base, @Nullable Object options) {
        Object[] args = base == null ? new Object[0] : new Object[] {base};
        return (Dialect) ts.callKeywords(Objects.requireNonNull(dialectType), args, options);
    }

    private static void checkCount(ThreadState ts, Object[] args) {
        if (args.length < 1) {
            throw ts.typeError(" expected at least 1 argument, got 0");
        }
        if (args.length > 2) {
            throw ts.typeError(" expected at most 2 arguments, got " + args.length);
        }
    }

    @Expose(signature = "(*args, **kwargs)", doc = "Return an iterator over the rows of some lines.")
    Object reader(ThreadState ts, Object[] args, @Nullable Object kwargs) {
        checkCount(ts, args);
        Object lines = ts.iter(args[0]);
        Dialect dialect = dialect(ts, args.length > 1 ? args[1] : null, kwargs);
        return new CsvReader(Objects.requireNonNull(readerType), this, lines, dialect);
    }

    @Expose(signature = "(*args, **kwargs)", doc = "Return an object that writes rows to a file.")
    Object writer(ThreadState ts, Object[] args, @Nullable Object kwargs) {
        checkCount(ts, args);
        Object write = ts.findAttr(args[0], "write");
        if (write == null || !ts.isCallable(write)) {
            throw ts.typeError("argument 1 must have a \"write\" method");
        }
        Dialect dialect = dialect(ts, args.length > 1 ? args[1] : null, kwargs);
        return new CsvWriter(Objects.requireNonNull(writerType), this, write, dialect);
    }

    @Expose(signature = "(*args, **kwargs)", doc = "Give a dialect a name.")
    void register_dialect(ThreadState ts, Object[] args, @Nullable Object kwargs) {
        checkCount(ts, args);
        if (!ts.isStr(args[0])) {
            throw ts.typeError("dialect name must be a string");
        }
        ts.dictSet(dialects, args[0], dialect(ts, args.length > 1 ? args[1] : null, kwargs));
    }

    @Expose(signature = "(name)", doc = "Forget the name of a dialect.")
    void unregister_dialect(ThreadState ts, Object name) {
        if (ts.dictRemove(dialects, name) == null) {
            throw error(ts, "unknown dialect");
        }
    }

    @Expose(signature = "(name)", doc = "Return the dialect of a name.")
    Object get_dialect(ThreadState ts, Object name) {
        return registered(ts, name);
    }

    @Expose(doc = "Return the names of dialects.")
    Object list_dialects(ThreadState ts) {
        return ts.newList(ts.toArray(dialects));
    }

    @Expose(signature = "(new_limit=<absent>)", doc = "Return how long a field may be, and set it.")
    long field_size_limit(ThreadState ts, @Nullable Object new_limit) {
        long old = fieldLimit;
        if (new_limit != null) {
            if (!ts.isInt(new_limit)) {
                throw ts.typeError("limit must be an integer");
            }
            fieldLimit = ts.asLong(new_limit);
        }
        return old;
    }
}
