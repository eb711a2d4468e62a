import _blake2

d = _blake2.blake2b(b'abc', digest_size=8).hexdigest()
assert d == 'd8bb14d833d59559'
h = _blake2.blake2s()
h.update(b'abc')
assert h.copy().digest() == h.digest()
