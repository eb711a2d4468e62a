package dev.clutch.extension.spi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorErrorTest {
    @TempDir
    Path folder;

    private void module(String body, String... problems) {
        reports("@ExtensionModule(name = \"demo\") public final class Demo {\n" + body + "\n}", problems);
    }

    private void type(String body, String... problems) {
        reports(
                "@ExtensionType(name = \"demo.T\") public class T extends PyObject {\nT(PyType t) { super(t); }\n"
                        + body + "\n}",
                problems);
    }

    private void reports(String text, String... problems) {
        assertThat(Compilation.of(folder, text).problems()).containsExactly(problems);
    }

    @Test
    void wrongParameterTypes() {
        module(
                "@Expose static Object f(ThreadState ts, Integer x) { return x; }",
                "parameter 'x' has the type java.lang.Integer, which is no Python value: use Object, String, double, long, int, boolean or Object[]");
        module(
                "@Expose static Object f(ThreadState ts, float x) { return null; }",
                "parameter 'x' has the type float, which is no Python value: use Object, String, double, long, int, boolean or Object[]");
        module("@Expose static Object f(Object x) { return x; }", "the first parameter of f must be the ThreadState");
    }

    @Test
    void wrongResults() {
        module(
                "@Expose static java.util.List<Object> f(ThreadState ts) { return null; }",
                "java.util.List is no Python value: use Object, PyObject or a subclass, String, boolean, int, long, double or BigInteger");
        module(
                "@Expose static Integer f(ThreadState ts) { return 1; }",
                "java.lang.Integer is no Python value: use Object, PyObject or a subclass, String, boolean, int, long, double or BigInteger");
        type(
                "@Expose Object __init__(ThreadState ts) { return this; }",
                "slot INIT returns void, not java.lang.Object");
        type(
                "@Expose Object __eq__(ThreadState ts) { return this; }",
                "__eq__ must have 1 Python parameters besides the instance");
    }

    @Test
    void signatures() {
        module(
                "@Expose(signature = \"(a, b)\") static Object f(ThreadState ts, Object a) { return a; }",
                "signature \"(a, b)\" has 2 parameters, but f has 1 Java parameters for them");
        module(
                "@Expose(signature = \"(a, a)\") static Object f(ThreadState ts, Object a, Object b) { return a; }",
                "signature \"(a, a)\": parameter 'a' appears twice");
        module(
                "@Expose(signature = \"(a=1, b)\") static Object f(ThreadState ts, Object a, Object b) { return a; }",
                "signature \"(a=1, b)\": parameter 'b' without a default follows one with a default");
        module(
                "@Expose(signature = \"(a, *)\") static Object f(ThreadState ts, Object a) { return a; }",
                "signature \"(a, *)\": named parameters must follow the bare *");
        module(
                "@Expose(signature = \"(a='x')\") static Object f(ThreadState ts, long a) { return null; }",
                "the default 'x' of 'a' does not fit its Java type long");
        module(
                "@Expose(signature = \"(a=<absent>)\") static Object f(ThreadState ts, Object a) { return a; }",
                "'a' is null by default, so its Java parameter must be @Nullable");
        module(
                "@Expose(signature = \"(*a)\") static Object f(ThreadState ts, Object a) { return a; }",
                "'a': *args, and nothing else, is an Object[]");
    }

    @Test
    void names() {
        module(
                "@Expose static Object f(ThreadState ts, Object from) { return from; }",
                "'from' is a keyword of Python: give a signature or another name");
        module(
                "@Expose(signature = \"(in)\") static Object f(ThreadState ts, Object a) { return a; }",
                "signature \"(in)\": 'in' is not a parameter name");
    }

    @Test
    void shapes() {
        reports(
                "@ExtensionType(name = \"T\") public class T { @Expose Object f(ThreadState ts) { return \"\"; } }",
                "T does not extend PyObject, so its methods are static and get the instance after the ThreadState");
        type(
                "@Expose private Object f(ThreadState ts) { return this; }",
                "f is private: generated code of the package calls it");
        type(
                "@Expose Object f(ThreadState ts) throws java.io.IOException { return this; }",
                "f declares the checked exception java.io.IOException: turn it into a Python exception by the ThreadState");
        type(
                "@Expose(kind = Expose.Kind.CLASS) Object f(ThreadState ts) { return this; }",
                "f gets a class, not an instance: make it static");
        type("@Setter void x(ThreadState ts, @Nullable Object v) {}", "setter 'x' has no @Getter of that name");
        type(
                "@Expose Object f(ThreadState ts) { return this; } @Getter(\"f\") Object g(ThreadState ts) { return this; }",
                "the name 'f' is used twice");
        module(
                "private Demo() {}",
                "a module class is instantiated as the module's state: it needs a constructor () or (ThreadState, PyObject module), not private");
    }

    @Test
    void sharedState() {
        module(
                "static int count;",
                "CLUTCH isolation: static field count is not final, so all interpreters would share its state; make it a field of the module's state class");
        module(
                "private static final java.util.HashMap<String, String> CACHE = null;",
                "CLUTCH isolation: static field CACHE holds a mutable java.util.HashMap, so all interpreters would share its state; make it a field of the module's state class");
        module("private static final int[] TABLE = {1};");
    }

    @Test
    void providersOfTheDescriptor() {
        String demo = "@ExtensionModule(name = \"demo\") public final class Demo {}";
        String foo = "public final class Foo implements ExtensionProvider { "
                + "public ModuleDefinition definition() { throw new IllegalStateException(); } }";
        String head =
                "module demo { requires dev.clutch.extension.spi; provides dev.clutch.extension.spi.ExtensionProvider with ";
        assertThat(Compilation.ofModule(folder, head + "demo.DemoProvider; }", demo, foo)
                        .problems())
                .isEmpty();
        assertThat(Compilation.ofModule(folder, head + "demo.Foo; }", demo, foo).problems())
                .containsExactly(
                        "module-info must list demo.DemoProvider in 'provides dev.clutch.extension.spi.ExtensionProvider'",
                        "module-info provides demo.Foo, which no @ExtensionModule class of this compilation declares");
    }
}
