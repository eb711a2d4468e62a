package dev.clutch.interp.object;

import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.AlgorithmException;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Subscript;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.text.PercentDirective;
import dev.clutch.interp.text.PercentTemplate;
import dev.clutch.interp.text.StrRepr;
import org.jspecify.annotations.Nullable;

/** {@code template % args} of str. Answers to {@code PyUnicode_Format}. */
final class PercentFormatting implements PercentTemplate.Arguments {
    private final PyThreadState ts;
    private final Object args;
    private final @Nullable PyTuple tuple;
    private final boolean mapping;
    private int next;
    private boolean singleUsed;
    private boolean keyed;
    private @Nullable Object keyedValue;

    private PercentFormatting(PyThreadState ts, Object args) {
        this.ts = ts;
        this.args = args;
        this.tuple = args instanceof PyTuple t ? t : null;
        this.mapping = tuple == null && Types.of(args).slot(Slot.GETITEM) != null && !PyStr.isStr(args);
    }

    static Object format(PyThreadState ts, Object template, Object args) {
        return new PercentFormatting(ts, args).run(template);
    }

    private Object run(Object text) {
        StrBuilder out = new StrBuilder(Str.length(text) + 16);
        PercentTemplate template = new PercentTemplate(text);
        try {
            for (PercentTemplate.Segment s = template.next(this); s != null; s = template.next(this)) {
                out.append(s.literal());
                PercentDirective d = s.directive();
                if (d != null) {
                    out.append(convert(d));
                    keyedValue = null;
                }
            }
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
        if (!keyed && !mapping && (tuple == null ? !singleUsed : next < tuple.size())) {
            throw Errors.typeError(ts, "not all arguments converted during string formatting");
        }
        return out.build();
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
        keyedValue = Subscript.get(ts, args, key);
    }

    @Override
    public long width() {
        Object v = argument();
        if (PyInt.plainOrNull(v) == null) {
            throw Errors.typeError(ts, "* wants int");
        }
        return Numbers.asLong(ts, v);
    }

    @Override
    public int precision() {
        Object v = argument();
        if (PyInt.plainOrNull(v) == null) {
            throw Errors.typeError(ts, "* wants int");
        }
        return Numbers.asInt(ts, v);
    }

    private Object convert(PercentDirective d) {
        switch (d.conversion()) {
            case 's':
                return d.formatText(Text.str(ts, argument()));
            case 'r':
                return d.formatText(Text.repr(ts, argument()));
            case 'a':
                return d.formatText(StrRepr.escapeNonAscii(Text.repr(ts, argument())));
            case 'c':
                return d.formatText(character(argument()));
            case 'd', 'i', 'u', 'o', 'x', 'X':
                return integer(d, argument());
            case 'e', 'E', 'f', 'F', 'g', 'G':
                return d.formatFloat(Numbers.asDouble(ts, argument()));
            default:
                throw d.unsupported();
        }
    }

    private Object character(Object v) {
        if (PyStr.isStr(v)) {
            Object s = PyStr.plain(v);
            if (Str.length(s) != 1) {
                throw Errors.typeError(ts, "%c requires int or char");
            }
            return s;
        }
        if (Types.of(v).slot(Slot.INDEX) == null) {
            throw Errors.typeError(ts, "%c requires int or char");
        }
        long c = Numbers.clampedLong(ts, v);
        if (c < 0 || c > Character.MAX_CODE_POINT) {
            throw Errors.error(ts, "OverflowError", "%c arg not in range(0x110000)");
        }
        return Str.ofCodePoint((int) c);
    }

    /** {@code mainformatlong}: d, i and u take any real number, the others only what has {@code __index__}. */
    private Object integer(PercentDirective d, Object v) {
        Object i = PyInt.plainOrNull(v);
        if (i == null) {
            boolean decimal = d.conversion() == 'd' || d.conversion() == 'i' || d.conversion() == 'u';
            TypeObject type = Types.of(v);
            boolean real = type.slot(Slot.INDEX) != null || decimal && type.slot(Slot.INT) != null;
            if (!real) {
                throw Errors.typeError(
                        ts,
                        "%" + (char) d.conversion() + " format: " + (decimal ? "a real number" : "an integer")
                                + " is required, not " + type.displayName());
            }
            i = decimal ? IntConversion.ofNumber(ts, v) : Numbers.index(ts, v);
        }
        return d.formatInt(ts, i, ts.interp.maxStrDigits());
    }
}
