# typing: generics, protocols, hints of functions and classes, literals, unions, named tuples, typed dictionaries, overloads.
import collections.abc
import pickle
import typing
from typing import *

T = TypeVar("T")
K = TypeVar("K", bound=int)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


class Stack(Generic[T]):
    items: list[T]
    size: ClassVar[int] = 0

    def push(self, item: T) -> "Stack[T]":
        return self


class New[A, *B, **C]:
    def get(self, a: A) -> Callable[C, tuple[*B]]: ...


type Alias[X] = list[X] | dict[str, X]


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class Movie(TypedDict, total=False):
    title: Required[str]
    year: NotRequired[int]


class Employee(NamedTuple):
    name: str
    id: int = 3


@overload
def f(x: int) -> str: ...
@overload
def f(x: str) -> int: ...
def f(x):
    return x


def hinted(a: "int", b: Optional[str] = None, *c: Literal["x", 1], d: Annotated[int, "meta"]) -> Iterator[T]: ...


print(Stack[int], Stack[int].__origin__ is Stack, Stack[int].__args__, Stack[T][str], Stack.__parameters__)  # => __main__.Stack[int] True (<class 'int'>,) __main__.Stack[str] (~T,)
print(get_type_hints(Stack), get_type_hints(Stack.push)["return"])  # => {'items': list[~T], 'size': typing.ClassVar[int]} __main__.Stack[~T]
print(get_type_hints(hinted), get_type_hints(hinted, include_extras=True)["d"])  # => {'a': <class 'int'>, 'b': typing.Optional[str], 'c': typing.Literal['x', 1], 'd': <class 'int'>, 'return': typing.Iterator[~T]} typing.Annotated[int, 'meta']
print(Union[int, str, int], Union[int], Optional[None], int | None, Union[int, str] == (str | int), Literal[1, "a", True])  # => typing.Union[int, str] <class 'int'> <class 'NoneType'> int | None True typing.Literal[1, 'a', True]
print(Callable[[int, str], bool], Callable[..., T][int], Callable[P, T], Callable[Concatenate[int, P], T])  # => typing.Callable[[int, str], bool] typing.Callable[..., int] typing.Callable[~P, ~T] typing.Callable[typing.Concatenate[int, ~P], ~T]
print(Dict[str, List[int]], Tuple[int, ...], Type[T], Generator[int, None, str], tuple[*Ts], Tuple[Unpack[Ts]])  # => typing.Dict[str, typing.List[int]] typing.Tuple[int, ...] typing.Type[~T] typing.Generator[int, NoneType, str] tuple[typing.Unpack[Ts]] typing.Tuple[typing.Unpack[Ts]]
print(get_origin(Dict[str, int]), get_args(Dict[str, int]), get_origin(Literal[1]), get_args(Callable[[int], str]))  # => <class 'dict'> (<class 'str'>, <class 'int'>) typing.Literal ([<class 'int'>], <class 'str'>)
print(New.__type_params__, New.__orig_bases__, New[int, str, [bytes]], Alias, Alias[int], Alias.__value__)  # => (A, B, C) (typing.Generic[A, typing.Unpack[B], C],) __main__.New[int, str, [bytes]] Alias Alias[int] list[X] | dict[str, X]
print(T, K.__bound__, P.args, Ts, TypeVar("V", int, str).__constraints__, TypeVar("C", covariant=True))  # => ~T <class 'int'> P.args Ts (<class 'int'>, <class 'str'>) +C
print(isinstance(open, Closable), isinstance(type("X", (), {"close": print})(), Closable), issubclass(dict, Mapping))  # => False True True
print(Movie(title="a"), Movie.__required_keys__, Movie.__optional_keys__, is_typeddict(Movie), Movie.__total__)  # => {'title': 'a'} frozenset({'title'}) frozenset({'year'}) True False
print(Employee("a"), Employee._field_defaults, Employee.__annotations__, get_overloads(f)[1].__annotations__)  # => Employee(name='a', id=3) {'id': 3} {'name': <class 'str'>, 'id': <class 'int'>} {'x': <class 'str'>, 'return': <class 'int'>}
print(NewType("UserId", int)(5), cast(str, 1), Any, NoReturn, Never, Self, LiteralString, Final[int], TypeAlias)  # => 5 1 typing.Any typing.NoReturn typing.Never typing.Self typing.LiteralString typing.Final[int] typing.TypeAlias
print(get_type_hints(Movie), get_type_hints(type("N", (), {"__annotations__": {"x": "List['int']"}})))  # => {'title': <class 'str'>, 'year': <class 'int'>} {'x': typing.List[int]}
print(pickle.loads(pickle.dumps(Stack[int])) == Stack[int], pickle.loads(pickle.dumps(List[Union[int, str]])), hash(List[int]) == hash(List[int]))  # => True typing.List[typing.Union[int, str]] True
results = []
for call in (
    lambda: Stack[int, str],
    lambda: Union[()],
    lambda: Optional[int, str],
    lambda: Callable[int],
    lambda: isinstance([], List[int]),
    lambda: Generic[int],
    lambda: TypeVar("T", int),
    lambda: Closable(),
    lambda: type("S", (Any,), {}) and Literal[1](),
    lambda: assert_never(3),
    lambda: get_type_hints(3),
    lambda: List[int][str],
    lambda: isinstance(3, New[int]),
    lambda: Final[int, str],
):
    try:
        results.append(repr(call()))
    except Exception as e:
        results.append(f"{type(e).__name__}: {e}")
for i in range(0, len(results), 5):
    results[i : i + 5] = [results[i : i + 5]] + [None] * (len(results[i : i + 5]) - 1)
print(results[0])  # => ["TypeError: Too many arguments for <class '__main__.Stack'>; actual 2, expected 1", 'TypeError: Cannot take a Union of no types.', "TypeError: typing.Optional requires a single type. Got (<class 'int'>, <class 'str'>).", 'TypeError: Callable must be used as Callable[[arg, ...], result].', 'TypeError: Subscripted generics cannot be used with class and instance checks']
print(results[5])  # => ['TypeError: Parameters to Generic[...] must all be type variables or parameter specification variables.', 'TypeError: A single constraint is not allowed', 'TypeError: Protocols cannot be instantiated', 'TypeError: Cannot instantiate typing.Literal', 'AssertionError: Expected code to be unreachable, but got: 3']
print(results[10])  # => ['TypeError: 3 is not a module, class, method, or function.', 'TypeError: typing.List[int] is not a generic class', "TypeError: Too few arguments for <class '__main__.New'>; actual 1, expected at least 2", "TypeError: typing.Final accepts only single type. Got (<class 'int'>, <class 'str'>)."]
print(reveal_type.__module__, no_type_check(hinted) is hinted, final(Stack).__final__, override(hinted).__override__)  # => typing True True True
print(typing.get_protocol_members(Closable) if hasattr(typing, "get_protocol_members") else sorted(typing._get_protocol_attrs(Closable)))  # => ['close']
print(ForwardRef("int | str"), ForwardRef("x") == ForwardRef("x"), collections.abc.Callable[[int], str], Text, AnyStr)  # => ForwardRef('int | str') True collections.abc.Callable[[int], str] <class 'str'> ~AnyStr
print([n for n in typing.__all__ if not hasattr(typing, n)], len(typing.__all__))  # => [] 99


@dataclass_transform(kw_only_default=True)
class Meta(type): ...


print(Meta.__dataclass_transform__)  # => {'eq_default': True, 'order_default': False, 'kw_only_default': True, 'frozen_default': False, 'field_specifiers': (), 'kwargs': {}}
