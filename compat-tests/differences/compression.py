# Compression by the JDK's deflater
#
# What zlib writes, any zlib reads; the bytes may differ from those of another version. A stream cannot be copied after more than 4 MiB, since the JDK's cannot be copied and the input is repeated.
import zlib

from outcome import outcome

stream = zlib.compressobj()
stream.compress(b"x" * (5 << 20))
print(type(outcome(stream.copy)).__name__, outcome(lambda: stream.copy() is not None))  # clutch: str ValueError: a stream can be copied as long as no more than 4 MiB have gone through it  # cpython: Compress True
print(zlib.decompress(zlib.compress(b"clutch" * 1000)) == b"clutch" * 1000)  # clutch: True  # cpython: True
