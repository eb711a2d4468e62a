import cmath

assert cmath.sqrt(-1) == 1j
assert cmath.isclose(cmath.exp(1j * cmath.pi), -1)
