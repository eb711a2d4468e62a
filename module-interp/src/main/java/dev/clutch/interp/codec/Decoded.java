package dev.clutch.interp.codec;

/**
 * Decoded text.
 *
 * @param consumed the number of bytes that were used
 * @param detail for UTF-16 and UTF-32 the byte order (-1 little, 1 big, 0 unknown), for escapes the index of the first invalid one in
 *     the input, or -1
 */
public record Decoded(Object text, int consumed, int detail) {
    public Decoded(Object text, int consumed) {
        this(text, consumed, -1);
    }
}
