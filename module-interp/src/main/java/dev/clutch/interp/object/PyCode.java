package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Text;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A code object: immutable, shared by all interpreters of a process. Answers to {@code PyCodeObject}; the executable part is JVM bytecode behind
 * {@link #vectorcall}.
 */
@ExtensionType(
        name = "code",
        exported = false,
        weakReferences = true,
        doc = "Compiled code of a function, a class body or a module.")
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
    /** The file name that it was compiled with, a str; {@link #filename(PyThreadState)} is {@code co_filename}. */
    public final Object filename;
    /** {@code co_flags}. */
    public final int flags;
    /** {@code co_argcount}. */
    public final int argcount;
    /** {@code co_posonlyargcount}. */
    public final int posonlyargcount;
    /** {@code co_kwonlyargcount}. */
    public final int kwonlyargcount;
    /** How many positional arguments are the parameters as they are; -1 if the parameters are not only positional ones. */
    final int plainArguments;
    /** {@code co_firstlineno}. */
    public final int firstlineno;

    /** {@code co_varnames}, the parameters first, as Java text. Never written. */
    public final String[] varnames;
    /** {@code co_cellvars} as Java text. Never written. */
    public final String[] cellvars;
    /** {@code co_freevars} as Java text. Never written. */
    public final String[] freevars;
    /** Where the details are read from when somebody asks for them, null where they were given. */
    private final ConstantDecoder.@Nullable Packed packed;

    private volatile @Nullable CodeDetails details;

    /** How calls with keywords were bound lately, null before the first; all that is reached from here is immutable. */
    @Nullable
    KeywordBinding binding;

    /** The compiled code; chunks of functions dispatch on an id of their own. */
    public final Vectorcall vectorcall;
    /** Number of inline cache entries that a function of this code needs. */
    public final int cacheSize;
    /** A hash of the instructions, which are not Python's; {@code co_code} carries it. */
    final long fingerprint;

    /** Whether a suspended call runs code when it is closed. */
    public final boolean cleanup;

    /** What a program gave in place of the tables that are made here, null for a compiled code object. */
    final CodeMaking.@Nullable Tables tables;

    /** The same code compiled for tracing, null until somebody asks and where it is not the same for all interpreters. */
    private volatile @Nullable PyCode twin;

    /** {@code co_consts} once it was asked for: always the same tuple. */
    private volatile @Nullable PyTuple constants;

    /** A code object of the same unit among the constants. */
    record Nested(int number) {}

    /** Makes a compiled code object; the arrays are owned by it from here on, with the place of its details. */
    PyCode(
            Object name,
            Object qualname,
            Object filename,
            int flags,
            int argcount,
            int posonlyargcount,
            int kwonlyargcount,
            int firstlineno,
            String[] varnames,
            String[] cellvars,
            String[] freevars,
            Vectorcall vectorcall,
            int cacheSize,
            long fingerprint,
            boolean cleanup,
            ConstantDecoder.Packed packed) {
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
        this.cellvars = cellvars;
        this.freevars = freevars;
        this.vectorcall = vectorcall;
        this.cacheSize = cacheSize;
        this.fingerprint = fingerprint;
        this.cleanup = cleanup;
        this.plainArguments = plainArguments(this);
        this.tables = null;
        this.packed = packed;
    }

    /** Makes a code object out of what a program gave ({@code _PyCode_New}). */
    PyCode(CodeMaking m, Positions positions, Vectorcall vectorcall, int cacheSize, long fingerprint, boolean cleanup) {
        super(TYPE);
        this.name = m.name;
        this.qualname = m.qualname;
        this.filename = m.filename;
        this.flags = m.flags;
        this.argcount = m.argcount;
        this.posonlyargcount = m.posonlyargcount;
        this.kwonlyargcount = m.kwonlyargcount;
        this.firstlineno = m.firstlineno;
        this.varnames = m.varnames;
        this.cellvars = m.cellvars;
        this.freevars = m.freevars;
        this.packed = null;
        this.details = new CodeDetails(m.names, m.consts.items(), positions);
        this.constants = m.consts;
        this.vectorcall = vectorcall;
        this.cacheSize = cacheSize;
        this.fingerprint = fingerprint;
        this.cleanup = cleanup;
        this.plainArguments = plainArguments(this);
        this.tables = m.tables();
    }

    private static int plainArguments(PyCode c) {
        boolean plain = (c.flags & CO_OPTIMIZED) != 0 && c.parameterCount() == c.argcount;
        return plain ? c.argcount : -1;
    }

    private CodeDetails details() {
        CodeDetails d = details;
        if (d == null) {
            d = packed == null ? null : packed.read();
            if (d == null) {
                throw new IllegalStateException("a code object without details");
            }
            details = d;
        }
        return d;
    }

    /** Returns the source positions by position index. */
    public Positions positions() {
        return details().positions();
    }

    /** Returns {@code co_names} as Java text, never to be written. */
    String[] names() {
        return details().names();
    }

    /** Returns the compiled body, or raises when a program has put the code object together of parts that no body belongs to. */
    public CompiledCode compiled(PyThreadState ts) {
        if (vectorcall instanceof CompiledCode c) {
            return c;
        }
        throw CodeMaking.noBody(ts, this);
    }

    @Nullable
    PyCode twin() {
        return twin;
    }

    /** Keeps the same code compiled for tracing, from what comes with it; whoever compiles it a second time gets the same. */
    public void setTwin(PyCode code) {
        twin = code;
    }

    /** Whether another code object has the same name, place and variables. */
    public boolean sameShape(PyCode other) {
        return qualname.equals(other.qualname)
                && firstlineno == other.firstlineno
                && Arrays.equals(varnames, other.varnames)
                && Arrays.equals(cellvars, other.cellvars)
                && Arrays.equals(freevars, other.freevars);
    }

    /** Returns the names that the code mentions, global names and those of attributes. */
    public String[] mentioned() {
        return names().clone();
    }

    /** Returns the name of a free variable. */
    public String freevar(int index) {
        return freevars[index];
    }

    /** Returns {@code co_consts}. */
    public PyTuple constants() {
        PyTuple t = constants;
        if (t == null) {
            Object[] items = details().consts().clone();
            for (int i = 0; i < items.length; i++) {
                if (items[i] instanceof Nested n) {
                    items[i] = ((CompiledCode) vectorcall).nested(n.number);
                }
            }
            t = new PyTuple(items);
            constants = t;
        }
        return t;
    }

    /** {@code co_filename}, a str: an interpreter may have given it another name. */
    public Object filename(PyThreadState ts) {
        return ts.interp.codeNotes().filename(this);
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

    /** Returns how many places an array for the local variables and cells needs. */
    public int localsRoom() {
        return varnames.length + cellvars.length;
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
        return filename(ts);
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
        return tuple(names());
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
        return constants();
    }

    @Getter(member = true)
    Object co_stacksize(PyThreadState ts) {
        return (long) (tables == null ? varnames.length + 1 : tables.stacksize());
    }

    @Getter
    Object co_code(PyThreadState ts) {
        return CodeMaking.code(ts, this);
    }

    @Getter
    Object _co_code_adaptive(PyThreadState ts) {
        return CodeMaking.code(ts, this);
    }

    @Getter(member = true)
    Object co_linetable(PyThreadState ts) {
        return tables == null ? CodeTables.lineTable(this) : tables.linetable();
    }

    @Getter(member = true)
    Object co_exceptiontable(PyThreadState ts) {
        return tables == null ? new PyBytes(new byte[0]) : tables.exceptiontable();
    }

    @Getter
    Object co_lnotab(PyThreadState ts) {
        ts.warn("DeprecationWarning", "co_lnotab is deprecated, use co_lines instead.", 1);
        return CodeTables.lineNumberTable(this);
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

    @Expose(
            signature =
                    "(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, codestring, constants, names,"
                            + " varnames, filename, name, qualname, firstlineno, linetable, exceptiontable, freevars=<absent>,"
                            + " cellvars=<absent>, /)")
    static Object __new__(
            PyThreadState ts,
            PyType cls,
            int argcount,
            int posonlyargcount,
            int kwonlyargcount,
            int nlocals,
            int stacksize,
            int flags,
            Object codestring,
            Object constants,
            Object names,
            Object varnames,
            Object filename,
            Object name,
            Object qualname,
            int firstlineno,
            Object linetable,
            Object exceptiontable,
            @Nullable Object freevars,
            @Nullable Object cellvars) {
        CodeMaking m = new CodeMaking(ts, null);
        m.argcount = CodeMaking.notNegative(ts, argcount, "argcount");
        m.posonlyargcount = CodeMaking.notNegative(ts, posonlyargcount, "posonlyargcount");
        m.kwonlyargcount = CodeMaking.notNegative(ts, kwonlyargcount, "kwonlyargcount");
        m.nlocals = CodeMaking.notNegative(ts, nlocals, "nlocals");
        m.stacksize = stacksize;
        m.flags = flags;
        m.firstlineno = firstlineno;
        m.setCode(codestring);
        m.setConsts(constants);
        m.names = m.texts(names, 9);
        m.varnames = m.texts(varnames, 10);
        m.filename = m.text(filename, 11);
        m.name = m.text(name, 12);
        m.qualname = m.text(qualname, 13);
        m.linetable = m.bytes(linetable, 15);
        m.exceptiontable = m.bytes(exceptiontable, 16);
        if (freevars != null) {
            m.freevars = m.texts(freevars, 17);
        }
        if (cellvars != null) {
            m.cellvars = m.texts(cellvars, 18);
        }
        return m.make();
    }

    @Expose(
            doc =
                    "Returns a copy of the code object with some fields replaced. The compiled body stays that of co_code.",
            signature = "(*, co_argcount=<absent>, co_posonlyargcount=<absent>, co_kwonlyargcount=<absent>,"
                    + " co_nlocals=<absent>, co_stacksize=<absent>, co_flags=<absent>, co_firstlineno=<absent>,"
                    + " co_code=<absent>, co_consts=<absent>, co_names=<absent>, co_varnames=<absent>,"
                    + " co_freevars=<absent>, co_cellvars=<absent>, co_filename=<absent>, co_name=<absent>,"
                    + " co_qualname=<absent>, co_linetable=<absent>, co_exceptiontable=<absent>)")
    Object replace(
            PyThreadState ts,
            @Nullable Object co_argcount,
            @Nullable Object co_posonlyargcount,
            @Nullable Object co_kwonlyargcount,
            @Nullable Object co_nlocals,
            @Nullable Object co_stacksize,
            @Nullable Object co_flags,
            @Nullable Object co_firstlineno,
            @Nullable Object co_code,
            @Nullable Object co_consts,
            @Nullable Object co_names,
            @Nullable Object co_varnames,
            @Nullable Object co_freevars,
            @Nullable Object co_cellvars,
            @Nullable Object co_filename,
            @Nullable Object co_name,
            @Nullable Object co_qualname,
            @Nullable Object co_linetable,
            @Nullable Object co_exceptiontable) {
        CodeMaking m = new CodeMaking(ts, this);
        m.argcount = m.number(co_argcount, argcount, "co_argcount");
        m.posonlyargcount = m.number(co_posonlyargcount, posonlyargcount, "co_posonlyargcount");
        m.kwonlyargcount = m.number(co_kwonlyargcount, kwonlyargcount, "co_kwonlyargcount");
        m.nlocals = m.number(co_nlocals, varnames.length, "co_nlocals");
        m.stacksize = m.number(co_stacksize, m.stacksize, "co_stacksize");
        m.flags = m.number(co_flags, flags, "co_flags");
        m.firstlineno = m.number(co_firstlineno, firstlineno, "co_firstlineno");
        if (co_code != null) {
            m.replacing = "co_code";
            m.setCode(co_code);
        }
        if (co_consts != null) {
            m.replacing = "co_consts";
            m.setConsts(co_consts);
        }
        m.names = m.texts(co_names, names(), "co_names");
        m.varnames = m.texts(co_varnames, varnames, "co_varnames");
        m.freevars = m.texts(co_freevars, freevars, "co_freevars");
        m.cellvars = m.texts(co_cellvars, cellvars, "co_cellvars");
        m.filename = m.text(co_filename, filename(ts), "co_filename");
        m.name = m.text(co_name, name, "co_name");
        m.qualname = m.text(co_qualname, qualname, "co_qualname");
        m.linetable = m.bytes(co_linetable, m.linetable, "co_linetable");
        m.exceptiontable = m.bytes(co_exceptiontable, m.exceptiontable, "co_exceptiontable");
        return m.make();
    }

    @Expose(doc = "Returns an iterator over the ranges of instructions of each line, as (start, end, line).")
    Object co_lines(PyThreadState ts) {
        return dev.clutch.interp.op.Iter.iter(ts, CodeTables.lines(this));
    }

    @Expose(
            doc =
                    "Returns an iterator over the positions of the instructions, as (line, end line, column, end column).")
    Object co_positions(PyThreadState ts) {
        return dev.clutch.interp.op.Iter.iter(ts, CodeTables.positions(this));
    }

    @Expose
    Object _varname_from_oparg(PyThreadState ts, int oparg) {
        int n = varnames.length;
        if (oparg >= 0 && oparg < n) {
            return Str.of(varnames[oparg]);
        }
        if (oparg >= n && oparg - n < cellvars.length) {
            return Str.of(cellvars[oparg - n]);
        }
        n += cellvars.length;
        if (oparg >= n && oparg - n < freevars.length) {
            return Str.of(freevars[oparg - n]);
        }
        throw Errors.error(ts, "IndexError", "tuple index out of range");
    }

    @Expose
    Object __eq__(PyThreadState ts, Object other) {
        return other instanceof PyCode c ? (Object) CodeTables.equal(this, c) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    long __hash__(PyThreadState ts) {
        return CodeTables.hash(ts, this);
    }

    @Expose
    long __sizeof__(PyThreadState ts) {
        return TypeSizes.of(TYPE).basicSize() + CodeTables.units(this) * 2L;
    }
}
