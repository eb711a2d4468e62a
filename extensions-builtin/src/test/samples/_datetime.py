import _datetime

d = _datetime.date(2024, 2, 29)
t = _datetime.timedelta(days=1, seconds=2)
assert (d + t).isoformat() == '2024-03-01'
m = _datetime.datetime(2024, 1, 1, 12, tzinfo=_datetime.timezone.utc)
assert m.isoformat() == '2024-01-01T12:00:00+00:00'
assert _datetime.time(1, 2) < _datetime.time(1, 3)
