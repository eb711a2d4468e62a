# Digits of large ints and of floats, and powers modulo numbers: checked against each other over all sizes.
import random
import sys

sys.set_int_max_str_digits(0)
random.seed(20)


def simple(n):
    out = []
    while n:
        n, digit = divmod(n, 10)
        out.append("0123456789"[digit])
    return "".join(reversed(out)) or "0"


sizes = [1, 8, 63, 64, 65, 95, 96, 890, 891, 892, 1790, 2700, 3500, 7200, 15000]
numbers = [random.getrandbits(bits) | 1 << bits - 1 for bits in sizes]
numbers += [10 ** k + d for k in (18, 19, 269, 270, 271, 539, 540, 1080, 2161) for d in (-1, 0, 1, 5 * 10 ** (k // 2))]
print(all(str(n) == simple(n) for n in numbers), all(int(str(n)) == n and int("-" + str(n)) == -n for n in numbers), all(int("0x%x" % n, 16) == n for n in numbers))  # => True True True
print(all(int("_".join(str(n))) == n for n in numbers[3:20]), int("  +0012_3\n"), int("9" * 19), int("-" + "9" * 18), int("\u0663\u0664"), str(-(10 ** 30)), int("0" * 50 + "7"))  # => True 123 9999999999999999999 -999999999999999999 34 -1000000000000000000000000000000 7
print(all(hash(n) == n % (2 ** 61 - 1) and hash(-n) == (-(n % (2 ** 61 - 1)) if n % (2 ** 61 - 1) != 1 else -2) for n in numbers), hash(2 ** 61 - 1), hash(-(2 ** 61)), hash(2 ** 122), hash(1 - 2 ** 122))  # => True 0 -2 1 0


def power(base, exponent, modulus):
    result = 1 % modulus
    base %= modulus
    while exponent:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


def agrees(bits):
    base = random.getrandbits(bits + 9) - random.getrandbits(bits)
    exponent = random.getrandbits(random.choice([1, 5, 20, 64, 65, 130]))
    modulus = random.getrandbits(bits) + 1
    want = power(base, exponent, modulus)
    return pow(base, exponent, modulus) == want and pow(base, exponent, -modulus) == (want - modulus if want else 0)


print(all(agrees(bits) for bits in [1, 2, 16, 31, 32, 33, 63, 64, 65, 96, 128, 130, 500, 511, 512, 513, 600] for _ in range(12)), pow(3, -1, 10 ** 40 + 7) * 3 % (10 ** 40 + 7), pow(5, 0, 1), pow(0, 0, 7), pow(2, 3, 3037000499), pow(2, 64, 3037000500))  # => True 1 0 1 8 2746052116
print((-7 * 10 ** 30) // (2 * 10 ** 29 + 1), (-7 * 10 ** 30) % (2 * 10 ** 29 + 1), 7 * 10 ** 30 // -(10 ** 29), 7 * 10 ** 30 % -(3 * 10 ** 29), divmod(-(10 ** 30), 7), 10 ** 30 // 7, -(10 ** 30) % 2 ** 64)  # => -35 35 -70 -200000000000000000000000000000 (-142857142857142857142857142858, 6) 142857142857142857142857142857 13369799803404288000
print([int(x) for x in (1.9, -1.9, 2.0 ** 62, 2.0 ** 63, -(2.0 ** 63), 9.3e18, 1e23, -0.0)], "%.2f %.0f %.1f %e %g" % (2.675, 2.5, 0.25, 12345.678951, 1e16), "%.3g %.4g %.17g %.15g" % (0.0009995, 99995, 0.1, 0.1), "%.1e %.0e %.2e" % (9.95, 5e-324, 1.005))  # => [1, -1, 4611686018427387904, 9223372036854775808, -9223372036854775808, 9300000000000000000, 99999999999999991611392, 0] 2.67 2 0.2 1.234568e+04 1e+16 0.000999 1e+05 0.10000000000000001 0.1 9.9e+00 5e-324 1.00e+00
print([format(x, ".3e") for x in (1.0005, 1.0015, 2.5e-310, 9.9995, 9.99949999)], [format(5e-324, f".{n}g") for n in (1, 2, 3, 17)], [round(x, 2) for x in (2.675, 1.005, 1e22, 0.125)], format(0.5, ".0f"), format(1.5, ".0%"), "%.10f" % 1e21)  # => ['1.000e+00', '1.002e+00', '2.500e-310', '9.999e+00', '9.999e+00'] ['5e-324', '4.9e-324', '4.94e-324', '4.9406564584124654e-324'] [2.67, 1.0, 1e+22, 0.12] 0 150% 1000000000000000000000.0000000000
