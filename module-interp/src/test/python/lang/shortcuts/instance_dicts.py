"""Sites that have learnt about instances whose ``__dict__`` somebody has asked for: what is put into the dict, taken out of it, or changed in the class is seen at once."""


def learn(site, o):
    for _ in range(400):
        result = site(o)
    return result


class Point:
    kind = "point"

    def __init__(self, x):
        self.x = x

    def shown(self):
        return "<%s>" % self.x

    @property
    def double(self):
        return self.x * 2


def made(x):
    p = Point(x)
    p.__dict__["extra"] = x
    return p


def reads(p):
    return p.x, p.extra, p.kind, p.double, p.shown()


def calls(p):
    return p.shown()


def writes(p):
    p.x = 7
    p.new = p.x
    return p.__dict__


p = made(1)
print(learn(reads, p), learn(calls, p))  # => (1, 1, 'point', 2, '<1>') <1>
p.__dict__["kind"] = "mine"
p.__dict__["shown"] = lambda: "own"
p.__dict__["double"] = "hidden by the property"
print(reads(p), calls(p), reads(made(2)), calls(made(2)))  # => (1, 1, 'mine', 2, 'own') own (2, 2, 'point', 4, '<2>') <2>
del p.kind, p.shown
print(reads(p), calls(p))  # => (1, 1, 'point', 2, '<1>') <1>
print(learn(writes, made(3)), learn(writes, Point(4)))  # => {'x': 7, 'extra': 3, 'new': 7} {'x': 7, 'new': 7}

Point.shown = lambda self: "patched"
Point.kind = property(lambda self: "computed")
print(reads(p), calls(p))  # => (1, 1, 'computed', 2, 'patched') patched
try:
    p.kind = 1
except AttributeError as e:
    print(e)  # => property of 'Point' object has no setter


def sets_kind(p):
    p.kind = 5
    return p.__dict__.get("kind")


del Point.kind
print(learn(sets_kind, p))  # => 5
Point.kind = property(lambda self: "again", lambda self, v: None)
p.__dict__.pop("kind")
print(sets_kind(p), p.kind)  # => None again
del p.x
try:
    reads(p)
except AttributeError as e:
    print(e)  # => 'Point' object has no attribute 'x'
p.__dict__ = {"x": 9, "extra": 8}
print(reads(p), calls(p))  # => (9, 8, 'again', 18, 'patched') patched


class Other:
    pass


def which(o):
    return o.__class__, o.shown


p.__dict__["shown"] = "text"
print(learn(which, p)[0].__name__, learn(which, p)[1])  # => Point text
p.__class__ = Other
print(which(p)[0].__name__, which(p)[1])  # => Other text
print(which(Point)[0], which(Point)[1](0))  # => <class 'type'> patched


class Hooked:
    __slots__ = ("slot", "__dict__")
    kind = "hooked"

    def __getattr__(self, name):
        if name == "missing":
            raise AttributeError("no " + name)
        return "hook:" + name

    def own(self):
        return self.x

    @property
    def raises(self):
        raise AttributeError("inside")


def hooked(h):
    return h.x, h.kind, h.own(), h.slot, h.y, h.raises


h = Hooked()
print(learn(hooked, h))  # => ('hook:x', 'hooked', 'hook:x', 'hook:slot', 'hook:y', 'hook:raises')
h.x = 1
h.slot = "s"
print(learn(hooked, h))  # => (1, 'hooked', 1, 's', 'hook:y', 'hook:raises')
h.__dict__["y"] = "in dict"
print(learn(hooked, h))  # => (1, 'hooked', 1, 's', 'in dict', 'hook:raises')
del h.slot, h.x
h.__dict__["raises"] = "not seen"
print(hooked(h), learn(hooked, h))  # => ('hook:x', 'hooked', 'hook:x', 'hook:slot', 'in dict', 'hook:raises') ('hook:x', 'hooked', 'hook:x', 'hook:slot', 'in dict', 'hook:raises')
del h.y
h.__dict__["own"] = lambda: "own"
print(hooked(h))  # => ('hook:x', 'hooked', 'own', 'hook:slot', 'hook:y', 'hook:raises')
Hooked.__getattribute__ = lambda self, name: "all:" + name if name != "own" else lambda: "all"
print(hooked(h))  # => ('all:x', 'all:kind', 'all', 'all:slot', 'all:y', 'all:raises')
del Hooked.__getattribute__
print(hooked(h))  # => ('hook:x', 'hooked', 'own', 'hook:slot', 'hook:y', 'hook:raises')
del Hooked.__getattr__
try:
    hooked(h)
except AttributeError as e:
    print(e)  # => 'Hooked' object has no attribute 'x'
