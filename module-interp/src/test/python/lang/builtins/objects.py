"""object, type, property, super, staticmethod and classmethod."""


def show(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


# covers: object type type.mro
class A:
    x = 1
class B(A): pass
show(lambda: (type(object()), object() == object(), bool(object())))  # => (<class 'object'>, False, True)
show(lambda: object(1))  # => TypeError: object() takes no arguments
show(lambda: object.__new__(1))  # => TypeError: object.__new__(X): X is not a type object (int)
show(lambda: object.__new__())  # => TypeError: object.__new__(): not enough arguments
show(lambda: object().x)  # => AttributeError: 'object' object has no attribute 'x'
show(lambda: setattr(object(), 'x', 1))  # => AttributeError: 'object' object has no attribute 'x'
show(lambda: (hash(object) == hash(object), object.__doc__ is None))  # => (True, False)
show(lambda: (type(1), type('a'), type(type), type(A()) is A))  # => (<class 'int'>, <class 'str'>, <class 'type'>, True)
show(lambda: (type('X', (A,), {'y': 2}).__mro__[1:] == (A, object), type('X', (), {}).__name__))  # => (True, 'X')
show(lambda: type('X')  is str)  # => True
show(lambda: type(1, (), {}))  # => TypeError: type.__new__() argument 1 must be str, not int
show(lambda: type('X', [], {}))  # => TypeError: type.__new__() argument 2 must be tuple, not list
show(lambda: type('X', (), []))  # => TypeError: type.__new__() argument 3 must be dict, not list
show(lambda: type('X', (1,), {}))  # => TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
show(lambda: type('X', (A, A), {}))  # => TypeError: duplicate base class A
show(lambda: type('a\0b', (), {}))  # => ValueError: type name must not contain null characters
show(lambda: (B.mro() == [B, A, object], type.mro(int), object.mro(), bool.mro()))  # => (True, [<class 'int'>, <class 'object'>], [<class 'object'>], [<class 'bool'>, <class 'int'>, <class 'object'>])
show(lambda: type.mro())  # => TypeError: unbound method type.mro() needs an argument
show(lambda: type.mro(1))  # => TypeError: descriptor 'mro' for 'type' objects doesn't apply to a 'int' object
show(lambda: (A.x, B.x, A.__dict__['x'], A.__bases__, A.__qualname__))  # => (1, 1, 1, (<class 'object'>,), 'A')
show(lambda: A.y)  # => AttributeError: type object 'A' has no attribute 'y'
show(lambda: A(1))  # => TypeError: A() takes no arguments
show(lambda: setattr(int, 'x', 1))  # => TypeError: cannot set 'x' attribute of immutable type 'int'
show(lambda: delattr(A, 'zz'))  # => AttributeError: type object 'A' has no attribute 'zz'

# covers: property property.fget property.fset property.fdel property.getter property.setter property.deleter
class P:
    @property
    def r(self):
        """the doc"""
        return 'r'
    @r.setter
    def r(self, v): self.v = v
    ro = property(lambda self: 1)
    wo = property(None, lambda self, v: None)
    no = property()
    d = property(doc='own', fdel=lambda self: setattr(self, 'gone', True))
show(lambda: (P().r, P.r.__doc__, P.d.__doc__, P().ro))  # => ('r', 'the doc', 'own', 1)
show(lambda: P().wo)  # => AttributeError: property 'wo' of 'P' object has no getter
show(lambda: P().no)  # => AttributeError: property 'no' of 'P' object has no getter
show(lambda: setattr(P(), 'ro', 1))  # => AttributeError: property 'ro' of 'P' object has no setter
show(lambda: delattr(P(), 'ro'))  # => AttributeError: property 'ro' of 'P' object has no deleter
show(lambda: (p := P(), setattr(p, 'r', 5), p.v)[1:])  # => (None, 5)
show(lambda: (p := P(), delattr(p, 'd'), p.gone)[1:])  # => (None, True)
show(lambda: property(1, 2, 3, 4, 5))  # => TypeError: property() takes at most 4 arguments (5 given)
show(lambda: property(x=1))  # => TypeError: 'x' is an invalid keyword argument for property()
show(lambda: (P.r.fget(None), P.no.fget, property(len).fget))  # => ('r', None, <built-in function len>)
show(lambda: (P.ro.fset, P.no.fset, property(None, len).fset))  # => (None, None, <built-in function len>)
show(lambda: (P.ro.fdel, P.no.fdel, property(None, None, len).fdel))  # => (None, None, <built-in function len>)
show(lambda: setattr(P.r, 'fget', 1))  # => AttributeError: readonly attribute
show(lambda: (P.r.getter(len).fget, P.no.getter(len).fget, property(doc='a').getter(P.r.fget).__doc__))  # => (<built-in function len>, <built-in function len>, 'a')
show(lambda: P.r.getter())  # => TypeError: property.getter() takes exactly one argument (0 given)
show(lambda: (P.r.setter(len).fset, P.no.setter(None).fset, type(P.r.setter(1))))  # => (<built-in function len>, None, <class 'property'>)
show(lambda: P.r.setter())  # => TypeError: property.setter() takes exactly one argument (0 given)
show(lambda: (P.r.deleter(len).fdel, P.no.deleter(None).fdel, type(P.r.deleter(1))))  # => (<built-in function len>, None, <class 'property'>)
show(lambda: P.r.deleter(1, 2))  # => TypeError: property.deleter() takes exactly one argument (2 given)
show(lambda: property().__get__(1))  # => AttributeError: property of 'int' object has no getter
show(lambda: property().__set__(1, 2))  # => AttributeError: property of 'int' object has no setter

# covers: super
class S(A):
    def f(self): return super().x
    @classmethod
    def c(cls): return super().x
    def out(): return super()
show(lambda: (S().f(), S.c(), super(S, S()).x, super(S, S).x))  # => (1, 1, 1, 1)
show(lambda: super(S, S()).zz)  # => AttributeError: 'super' object has no attribute 'zz'
show(lambda: super())  # => RuntimeError: super(): no arguments
show(lambda: super(1))  # => TypeError: super() argument 1 must be a type, not int
show(lambda: super(S, 1))  # => TypeError: super(type, obj): obj must be an instance or subtype of type
show(lambda: super(S, A()))  # => TypeError: super(type, obj): obj must be an instance or subtype of type
show(lambda: super(1, 2, 3))  # => TypeError: super() expected at most 2 arguments, got 3
show(lambda: S.out())  # => RuntimeError: super(): no arguments
show(lambda: (super(S).__thisclass__ is S, super(S).__self__, super(S, S()).__self_class__ is S))  # => (True, None, True)

# covers: staticmethod classmethod
class M:
    s = staticmethod(lambda *a: a)
    c = classmethod(lambda *a: len(a))
    @staticmethod
    def n(x): "doc n"; return x
show(lambda: (M.s(1), M().s(1), M.c(1), M().c(), M.n(3), M.__dict__['n'](4), M.__dict__['n'].__doc__))  # => ((1,), (1,), 2, 1, 3, 4, 'doc n')
show(lambda: staticmethod())  # => TypeError: staticmethod expected 1 argument, got 0
show(lambda: classmethod())  # => TypeError: classmethod expected 1 argument, got 0
show(lambda: staticmethod(1, 2))  # => TypeError: staticmethod expected 1 argument, got 2
show(lambda: classmethod(1, 2))  # => TypeError: classmethod expected 1 argument, got 2
show(lambda: staticmethod(f=len))  # => TypeError: staticmethod() takes no keyword arguments
show(lambda: staticmethod(1)())  # => TypeError: 'int' object is not callable
show(lambda: classmethod(len)())  # => TypeError: 'classmethod' object is not callable
show(lambda: (staticmethod(len).__wrapped__, classmethod(len).__func__, classmethod(len).__isabstractmethod__))  # => (<built-in function len>, <built-in function len>, False)
show(lambda: (staticmethod(len).__get__(1), staticmethod(len), classmethod(len)))  # => (<built-in function len>, <staticmethod(<built-in function len>)>, <classmethod(<built-in function len>)>)
show(lambda: classmethod(len).__get__([1, 2], list))  # => <bound method len of <class 'list'>>
show(lambda: type())  # => TypeError: type() takes 1 or 3 arguments
show(lambda: type('X', ()))  # => TypeError: type() takes 1 or 3 arguments
show(lambda: type('X', (), {}, 1))  # => TypeError: type() takes 1 or 3 arguments
show(lambda: type('X', (int, str), {}))  # => TypeError: multiple bases have instance lay-out conflict
