"""Every method of int, float, complex and bool."""


def show(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


# covers: int int.conjugate int.bit_length int.bit_count int.to_bytes int.from_bytes int.as_integer_ratio int.is_integer int.real int.imag int.numerator int.denominator
show(lambda: (int(), int('12'), int(' -1_0 '), int('ff', 16), int('0b1', 0), int(3.9), int(b'7'), int(True)))  # => (0, 12, -10, 255, 1, 3, 7, 1)
show(lambda: int(''))  # => ValueError: invalid literal for int() with base 10: ''
show(lambda: int('a'))  # => ValueError: invalid literal for int() with base 10: 'a'
show(lambda: int('1', 1))  # => ValueError: int() base must be >= 2 and <= 36, or 0
show(lambda: int('12', 40))  # => ValueError: int() base must be >= 2 and <= 36, or 0
show(lambda: int(1, 2))  # => TypeError: int() can't convert non-string with explicit base
show(lambda: int(None))  # => TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
show(lambda: int([]))  # => TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
show(lambda: int(float('nan')))  # => ValueError: cannot convert float NaN to integer
show(lambda: int(float('inf')))  # => OverflowError: cannot convert float infinity to integer
show(lambda: int('9', 8))  # => ValueError: invalid literal for int() with base 8: '9'
show(lambda: int('1__0'))  # => ValueError: invalid literal for int() with base 10: '1__0'
show(lambda: int(base=2))  # => TypeError: int() missing string argument
show(lambda: ((5).conjugate(), True.conjugate(), (-(1 << 70)).conjugate()))  # => (5, 1, -1180591620717411303424)
show(lambda: (1).conjugate(1))  # => TypeError: int.conjugate() takes no arguments (1 given)
show(lambda: ((0).bit_length(), (-1).bit_length(), (255).bit_length(), (1 << 100).bit_length()))  # => (0, 1, 8, 101)
show(lambda: (1).bit_length(1))  # => TypeError: int.bit_length() takes no arguments (1 given)
show(lambda: ((0).bit_count(), (-7).bit_count(), (1 << 100).bit_count(), True.bit_count()))  # => (0, 3, 1, 1)
show(lambda: (1).bit_count(1))  # => TypeError: int.bit_count() takes no arguments (1 given)
show(lambda: ((1).to_bytes(), (258).to_bytes(2, 'big'), (258).to_bytes(3, 'little'), (-1).to_bytes(2, 'big', signed=True)))  # => (b'\x01', b'\x01\x02', b'\x02\x01\x00', b'\xff\xff')
show(lambda: (256).to_bytes(1))  # => OverflowError: int too big to convert
show(lambda: (-1).to_bytes(1))  # => OverflowError: can't convert negative int to unsigned
show(lambda: (1).to_bytes(-1))  # => ValueError: length argument must be non-negative
show(lambda: (1).to_bytes(2, 'middle'))  # => ValueError: byteorder must be either 'little' or 'big'
show(lambda: (128).to_bytes(1, signed=True))  # => OverflowError: int too big to convert
show(lambda: ((0).to_bytes(0), (1).to_bytes(length=2, byteorder='little')))  # => (b'', b'\x01\x00')
show(lambda: (int.from_bytes(b'\1\2'), int.from_bytes(b'\1\2', 'little'), int.from_bytes([255, 255], signed=True), int.from_bytes(b'')))  # => (258, 513, -1, 0)
show(lambda: int.from_bytes(1))  # => TypeError: cannot convert 'int' object to bytes
show(lambda: int.from_bytes('ab'))  # => TypeError: cannot convert 'str' object to bytes
show(lambda: int.from_bytes([256]))  # => ValueError: bytes must be in range(0, 256)
show(lambda: int.from_bytes(b'', 'x'))  # => ValueError: byteorder must be either 'little' or 'big'
show(lambda: ((5).as_integer_ratio(), (-3).as_integer_ratio(), True.as_integer_ratio()))  # => ((5, 1), (-3, 1), (1, 1))
show(lambda: (5).as_integer_ratio(1))  # => TypeError: int.as_integer_ratio() takes no arguments (1 given)
show(lambda: ((5).is_integer(), (0).is_integer(), True.is_integer()))  # => (True, True, True)
show(lambda: (5).is_integer(1))  # => TypeError: int.is_integer() takes no arguments (1 given)
show(lambda: ((5).real, True.real, (-5).real))  # => (5, 1, -5)
show(lambda: ((5).imag, True.imag, (-5).imag))  # => (0, 0, 0)
show(lambda: ((5).numerator, True.numerator, (-5).numerator))  # => (5, 1, -5)
show(lambda: ((5).denominator, True.denominator, (-5).denominator))  # => (1, 1, 1)
show(lambda: setattr(5, 'real', 1))  # => AttributeError: attribute 'real' of 'int' objects is not writable
show(lambda: 5 // 0)  # => ZeroDivisionError: integer division or modulo by zero
show(lambda: 5 % 0)  # => ZeroDivisionError: integer modulo by zero
show(lambda: 5 / 0)  # => ZeroDivisionError: division by zero
show(lambda: 1 << -1)  # => ValueError: negative shift count
show(lambda: 1 << 'a')  # => TypeError: unsupported operand type(s) for <<: 'int' and 'str'
show(lambda: (-7 // 2, -7 % 3, 7 // -2, divmod(-7, 2), 2 ** -1, -2 ** 2, 1 << 65, -1 >> 70, ~5, 6 & 3, 6 | 3, 6 ^ 3))  # => (-4, 2, -4, (-4, 1), 0.5, -4, 36893488147419103232, -1, -6, 2, 7, 5)

# covers: float float.conjugate float.as_integer_ratio float.fromhex float.hex float.is_integer float.real float.imag
show(lambda: (float(), float('1.5'), float(' -inf '), float('nan'), float('1_0.5'), float(3), float(b'2')))  # => (0.0, 1.5, -inf, nan, 10.5, 3.0, 2.0)
show(lambda: float(''))  # => ValueError: could not convert string to float: ''
show(lambda: float('a'))  # => ValueError: could not convert string to float: 'a'
show(lambda: float(1j))  # => TypeError: float() argument must be a string or a real number, not 'complex'
show(lambda: float([]))  # => TypeError: float() argument must be a string or a real number, not 'list'
show(lambda: float(10 ** 400))  # => OverflowError: int too large to convert to float
show(lambda: float(x=1))  # => TypeError: float() takes no keyword arguments
show(lambda: ((1.5).conjugate(), (-0.0).conjugate(), float('inf').conjugate()))  # => (1.5, -0.0, inf)
show(lambda: (1.5).conjugate(1))  # => TypeError: float.conjugate() takes no arguments (1 given)
show(lambda: ((0.5).as_integer_ratio(), (-0.0).as_integer_ratio(), (1e300).as_integer_ratio()[1], (0.1).as_integer_ratio()))  # => ((1, 2), (0, 1), 1, (3602879701896397, 36028797018963968))
show(lambda: float('inf').as_integer_ratio())  # => OverflowError: cannot convert Infinity to integer ratio
show(lambda: float('nan').as_integer_ratio())  # => ValueError: cannot convert NaN to integer ratio
show(lambda: (float.fromhex('0x1.8p1'), float.fromhex('-inf'), float.fromhex(' 1p-1074 '), float.fromhex('ff')))  # => (3.0, -inf, 5e-324, 255.0)
show(lambda: float.fromhex('x'))  # => ValueError: invalid hexadecimal floating-point string
show(lambda: float.fromhex('0x1p5000'))  # => OverflowError: hexadecimal value too large to represent as a float
show(lambda: float.fromhex(1))  # => TypeError: bad argument type for built-in operation
show(lambda: ((1.5).hex(), (-0.0).hex(), float('nan').hex(), (5e-324).hex(), (0.1).hex()))  # => ('0x1.8000000000000p+0', '-0x0.0p+0', 'nan', '0x0.0000000000001p-1022', '0x1.999999999999ap-4')
show(lambda: (1.5).hex(1))  # => TypeError: float.hex() takes no arguments (1 given)
show(lambda: ((1.5).is_integer(), (2.0).is_integer(), float('inf').is_integer()))  # => (False, True, False)
show(lambda: ((1.5).real, float('nan').real, (-0.0).real))  # => (1.5, nan, -0.0)
show(lambda: ((1.5).imag, float('nan').imag, (-0.0).imag))  # => (0.0, 0.0, 0.0)
show(lambda: 1.0 / 0)  # => ZeroDivisionError: float division by zero
show(lambda: 1.0 // 0)  # => ZeroDivisionError: float floor division by zero
show(lambda: 1.0 % 0)  # => ZeroDivisionError: float modulo
show(lambda: 0.0 ** -1)  # => ZeroDivisionError: 0.0 cannot be raised to a negative power
show(lambda: ((-8.0) ** 0.5 == complex(0, 8 ** 0.5), 5.5 // 2, -5.5 % 2, 1e16, 1e15, 1e-5, 0.0001, 1e22, 123456789012345678.0))  # => (False, 2.0, 0.5, 1e+16, 1000000000000000.0, 1e-05, 0.0001, 1e+22, 1.2345678901234568e+17)
show(lambda: (round(2.5), round(-0.5), round(2.675, 2), round(1e20), round(5.0, -1), round(1.5, None)))  # => (2, 0, 2.67, 100000000000000000000, 0.0, 2)

# covers: complex complex.conjugate complex.real complex.imag
show(lambda: (complex(), complex(1, 2), complex('1+2j'), complex(' (1-2j) '), complex(1j, 2j), complex('-infj'), complex(real=1, imag=-0.0)))  # => (0j, (1+2j), (1+2j), (1-2j), (-2+1j), -infj, (1-0j))
show(lambda: complex(''))  # => ValueError: complex() arg is a malformed string
show(lambda: complex('a'))  # => ValueError: complex() arg is a malformed string
show(lambda: complex('1', 2))  # => TypeError: complex() can't take second arg if first is a string
show(lambda: complex(1, '2'))  # => TypeError: complex() second arg can't be a string
show(lambda: complex([]))  # => TypeError: complex() first argument must be a string or a number, not 'list'
show(lambda: complex('1 + 2j'))  # => ValueError: complex() arg is a malformed string
show(lambda: ((1+2j).conjugate(), (0j).conjugate(), (-1j).conjugate()))  # => ((1-2j), -0j, (-0+1j))
show(lambda: (1j).conjugate(1))  # => TypeError: complex.conjugate() takes no arguments (1 given)
show(lambda: ((1+2j).real, (1j).real, complex('nan').real))  # => (1.0, 0.0, nan)
show(lambda: ((1+2j).imag, (1j).imag, (-1j).imag))  # => (2.0, 1.0, -1.0)
show(lambda: setattr(1j, 'real', 1))  # => AttributeError: readonly attribute
show(lambda: 1j < 2)  # => TypeError: '<' not supported between instances of 'complex' and 'int'
show(lambda: 1j // 1)  # => TypeError: unsupported operand type(s) for //: 'complex' and 'int'
show(lambda: 1j / 0)  # => ZeroDivisionError: complex division by zero
show(lambda: 0j ** -1)  # => ZeroDivisionError: 0.0 to a negative or complex power
show(lambda: int(1j))  # => TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'
show(lambda: (1j * 1j, (1+2j) / (3-4j), 1j ** 2, abs(3+4j), -1j, 1j == 1, hash(1+0j) == hash(1), 2j + True))  # => ((-1+0j), (-0.2+0.4j), (-1+0j), 5.0, (-0-1j), False, True, (1+2j))

# covers: bool
show(lambda: (bool(), bool([]), bool('0'), bool(0.0), bool(None), bool(...)))  # => (False, False, True, False, False, True)
show(lambda: bool(1, 2))  # => TypeError: bool expected at most 1 argument, got 2
show(lambda: bool(x=1))  # => TypeError: bool() takes no keyword arguments
show(lambda: (True + True, True & False, True | 2, True ^ True, True == 1, int(True)))  # => (2, False, 3, False, True, 1)
show(lambda: (~0, -True, +False, True < 2, {True: 'a'}[1], True is (1 == 1)))  # => (-1, -1, 0, True, 'a', True)
class B:
    def __bool__(self): return 1
class L:
    def __len__(self): return -1
show(lambda: bool(B()))  # => TypeError: __bool__ should return bool, returned int
show(lambda: bool(L()))  # => ValueError: __len__() should return >= 0
show(lambda: type('T', (bool,), {}))  # => TypeError: type 'bool' is not an acceptable base type

# covers: bool
show(lambda: (bool('a'), bool(b''), bool(range(0))))  # => (True, False, False)

# covers: int
show(lambda: (int(1 << 80) >> 79, int('0x_f', 16), int('１２')))  # => (2, 15, 12)
show(lambda: int(**{}))  # => 0
show(lambda: 1e200 ** 2)  # => OverflowError: (34, 'Numerical result out of range')
