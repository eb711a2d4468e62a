"""Sites that have learnt what a class and its instances have: whatever is patched, shadowed or exchanged is seen at once."""


def learn(site, o):
    for _ in range(400):
        result = site(o)
    return result


class Base:
    data = "base"

    def method(self):
        return "base"

    @classmethod
    def of_class(cls):
        return cls.__name__

    @staticmethod
    def static():
        return "static"

    @property
    def computed(self):
        return "computed"


class Thing(Base):
    pass


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1

    def method(self):
        return "slotted"


def call(o):
    return o.method()


def call_class(o):
    return o.of_class()


def call_static(o):
    return o.static()


def read(o):
    return o.data


def read_property(o):
    return o.computed


def on_class(o):
    return Thing.of_class(), Thing.static(), Thing.method(o), Base.of_class(), Thing.data if type(Thing.data) is str else type(Thing.data).__name__


def of_class_unbound(o):
    f = Thing.method
    return f(o)


def bound(o):
    m = o.method
    return m()


SITES = call, call_class, call_static, read, read_property, on_class, of_class_unbound, bound


def show(o):
    print([site(o) for site in SITES])


def step(change):
    """All sites know the thing; then it is changed, and they are asked once."""
    o = Thing()
    for site in SITES:
        learn(site, o)
    change(o)
    show(o)
    show(Thing())


def shadow(o):
    o.method = lambda: "instance"
    o.of_class = lambda: "instance"
    o.static = lambda: "instance"
    o.data = "instance"


def shadow_by_dict(o):
    o.__dict__.update(method=lambda: "dict", data="dict", computed="dict")


step(lambda o: None)
# => ['base', 'Thing', 'static', 'base', 'computed', ('Thing', 'static', 'base', 'Base', 'base'), 'base', 'base']
# => ['base', 'Thing', 'static', 'base', 'computed', ('Thing', 'static', 'base', 'Base', 'base'), 'base', 'base']
step(shadow)
# => ['instance', 'instance', 'instance', 'instance', 'computed', ('Thing', 'static', 'base', 'Base', 'base'), 'base', 'instance']
# => ['base', 'Thing', 'static', 'base', 'computed', ('Thing', 'static', 'base', 'Base', 'base'), 'base', 'base']
step(shadow_by_dict)
# => ['dict', 'Thing', 'static', 'dict', 'computed', ('Thing', 'static', 'base', 'Base', 'base'), 'base', 'dict']
# => ['base', 'Thing', 'static', 'base', 'computed', ('Thing', 'static', 'base', 'Base', 'base'), 'base', 'base']
step(lambda o: setattr(Thing, "method", lambda self: "patched"))
# => ['patched', 'Thing', 'static', 'base', 'computed', ('Thing', 'static', 'patched', 'Base', 'base'), 'patched', 'patched']
# => ['patched', 'Thing', 'static', 'base', 'computed', ('Thing', 'static', 'patched', 'Base', 'base'), 'patched', 'patched']
step(lambda o: setattr(Base, "of_class", classmethod(lambda cls: "patched " + cls.__name__)))
# => ['patched', 'patched Thing', 'static', 'base', 'computed', ('patched Thing', 'static', 'patched', 'patched Base', 'base'), 'patched', 'patched']
# => ['patched', 'patched Thing', 'static', 'base', 'computed', ('patched Thing', 'static', 'patched', 'patched Base', 'base'), 'patched', 'patched']
step(lambda o: setattr(Base, "static", staticmethod(lambda: "patched")))
# => ['patched', 'patched Thing', 'patched', 'base', 'computed', ('patched Thing', 'patched', 'patched', 'patched Base', 'base'), 'patched', 'patched']
# => ['patched', 'patched Thing', 'patched', 'base', 'computed', ('patched Thing', 'patched', 'patched', 'patched Base', 'base'), 'patched', 'patched']
step(lambda o: setattr(Thing, "static", lambda self=None: "plain function"))
# => ['patched', 'patched Thing', 'plain function', 'base', 'computed', ('patched Thing', 'plain function', 'patched', 'patched Base', 'base'), 'patched', 'patched']
# => ['patched', 'patched Thing', 'plain function', 'base', 'computed', ('patched Thing', 'plain function', 'patched', 'patched Base', 'base'), 'patched', 'patched']
step(lambda o: setattr(Base, "data", property(lambda self: "now a property")))
# => ['patched', 'patched Thing', 'plain function', 'now a property', 'computed', ('patched Thing', 'plain function', 'patched', 'patched Base', 'property'), 'patched', 'patched']
# => ['patched', 'patched Thing', 'plain function', 'now a property', 'computed', ('patched Thing', 'plain function', 'patched', 'patched Base', 'property'), 'patched', 'patched']
step(lambda o: setattr(Thing, "data", "other data"))
# => ['patched', 'patched Thing', 'plain function', 'other data', 'computed', ('patched Thing', 'plain function', 'patched', 'patched Base', 'other data'), 'patched', 'patched']
# => ['patched', 'patched Thing', 'plain function', 'other data', 'computed', ('patched Thing', 'plain function', 'patched', 'patched Base', 'other data'), 'patched', 'patched']
step(lambda o: setattr(Thing, "data", len))
# => ['patched', 'patched Thing', 'plain function', <built-in function len>, 'computed', ('patched Thing', 'plain function', 'patched', 'patched Base', 'builtin_function_or_method'), 'patched', 'patched']
# => ['patched', 'patched Thing', 'plain function', <built-in function len>, 'computed', ('patched Thing', 'plain function', 'patched', 'patched Base', 'builtin_function_or_method'), 'patched', 'patched']
step(lambda o: setattr(Thing, "data", "data again"))
# => ['patched', 'patched Thing', 'plain function', 'data again', 'computed', ('patched Thing', 'plain function', 'patched', 'patched Base', 'data again'), 'patched', 'patched']
# => ['patched', 'patched Thing', 'plain function', 'data again', 'computed', ('patched Thing', 'plain function', 'patched', 'patched Base', 'data again'), 'patched', 'patched']
step(lambda o: setattr(Base, "computed", "now data"))
# => ['patched', 'patched Thing', 'plain function', 'data again', 'now data', ('patched Thing', 'plain function', 'patched', 'patched Base', 'data again'), 'patched', 'patched']
# => ['patched', 'patched Thing', 'plain function', 'data again', 'now data', ('patched Thing', 'plain function', 'patched', 'patched Base', 'data again'), 'patched', 'patched']
step(lambda o: (delattr(Thing, "method"), delattr(Thing, "static")))
# => ['base', 'patched Thing', 'patched', 'data again', 'now data', ('patched Thing', 'patched', 'base', 'patched Base', 'data again'), 'base', 'base']
# => ['base', 'patched Thing', 'patched', 'data again', 'now data', ('patched Thing', 'patched', 'base', 'patched Base', 'data again'), 'base', 'base']

