package dev.clutch.distribution.child;

import dev.clutch.interp.embedding.ExecutionFailedException;
import dev.clutch.interp.scripting.PythonScriptEngine;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import javax.script.SimpleScriptContext;
import org.jspecify.annotations.Nullable;

/** Uses the engine of {@code javax.script} as programs written for it do. Prints a line for each check. */
@SuppressWarnings({"SystemOut", "NullAway"}) // a null where there should be a value fails its check
public final class Scripting {
    private Scripting() {}

    /** An interface that Python code implements. */
    public interface Shape {
        /** Of a Python function. */
        int area(int width, int height);

        /** Of this interface. */
        default int square(int side) {
            return area(side, side);
        }
    }

    private interface Check {
        @Nullable
        Object run() throws Exception;
    }

    private static void check(String what, Check check, String expected) {
        String seen;
        try {
            seen = String.valueOf(check.run());
        } catch (Exception e) {
            seen = e.getClass().getSimpleName() + " " + e.getMessage();
        }
        System.out.println(what + ": " + (seen.equals(expected) ? "ok" : seen + " instead of " + expected));
    }

    /** Runs all checks. */
    public static void main(String[] arguments) {
        ScriptEngineManager manager = new ScriptEngineManager();
        ScriptEngine engine = Objects.requireNonNull(manager.getEngineByName("python"));
        check(
                "names",
                () -> {
                    ((PythonScriptEngine) manager.getEngineByExtension("py")).close();
                    return engine.getFactory().getLanguageVersion();
                },
                "3.12");
        check("expression", () -> engine.eval(" 6 * 7\n"), "42");
        check("program", () -> engine.eval("x = 3\ny = [x]"), "null");
        check("reader", () -> engine.eval(new StringReader("x + 1")), "4");
        check(
                "bindings are __main__",
                () -> {
                    engine.put("given", 5);
                    Object ignored = engine.eval("made = given + x");
                    Bindings names = engine.getBindings(ScriptContext.ENGINE_SCOPE);
                    Object removed = names.remove("given");
                    return engine.get("made") + " " + names.keySet() + removed + names.containsKey("given")
                            + names.get("none");
                },
                "8 [x, y, made]5falsenull");
        check(
                "other bindings",
                () -> {
                    Bindings own = new SimpleBindings(new TreeMap<>(Map.of("a", 1, "b", 2)));
                    Object ignored = engine.eval("c = a + b\ndel b\nx = 0", own);
                    return own.keySet() + " " + own.get("c") + " " + engine.get("x");
                },
                "[a, c, x] 3 3");
        check(
                "global scope",
                () -> {
                    manager.put("shared", 1);
                    Object first = engine.eval("shared + 1");
                    manager.put("shared", 10);
                    Bindings own = new SimpleBindings();
                    return first + " " + engine.eval("shared + 1") + " " + engine.eval("shared", own) + " "
                            + own.keySet();
                },
                "2 11 10 []");
        check(
                "writers and reader",
                () -> {
                    ScriptContext context = new SimpleScriptContext();
                    StringWriter out = new StringWriter();
                    StringWriter err = new StringWriter();
                    context.setWriter(out);
                    context.setErrorWriter(err);
                    context.setReader(new StringReader("l\u00efne\nrest"));
                    Object ignored = engine.eval(
                            "import sys\nprint('got', input())\nprint('\u20ac\ud83d\ude00', file=sys.stderr)", context);
                    return out + "|" + err;
                },
                "got l\u00efne\n|\u20ac\ud83d\ude00\n");
        check(
                "functions",
                () -> {
                    Object ignored = engine.eval(
                            "def area(w, h): return w * h\nclass Box:\n def area(self, w, h): return -w * h\nbox = Box()");
                    Invocable invocable = (Invocable) engine;
                    Shape shape = invocable.getInterface(Shape.class);
                    Shape box = invocable.getInterface(engine.get("box"), Shape.class);
                    return invocable.invokeFunction("area", 2, 3) + " "
                            + invocable.invokeMethod(engine.get("box"), "area", 2, 3) + " " + shape.square(4) + " "
                            + box.area(1, 2) + " " + invocable.getInterface(Check.class);
                },
                "6 -6 16 -2 null");
        check("no such function", () -> ((Invocable) engine).invokeFunction("none"), "NoSuchMethodException none");
        check(
                "compiled",
                () -> {
                    CompiledScript script = ((Compilable) engine).compile("n * 2");
                    engine.put("n", 4);
                    Object first = script.eval();
                    Bindings own = new SimpleBindings();
                    own.put("n", 5);
                    return first + " " + script.eval(own);
                },
                "8 10");
        check(
                "error",
                () -> {
                    engine.put(ScriptEngine.FILENAME, "rules.py");
                    try {
                        return engine.eval("\nint('x')\n1");
                    } catch (ScriptException e) {
                        return e.getFileName() + " " + e.getLineNumber() + " "
                                + ((ExecutionFailedException) e.getCause()).typeName();
                    }
                },
                "rules.py 2 ValueError");
        check(
                "syntax error",
                () -> engine.eval("a b"),
                "ScriptException SyntaxError: invalid syntax (rules.py, line 1)");
        check("output statement", () -> engine.getFactory().getOutputStatement("a\"\n\\"), "print(\"a\\\"\\n\\\\\")");
        check(
                "close",
                () -> {
                    ((PythonScriptEngine) engine).close();
                    return engine.eval("1");
                },
                "IllegalStateException the main interpreter is closed");
        System.out.println("done");
    }
}
