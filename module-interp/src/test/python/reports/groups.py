# Groups in groups, chains inside of them, too many members, too deep.
def failing(n):
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError(n)


def caught(n):
    try:
        failing(n)
    except ValueError as e:
        return e


deep = KeyError("deepest")
for i in range(12):
    deep = ExceptionGroup("level %d" % i, [deep])

try:
    raise BaseExceptionGroup("inner", [caught(1), KeyboardInterrupt("a\nb")])
except BaseExceptionGroup as e:
    e.add_note("a note\nof two lines")
    inner = e
try:
    raise ExceptionGroup("many", [TypeError(i) for i in range(17)])
except* TypeError as e:
    raise BaseExceptionGroup("outer", [inner, e, deep])
