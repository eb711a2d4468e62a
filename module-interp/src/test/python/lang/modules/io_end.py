# What nobody closed is written when it is found; the standard streams are text over a buffer over a file.
import gc
import io
import os
import sys
import tempfile
import warnings

path = os.path.join(tempfile.gettempdir(), 'clutch-io-end-%d' % os.getpid())


def leave():
    open(path, 'w', encoding='utf-8').write('left open')


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    leave()
    for _ in range(3):
        gc.collect()
with open(path) as f:
    print(f.read(), {w.category.__name__ for w in seen}, 'unclosed file <_io.TextIOWrapper' in str(seen[0].message))  # => left open {'ResourceWarning'} True
os.remove(path)

sys.stdin = io.StringIO('first\nsecond')
print(input(), input())  # => first second
try:
    input()
except EOFError as e:
    print(e)  # => EOF when reading a line
