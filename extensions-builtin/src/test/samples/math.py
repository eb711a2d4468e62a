import math

assert math.gcd(12, 18) == 6 and math.isqrt(17) == 4
assert math.fsum([0.1] * 10) == 1.0
assert math.comb(10, 3) == 120


def endless():
    while True:
        math.factorial(3000)
