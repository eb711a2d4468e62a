import binascii

assert binascii.hexlify(b'\1\xff') == b'01ff'
assert binascii.a2b_base64(binascii.b2a_base64(b'text')) == b'text'
assert binascii.crc32(b'abc') == 891568578
try:
    binascii.unhexlify('0')
except binascii.Error:
    pass
else:
    assert False
