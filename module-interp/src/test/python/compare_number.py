"""Compares the algorithms on numbers with CPython's."""
import math
import random
import struct
from compare import Comparison, write

INTS = [0, 1, -1, 2, -2, 3, 7, 10, -10, 255, 256, 2**31, 2**32 - 1, 2**53, 2**53 + 1, -2**53 - 1, 2**61 - 1, 2**61, -2**61 + 1,
        2**62, 2**63 - 1, 2**63, -2**63, -2**63 - 1, -2**63 + 1, 2**64 - 1, 2**64, 10**18, 10**19, -10**19, 3**100, -7**90,
        2**1023, 2**1024, 2**1024 - 2**970, 2**1024 - 2**970 - 1, 10**308, 10**309, -10**400]
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.1, 0.5, 1.5, 2.5, 1e16, 1e15, 9999999999999998.0, 1e17, 123456789012345680.0, 1e-4, 1e-5, 5e-324,
          1e-323, 1.5e-323, 2e-323, 4.4e-323, 9.9e-323, 1e-322, 2.2250738585072014e-308, 2.225073858507201e-308,
          1.7976931348623157e308, 1e22, 1e23, 2.0**53, 2.0**63, -2.0**63, 2.0**64, 1e300, math.inf, -math.inf, math.nan, math.pi,
          0.005, 0.015, 0.025, 1.005, 2.675, 1e-7, 123.456, 5e-5, 0.00025, 1e21, 2.5e15, 0.3, 4503599627370496.5, 0.125, 0.375,
          9.5, 99.5, 999.5, 0.95, 0.995, 1e100, 3.5, 4.5, 250.0, 350.0]


