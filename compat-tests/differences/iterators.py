# Iterators
#
# A combinatoric iterator gives a new tuple each time, where CPython uses the last one again if nobody else holds it. `itertools.count` knows its number also where CPython's
# short form overflows. An iterator without end can be interrupted.
import itertools
import sys

from outcome import outcome

at_the_end = itertools.count(sys.maxsize - 1)
next(at_the_end)
print(outcome(repr, at_the_end))  # clutch: count(9223372036854775807)  # cpython: count(<NULL>)
print(outcome(at_the_end.__reduce__))  # clutch: (<class 'itertools.count'>, (9223372036854775807,))  # cpython: SystemError: NULL object passed to Py_BuildValue
print(type(iter("abc")).__name__)  # clutch: str_iterator  # cpython: str_ascii_iterator
