# datetime: ranges, ISO formats, time zones, arithmetic.
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta, timezone, tzinfo


def fails(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except (ValueError, OverflowError, TypeError) as e:
        return f"{type(e).__name__}: {e}"


print(repr(timedelta(days=1.5, hours=-3, microseconds=0.5)), timedelta(-1, 5), timedelta(1) / 7, timedelta(7) // timedelta(2))  # => datetime.timedelta(days=1, seconds=32400) -1 day, 0:00:05 3:25:42.857143 3
print(timedelta(1) * 0.1, divmod(timedelta(10), timedelta(3)), timedelta.min, timedelta(0, 0, 2.5).microseconds)  # => 2:24:00 (3, datetime.timedelta(days=1)) -999999999 days, 0:00:00 2
print(date(2020, 12, 31).isocalendar(), date.fromisocalendar(2020, 53, 5), date.fromisoformat("2020W537"), date.max.toordinal())  # => datetime.IsoCalendarDate(year=2020, week=53, weekday=4) 2021-01-01 2021-01-03 3652059
print(datetime.fromisoformat("2020-02-29T12:30:15,5+05:30"), repr(datetime.fromisoformat("20200229 123015Z")))  # => 2020-02-29 12:30:15.500000+05:30 datetime.datetime(2020, 2, 29, 12, 30, 15, tzinfo=datetime.timezone.utc)
print(repr(time.fromisoformat("T1230-00:00:30.5")), datetime(2020, 1, 2, 3, 4, 5, 6).isoformat("x", "milliseconds"))  # => datetime.time(12, 30, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=86369, microseconds=500000))) 2020-01-02x03:04:05.000
a = datetime(2020, 5, 17, 12, tzinfo=timezone(timedelta(hours=5, minutes=30)))
b = datetime(2020, 5, 17, 6, 30, tzinfo=UTC)
print(a == b, hash(a) == hash(b), a - b, a.astimezone(UTC), a.timestamp(), a.utctimetuple().tm_hour, a.tzname())  # => True True 0:00:00 2020-05-17 06:30:00+00:00 1589697000.0 6 UTC+05:30
print(datetime.fromtimestamp(-1.5, UTC), datetime.fromtimestamp(1e9 + 0.1234565, UTC), datetime.max - datetime.min)  # => 1969-12-31 23:59:58.500000+00:00 2001-09-09 01:46:40.123456+00:00 3652058 days, 23:59:59.999999
print(a.__reduce_ex__(4)[1][0], date(2020, 1, 2).__reduce__()[1], b.replace(fold=1).__reduce_ex__(4)[1][0][2])  # => b'\x07\xe4\x05\x11\x0c\x00\x00\x00\x00\x00' (b'\x07\xe4\x01\x02',) 133
print(f"{b:%Y/%m/%d %z|%:z|%Z|%f|%%}", date(5, 1, 1).ctime(), repr(timezone.min), timezone(timedelta(hours=-3)))  # => 2020/05/17 +0000|+00:00|UTC|000000|% Sat Jan  1 00:00:00 0005 datetime.timezone(datetime.timedelta(days=-1, seconds=60)) UTC-03:00


class Zone(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=2 if dt.fold == 0 else 1)

    def dst(self, dt):
        return timedelta(hours=1 if dt.fold == 0 else 0)

    def tzname(self, dt):
        return "50%"


z = datetime(2020, 10, 25, 2, 30, tzinfo=Zone())
print(z.astimezone(UTC), z.replace(fold=1).astimezone(UTC), z == z.astimezone(UTC), z.strftime("%Z %z"))  # => 2020-10-25 00:30:00+00:00 2020-10-25 01:30:00+00:00 False 50% +0200
print(fails(date, 2020, 2, 30), fails(date, MAXYEAR + 1, 1, 1), fails(time, 24), fails(date.fromisoformat, "2020-1-1"), sep=" | ")  # => ValueError: day is out of range for month | ValueError: year 10000 is out of range | ValueError: hour must be in 0..23 | ValueError: Invalid isoformat string: '2020-1-1'
print(fails(lambda: date.max + timedelta(1)), fails(timedelta, 10**10), fails(lambda: a < datetime.min), fails(lambda: a < date.min), sep=" | ")  # => OverflowError: date value out of range | OverflowError: Python int too large to convert to C int | TypeError: can't compare offset-naive and offset-aware datetimes | TypeError: can't compare datetime.datetime to datetime.date
print(fails(date), fails(date, 1, 2, x=3), fails(datetime, 1, 1, 1, tzinfo=5), fails(timezone, timedelta(1)), sep=" | ")  # => TypeError: function missing required argument 'year' (pos 1) | TypeError: function missing required argument 'day' (pos 3) | TypeError: tzinfo argument must be None or of a tzinfo subclass, not type 'int' | ValueError: offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1).
