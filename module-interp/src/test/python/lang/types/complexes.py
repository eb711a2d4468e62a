# complex: making, arithmetic, comparison, formatting.
print(complex(), complex(1, 2), complex(" -3.5e2j "), complex("1+2j"), complex(1j, 1j), complex(real=1.5))  # => 0j (1+2j) -350j (1+2j) (-1+1j) (1.5+0j)
print((1 + 2j) * (3 - 4j), (1 + 2j) / (3 - 4j), 2 ** 1j, (1 + 2j) ** -3, abs(3 + 4j), -(1 - 2j), bool(0j))  # => (11+2j) (-0.2+0.4j) (0.7692389013639721+0.6389612763136348j) (-0.08800000000000001+0.016j) 5.0 (-1+2j) False
print(1 == 1 + 0j, 1.0 == 1 + 0j, 2 != 1j, 10 ** 400 == 1j, complex(2 ** 53, 0) == 2 ** 53 + 1, hash(5 + 0j) == hash(5))  # => True True True False False True
print((1 + 2j).conjugate(), (1 + 2j).real, (1 + 2j).__getnewargs__(), f"{1 + 2j:.2f}", format(1j, ">10"), (-8.0) ** 0.5)  # => (1-2j) 1.0 (1.0, 2.0) 1.00+2.00j         1j (1.7319121124709868e-16+2.8284271247461903j)


class C(complex):
    def __complex__(self):
        return 5j


print(complex(C(1)), C(1) + 1, type(C(2) + C(1)).__name__, type(+C(1)).__name__)  # => 5j (2+0j) complex complex


def fails(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


print(fails(lambda: complex("x")))  # => ValueError: complex() arg is a malformed string
print(fails(lambda: complex([])))  # => TypeError: complex() first argument must be a string or a number, not 'list'
print(fails(lambda: complex("1", 2)))  # => TypeError: complex() can't take second arg if first is a string
print(fails(lambda: complex(1, "2")))  # => TypeError: complex() second arg can't be a string
print(fails(lambda: 1j / 0))  # => ZeroDivisionError: complex division by zero
print(fails(lambda: 0j ** -1))  # => ZeroDivisionError: 0.0 to a negative or complex power
print(fails(lambda: 1j < 1))  # => TypeError: '<' not supported between instances of 'complex' and 'int'
print(fails(lambda: (1e200 + 1j) ** 2))  # => OverflowError: complex exponentiation
print(fails(lambda: pow(1j, 1, 1)))  # => ValueError: complex modulo
print(fails(lambda: setattr(1j, "real", 1)))  # => AttributeError: readonly attribute
