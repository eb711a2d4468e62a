package dev.clutch.interp.parser;

import java.math.BigDecimal;

/** {@code repr()} of constants. */
final class PythonRepr {
    private PythonRepr() {}

    static String of(Object v) {
        if (v instanceof TestConstants.Singleton s) {
            return s == TestConstants.Singleton.NONE ? "None" : "Ellipsis";
        }
        if (v instanceof Boolean b) {
            return b ? "True" : "False";
        }
        if (v instanceof Double d) {
            return ofDouble(d);
        }
        if (v instanceof TestConstants.Complex c) {
            String s = ofDouble(c.imag());
            return (s.endsWith(".0") ? s.substring(0, s.length() - 2) : s) + "j";
        }
        if (v instanceof TestConstants.Bytes b) {
            return ofBytes(b.value());
        }
        if (v instanceof TestConstants.CodePoints c) {
            return ofStr(c.value());
        }
        if (v instanceof String s) {
            return ofStr(s.codePoints().toArray());
        }
        return v.toString();
    }

    private static String ofDouble(double d) {
        if (Double.isInfinite(d)) {
            return "inf";
        }
        if (d == 0) {
            return "0.0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(d)).stripTrailingZeros();
        BigDecimal shorter = exact.round(new java.math.MathContext(1));
        if (shorter.doubleValue() == d) {
            exact = shorter.stripTrailingZeros();
        }
        String digits = exact.unscaledValue().toString();
        int exponent = digits.length() - exact.scale() - 1;
        if (exponent < -4 || exponent >= 16) {
            String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            int e = Math.abs(exponent);
            return mantissa + "e" + (exponent < 0 ? "-" : "+") + (e < 10 ? "0" + e : e);
        }
        String plain = exact.toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    private static String ofBytes(byte[] value) {
        boolean single = false;
        boolean dquote = false;
        for (byte b : value) {
            single |= b == '\'';
            dquote |= b == '"';
        }
        char q = single && !dquote ? '"' : '\'';
        StringBuilder s = new StringBuilder("b").append(q);
        for (byte b : value) {
            if (b == q || b == '\\') {
                s.append('\\').append((char) b);
            } else if (b == '\t') {
                s.append("\\t");
            } else if (b == '\n') {
                s.append("\\n");
            } else if (b == '\r') {
                s.append("\\r");
            } else if (b < ' ' || b == 127) {
                s.append("\\x").append(Utf8.hexByte(b));
            } else {
                s.append((char) b);
            }
        }
        return s.append(q).toString();
    }

    private static String ofStr(int[] value) {
        boolean single = false;
        boolean dquote = false;
        for (int c : value) {
            single |= c == '\'';
            dquote |= c == '"';
        }
        char q = single && !dquote ? '"' : '\'';
        StringBuilder s = new StringBuilder().append(q);
        for (int c : value) {
            if (c == q || c == '\\') {
                s.append('\\').append((char) c);
            } else if (c == '\t') {
                s.append("\\t");
            } else if (c == '\n') {
                s.append("\\n");
            } else if (c == '\r') {
                s.append("\\r");
            } else if (Identifiers.isPrintable(c)) {
                s.appendCodePoint(c);
            } else if (c < 0x100) {
                s.append(String.format("\\x%02x", c));
            } else if (c < 0x10000) {
                s.append(String.format("\\u%04x", c));
            } else {
                s.append(String.format("\\U%08x", c));
            }
        }
        return s.append(q).toString();
    }
}
