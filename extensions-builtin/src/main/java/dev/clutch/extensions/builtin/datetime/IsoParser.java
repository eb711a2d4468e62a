package dev.clutch.extensions.builtin.datetime;

import dev.clutch.extension.spi.Str;

/** Reads ISO 8601 as {@code fromisoformat} takes it. A method that finds the text wrong returns false. */
final class IsoParser {
    private static final int[] FRACTION = {0, 100000, 10000, 1000, 100, 10, 1};

    private final int[] text;
    private final int end;
    private int at;

    int year;
    int month;
    int day;
    int hour;
    int minute;
    int second;
    int micros;
    boolean hasZone;
    int zoneSeconds;
    int zoneMicros;

    IsoParser(Object str) {
        end = Str.length(str);
        text = new int[end + 1];
        Str.copyTo(str, 0, end, text, 0);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Some digits from {@link #at} on; -1 when there is something else. */
    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            if (at >= end || !isDigit(text[at])) {
                return -1;
            }
            value = value * 10 + text[at++] - '0';
        }
        return value;
    }

    /** A whole text that is a date. */
    boolean date() {
        return (end == 7 || end == 8 || end == 10) && date(end);
    }

    /** {@code parse_isoformat_date}, up to {@code stop}. */
    private boolean date(int stop) {
        at = 0;
        year = digits(4);
        if (year < 0) {
            return false;
        }
        boolean separated = text[at] == '-';
        if (separated) {
            at++;
        }
        if (text[at] == 'W') {
            at++;
            return week(separated, stop);
        }
        month = digits(2);
        if (month < 0 || (separated && text[at++] != '-')) {
            return false;
        }
        day = digits(2);
        return day >= 0;
    }

    private boolean week(boolean separated, int stop) {
        int week = digits(2);
        if (week < 0) {
            return false;
        }
        int weekday = 1;
        if (at < stop) {
            if (separated && text[at++] != '-') {
                return false;
            }
            weekday = digits(1);
        }
        return weekday >= 0 && ofWeek(year, week, weekday) == null;
    }

    /** Sets year, month and day; returns what is wrong, null for nothing ({@code iso_to_ymd}). */
    @org.jspecify.annotations.Nullable
    String ofWeek(int isoYear, int week, int weekday) {
        if (isoYear < Calendar.MIN_YEAR || isoYear > Calendar.MAX_YEAR) {
            return "Year is out of range: " + isoYear;
        }
        if (week <= 0 || week >= 53) {
            if (week != 53 || !Calendar.hasWeek53(isoYear)) {
                return "Invalid week: " + week;
            }
        }
        if (weekday <= 0 || weekday >= 8) {
            return "Invalid day: " + weekday + " (range is [1, 7])";
        }
        int ordinal = Calendar.isoWeekOne(isoYear) + (week - 1) * 7 + weekday - 1;
        if (ordinal < 1) {
            year = 0;
            month = 12;
            day = 31 + ordinal;
            return null;
        }
        int[] ymd = Calendar.ofOrdinal(ordinal);
        year = ymd[0];
        month = ymd[1];
        day = ymd[2];
        return null;
    }

    /** A date, and after one character of any kind a time. */
    boolean dateTime() {
        if (end < 7) {
            return false;
        }
        int separator = separator();
        if (separator < 0 || !date(separator)) {
            return false;
        }
        return end == separator || time(separator + 1);
    }

    /** Where the date ends, which the first characters tell ({@code _find_isoformat_datetime_separator}). */
    private int separator() {
        if (end == 7) {
            return 7;
        }
        if (text[4] == '-') {
            if (text[5] != 'W') {
                return 10;
            }
            if (end < 8) {
                return -1;
            }
            if (end > 8 && text[8] == '-') {
                if (end == 9) {
                    return -1;
                }
                // a digit behind YYYY-Www-D means that the second hyphen separates the time
                return end > 10 && isDigit(text[10]) ? 8 : 10;
            }
            return 8;
        }
        if (text[4] != 'W') {
            return 8;
        }
        int p = 7;
        while (p < end && isDigit(text[p])) {
            p++;
        }
        if (p < 9) {
            return p;
        }
        return p % 2 == 0 ? 7 : 8;
    }

    /** A whole text that is a time, with or without a T before it. */
    boolean time() {
        return time(end > 0 && text[0] == 'T' ? 1 : 0);
    }

    /** {@code parse_isoformat_time}. */
    private boolean time(int start) {
        int zone = start;
        while (zone < end && text[zone] != '+' && text[zone] != '-' && text[zone] != 'Z') {
            zone++;
        }
        at = start;
        int rest = clock(zone);
        if (rest < 0) {
            return false;
        }
        if (zone >= end) {
            return rest == 0;
        }
        hasZone = true;
        if (text[zone] == 'Z') {
            return zone + 1 == end;
        }
        int h = hour;
        int m = minute;
        int s = second;
        int us = micros;
        at = zone + 1;
        if (clock(end) != 0) {
            return false;
        }
        int sign = text[zone] == '-' ? -1 : 1;
        zoneSeconds = sign * (hour * 3600 + minute * 60 + second);
        zoneMicros = sign * micros;
        hour = h;
        minute = m;
        second = s;
        micros = us;
        return true;
    }

    /** {@code parse_hh_mm_ss_ff}: -1 when wrong, 1 when something follows, else 0. */
    private int clock(int stop) {
        hour = 0;
        minute = 0;
        second = 0;
        micros = 0;
        boolean separated = true;
        for (int i = 0; i < 3; i++) {
            int value = digits(2);
            if (value < 0) {
                return -1;
            }
            if (i == 0) {
                hour = value;
            } else if (i == 1) {
                minute = value;
            } else {
                second = value;
            }
            int c = at <= end ? text[at] : 0;
            at++;
            if (i == 0) {
                separated = c == ':';
            }
            if (at >= stop) {
                return c == 0 && at > end ? 0 : 1;
            }
            if (separated && c == ':') {
                continue;
            }
            if (c == '.' || c == ',') {
                break;
            }
            if (separated) {
                return -1;
            }
            at--;
        }
        int count = Math.min(stop - at, 6);
        micros = digits(count);
        if (micros < 0) {
            return -1;
        }
        micros *= FRACTION[count];
        while (at < end && isDigit(text[at])) {
            at++;
        }
        return at == end ? 0 : 1;
    }
}
