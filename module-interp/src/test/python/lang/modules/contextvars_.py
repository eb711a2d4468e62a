# _contextvars (PEP 567).
import contextvars


def error(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__


v = contextvars.ContextVar("v", default=3)
bare = contextvars.ContextVar("bare")
print(v.get(), v.get(5), error(bare.get), bare.get(1), v.name)  # => 3 5 LookupError 1 v
token = v.set(4)
print(v.get(), token.old_value is contextvars.Token.MISSING, token.var is v)  # => 4 True True
v.reset(token)
print(v.get(), error(v.reset, token), error(bare.reset, token), error(v.reset, 1))  # => 3 RuntimeError RuntimeError TypeError
context = contextvars.copy_context()
print(context.run(v.set, 10).old_value, v.get(), context[v], v in context, bare in context, len(context), list(context) == [v])  # => <Token.MISSING> 3 10 True False 1 True
print(error(context.__getitem__, bare), error(context.__getitem__, "v"), context.get(bare, 7), error(contextvars.Context, 1))  # => KeyError TypeError 7 TypeError
print(error(context.run, context.run, print), error(contextvars.Token), contextvars.ContextVar[int])  # => RuntimeError RuntimeError _contextvars.ContextVar[int]
many = [contextvars.ContextVar(f"x{i}") for i in range(300)]


def fill():
    tokens = [w.set(i) for i, w in enumerate(many)]
    full = contextvars.copy_context()
    for w, t in zip(many[::2], tokens[::2]):
        w.reset(t)
    half = contextvars.copy_context()
    return len(full), len(half), sum(full[w] for w in many), sum(half.get(w, 0) for w in many), full == full.copy(), full == half


print(contextvars.Context().run(fill))  # => (300, 150, 44850, 22500, True, False)
