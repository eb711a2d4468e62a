package dev.clutch.extensions.builtin.datetime;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Texts of dates and times. */
final class DateFormats {
    private static final String[] DAY_NAMES = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTH_NAMES = {
        "", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private DateFormats() {}

    /** Whether a comparison holds, given the order of its operands. */
    static boolean ordered(Slot op, int order) {
        return switch (op) {
            case LT -> order < 0;
            case LE -> order <= 0;
            case EQ -> order == 0;
            case NE -> order != 0;
            case GT -> order > 0;
            default -> order >= 0;
        };
    }

    static StringBuilder padded(StringBuilder out, int value, int width) {
        String digits = Integer.toString(value);
        for (int i = digits.length(); i < width; i++) {
            out.append('0');
        }
        return out.append(digits);
    }

    static StringBuilder pair(StringBuilder out, int value) {
        return padded(out, value, 2);
    }

    static StringBuilder date(StringBuilder out, DateObject d) {
        padded(out, d.year, 4).append('-');
        pair(out, d.month).append('-');
        return pair(out, d.day);
    }

    static String ctime(DateObject d, int hour, int minute, int second) {
        StringBuilder out = new StringBuilder(24);
        out.append(DAY_NAMES[Calendar.weekday(d.year, d.month, d.day)])
                .append(' ')
                .append(MONTH_NAMES[d.month]);
        out.append(d.day < 10 ? "  " : " ").append(d.day).append(' ');
        pair(out, hour).append(':');
        pair(out, minute).append(':');
        pair(out, second).append(' ');
        return padded(out, d.year, 4).toString();
    }

    /** Appends the time of day as far as {@code timespec} asks for it. */
    static void time(
            ThreadState ts,
            StringBuilder out,
            @Nullable Object timespec,
            int hour,
            int minute,
            int second,
            int micros) {
        String spec = timespec == null ? "auto" : Str.toJavaString(ts.strValue(timespec));
        int parts = switch (spec) {
            case "auto" -> micros == 0 ? 3 : 5;
            case "hours" -> 1;
            case "minutes" -> 2;
            case "seconds" -> 3;
            case "milliseconds" -> 4;
            case "microseconds" -> 5;
            default -> throw ts.valueError("Unknown timespec value");
        };
        pair(out, hour);
        if (parts > 1) {
            pair(out.append(':'), minute);
        }
        if (parts > 2) {
            pair(out.append(':'), second);
        }
        if (parts == 4) {
            padded(out.append('.'), micros / 1000, 3);
        } else if (parts == 5) {
            padded(out.append('.'), micros, 6);
        }
    }

    /** {@code format_utcoffset}: nothing for None. */
    static void offset(ThreadState ts, StringBuilder out, String separator, Object offset) {
        if (!(offset instanceof DeltaObject d)) {
            return;
        }
        long micros = d.micros().longValue();
        out.append(micros < 0 ? '-' : '+');
        micros = Math.abs(micros);
        int seconds = (int) (micros / 1000000);
        int rest = (int) (micros % 1000000);
        pair(out, seconds / 3600).append(separator);
        pair(out, seconds / 60 % 60);
        if (rest != 0 || seconds % 60 != 0) {
            pair(out.append(separator), seconds % 60);
        }
        if (rest != 0) {
            padded(out.append('.'), rest, 6);
        }
    }

    /**
     * {@code wrap_strftime}: replaces what {@code time.strftime} does not know, and calls it.
     *
     * @param tzArgument what the time zone's methods get
     */
    static Object strftime(
            ThreadState ts,
            DatetimeModule state,
            int micros,
            @Nullable Object tzinfo,
            Object tzArgument,
            Object format,
            Object timetuple) {
        StrBuilder out = new StrBuilder();
        encodable(ts, format);
        int n = Str.length(format);
        for (int i = 0; i < n; i++) {
            int c = Str.at(format, i);
            if (c != '%' || i + 1 >= n) {
                out.append(c);
                continue;
            }
            int next = Str.at(format, ++i);
            if (next == 'z') {
                zone(ts, out, "", tzinfo, tzArgument);
            } else if (next == ':' && i + 1 < n && Str.at(format, i + 1) == 'z') {
                i++;
                zone(ts, out, ":", tzinfo, tzArgument);
            } else if (next == 'Z') {
                zoneName(ts, out, tzinfo, tzArgument);
            } else if (next == 'f') {
                out.append(padded(new StringBuilder(), micros, 6).toString());
            } else {
                out.append('%').append(next);
            }
        }
        return ts.call(state.strftime(ts), out.build(), timetuple);
    }

    private static void zone(
            ThreadState ts, StrBuilder out, String separator, @Nullable Object tzinfo, Object tzArgument) {
        if (tzinfo != null && tzinfo != Singleton.NONE) {
            StringBuilder text = new StringBuilder();
            offset(ts, text, separator, TimeZones.utcoffset(ts, tzinfo, tzArgument));
            out.append(text.toString());
        }
    }

    /** A text without lone surrogates, or a UnicodeEncodeError. */
    private static Object encodable(ThreadState ts, Object text) {
        if (!(text instanceof String)) {
            ts.callMethod(text, "encode");
        }
        return text;
    }

    private static void zoneName(ThreadState ts, StrBuilder out, @Nullable Object tzinfo, Object tzArgument) {
        if (tzinfo == null || tzinfo == Singleton.NONE) {
            return;
        }
        Object name = TimeZones.tzname(ts, tzinfo, tzArgument);
        if (name != Singleton.NONE) {
            // a percent sign in the name must not start a directive
            Object text = ts.callMethod(name, "replace", "%", "%%");
            if (!ts.isStr(text)) {
                throw ts.typeError("tzname.replace() did not return a string");
            }
            out.append(encodable(ts, ts.strValue(text)));
        }
    }
}
