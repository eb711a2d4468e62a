package dev.clutch.interp.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Mod;
import dev.clutch.interp.symtable.SymbolTable;
import org.junit.jupiter.api.Test;

/** Programs that are large or deeply nested. */
class LimitsTest {
    private static Mod parse(String program) {
        return Parser.parse(
                Source.ofString(program, "<t>"),
                ParserOptions.of(ParserOptions.Mode.EXEC),
                new TestConstants(),
                new CharacterNames.Jdk(),
                (category, message, filename, lineno) -> false);
    }

    private static SyntaxException refused(String program) {
        SyntaxException e = catchThrowableOfType(SyntaxException.class, () -> parse(program));
        assertThat(e).isNotNull();
        return e;
    }

    @Test
    void aLongChainOfOperatorsIsParsedWithoutRecursion() {
        Mod.Module tree = (Mod.Module) parse("x = 1" + "+1".repeat(500_000));
        Expr e = ((dev.clutch.interp.ast.Stmt.Assign) tree.body().get(0)).value();
        int additions = 0;
        while (e instanceof Expr.BinOp sum) {
            additions++;
            e = sum.left();
        }
        assertThat(additions).isEqualTo(500_000);
    }

    @Test
    void aChainTooDeepForTheSymbolTableIsARecursionError() {
        Mod tree = parse("x = 1" + "+1".repeat(500_000));
        SyntaxException e = catchThrowableOfType(SyntaxException.class, () -> SymbolTable.build(tree, "<t>", false));
        assertThat(e.kind()).isEqualTo(SyntaxException.Kind.RECURSION_ERROR);
        assertThat(e.text()).isEqualTo("maximum recursion depth exceeded during compilation");
    }

    @Test
    void theSymbolTableBearsTheNestingThatCPythonBears() {
        for (String prefix : new String[] {"-", "not ", "a if b else ", "a ** "}) {
            SymbolTable.build(parse(prefix.repeat(2900) + "1"), "<t>", false);
        }
        SymbolTable.build(parse("lambda: ".repeat(990) + "1"), "<t>", false);
        SymbolTable.build(parse("x" + ".a(b)".repeat(1400)), "<t>", false);
    }

    @Test
    void aLongModuleIsParsed() {
        Mod.Module tree = (Mod.Module) parse("x = f(y)\n".repeat(100_000));
        assertThat(tree.body()).hasSize(100_000);
    }

    @Test
    void nestedBracketsEndAtTheTokenizersLimit() {
        parse("(".repeat(199) + ")".repeat(199));
        assertThat(refused("(".repeat(10_000)).text()).isEqualTo("too many nested parentheses");
    }

    @Test
    void nestedOperatorsEndAtTheParsersLimit() {
        parse("-".repeat(5000) + "1");
        for (String prefix : new String[] {"-", "not ", "lambda: ", "a if b else ", "a ** "}) {
            SyntaxException e = refused(prefix.repeat(100_000) + "1");
            assertThat(e.kind()).isEqualTo(SyntaxException.Kind.MEMORY_ERROR);
            assertThat(e.text()).isEqualTo("Parser stack overflowed - Python source too complex to parse");
        }
    }

    @Test
    void anErrorInADeeplyNestedProgramIsNoStackOverflow() {
        String nested = "(".repeat(190) + "a b" + ")".repeat(190);
        assertThat(refused(nested).text()).isEqualTo("invalid syntax. Perhaps you forgot a comma?");
        SyntaxException e = refused("x = " + "-".repeat(5000) + "1 1");
        assertThat(e.kind()).isIn(SyntaxException.Kind.SYNTAX_ERROR, SyntaxException.Kind.MEMORY_ERROR);
    }
}
