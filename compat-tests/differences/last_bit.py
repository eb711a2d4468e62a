# The last bit of some functions
#
# Arithmetic, `repr`, rounding and parsing of floats are exact and equal to CPython's. Transcendental functions come from the JDK or are
# ours; they may differ from a C library's in the last bit, as C libraries differ among themselves.
import math

print(0.1 + 0.2, 1e22, round(2.675, 2), 2**0.5)  # clutch: 0.30000000000000004 1e+22 2.67 1.4142135623730951  # cpython: 0.30000000000000004 1e+22 2.67 1.4142135623730951
print(math.gamma(4.9) == 20.667385961857857, math.isclose(math.gamma(4.9), 20.667385961857857, rel_tol=1e-15))  # clutch: False True  # cpython: True True
