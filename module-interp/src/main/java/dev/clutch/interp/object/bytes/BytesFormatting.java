package dev.clutch.interp.object.bytes;

import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.AlgorithmException;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.IntConversion;
import dev.clutch.interp.object.PyInt;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Subscript;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.text.PercentDirective;
import dev.clutch.interp.text.PercentTemplate;
import dev.clutch.interp.text.StrRepr;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** {@code template % args} of bytes. Answers to {@code _PyBytes_FormatEx}. */
final class BytesFormatting implements PercentTemplate.Arguments {
    private final PyThreadState ts;
    private final Object args;
    private final @Nullable PyTuple tuple;
    private final boolean mapping;
    private int next;
    private boolean singleUsed;
    private boolean keyed;
    private @Nullable Object keyedValue;

    private BytesFormatting(PyThreadState ts, Object args) {
        this.ts = ts;
        this.args = args;
        this.tuple = args instanceof PyTuple t ? t : null;
        this.mapping = tuple == null
                && Types.of(args).slot(Slot.GETITEM) != null
                && !PyStr.isStr(args)
                && !(args instanceof ByteSequence);
    }

    static byte[] format(PyThreadState ts, String template, Object args) {
        return new BytesFormatting(ts, args).run(template).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String run(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        PercentTemplate template = new PercentTemplate(text);
        try {
            for (PercentTemplate.Segment s = template.next(this); s != null; s = template.next(this)) {
                out.append((String) s.literal());
                PercentDirective d = s.directive();
                if (d != null) {
                    out.append((String) convert(d));
                    keyedValue = null;
                }
            }
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
        if (!keyed && !mapping && (tuple == null ? !singleUsed : next < tuple.size())) {
            throw Errors.typeError(ts, "not all arguments converted during bytes formatting");
        }
        return out.toString();
    }

    private Object argument() {
        Object v = keyedValue;
        if (v != null) {
            return v;
        }
        if (tuple != null) {
            if (next < tuple.size()) {
                return tuple.get(next++);
            }
        } else if (!singleUsed) {
            singleUsed = true;
            return args;
        }
        throw Errors.typeError(ts, "not enough arguments for format string");
    }

    @Override
    public void keyStarts() {
        if (!mapping) {
            throw Errors.typeError(ts, "format requires a mapping");
        }
        keyed = true;
    }

    @Override
    public void key(Object key) {
        keyedValue = Subscript.get(ts, args, new PyBytes(((String) key).getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Override
    public long width() {
        return star();
    }

    @Override
    public int precision() {
        return Numbers.asInt(ts, star());
    }

    private long star() {
        Object v = argument();
        if (PyInt.plainOrNull(v) == null) {
            throw Errors.typeError(ts, "* wants int");
        }
        return Numbers.asLong(ts, v);
    }

    private Object convert(PercentDirective d) {
        switch (d.conversion()) {
            case 's', 'b':
                return d.formatText(bytes(argument()));
            case 'r', 'a':
                return d.formatText(StrRepr.escapeNonAscii(Text.repr(ts, argument())));
            case 'c':
                return d.formatText(character(argument()));
            case 'd', 'i', 'u', 'o', 'x', 'X':
                Object v = argument();
                Object i = PyInt.plainOrNull(v);
                return d.formatInt(ts, i != null ? i : integer(d, v), ts.interp.maxStrDigits());
            case 'e', 'E', 'f', 'F', 'g', 'G':
                return d.formatFloat(Numbers.asDouble(ts, argument()));
            default:
                throw d.unsupported();
        }
    }

    private Object integer(PercentDirective d, Object v) {
        boolean decimal = d.conversion() == 'd' || d.conversion() == 'i' || d.conversion() == 'u';
        TypeObject type = Types.of(v);
        if (type.slot(Slot.INDEX) == null && !(decimal && type.slot(Slot.INT) != null)) {
            throw Errors.typeError(
                    ts,
                    "%" + (char) d.conversion() + " format: " + (decimal ? "a real number" : "an integer")
                            + " is required, not " + type.displayName());
        }
        return decimal ? IntConversion.ofNumber(ts, v) : Numbers.index(ts, v);
    }

    private Object bytes(Object v) {
        if (Types.of(v).slot(Slot.BUFFER) != null) {
            return ByteArguments.text(ts, v);
        }
        Object made = Call.findSpecial0(ts, v, "__bytes__");
        if (made instanceof PyBytes b) {
            return b.text();
        }
        throw Errors.typeError(
                ts,
                "%b requires a bytes-like object, or an object that implements __bytes__, not '"
                        + Types.of(v).displayName() + "'");
    }

    private Object character(Object v) {
        if (v instanceof ByteSequence b && b.count() == 1) {
            return b.text();
        }
        if (Types.of(v).slot(Slot.INDEX) != null) {
            long c = Numbers.clampedLong(ts, v);
            if (c < 0 || c > 255) {
                throw Errors.error(ts, "OverflowError", "%c arg not in range(256)");
            }
            return Str.ofCodePoint((int) c);
        }
        throw Errors.typeError(ts, "%c requires an integer in range(256) or a single byte");
    }
}
