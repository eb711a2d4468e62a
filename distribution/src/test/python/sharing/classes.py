# classes of a program and of an extension belong to one interpreter, though their code is shared
import collections
import decimal
import functools


class Base:
    count = 0

    def method(self):
        return self.count


SHARED = [Base.method.__code__, object, type]
SEPARATE = [Base, Base.method, Base.__dict__, collections.deque, collections.OrderedDict, functools.partial, decimal.Decimal]


def change():
    Base.count += 1
    Base.method = lambda self: "other"
    Base.extra = 3


def state():
    return Base().method(), Base.count, hasattr(Base, "extra")
