"""Every method of bytes."""


def show(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


# covers: bytes bytes.count bytes.find bytes.index bytes.rfind bytes.rindex bytes.startswith bytes.endswith bytes.decode bytes.hex bytes.fromhex
show(lambda: (bytes(), bytes(3), bytes([1, 255]), bytes(b'ab'), bytes('é', 'utf-8'), bytes(range(3)), bytes('é', 'ascii', 'replace')))  # => (b'', b'\x00\x00\x00', b'\x01\xff', b'ab', b'\xc3\xa9', b'\x00\x01\x02', b'?')
show(lambda: bytes('a'))  # => TypeError: string argument without an encoding
show(lambda: bytes(-1))  # => ValueError: negative count
show(lambda: bytes([256]))  # => ValueError: bytes must be in range(0, 256)
show(lambda: bytes(['a']))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: bytes(1.5))  # => TypeError: cannot convert 'float' object to bytes
show(lambda: bytes(1, 'ascii'))  # => TypeError: encoding without a string argument
show(lambda: bytes('é', 'ascii'))  # => UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
show(lambda: bytes(b'', errors='x'))  # => TypeError: errors without a string argument
show(lambda: bytes(object()))  # => TypeError: cannot convert 'object' object to bytes
show(lambda: (b'ab'.decode(), bytes(b'\xe9').decode('latin-1'), bytes(b'a\xff').decode('ascii', 'replace'), bytes(b'a\xff').decode(errors='backslashreplace')))  # => ('ab', 'é', 'a�', 'a\\xff')
show(lambda: bytes(b'\xff').decode())  # => UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
show(lambda: bytes(b'\xe2\x82').decode())  # => UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data
show(lambda: bytes(b'').decode(1))  # => TypeError: decode() argument 'encoding' must be str, not int
show(lambda: (b'ab'.hex(), b'abcd'.hex('-'), b'abcde'.hex(':', 2), b'abcde'.hex(':', -2), b''.hex()))  # => ('6162', '61-62-63-64', '61:6263:6465', '6162:6364:65', '')
show(lambda: b'ab'.hex('--'))  # => ValueError: sep must be length 1.
show(lambda: b'ab'.hex(1))  # => TypeError: object of type 'int' has no len()
show(lambda: b'ab'.hex('é'))  # => ValueError: sep must be ASCII.
show(lambda: (bytes.fromhex('6162'), bytes.fromhex(' 61 62 '), bytes.fromhex('')))  # => (b'ab', b'ab', b'')
show(lambda: bytes.fromhex('6'))  # => ValueError: non-hexadecimal number found in fromhex() arg at position 1
show(lambda: bytes.fromhex('6x'))  # => ValueError: non-hexadecimal number found in fromhex() arg at position 1
show(lambda: bytes.fromhex(b'61'))  # => TypeError: fromhex() argument must be str, not bytes
show(lambda: bytes.fromhex())  # => TypeError: bytes.fromhex() takes exactly one argument (0 given)
show(lambda: (b'abc'.count(97), b'abc'.find(98), b'abc'.rindex(99), 97 in b'abc'))  # => (1, 1, 2, True)
show(lambda: b'abc'.count(256))  # => ValueError: byte must be in range(0, 256)
show(lambda: b'abc'.find('a'))  # => TypeError: argument should be integer or bytes-like object, not 'str'
show(lambda: b'abc'.index(-1))  # => ValueError: byte must be in range(0, 256)
show(lambda: b'abc'.startswith('a'))  # => TypeError: startswith first arg must be bytes or a tuple of bytes, not str
show(lambda: (b'banana'.count(b'an'), b'banana'.count(b''), b''.count(b''), b'aaaa'.count(b'aa', 1), b'abc'.count(b'', 4)))  # => (2, 7, 1, 1, 0)
show(lambda: (b'banana'.find(b'an'), b'banana'.find(b''), b'banana'.find(b'a', 2, -1), b'banana'.find(b'a', None, None)))  # => (1, 0, 3, 1)
show(lambda: b'abc'.find(b'x'))  # => -1
show(lambda: b'abc'.find(b'', 4))  # => -1
show(lambda: (b'banana'.rfind(b'an'), b'banana'.rfind(b''), b'banana'.rfind(b'a', 2, -1), b'banana'.rfind(b'a', None, None)))  # => (3, 6, 3, 5)
show(lambda: b'abc'.rfind(b'x'))  # => -1
show(lambda: b'abc'.rfind(b'', 4))  # => -1
show(lambda: (b'banana'.index(b'an'), b'banana'.index(b''), b'banana'.index(b'a', 2, -1), b'banana'.index(b'a', None, None)))  # => (1, 0, 3, 1)
show(lambda: b'abc'.index(b'x'))  # => ValueError: subsection not found
show(lambda: b'abc'.index(b'', 4))  # => ValueError: subsection not found
show(lambda: (b'banana'.rindex(b'an'), b'banana'.rindex(b''), b'banana'.rindex(b'a', 2, -1), b'banana'.rindex(b'a', None, None)))  # => (3, 6, 3, 5)
show(lambda: b'abc'.rindex(b'x'))  # => ValueError: subsection not found
show(lambda: b'abc'.rindex(b'', 4))  # => ValueError: subsection not found
show(lambda: (b'abc'.startswith(b'a'), b'abc'.startswith((b'x', b'bc')), b'abc'.startswith(b'', 4), b'abc'.startswith(b'b', 1, 2), b'abc'.startswith(())))  # => (True, False, False, True, False)
show(lambda: b'abc'.startswith(1))  # => TypeError: startswith first arg must be bytes or a tuple of bytes, not int
show(lambda: b'abc'.startswith([b'a']))  # => TypeError: startswith first arg must be bytes or a tuple of bytes, not list
show(lambda: b'abc'.startswith((1,)))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: (b'abc'.endswith(b'a'), b'abc'.endswith((b'x', b'bc')), b'abc'.endswith(b'', 4), b'abc'.endswith(b'b', 1, 2), b'abc'.endswith(())))  # => (False, True, False, True, False)
show(lambda: b'abc'.endswith(1))  # => TypeError: endswith first arg must be bytes or a tuple of bytes, not int
show(lambda: b'abc'.endswith([b'a']))  # => TypeError: endswith first arg must be bytes or a tuple of bytes, not list
show(lambda: b'abc'.endswith((1,)))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: b'abc'.count(None))  # => TypeError: argument should be integer or bytes-like object, not 'NoneType'
show(lambda: b'abc'.count(b'a', 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: b'abc'.find(None))  # => TypeError: argument should be integer or bytes-like object, not 'NoneType'
show(lambda: b'abc'.find(b'a', 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: b'abc'.rfind(None))  # => TypeError: argument should be integer or bytes-like object, not 'NoneType'
show(lambda: b'abc'.rfind(b'a', 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: b'abc'.index(None))  # => TypeError: argument should be integer or bytes-like object, not 'NoneType'
show(lambda: b'abc'.index(b'a', 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: b'abc'.rindex(None))  # => TypeError: argument should be integer or bytes-like object, not 'NoneType'
show(lambda: b'abc'.rindex(b'a', 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: b'abc'.startswith(None))  # => TypeError: startswith first arg must be bytes or a tuple of bytes, not NoneType
show(lambda: b'abc'.startswith(b'a', 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: b'abc'.endswith(None))  # => TypeError: endswith first arg must be bytes or a tuple of bytes, not NoneType
show(lambda: b'abc'.endswith(b'a', 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method

# covers: bytes.split bytes.rsplit bytes.splitlines bytes.partition bytes.rpartition bytes.join bytes.replace bytes.removeprefix bytes.removesuffix
show(lambda: (b' a b  c '.split(), b'a,b,,c'.split(b','), b'a b c'.split(None, 1), b''.split(), b''.split(b','), b'a,b,c'.split(sep=b',', maxsplit=1)))  # => ([b'a', b'b', b'c'], [b'a', b'b', b'', b'c'], [b'a', b'b c'], [], [b''], [b'a', b'b,c'])
show(lambda: b'a'.split(b''))  # => ValueError: empty separator
show(lambda: b'a'.split(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: b'a'.split(None, 'x'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: b'a'.split(None, 1, 2))  # => TypeError: split() takes at most 2 arguments (3 given)
show(lambda: (b' a b  c '.rsplit(), b'a,b,,c'.rsplit(b','), b'a b c'.rsplit(None, 1), b''.rsplit(), b''.rsplit(b','), b'a,b,c'.rsplit(sep=b',', maxsplit=1)))  # => ([b'a', b'b', b'c'], [b'a', b'b', b'', b'c'], [b'a b', b'c'], [], [b''], [b'a,b', b'c'])
show(lambda: b'a'.rsplit(b''))  # => ValueError: empty separator
show(lambda: b'a'.rsplit(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: b'a'.rsplit(None, 'x'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: b'a'.rsplit(None, 1, 2))  # => TypeError: rsplit() takes at most 2 arguments (3 given)
show(lambda: (b'a'.splitlines(), b'a\nb\n'.splitlines(), b''.splitlines()))  # => ([b'a'], [b'a', b'b'], [])
show(lambda: (b'a\r\nb'.splitlines(True), b'a\x0b\x1cb'.splitlines(keepends=True)))  # => ([b'a\r\n', b'b'], [b'a\x0b\x1cb'])
show(lambda: b'a'.splitlines(1, 2))  # => TypeError: splitlines() takes at most 1 argument (2 given)
show(lambda: b'a'.splitlines('x', keepends=1))  # => TypeError: splitlines() takes at most 1 argument (2 given)
show(lambda: (b'a-b-c'.partition(b'-'), b'abc'.partition(b'-'), b''.partition(b'x')))  # => ((b'a', b'-', b'b-c'), (b'abc', b'', b''), (b'', b'', b''))
show(lambda: b'a'.partition(b''))  # => ValueError: empty separator
show(lambda: b'a'.partition(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: b'a'.partition())  # => TypeError: bytes.partition() takes exactly one argument (0 given)
show(lambda: (b'a-b-c'.rpartition(b'-'), b'abc'.rpartition(b'-'), b''.rpartition(b'x')))  # => ((b'a-b', b'-', b'c'), (b'', b'', b'abc'), (b'', b'', b''))
show(lambda: b'a'.rpartition(b''))  # => ValueError: empty separator
show(lambda: b'a'.rpartition(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: b'a'.rpartition())  # => TypeError: bytes.rpartition() takes exactly one argument (0 given)
show(lambda: (b'-'.join([b'a', b'b']), b'-'.join([]), b''.join((b'x',)), b'ab'.join(b'a' for i in range(3))))  # => (b'a-b', b'', b'x', b'aabaaba')
show(lambda: b'-'.join([1]))  # => TypeError: sequence item 0: expected a bytes-like object, int found
show(lambda: b'-'.join([b'a', None]))  # => TypeError: sequence item 1: expected a bytes-like object, NoneType found
show(lambda: b'-'.join(1))  # => TypeError: can only join an iterable
show(lambda: b'-'.join())  # => TypeError: bytes.join() takes exactly one argument (0 given)
show(lambda: (b'aaa'.replace(b'a', b'b'), b'aaa'.replace(b'a', b'bb', 2), b'abc'.replace(b'', b'-'), b''.replace(b'', b'x'), b'a'.replace(b'a', b'', 0)))  # => (b'bbb', b'bbbba', b'-a-b-c-', b'x', b'a')
show(lambda: b'a'.replace(b'a'))  # => TypeError: replace expected at least 2 arguments, got 1
show(lambda: b'a'.replace(1, b'b'))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: b'a'.replace(b'a', b'b', 'c'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: b'a'.replace(b'a', b'b', count=1))  # => TypeError: bytes.replace() takes no keyword arguments
show(lambda: (b'abab'.removeprefix(b'ab'), b'ab'.removeprefix(b'x'), b'ab'.removeprefix(b''), b'a'.removeprefix(b'a')))  # => (b'ab', b'ab', b'ab', b'')
show(lambda: b'a'.removeprefix(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: b'a'.removeprefix())  # => TypeError: bytes.removeprefix() takes exactly one argument (0 given)
show(lambda: (b'abab'.removesuffix(b'ab'), b'ab'.removesuffix(b'x'), b'ab'.removesuffix(b''), b'a'.removesuffix(b'a')))  # => (b'ab', b'ab', b'ab', b'')
show(lambda: b'a'.removesuffix(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: b'a'.removesuffix())  # => TypeError: bytes.removesuffix() takes exactly one argument (0 given)

# covers: bytes.center bytes.ljust bytes.rjust bytes.zfill bytes.expandtabs bytes.strip bytes.lstrip bytes.rstrip
show(lambda: (b'ab'.center(5), b'ab'.center(5, b'*'), b'abc'.center(2), b''.center(3, b'x'), b'a'.center(-1)))  # => (b'  ab ', b'**ab*', b'abc', b'xxx', b'a')
show(lambda: b'a'.center(5, b'xy'))  # => TypeError: center() argument 2 must be a byte string of length 1, not bytes
show(lambda: b'a'.center(5, 1))  # => TypeError: center() argument 2 must be a byte string of length 1, not int
show(lambda: b'a'.center('5'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: b'a'.center())  # => TypeError: center expected at least 1 argument, got 0
show(lambda: (b'ab'.ljust(5), b'ab'.ljust(5, b'*'), b'abc'.ljust(2), b''.ljust(3, b'x'), b'a'.ljust(-1)))  # => (b'ab   ', b'ab***', b'abc', b'xxx', b'a')
show(lambda: b'a'.ljust(5, b'xy'))  # => TypeError: ljust() argument 2 must be a byte string of length 1, not bytes
show(lambda: b'a'.ljust(5, 1))  # => TypeError: ljust() argument 2 must be a byte string of length 1, not int
show(lambda: b'a'.ljust('5'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: b'a'.ljust())  # => TypeError: ljust expected at least 1 argument, got 0
show(lambda: (b'ab'.rjust(5), b'ab'.rjust(5, b'*'), b'abc'.rjust(2), b''.rjust(3, b'x'), b'a'.rjust(-1)))  # => (b'   ab', b'***ab', b'abc', b'xxx', b'a')
show(lambda: b'a'.rjust(5, b'xy'))  # => TypeError: rjust() argument 2 must be a byte string of length 1, not bytes
show(lambda: b'a'.rjust(5, 1))  # => TypeError: rjust() argument 2 must be a byte string of length 1, not int
show(lambda: b'a'.rjust('5'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: b'a'.rjust())  # => TypeError: rjust expected at least 1 argument, got 0
show(lambda: (b'7'.zfill(3), b'-7'.zfill(4), b'+'.zfill(3), b''.zfill(2), b'abc'.zfill(1)))  # => (b'007', b'-007', b'+00', b'00', b'abc')
show(lambda: b'7'.zfill())  # => TypeError: bytes.zfill() takes exactly one argument (0 given)
show(lambda: b'7'.zfill('3'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: (b'a\tb'.expandtabs(), b'ab\tc'.expandtabs(4), b'a\tb'.expandtabs(tabsize=0), b'\t'.expandtabs(-1)))  # => (b'a       b', b'ab  c', b'ab', b'')
show(lambda: b'a'.expandtabs('x'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: b'a'.expandtabs(1, 2))  # => TypeError: expandtabs() takes at most 1 argument (2 given)
show(lambda: (b'  a b '.strip(), b'xxaxx'.strip(b'x'), b'abc'.strip(b'ca'), b''.strip(), b' a '.strip(None), b'\t\na\t\n'.strip()))  # => (b'a b', b'a', b'b', b'', b'a', b'a')
show(lambda: b'a'.strip(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: b'a'.strip(b'a', 2))  # => TypeError: strip expected at most 1 argument, got 2
show(lambda: (b'  a b '.lstrip(), b'xxaxx'.lstrip(b'x'), b'abc'.lstrip(b'ca'), b''.lstrip(), b' a '.lstrip(None), b'\t\na\t\n'.lstrip()))  # => (b'a b ', b'axx', b'bc', b'', b'a ', b'a\t\n')
show(lambda: b'a'.lstrip(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: b'a'.lstrip(b'a', 2))  # => TypeError: lstrip expected at most 1 argument, got 2
show(lambda: (b'  a b '.rstrip(), b'xxaxx'.rstrip(b'x'), b'abc'.rstrip(b'ca'), b''.rstrip(), b' a '.rstrip(None), b'\t\na\t\n'.rstrip()))  # => (b'  a b', b'xxa', b'ab', b'', b' a', b'\t\na')
show(lambda: b'a'.rstrip(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: b'a'.rstrip(b'a', 2))  # => TypeError: rstrip expected at most 1 argument, got 2

# covers: bytes.capitalize bytes.lower bytes.swapcase bytes.title bytes.upper
show(lambda: (b'hELLO wORLD'.capitalize(), b''.capitalize(), b'a1b'.capitalize(), b'they are-X'.capitalize()))  # => (b'Hello world', b'', b'A1b', b'They are-x')
show(lambda: b'a'.capitalize(1))  # => TypeError: bytes.capitalize() takes no arguments (1 given)
show(lambda: (b'hELLO wORLD'.lower(), b''.lower(), b'a1b'.lower(), b'they are-X'.lower()))  # => (b'hello world', b'', b'a1b', b'they are-x')
show(lambda: b'a'.lower(1))  # => TypeError: bytes.lower() takes no arguments (1 given)
show(lambda: (b'hELLO wORLD'.swapcase(), b''.swapcase(), b'a1b'.swapcase(), b'they are-X'.swapcase()))  # => (b'Hello World', b'', b'A1B', b'THEY ARE-x')
show(lambda: b'a'.swapcase(1))  # => TypeError: bytes.swapcase() takes no arguments (1 given)
show(lambda: (b'hELLO wORLD'.title(), b''.title(), b'a1b'.title(), b'they are-X'.title()))  # => (b'Hello World', b'', b'A1B', b'They Are-X')
show(lambda: b'a'.title(1))  # => TypeError: bytes.title() takes no arguments (1 given)
show(lambda: (b'hELLO wORLD'.upper(), b''.upper(), b'a1b'.upper(), b'they are-X'.upper()))  # => (b'HELLO WORLD', b'', b'A1B', b'THEY ARE-X')
show(lambda: b'a'.upper(1))  # => TypeError: bytes.upper() takes no arguments (1 given)

# covers: bytes.isalnum bytes.isalpha bytes.isascii bytes.isdigit bytes.islower bytes.isspace bytes.istitle bytes.isupper
show(lambda: ([x.isalnum() for x in (b'', b'a', b'A', b'Ab C', b'1', b' ', b'a1', b'_')], bytes(b'\xe9').isalnum()))  # => ([False, True, True, False, True, False, True, False], False)
show(lambda: b'a'.isalnum(1))  # => TypeError: bytes.isalnum() takes no arguments (1 given)
show(lambda: ([x.isalpha() for x in (b'', b'a', b'A', b'Ab C', b'1', b' ', b'a1', b'_')], bytes(b'\xe9').isalpha()))  # => ([False, True, True, False, False, False, False, False], False)
show(lambda: b'a'.isalpha(1))  # => TypeError: bytes.isalpha() takes no arguments (1 given)
show(lambda: ([x.isascii() for x in (b'', b'a', b'A', b'Ab C', b'1', b' ', b'a1', b'_')], bytes(b'\xe9').isascii()))  # => ([True, True, True, True, True, True, True, True], False)
show(lambda: b'a'.isascii(1))  # => TypeError: bytes.isascii() takes no arguments (1 given)
show(lambda: ([x.isdigit() for x in (b'', b'a', b'A', b'Ab C', b'1', b' ', b'a1', b'_')], bytes(b'\xe9').isdigit()))  # => ([False, False, False, False, True, False, False, False], False)
show(lambda: b'a'.isdigit(1))  # => TypeError: bytes.isdigit() takes no arguments (1 given)
show(lambda: ([x.islower() for x in (b'', b'a', b'A', b'Ab C', b'1', b' ', b'a1', b'_')], bytes(b'\xe9').islower()))  # => ([False, True, False, False, False, False, True, False], False)
show(lambda: b'a'.islower(1))  # => TypeError: bytes.islower() takes no arguments (1 given)
show(lambda: ([x.isspace() for x in (b'', b'a', b'A', b'Ab C', b'1', b' ', b'a1', b'_')], bytes(b'\xe9').isspace()))  # => ([False, False, False, False, False, True, False, False], False)
show(lambda: b'a'.isspace(1))  # => TypeError: bytes.isspace() takes no arguments (1 given)
show(lambda: ([x.istitle() for x in (b'', b'a', b'A', b'Ab C', b'1', b' ', b'a1', b'_')], bytes(b'\xe9').istitle()))  # => ([False, False, True, True, False, False, False, False], False)
show(lambda: b'a'.istitle(1))  # => TypeError: bytes.istitle() takes no arguments (1 given)
show(lambda: ([x.isupper() for x in (b'', b'a', b'A', b'Ab C', b'1', b' ', b'a1', b'_')], bytes(b'\xe9').isupper()))  # => ([False, False, True, False, False, False, False, False], False)
show(lambda: b'a'.isupper(1))  # => TypeError: bytes.isupper() takes no arguments (1 given)

# covers: bytes.maketrans bytes.translate
show(lambda: (bytes.maketrans(b'ab', b'xy')[96:100], b''.maketrans(b'', b'') == bytes(range(256)), len(bytes.maketrans(b'a', b'b'))))  # => (b'`xyc', True, 256)
show(lambda: bytes.maketrans(b'a', b''))  # => ValueError: maketrans arguments must have same length
show(lambda: bytes.maketrans('a', 'b'))  # => TypeError: a bytes-like object is required, not 'str'
show(lambda: bytes.maketrans())  # => TypeError: maketrans expected 2 arguments, got 0
show(lambda: (b'abc'.translate(bytes(range(1, 256)) + b'a'), b'abc'.translate(None, b'b'), b'abc'.translate(bytes(256), delete=b'a')))  # => (b'bcd', b'ac', b'\x00\x00')
show(lambda: b'abc'.translate(b''))  # => ValueError: translation table must be 256 characters long
show(lambda: b'abc'.translate(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: b'abc'.translate())  # => TypeError: translate() takes at least 1 positional argument (0 given)
show(lambda: b'a' + 'b')  # => TypeError: can't concat str to bytes
show(lambda: b'a' + 1)  # => TypeError: can't concat int to bytes
show(lambda: b'a' * 1.5)  # => TypeError: can't multiply sequence by non-int of type 'float'
show(lambda: b'a'[5])  # => IndexError: index out of range
show(lambda: b'a'.__getitem__('a'))  # => TypeError: byte indices must be integers or slices, not str
show(lambda: b'a' < 'b')  # => TypeError: '<' not supported between instances of 'bytes' and 'str'
show(lambda: 'a' in b'a')  # => TypeError: a bytes-like object is required, not 'str'
show(lambda: 300 in b'a')  # => ValueError: byte must be in range(0, 256)
show(lambda: (b'abc'[0], b'abc'[::-1], b'a' * 3, b'a' + bytearray(b'b'), b'a' == b'a', b'a' < b'b', bytes(b'%d %s %r %x') % (1, b'x', 'a', 255)))  # => (97, b'cba', b'aaa', b'ab', True, True, b"1 x 'a' ff")
show(lambda: bytes(b'%s') % 'a')  # => TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
show(lambda: bytes(b'%d') % b'a')  # => TypeError: %d format: a real number is required, not bytes
show(lambda: bytes(b'%y') % 1)  # => ValueError: unsupported format character 'y' (0x79) at index 1
show(lambda: bytes(b'').decode('nope'))  # => ''
show(lambda: bytes(b'a').decode('nope'))  # => LookupError: unknown encoding: nope
show(lambda: b'abc'.count())  # => TypeError: count() takes at least 1 argument (0 given)
show(lambda: b'abc'.find())  # => TypeError: find() takes at least 1 argument (0 given)
show(lambda: b'abc'.rfind())  # => TypeError: rfind() takes at least 1 argument (0 given)
show(lambda: b'abc'.index())  # => TypeError: index() takes at least 1 argument (0 given)
show(lambda: b'abc'.rindex())  # => TypeError: rindex() takes at least 1 argument (0 given)
show(lambda: b'abc'.startswith())  # => TypeError: startswith() takes at least 1 argument (0 given)
show(lambda: b'abc'.endswith())  # => TypeError: endswith() takes at least 1 argument (0 given)
