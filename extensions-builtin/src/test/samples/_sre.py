import re, _sre

assert re.findall(r'(\w)(\d+)', 'a1 b22') == [('a', '1'), ('b', '22')]
assert re.sub('(?i)x', 'y', 'aXx') == 'ayy'
assert _sre.ascii_tolower(65) == 97


def endless():
    re.match('(a*)*b', 'a' * 64)
