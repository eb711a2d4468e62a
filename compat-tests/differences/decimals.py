# decimal is the library's Python code
#
# `_decimal`, CPython's C module, is not there yet, so `decimal` runs as `_pydecimal`: the same results, more slowly.
import decimal
import sys

print("_pydecimal" in sys.modules, "_decimal" in sys.modules)  # clutch: True False  # cpython: False True
print(decimal.Decimal(1) / 7)  # clutch: 0.1428571428571428571428571429  # cpython: 0.1428571428571428571428571429
