# math and cmath: exact sums, integers of any size, edges of the range.
import math
import cmath


def fails(f, *args):
    try:
        return f(*args)
    except (ValueError, OverflowError, TypeError) as e:
        return f"{type(e).__name__}: {e}"


print(math.fsum([0.1] * 10), sum([1e16, 1, -1e16]), math.fsum([1e16, 1, -1e16, 2**-60]))  # => 1.0 0.0 1.0
print(math.sumprod([10**20, 3], [1, 0.5]), math.sumprod([0.1] * 10, [0.1] * 10), math.hypot(1e200, 1e200, 3))  # => 1e+20 0.1 1.414213562373095e+200
print(math.comb(200, 100) % 10**12, math.perm(30, 12), math.isqrt(10**41), math.gcd(2**90, 6**50), math.lcm(2**70, 3))  # => 413336841320 41430393164160000 316227766016837933199 1125899906842624 3541774862152233910272
print(math.factorial(30), math.nextafter(1.0, 2.0, steps=2**40), math.ulp(1e300), math.nextafter(-1.0, 5.0, steps=2**63))  # => 265252859812191058636308480000000 1.000244140625 1.487016908477783e+284 4.0
print(math.log(10**5000), math.log2(2**3000 + 1), math.log10(10**400), math.log(8, 2), math.exp2(-1074.0), math.log2(5e-324))  # => 11512.925464970229 3000.0 400.0 3.0 5e-324 -1074.0
print(math.gamma(0.5), math.lgamma(-2.5), math.erf(0.3), math.erfc(2.5), math.remainder(7, 4), math.fmod(-7, 4))  # => 1.7724538509055159 -0.05624371649767457 0.3286267594591274 0.0004069520174449589 -1.0 -3.0
print(math.atan2(-0.0, -1), math.asin(0.7), math.acos(-0.3), math.atan(1e9), math.dist((1, 2, 3), (4, 5, 6.5)))  # => -3.141592653589793 0.775397496610753 1.8754889808102941 1.5707963257948967 5.5
print(math.frexp(5e-324), math.modf(-2.5), math.ldexp(0.75, -1074), math.floor(-1e20), math.ceil(2.1), math.trunc(-2.9))  # => (0.5, -1073) (-0.5, -2.0) 5e-324 -100000000000000000000 3 -2
print(fails(math.log, 0), fails(math.exp, 1000), fails(math.sqrt, -1), fails(math.pow, 0, -1), fails(math.gamma, -3), sep=" | ")  # => ValueError: math domain error | OverflowError: math range error | ValueError: math domain error | ValueError: math domain error | ValueError: math domain error
print(fails(math.comb, -1, 2), fails(math.perm, 3, -1), fails(math.isqrt, -5), fails(math.fsum, [1e308, 1e308]), sep=" | ")  # => ValueError: n must be a non-negative integer | ValueError: k must be a non-negative integer | ValueError: isqrt() argument must be nonnegative | OverflowError: intermediate overflow in fsum
print(fails(math.sin, "x"), fails(math.floor, None), fails(math.trunc, "a"), fails(math.dist, (1,), (1, 2)), sep=" | ")  # => TypeError: must be real number, not str | TypeError: must be real number, not NoneType | TypeError: type str doesn't define __trunc__ method | ValueError: both points must have the same number of dimensions
print(cmath.sqrt(-4), cmath.exp(cmath.infj.conjugate() * 0 + 1), cmath.polar(complex(-1, -0.0)), cmath.rect(2, 0), cmath.phase(-1 + 0j))  # => 2j (nan+nanj) (1.0, -3.141592653589793) (2+0j) 3.141592653589793
print(cmath.acosh(complex(-math.inf, 2)), cmath.tanh(complex(710, 1)), cmath.log(complex(1e308, 1e308)), fails(cmath.log, 0))  # => (inf+3.141592653589793j) (1+0j) (709.542782232446+0.7853981633974483j) ValueError: math domain error
