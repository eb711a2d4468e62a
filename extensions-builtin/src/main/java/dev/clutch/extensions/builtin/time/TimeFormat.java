package dev.clutch.extensions.builtin.time;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.os.OsClock.LocalZone;

/** glibc's {@code strftime} in the C locale, with its flags and widths. */
final class TimeFormat {
    private static final String[] DAYS = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };

    private final BrokenDownTime t;
    private final LocalZone zone;

    /** The flags of the directive being written: padding 0 for the directive's own, '_', '-' or '0'. */
    private char padding;

    private boolean upper;
    private boolean swapCase;
    private int width;

    TimeFormat(BrokenDownTime t, LocalZone zone) {
        this.t = t;
        this.zone = zone;
    }

    static String day(int i) {
        return DAYS[i];
    }

    static String month(int i) {
        return MONTHS[i];
    }

    /** {@code format} is a str. */
    Object format(Object format) {
        StrBuilder out = new StrBuilder(Str.length(format) + 32);
        write(out, format);
        return out.build();
    }

    private void write(StrBuilder out, Object format) {
        int n = Str.length(format);
        for (int i = 0; i < n; ) {
            int c = Str.at(format, i);
            if (c != '%') {
                out.append(c);
                i++;
                continue;
            }
            int start = i++;
            padding = 0;
            upper = false;
            swapCase = false;
            for (; i < n; i++) {
                c = Str.at(format, i);
                if (c == '_' || c == '-' || c == '0') {
                    padding = (char) c;
                } else if (c == '^') {
                    upper = true;
                } else if (c == '#') {
                    swapCase = true;
                } else {
                    break;
                }
            }
            width = -1;
            for (; i < n && Str.at(format, i) >= '0' && Str.at(format, i) <= '9'; i++) {
                width = Math.min(Math.max(width, 0) * 10 + Str.at(format, i) - '0', 1 << 20);
            }
            int modifier = 0;
            if (i < n && (Str.at(format, i) == 'E' || Str.at(format, i) == 'O')) {
                modifier = Str.at(format, i++);
            }
            int directive = i < n ? Str.at(format, i) : 0;
            if (i >= n || !directive(out, directive, modifier)) {
                // unknown: written as it stands
                out.append(format, start, Math.min(i + 1, n));
            }
            i++;
        }
    }

    /** False for one that doesn't exist. */
    private boolean directive(StrBuilder out, int c, int modifier) {
        if (modifier == 'E' && "cCxXyY".indexOf(c) < 0 || modifier == 'O' && "BbhdeHImMSuUVwWyk".indexOf(c) < 0) {
            return false;
        }
        switch (c) {
            case '%' -> text(out, "%");
            case 'n' -> text(out, "\n");
            case 't' -> text(out, "\t");
            case 'a' -> name(out, DAYS[t.weekDay].substring(0, 3));
            case 'A' -> name(out, DAYS[t.weekDay]);
            case 'b', 'h' -> name(out, MONTHS[t.month - 1].substring(0, 3));
            case 'B' -> name(out, MONTHS[t.month - 1]);
            case 'c' -> composed(out, "%a %b %e %H:%M:%S %Y");
            case 'D', 'x' -> composed(out, "%m/%d/%y");
            case 'F' -> composed(out, "%Y-%m-%d");
            case 'r' -> composed(out, "%I:%M:%S %p");
            case 'R' -> composed(out, "%H:%M");
            case 'T', 'X' -> composed(out, "%H:%M:%S");
            case 'C' -> number(out, Math.floorDiv(t.year, 100L), 2, '0');
            case 'd' -> number(out, t.day, 2, '0');
            case 'e' -> number(out, t.day, 2, '_');
            case 'g' -> number(out, Math.floorMod(isoYear(), 100L), 2, '0');
            case 'G' -> number(out, isoYear(), 1, '0');
            case 'H' -> number(out, t.hour, 2, '0');
            case 'k' -> number(out, t.hour, 2, '_');
            case 'I' -> number(out, hour12(), 2, '0');
            case 'l' -> number(out, hour12(), 2, '_');
            case 'j' -> number(out, t.yearDay + 1, 3, '0');
            case 'm' -> number(out, t.month, 2, '0');
            case 'M' -> number(out, t.minute, 2, '0');
            case 'p' -> {
                String half = t.hour > 11 ? "PM" : "AM";
                text(out, swapCase ? half.toLowerCase(java.util.Locale.ROOT) : half);
            }
            case 'P' -> {
                String half = t.hour > 11 ? "pm" : "am";
                upper = false;
                text(out, half);
            }
            case 's' -> number(out, LocalTime.toSeconds(zone, t), 1, '0');
            case 'S' -> number(out, t.second, 2, '0');
            case 'u' -> number(out, (t.weekDay + 6) % 7 + 1, 1, '0');
            case 'w' -> number(out, t.weekDay, 1, '0');
            case 'U' -> number(out, (t.yearDay - t.weekDay + 7) / 7, 2, '0');
            case 'W' -> number(out, (t.yearDay - (t.weekDay + 6) % 7 + 7) / 7, 2, '0');
            case 'V' -> number(out, isoWeek(), 2, '0');
            case 'y' -> number(out, Math.floorMod(t.year, 100L), 2, '0');
            case 'Y' -> number(out, t.year, 1, '0');
            case 'z' -> offset(out);
            case 'Z' -> zoneName(out);
            default -> {
                return false;
            }
        }
        return true;
    }

    private int hour12() {
        int h = t.hour % 12;
        return h == 0 ? 12 : h;
    }

    /** Days from the Monday of ISO week 1 of the year of the fields. */
    private static int isoDays(int yearDay, int weekDay) {
        return yearDay - Math.floorMod(yearDay - weekDay + 4 + 371, 7) + 4 - 1;
    }

    private long isoYear() {
        int days = isoDays(t.yearDay, t.weekDay);
        if (days < 0) {
            return t.year - 1;
        }
        int length = BrokenDownTime.isLeap(t.year) ? 366 : 365;
        return isoDays(t.yearDay - length, t.weekDay) >= 0 ? t.year + 1 : t.year;
    }

    private int isoWeek() {
        int days = isoDays(t.yearDay, t.weekDay);
        if (days < 0) {
            days = isoDays(t.yearDay + (BrokenDownTime.isLeap(t.year - 1) ? 366 : 365), t.weekDay);
        } else {
            int next = isoDays(t.yearDay - (BrokenDownTime.isLeap(t.year) ? 366 : 365), t.weekDay);
            if (next >= 0) {
                days = next;
            }
        }
        return days / 7 + 1;
    }

    private void name(StrBuilder out, String text) {
        upper |= swapCase;
        text(out, text);
    }

    private void text(StrBuilder out, String text) {
        if (padding != '-') {
            out.appendRepeated(padding == '0' ? '0' : ' ', width - text.length());
        }
        out.append((Object) (upper ? text.toUpperCase(java.util.Locale.ROOT) : text));
    }

    private void composed(StrBuilder out, String format) {
        char pad = padding;
        boolean up = upper;
        int wide = width;
        StrBuilder inner = new StrBuilder(24);
        write(inner, format);
        padding = pad;
        upper = up;
        width = wide;
        text(out, Str.toJavaString(inner.build()));
    }

    private void number(StrBuilder out, long value, int digits, char pad) {
        char fill = padding == 0 ? pad : padding;
        int wide = padding == '-' ? 0 : width >= 0 ? width : digits;
        String text = Long.toString(Math.abs(value));
        int missing = wide - text.length() - (value < 0 ? 1 : 0);
        if (fill == '_') {
            out.appendRepeated(' ', missing);
        }
        if (value < 0) {
            out.append('-');
        }
        if (fill == '0') {
            out.appendRepeated('0', missing);
        }
        out.append((Object) text);
    }

    private void offset(StrBuilder out) {
        if (t.daylight < 0) {
            return;
        }
        int minutes = Math.abs(t.offset) / 60;
        String digits =
                Integer.toString(10000 + minutes / 60 * 100 + minutes % 60).substring(1);
        int missing = padding == '-' ? 0 : width - 5;
        if (padding == '_') {
            out.appendRepeated(' ', missing);
        }
        out.append(t.offset < 0 ? '-' : '+');
        if (padding != '_') {
            out.appendRepeated('0', missing);
        }
        out.append((Object) digits);
    }

    private void zoneName(StrBuilder out) {
        String name = t.zone;
        if (name == null || name.isEmpty()) {
            name = t.daylight < 0 ? "" : t.daylight > 0 ? zone.daylightName() : zone.standardName();
        }
        if (swapCase) {
            upper = false;
            text(out, name.toLowerCase(java.util.Locale.ROOT));
        } else {
            text(out, name);
        }
    }
}