def main():
    comparison = Comparison('number')
    ask = comparison.ask
    source = random.Random(7)

    def integer():
        kind = source.randrange(5)
        if kind == 0:
            return source.choice(INTS)
        if kind == 1:
            return source.choice(INTS) + source.randrange(-3, 4)
        bits = source.choice([4, 16, 31, 33, 62, 63, 64, 65, 100, 200, 1000])
        return source.choice([1, -1]) * source.getrandbits(bits)

    def real():
        kind = source.randrange(5)
        if kind == 0:
            return source.choice(FLOATS)
        if kind == 1:
            return struct.unpack('>d', source.randbytes(8))[0]
        if kind == 2:
            return round(source.uniform(-1000, 1000), source.randrange(6))
        if kind == 3:
            return source.randrange(-4000, 4000) / 2**source.randrange(12)
        return struct.unpack('>d', struct.pack('>Q', source.getrandbits(10)))[0]

    def pair(a, b):
        ask('add', int.__add__, a, b)
        ask('sub', int.__sub__, a, b)
        ask('mul', int.__mul__, a, b)
        ask('floordiv', int.__floordiv__, a, b)
        ask('mod', int.__mod__, a, b)
        ask('divmod', divmod, a, b)
        ask('and', int.__and__, a, b)
        ask('or', int.__or__, a, b)
        ask('xor', int.__xor__, a, b)
        ask('truediv', int.__truediv__, a, b)
        ask('gcd', math.gcd, a, b)
        ask('compare', lambda a, b: (a > b) - (a < b), a, b)

    def one(a):
        ask('neg', int.__neg__, a)
        ask('abs', int.__abs__, a)
        ask('invert', int.__invert__, a)
        ask('isqrt', lambda a: math.isqrt(a), a)
        ask('bit_length', int.bit_length, a)
        ask('bit_count', int.bit_count, a)
        ask('int_to_float', float, a)
        ask('int_hash', hash, a)
        ask('int_str', str, a)
        for base, function in ((2, bin), (8, oct), (16, hex)):
            comparison.expect('int_prefix', write(function(a)), a, base)
        for base in (2, 10, 16):
            text = {2: bin, 10: str, 16: hex}[base](a)
            ask('int_parse', int, text, base)
            ask('int_parse', int, text, 0)
        ask('int_round', lambda a, d: round(a, -d), a, source.randrange(1, 25))
        for little in (True, False):
            for signed in (True, False):
                order = 'little' if little else 'big'
                length = source.choice([0, 1, 2, 7, 8, 9, 16, (a.bit_length() + 7) // 8, (a.bit_length() + 8) // 8])
                ask('to_bytes', lambda a, n, l, s: a.to_bytes(n, order, signed=s), a, length, little, signed)
                raw = source.randbytes(source.choice([0, 1, 3, 7, 8, 9, 12]))
                ask('from_bytes', lambda b, l, s: int.from_bytes(b, order, signed=s), raw, little, signed)

    for a in INTS:
        one(a)
        for b in INTS:
            pair(a, b)
    for _ in range(8000):
        a, b, c = integer(), integer(), integer()
        one(a)
        pair(a, b)
        n = source.choice([0, 1, 5, 30, 62, 63, 64, 65, 200])
        ask('lshift', int.__lshift__, a, n)
        ask('rshift', int.__rshift__, a, n)
        ask('pow', int.__pow__, source.choice([a, source.randrange(-20, 20)]), source.randrange(70))
        ask('modpow', pow, a, source.choice([b, b % 1000, -3, -1]), c)
        ask('int_float_compare', lambda a, f: (a > f) - (a < f), a, x if (x := real()) == x else 0.5)
        try:
            near = float(a)
        except OverflowError:
            near = 1e308
        for f in (near, math.nextafter(near, math.inf), math.nextafter(near, -math.inf)):
            ask('int_float_compare', lambda a, f: (a > f) - (a < f), a, f)
    for a, n in ((1, -1), (0, 2**70), (1, 2**70), (-5, 2**70)):
        ask('lshift', int.__lshift__, a, n)
        ask('rshift', int.__rshift__, a, n)
    for digits in (4300, 4301, 639, 640, 641, 6000, 20000):
        for value in (10**digits - 1, -10**(digits - 1), 10**digits):
            ask('int_str', str, value)
        ask('int_parse', int, '9' * digits, 10)
        ask('int_parse', int, '1' * digits, 16)

    def literal(function):
        def parse(*arguments):
            try:
                return function(*arguments)
            except ValueError:
                return None
        return parse

    for text in ['', ' ', '1', ' 12 ', '+1', '-1', '- 1', '--1', '1_0', '_1', '1_', '1__0', '0x_f', '0x', '0x__f', '0_x1', '0b2', '0b1',
                 '0o17', '017', '00', '0_0', '000_1', '0', '-0', '0X1F', '\u0661\u0662', '\u2003 7\x85', '1\x00', 'zz', '\U0001d7d9',
                 '\ud800', '\xb2', '1 2', '-0b1', '0b_1', '1e5', '\x1c5\x1f', '9223372036854775807', '9223372036854775808',
                 '-9223372036854775808', '-9223372036854775809', '0x8000000000000000', '12\u0663']:
        for base in (0, 2, 8, 10, 16, 36, 3):
            ask('int_parse', literal(int), text, base)
    float_texts = ['', ' ', '1', '1.', '.1', '.', '1e5', '1e', '1e+', '1E-5', 'e5', 'inf', '-Infinity', 'iNf', 'infi', 'nan', '-NaN', '+nan',
                   '1_0.0_1', '1_.0', '1._0', '1e1_0', '1_e1', '_1', '1_', '0x10', '1d', '1f', '1.0L', ' 1.5\n', '\u0661.\u0665', '1 2',
                   '1e400', '-1e400', '1e-400', '4.9e-324', '2.5e-324', '2.4e-324', '\ud800', '1\x00', '1__0', '١e٢', '+.5', '-.',
                   '1' * 400, '0.' + '0' * 400 + '1', '179769313486231580793e289', '9007199254740993', '1e-99999999999', '0e999999999999',
                   'in_f', 'nan_']
    for text in float_texts:
        ask('float_parse', literal(float), text)
        for tail in ('', 'j', '+1j', '-j', '-2.5J', '+ 1j', 'jj', 'j+1'):
            for shape in ('{}', '({})', ' ( {} ) ', '({}'):
                ask('complex_parse', literal(complex), shape.format(text + tail))
    hexes = ['0x1p0', '0x.8p1', '1.8', 'abc', '0x1.fffffffffffff8p0', '0x1.fffffffffffff7p0', '0x1.00000000000008p0', '0x1.000000000000081p0',
             '0x0.0000000000001p-1022', '0x0.00000000000008p-1022', '0x0.00000000000018p-1022', '0x1p-1075', '0x1.1p-1075', '0x1p-1076',
             '0x1p1024', '0x1.fffffffffffff7ffp1023', '0x1.fffffffffffff8p1023', '-inf', 'NaN', 'infinity', ' 0x1 ', '0x', '0x.', 'p1',
             '0x1p', '0x1p+', '1 p1', '0x1.8.1', '-0x0', '0x1p99999999999999999999', '0x0p99999999999999', '0x1p-99999999999999999999', '\xe9',
             '', '+', '0X1P+3', '0x1_0', '0x10000000000000000000000000000000001p-130', '0x1p1023', '0x3p-1076', '0x1.8p-1075', 'inf1']
    for text in hexes:
        ask('float_fromhex', float.fromhex, text)
    floats = FLOATS + [-x for x in FLOATS] + [real() for _ in range(30000)]
    for x in floats:
        ask('float_repr', repr, x)
        ask('float_hex', float.hex, x)
        ask('float_fromhex', float.fromhex, x.hex())
        ask('float_parse', float, repr(x))
        ask('float_to_int', int, x)
        ask('ratio', float.as_integer_ratio, x)
        if x == x:
            ask('float_hash', hash, x)
        ask('float_round_int', round, x)
        ask('float_round', round, x, source.randrange(-5, 20))
        ask('float_round', round, x, source.randrange(-330, 340))
        kind = source.choice('efgEFG')
        precision = source.choice([0, 1, 2, 3, 6, 10, 17, 25, 60])
        alternate = source.random() < 0.3
        comparison.expect('float_format', write(f'%{"#" if alternate else ""}.{precision}{kind}' % x), x, kind, precision, alternate)
    for x in FLOATS:
        for precision in range(-3, 18):
            ask('float_round', round, x, precision)
            for kind in 'efg':
                if precision >= 0:
                    comparison.expect('float_format', write(f'%.{precision}{kind}' % x), x, kind, precision, False)
    for _ in range(20000):
        x, y, z, w = real(), real(), real(), real()
        ask('float_mod', float.__mod__, x, y)
        ask('float_floordiv', float.__floordiv__, x, y)
        ask('float_divmod', float.__divmod__, x, y)
        a, b = complex(x, y), complex(z, w)
        comparison.expect('complex_repr', write(repr(a)), x, y)
        if x == x and y == y:
            comparison.expect('complex_hash', write(hash(a)), x, y)
        from compare import outcome
        comparison.expect('complex_mul', outcome(lambda: a * b), x, y, z, w)
        comparison.expect('complex_div', outcome(lambda: a / b), x, y, z, w)
        n = source.randrange(-20, 20)
        comparison.expect('complex_powi', outcome(lambda: a ** n), x, y, float(n))
        ask('complex_parse', complex, repr(a))
    comparison.finish()


if __name__ == '__main__':
    main()
