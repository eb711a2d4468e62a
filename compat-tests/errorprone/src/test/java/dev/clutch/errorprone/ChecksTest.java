package dev.clutch.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each source marks with {@code // FINDING name} the lines on which a finding is expected; there must be no other. */
class ChecksTest {
    @TempDir
    Path classes;

    private static final String SPI = """
            package dev.clutch.extension.spi;
            """;

    /** The few types of the interface that the checks look for, as the sources below need them. */
    private static final List<String> INTERFACE = List.of(
            SPI
                    + "public abstract class ThreadState { public abstract Object call(Object f); public abstract Object getAttr(Object o, String n); }",
            SPI + "public abstract class Interpreter {}",
            SPI + "public class PyObject {}",
            SPI + "public class PyType extends PyObject {}",
            SPI + "public final class CodePoints {}",
            SPI + "public final class Str { public static boolean isStr(Object o) { return true; } }",
            SPI + "public @interface ExtensionModule { String name(); }",
            SPI + "public @interface SharedState { String reason(); String lock(); }");

    private static JavaFileObject source(String text) {
        String name = text.replaceAll("(?s).*?(?:class|@interface|record|enum) (\\w+).*", "$1");
        String folder = text.replaceAll("(?s).*?package ([\\w.]+);.*", "$1").replace('.', '/');
        return new SimpleJavaFileObject(
                URI.create("mem:///" + folder + "/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private void check(String text) throws IOException {
        check(text, INTERFACE);
    }

    private void check(String text, List<String> others) throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        for (String other : others) {
            sources.add(source(other));
        }
        JavaFileObject subject = source(text);
        sources.add(subject);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        Writer out = new StringWriter();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-proc:none",
                "-XDcompilePolicy=simple",
                "--should-stop=ifError=FLOW",
                "-processorpath",
                System.getProperty("java.class.path"),
                "-Xplugin:ErrorProne -XepDisableAllChecks -Xep:StaticState:WARN -Xep:StoredInterpreterObject:WARN"
                        + " -Xep:InstanceofString:WARN -Xep:CastOfPythonValue:WARN");
        boolean compiled =
                compiler.getTask(out, null, found, options, null, sources).call();
        assertThat(compiled).as("%s %s", out, found.getDiagnostics()).isTrue();
        TreeSet<String> seen = new TreeSet<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : found.getDiagnostics()) {
            String message = diagnostic.getMessage(null);
            if (message.startsWith("[")) {
                assertThat(diagnostic.getSource().getName()).isEqualTo(subject.getName());
                seen.add(diagnostic.getLineNumber() + " "
                        + message.substring(message.indexOf('[') + 1, message.indexOf(']')));
            }
        }
        TreeSet<String> expected = new TreeSet<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int mark = lines.get(i).indexOf("// FINDING ");
            if (mark >= 0) {
                expected.add(i + 1 + " " + lines.get(i).substring(mark + 11).strip());
            }
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void staticState() throws IOException {
        check("""
                package author;
                import dev.clutch.extension.spi.*;
                import java.util.*;
                import java.util.concurrent.atomic.*;
                class Subject {
                    static int count; // FINDING StaticState
                    static final int LIMIT = 3;
                    static final String NAME = "x";
                    static final AtomicLong CALLS = new AtomicLong(); // FINDING StaticState
                    static final List<String> ITEMS = new ArrayList<>(); // FINDING StaticState
                    static final List<String> WORDS = List.of("a", "b");
                    static final Map<String, Integer> SIZES = Map.of("a", 1);
                    static final List<int[]> TABLES = List.of(new int[1]); // FINDING StaticState
                    static final List<String> VIEW = Collections.unmodifiableList(ITEMS); // FINDING StaticState
                    static final int[] SHOWN = {1, 2}; // FINDING StaticState
                    static final int[] NONE = {};
                    static final int[] NOTHING = new int[0];
                    static final java.lang.invoke.VarHandle LONGS =
                            java.lang.invoke.MethodHandles.arrayElementVarHandle(long[].class);
                    static final Map<String, String> READ = read();
                    static Map<String, String> read() { return Map.copyOf(new HashMap<>()); }
                    private static final int[] TABLE = {1, 2};
                    static final StringBuilder TEXT = new StringBuilder(); // FINDING StaticState
                    static final java.util.regex.Pattern PATTERN = java.util.regex.Pattern.compile("x");
                    @SharedState(reason = "one device", lock = "LOCK") static int device;
                    private int own;
                    private final List<String> owned = new ArrayList<>();
                    enum Kind { A; static Kind last; } // FINDING StaticState
                }
                """);
    }

    @Test
    void storedInterpreterObject() throws IOException {
        check("""
                package author;
                import dev.clutch.extension.spi.*;
                @ExtensionModule(name = "m")
                class Subject {
                    static final PyType TYPE = new PyType(); // FINDING StoredInterpreterObject
                    private ThreadState last; // FINDING StoredInterpreterObject
                    private PyType type;
                    private Object any;
                    static final class Helper {
                        private final ThreadState ts;
                        Helper(ThreadState ts) { this.ts = ts; }
                    }
                    void method(ThreadState ts) { new Helper(ts); last = ts; }
                }
                """);
    }

    @Test
    void instanceofString() throws IOException {
        check("""
                package author;
                class Subject {
                    boolean bad(Object o) { return o instanceof String; } // FINDING InstanceofString
                    int worse(Object o) { return o instanceof String s ? s.length() : 0; } // FINDING InstanceofString
                    void stern(Object o) { if (!(o instanceof String)) throw new RuntimeException(); } // FINDING InstanceofString
                    void other(Object o) {
                        if (o instanceof String) { // FINDING InstanceofString
                            worse(o);
                        } else {
                            throw new RuntimeException();
                        }
                    }
                    int quick(Object o) { return o instanceof String s ? s.length() : other(o, 1); }
                    int other(Object o, int n) { return n; }
                    boolean fine(CharSequence o) { return o instanceof String; }
                }
                """);
        check("""
                package author;
                import dev.clutch.extension.spi.*;
                class Subject {
                    boolean fast(Object o) { return o instanceof String || Str.isStr(o); }
                    boolean other(Object o) { return o instanceof String || o instanceof CodePoints; }
                }
                """);
    }

    @Test
    void castOfPythonValue() throws IOException {
        check("""
                package author;
                import dev.clutch.extension.spi.*;
                class Subject {
                    long a(ThreadState ts, Object f) { return (Long) ts.call(f); } // FINDING CastOfPythonValue
                    int b(ThreadState ts, Object f) { return (int) ts.call(f); } // FINDING CastOfPythonValue
                    String c(ThreadState ts, Object f) { return (String) ts.getAttr(f, "x"); } // FINDING CastOfPythonValue
                    java.util.List<?> d(ThreadState ts, Object f) { return (java.util.List<?>) (ts.call(f)); } // FINDING CastOfPythonValue
                    PyObject e(ThreadState ts, Object f) { return (PyObject) ts.call(f); }
                    long g(Object own) { return (Long) own; }
                }
                """);
    }

    @Test
    void theEngineMayKnowItsValues() throws IOException {
        List<String> engine = new ArrayList<>(INTERFACE);
        engine.add("package dev.clutch.interp; public class PyThreadState {}");
        check("""
                package dev.clutch.interp.op;
                import dev.clutch.extension.spi.*;
                class Subject {
                    boolean str(Object o) { return o instanceof String; }
                    long a(ThreadState ts, Object f) { return (Long) ts.call(f); }
                    static int count; // FINDING StaticState
                }
                """, engine);
    }
}
