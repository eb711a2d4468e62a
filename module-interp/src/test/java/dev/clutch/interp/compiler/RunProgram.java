package dev.clutch.interp.compiler;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.TestLanguage;
import dev.clutch.interp.object.Instances;
import dev.clutch.interp.object.PyBool;
import dev.clutch.interp.object.PyBuiltinFunction;
import dev.clutch.interp.object.PyCallable;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFloat;
import dev.clutch.interp.object.PyInt;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTraceback;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Vectorcall;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.exception.RaiseSupport;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Classes;
import dev.clutch.interp.op.Execution;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Sizes;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.parser.CharacterNames;
import dev.clutch.interp.parser.Parser;
import dev.clutch.interp.parser.ParserOptions;
import dev.clutch.interp.parser.Source;
import dev.clutch.interp.symtable.SymbolTable;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Runs Python programs with a handful of builtins. */
public final class RunProgram {
    private RunProgram() {}

    /** Arguments: program files. */
    public static void main(String[] files) throws Exception {
        Thread t = new Thread(null, () -> run(files), "main", 1L << 29);
        t.start();
        t.join();
    }

    private static void run(String[] files) {
        try (Runtime runtime = Runtime.start(
                        RuntimeConfig.builder().language(new TestLanguage()).build());
                Attachment a = runtime.main().attach()) {
            PyThreadState ts = (PyThreadState) a.threadState();
            fillBuiltins(ts);
            for (String file : files) {
                try {
                    runFile(ts, file);
                } catch (PythonException e) {
                    report(ts, e);
                } catch (java.io.IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    static void report(PyThreadState ts, PythonException e) {
        Object tb = RaiseSupport.traceback((PyBaseException) e.value());
        while (tb instanceof PyTraceback t) {
            System.out.println("  line " + Attr.get(ts, t, "tb_lineno"));
            tb = Attr.get(ts, t, "tb_next");
        }
        System.out.println(e.value().type().displayName() + ": " + Text.java(Text.str(ts, e.value())));
        if (e.getCause() != null) {
            e.getCause().printStackTrace(System.out);
        }
    }

    /** Compiles a source. */
    public static PyCode compile(byte[] program, String file) throws java.io.IOException {
        Source source = Source.ofBytes(program, file, new Source.JdkDecoder());
        var tree = Parser.parse(
                source,
                ParserOptions.of(ParserOptions.Mode.EXEC),
                dev.clutch.interp.object.ModelConstants.INSTANCE,
                new CharacterNames.Jdk(),
                (category, message, filename, lineno) -> false);
        boolean future = tree instanceof dev.clutch.interp.ast.Mod.Module m && Compiler.futureAnnotations(m.body());
        SymbolTable table = SymbolTable.build(tree, file, future);
        CompiledUnit unit = Compiler.compile(tree, table, CompileOptions.of(file));
        String dump = System.getProperty("dump");
        if (dump != null) {
            for (var e : unit.classes().entrySet()) {
                Files.write(Path.of(dump, e.getKey() + ".class"), e.getValue());
            }
        }
        return UnitLoader.load(unit);
    }

    private static void runFile(PyThreadState ts, String file) throws java.io.IOException {
        PyCode code = compile(Files.readAllBytes(Path.of(file)), file);
        PyDict globals = new PyDict();
        globals.put("__name__", "__main__");
        Execution.run(ts, code, globals, globals, new PyCell[0]);
    }

    private static String show(PyThreadState ts, Object o, boolean nested) {
        StringBuilder b = new StringBuilder();
        if (o.getClass() == PyTuple.class || o.getClass() == PyList.class) {
            boolean tuple = o instanceof PyTuple;
            Object[] items = o instanceof PyTuple t ? t.items() : ((PyList) o).toArray();
            b.append(tuple ? "(" : "[");
            for (int i = 0; i < items.length; i++) {
                b.append(i == 0 ? "" : ", ").append(show(ts, items[i], true));
            }
            return b.append(tuple ? items.length == 1 ? ",)" : ")" : "]").toString();
        }
        if (o instanceof PyDict d) {
            b.append("{");
            for (int i = d.next(0); i >= 0; i = d.next(i + 1)) {
                b.append(b.length() == 1 ? "" : ", ")
                        .append(show(ts, d.keyAt(i), true))
                        .append(": ")
                        .append(show(ts, d.valueAt(i), true));
            }
            return b.append("}").toString();
        }
        return Text.java(nested ? Text.repr(ts, o) : Text.str(ts, o));
    }

    private interface Body {
        Object call(PyThreadState ts, Object[] args, String @Nullable [] names);
    }

    private static final class Native extends PyCallable {
        Native(Body body) {
            super(PyBuiltinFunction.TYPE, new Vectorcall() {
                @Override
                public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
                    return body.call(ts, args, names);
                }
            });
        }
    }

    private static void fillBuiltins(PyThreadState ts) {
        PyDict b = ts.interp.builtins();
        b.put("__build_class__", new Native((t, args, names) -> {
            PyDict keywords = new PyDict();
            int positional = args.length - (names == null ? 0 : names.length);
            for (int i = positional; names != null && i < args.length; i++) {
                keywords.put(names[i - positional], args[i]);
            }
            return Classes.buildClass(t, Arrays.copyOf(args, positional), keywords);
        }));
        b.put("print", new Native((t, args, names) -> {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < args.length; i++) {
                line.append(i == 0 ? "" : " ").append(show(t, args[i], false));
            }
            System.out.println(line);
            return Singleton.NONE;
        }));
        b.put("len", new Native((t, args, names) -> Sizes.of(t, args[0])));
        b.put("repr", new Native((t, args, names) -> Text.repr(t, args[0])));
        b.put("isinstance", new Native((t, args, names) -> Instances.isInstance(t, args[0], args[1])));
        b.put("nanos", new Native((t, args, names) -> System.nanoTime()));
        b.put(
                "list",
                new Native(
                        (t, args, names) -> new PyList(args.length == 0 ? new Object[0] : Iter.toArray(t, args[0]))));
        b.put("handled", new Native((t, args, names) -> t.handled == null ? Singleton.NONE : t.handled));
        b.put("next", new Native((t, args, names) -> dev.clutch.interp.op.Call.method0(t, args[0], "__next__")));
        b.put(
                "locals",
                new Native((t, args, names) ->
                        Attr.get(t, dev.clutch.interp.object.FrameStack.frame(t, t.depth - 1), "f_locals")));
        b.put(
                "line",
                new Native((t, args, names) ->
                        Attr.get(t, dev.clutch.interp.object.FrameStack.frame(t, t.depth - 1), "f_lineno")));
        for (TypeObject t : new TypeObject[] {
            TypeObject.OBJECT,
            TypeObject.TYPE,
            PyInt.TYPE,
            PyStr.TYPE,
            PyFloat.TYPE,
            PyBool.TYPE,
            PyDict.TYPE,
            PyTuple.TYPE,
            PyBaseException.TYPE
        }) {
            b.put(t.name(), t);
        }
        for (String name : new String[] {
            "Exception",
            "ValueError",
            "TypeError",
            "KeyError",
            "IndexError",
            "StopIteration",
            "StopAsyncIteration",
            "GeneratorExit",
            "RuntimeError",
            "ZeroDivisionError",
            "NameError",
            "UnboundLocalError",
            "AttributeError",
            "AssertionError",
            "RecursionError",
            "LookupError"
        }) {
            b.put(name, Exceptions.type(name));
        }
    }
}
