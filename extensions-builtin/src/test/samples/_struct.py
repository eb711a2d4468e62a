import _struct

s = _struct.Struct('<Ihb')
assert s.unpack(s.pack(7, -2, 3)) == (7, -2, 3)
assert _struct.calcsize('>Q') == 8
try:
    _struct.pack('b', 300)
except _struct.error:
    pass
else:
    assert False
