package dev.clutch.interp.parser;

import dev.clutch.interp.symtable.FutureFeatures;
import dev.clutch.interp.symtable.Scope;
import dev.clutch.interp.symtable.Symbol;
import dev.clutch.interp.symtable.SymbolTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.TreeMap;

/** Builds symbol tables, for comparison with CPython's. Each input line is {@code file path} or {@code text base64}. */
final class SymtableBatch {
    private SymtableBatch() {}

    public static void main(String[] arguments) throws InterruptedException {
        Thread t = new Thread(null, SymtableBatch::run, "batch", 1L << 30);
        t.start();
        t.join();
    }

    private static void run() {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String line;
            while ((line = in.readLine()) != null) {
                out.println(answer(line.split(" ", 2)));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        out.flush();
    }

    private static String answer(String[] request) throws IOException {
        byte[] program = request[0].equals("file")
                ? Files.readAllBytes(Path.of(request[1]))
                : Base64.getDecoder().decode(request[1]);
        return answer(program);
    }

    /** The table of a program, as CPython's is written by the comparison script. */
    static String answer(byte[] program) {
        try {
            Source source = Source.ofBytes(program, "<t>", new Source.JdkDecoder());
            var tree = Parser.parse(
                    source,
                    ParserOptions.of(ParserOptions.Mode.EXEC),
                    new TestConstants(),
                    new CharacterNames.Jdk(),
                    (category, message, filename, lineno) -> false);
            boolean future = FutureFeatures.of(tree, "<t>").annotations();
            SymbolTable table = SymbolTable.build(tree, "<t>", future);
            StringBuilder out = new StringBuilder();
            describe(table.top(), out);
            return out.toString();
        } catch (SyntaxException e) {
            return e.located()
                    ? "error " + e.lineno() + " " + e.offset() + " " + end(e.endLineno()) + " " + end(e.endOffset())
                            + " " + e.text()
                    : "error " + e.text();
        } catch (RuntimeException e) {
            e.printStackTrace();
            return "crash " + e;
        }
    }

    private static String end(int position) {
        return position == SyntaxException.UNKNOWN ? "None" : String.valueOf(position);
    }

    private static void describe(Scope scope, StringBuilder out) {
        out.append('(')
                .append(scope.kind().number())
                .append(' ')
                .append(scope.name())
                .append(' ')
                .append(scope.lineno())
                .append(scope.isNested() ? " nested" : "")
                .append(" {");
        TreeMap<String, Integer> symbols = new TreeMap<>((a, b) -> {
            int[] x = a.codePoints().toArray();
            int[] y = b.codePoints().toArray();
            return java.util.Arrays.compare(x, y);
        });
        for (Symbol s : scope.symbols()) {
            symbols.put(s.name(), s.packed());
        }
        symbols.forEach(
                (name, flags) -> out.append(name).append(':').append(flags).append(' '));
        out.append("} ").append(String.join(",", scope.parameters()));
        for (Scope child : Collections.unmodifiableList(scope.children())) {
            out.append(' ');
            describe(child, out);
        }
        out.append(')');
    }
}
