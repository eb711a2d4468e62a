# doctest: the examples of a module's docstrings, with flags, exceptions and a failure report.
import doctest
import io
import sys


def double(x):
    """Doubles.

    >>> double(2)
    4
    >>> for i in range(2):
    ...     print(double(i))
    0
    2
    >>> double(None)
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    >>> list(range(20))  # doctest: +ELLIPSIS
    [0, 1, ..., 19]
    >>> print("a   b")  # doctest: +NORMALIZE_WHITESPACE
    a b
    >>> 1 / 0  # doctest: +SKIP
    >>> print("one\\n\\ntwo")
    one
    <BLANKLINE>
    two
    """
    return x * 2


class Box:
    """
    >>> Box(3).value
    3
    """

    def __init__(self, value):
        self.value = value

    @property
    def twice(self):
        """
        >>> Box(3).twice
        7
        """
        return self.value * 2


finder = doctest.DocTestFinder()
tests = sorted(finder.find(sys.modules["__main__"], "job"), key=lambda t: t.name)
print([(t.name, len(t.examples)) for t in tests if t.examples])  # => [('job.Box', 1), ('job.Box.twice', 1), ('job.double', 7)]
out = io.StringIO()
runner = doctest.DocTestRunner(verbose=False)
for test in tests:
    runner.run(test, out=out.write)
print(runner.summarize(verbose=False) if runner.failures == 0 else (runner.failures, runner.tries))  # => (1, 8)
report = out.getvalue().splitlines()
print([line for line in report if not line.startswith(("File", "*"))])  # => ['Failed example:', '    Box(3).twice', 'Expected:', '    7', 'Got:', '    6']

text = """
Text around examples.

    >>> import math
    >>> math.floor(2.5)
    2
    >>> {1: "a"}
    {1: 'a'}
"""
print(doctest.DocTestParser().get_examples(text)[1].source.strip(), len(doctest.script_from_examples(text).splitlines()))  # => math.floor(2.5) 9
parsed = doctest.DocTestParser().get_doctest(text, {}, "text", "text.txt", 0)
print(doctest.DocTestRunner().run(parsed))  # => TestResults(failed=0, attempted=3)
checker = doctest.OutputChecker()
print(checker.check_output("a...z\n", "a b z\n", doctest.ELLIPSIS), checker.check_output("a\n", "b\n", 0))  # => True False
example = doctest.Example("x", "a\nb\n")
print(checker.output_difference(example, "a\nc\n", doctest.REPORT_NDIFF).splitlines())  # => ['Differences (ndiff with -expected +actual):', '      a', '    - b', '    + c']
suite = doctest.DocTestSuite("__main__")
print(suite.countTestCases())  # => 3
