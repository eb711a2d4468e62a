# Deep recursion
#
# `sys.setrecursionlimit` counts as in CPython, and a stack that ends before the limit raises RecursionError as well, never a crash.
# The sentence does not say what was under way.
import ast
import sys

from outcome import outcome


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(outcome(depth, 10_000))  # clutch: RecursionError: maximum recursion depth exceeded  # cpython: RecursionError: maximum recursion depth exceeded
nested = []
for _ in range(100_000):
    nested = [nested]
print(outcome(repr, nested))  # clutch: RecursionError: maximum recursion depth exceeded  # cpython: RecursionError: maximum recursion depth exceeded while getting the repr of an object
print(outcome(ast.parse, "+".join(["a"] * 100_000)))  # clutch: RecursionError: maximum recursion depth exceeded  # cpython: RecursionError: maximum recursion depth exceeded during ast construction
