package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.OsClock.LocalZone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneOffsetTransitionRule.TimeDefinition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** The values of {@code TZ}: a name of the zone data base, with or without a colon, or POSIX's {@code EST5EDT,M3.2.0,M11.1.0}. */
final class TimeZones {
    private TimeZones() {}

    /** As tzset(3): an empty or wrong value means UTC. */
    static LocalZone parse(String value) {
        String name = value.startsWith(":") ? value.substring(1) : value;
        if (name.isEmpty()) {
            return utc("UTC");
        }
        if (name.indexOf('/') >= 0 || !value.equals(name)) {
            LocalZone zone = lookUp(name);
            return zone != null ? zone : utc("UTC");
        }
        LocalZone posix = new PosixRule(name).parse();
        if (posix != null) {
            return posix;
        }
        LocalZone zone = lookUp(name);
        return zone != null ? zone : utc(alphabeticPrefix(name));
    }

    private static String alphabeticPrefix(String name) {
        int end = 0;
        while (end < name.length() && Character.isLetter(name.charAt(end))) {
            end++;
        }
        return end >= 3 ? name.substring(0, end) : "UTC";
    }

    /** Whether the system says UTC, as servers do: then the JDK need not read its data base of zones, which takes 10 ms. */
    static boolean isSystemUtc() {
        if (!System.getProperty("user.timezone", "").isEmpty()) {
            return false;
        }
        try {
            String zone = Files.readSymbolicLink(Path.of("/etc/localtime")).toString();
            return zone.endsWith("/zoneinfo/Etc/UTC") || zone.endsWith("/zoneinfo/UTC");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    static LocalZone utc(String name) {
        return new LocalZone(ZoneRules.of(ZoneOffset.UTC), name, name, false);
    }

    private static @Nullable LocalZone lookUp(String name) {
        try {
            return named(ZoneId.of(name));
        } catch (DateTimeException e) {
            return null;
        }
    }

    static LocalZone named(ZoneId id) {
        ZoneRules rules = id.getRules();
        if (rules.isFixedOffset() && id.getId().matches("Z|UTC|GMT|UCT|Etc/(UTC|UCT|Universal|Zulu)|Universal|Zulu")) {
            return new LocalZone(rules, "UTC", "UTC", false);
        }
        TimeZone zone = TimeZone.getTimeZone(id);
        Instant now = Instant.now();
        ZoneOffsetTransition next = rules.nextTransition(now);
        boolean changes = rules.isDaylightSavings(now)
                || next != null && Duration.between(now, next.getInstant()).toDays() < 400;
        String standard = abbreviation(zone, false);
        return new LocalZone(rules, standard, changes ? abbreviation(zone, true) : standard, changes);
    }

    /** The zone data base calls a zone without letters by its offset, {@code -03}; the JDK calls it GMT-03:00. */
    private static String abbreviation(TimeZone zone, boolean daylight) {
        String name = zone.getDisplayName(daylight, TimeZone.SHORT, Locale.ENGLISH);
        if (!name.startsWith("GMT") || name.length() < 9) {
            return name;
        }
        String minutes = name.substring(7, 9);
        return name.substring(3, 6) + (minutes.equals("00") ? "" : minutes);
    }

    /** One POSIX TZ string, section 8.3 of the base definitions. */
    private static final class PosixRule {
        private final String text;
        private int at;

        PosixRule(String text) {
            this.text = text;
        }

        @Nullable
        LocalZone parse() {
            try {
                return parseAll();
            } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
                return null;
            }
        }

        private @Nullable LocalZone parseAll() {
            String standard = name();
            if (standard == null || at == text.length()) {
                return null;
            }
            ZoneOffset standardOffset = ZoneOffset.ofTotalSeconds(-seconds());
            if (at == text.length()) {
                return new LocalZone(ZoneRules.of(standardOffset), standard, standard, false);
            }
            String daylight = name();
            if (daylight == null) {
                return null;
            }
            ZoneOffset daylightOffset = ZoneOffset.ofTotalSeconds(standardOffset.getTotalSeconds() + 3600);
            if (at < text.length() && text.charAt(at) != ',') {
                daylightOffset = ZoneOffset.ofTotalSeconds(-seconds());
            }
            String rules = at < text.length() ? text.substring(at) : ",M3.2.0,M11.1.0";
            PosixRule rest = new PosixRule(rules);
            ZoneOffsetTransitionRule start = rest.rule(standardOffset, standardOffset, daylightOffset);
            ZoneOffsetTransitionRule end = rest.rule(standardOffset, daylightOffset, standardOffset);
            if (rest.at != rules.length()) {
                return null;
            }
            // ZoneRules applies its rules for ever after the last transition only: one long ago lets them begin.
            ZoneRules zone = ZoneRules.of(
                    standardOffset,
                    standardOffset,
                    List.of(),
                    List.of(start.createTransition(1800)),
                    // in the order of the year: in the south summer ends before it begins
                    start.getMonth().compareTo(end.getMonth()) <= 0 ? List.of(start, end) : List.of(end, start));
            return new LocalZone(zone, standard, daylight, true);
        }

        private @Nullable String name() {
            int start = at;
            if (text.charAt(at) == '<') {
                int end = text.indexOf('>', at);
                at = end + 1;
                return end - start < 4 ? null : text.substring(start + 1, end);
            }
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            return at - start < 3 ? null : text.substring(start, at);
        }

        private int number() {
            int start = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            return Integer.parseInt(text, start, at, 10);
        }

        /** {@code [+-]hh[:mm[:ss]]} */
        private int seconds() {
            int sign = 1;
            if (text.charAt(at) == '+' || text.charAt(at) == '-') {
                sign = text.charAt(at++) == '-' ? -1 : 1;
            }
            int total = number() * 3600;
            if (take(':')) {
                total += number() * 60;
                if (take(':')) {
                    total += number();
                }
            }
            return sign * total;
        }

        private boolean take(char c) {
            if (at < text.length() && text.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        private ZoneOffsetTransitionRule rule(ZoneOffset standard, ZoneOffset before, ZoneOffset after) {
            if (!take(',') || !take('M')) {
                throw new DateTimeException("only rules of the form Mm.w.d");
            }
            Month month = Month.of(number());
            at++;
            int week = number();
            at++;
            int day = number();
            int time = take('/') ? seconds() : 7200;
            DayOfWeek weekday = DayOfWeek.of(day == 0 ? 7 : day);
            boolean midnight = time == 24 * 3600;
            return ZoneOffsetTransitionRule.of(
                    month,
                    week == 5 ? -1 : (week - 1) * 7 + 1,
                    weekday,
                    midnight ? LocalTime.MIDNIGHT : LocalTime.ofSecondOfDay(time),
                    midnight,
                    TimeDefinition.WALL,
                    standard,
                    before,
                    after);
        }
    }
}
