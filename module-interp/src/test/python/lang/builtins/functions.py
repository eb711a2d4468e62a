"""Functions of builtins."""


def show(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


# covers: abs all any ascii bin callable chr divmod format hash hex id
show(lambda: (abs(-1), abs(-1.5), abs(3+4j), abs(True)))  # => (1, 1.5, 5.0, 1)
show(lambda: abs('a'))  # => TypeError: bad operand type for abs(): 'str'
show(lambda: abs())  # => TypeError: abs() takes exactly one argument (0 given)
show(lambda: (all([]), all([1, 0]), all('a')))  # => (True, False, True)
show(lambda: all(1))  # => TypeError: 'int' object is not iterable
show(lambda: all())  # => TypeError: all() takes exactly one argument (0 given)
show(lambda: (any([]), any([0, 1]), any('')))  # => (False, True, False)
show(lambda: any(1))  # => TypeError: 'int' object is not iterable
show(lambda: any(1, 2))  # => TypeError: any() takes exactly one argument (2 given)
show(lambda: (ascii('aé€'), ascii(['ü']), ascii(1)))  # => ("'a\\xe9\\u20ac'", "['\\xfc']", '1')
show(lambda: ascii())  # => TypeError: ascii() takes exactly one argument (0 given)
show(lambda: ascii(1, 2))  # => TypeError: ascii() takes exactly one argument (2 given)
show(lambda: (bin(5), bin(-5), bin(True), bin(1 << 65)))  # => ('0b101', '-0b101', '0b1', '0b100000000000000000000000000000000000000000000000000000000000000000')
show(lambda: bin(1.5))  # => TypeError: 'float' object cannot be interpreted as an integer
show(lambda: bin())  # => TypeError: bin() takes exactly one argument (0 given)
show(lambda: (callable(len), callable(1), callable(int), callable(lambda: 0)))  # => (True, False, True, True)
show(lambda: callable())  # => TypeError: callable() takes exactly one argument (0 given)
show(lambda: (chr(97), chr(0x10ffff), chr(0)))  # => ('a', '\U0010ffff', '\x00')
show(lambda: chr(-1))  # => ValueError: chr() arg not in range(0x110000)
show(lambda: chr(0x110000))  # => ValueError: chr() arg not in range(0x110000)
show(lambda: chr('a'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: (divmod(7, 2), divmod(-7.5, 2), divmod(True, 1)))  # => ((3, 1), (-4.0, 0.5), (1, 0))
show(lambda: divmod(1, 0))  # => ZeroDivisionError: integer division or modulo by zero
show(lambda: divmod('a', 1))  # => TypeError: unsupported operand type(s) for divmod(): 'str' and 'int'
show(lambda: divmod(1))  # => TypeError: divmod expected 2 arguments, got 1
show(lambda: (format(5, '05'), format('a', '>3'), format(1.5), format(None, '')))  # => ('00005', '  a', '1.5', 'None')
show(lambda: format(1, 'y'))  # => ValueError: Unknown format code 'y' for object of type 'int'
show(lambda: format(None, '5'))  # => TypeError: unsupported format string passed to NoneType.__format__
show(lambda: format(1, 2))  # => TypeError: format() argument 2 must be str, not int
show(lambda: format())  # => TypeError: format expected at least 1 argument, got 0
show(lambda: (hash(1) == hash(1.0), hash(-1), hash('') , hash(2 ** 61 - 1), hash(float('inf')), hash(0.5)))  # => (True, -2, 0, 0, 314159, 1152921504606846976)
show(lambda: hash([]))  # => TypeError: unhashable type: 'list'
show(lambda: hash({}))  # => TypeError: unhashable type: 'dict'
show(lambda: hash())  # => TypeError: hash() takes exactly one argument (0 given)
show(lambda: (hex(255), hex(-1), hex(True)))  # => ('0xff', '-0x1', '0x1')
show(lambda: hex('a'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: hex(1.5))  # => TypeError: 'float' object cannot be interpreted as an integer
show(lambda: (id(None) == id(None), id(len) == id(len), type(id(1))))  # => (True, True, <class 'int'>)
show(lambda: id())  # => TypeError: id() takes exactly one argument (0 given)
show(lambda: id(1, 2))  # => TypeError: id() takes exactly one argument (2 given)

# covers: len max min oct ord pow repr round sorted sum
show(lambda: (len(''), len([1]), len({1: 2}), len(range(5))))  # => (0, 1, 1, 5)
show(lambda: len(1))  # => TypeError: object of type 'int' has no len()
show(lambda: len())  # => TypeError: len() takes exactly one argument (0 given)
show(lambda: (max(1, 2), max('abc'), max([1, 3], key=lambda x: -x), max([], default=0), max(1, 1.0)))  # => (2, 'c', 1, 0, 1)
show(lambda: max())  # => TypeError: max expected at least 1 argument, got 0
show(lambda: max([]))  # => ValueError: max() iterable argument is empty
show(lambda: max(1))  # => TypeError: 'int' object is not iterable
show(lambda: max(1, 'a'))  # => TypeError: '>' not supported between instances of 'str' and 'int'
show(lambda: max(1, 2, default=3))  # => TypeError: Cannot specify a default for max() with multiple positional arguments
show(lambda: max([1], foo=1))  # => TypeError: 'foo' is an invalid keyword argument for max()
show(lambda: (min(1, 2), min('abc'), min([1, 3], key=lambda x: -x), min([], default=None), min(1, 1.0)))  # => (1, 'a', 3, None, 1)
show(lambda: min())  # => TypeError: min expected at least 1 argument, got 0
show(lambda: min([]))  # => ValueError: min() iterable argument is empty
show(lambda: min(1, 'a'))  # => TypeError: '<' not supported between instances of 'str' and 'int'
show(lambda: (oct(8), oct(-8), oct(True)))  # => ('0o10', '-0o10', '0o1')
show(lambda: oct('a'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: oct())  # => TypeError: oct() takes exactly one argument (0 given)
show(lambda: (ord('a'), ord('€'), ord(b'a'), ord(bytearray(b'b'))))  # => (97, 8364, 97, 98)
show(lambda: ord('ab'))  # => TypeError: ord() expected a character, but string of length 2 found
show(lambda: ord(''))  # => TypeError: ord() expected a character, but string of length 0 found
show(lambda: ord(1))  # => TypeError: ord() expected string of length 1, but int found
show(lambda: (pow(2, 3), pow(2, -1), pow(3, -1, 7), pow(2, 10, 1000), pow(base=2, exp=3, mod=5), pow(0, 0)))  # => (8, 0.5, 5, 24, 3, 1)
show(lambda: pow(2, 3, 0))  # => ValueError: pow() 3rd argument cannot be 0
show(lambda: pow(2, -1, 4))  # => ValueError: base is not invertible for the given modulus
show(lambda: pow('a', 1))  # => TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'
show(lambda: pow(2.0, 3, 5))  # => TypeError: pow() 3rd argument not allowed unless all arguments are integers
show(lambda: pow(0, -1))  # => ZeroDivisionError: 0.0 cannot be raised to a negative power
show(lambda: pow(1))  # => TypeError: pow() missing required argument 'exp' (pos 2)
show(lambda: (repr('a'), repr(1.0), repr([]), repr(None)))  # => ("'a'", '1.0', '[]', 'None')
show(lambda: repr())  # => TypeError: repr() takes exactly one argument (0 given)
show(lambda: repr(1, 2))  # => TypeError: repr() takes exactly one argument (2 given)
show(lambda: (round(1.5), round(2.5), round(1234, -2), round(1.2345, 2), round(-0.4), round(True)))  # => (2, 2, 1200, 1.23, 0, 1)
show(lambda: round('a'))  # => TypeError: type str doesn't define __round__ method
show(lambda: round(1.5, 'a'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: round(float('nan')))  # => ValueError: cannot convert float NaN to integer
show(lambda: round(float('inf')))  # => OverflowError: cannot convert float infinity to integer
show(lambda: round())  # => TypeError: round() missing required argument 'number' (pos 1)
show(lambda: (sorted('cab'), sorted([3, 1], reverse=True), sorted({2: 0, 1: 0}), sorted('bA', key=str.lower)))  # => (['a', 'b', 'c'], [3, 1], [1, 2], ['A', 'b'])
show(lambda: sorted(1))  # => TypeError: 'int' object is not iterable
show(lambda: sorted([1, 'a']))  # => TypeError: '<' not supported between instances of 'str' and 'int'
show(lambda: sum(['a']))  # => TypeError: unsupported operand type(s) for +: 'int' and 'str'
show(lambda: sum([], ''))  # => TypeError: sum() can't sum strings [use ''.join(seq) instead]
show(lambda: sum([], b''))  # => TypeError: sum() can't sum bytes [use b''.join(seq) instead]
show(lambda: sum(1))  # => TypeError: 'int' object is not iterable
show(lambda: sum())  # => TypeError: sum() takes at least 1 positional argument (0 given)
show(lambda: sorted())  # => TypeError: sorted expected 1 argument, got 0
show(lambda: sorted([], lambda x: x))  # => TypeError: sorted expected 1 argument, got 2
show(lambda: (sum([1, 2]), sum([]), sum([0.1] * 10), sum([[1], [2]], []), sum((1,), start=5), sum([True, 2.5])))  # => (3, 0, 1.0, [1, 2], 6, 3.5)
show(lambda: (sum([1e16, 1, 1e-16, -1e16]), sum([1, 0.1, 2, 0.1j, 3]), sum([0.5, 1 << 70]), sum([-0.0], -0.0), sum([1e308, 1e308])))  # => (1e-16, (6.1+0.1j), 1.1805916207174113e+21, -0.0, inf)
show(lambda: sum([0.1, 0.2, 'a']))  # => TypeError: unsupported operand type(s) for +: 'float' and 'str'
