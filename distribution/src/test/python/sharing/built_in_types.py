# subclasses and weak references of a shared built-in type are kept for each interpreter; its attributes can't be changed
import gc
import weakref

KEPT = []


def attempt():
    shared = str.__dict__["maketrans"]
    facts = []
    for change in (lambda: setattr(int, "extra", 1), lambda: setattr(shared, "x", 1), lambda: shared.__init__(len), lambda: shared.__dict__):
        try:
            facts.append(change())
        except (TypeError, AttributeError) as e:
            facts.append(type(e).__name__)
    return facts, str.maketrans("a", "b")


def change():
    class Number(int):
        pass

    class Failure(ValueError):
        pass

    KEPT.extend([Number, Failure, weakref.ref(dict), weakref.ref(int, lambda r: None)])


SAME = [3]


def state():
    own = [t.__name__ for t in int.__subclasses__() + ValueError.__subclasses__() if t.__module__ == __name__]
    return own, weakref.getweakrefcount(dict), weakref.getweakrefcount(int), attempt()