# class and static methods that are initialised again
other = Base.__dict__["of_class"]
other.__init__(lambda cls: "again " + cls.__name__)
Base.__dict__["static"].__init__(lambda: "again")
show(Thing())  # => ['base', 'again Thing', 'again', 'data again', 'now data', ('again Thing', 'again', 'base', 'again Base', 'data again'), 'base', 'base']
other.__init__(str)
print(call_class(Thing()), learn(call_class, Thing()))  # => <class '__main__.Thing'> <class '__main__.Thing'>
other.__init__(lambda cls: cls.__name__)


# __getattr__ and __getattribute__ that come later, and go
def missing(self, name):
    return lambda *a: "missing " + name


class Late:
    def method(self):
        return "late"


late = Late()
late.data = "instance"
print(learn(call, late), learn(read, late))  # => late instance
Late.__getattr__ = missing
del Late.method
print(call(late), read(late), call_static(late))  # => missing method instance missing static
Late.__getattribute__ = missing
print(call(late)[:], type(read(late)).__name__, learn(call, late))  # => missing method function missing method
del Late.__getattribute__, Late.__getattr__
for site in call, call_static:
    try:
        site(late)
    except AttributeError as e:
        print(e)
# => 'Late' object has no attribute 'method'
# => 'Late' object has no attribute 'static'
print(read(late))  # => instance


# another class, and other bases
class One:
    def __init__(self):
        self.data = 1

    def method(self):
        return "one"


class Two:
    data = "class"

    def method(self):
        return "two"


class Data:
    data = property(lambda self: "data descriptor")

    def method(self):
        return "three"


o = One()
print(learn(call, o), learn(read, o))  # => one 1
for cls in Two, Data, One:
    o.__class__ = cls
    print(call(o), read(o), learn(call, o), learn(read, o))
# => two 1 two 1
# => three data descriptor three data descriptor
# => one 1 one 1


class Left:
    def method(self):
        return "left"


class Right:
    def method(self):
        return "right"


class Child(Left):
    data = 0


child = Child()
print(learn(call, child))  # => left
Child.__bases__ = (Right,)
print(call(child), learn(call, child))  # => right right
Child.__bases__ = (Left, Right)
del Left.method
print(call(child))  # => right


# metaclasses: what they have counts for the class, and may come later
class Meta(type):
    pass


class Made(metaclass=Meta):
    data = "class"

    @classmethod
    def of_class(cls):
        return "class method"

    @staticmethod
    def static():
        return "static method"

    def method(self=None):
        return "function"


MADE = call, call_class, call_static, read
print([learn(site, Made) for site in MADE])  # => ['function', 'class method', 'static method', 'class']
Meta.data = property(lambda cls: "of the metaclass")
Meta.of_class = lambda cls: "of the metaclass, hidden"
print([site(Made) for site in MADE])  # => ['function', 'class method', 'static method', 'of the metaclass']


