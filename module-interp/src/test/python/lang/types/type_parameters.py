# Type parameters and aliases (PEP 695).
def f[T: int, *Ts, **P](x: T) -> T:
    return x


class C[T, U: (int, str)]:
    pass


type Pair[A] = tuple[A, A]
type Late = Undefined
print(f.__type_params__, C.__type_params__, [type(p).__name__ for p in f.__type_params__])  # => (T, Ts, P) (T, U) ['TypeVar', 'TypeVarTuple', 'ParamSpec']
T, U = C.__type_params__
print(f.__type_params__[0].__bound__, U.__constraints__, T.__constraints__, T.__bound__, T.__infer_variance__, T.__module__)  # => <class 'int'> (<class 'int'>, <class 'str'>) () None True typing
print(Pair, Pair.__value__, Pair.__type_params__, Pair[int], Pair.__parameters__, Pair[int] | None)  # => Pair tuple[A, A] (A,) Pair[int] (A,) Pair[int] | None
print(C.__mro__[1].__name__, C[int, str].__args__, C.__orig_bases__)  # => Generic (<class 'int'>, <class 'str'>) (typing.Generic[T, U],)


def fails(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


print(fails(lambda: Late.__value__))  # => NameError: name 'Undefined' is not defined
print(fails(lambda: Late[int]))  # => TypeError: Only generic type aliases are subscriptable
print(fails(lambda: type("X", (T,), {})))  # => TypeError: type() doesn't support MRO entry resolution; use types.new_class()
print(fails(lambda: type(T)("X", int)))  # => TypeError: A single constraint is not allowed
print(fails(lambda: type(T)("X", covariant=True, contravariant=True)))  # => ValueError: Bivariant types are not supported.
P = f.__type_params__[2]
print(P.args, P.kwargs, P.args == P.args, P.args.__origin__ is P, T.__reduce__())  # => P.args P.kwargs True True T
