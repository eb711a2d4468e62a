# inspect: signatures, sources, members, frames, kinds of functions, annotations and states.
import asyncio
import functools
import inspect


def plain(a, /, b: int, *args: str, c=1, d: "list[int]" = None, **kw) -> bool:
    """Doc of plain.

    Indented.
    """
    return a  # the end


class Base:
    """Base doc."""

    def method(self, x=1):
        """Method doc."""

    @classmethod
    def make(cls, n): ...

    @staticmethod
    def static(n): ...

    @property
    def prop(self): ...


class Child(Base):
    attr = 1

    def method(self, x=1):
        return super().method(x)

    def __call__(self, q, *, r): ...


def gen():
    yield 1


async def co():
    await asyncio.sleep(0)


async def agen():
    yield 1


s = inspect.signature(plain)
print(s, list(s.parameters), s.return_annotation)  # => (a, /, b: int, *args: str, c=1, d: 'list[int]' = None, **kw) -> bool ['a', 'b', 'args', 'c', 'd', 'kw'] <class 'bool'>
print([(p.name, p.kind.name, p.default is p.empty) for p in s.parameters.values()])  # => [('a', 'POSITIONAL_ONLY', True), ('b', 'POSITIONAL_OR_KEYWORD', True), ('args', 'VAR_POSITIONAL', True), ('c', 'KEYWORD_ONLY', False), ('d', 'KEYWORD_ONLY', False), ('kw', 'VAR_KEYWORD', True)]
bound = s.bind(1, 2, 3, 4, d=5, z=6)
print(bound.args, bound.kwargs, bound.arguments)  # => (1, 2, 3, 4) {'d': 5, 'z': 6} {'a': 1, 'b': 2, 'args': (3, 4), 'd': 5, 'kw': {'z': 6}}
bound.apply_defaults()
print(bound)  # => <BoundArguments (a=1, b=2, args=(3, 4), c=1, d=5, kw={'z': 6})>
for args, kw in (((), {}), ((1,), {}), ((1, 2), {"a": 3, "b": 4})):
    try:
        s.bind(*args, **kw)
        Child.attr = "bound"
    except TypeError as e:
        Child.attr = str(e)
    plain.__dict__.setdefault("errors", []).append(Child.attr)
print(plain.errors)  # => ["missing a required argument: 'a'", "missing a required argument: 'b'", "multiple values for argument 'b'"]
print(inspect.signature(Child), inspect.signature(Child()), inspect.signature(Base.make), inspect.signature(Child().method))  # => () (q, *, r) (n) (x=1)
print(inspect.signature(functools.partial(plain, 1, c=2)), inspect.signature(len), inspect.signature(sorted), inspect.signature(dict.get))  # => (b: int, *args: str, c=2, d: 'list[int]' = None, **kw) -> bool (obj, /) (iterable, /, *, key=None, reverse=False) (self, key, default=None, /)
print(inspect.signature(lambda x, *, y=(): 0), inspect.signature(plain, eval_str=True).parameters["d"])  # => (x, *, y=()) d: list[int] = None


@functools.wraps(plain)
def wrapper(*args, **kw):
    return plain(*args, **kw)


print(inspect.signature(wrapper) == s, inspect.signature(wrapper, follow_wrapped=False), inspect.unwrap(wrapper) is plain)  # => True (*args: str, **kw) -> bool True
print(s.replace(return_annotation=int, parameters=[inspect.Parameter("z", inspect.Parameter.KEYWORD_ONLY, default=3)]))  # => (*, z=3) -> int
print(inspect.getsource(plain).splitlines()[0], len(inspect.getsource(Child).splitlines()), repr(inspect.getsource(Base.make)))  # => def plain(a, /, b: int, *args: str, c=1, d: "list[int]" = None, **kw) -> bool: 7 '    @classmethod\n    def make(cls, n): ...\n'
print(inspect.getsourcelines(gen), inspect.getsourcefile(Child) == __file__, inspect.getmodule(Child).__name__)  # => (['def gen():\n', '    yield 1\n'], 40) True __main__
print(repr(inspect.getdoc(plain)), inspect.getdoc(Child.method), inspect.getcomments(co), repr(inspect.cleandoc(" a\n   b\n     c")))  # => 'Doc of plain.\n\nIndented.' Method doc. None 'a\nb\n  c'
print(inspect.getsource(inspect.cleandoc).splitlines()[0])  # => def cleandoc(doc):
try:
    inspect.getsource(len)
