import time

assert time.time() > 0
t = time.gmtime(0)
assert t.tm_year == 1970


def blocking():
    time.sleep(0.1)


def endless():
    time.sleep(3600)
