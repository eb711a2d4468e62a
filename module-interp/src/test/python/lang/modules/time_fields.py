import time

print(time.gmtime(86400 * 365.25))  # => time.struct_time(tm_year=1971, tm_mon=1, tm_mday=1, tm_hour=6, tm_min=0, tm_sec=0, tm_wday=4, tm_yday=1, tm_isdst=0)
print(time.gmtime(-1).tm_yday, time.gmtime(0).tm_zone)  # => 365 GMT
print(time.asctime((2024, 2, 29, 1, 2, 3, 3, 60, 0)))  # => Thu Feb 29 01:02:03 2024
print(time.strftime("%Y-%m-%dT%H:%M:%S %j %a %B %% %-d|%_5d|%^a", (2024, 2, 9, 1, 2, 3, 4, 40, 0)))  # => 2024-02-09T01:02:03 040 Fri February % 9|    9|FRI
print(time.strftime("%G-W%V-%u %U %W", (2021, 1, 3, 0, 0, 0, 6, 3, 0)))  # => 2020-W53-7 01 00
print(time.struct_time(range(11)).tm_gmtoff, time.struct_time(range(9)))  # => 10 time.struct_time(tm_year=0, tm_mon=1, tm_mday=2, tm_hour=3, tm_min=4, tm_sec=5, tm_wday=6, tm_yday=7, tm_isdst=8)
before = time.monotonic()
time.sleep(0.02)
print(time.monotonic() - before >= 0.02)  # => True
for call in (lambda: time.sleep(-1), lambda: time.gmtime(1e30), lambda: time.asctime((1, 13) + (1,) * 7)):
    try:
        call()
    except (ValueError, OverflowError) as e:
        error = e
print(type(error).__name__, error)  # => ValueError month out of range
