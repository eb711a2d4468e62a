package dev.clutch.interp.codec;

import dev.clutch.extension.spi.Str;

/**
 * What a UnicodeEncodeError or UnicodeDecodeError says.
 *
 * @param input the {@code byte[]} or {@code str} that was being converted
 */
public record CodecError(String encoding, Object input, int start, int end, String reason) {
    public boolean decoding() {
        return input instanceof byte[];
    }

    byte[] bytes() {
        return (byte[]) input;
    }

    int codePoint(int index) {
        return Str.at(input, index);
    }
}
