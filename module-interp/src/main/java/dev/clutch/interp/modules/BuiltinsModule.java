package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.compiler.NamedTupleLambda;
import dev.clutch.interp.generated.ExtensionIndex;
import dev.clutch.interp.number.IntText;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.FrameStack;
import dev.clutch.interp.object.Identity;
import dev.clutch.interp.object.Instances;
import dev.clutch.interp.object.PyCallIterator;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFrame;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyIterator;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.bytes.PyByteArray;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.generator.PyAnextAwaitable;
import dev.clutch.interp.object.generator.PyGenerator;
import dev.clutch.interp.op.Arith;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Classes;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Execution;
import dev.clutch.interp.op.Hashing;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Sizes;
import dev.clutch.interp.op.Sums;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.op.Truth;
import dev.clutch.interp.parser.ParserOptions;
import dev.clutch.interp.text.StrRepr;
import org.jspecify.annotations.Nullable;

/** {@code builtins}. Answers to {@code bltinmodule.c}. */
@ExtensionModule(name = "builtins", multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class BuiltinsModule {
    @Exec
    void types(PyThreadState ts, PyObject module) {
        PyDict d = ((PyModule) module).dict;
        for (PyType t : ExtensionIndex.declaredTypes()) {
            d.put(t.name(), t);
        }
        Exceptions.putAll(d);
        d.put("None", Singleton.NONE);
        d.put("True", true);
        d.put("False", false);
        d.put("Ellipsis", Singleton.ELLIPSIS);
        d.put("NotImplemented", Singleton.NOT_IMPLEMENTED);
        d.put("__debug__", ts.interp.options().optimize == 0);
    }

    @Expose(doc = "Returns an asynchronous iterator over an asynchronous iterable.")
    static Object aiter(PyThreadState ts, Object async_iterable) {
        NativeTable t = Types.of(async_iterable).slot(Slot.AITER);
        if (t == null) {
            throw Errors.typeError(
                    ts, "'" + Types.of(async_iterable).displayName() + "' object is not an async iterable");
        }
        Object it = t.call0(Slot.AITER.id(), ts, async_iterable);
        if (it == null || Types.of(it).slot(Slot.ANEXT) == null) {
            throw Errors.typeError(
                    ts,
                    Types.of(async_iterable).displayName() + ".__aiter__() must return an async iterator, not "
                            + (it == null ? "null" : Types.of(it).displayName()));
        }
        return it;
    }

    @Expose(
            signature = "(async_iterator, default=<absent>, /)",
            doc =
                    "Returns an awaitable for the next item; at the end it gives the default instead of StopAsyncIteration.")
    static Object anext(PyThreadState ts, Object async_iterator, @Nullable Object otherwise) {
        NativeTable t = Types.of(async_iterator).slot(Slot.ANEXT);
        if (t == null) {
            throw Errors.typeError(
                    ts, "'" + Types.of(async_iterator).displayName() + "' object is not an async iterator");
        }
        Object awaitable = t.call0(Slot.ANEXT.id(), ts, async_iterator);
        if (awaitable == null) {
            throw Errors.systemError(ts, "__anext__ returned Java null");
        }
        return otherwise == null ? awaitable : new PyAnextAwaitable(awaitable, otherwise);
    }

    @Expose(signature = "(*args, **kwds)")
    static Object __build_class__(PyThreadState ts, Object[] args, @Nullable Object kwds) {
        return Classes.buildClass(ts, args, kwds);
    }

    @Expose(signature = "(*args, sep=None, end=None, file=None, flush=False)")
    static void print(PyThreadState ts, Object[] args, Object sep, Object end, Object file, boolean flush) {
        Object out = file;
        if (out == Singleton.NONE) {
            Object stdout = ts.sysAttr("stdout");
            if (stdout == null) {
                throw Errors.error(ts, "RuntimeError", "lost sys.stdout");
            }
            out = stdout;
            if (out == Singleton.NONE) {
                return;
            }
        }
        checkText(ts, "sep", sep);
        checkText(ts, "end", end);
        for (int i = 0; i < args.length; i++) {
            if (i > 0) {
                Call.method1(ts, out, "write", sep == Singleton.NONE ? " " : sep);
            }
            Call.method1(ts, out, "write", Text.str(ts, args[i]));
        }
        Call.method1(ts, out, "write", end == Singleton.NONE ? "\n" : end);
        if (flush) {
            Call.method0(ts, out, "flush");
        }
    }

    @Expose(signature = "(prompt='', /)", doc = "Read a line from standard input, without its end.")
    static Object input(PyThreadState ts, Object prompt) {
        return InputFunction.input(ts, prompt);
    }

    private static void checkText(PyThreadState ts, String name, Object o) {
        if (o != Singleton.NONE && !PyStr.isStr(o)) {
            throw Errors.typeError(
                    ts, name + " must be None or a string, not " + Types.of(o).displayName());
        }
    }

    @Expose
    static long len(PyThreadState ts, Object obj) {
        return Sizes.of(ts, obj);
    }

    @Expose
    static Object repr(PyThreadState ts, Object obj) {
        return Text.reprAny(ts, obj);
    }

    @Expose
    static Object ascii(PyThreadState ts, Object obj) {
        Object shown = Text.reprAny(ts, obj);
        Object plain = ts.strValue(shown);
        Object escaped = StrRepr.escapeNonAscii(plain);
        return escaped.equals(plain) ? shown : escaped;
    }

    @Expose
    static long hash(PyThreadState ts, Object obj) {
        return Hashing.hash(ts, obj);
    }

    @Expose
    static long id(PyThreadState ts, Object obj) {
        ts.audit("builtins.id", Identity.of(ts, obj));
        return Identity.of(ts, obj);
    }

    @Expose
    static boolean callable(PyThreadState ts, Object obj) {
        return Call.isCallable(obj);
    }

    @Expose
    static boolean isinstance(PyThreadState ts, Object obj, Object class_or_tuple) {
        return Instances.isInstance(ts, obj, class_or_tuple);
    }

    @Expose
    static boolean issubclass(PyThreadState ts, Object cls, Object class_or_tuple) {
        return Instances.isSubclass(ts, cls, class_or_tuple);
    }

    @Expose
    static Object abs(PyThreadState ts, Object x) {
        return Arith.unary(ts, Slot.ABS, x);
    }

    @Expose
    static Object divmod(PyThreadState ts, Object x, Object y) {
        return Arith.binary(ts, Slot.DIVMOD, x, y);
    }

    @Expose(signature = "(base, exp, mod=None)")
    static Object pow(PyThreadState ts, Object base, Object exp, Object mod) {
        return Arith.power(ts, base, exp, mod);
    }

    @Expose(signature = "(object, sentinel=<absent>, /)")
    static Object iter(PyThreadState ts, Object object, @Nullable Object sentinel) {
        if (sentinel == null) {
            return Iter.iter(ts, object);
        }
        if (!Call.isCallable(object)) {
            throw Errors.typeError(ts, "iter(object, sentinel): object must be callable");
        }
        return new PyCallIterator(object, sentinel);
    }

    @Expose(signature = "(iterator, default=<absent>, /)")
    static Object next(PyThreadState ts, Object iterator, @Nullable Object fallback) {
        if (!Iter.isIterator(iterator)) {
            throw Errors.typeError(ts, "'" + Types.of(iterator).displayName() + "' object is not an iterator");
        }
        Object v;
        try {
            v = Iter.next(ts, iterator);
        } catch (PythonException e) {
            if (fallback == null || !Errors.matches(e, "StopIteration")) {
                throw e;
            }
            return fallback;
        }
        if (v != null) {
            return v;
        }
        if (fallback != null) {
            return fallback;
        }
        throw iterator instanceof PyGenerator g ? g.stop(ts) : Errors.stopIteration(ts, null);
    }

    @Expose(signature = "(object, name, default=<absent>, /)")
    static Object getattr(PyThreadState ts, Object object, Object name, @Nullable Object fallback) {
        String text = attributeName(ts, name);
        if (fallback == null) {
            return Attr.get(ts, object, text);
        }
        Object v = Attr.find(ts, object, text);
        return v == null ? fallback : v;
    }

    private static String attributeName(PyThreadState ts, Object name) {
        if (!PyStr.isStr(name)) {
            throw Errors.typeError(
                    ts, "attribute name must be string, not '" + Types.of(name).displayName() + "'");
        }
        return ts.interp.inlineCaches().interned(Attr.nameText(ts, name));
    }

    @Expose
    static boolean hasattr(PyThreadState ts, Object obj, Object name) {
        return Attr.find(ts, obj, attributeName(ts, name)) != null;
    }

    @Expose
    static void setattr(PyThreadState ts, Object obj, Object name, Object value) {
        Attr.set(ts, obj, attributeName(ts, name), value);
    }

    @Expose
    static void delattr(PyThreadState ts, Object obj, Object name) {
        Attr.delete(ts, obj, attributeName(ts, name));
    }

    @Expose
    static boolean all(PyThreadState ts, Object iterable) {
        PyIterator it = Iter.loop(ts, iterable);
        for (Object v = it.next(ts); v != null; v = it.next(ts)) {
            ts.checkSignals();
            if (!Truth.of(ts, v)) {
                return false;
            }
        }
        return true;
    }

    @Expose
    static boolean any(PyThreadState ts, Object iterable) {
        PyIterator it = Iter.loop(ts, iterable);
        for (Object v = it.next(ts); v != null; v = it.next(ts)) {
            ts.checkSignals();
            if (Truth.of(ts, v)) {
                return true;
            }
        }
        return false;
    }

    @Expose(signature = "(iterable, /, start=0)")
    static Object sum(PyThreadState ts, Object iterable, Object start) {
        if (PyStr.isStr(start)) {
            throw Errors.typeError(ts, "sum() can't sum strings [use ''.join(seq) instead]");
        }
        if (start instanceof PyBytes) {
            throw Errors.typeError(ts, "sum() can't sum bytes [use b''.join(seq) instead]");
        }
        if (start instanceof PyByteArray) {
            throw Errors.typeError(ts, "sum() can't sum bytearray [use b''.join(seq) instead]");
        }
        return Sums.of(ts, Iter.loop(ts, iterable), start);
    }

    @Expose(signature = "(*args, **kws)", doc = "Call sys.breakpointhook(*args, **kws), which starts a debugger.")
    static Object breakpoint(PyThreadState ts, Object[] args, @Nullable Object kws) {
        Object hook = ts.sysAttr("breakpointhook");
        if (hook == null) {
            throw Errors.error(ts, "RuntimeError", "lost sys.breakpointhook");
        }
        ts.audit("builtins.breakpoint", hook);
        return Call.withDict(ts, hook, args, kws);
    }

    @Expose(
            signature = "(*args, key=None, default=<absent>)",
            doc =
                    "min(iterable, *, key=None, default) or min(a, b, *more, key=None)\n\nReturn the smallest item or argument.")
    static Object min(PyThreadState ts, Object[] args, Object key, @Nullable Object fallback) {
        return extreme(ts, "min", Slot.LT, args, key, fallback);
    }

    @Expose(
            signature = "(*args, key=None, default=<absent>)",
            doc =
                    "max(iterable, *, key=None, default) or max(a, b, *more, key=None)\n\nReturn the largest item or argument.")
    static Object max(PyThreadState ts, Object[] args, Object key, @Nullable Object fallback) {
        return extreme(ts, "max", Slot.GT, args, key, fallback);
    }

    /** {@code min_max}. */
    private static Object extreme(
            PyThreadState ts, String name, Slot op, Object[] args, Object key, @Nullable Object fallback) {
        if (args.length == 0) {
            throw Errors.typeError(ts, name + " expected at least 1 argument, got 0");
        }
        if (args.length > 1 && fallback != null) {
            throw Errors.typeError(
                    ts, "Cannot specify a default for " + name + "() with multiple positional arguments");
        }
        Object it = Iter.iter(ts, args.length == 1 ? args[0] : new PyList(args));
        Object best = null;
        Object bestKey = null;
        for (Object v = Iter.next(ts, it); v != null; v = Iter.next(ts, it)) {
            Object k = key == Singleton.NONE ? v : Call.call1(ts, key, v);
            if (bestKey == null || Truth.of(ts, Compare.rich(ts, op.id(), k, bestKey))) {
                best = v;
                bestKey = k;
            }
        }
        if (best != null) {
            return best;
        }
        if (fallback != null) {
            return fallback;
        }
        throw Errors.valueError(ts, name + "() iterable argument is empty");
    }

    @Expose(signature = "(iterable, /, *, key=None, reverse=False)", counts = Expose.Counts.UNPACK_TUPLE)
    static Object sorted(PyThreadState ts, Object iterable, Object key, Object reverse) {
        PyList list = new PyList(Iter.toArray(ts, iterable));
        Object sort = Attr.get(ts, list, "sort");
        Call.vector(ts, sort, new Object[] {key, reverse}, new String[] {"key", "reverse"});
        return list;
    }

    @Expose(signature = "(number, ndigits=None)")
    static Object round(PyThreadState ts, Object number, Object ndigits) {
        Object f = Types.of(number).lookup("__round__");
        if (f == null) {
            throw Errors.typeError(ts, "type " + Types.of(number).displayName() + " doesn't define __round__ method");
        }
        return ndigits == Singleton.NONE ? Call.special0(ts, f, number) : Call.special1(ts, f, number, ndigits);
    }

    @Expose
    static Object chr(PyThreadState ts, Object i) {
        long c = Numbers.clampedLong(ts, i);
        if (c != (int) c) {
            throw Errors.error(ts, "OverflowError", "Python int too large to convert to C int");
        }
        if (c < 0 || c > Character.MAX_CODE_POINT) {
            throw Errors.valueError(ts, "chr() arg not in range(0x110000)");
        }
        return Str.ofCodePoint((int) c);
    }

    @Expose
    static Object ord(PyThreadState ts, Object c) {
        if (PyStr.isStr(c)) {
            Object s = PyStr.plain(c);
            if (Str.length(s) == 1) {
                return (long) Str.at(s, 0);
            }
            throw Errors.typeError(ts, "ord() expected a character, but string of length " + Str.length(s) + " found");
        }
        if (c instanceof PyBytes || c instanceof PyByteArray) {
            byte[] b = ts.bytesOf(c);
            if (b.length == 1) {
                return (long) (b[0] & 0xff);
            }
            throw Errors.typeError(ts, "ord() expected a character, but string of length " + b.length + " found");
        }
        throw Errors.typeError(
                ts, "ord() expected string of length 1, but " + Types.of(c).displayName() + " found");
    }

    @Expose(doc = "Return an integer as binary text.\n\n>>> bin(10)\n'0b1010'\n")
    static Object bin(PyThreadState ts, Object number) {
        return IntText.withPrefix(ts, Numbers.index(ts, number), 2);
    }

    @Expose(doc = "Return an integer as octal text.\n\n>>> oct(64)\n'0o100'\n")
    static Object oct(PyThreadState ts, Object number) {
        return IntText.withPrefix(ts, Numbers.index(ts, number), 8);
    }

    @Expose(doc = "Return an integer as hexadecimal text.\n\n>>> hex(255)\n'0xff'\n")
    static Object hex(PyThreadState ts, Object number) {
        return IntText.withPrefix(ts, Numbers.index(ts, number), 16);
    }

    @Expose(signature = "(value, format_spec='', /)")
    static Object format(PyThreadState ts, Object value, Object format_spec) {
        if (!PyStr.isStr(format_spec)) {
            throw Errors.typeError(
                    ts,
                    "format() argument 2 must be str, not "
                            + Types.of(format_spec).displayName());
        }
        return Text.format(ts, value, format_spec);
    }

    @Expose
    static Object globals(PyThreadState ts) {
        return currentGlobals(ts);
    }

    @Expose
    static Object locals(PyThreadState ts) {
        PyFrame frame = frame(ts);
        if (!frame.showsLocals(ts)) {
            throw Errors.error(ts, "RuntimeError", PyFrame.hidden(frame.function.code));
        }
        return Attr.get(ts, frame, "f_locals");
    }

    /** What {@code exec} and {@code eval} run in when nobody says it. */
    private static Object namespace(PyThreadState ts) {
        return Attr.get(ts, frame(ts), "f_locals");
    }

    private static PyDict currentGlobals(PyThreadState ts) {
        if (ts.depth == 0) {
            throw Errors.systemError(ts, "globals and locals cannot be NULL");
        }
        return FrameStack.function(ts, ts.depth - 1).globals;
    }

    private static PyFrame frame(PyThreadState ts) {
        if (ts.depth == 0) {
            throw Errors.systemError(ts, "frame does not exist");
        }
        return FrameStack.frame(ts, ts.depth - 1);
    }

    @Expose(signature = "(object=<absent>, /)")
    static Object vars(PyThreadState ts, @Nullable Object object) {
        if (object == null) {
            return locals(ts);
        }
        Object d = Attr.find(ts, object, "__dict__");
        if (d == null) {
            throw Errors.typeError(ts, "vars() argument must have __dict__ attribute");
        }
        return d;
    }

    @Expose(signature = "(object=<absent>, /)")
    static Object dir(PyThreadState ts, @Nullable Object object) {
        PyList names;
        if (object == null) {
            names = new PyList(Iter.toArray(ts, Call.method0(ts, locals(ts), "keys")));
        } else {
            Object f = Types.of(object).lookup("__dir__");
            if (f == null) {
                throw Errors.typeError(ts, "object does not provide __dir__");
            }
            names = new PyList(Iter.toArray(ts, Call.special0(ts, f, object)));
        }
        Call.method0(ts, names, "sort");
        return names;
    }

    @Expose(
            signature = "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
            doc = "Compile a program or a tree to a code object, or a program to a tree.")
    static Object compile(
            PyThreadState ts,
            Object source,
            Object filename,
            Object mode,
            int flags,
            boolean dont_inherit,
            int optimize,
            int _feature_version) {
        return CompileFunctions.compile(ts, source, filename, mode, flags, dont_inherit, optimize, _feature_version);
    }

    @Expose(
            signature = "(source, globals=None, locals=None, /, *, closure=None)",
            doc = "Execute a program or a code object in globals and locals.")
    static void exec(PyThreadState ts, Object source, Object globals, Object locals, Object closure) {
        PyDict g = globals == Singleton.NONE ? currentGlobals(ts) : globalsDict(ts, "exec", globals);
        Object l = locals != Singleton.NONE ? locals : globals == Singleton.NONE ? namespace(ts) : g;
        if (!(l instanceof PyDict) && !ts.isMapping(l)) {
            throw Errors.typeError(
                    ts, "locals must be a mapping or None, not " + Types.of(l).name());
        }
        if (g.get("__builtins__") == null) {
            g.put("__builtins__", Execution.builtins(ts));
        }
        PyCell[] cells = new PyCell[0];
        PyCode code;
        if (source instanceof PyCode c) {
            code = c;
            cells = CompileFunctions.closure(ts, c, closure);
            ts.audit("exec", c);
        } else {
            if (closure != Singleton.NONE) {
                throw Errors.typeError(ts, "closure can only be used when source is a code object");
            }
            code = CompileFunctions.program(ts, "exec", source, ParserOptions.Mode.EXEC);
            ts.audit("exec", code);
        }
        Execution.run(ts, code, g, l, cells);
    }

    @Expose(
            signature = "(source, globals=None, locals=None, /)",
            doc = "Evaluate an expression or a code object in globals and locals.")
    static Object eval(PyThreadState ts, Object source, Object globals, Object locals) {
        if (locals != Singleton.NONE && !(locals instanceof PyDict) && !ts.isMapping(locals)) {
            throw Errors.typeError(ts, "locals must be a mapping");
        }
        PyDict g = globals == Singleton.NONE ? currentGlobals(ts) : globalsDict(ts, "eval", globals);
        Object l = locals != Singleton.NONE ? locals : globals == Singleton.NONE ? namespace(ts) : g;
        if (g.get("__builtins__") == null) {
            g.put("__builtins__", Execution.builtins(ts));
        }
        if (source instanceof PyCode c) {
            ts.audit("exec", c);
            if (c.freeCount() > 0) {
                throw Errors.typeError(ts, "code object passed to eval() may not contain free variables");
            }
            return Execution.run(ts, c, g, l, new PyCell[0]);
        }
        if (source instanceof String text && !ts.interp.isAudited()) {
            PyCode known = NamedTupleLambda.code(text);
            if (known != null) {
                return new PyFunction(ts, known, g, Execution.builtins(ts, g), new PyCell[0]);
            }
        }
        PyCode code = CompileFunctions.program(ts, "eval", source, ParserOptions.Mode.EVAL);
        ts.audit("exec", code);
        return Execution.run(ts, code, g, l, new PyCell[0]);
    }

    private static PyDict globalsDict(PyThreadState ts, String function, Object globals) {
        if (globals instanceof PyDict d) {
            return d;
        }
        throw Errors.typeError(
                ts,
                function.equals("eval")
                        ? Types.of(globals).slot(Slot.GETITEM) != null
                                ? "globals must be a real dict; try eval(expr, {}, mapping)"
                                : "globals must be a dict"
                        : "exec() globals must be a dict, not "
                                + Types.of(globals).displayName());
    }

    @Expose(signature = "(name, globals=None, locals=None, fromlist=(), level=0)")
    static Object __import__(
            PyThreadState ts, Object name, Object globals, Object locals, @Nullable Object fromlist, int level) {
        return dev.clutch.interp.imports.Importer.importName(
                ts, name, globals, fromlist == null ? Singleton.NONE : fromlist, level);
    }
}
