"""Locals that loops keep as numbers: overflow, change of kind, unbound names, frames of tracebacks, ranges of all sizes, rebound built-ins."""
import sys
def over():
    s = 1
    for i in range(70):
        s = s * 2
    for i in range(70):
        s -= 1 << i
    return s
print(over())  # => 1
def sh():
    x = 1
    for i in range(5):
        x ^= (x << 13) & 0xFFFFFFFF
        x ^= x >> 17
        x ^= (x << 5) & 0xFFFFFFFF
    return x
print(sh())  # => 2398689233
def change():
    t = 0
    out = []
    for i in range(6):
        t = t + 1 if i % 2 == 0 else t * 1.5
        out.append((t, type(t).__name__))
    return out
print(change())  # => [(1, 'int'), (1.5, 'float'), (2.5, 'float'), (3.75, 'float'), (4.75, 'float'), (7.125, 'float')]
def mandel():
    zr = zi = 0.0
    n = 0
    while zr * zr + zi * zi < 4.0 and n < 50:
        zr, zi = zr * zr - zi * zi + 0.3, 2.0 * zr * zi + 0.5
        n += 1
    return n, zr, zi
print(mandel())  # => (50, 0.14566239005941783, 0.8194814801003822)
def unbound(k):
    for i in range(k):
        x = i * 2
    return i, x
print(unbound(3))  # => (2, 4)
try: unbound(0)
except UnboundLocalError as e: print(e)  # => cannot access local variable 'i' where it is not associated with a value
def tb():
    n = 0
    f = 0.5
    while True:
        n += 1
        f = f * 2
        if n == 5: 1 // (n - 5)
try: tb()
except ZeroDivisionError as e:
    print(e.__traceback__.tb_next.tb_frame.f_locals, e.__traceback__.tb_next.tb_lineno)  # => {'n': 5, 'f': 16.0} 48
def swap():
    a, b = 0, 1
    for _ in range(100):
        a, b = b, a + b
    return a
print(swap())  # => 354224848179261915075
def strs():
    s = 0
    for i in range(3):
        s = s + i
    s = "x"
    for i in range(3):
        s = s + "y"
    return s * 2
try: print(strs())  # => xyyyxyyy
except TypeError as e: print(e)
def idx():
    l = [0] * 5
    for i in range(-5, 5):
        l[i] = l[i] + i
        l[i % 5] += 1
    try:
        l[i + 7] = 3
    except IndexError as e: print(e)  # => list assignment index out of range
    try:
        l[i + 7]
    except IndexError as e: print(e)  # => list index out of range
    d = {}
    for i in range(3):
        d[i] = i
        d[i * 2] = i
    return l, d
print(idx())  # => ([-3, -1, 1, 3, 5], {0: 0, 1: 1, 2: 2, 4: 2})
def flt():
    x = float('nan'); n = 0
    for i in range(3):
        x = x * 1.0
        if x < 1.0: n += 1
        if x > 1.0: n += 10
        if x == x: n += 100
        if x != x: n += 1000
        if not x < 1.0: n += 10000
        if not x >= 1.0: n += 100000
    return n
print(flt())  # => 333000
def rng():
    r = []
    for i in range(2**63 - 3, 2**63 + 2, 2): r.append(i)
    for i in range(5, -6, -3): r.append(i)
    for i in range(True, 4): r.append(i)
    for i in range(3, 3): r.append(i)
    else: r.append('else')
    return r
print(rng())  # => [9223372036854775805, 9223372036854775807, 9223372036854775809, 5, 2, -1, -4, 1, 2, 3, 'else']
try:
    def bad():
        s = 0
        for i in range(1, 2, 0): s += i
    bad()
except ValueError as e: print(e)  # => range() arg 3 must not be zero
def own():
    range = lambda n: "ab" * n
    s = ""
    for i in range(2):
        s += i
        i = 3
        i = i + 1
    return s
print(own())  # => abab
def neg():
    x = -2**63
    y = 0
    for i in range(1):
        y = -x
        x = -x
        z = ~i
        z = -z
    return x, y, z, abs(-x)
print(neg())  # => (9223372036854775808, 9223372036854775808, 1, 9223372036854775808)
def param(n):
    c = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        c += 1
    return c
print(param(27), param(True), param(2.0), param(2**70))  # => 111 0 1 70
try: param("a")
except TypeError as e: print(e)  # => not all arguments converted during string formatting
def divs():
    r = []
    for i in range(-3, 4):
        q = i
        try:
            q = 7 // i
            q = 7 % i
            h = 7 / i
        except ZeroDivisionError as e:
            r.append(str(e))
        r.append(q)
    return r
print(divs())  # => [-2, -1, 0, 'integer division or modulo by zero', 0, 0, 1, 1]
def truth():
    c = 0
    for i in range(8):
        if i & 1: c += 1
        if not i & 2: c += 10
        if i: c += 100
        while i: i -= 1
    return c, i