class Descriptor:
    def __get__(self, o, cls):
        return lambda: "data descriptor of the metaclass"

    def __set__(self, o, value):
        pass


Meta.of_class = Meta.static = Descriptor()
print([site(Made) for site in MADE])  # => ['function', 'data descriptor of the metaclass', 'data descriptor of the metaclass', 'of the metaclass']
del Meta.data, Meta.of_class, Meta.static
print([learn(site, Made) for site in MADE])  # => ['function', 'class method', 'static method', 'class']
Meta.__getattribute__ = lambda cls, name: lambda: "asked the metaclass"
print([site(Made) for site in (call, call_class, call_static)])  # => ['asked the metaclass', 'asked the metaclass', 'asked the metaclass']
del Meta.__getattribute__
Made.method = lambda: "patched"
print([site(Made) for site in MADE])  # => ['patched', 'class method', 'static method', 'class']


# one site, two classes whose instances have nothing but slots
class Shifted:
    __slots__ = ("A", "a", "b")

    def method(self):
        return "shifted"


r = Shifted()
r.A, r.a, r.b = "A", "a", "b"


def first(o):
    return o.a, o.method()


print(learn(first, Slotted()), first(r), learn(first, r), first(Slotted()))  # => (1, 'slotted') ('a', 'shifted') ('a', 'shifted') (1, 'slotted')


# slots: unset, deleted, the descriptor replaced
def read_a(o):
    return o.a


def write_a(o):
    o.a = 5
    return o.a


s = Slotted()
print(learn(read_a, s), learn(write_a, s), learn(call, s))  # => 1 5 slotted
del s.a
try:
    read_a(s)
except AttributeError as e:
    print(e)
# => 'Slotted' object has no attribute 'a'
print(write_a(s))  # => 5
Slotted.a = property(lambda self: "property", lambda self, value: None)
print(read_a(s), write_a(s))  # => property property
Slotted.a = "plain"
print(read_a(s))  # => plain
try:
    write_a(s)
except AttributeError as e:
    print(e)
# => 'Slotted' object attribute 'a' is read-only


# writing: a new attribute, a property that comes, __setattr__ that comes and goes
class W:
    pass


def write(o):
    o.value = 1
    return o.__dict__


print(learn(lambda _: write(W()), None))  # => {'value': 1}
W.value = property(lambda self: None, lambda self, v: self.__dict__.update(seen=v))
print(write(W()))  # => {'seen': 1}
del W.value
W.__setattr__ = lambda self, name, v: object.__setattr__(self, name, [v])
print(write(W()), learn(lambda _: write(W()), None))  # => {'value': [1]} {'value': [1]}
del W.__setattr__
print(write(W()))  # => {'value': 1}


# one site, many kinds of receivers: instances and classes that share everything but the binding
class P:
    @classmethod
    def of_class(cls):
        return cls.__name__


class Q(P):
    __slots__ = ()


class R(P):
    pass


print([[call_class(x) for x in (P, P(), Q, Q(), R, R(), P, Q())] for _ in range(3)][-1])  # => ['P', 'P', 'Q', 'Q', 'R', 'R', 'P', 'Q']


# what sites know of classes is forgotten when a program asks for a collection
import gc
import weakref


def make():
    class Temporary(Base):
        @classmethod
        def of_class(cls):
            return 1

        @staticmethod
        def static():
            return 2

    return Temporary


def use(cls):
    return cls.of_class(), cls.static(), cls().of_class(), cls().static(), cls.data


def let_go():
    cls = make()
    learn(use, cls)
    return weakref.ref(cls)


reference = let_go()
for _ in range(5):
    gc.collect()
print(reference() is None)  # => True


# What was found through a class is found anew when it, or a base, changes.
class Top:
    f = 1


class Middle(Top):
    f = 2

    def g(self):
        return 'middle'


class Leaf(Middle):
    pass


def found():
    return Leaf.f, hasattr(Leaf, 'h'), Leaf().g(), getattr(Leaf(), '__len__', None) is not None


print(found(), found())  # => (2, False, 'middle', False) (2, False, 'middle', False)
del Middle.f
Top.h = 3
Top.g = lambda self: 'top'
Top.__len__ = lambda self: 7
print(found(), len(Leaf()))  # => (1, True, 'middle', True) 7
del Middle.g, Top.h
Middle.__len__ = lambda self: 8
print(found(), len(Leaf()))  # => (1, False, 'top', True) 8
del Middle.__len__, Top.__len__
print(found())  # => (1, False, 'top', False)


# One site makes many functions and classes: each has its own variables and defaults.
def maker(n):
    class Made:
        size = n

        def get(self, more=n):
            return self.size + more + n

    return Made


print([maker(i)().get() for i in range(5)], maker(1)().get(5))  # => [0, 3, 6, 9, 12] 7
print([(lambda x, i=i: x.real + i)(k) for i in range(3) for k in (1, 2.5)])  # => [1, 2.5, 2, 3.5, 3, 4.5]
