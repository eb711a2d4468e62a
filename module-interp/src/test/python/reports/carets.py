# Marks below the lines: operators, subscripts, calls, lines of their own, wide characters, decorators.
def ratio(a, b):
    return (a + b) // (a - b) + 1


def nested(d):
    return d["a"]["ü"][0] * 2


def spread():
    return ratio(
        1,
        1,
    )


def members():
    return (None
        .missing
        .more)


def wide():
    größe = {"ß": 1}; return größe["ß"] + größe["ẞ"]


def whole():
    raise ValueError


def inner(x): return 1 + int("x"); pass


def collect(function, *args):
    try:
        function(*args)
    except Exception as e:
        return e


raise ExceptionGroup(
    "carets",
    [
        collect(ratio, 1, 1),
        collect(nested, {"a": {}}),
        collect(spread),
        collect(members),
        collect(wide),
        collect(whole),
        collect(inner, 1),
    ],
)
