package dev.clutch.extensions.builtin.time;

import org.jspecify.annotations.Nullable;

/** {@code struct tm}, but with the full year and the month from 1. */
final class BrokenDownTime {
    static final long DAY = 86400;

    long year;
    /** 1 to 12. */
    int month = 1;

    int day = 1;
    int hour;
    int minute;
    int second;
    /** 0 is Sunday, as in C. */
    int weekDay;
    /** From 0. */
    int yearDay;
    /** -1 not known. */
    int daylight;

    /** Null when not known. */
    @Nullable
    String zone;

    int offset;

    /** The fields of a moment, in a zone that is {@code offset} seconds ahead of UTC; null when the year doesn't fit in an int. */
    static @Nullable BrokenDownTime of(long seconds, int offset, int daylight, String zone) {
        if (seconds > Long.MAX_VALUE - DAY || seconds < Long.MIN_VALUE + DAY) {
            return null;
        }
        long local = seconds + offset;
        long days = Math.floorDiv(local, DAY);
        int rest = (int) Math.floorMod(local, DAY);
        BrokenDownTime t = new BrokenDownTime();
        t.hour = rest / 3600;
        t.minute = rest / 60 % 60;
        t.second = rest % 60;
        t.weekDay = (int) Math.floorMod(days + 4, 7L);
        t.setDate(days);
        t.daylight = daylight;
        t.zone = zone;
        t.offset = offset;
        // struct tm counts years from 1900 in an int
        long counted = t.year - 1900;
        return counted == (int) counted ? t : null;
    }

    /** The civil date of a day number, by eras of 400 years beginning in March. */
    private void setDate(long daysSince1970) {
        long days = daysSince1970 + 719468;
        long era = Math.floorDiv(days, 146097L);
        int ofEra = (int) Math.floorMod(days, 146097L);
        int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shifted = (5 * ofYear + 2) / 153;
        day = ofYear - (153 * shifted + 2) / 5 + 1;
        month = shifted < 10 ? shifted + 3 : shifted - 9;
        year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
        yearDay = (int) (daysSince1970 - daysBefore(year, 1));
    }

    /** Days from 1970 to the first of a month; the month may lie outside 1 to 12. */
    static long daysBefore(long year, long month) {
        long y = year + Math.floorDiv(month - 1, 12L);
        int m = (int) Math.floorMod(month - 1, 12L) + 1;
        if (m <= 2) {
            y--;
        }
        long era = Math.floorDiv(y, 400L);
        int yearOfEra = (int) Math.floorMod(y, 400L);
        int ofYear = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5;
        int ofEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear;
        return era * 146097 + ofEra - 719468;
    }

    /** Seconds from 1970 to what the fields say, taken as UTC; fields outside their range carry over. */
    long seconds() {
        long days = daysBefore(year, month) + day - 1;
        return days * DAY + hour * 3600L + minute * 60L + second;
    }

    static boolean isLeap(long year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }
}
