package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Mod;
import dev.clutch.interp.object.CodeDump;
import dev.clutch.interp.object.ModelConstants;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.parser.CharacterNames;
import dev.clutch.interp.parser.Parser;
import dev.clutch.interp.parser.ParserOptions;
import dev.clutch.interp.parser.Source;
import dev.clutch.interp.parser.SyntaxException;
import dev.clutch.interp.symtable.SymbolTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Compiles programs, verifies their classes and describes their code objects, for comparison with CPython's. Each input line is a path; each code object is a line
 * of output, in the order of compilation.
 */
final class CompileBatch {
    private CompileBatch() {}

    public static void main(String[] arguments) throws InterruptedException {
        Thread t = new Thread(null, CompileBatch::run, "batch", 1L << 30);
        t.start();
        t.join();
    }

    private static void run() {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String line;
            while ((line = in.readLine()) != null) {
                out.println("file " + line);
                out.print(describe(Files.readAllBytes(Path.of(line)), line));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        out.flush();
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(CompileBatch.class.getClassLoader());
            this.classes = classes;
            Module own = CompileBatch.class.getModule();
            for (String name : own.getPackages()) {
                own.addExports(name, getUnnamedModule());
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    private static String describe(byte[] program, String file) {
        StringBuilder b = new StringBuilder();
        try {
            Source source = Source.ofBytes(program, file, new Source.JdkDecoder());
            var tree = Parser.parse(
                    source, ParserOptions.of(ParserOptions.Mode.EXEC), ModelConstants.INSTANCE, new CharacterNames.Jdk(),
                    (category, message, filename, lineno) -> false);
            boolean future = tree instanceof Mod.Module m && Compiler.futureAnnotations(m.body());
            SymbolTable table = SymbolTable.build(tree, file, future);
            CompiledUnit unit = Compiler.compile(tree, table, CompileOptions.of(file));
            Loader loader = new Loader(unit.classes());
            for (byte[] bytes : unit.classes().values()) {
                for (var method : java.lang.classfile.ClassFile.of().parse(bytes).methods()) {
                    int size = method.findAttribute(java.lang.classfile.Attributes.code()).map(a -> a.codeLength()).orElse(0);
                    if (size > 7999) {
                        b.append("big ").append(size).append(' ').append(method.methodName()).append('\n');
                    }
                }
            }
            for (String name : unit.classes().keySet()) {
                Class<?> c = Class.forName(name, true, loader);
                for (var field : c.getFields()) {
                    if (field.get(null) instanceof PyCode code) {
                        b.append("code ").append(CodeDump.line(code)).append('\n');
                    }
                }
            }
        } catch (SyntaxException e) {
            b.append("syntax ").append(e.text()).append('\n');
        } catch (CompileException e) {
            b.append("refused ").append(e.getMessage()).append('\n');
        } catch (Throwable e) {
            String m = String.valueOf(e);
            b.append("crash ").append(m.lines().findFirst().orElse("")).append(' ');
            b.append(m.lines().skip(1).limit(6).toList()).append(Arrays.stream(e.getStackTrace()).limit(6).toList()).append('\n');
        }
        return b.toString();
    }
}
