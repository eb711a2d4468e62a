# int, float, bool.
print(2 ** 100, -7 // 2, -7 % 3, divmod(-7, 2), 7 / 2, 1 << 70, ~5, 6 & 3 | 8 ^ 1)  # => 1267650600228229401496703205376 -4 2 (-4, 1) 3.5 1180591620717411303424 -6 11
print(0.1 + 0.2, 1e16, 1e22, 1.5e-7, float("inf"), -0.0, 3.0, 123456789.123456789)  # => 0.30000000000000004 1e+16 1e+22 1.5e-07 inf -0.0 3.0 123456789.12345679
print(round(2.5), round(-1.55, 1), round(1234, -2), int(3.9), int("0x1f", 16), int("-1_000"))  # => 2 -1.6 1200 3 31 -1000
print((255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"), (10).bit_length(), (7).bit_count())  # => b'\x00\xff' 1 4 3
print(hash(1) == hash(1.0) == hash(True), True + True, isinstance(True, int), 1 == 1.0, 2**53 + 1 == float(2**53 + 1))  # => True 2 True True False
print(f"{255:#x} {255:08b} {1234567:,} {3.14159:.3f} {0.5:%} {1e10:g} {-5:+d} {42:>6}|{42:<6}|{42:^6}|")  # => 0xff 11111111 1,234,567 3.142 50.000000% 1e+10 -5     42|42    |  42  |
print(9223372036854775807 + 1, -9223372036854775808 - 1, 3037000500 * 3037000500)  # => 9223372036854775808 -9223372036854775809 9223372037000250000
for bad in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1.0 % 0, lambda: int("x"), lambda: float("y"), lambda: 1 << -1):
    try:
        bad()
    except (ZeroDivisionError, ValueError) as e:
        errors = globals().setdefault("errors", [])
        errors.append(str(e))
print(errors)  # => ['division by zero', 'integer division or modulo by zero', 'float modulo', "invalid literal for int() with base 10: 'x'", "could not convert string to float: 'y'", 'negative shift count']
print((3).__add__(4), (3).__add__("x"), float.hex(1.5), float.fromhex("0x1.8p1"), (0.75).as_integer_ratio())  # => 7 NotImplemented 0x1.8000000000000p+0 3.0 (3, 4)
