# What an exception, a loop or a display has held is let go while the function that used it goes on.
import gc
import weakref


class Thing:
    def __iter__(self):
        return iter([1])


def fails(thing):
    raise KeyError(thing)


class Silent:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return True


def caught():
    thing = Thing()
    yield weakref.ref(thing)
    try:
        fails(thing)
    except KeyError as e:
        pass
    del thing
    yield


def broken_off():
    thing = Thing()
    dead = weakref.ref(thing)
    for _ in [0]:
        try:
            fails(thing)
        except KeyError:
            break
    del thing
    gc.collect()
    return dead() is None


def raised_again():
    thing = Thing()
    dead = weakref.ref(thing)
    try:
        fails(thing)
    except KeyError:
        try:
            try:
                raise
            finally:
                raise
        except KeyError:
            pass
    del thing
    gc.collect()
    return dead() is None


def silenced():
    thing = Thing()
    dead = weakref.ref(thing)
    with Silent():
        fails(thing)
    del thing
    gc.collect()
    return dead() is None


def unpacked():
    a, b = [Thing() for _ in range(2)]
    dead = weakref.ref(a), weakref.ref(b)
    for _ in a:
        break
    del a, b
    gc.collect()
    return [r() is None for r in dead]


g = caught()
dead = next(g)
next(g)
gc.collect()
print(dead() is None, broken_off(), raised_again(), silenced(), unpacked())  # => True True True True [True, True]
