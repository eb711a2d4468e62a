package dev.clutch.extensions.builtin.datetime;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.ThreadState;

/** Operations on points in time. */
final class DateTimeMath {
    private DateTimeMath() {}

    private static long seconds(DateTimeObject d) {
        return Calendar.seconds(d.year, d.month, d.day, d.hour, d.minute, d.second);
    }

    /** {@code add_datetime_timedelta}. */
    static Object plus(ThreadState ts, DatetimeModule state, DateTimeObject d, DeltaObject delta, int sign) {
        long seconds = seconds(d) + sign * (delta.days * 86400L + delta.seconds);
        int[] f = DateTimeMaking.fields(ts, seconds, d.microsecond + (long) sign * delta.microseconds);
        return DateTimeMaking.make(ts, state, d.type(), f, d.tzinfo, 0);
    }

    static Object minus(ThreadState ts, DatetimeModule state, DateTimeObject a, DateTimeObject b) {
        DeltaObject shift = null;
        if (a.tzinfo != b.tzinfo) {
            Object first = a.offset(ts);
            Object second = b.offset(ts);
            if ((first == Singleton.NONE) != (second == Singleton.NONE)) {
                throw ts.typeError("can't subtract offset-naive and offset-aware datetimes");
            }
            if (first instanceof DeltaObject x && second instanceof DeltaObject y && x.compare(y) != 0) {
                shift = DeltaMath.sum(ts, state, x, y, -1);
            }
        }
        DeltaObject r =
                DeltaMath.normalized(ts, state.deltaType, 0, seconds(a) - seconds(b), a.microsecond - b.microsecond);
        return shift == null ? r : DeltaMath.sum(ts, state, r, shift, -1);
    }

    private static int compareFields(DateTimeObject a, DateTimeObject b) {
        int r = Long.compare(seconds(a), seconds(b));
        return r != 0 ? r : Integer.compare(a.microsecond, b.microsecond);
    }

    static Object compare(ThreadState ts, DatetimeModule state, DateTimeObject self, Slot op, Object other) {
        boolean isEquality = op == Slot.EQ || op == Slot.NE;
        if (!(other instanceof DateTimeObject d)) {
            if (!(other instanceof DateObject)) {
                return Singleton.NOT_IMPLEMENTED;
            }
            // a datetime is a date, but never equal to one
            if (isEquality) {
                return op == Slot.NE;
            }
            throw ts.typeError("can't compare " + self.type().displayName() + " to "
                    + ts.typeOf(other).displayName());
        }
        if (self.tzinfo == d.tzinfo) {
            return DateFormats.ordered(op, compareFields(self, d));
        }
        Object first = self.offset(ts);
        Object second = d.offset(ts);
        if (TimeZones.same(first, second)) {
            int order = compareFields(self, d);
            if (isEquality && order == 0 && hasFoldException(ts, state, self, d, first, second)) {
                order = 1;
            }
            return DateFormats.ordered(op, order);
        }
        if (first != Singleton.NONE && second != Singleton.NONE) {
            DeltaObject difference = (DeltaObject) minus(ts, state, self, d);
            int order = difference.days < 0 ? -1 : difference.__bool__(ts) ? 1 : 0;
            if (isEquality && order == 0 && hasFoldException(ts, state, self, d, first, second)) {
                order = 1;
            }
            return DateFormats.ordered(op, order);
        }
        if (isEquality) {
            return op == Slot.NE;
        }
        throw ts.typeError("can't compare offset-naive and offset-aware datetimes");
    }

    /** Times whose offset depends on the fold equal no time of another zone (PEP 495). */
    private static boolean hasFoldException(
            ThreadState ts, DatetimeModule state, DateTimeObject a, DateTimeObject b, Object first, Object second) {
        return !TimeZones.same(first, a.withFold(state, 1 - a.fold).offset(ts))
                || !TimeZones.same(second, b.withFold(state, 1 - b.fold).offset(ts));
    }

    private static TimezoneObject localZoneOf(ThreadState ts, DatetimeModule state, DateTimeObject naive) {
        long own = LocalTime.ofLocal(ts, LocalTime.seconds(naive), naive.fold);
        long other = LocalTime.ofLocal(ts, LocalTime.seconds(naive), 1 - naive.fold);
        // in a gap the two change places
        boolean isGap = other != own && (other > own) == (naive.fold == 1);
        return LocalTime.zone(ts, state, isGap ? other : own);
    }

    /** {@code datetime_astimezone}. */
    static Object astimezone(ThreadState ts, DatetimeModule state, DateTimeObject d, Object tz) {
        Object own = d.tzinfo;
        if (own == Singleton.NONE) {
            own = localZoneOf(ts, state, d);
        }
        if (own == tz) {
            return d;
        }
        Object offset = TimeZones.utcoffset(ts, own, d);
        if (!(offset instanceof DeltaObject)) {
            own = localZoneOf(ts, state, d);
            if (own == tz) {
                return d;
            }
            offset = TimeZones.utcoffset(ts, own, d);
        }
        Object moved = plus(ts, state, d, (DeltaObject) offset, -1);
        if (!(moved instanceof DateTimeObject utc)) {
            throw ts.typeError("the class of a datetime must make datetimes");
        }
        Object zone = tz == Singleton.NONE ? LocalTime.zone(ts, state, LocalTime.seconds(utc)) : tz;
        DateTimeObject there = new DateTimeObject(
                utc.type(), utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second, utc.microsecond, zone, 0);
        return ts.callMethod(zone, "fromutc", there);
    }
}
