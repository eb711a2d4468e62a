import _md5

h = _md5.md5(b'abc')
assert h.hexdigest() == '900150983cd24fb0d6963f7d28e17f72'
assert h.copy().digest() == h.digest()
