import _random

r = _random.Random(1)
first = r.random()
state = r.getstate()
following = r.getrandbits(40)
r.setstate(state)
assert r.getrandbits(40) == following
