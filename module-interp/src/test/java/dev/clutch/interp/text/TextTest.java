package dev.clutch.interp.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clutch.extension.spi.Str;
import dev.clutch.interp.number.HugeMath;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void finalSigmaDependsOnItsNeighbours() {
        assertThat(StrCase.lower("\u0391\u03A3")).isEqualTo("\u03B1\u03C2");
        assertThat(StrCase.lower("\u0391\u03A3\u0391")).isEqualTo("\u03B1\u03C3\u03B1");
        assertThat(StrCase.lower("A.\u03A3")).isEqualTo("a.\u03C2");
        assertThat(StrCase.lower("\u03A3")).isEqualTo("\u03C3");
    }

    @Test
    void caseChangesMayGrow() {
        assertThat(StrCase.upper("stra\u00DFe")).isEqualTo("STRASSE");
        assertThat(StrCase.lower("\u0130")).isEqualTo("i\u0307");
        assertThat(StrCase.title("\u01C6x \uFB01")).isEqualTo("\u01C5x Fi");
        assertThat(StrCase.casefold("\u13A0\u00DF")).isEqualTo("\u13A0ss");
    }

    @Test
    void charactersNewerThanTheLanguageLevelAreNotPrintable() {
        assertThat(StrTest.isprintable(Str.ofCodePoint(0x2EBF0))).isFalse(); // assigned in Unicode 15.1
        assertThat(StrTest.isprintable(Str.ofCodePoint(0x1FAE8))).isTrue(); // assigned in Unicode 15.0
    }

    @Test
    void reprChoosesQuotes() {
        assertThat(StrRepr.repr("it's")).isEqualTo("\"it's\"");
        assertThat(StrRepr.repr("'\"")).isEqualTo("'\\'\"'");
        assertThat(StrRepr.repr("\u00E9\u00AD\n")).isEqualTo("'\u00E9\\xad\\n'");
        assertThat(StrRepr.ascii(Str.ofCodePoint(0x1F600))).isEqualTo("'\\U0001f600'");
        assertThat(StrRepr.repr(Str.ofCodePoint(0xD800))).isEqualTo("'\\ud800'");
    }

    @Test
    void splitsFromBothEnds() {
        assertThat(StrSplit.split(" a  b c ", null, 1)).containsExactly("a", "b c ");
        assertThat(StrSplit.rsplit(" a  b c ", null, 1)).containsExactly(" a  b", "c");
        assertThat(StrSplit.split("a,b,", ",", -1)).containsExactly("a", "b", "");
        assertThat(StrSplit.splitlines("a\r\nb\u2028c\n", false)).containsExactly("a", "b", "c");
    }

    @Test
    void emptyTextIsFoundEverywhere() {
        assertThat(StrSearch.replace("ab", "", "-", -1)).isEqualTo("-a-b-");
        assertThat(StrSearch.count("ab", "", 0, 2)).isEqualTo(3);
        assertThat(StrSearch.find("ab", "", 2, 2)).isEqualTo(2);
        assertThat(StrSearch.find("ab", "", 2, 1)).isEqualTo(-1);
    }

    @Test
    void zerosAreGroupedToo() {
        NumberLocale plain = NumberLocale.plain();

        assertThat(Formatter.formatInt(HugeMath.UNWATCHED, 1234L, "09,", "int", plain, 0))
                .isEqualTo("0,001,234");
        assertThat(Formatter.formatInt(HugeMath.UNWATCHED, 1234L, "08,", "int", plain, 0))
                .isEqualTo("0,001,234");
        assertThat(Formatter.formatInt(HugeMath.UNWATCHED, -255L, "#_X", "int", plain, 0))
                .isEqualTo("-0XFF");
        assertThat(Formatter.formatFloat(-0.001, "z.1f", "float", plain)).isEqualTo("0.0");
        assertThat(Formatter.formatComplex(1, -2, ">+12", "complex", plain)).isEqualTo("     (+1-2j)");
        assertThat(Formatter.formatStr("abc", "*^6.2", "str")).isEqualTo("**ab**");
    }

    @Test
    void groupsOfALocaleMayDiffer() {
        NumberLocale india = new NumberLocale(",", ".", new int[] {3, 2});

        assertThat(Formatter.formatInt(HugeMath.UNWATCHED, 123456789L, "n", "int", india, 0))
                .isEqualTo("12.34.56.789");
        assertThat(Formatter.formatFloat(1234.5, "n", "float", india)).isEqualTo("1.234,5");
    }

    @Test
    void badSpecificationsHaveTheMessagesOfCPython() {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> Formatter.formatStr("a", "=5", "str"))
                .withMessage("'=' alignment not allowed in string format specifier");
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> Formatter.formatInt(HugeMath.UNWATCHED, 1L, ",_", "int", NumberLocale.plain(), 0))
                .withMessage("Cannot specify both ',' and '_'.");
    }

    @Test
    void anErrorInATemplateComesAfterTheFieldsBeforeIt() {
        FormatTemplate template = new FormatTemplate("a{0!r:>{w}}{");
        FormatTemplate.Segment first = template.next();

        assertThat(first).isEqualTo(new FormatTemplate.Segment("a", "0", ">{w}", 'r', true));
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(template::next)
                .withMessage("Single '{' encountered in format string");
    }

    @Test
    void fieldNamesAreTakenApart() {
        FieldName name = new FieldName("0.a[7][x]");

        assertThat(name.index()).isZero();
        assertThat(name.next()).isEqualTo(new FieldName.Access(true, "a", -1));
        assertThat(name.next()).isEqualTo(new FieldName.Access(false, "7", 7));
        assertThat(name.next()).isEqualTo(new FieldName.Access(false, "x", -1));
        assertThat(name.next()).isNull();
    }

    @Test
    void percentPadsBetweenSignAndDigits() {
        PercentDirective directive = new PercentDirective(
                PercentDirective.ZERO | PercentDirective.SIGN | PercentDirective.ALTERNATE, 8, 3, 'x', 1);

        assertThat(directive.formatInt(HugeMath.UNWATCHED, 255L, 0)).isEqualTo("+0x000ff");
        assertThat(new PercentDirective(0, 5, 2, 's', 1).formatText("abc")).isEqualTo("   ab");
    }
}
