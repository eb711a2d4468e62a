package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.SourceCompiler;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.Identity;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.parser.ParserOptions;
import dev.clutch.interp.symtable.Scope;
import dev.clutch.interp.symtable.Symbol;

/** {@code _symtable}: the symbol tables of a program. Answers to {@code symtablemodule.c}. */
@ExtensionModule(
        name = "_symtable",
        types = SymtableModule.Entry.class,
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class SymtableModule {
    @Constant
    static final long USE = Symbol.USE;

    @Constant
    static final long DEF_GLOBAL = Symbol.DEF_GLOBAL;

    @Constant
    static final long DEF_NONLOCAL = Symbol.DEF_NONLOCAL;

    @Constant
    static final long DEF_LOCAL = Symbol.DEF_LOCAL;

    @Constant
    static final long DEF_PARAM = Symbol.DEF_PARAM;

    @Constant
    static final long DEF_FREE = 1 << 5;

    @Constant
    static final long DEF_FREE_CLASS = Symbol.DEF_FREE_CLASS;

    @Constant
    static final long DEF_IMPORT = Symbol.DEF_IMPORT;

    @Constant
    static final long DEF_BOUND = Symbol.DEF_LOCAL | Symbol.DEF_PARAM | Symbol.DEF_IMPORT;

    @Constant
    static final long DEF_ANNOT = Symbol.DEF_ANNOT;

    @Constant
    static final long TYPE_FUNCTION = 0;

    @Constant
    static final long TYPE_CLASS = 1;

    @Constant
    static final long TYPE_MODULE = 2;

    @Constant
    static final long TYPE_ANNOTATION = 3;

    @Constant
    static final long TYPE_TYPE_VAR_BOUND = 4;

    @Constant
    static final long TYPE_TYPE_ALIAS = 5;

    @Constant
    static final long TYPE_TYPE_PARAM = 6;

    @Constant
    static final long LOCAL = Symbol.LOCAL;

    @Constant
    static final long GLOBAL_EXPLICIT = Symbol.GLOBAL_EXPLICIT;

    @Constant
    static final long GLOBAL_IMPLICIT = Symbol.GLOBAL_IMPLICIT;

    @Constant
    static final long FREE = Symbol.FREE;

    @Constant
    static final long CELL = Symbol.CELL;

    @Constant
    static final long SCOPE_OFF = 12;

    @Constant
    static final long SCOPE_MASK = 15;

    @Expose(signature = "(source, filename, startstr, /)", doc = "The symbol table of a program.")
    static Object symtable(PyThreadState ts, PyObject module, Object source, Object filename, String startstr) {
        ParserOptions.Mode mode = switch (startstr) {
            case "exec" -> ParserOptions.Mode.EXEC;
            case "eval" -> ParserOptions.Mode.EVAL;
            case "single" -> ParserOptions.Mode.SINGLE;
            default -> throw Errors.valueError(ts, "symtable() arg 3 must be 'exec' or 'eval' or 'single'");
        };
        Scope top = SourceCompiler.scopes(
                ts, CompileFunctions.program(ts, source, filename), CompileFunctions.filename(ts, filename), mode);
        return new Entry(ts.moduleType(module, "symtable entry"), top);
    }

    /** One block. Answers to {@code PySTEntryObject}. */
    @ExtensionType(name = "symtable entry", exported = false)
    static final class Entry extends PyObject {
        private final Scope scope;

        private final PyDict symbols;
        private final PyList varnames;
        private final PyList children;

        Entry(PyType type, Scope scope) {
            super(type);
            this.scope = scope;
            PyDict all = new PyDict();
            for (Symbol s : scope.symbols()) {
                all.put(s.name().intern(), (long) s.packed());
            }
            symbols = all;
            PyList names = new PyList();
            for (String p : scope.parameters()) {
                names.append(Str.of(p));
            }
            varnames = names;
            PyList entries = new PyList();
            for (Scope child : scope.children()) {
                entries.append(new Entry(type, child));
            }
            children = entries;
        }

        @Getter
        Object symbols(PyThreadState ts) {
            return symbols;
        }

        @Getter
        Object varnames(PyThreadState ts) {
            return varnames;
        }

        @Getter
        Object children(PyThreadState ts) {
            return children;
        }

        @Getter
        Object id(PyThreadState ts) {
            return Identity.of(ts, this);
        }

        @Getter
        Object name(PyThreadState ts) {
            return Str.of(scope.name());
        }

        @Getter
        long lineno(PyThreadState ts) {
            return scope.lineno();
        }

        @Getter
        long type(PyThreadState ts) {
            return scope.kind().number();
        }

        @Getter
        long nested(PyThreadState ts) {
            return scope.isNested() ? 1 : 0;
        }

        @Expose
        Object __repr__(PyThreadState ts) {
            return Text.concat(
                    Text.concat("<symtable entry ", Str.of(scope.name()), "("),
                    Text.str(ts, id(ts)),
                    Str.of("), line " + scope.lineno() + ">"));
        }
    }
}
