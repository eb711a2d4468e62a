# A stream that was closed has no finalizer waiting for it, unless a class says what closing is, or it is opened again.
import gc
import io
import os
import tempfile
import warnings

folder = tempfile.mkdtemp()
path = os.path.join(folder, "file")


def unclosed(make):
    """The warnings about what make() opens and drops."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        make()
        gc.collect()
    return [type(w.source).__name__ for w in caught if w.category is ResourceWarning]


def once(make):
    stream = make()
    stream.close()
    stream.close()
    return stream


def again(make, *args):
    """Closed, then initialised once more; args are made by calling them."""
    stream = once(make)
    stream.__init__(*[a() if callable(a) else a for a in args])
    return stream


print(unclosed(lambda: open(path, "w")))  # => ['TextIOWrapper']
print(unclosed(lambda: open(path, "r+b")), unclosed(lambda: open(path, "rb", 0)))  # => ['BufferedRandom'] ['FileIO']
modes = ("w", -1), ("w+b", -1), ("rb", -1), ("r", 1), ("rb", 0)
print(*[unclosed(lambda: once(lambda: open(path, *mode))) for mode in modes])  # => [] [] [] [] []

# opened again
print(unclosed(lambda: again(lambda: io.FileIO(path), path)))  # => ['FileIO']
print(unclosed(lambda: again(lambda: open(path, "rb"), lambda: io.FileIO(path))))  # => ['BufferedReader']
print(unclosed(lambda: again(lambda: open(path), lambda: open(path, "rb"))))  # => ['TextIOWrapper']
print(unclosed(lambda: again(lambda: open(path, "wb"), lambda: io.FileIO(path, "w")).write(b"kept")))  # => ['BufferedWriter']
print(unclosed(lambda: again(lambda: open(path, "ab"), lambda: io.FileIO(path, "a")).write(b" too")))  # => ['BufferedWriter']
with open(path) as kept:
    print(kept.read())  # => kept too


# closing means more than the file
class Noted(io.FileIO):
    closed = False

    def close(self):
        print("close", super().closed)
        super().close()


def dropped(stream):
    stream.close()


dropped(Noted(path))  # => close False
gc.collect()  # => close True
dropped(io.BufferedReader(Noted(path)))  # => close False
gc.collect()  # => close True
# => close True
