package dev.clutch.interp.oracle;

import dev.clutch.extension.spi.CodePoints;
import dev.clutch.extension.spi.Str;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text form of values that both sides of a comparison write; compare.py knows the same. */
final class Wire {
    private Wire() {}

    static @Nullable Object read(String text) {
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case 'n' -> null;
            case 't' -> true;
            case 'F' -> false;
            case 'i' -> integer(new BigInteger(rest));
            case 'f' -> rest.equals("nan") ? Double.NaN : Double.longBitsToDouble(Long.parseUnsignedLong(rest, 16));
            case 's' -> str(rest);
            case 'b' -> HexFormat.of().parseHex(rest);
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Object integer(BigInteger value) {
        return value.bitLength() < 64 ? (Object) value.longValueExact() : value;
    }

    private static Object str(String rest) {
        if (rest.isEmpty()) {
            return "";
        }
        String[] parts = rest.split("\\.", -1);
        int[] points = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            points[i] = Integer.parseInt(parts[i], 16);
        }
        return Str.of(points);
    }

    static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append('n');
            case Boolean b -> out.append(b ? 't' : 'F');
            case Integer i -> out.append('i').append(i);
            case Long i -> out.append('i').append(i);
            case BigInteger i ->
                out.append(i.bitLength() < 64 ? "not canonical " : "i").append(i);
            case Double d when Double.isNaN(d) -> out.append("fnan");
            case Double d -> out.append('f').append(HexFormat.of().toHexDigits(Double.doubleToRawLongBits(d)));
            case String s -> {
                if (s.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
                    out.append("not canonical ");
                }
                points(out, s);
            }
            case CodePoints s -> {
                if (Arrays.stream(Str.toArray(s)).allMatch(c -> c < 0xD800 || (c > 0xDFFF && c < 0x10000))) {
                    out.append("not canonical ");
                }
                points(out, s);
            }
            case byte[] b -> out.append('b').append(HexFormat.of().formatHex(b));
            case double[] d -> write(out, Arrays.stream(d).boxed().toList());
            case Object[] a -> write(out, Arrays.asList(a));
            case List<?> l -> {
                out.append('(');
                for (Object item : l) {
                    write(out, item);
                    out.append(',');
                }
                out.append(')');
            }
            default -> throw new IllegalArgumentException(value.getClass().getName());
        }
    }

    private static void points(StringBuilder out, Object str) {
        out.append('s');
        for (int i = 0; i < Str.length(str); i++) {
            if (i > 0) {
                out.append('.');
            }
            out.append(Integer.toHexString(Str.at(str, i)));
        }
    }
}
