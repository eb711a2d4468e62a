package dev.clutch.extensions.builtin.sre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SreEngineTest {

    /** {@code (?:(a)|b)*}. */
    private static final int[] EITHER_REPEATED = {
        SreCode.REPEAT,
        19,
        0,
        -1,
        SreCode.BRANCH,
        9,
        SreCode.MARK,
        0,
        SreCode.LITERAL,
        'a',
        SreCode.MARK,
        1,
        SreCode.JUMP,
        7,
        5,
        SreCode.LITERAL,
        'b',
        SreCode.JUMP,
        2,
        SreCode.FAILURE,
        SreCode.MAX_UNTIL,
        SreCode.SUCCESS
    };

    /** {@code (?:[ab]|a)*c}: exponential where no c follows. */
    private static final int[] RUNAWAY = {
        SreCode.REPEAT,
        20,
        0,
        -1,
        SreCode.BRANCH,
        10,
        SreCode.IN,
        6,
        SreCode.LITERAL,
        'a',
        SreCode.LITERAL,
        'b',
        SreCode.FAILURE,
        SreCode.JUMP,
        7,
        5,
        SreCode.LITERAL,
        'a',
        SreCode.JUMP,
        2,
        SreCode.FAILURE,
        SreCode.MAX_UNTIL,
        SreCode.ANY,
        SreCode.LITERAL,
        'c',
        SreCode.SUCCESS
    };

    @Test
    void answersAsCpython() throws IOException {
        CaseFile cases = new CaseFile();
        try (InputStream stream = Objects.requireNonNull(SreEngineTest.class.getResourceAsStream("cases.txt"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
            cases.run(reader);
        }
        assertThat(cases.failures()).isEmpty();
        assertThat(cases.cases()).isGreaterThan(5_000);
    }

    @Test
    void aMillionRepetitionsNeedNoJavaStack() {
        assertThat(CodeValidator.isValid(EITHER_REPEATED, 1)).isTrue();
        Subject subject = Subject.of("ab".repeat(500_000));
        Matcher matcher = new Matcher(Program.of(EITHER_REPEATED, 1), subject, 0, Long.MAX_VALUE, null);
        assertThat(matcher.match()).isTrue();
        assertThat(matcher.spans()).containsExactly(0, 1_000_000, 999_998, 999_999);
        assertThat(matcher.lastIndex()).isEqualTo(1);
    }

    @Test
    void aRunawayMatchIsInterrupted() {
        assertThat(CodeValidator.isValid(RUNAWAY, 0)).isTrue();
        int[] checks = {0};
        InterruptCheck check = () -> {
            if (++checks[0] == 3) {
                throw new IllegalStateException("interrupted");
            }
        };
        Matcher matcher =
                new Matcher(Program.of(RUNAWAY, 0), Subject.of("a".repeat(200) + "x"), 0, Long.MAX_VALUE, check);
        assertThatThrownBy(matcher::match)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("interrupted");
    }

    /**
     * A known difference. {@code re.match(r"(?:(a)x|a(b))*+", "axab").span(1)} is (2, 3) in CPython 3.12: inside a
     * possessive repeat it does not restore the marks of a way that failed. Here every choice is taken back whole.
     */
    @Test
    void aFailedWayInAPossessiveRepeatLeavesNoMarks() {
        int[] code = {
            SreCode.POSSESSIVE_REPEAT,
            27,
            0,
            -1,
            SreCode.BRANCH,
            11,
            SreCode.MARK,
            0,
            SreCode.LITERAL,
            'a',
            SreCode.MARK,
            1,
            SreCode.LITERAL,
            'x',
            SreCode.JUMP,
            13,
            11,
            SreCode.LITERAL,
            'a',
            SreCode.MARK,
            2,
            SreCode.LITERAL,
            'b',
            SreCode.MARK,
            3,
            SreCode.JUMP,
            2,
            SreCode.FAILURE,
            SreCode.SUCCESS,
            SreCode.SUCCESS
        };
        assertThat(CodeValidator.isValid(code, 2)).isTrue();
        Matcher matcher = new Matcher(Program.of(code, 2), Subject.of("axab"), 0, Long.MAX_VALUE, null);
        assertThat(matcher.match()).isTrue();
        assertThat(matcher.spans()).containsExactly(0, 4, 0, 1, 3, 4);
    }

    @Test
    void brokenCodeIsRefused() {
        int[] code = EITHER_REPEATED;
        assertThat(CodeValidator.isValid(new int[0], 0)).isFalse();
        assertThat(CodeValidator.isValid(code, 0))
                .as("mark of a group that is not there")
                .isFalse();
        assertThat(CodeValidator.isValid(code, -1)).isFalse();
        assertThat(CodeValidator.isValid(new int[] {SreCode.LITERAL, 'a'}, 0))
                .as("no end")
                .isFalse();
        assertThat(CodeValidator.isValid(new int[] {SreCode.AT, 12, SreCode.SUCCESS}, 0))
                .isFalse();
        assertThat(CodeValidator.isValid(new int[] {SreCode.GROUPREF, 0, SreCode.SUCCESS}, 0))
                .isFalse();
        assertThat(CodeValidator.isValid(new int[] {SreCode.NEGATE, SreCode.SUCCESS}, 0))
                .isFalse();
        int[] jumps = {1, 5, 13, 14, 18};
        for (int at : jumps) {
            int[] broken = code.clone();
            broken[at]++;
            assertThat(CodeValidator.isValid(broken, 1)).as("word %d", at).isFalse();
        }
        for (int at = 0; at < code.length; at++) {
            int[] broken = code.clone();
            broken[at] = -2;
            if (CodeValidator.isValid(broken, 1)) {
                // Only an operand that is a character, or a bound of the repeat, may be anything.
                assertThat(at).isIn(2, 3, 9, 16);
            }
        }
    }

    @Test
    void casesAreThoseOfUnicode15() {
        assertThat(Characters.unicodeToLower(0x130)).isEqualTo('i');
        assertThat(Characters.unicodeToLower(0x1c89)).as("cased since 16.0").isEqualTo(0x1c89);
        assertThat(Characters.unicodeToUpper(0x19b)).as("cased since 16.0").isEqualTo(0x19b);
        assertThat(Characters.unicodeIsCased(0xdf)).isTrue();
        assertThat(Characters.unicodeIsCased(0x264)).isFalse();
        assertThat(Characters.unicodeToUpper(0x1f80)).isEqualTo(0x1f08);
        assertThat(Characters.isUnicodeWord(0x2ebf0)).as("assigned in 15.1").isFalse();
        assertThat(Characters.isUnicodeDigit(0x10d40)).as("assigned in 16.0").isFalse();
        assertThat(Characters.asciiToLower(0xc0)).isEqualTo(0xc0);
        assertThat(Characters.asciiIsCased('@')).isFalse();
    }
}
