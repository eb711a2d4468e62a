package dev.clutch.extension.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrTest {
    private static final String SMILE = "\uD83D\uDE00";

    @Test
    void textWithoutSurrogatesStaysTheSameString() {
        String text = "caf\u00E9 \uFFFF";

        assertThat(Str.of(text)).isSameAs(text);
    }

    @Test
    void aSurrogatePairIsOneCodePoint() {
        Object str = Str.of("a" + SMILE);

        assertThat(str).isInstanceOf(CodePoints.class);
        assertThat(Str.length(str)).isEqualTo(2);
        assertThat(Str.at(str, 1)).isEqualTo(0x1F600);
        assertThat(Str.toJavaString(str)).isEqualTo("a" + SMILE);
    }

    @Test
    void loneSurrogatesThatMeetStayTwo() {
        Object joined = Str.concat(Str.ofCodePoint(0xD83D), Str.ofCodePoint(0xDE00));

        assertThat(Str.length(joined)).isEqualTo(2);
        assertThat(joined).isNotEqualTo(Str.of(SMILE));
    }

    @Test
    void aPartWithoutSurrogatesIsAString() {
        Object str = Str.of("ab" + SMILE + "cd");

        assertThat(Str.substring(str, 3, 5)).isEqualTo("cd");
        assertThat(Str.slice(str, 4, -2, 2)).isInstanceOf(CodePoints.class);
        assertThat(Str.slice(str, 0, 3, 2)).isEqualTo("ac");
    }

    @Test
    void ordersByCodePointNotByCodeUnit() {
        assertThat(Str.compare(Str.of(SMILE), "\uFFFF")).isPositive();
        assertThat(Str.compare("\uFFFF", Str.of(SMILE))).isNegative();
    }

    @Test
    void equalTextHashesAlike() {
        Object built = new StrBuilder().append((Object) "x").append(0x1F600).build();

        assertThat(built).isEqualTo(Str.of("x" + SMILE)).hasSameHashCodeAs(Str.of("x" + SMILE));
    }

    @Test
    void aBuilderThatWasWideAndShrankGivesAString() {
        StrBuilder builder = new StrBuilder().append((Object) "abc").append(0x1F600);
        builder.setLength(3);

        assertThat(builder.build()).isEqualTo("abc");
    }

    @Test
    void repeatsCodePoints() {
        Object str = Str.repeat(Str.of("a" + SMILE), 3);

        assertThat(Str.length(str)).isEqualTo(6);
        assertThat(Str.at(str, 5)).isEqualTo(0x1F600);
        assertThat(Str.repeat(str, 0)).isEqualTo("");
    }
}
