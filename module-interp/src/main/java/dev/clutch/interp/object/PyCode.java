package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Text;

/**
 * A code object: immutable, shared by all interpreters of a process. Answers to {@code PyCodeObject}; the executable part is JVM bytecode behind
 * {@link #vectorcall}.
 */
@ExtensionType(name = "code", exported = false)
public final class PyCode extends PyObject {
    /** {@code types.CodeType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyCodeDefinition(), TypeObject.OBJECT);

    /** {@code CO_OPTIMIZED}: locals are fast. */
    public static final int CO_OPTIMIZED = 0x1;
    /** {@code CO_NEWLOCALS}. */
    public static final int CO_NEWLOCALS = 0x2;
    /** {@code CO_VARARGS}. */
    public static final int CO_VARARGS = 0x4;
    /** {@code CO_VARKEYWORDS}. */
    public static final int CO_VARKEYWORDS = 0x8;
    /** {@code CO_NESTED}. */
    public static final int CO_NESTED = 0x10;
    /** {@code CO_GENERATOR}. */
    public static final int CO_GENERATOR = 0x20;
    /** {@code CO_COROUTINE}. */
    public static final int CO_COROUTINE = 0x80;
    /** {@code CO_ITERABLE_COROUTINE}. */
    public static final int CO_ITERABLE_COROUTINE = 0x100;
    /** {@code CO_ASYNC_GENERATOR}. */
    public static final int CO_ASYNC_GENERATOR = 0x200;

    /** {@code co_name}, a str. */
    public final Object name;
    /** {@code co_qualname}, a str. */
    public final Object qualname;
    /** {@code co_filename}, a str; changed at most once, by the import system before it runs the code. */
    public Object filename;
    /** {@code co_flags}. */
    public final int flags;
    /** {@code co_argcount}. */
    public final int argcount;
    /** {@code co_posonlyargcount}. */
    public final int posonlyargcount;
    /** {@code co_kwonlyargcount}. */
    public final int kwonlyargcount;
    /** {@code co_firstlineno}. */
    public final int firstlineno;

    /** {@code co_varnames}, the parameters first, as Java text. Never written. */
    final String[] varnames;
    /** {@code co_names} as Java text. Never written. */
    final String[] names;
    /** {@code co_cellvars} as Java text. Never written. */
    final String[] cellvars;
    /** {@code co_freevars} as Java text. Never written. */
    final String[] freevars;
    /** {@code co_consts}. Never written. */
    final Object[] consts;

    /** Source positions by position index; see {@link Positions}. */
    public final Positions positions;
    /** The compiled code; chunks of functions dispatch on an id of their own. */
    public final Vectorcall vectorcall;
    /** Number of inline cache entries that a function of this code needs. */
    public final int cacheSize;

    /** Makes a code object; the arrays are owned by it from here on. */
    public PyCode(
            Object name,
            Object qualname,
            Object filename,
            int flags,
            int argcount,
            int posonlyargcount,
            int kwonlyargcount,
            int firstlineno,
            String[] varnames,
            String[] names,
            String[] cellvars,
            String[] freevars,
            Object[] consts,
            Positions positions,
            Vectorcall vectorcall,
            int cacheSize) {
        super(TYPE);
        this.name = name;
        this.qualname = qualname;
        this.filename = filename;
        this.flags = flags;
        this.argcount = argcount;
        this.posonlyargcount = posonlyargcount;
        this.kwonlyargcount = kwonlyargcount;
        this.firstlineno = firstlineno;
        this.varnames = varnames;
        this.names = names;
        this.cellvars = cellvars;
        this.freevars = freevars;
        this.consts = consts;
        this.positions = positions;
        this.vectorcall = vectorcall;
        this.cacheSize = cacheSize;
    }

    /** {@code update_compiled_module}: changes the file name here and in the code objects among the constants. */
    public void fixFilename(Object name) {
        Object old = filename;
        filename = name;
        for (Object constant : consts) {
            if (constant instanceof PyCode code && code.filename.equals(old)) {
                code.fixFilename(name);
            }
        }
    }

    /** Returns the number of parameters that have a local variable: all kinds, the starred ones included. */
    public int parameterCount() {
        return argcount + kwonlyargcount + Integer.bitCount(flags & (CO_VARARGS | CO_VARKEYWORDS));
    }

    /** Returns the name of local variable {@code index} as Java text. */
    public String varname(int index) {
        return varnames[index];
    }

    /** Returns the names of the local variables as Java text. */
    public String[] variableNames() {
        return varnames.clone();
    }

    /** Returns the number of free variables. */
    public int freeCount() {
        return freevars.length;
    }

    @Getter(member = true)
    Object co_name(PyThreadState ts) {
        return name;
    }

    @Getter(member = true)
    Object co_qualname(PyThreadState ts) {
        return qualname;
    }

    @Getter(member = true)
    Object co_filename(PyThreadState ts) {
        return filename;
    }

    @Getter(member = true)
    Object co_flags(PyThreadState ts) {
        return (long) flags;
    }

    @Getter(member = true)
    Object co_argcount(PyThreadState ts) {
        return (long) argcount;
    }

    @Getter(member = true)
    Object co_posonlyargcount(PyThreadState ts) {
        return (long) posonlyargcount;
    }

    @Getter(member = true)
    Object co_kwonlyargcount(PyThreadState ts) {
        return (long) kwonlyargcount;
    }

    @Getter(member = true)
    Object co_firstlineno(PyThreadState ts) {
        return (long) firstlineno;
    }

    @Getter(member = true)
    Object co_nlocals(PyThreadState ts) {
        return (long) varnames.length;
    }

    @Getter
    Object co_varnames(PyThreadState ts) {
        return tuple(varnames);
    }

    @Getter(member = true)
    Object co_names(PyThreadState ts) {
        return tuple(names);
    }

    @Getter
    Object co_cellvars(PyThreadState ts) {
        return tuple(cellvars);
    }

    @Getter
    Object co_freevars(PyThreadState ts) {
        return tuple(freevars);
    }

    @Getter(member = true)
    Object co_consts(PyThreadState ts) {
        return new PyTuple(consts.clone());
    }

    private static PyTuple tuple(String[] texts) {
        Object[] items = new Object[texts.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = Str.of(texts[i]);
        }
        return new PyTuple(items);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return Text.concat(
                Text.concat("<code object ", name, " at "),
                Text.concat(Identity.address(ts, this), ", file \"", filename),
                Str.of("\", line " + firstlineno + ">"));
    }

    @Expose
    Object co_lines(PyThreadState ts) {
        PyList lines = new PyList(positions.count());
        for (int i = 0; i < positions.count(); i++) {
            lines.append(new PyTuple((long) i * 2, (long) i * 2 + 2, (long) positions.line(i)));
        }
        return dev.clutch.interp.op.Iter.iter(ts, lines);
    }

    @Expose
    Object co_positions(PyThreadState ts) {
        PyList all = new PyList(positions.count());
        for (int i = 0; i < positions.count(); i++) {
            all.append(new PyTuple(
                    known(positions.line(i)),
                    known(positions.endLine(i)),
                    known(positions.column(i)),
                    known(positions.endColumn(i))));
        }
        return dev.clutch.interp.op.Iter.iter(ts, all);
    }

    private static Object known(int n) {
        return n < 0 ? dev.clutch.extension.spi.Singleton.NONE : (Object) (long) n;
    }
}