print(truth())  # => (744, 0)
def identity():
    out = []
    x = 0; b = True
    for i in range(2):
        x = i + 256
        y = x
        out.append((x is y, b is True, (x == 256) is True))
        b = b + 0 if i else b
    return out, b, type(b)
print(identity())  # => ([(True, True, True), (True, True, False)], 1, <class 'int'>)
def walrus():
    t = 0
    while (t := t + 3) < 10: pass
    n = 0
    for i in range(3): n = n + (n := i)
    return t, n
print(walrus())  # => (12, 3)
def comp():
    n = 0
    for i in range(3):
        n += sum([i * n for i in range(4)])
        n += i
    f = [lambda: n2 for n2 in range(2)]
    return n, i
print(comp())  # => (9, 2)
def closure():
    n = 0
    def g(): return n
    for i in range(3): n += i
    return g()
print(closure())  # => 3
def deleted():
    n = 0
    for i in range(3):
        n += i
    del n
    try:
        n += 1
    except UnboundLocalError as e:
        return str(e)
print(deleted())  # => cannot access local variable 'n' where it is not associated with a value
def suspended():
    total = 0
    for i in range(4):
        total += i * i
        got = yield total
        if got: total = got
g = suspended()
print(next(g), g.send(2.5), next(g), next(g))  # => 0 3.5 7.5 16.5
def visible():
    n = 0
    for i in range(3):
        n += i
        if i == 1: seen = dict(locals())
    return seen
print(visible())  # => {'n': 1, 'i': 1}
def caught():
    import sys
    n = 0
    x = 0.5
    for i in range(3):
        n += 2**62
        x += i
        try:
            [][i]
        except IndexError:
            f = sys.exc_info()[2].tb_frame
    return f.f_code.co_varnames
print(caught())  # => ('sys', 'n', 'x', 'i', 'f')
def frame():
    n = 1
    x = 0.5
    for i in range(70):
        n *= 2
        x /= 2
        if i == 64: raise KeyError(n)
try:
    frame()
except KeyError as e:
    l = e.__traceback__.tb_next.tb_frame.f_locals
    print(l["n"], l["x"] == 0.5 ** 66, l["i"])  # => 36893488147419103232 True 64
class N(int):
    def __add__(self, o): return N(int(self) + int(o))
    def __radd__(self, o): return ("radd", o)
def objects(start):
    n = 0
    n += start
    for i in range(2):
        n = i + start
        m = start
        m += i
    return n, type(m).__name__, m
print(objects(N(5)), objects(True), objects(1 + 2j))  # => (('radd', 1), 'N', 6) (2, 'int', 2) ((2+2j), 'complex', (2+2j))
def order():
    log = []
    def f(x):
        log.append(x)
        return x
    n = 7
    for i in range(1):
        try:
            n = n // i + f(1)
        except ZeroDivisionError:
            log.append("zero")
        n = n - f(2) * n
    return n, log
print(order())  # => (-7, ['zero', 2])
def rebound():
    out = []
    for len in (lambda x: "mine", "abc".__len__):
        try:
            out.append(len([1]))
        except TypeError as e:
            out.append(str(e))
    return out
print(rebound())  # => ['mine', 'expected 0 arguments, got 1']
def mixed():
    i = 2 ** 53
    n = 0
    for k in range(3):
        i += 1
        n += (i == float(i)) + (i < float(2 ** 53 + 1)) * 10
    return i, n, float(i)
print(mixed())  # => (9007199254740995, 1, 9007199254740996.0)
def powers():
    t = 0
    for i in range(-2, 3):
        t = t * 3 + i ** 2 - (i << 3) + (i >> 1) - (~i) + (-i % 3) + i // 2
    for i in range(3):
        try:
            t = t << (1 - i)
        except ValueError as e:
            t = t + 1
    return t
print(powers())  # => 3499
def floats():
    x = 1.0
    y = 0.0
    out = []
    for i in range(3):
        try:
            x = x / y
        except ZeroDivisionError as e:
            out.append(str(e))
        x = -x * 1e200
        y = -y
        out.append((x, y))
    return out
print(floats())  # => ['float division by zero', (-1e+200, -0.0), 'float division by zero', (inf, 0.0), 'float division by zero', (-inf, -0.0)]
def keywords(*, step=2, **kw):
    n = 0
    for i in range(0, 10, step):
        if i in (4,): continue
        n += i
    else:
        n += 100
    return n
print(keywords(), keywords(step=3))  # => 116 118
def many(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r):
    while q > 0:
        q -= 1
        r += q * 0.5
    return q, r
print(many(*range(18)))  # => (0, 77.0)
def nested():
    t = 0
    for i in range(3):
        for j in range(i, 3):
            for k in range(j):
                t += i * j - k
            if j == 2: break
    return t, i, j, k
print(nested())  # => (10, 2, 2, 1)
def huge(n):
    s = 0
    for i in range(n):
        s = s + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1
    return s
print(huge(1000))  # => 28000
