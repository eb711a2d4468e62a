# Exception groups and except*.
def refused(function, *args):
    try:
        function(*args)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


tree = ExceptionGroup("a", [ValueError(1), TypeError(2), ExceptionGroup("b", [ValueError(3), OSError(4)])])
print(tree, tree.message, len(tree.exceptions))  # => a (3 sub-exceptions) a 3
print(tree.split(ValueError)[0])  # => a (2 sub-exceptions)
print(repr(tree.split(ValueError)[1]))  # => ExceptionGroup('a', [TypeError(2), ExceptionGroup('b', [OSError(4)])])
print(repr(tree.subgroup(lambda e: isinstance(e, OSError))))  # => ExceptionGroup('a', [ExceptionGroup('b', [OSError(4)])])
print(tree.subgroup(KeyError), tree.subgroup(Exception) is tree)  # => None True
print(type(BaseExceptionGroup("", [KeyError()])), type(BaseExceptionGroup("", [SystemExit()])))  # => <class 'ExceptionGroup'> <class 'BaseExceptionGroup'>
print(ExceptionGroup.__bases__, ExceptionGroup[int])  # => (<class 'BaseExceptionGroup'>, <class 'Exception'>) ExceptionGroup[int]
print(refused(ExceptionGroup, "m", []))  # => ValueError: second argument (exceptions) must be a non-empty sequence
print(refused(ExceptionGroup, "m", [1]))  # => ValueError: Item 0 of second argument (exceptions) is not an exception
print(refused(ExceptionGroup, "m", [SystemExit()]))  # => TypeError: Cannot nest BaseExceptions in an ExceptionGroup
print(refused(tree.split, 5))  # => TypeError: expected a function, exception type or tuple of exception types
class Own(ExceptionGroup):
    def derive(self, excs):
        return Own(self.message + "'", excs)
own = Own("own", [ValueError(), KeyError()])
own.add_note("kept")
part = own.subgroup(KeyError)
print(repr(part), part.__notes__, part.__notes__ is own.__notes__)  # => Own("own'", [KeyError()]) ['kept'] False


def clauses(raised):
    try:
        raise raised
    except* ValueError as e:
        print("values", e)  # => values a (2 sub-exceptions)
    except* TypeError as e:
        raise KeyError("instead")


try:
    clauses(tree)
except ExceptionGroup as e:
    print(repr(e), repr(e.exceptions[0].__context__))  # => ExceptionGroup('', [KeyError('instead'), ExceptionGroup('a', [ExceptionGroup('b', [OSError(4)])])]) ExceptionGroup('a', [TypeError(2)])
try:
    try:
        raise ValueError("bare")
    except* ValueError as e:
        print(repr(e), e.__traceback__)  # => ExceptionGroup('', (ValueError('bare'),)) None
        raise
except ExceptionGroup as e:
    print(e.exceptions)  # => (ValueError('bare'),)
try:
    try:
        raise tree
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)  # => catching ExceptionGroup with except* is not allowed. Use except instead.
