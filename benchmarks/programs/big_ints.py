"""Big integers: factorials, Fibonacci numbers, digits of pi, modular powers, conversion to text."""
import math


def pi_digits(n):
    out = []
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = (q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2)
    return out


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def factorial(n):
    f = 1
    for i in range(2, n + 1):
        f *= i
    return f


def work():
    f = factorial(900)
    g = fibonacci(6000)
    powers = sum(pow(3, i, 10 ** 40 + i) % 97 for i in range(10 ** 6, 10 ** 6 + 60))
    text = str(f)
    return pi_digits(220)[-5:], g % 10 ** 12, powers, len(text), int(text[:400]) % 1000003, math.gcd(f, g) % 10 ** 9, (f >> 77) & 0xFFFF
