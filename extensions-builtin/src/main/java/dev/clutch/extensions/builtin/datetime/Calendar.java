package dev.clutch.extensions.builtin.datetime;

/** The proleptic Gregorian calendar: day 1 is the first of January of the year 1. */
final class Calendar {
    static final int MIN_YEAR = 1;
    static final int MAX_YEAR = 9999;
    static final int MAX_ORDINAL = 3652059;
    /** The ordinal of 1970-01-01. */
    static final int EPOCH_ORDINAL = 719163;

    static final int SECONDS_PER_DAY = 86400;

    private static final int DAYS_IN_400_YEARS = 146097;
    private static final int DAYS_IN_100_YEARS = 36524;
    private static final int DAYS_IN_4_YEARS = 1461;
    private static final int[] DAYS_IN_MONTH = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int[] DAYS_BEFORE_MONTH = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

    private Calendar() {}

    static boolean isLeap(int year) {
        return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    static int daysInMonth(int year, int month) {
        return month == 2 && isLeap(year) ? 29 : DAYS_IN_MONTH[month];
    }

    static int daysBeforeMonth(int year, int month) {
        return DAYS_BEFORE_MONTH[month] + (month > 2 && isLeap(year) ? 1 : 0);
    }

    static int daysBeforeYear(int year) {
        int y = year - 1;
        return y * 365 + y / 4 - y / 100 + y / 400;
    }

    static int ordinal(int year, int month, int day) {
        return daysBeforeYear(year) + daysBeforeMonth(year, month) + day;
    }

    /** Year, month and day of an ordinal that is at least 1. */
    static int[] ofOrdinal(int ordinal) {
        int n = ordinal - 1;
        int year = n / DAYS_IN_400_YEARS * 400 + 1;
        n %= DAYS_IN_400_YEARS;
        int centuries = n / DAYS_IN_100_YEARS;
        n %= DAYS_IN_100_YEARS;
        int fours = n / DAYS_IN_4_YEARS;
        n %= DAYS_IN_4_YEARS;
        int years = n / 365;
        n %= 365;
        year += centuries * 100 + fours * 4 + years;
        if (years == 4 || centuries == 4) {
            return new int[] {year - 1, 12, 31};
        }
        int month = (n + 50) >> 5;
        int before = daysBeforeMonth(year, month);
        if (before > n) {
            month--;
            before = daysBeforeMonth(year, month);
        }
        return new int[] {year, month, n - before + 1};
    }

    /** Monday is 0. */
    static int weekday(int year, int month, int day) {
        return (ordinal(year, month, day) + 6) % 7;
    }

    /** The ordinal of the Monday of the first ISO week. */
    static int isoWeekOne(int year) {
        int first = ordinal(year, 1, 1);
        int weekday = (first + 6) % 7;
        int monday = first - weekday;
        return weekday > 3 ? monday + 7 : monday;
    }

    static boolean hasWeek53(int year) {
        int first = weekday(year, 1, 1);
        return first == 3 || (first == 2 && isLeap(year));
    }

    /** Seconds from the beginning of the year 1, as if there were no time zones. */
    static long seconds(int year, int month, int day, int hour, int minute, int second) {
        return ordinal(year, month, day) * (long) SECONDS_PER_DAY + hour * 3600L + minute * 60L + second;
    }
}
