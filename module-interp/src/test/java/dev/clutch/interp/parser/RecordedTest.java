package dev.clutch.interp.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Mod;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Small programs against what CPython made of them; {@code record_front_end.py} writes the records. */
class RecordedTest {
    @Test
    void errorsHaveTheTypePositionAndMessageOfCPython() throws IOException {
        compare("errors.txt", 200, program -> {
            String answer = ParserBatch.answer(ParserOptions.Mode.EXEC, 0, bytes(program), false, true);
            return answer.startsWith("error") ? withoutLine(answer) : answer;
        });
    }

    @Test
    void treesAreThoseOfCPython() throws IOException {
        compare(
                "trees.txt",
                30,
                program -> ParserBatch.answer(ParserOptions.Mode.EXEC, 0, bytes(program), false, true));
    }

    @Test
    void symbolTablesAreThoseOfCPython() throws IOException {
        compare("names.txt", 25, program -> SymtableBatch.answer(bytes(program)));
    }

    private static void compare(String resource, int atLeast, Function<String, String> answer) throws IOException {
        String text;
        try (InputStream in = Objects.requireNonNull(RecordedTest.class.getResourceAsStream(resource))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> different = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (String line : lines) {
            int tab = line.indexOf('\t');
            String got = answer.apply(literal(line.substring(0, tab)));
            String expected = line.substring(tab + 1);
            if (!expected.equals(got)) {
                different.add(line.substring(0, tab) + "\n  expected " + expected + "\n  got      " + got);
            }
        }
        assertThat(lines).hasSizeGreaterThan(atLeast);
        assertThat(different).isEmpty();
    }

    private static byte[] bytes(String program) {
        return program.getBytes(StandardCharsets.UTF_8);
    }

    /** The answer without the source line that stands at its end. */
    private static String withoutLine(String answer) {
        char quote = answer.charAt(answer.length() - 1);
        int i = answer.length() - 2;
        while (answer.charAt(i) != quote || answer.charAt(i - 1) == '\\') {
            i--;
        }
        return answer.substring(0, i - 1);
    }

    /** The value of a str literal. */
    private static String literal(String text) {
        Mod tree = Parser.parse(
                Source.ofString(text, "<literal>"),
                ParserOptions.of(ParserOptions.Mode.EVAL),
                new TestConstants(),
                new CharacterNames.Jdk(),
                (category, message, filename, lineno) -> false);
        return (String) ((Expr.Constant) ((Mod.Expression) tree).body()).value();
    }
}
