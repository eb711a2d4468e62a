package dev.clutch.extensions.builtin.time;

import dev.clutch.extension.spi.os.OsClock.LocalZone;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/** {@code localtime} and {@code mktime} by the rules of a zone. */
final class LocalTime {
    /** Beyond it {@link Instant} has no moments and no zone has rules. */
    private static final long FARTHEST = 31556889864403199L;

    /** Transitions to look at on either side. */
    private static final int NEIGHBOURS = 3;

    private LocalTime() {}

    static @Nullable BrokenDownTime of(LocalZone zone, long seconds) {
        ZoneRules rules = zone.rules();
        Instant at = Instant.ofEpochSecond(Math.max(-FARTHEST, Math.min(FARTHEST, seconds)));
        int offset = rules.getOffset(at).getTotalSeconds();
        boolean daylight = zone.hasDaylight() && rules.isDaylightSavings(at);
        return BrokenDownTime.of(
                seconds, offset, daylight ? 1 : 0, daylight ? zone.daylightName() : zone.standardName());
    }

    /** The moment of local fields; {@code daylight} of the fields decides where the clock shows a time twice. */
    static long toSeconds(LocalZone zone, BrokenDownTime t) {
        long local = t.seconds();
        ZoneRules rules = zone.rules();
        if (rules.isFixedOffset() || local > FARTHEST || local < -FARTHEST) {
            return local - rules.getOffset(Instant.EPOCH).getTotalSeconds();
        }
        long early = local - offset(rules, local - BrokenDownTime.DAY);
        long late = local - offset(rules, local + BrokenDownTime.DAY);
        if (t.daylight >= 0) {
            boolean wanted = t.daylight > 0;
            if (isDaylight(rules, early) == wanted && offset(rules, early) == local - early) {
                return early;
            }
            if (isDaylight(rules, late) == wanted && offset(rules, late) == local - late) {
                return late;
            }
            Integer other = nearestOffset(rules, local, wanted);
            if (other != null) {
                return local - other;
            }
        }
        if (offset(rules, early) == local - early) {
            return early;
        }
        // in a gap the time that the former offset gives
        return offset(rules, late) == local - late ? late : early;
    }

    private static int offset(ZoneRules rules, long seconds) {
        return rules.getOffset(Instant.ofEpochSecond(seconds)).getTotalSeconds();
    }

    private static boolean isDaylight(ZoneRules rules, long seconds) {
        return rules.isDaylightSavings(Instant.ofEpochSecond(seconds));
    }

    /** The offset that the zone has nearest in time with or without daylight saving, as glibc's search in {@code mktime}. */
    private static @Nullable Integer nearestOffset(ZoneRules rules, long local, boolean daylight) {
        ZoneOffsetTransition before = rules.previousTransition(Instant.ofEpochSecond(local));
        ZoneOffsetTransition after = rules.nextTransition(Instant.ofEpochSecond(local));
        for (int i = 0; i < NEIGHBOURS; i++) {
            if (before != null) {
                if (rules.isDaylightSavings(before.getInstant()) == daylight) {
                    return before.getOffsetAfter().getTotalSeconds();
                }
                if (rules.isDaylightSavings(before.getInstant().minusSeconds(1)) == daylight) {
                    return before.getOffsetBefore().getTotalSeconds();
                }
                before = rules.previousTransition(before.getInstant());
            }
            if (after != null) {
                if (rules.isDaylightSavings(after.getInstant()) == daylight) {
                    return after.getOffsetAfter().getTotalSeconds();
                }
                after = rules.nextTransition(after.getInstant());
            }
        }
        return null;
    }
}
