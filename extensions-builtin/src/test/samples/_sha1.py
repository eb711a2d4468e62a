import _sha1

h = _sha1.sha1(b'abc')
assert h.hexdigest() == 'a9993e364706816aba3e25717850c26c9cd0d89d'