except TypeError as e:
    print(e)  # => module, class, method, function, traceback, frame, or code object was expected, got builtin_function_or_method
print([n for n, _ in inspect.getmembers(Child, inspect.isfunction)], [n for n, _ in inspect.getmembers(Child(), inspect.ismethod)])  # => ['__call__', 'method', 'static'] ['__call__', 'make', 'method']
print([(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(Child) if not a.name.startswith("_")])  # => [('attr', 'data', 'Child'), ('make', 'class method', 'Base'), ('method', 'method', 'Child'), ('prop', 'property', 'Base'), ('static', 'static method', 'Base')]
print([c.__name__ for c in inspect.getmro(Child)], inspect.getclasstree([Base, Child])[-1][-1][0])  # => ['Child', 'Base', 'object'] (<class '__main__.Child'>, (<class '__main__.Base'>,))
print(inspect.isgeneratorfunction(gen), inspect.iscoroutinefunction(co), inspect.isasyncgenfunction(agen), inspect.isbuiltin(len))  # => True True True True
print(inspect.isclass(Base), inspect.isdatadescriptor(Base.prop), inspect.ismethoddescriptor(str.upper), inspect.isroutine(gen), inspect.isabstract(Base))  # => True True True True False
print(type(inspect.getattr_static(Child, "make")).__name__, inspect.getattr_static(Child(), "none", "default"))  # => classmethod default
g = gen()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g), g.close(), inspect.getgeneratorstate(g))  # => GEN_CREATED 1 GEN_SUSPENDED {} None GEN_CLOSED
c = co()
print(inspect.getcoroutinestate(c), c.close(), inspect.getcoroutinestate(c), inspect.isawaitable(c))  # => CORO_CREATED None CORO_CLOSED True


def outer(v):
    free = v

    def inner():
        return free, undefined, len  # noqa

    return inner


print(inspect.getclosurevars(outer(3)))  # => ClosureVars(nonlocals={'free': 3}, globals={}, builtins={'len': <built-in function len>}, unbound={'undefined'})
spec = inspect.getfullargspec(plain)
print(spec.args, spec.varargs, spec.varkw, spec.kwonlyargs, spec.kwonlydefaults, spec.annotations)  # => ['a', 'b'] args kw ['c', 'd'] {'c': 1, 'd': None} {'return': <class 'bool'>, 'b': <class 'int'>, 'args': <class 'str'>, 'd': 'list[int]'}
print(inspect.getcallargs(Base.make.__func__, Base, 3), inspect.get_annotations(plain, eval_str=True))  # => {'cls': <class '__main__.Base'>, 'n': 3} {'b': <class 'int'>, 'args': <class 'str'>, 'd': list[int], 'return': <class 'bool'>}


def here(depth):
    frame = inspect.currentframe()
    info = inspect.getframeinfo(frame)
    stack = inspect.stack()
    return info.function, info.code_context, inspect.getargvalues(frame).locals["depth"], [f.function for f in stack][:2], stack[1].lineno


print(here(1))  # => ('here', ['    info = inspect.getframeinfo(frame)\n'], 1, ['here', '<module>'], 121)
try:
    here()
except TypeError:
    print([(f.function, f.code_context[0].strip()) for f in inspect.trace()])  # => [('<module>', 'here()')]
print(inspect.formatannotation(list[int]), inspect.getmodulename("/a/b.py"), inspect.getfile(Child) == __file__)  # => list[int] b True
