package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.extension.spi.ExtensionProvider;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.imports.CoreModules;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.op.Attr;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.RuntimeInterpreter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests of extensions that are compiled by the processor of the SPI, and offered by a class loader of the test. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class OfferedExtensions {
    static final String FILE = "clutch.test.file";

    private static final String LIBRARY = """
            package lent;
            /** What an extension depends on, in another place. */
            public final class Library {
                private static long count;
                public static long next() { return ++count; }
            }
            """;

    @TempDir
    static Path folder = Path.of("");

    private @Nullable ClassLoader before;
    private @Nullable URLClassLoader offered;

    /** Compiles the extensions, each below its package, and lists all their providers. */
    @BeforeAll
    static void compile() throws IOException, URISyntaxException {
        String text = Files.readString(Path.of("src/test/verified/extensions.txt"));
        String[] parts = text.split("(?m)^== ", -1);
        List<Path> sources = new ArrayList<>();
        StringBuilder providers = new StringBuilder();
        for (int i = 1; i < parts.length; i++) {
            String name = parts[i].substring(0, parts[i].indexOf('\n'));
            Path source = folder.resolve("src/offered").resolve(name + ".java");
            Files.createDirectories(source.getParent());
            Files.writeString(source, parts[0].replaceAll("(?m)^#.*\n", "") + parts[i].substring(name.length()));
            sources.add(source);
            providers
                    .append("offered.")
                    .append(name)
                    .append(parts[i].contains("implements ExtensionProvider") ? "" : "Provider");
            providers.append('\n');
        }
        Path library = folder.resolve("src/lent/Library.java");
        Files.createDirectories(library.getParent());
        Files.writeString(library, LIBRARY);
        // the same in a package that is called like those of Clutch
        Path disguised = folder.resolve("src/disguised/Library.java");
        Files.createDirectories(disguised.getParent());
        Files.writeString(disguised, LIBRARY.replace("package lent;", "package dev.clutch.runtime.lent;"));
        Path lent = folder.resolve("lent");
        JavaSources.compile(List.of(library, disguised), lent, lent, List.of("-proc:none"));
        Path classes = folder.resolve("classes");
        JavaSources.compile(sources, classes, lent, processor());
        // the processor has listed those that it made
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve(ExtensionProvider.class.getName()), providers);
    }

    /** Returns the options of javac by which an author's extensions are compiled. */
    static List<String> processor() throws URISyntaxException {
        Path processor = Path.of(ExtensionProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return List.of("-parameters", "-processorpath", processor.toString());
    }

    @BeforeEach
    void offer() throws IOException {
        URL[] urls = {
            folder.resolve("classes").toUri().toURL(),
            folder.resolve("lent").toUri().toURL()
        };
        before = Thread.currentThread().getContextClassLoader();
        offered = new URLClassLoader(urls, OfferedExtensions.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(offered);
        System.clearProperty(FILE);
    }

    @AfterEach
    void close() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        Objects.requireNonNull(offered).close();
        System.clearProperty(FILE);
    }

    /** Something to do inside an interpreter. */
    interface Work<T> {
        T run(PyThreadState ts);
    }

    static <T> T in(RuntimeInterpreter interpreter, Work<T> work) {
        try (Attachment attachment = interpreter.attach()) {
            return work.run((PyThreadState) attachment.threadState());
        }
    }

    /** Runs a program and returns what it leaves in {@code result}. */
    static Object run(RuntimeInterpreter interpreter, String program) {
        return in(interpreter, ts -> {
            Object globals = ts.newDict();
            try {
                Object builtins = ts.importModule("builtins");
                ts.call(ts.getAttr(builtins, "exec"), program, globals);
            } catch (PythonException e) {
                throw new AssertionError(interpreter + ": " + ts.reprText(e.value()) + " in\n" + program, e);
            }
            return ts.getItem(globals, "result");
        });
    }

    /** Makes the module of a provider, or returns the exception that Python code gets. */
    static Object load(RuntimeInterpreter interpreter, String module) {
        return in(interpreter, ts -> {
            try {
                String provider = CoreModules.providerOf(ts, module);
                return CoreModules.createExtension(ts, module, provider == null ? "" : provider);
            } catch (PythonException e) {
                return e;
            }
        });
    }

    static PythonException refused(RuntimeInterpreter interpreter, String module) {
        return (PythonException) load(interpreter, module);
    }

    static Object attribute(RuntimeInterpreter interpreter, PythonException e, String name) {
        return in(interpreter, ts -> Attr.get(ts, e.value(), name));
    }

    static String text(RuntimeInterpreter interpreter, PythonException e) {
        return in(interpreter, ts -> String.valueOf(ts.str(e.value())));
    }

    /** Returns the code of the refusal, null where the module is let in. */
    static @Nullable Object outcome(RuntimeInterpreter interpreter, String module) {
        Object made = load(interpreter, module);
        return made instanceof PythonException e ? attribute(interpreter, e, "code") : null;
    }

    static void works(RuntimeInterpreter interpreter) {
        assertThat(load(interpreter, "good")).isInstanceOf(PyModule.class);
    }
}
