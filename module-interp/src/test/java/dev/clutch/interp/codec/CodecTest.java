package dev.clutch.interp.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clutch.extension.spi.Str;
import dev.clutch.interp.unicode.UnicodeNames;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CodecTest {
    private static byte[] bytes(int... values) {
        byte[] result = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (byte) values[i];
        }
        return result;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void utf8ReportsTheLongestRightPart() {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> Utf8.decode(bytes('a', 0xF0, 0x9F, 0x98, 'b'), ErrorHandlers.STRICT))
                .satisfies(e -> {
                    assertThat(e.error().start()).isEqualTo(1);
                    assertThat(e.error().end()).isEqualTo(4);
                    assertThat(e.error().reason()).isEqualTo("invalid continuation byte");
                });
        assertThat(Utf8.decode(bytes(0xED, 0xA0, 0x80), ErrorHandlers.REPLACE)).isEqualTo("\uFFFD\uFFFD\uFFFD");
        assertThat(Utf8.decode(bytes(0xED, 0xA0, 0x80), ErrorHandlers.SURROGATEPASS))
                .isEqualTo(Str.ofCodePoint(0xD800));
    }

    @Test
    void aReplacementCharacterInTheInputIsNoError() {
        assertThat(Utf8.decode(bytes(0xEF, 0xBF, 0xBD), ErrorHandlers.STRICT)).isEqualTo("\uFFFD");
    }

    @Test
    void incrementalDecodingLeavesWhatIsCutOff() {
        assertThat(Utf8.decode(bytes('a', 0xE2, 0x82), ErrorHandlers.STRICT, false))
                .isEqualTo(new Decoded("a", 1));
        assertThat(Utf16And32.decode16(bytes(0xFF, 0xFE, 'a', 0, 'b'), 0, ErrorHandlers.STRICT, false))
                .isEqualTo(new Decoded("a", 4, -1));
        assertThat(Utf7.decode(ascii("ab+AG"), ErrorHandlers.STRICT, false)).isEqualTo(new Decoded("ab", 2));
    }

    @Test
    void surrogateescapeBringsBytesThereAndBack() {
        byte[] raw = bytes('a', 0x80, 0xFF);
        Object text = Utf8.decode(raw, ErrorHandlers.SURROGATEESCAPE);

        assertThat(Str.at(text, 1)).isEqualTo(0xDC80);
        assertThat(Utf8.encode(text, ErrorHandlers.SURROGATEESCAPE)).isEqualTo(raw);
    }

    @Test
    void handlersOfOthersChooseWhereToGoOn() {
        ErrorHandler skipping = error -> new ErrorHandler.Way("<" + error.start() + ">", error.end() + 1);

        assertThat(SingleByte.decodeAscii(bytes('a', 0x80, 'b', 'c'), skipping)).isEqualTo("a<1>c");
        assertThat(SingleByte.encodeAscii("a\u00E9\u00E8bc", skipping)).isEqualTo(ascii("a<1>c"));
    }

    @Test
    void namesReplaceCharacters() {
        Object text = Str.of("\u00E9\uD83D\uDE00\u0080");

        assertThat(SingleByte.encodeAscii(text, ErrorHandlers.NAMEREPLACE))
                .isEqualTo(ascii("\\N{LATIN SMALL LETTER E WITH ACUTE}\\N{GRINNING FACE}\\x80"));
        assertThat(SingleByte.encodeAscii(text, ErrorHandlers.XMLCHARREFREPLACE))
                .isEqualTo(ascii("&#233;&#128512;&#128;"));
    }

    @Test
    void utf7KeepsItsShiftState() {
        byte[] encoded = Utf7.encode(Str.of("a+\u00E9-\uD83D\uDE00."));

        assertThat(encoded).isEqualTo(ascii("a+-+AOk--+2D3eAA."));
        assertThat(Utf7.decode(encoded, ErrorHandlers.STRICT, true).text()).isEqualTo(Str.of("a+\u00E9-\uD83D\uDE00."));
    }

    @Test
    void escapesByNameAndNumber() {
        Decoded decoded = UnicodeEscape.decode(
                ascii("\\N{LINE FEED}\\N{hangul jongseong yesieung-kiyeok}\\x41\\q"),
                ErrorHandlers.STRICT,
                true,
                UnicodeNames::lookup);

        assertThat(decoded.text()).isEqualTo("\n\u11ECA\\q");
        assertThat(decoded.detail()).isEqualTo(decoded.consumed() - 1);
        assertThat(UnicodeEscape.decodeRaw(ascii("\\\\u0041\\u0041"), ErrorHandlers.STRICT, true)
                        .text())
                .isEqualTo("\\\\u0041A");
    }

    @Test
    void ofTwoBytesForOneCharacterTheLastIsWritten() {
        SingleByte.Table table = new SingleByte.Table("abca\uFFFE");

        assertThat(SingleByte.encodeCharmap("ab", table, ErrorHandlers.STRICT)).isEqualTo(bytes(3, 1));
        assertThat(SingleByte.decodeCharmap(bytes(0, 4, 9), table, ErrorHandlers.REPLACE))
                .isEqualTo("a\uFFFD\uFFFD");
    }
}
