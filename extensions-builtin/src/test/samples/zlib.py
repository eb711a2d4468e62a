import zlib

data = b'spam' * 100
assert zlib.decompress(zlib.compress(data)) == data
c = zlib.compressobj()
packed = c.compress(data) + c.flush()
assert zlib.decompressobj().decompress(packed) == data
assert zlib.crc32(b'abc') == 891568578
del c
