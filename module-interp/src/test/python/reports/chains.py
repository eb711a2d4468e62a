# Causes, contexts, notes, texts that fail, and a loop of contexts.
class Silent(Exception):
    def __str__(self):
        raise KeyError


def first():
    try:
        {}["k"]
    except KeyError as e:
        raise ValueError("of a key") from e


def second():
    try:
        first()
    except ValueError:
        raise Silent


def third():
    try:
        second()
    except Silent as e:
        e.add_note("one\ntwo")
        e.__notes__.append(3)
        raise


try:
    third()
except Silent as e:
    hidden = OSError(2, "No such file or directory", "f", None, "g")
    hidden.__notes__ = 5
    hidden.__context__ = e
    hidden.__cause__ = None
    try:
        raise hidden
    except OSError:
        error = SyntaxError("odd", ("file.py", 3, 5, "  a b c\n", 3, 8))
        error.__cause__ = e
        e.__context__.__context__ = error
        raise error
