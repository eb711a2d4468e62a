package dev.clutch.interp.codec;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;

/** UTF-16 and UTF-32. A byte order is -1 (little), 1 (big), or 0: by a mark, which an encoder writes, little without one. */
public final class Utf16And32 {
    private Utf16And32() {}

    public static byte[] encode16(Object str, int order, ErrorHandler errors) {
        return encode(str, order, errors, 2, order == 0 ? "utf-16" : order < 0 ? "utf-16-le" : "utf-16-be");
    }

    public static byte[] encode32(Object str, int order, ErrorHandler errors) {
        return encode(str, order, errors, 4, order == 0 ? "utf-32" : order < 0 ? "utf-32-le" : "utf-32-be");
    }

    private static byte[] encode(Object str, int order, ErrorHandler errors, int size, String name) {
        boolean big = order > 0;
        int n = Str.length(str);
        ByteBuilder out = new ByteBuilder(size * (n + 1));
        if (order == 0) {
            out.append(0xFEFF, size, big);
        }
        for (int i = 0; i < n; ) {
            int c = Str.at(str, i);
            if (c >= 0xD800 && c <= 0xDFFF) {
                CodecError error = new CodecError(name, str, i, i + 1, "surrogates not allowed");
                ErrorHandler.Way way = errors.handle(error);
                i = way.position();
                if (way.replacement() instanceof byte[] bytes && bytes.length % size == 0) {
                    out.append(bytes);
                } else if (Str.isAscii(way.replacement())) {
                    for (int k = 0; k < Str.length(way.replacement()); k++) {
                        out.append(Str.at(way.replacement(), k), size, big);
                    }
                } else {
                    throw new CodecException(error);
                }
                continue;
            }
            if (size == 2 && c > 0xFFFF) {
                out.append(Character.highSurrogate(c), 2, big).append(Character.lowSurrogate(c), 2, big);
            } else {
                out.append(c, size, big);
            }
            i++;
        }
        return out.build();
    }

    public static Decoded decode16(byte[] bytes, int order, ErrorHandler errors, boolean last) {
        int n = bytes.length;
        int i = 0;
        if (order == 0 && n >= 2) {
            int mark = Units.read(bytes, 0, 2, false);
            order = mark == 0xFEFF ? -1 : mark == 0xFFFE ? 1 : 0;
            i = order == 0 ? 0 : 2;
        }
        boolean big = order > 0;
        String name = big ? "utf-16-be" : "utf-16-le";
        StrBuilder out = new StrBuilder(n / 2);
        while (i < n) {
            String reason;
            int end;
            if (n - i < 2) {
                reason = "truncated data";
                end = n;
            } else {
                int c = Units.read(bytes, i, 2, big);
                if (c < 0xD800 || c > 0xDFFF) {
                    out.append(c);
                    i += 2;
                    continue;
                }
                if (c > 0xDBFF) {
                    reason = "illegal encoding";
                    end = i + 2;
                } else if (n - i < 4) {
                    reason = "unexpected end of data";
                    end = n;
                } else {
                    int low = Units.read(bytes, i + 2, 2, big);
                    if (low >= 0xDC00 && low <= 0xDFFF) {
                        out.append(Character.toCodePoint((char) c, (char) low));
                        i += 4;
                        continue;
                    }
                    reason = "illegal UTF-16 surrogate";
                    end = i + 2;
                }
            }
            if (!last && (reason.startsWith("trunc") || reason.startsWith("unexp"))) {
                break;
            }
            ErrorHandler.Way way = errors.handle(new CodecError(name, bytes, i, end, reason));
            out.append(way.replacement());
            i = way.position();
            byte[] input = way.input();
            if (input != null) {
                bytes = input;
                n = input.length;
            }
        }
        return new Decoded(out.build(), i, order);
    }

    public static Decoded decode32(byte[] bytes, int order, ErrorHandler errors, boolean last) {
        int n = bytes.length;
        int i = 0;
        if (order == 0 && n >= 4) {
            int mark = Units.read(bytes, 0, 4, false);
            order = mark == 0xFEFF ? -1 : mark == 0xFFFE0000 ? 1 : 0;
            i = order == 0 ? 0 : 4;
        }
        boolean big = order > 0;
        String name = big ? "utf-32-be" : "utf-32-le";
        StrBuilder out = new StrBuilder(n / 4);
        while (i < n) {
            String reason;
            int end;
            if (n - i < 4) {
                if (!last) {
                    break;
                }
                reason = "truncated data";
                end = n;
            } else {
                int c = Units.read(bytes, i, 4, big);
                if (c >= 0 && c <= Character.MAX_CODE_POINT && (c < 0xD800 || c > 0xDFFF)) {
                    out.append(c);
                    i += 4;
                    continue;
                }
                reason = c >= 0xD800 && c <= 0xDFFF
                        ? "code point in surrogate code point range(0xd800, 0xe000)"
                        : "code point not in range(0x110000)";
                end = i + 4;
            }
            ErrorHandler.Way way = errors.handle(new CodecError(name, bytes, i, end, reason));
            out.append(way.replacement());
            i = way.position();
            byte[] input = way.input();
            if (input != null) {
                bytes = input;
                n = input.length;
            }
        }
        return new Decoded(out.build(), i, order);
    }
}
