"""Every method of bytearray."""


def show(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


# covers: bytearray bytearray.count bytearray.find bytearray.index bytearray.rfind bytearray.rindex bytearray.startswith bytearray.endswith bytearray.decode bytearray.hex bytearray.fromhex
show(lambda: (bytearray(), bytearray(3), bytearray([1, 255]), bytearray(b'ab'), bytearray('é', 'utf-8'), bytearray(range(3)), bytearray('é', 'ascii', 'replace')))  # => (bytearray(b''), bytearray(b'\x00\x00\x00'), bytearray(b'\x01\xff'), bytearray(b'ab'), bytearray(b'\xc3\xa9'), bytearray(b'\x00\x01\x02'), bytearray(b'?'))
show(lambda: bytearray('a'))  # => TypeError: string argument without an encoding
show(lambda: bytearray(-1))  # => ValueError: negative count
show(lambda: bytearray([256]))  # => ValueError: byte must be in range(0, 256)
show(lambda: bytearray(['a']))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: bytearray(1.5))  # => TypeError: cannot convert 'float' object to bytearray
show(lambda: bytearray(1, 'ascii'))  # => TypeError: encoding without a string argument
show(lambda: bytearray('é', 'ascii'))  # => UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
show(lambda: bytearray(b'', errors='x'))  # => TypeError: errors without a string argument
show(lambda: bytearray(object()))  # => TypeError: cannot convert 'object' object to bytearray
show(lambda: (bytearray(b'ab').decode(), bytearray(b'\xe9').decode('latin-1'), bytearray(b'a\xff').decode('ascii', 'replace'), bytearray(b'a\xff').decode(errors='backslashreplace')))  # => ('ab', 'é', 'a�', 'a\\xff')
show(lambda: bytearray(b'\xff').decode())  # => UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
show(lambda: bytearray(b'\xe2\x82').decode())  # => UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data
show(lambda: bytearray(b'').decode(1))  # => TypeError: decode() argument 'encoding' must be str, not int
show(lambda: (bytearray(b'ab').hex(), bytearray(b'abcd').hex('-'), bytearray(b'abcde').hex(':', 2), bytearray(b'abcde').hex(':', -2), bytearray(b'').hex()))  # => ('6162', '61-62-63-64', '61:6263:6465', '6162:6364:65', '')
show(lambda: bytearray(b'ab').hex('--'))  # => ValueError: sep must be length 1.
show(lambda: bytearray(b'ab').hex(1))  # => TypeError: object of type 'int' has no len()
show(lambda: bytearray(b'ab').hex('é'))  # => ValueError: sep must be ASCII.
show(lambda: (bytearray.fromhex('6162'), bytearray.fromhex(' 61 62 '), bytearray.fromhex('')))  # => (bytearray(b'ab'), bytearray(b'ab'), bytearray(b''))
show(lambda: bytearray.fromhex('6'))  # => ValueError: non-hexadecimal number found in fromhex() arg at position 1
show(lambda: bytearray.fromhex('6x'))  # => ValueError: non-hexadecimal number found in fromhex() arg at position 1
show(lambda: bytearray.fromhex(b'61'))  # => TypeError: fromhex() argument must be str, not bytes
show(lambda: bytearray.fromhex())  # => TypeError: bytearray.fromhex() takes exactly one argument (0 given)
show(lambda: (bytearray(b'abc').count(97), bytearray(b'abc').find(98), bytearray(b'abc').rindex(99), 97 in bytearray(b'abc')))  # => (1, 1, 2, True)
show(lambda: bytearray(b'abc').count(256))  # => ValueError: byte must be in range(0, 256)
show(lambda: bytearray(b'abc').find('a'))  # => TypeError: argument should be integer or bytes-like object, not 'str'
show(lambda: bytearray(b'abc').index(-1))  # => ValueError: byte must be in range(0, 256)
show(lambda: bytearray(b'abc').startswith('a'))  # => TypeError: startswith first arg must be bytes or a tuple of bytes, not str
show(lambda: (bytearray(b'banana').count(bytearray(b'an')), bytearray(b'banana').count(bytearray(b'')), bytearray(b'').count(bytearray(b'')), bytearray(b'aaaa').count(bytearray(b'aa'), 1), bytearray(b'abc').count(bytearray(b''), 4)))  # => (2, 7, 1, 1, 0)
show(lambda: (bytearray(b'banana').find(bytearray(b'an')), bytearray(b'banana').find(bytearray(b'')), bytearray(b'banana').find(bytearray(b'a'), 2, -1), bytearray(b'banana').find(bytearray(b'a'), None, None)))  # => (1, 0, 3, 1)
show(lambda: bytearray(b'abc').find(bytearray(b'x')))  # => -1
show(lambda: bytearray(b'abc').find(bytearray(b''), 4))  # => -1
show(lambda: (bytearray(b'banana').rfind(bytearray(b'an')), bytearray(b'banana').rfind(bytearray(b'')), bytearray(b'banana').rfind(bytearray(b'a'), 2, -1), bytearray(b'banana').rfind(bytearray(b'a'), None, None)))  # => (3, 6, 3, 5)
show(lambda: bytearray(b'abc').rfind(bytearray(b'x')))  # => -1
show(lambda: bytearray(b'abc').rfind(bytearray(b''), 4))  # => -1
show(lambda: (bytearray(b'banana').index(bytearray(b'an')), bytearray(b'banana').index(bytearray(b'')), bytearray(b'banana').index(bytearray(b'a'), 2, -1), bytearray(b'banana').index(bytearray(b'a'), None, None)))  # => (1, 0, 3, 1)
show(lambda: bytearray(b'abc').index(bytearray(b'x')))  # => ValueError: subsection not found
show(lambda: bytearray(b'abc').index(bytearray(b''), 4))  # => ValueError: subsection not found
show(lambda: (bytearray(b'banana').rindex(bytearray(b'an')), bytearray(b'banana').rindex(bytearray(b'')), bytearray(b'banana').rindex(bytearray(b'a'), 2, -1), bytearray(b'banana').rindex(bytearray(b'a'), None, None)))  # => (3, 6, 3, 5)
show(lambda: bytearray(b'abc').rindex(bytearray(b'x')))  # => ValueError: subsection not found
show(lambda: bytearray(b'abc').rindex(bytearray(b''), 4))  # => ValueError: subsection not found
show(lambda: (bytearray(b'abc').startswith(bytearray(b'a')), bytearray(b'abc').startswith((bytearray(b'x'), bytearray(b'bc'))), bytearray(b'abc').startswith(bytearray(b''), 4), bytearray(b'abc').startswith(bytearray(b'b'), 1, 2), bytearray(b'abc').startswith(())))  # => (True, False, False, True, False)
show(lambda: bytearray(b'abc').startswith(1))  # => TypeError: startswith first arg must be bytes or a tuple of bytes, not int
show(lambda: bytearray(b'abc').startswith([bytearray(b'a')]))  # => TypeError: startswith first arg must be bytes or a tuple of bytes, not list
show(lambda: bytearray(b'abc').startswith((1,)))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: (bytearray(b'abc').endswith(bytearray(b'a')), bytearray(b'abc').endswith((bytearray(b'x'), bytearray(b'bc'))), bytearray(b'abc').endswith(bytearray(b''), 4), bytearray(b'abc').endswith(bytearray(b'b'), 1, 2), bytearray(b'abc').endswith(())))  # => (False, True, False, True, False)
show(lambda: bytearray(b'abc').endswith(1))  # => TypeError: endswith first arg must be bytes or a tuple of bytes, not int
show(lambda: bytearray(b'abc').endswith([bytearray(b'a')]))  # => TypeError: endswith first arg must be bytes or a tuple of bytes, not list
show(lambda: bytearray(b'abc').endswith((1,)))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: bytearray(b'abc').count(None))  # => TypeError: argument should be integer or bytes-like object, not 'NoneType'
show(lambda: bytearray(b'abc').count(bytearray(b'a'), 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: bytearray(b'abc').find(None))  # => TypeError: argument should be integer or bytes-like object, not 'NoneType'
show(lambda: bytearray(b'abc').find(bytearray(b'a'), 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: bytearray(b'abc').rfind(None))  # => TypeError: argument should be integer or bytes-like object, not 'NoneType'
show(lambda: bytearray(b'abc').rfind(bytearray(b'a'), 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: bytearray(b'abc').index(None))  # => TypeError: argument should be integer or bytes-like object, not 'NoneType'
show(lambda: bytearray(b'abc').index(bytearray(b'a'), 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: bytearray(b'abc').rindex(None))  # => TypeError: argument should be integer or bytes-like object, not 'NoneType'
show(lambda: bytearray(b'abc').rindex(bytearray(b'a'), 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: bytearray(b'abc').startswith(None))  # => TypeError: startswith first arg must be bytes or a tuple of bytes, not NoneType
show(lambda: bytearray(b'abc').startswith(bytearray(b'a'), 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: bytearray(b'abc').endswith(None))  # => TypeError: endswith first arg must be bytes or a tuple of bytes, not NoneType
show(lambda: bytearray(b'abc').endswith(bytearray(b'a'), 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method

# covers: bytearray.split bytearray.rsplit bytearray.splitlines bytearray.partition bytearray.rpartition bytearray.join bytearray.replace bytearray.removeprefix bytearray.removesuffix
show(lambda: (bytearray(b' a b  c ').split(), bytearray(b'a,b,,c').split(bytearray(b',')), bytearray(b'a b c').split(None, 1), bytearray(b'').split(), bytearray(b'').split(bytearray(b',')), bytearray(b'a,b,c').split(sep=bytearray(b','), maxsplit=1)))  # => ([bytearray(b'a'), bytearray(b'b'), bytearray(b'c')], [bytearray(b'a'), bytearray(b'b'), bytearray(b''), bytearray(b'c')], [bytearray(b'a'), bytearray(b'b c')], [], [bytearray(b'')], [bytearray(b'a'), bytearray(b'b,c')])
show(lambda: bytearray(b'a').split(bytearray(b'')))  # => ValueError: empty separator
show(lambda: bytearray(b'a').split(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: bytearray(b'a').split(None, 'x'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: bytearray(b'a').split(None, 1, 2))  # => TypeError: split() takes at most 2 arguments (3 given)
show(lambda: (bytearray(b' a b  c ').rsplit(), bytearray(b'a,b,,c').rsplit(bytearray(b',')), bytearray(b'a b c').rsplit(None, 1), bytearray(b'').rsplit(), bytearray(b'').rsplit(bytearray(b',')), bytearray(b'a,b,c').rsplit(sep=bytearray(b','), maxsplit=1)))  # => ([bytearray(b'a'), bytearray(b'b'), bytearray(b'c')], [bytearray(b'a'), bytearray(b'b'), bytearray(b''), bytearray(b'c')], [bytearray(b'a b'), bytearray(b'c')], [], [bytearray(b'')], [bytearray(b'a,b'), bytearray(b'c')])
show(lambda: bytearray(b'a').rsplit(bytearray(b'')))  # => ValueError: empty separator
show(lambda: bytearray(b'a').rsplit(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: bytearray(b'a').rsplit(None, 'x'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: bytearray(b'a').rsplit(None, 1, 2))  # => TypeError: rsplit() takes at most 2 arguments (3 given)
show(lambda: (bytearray(b'a').splitlines(), bytearray(b'a\nb\n').splitlines(), bytearray(b'').splitlines()))  # => ([bytearray(b'a')], [bytearray(b'a'), bytearray(b'b')], [])
show(lambda: (bytearray(b'a\r\nb').splitlines(True), bytearray(b'a\x0b\x1cb').splitlines(keepends=True)))  # => ([bytearray(b'a\r\n'), bytearray(b'b')], [bytearray(b'a\x0b\x1cb')])
show(lambda: bytearray(b'a').splitlines(1, 2))  # => TypeError: splitlines() takes at most 1 argument (2 given)
show(lambda: bytearray(b'a').splitlines('x', keepends=1))  # => TypeError: splitlines() takes at most 1 argument (2 given)
show(lambda: (bytearray(b'a-b-c').partition(bytearray(b'-')), bytearray(b'abc').partition(bytearray(b'-')), bytearray(b'').partition(bytearray(b'x'))))  # => ((bytearray(b'a'), bytearray(b'-'), bytearray(b'b-c')), (bytearray(b'abc'), bytearray(b''), bytearray(b'')), (bytearray(b''), bytearray(b''), bytearray(b'')))
show(lambda: bytearray(b'a').partition(bytearray(b'')))  # => ValueError: empty separator
show(lambda: bytearray(b'a').partition(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: bytearray(b'a').partition())  # => TypeError: bytearray.partition() takes exactly one argument (0 given)
show(lambda: (bytearray(b'a-b-c').rpartition(bytearray(b'-')), bytearray(b'abc').rpartition(bytearray(b'-')), bytearray(b'').rpartition(bytearray(b'x'))))  # => ((bytearray(b'a-b'), bytearray(b'-'), bytearray(b'c')), (bytearray(b''), bytearray(b''), bytearray(b'abc')), (bytearray(b''), bytearray(b''), bytearray(b'')))
show(lambda: bytearray(b'a').rpartition(bytearray(b'')))  # => ValueError: empty separator
show(lambda: bytearray(b'a').rpartition(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: bytearray(b'a').rpartition())  # => TypeError: bytearray.rpartition() takes exactly one argument (0 given)
show(lambda: (bytearray(b'-').join([bytearray(b'a'), bytearray(b'b')]), bytearray(b'-').join([]), bytearray(b'').join((bytearray(b'x'),)), bytearray(b'ab').join(bytearray(b'a') for i in range(3))))  # => (bytearray(b'a-b'), bytearray(b''), bytearray(b'x'), bytearray(b'aabaaba'))
show(lambda: bytearray(b'-').join([1]))  # => TypeError: sequence item 0: expected a bytes-like object, int found
show(lambda: bytearray(b'-').join([bytearray(b'a'), None]))  # => TypeError: sequence item 1: expected a bytes-like object, NoneType found
show(lambda: bytearray(b'-').join(1))  # => TypeError: can only join an iterable
show(lambda: bytearray(b'-').join())  # => TypeError: bytearray.join() takes exactly one argument (0 given)
show(lambda: (bytearray(b'aaa').replace(bytearray(b'a'), bytearray(b'b')), bytearray(b'aaa').replace(bytearray(b'a'), bytearray(b'bb'), 2), bytearray(b'abc').replace(bytearray(b''), bytearray(b'-')), bytearray(b'').replace(bytearray(b''), bytearray(b'x')), bytearray(b'a').replace(bytearray(b'a'), bytearray(b''), 0)))  # => (bytearray(b'bbb'), bytearray(b'bbbba'), bytearray(b'-a-b-c-'), bytearray(b'x'), bytearray(b'a'))
show(lambda: bytearray(b'a').replace(bytearray(b'a')))  # => TypeError: replace expected at least 2 arguments, got 1
show(lambda: bytearray(b'a').replace(1, bytearray(b'b')))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: bytearray(b'a').replace(bytearray(b'a'), bytearray(b'b'), 'c'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: bytearray(b'a').replace(bytearray(b'a'), bytearray(b'b'), count=1))  # => TypeError: bytearray.replace() takes no keyword arguments
show(lambda: (bytearray(b'abab').removeprefix(bytearray(b'ab')), bytearray(b'ab').removeprefix(bytearray(b'x')), bytearray(b'ab').removeprefix(bytearray(b'')), bytearray(b'a').removeprefix(bytearray(b'a'))))  # => (bytearray(b'ab'), bytearray(b'ab'), bytearray(b'ab'), bytearray(b''))
show(lambda: bytearray(b'a').removeprefix(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: bytearray(b'a').removeprefix())  # => TypeError: bytearray.removeprefix() takes exactly one argument (0 given)
show(lambda: (bytearray(b'abab').removesuffix(bytearray(b'ab')), bytearray(b'ab').removesuffix(bytearray(b'x')), bytearray(b'ab').removesuffix(bytearray(b'')), bytearray(b'a').removesuffix(bytearray(b'a'))))  # => (bytearray(b'ab'), bytearray(b'ab'), bytearray(b'ab'), bytearray(b''))
show(lambda: bytearray(b'a').removesuffix(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: bytearray(b'a').removesuffix())  # => TypeError: bytearray.removesuffix() takes exactly one argument (0 given)

# covers: bytearray.center bytearray.ljust bytearray.rjust bytearray.zfill bytearray.expandtabs bytearray.strip bytearray.lstrip bytearray.rstrip
show(lambda: (bytearray(b'ab').center(5), bytearray(b'ab').center(5, bytearray(b'*')), bytearray(b'abc').center(2), bytearray(b'').center(3, bytearray(b'x')), bytearray(b'a').center(-1)))  # => (bytearray(b'  ab '), bytearray(b'**ab*'), bytearray(b'abc'), bytearray(b'xxx'), bytearray(b'a'))
show(lambda: bytearray(b'a').center(5, bytearray(b'xy')))  # => TypeError: center() argument 2 must be a byte string of length 1, not bytearray
show(lambda: bytearray(b'a').center(5, 1))  # => TypeError: center() argument 2 must be a byte string of length 1, not int
show(lambda: bytearray(b'a').center('5'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: bytearray(b'a').center())  # => TypeError: center expected at least 1 argument, got 0
show(lambda: (bytearray(b'ab').ljust(5), bytearray(b'ab').ljust(5, bytearray(b'*')), bytearray(b'abc').ljust(2), bytearray(b'').ljust(3, bytearray(b'x')), bytearray(b'a').ljust(-1)))  # => (bytearray(b'ab   '), bytearray(b'ab***'), bytearray(b'abc'), bytearray(b'xxx'), bytearray(b'a'))
show(lambda: bytearray(b'a').ljust(5, bytearray(b'xy')))  # => TypeError: ljust() argument 2 must be a byte string of length 1, not bytearray
show(lambda: bytearray(b'a').ljust(5, 1))  # => TypeError: ljust() argument 2 must be a byte string of length 1, not int
show(lambda: bytearray(b'a').ljust('5'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: bytearray(b'a').ljust())  # => TypeError: ljust expected at least 1 argument, got 0
show(lambda: (bytearray(b'ab').rjust(5), bytearray(b'ab').rjust(5, bytearray(b'*')), bytearray(b'abc').rjust(2), bytearray(b'').rjust(3, bytearray(b'x')), bytearray(b'a').rjust(-1)))  # => (bytearray(b'   ab'), bytearray(b'***ab'), bytearray(b'abc'), bytearray(b'xxx'), bytearray(b'a'))
show(lambda: bytearray(b'a').rjust(5, bytearray(b'xy')))  # => TypeError: rjust() argument 2 must be a byte string of length 1, not bytearray
show(lambda: bytearray(b'a').rjust(5, 1))  # => TypeError: rjust() argument 2 must be a byte string of length 1, not int
show(lambda: bytearray(b'a').rjust('5'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: bytearray(b'a').rjust())  # => TypeError: rjust expected at least 1 argument, got 0
show(lambda: (bytearray(b'7').zfill(3), bytearray(b'-7').zfill(4), bytearray(b'+').zfill(3), bytearray(b'').zfill(2), bytearray(b'abc').zfill(1)))  # => (bytearray(b'007'), bytearray(b'-007'), bytearray(b'+00'), bytearray(b'00'), bytearray(b'abc'))
show(lambda: bytearray(b'7').zfill())  # => TypeError: bytearray.zfill() takes exactly one argument (0 given)
show(lambda: bytearray(b'7').zfill('3'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: (bytearray(b'a\tb').expandtabs(), bytearray(b'ab\tc').expandtabs(4), bytearray(b'a\tb').expandtabs(tabsize=0), bytearray(b'\t').expandtabs(-1)))  # => (bytearray(b'a       b'), bytearray(b'ab  c'), bytearray(b'ab'), bytearray(b''))
show(lambda: bytearray(b'a').expandtabs('x'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: bytearray(b'a').expandtabs(1, 2))  # => TypeError: expandtabs() takes at most 1 argument (2 given)
show(lambda: (bytearray(b'  a b ').strip(), bytearray(b'xxaxx').strip(bytearray(b'x')), bytearray(b'abc').strip(bytearray(b'ca')), bytearray(b'').strip(), bytearray(b' a ').strip(None), bytearray(b'\t\na\t\n').strip()))  # => (bytearray(b'a b'), bytearray(b'a'), bytearray(b'b'), bytearray(b''), bytearray(b'a'), bytearray(b'a'))
show(lambda: bytearray(b'a').strip(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: bytearray(b'a').strip(bytearray(b'a'), 2))  # => TypeError: strip expected at most 1 argument, got 2
show(lambda: (bytearray(b'  a b ').lstrip(), bytearray(b'xxaxx').lstrip(bytearray(b'x')), bytearray(b'abc').lstrip(bytearray(b'ca')), bytearray(b'').lstrip(), bytearray(b' a ').lstrip(None), bytearray(b'\t\na\t\n').lstrip()))  # => (bytearray(b'a b '), bytearray(b'axx'), bytearray(b'bc'), bytearray(b''), bytearray(b'a '), bytearray(b'a\t\n'))
show(lambda: bytearray(b'a').lstrip(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: bytearray(b'a').lstrip(bytearray(b'a'), 2))  # => TypeError: lstrip expected at most 1 argument, got 2
show(lambda: (bytearray(b'  a b ').rstrip(), bytearray(b'xxaxx').rstrip(bytearray(b'x')), bytearray(b'abc').rstrip(bytearray(b'ca')), bytearray(b'').rstrip(), bytearray(b' a ').rstrip(None), bytearray(b'\t\na\t\n').rstrip()))  # => (bytearray(b'  a b'), bytearray(b'xxa'), bytearray(b'ab'), bytearray(b''), bytearray(b' a'), bytearray(b'\t\na'))
show(lambda: bytearray(b'a').rstrip(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: bytearray(b'a').rstrip(bytearray(b'a'), 2))  # => TypeError: rstrip expected at most 1 argument, got 2

# covers: bytearray.capitalize bytearray.lower bytearray.swapcase bytearray.title bytearray.upper
show(lambda: (bytearray(b'hELLO wORLD').capitalize(), bytearray(b'').capitalize(), bytearray(b'a1b').capitalize(), bytearray(b'they are-X').capitalize()))  # => (bytearray(b'Hello world'), bytearray(b''), bytearray(b'A1b'), bytearray(b'They are-x'))
show(lambda: bytearray(b'a').capitalize(1))  # => TypeError: bytearray.capitalize() takes no arguments (1 given)
show(lambda: (bytearray(b'hELLO wORLD').lower(), bytearray(b'').lower(), bytearray(b'a1b').lower(), bytearray(b'they are-X').lower()))  # => (bytearray(b'hello world'), bytearray(b''), bytearray(b'a1b'), bytearray(b'they are-x'))
show(lambda: bytearray(b'a').lower(1))  # => TypeError: bytearray.lower() takes no arguments (1 given)
show(lambda: (bytearray(b'hELLO wORLD').swapcase(), bytearray(b'').swapcase(), bytearray(b'a1b').swapcase(), bytearray(b'they are-X').swapcase()))  # => (bytearray(b'Hello World'), bytearray(b''), bytearray(b'A1B'), bytearray(b'THEY ARE-x'))
show(lambda: bytearray(b'a').swapcase(1))  # => TypeError: bytearray.swapcase() takes no arguments (1 given)
show(lambda: (bytearray(b'hELLO wORLD').title(), bytearray(b'').title(), bytearray(b'a1b').title(), bytearray(b'they are-X').title()))  # => (bytearray(b'Hello World'), bytearray(b''), bytearray(b'A1B'), bytearray(b'They Are-X'))
show(lambda: bytearray(b'a').title(1))  # => TypeError: bytearray.title() takes no arguments (1 given)
show(lambda: (bytearray(b'hELLO wORLD').upper(), bytearray(b'').upper(), bytearray(b'a1b').upper(), bytearray(b'they are-X').upper()))  # => (bytearray(b'HELLO WORLD'), bytearray(b''), bytearray(b'A1B'), bytearray(b'THEY ARE-X'))
show(lambda: bytearray(b'a').upper(1))  # => TypeError: bytearray.upper() takes no arguments (1 given)

# covers: bytearray.isalnum bytearray.isalpha bytearray.isascii bytearray.isdigit bytearray.islower bytearray.isspace bytearray.istitle bytearray.isupper
show(lambda: ([x.isalnum() for x in (bytearray(b''), bytearray(b'a'), bytearray(b'A'), bytearray(b'Ab C'), bytearray(b'1'), bytearray(b' '), bytearray(b'a1'), bytearray(b'_'))], bytearray(b'\xe9').isalnum()))  # => ([False, True, True, False, True, False, True, False], False)
show(lambda: bytearray(b'a').isalnum(1))  # => TypeError: bytearray.isalnum() takes no arguments (1 given)
show(lambda: ([x.isalpha() for x in (bytearray(b''), bytearray(b'a'), bytearray(b'A'), bytearray(b'Ab C'), bytearray(b'1'), bytearray(b' '), bytearray(b'a1'), bytearray(b'_'))], bytearray(b'\xe9').isalpha()))  # => ([False, True, True, False, False, False, False, False], False)
show(lambda: bytearray(b'a').isalpha(1))  # => TypeError: bytearray.isalpha() takes no arguments (1 given)
show(lambda: ([x.isascii() for x in (bytearray(b''), bytearray(b'a'), bytearray(b'A'), bytearray(b'Ab C'), bytearray(b'1'), bytearray(b' '), bytearray(b'a1'), bytearray(b'_'))], bytearray(b'\xe9').isascii()))  # => ([True, True, True, True, True, True, True, True], False)
show(lambda: bytearray(b'a').isascii(1))  # => TypeError: bytearray.isascii() takes no arguments (1 given)
show(lambda: ([x.isdigit() for x in (bytearray(b''), bytearray(b'a'), bytearray(b'A'), bytearray(b'Ab C'), bytearray(b'1'), bytearray(b' '), bytearray(b'a1'), bytearray(b'_'))], bytearray(b'\xe9').isdigit()))  # => ([False, False, False, False, True, False, False, False], False)
show(lambda: bytearray(b'a').isdigit(1))  # => TypeError: bytearray.isdigit() takes no arguments (1 given)
show(lambda: ([x.islower() for x in (bytearray(b''), bytearray(b'a'), bytearray(b'A'), bytearray(b'Ab C'), bytearray(b'1'), bytearray(b' '), bytearray(b'a1'), bytearray(b'_'))], bytearray(b'\xe9').islower()))  # => ([False, True, False, False, False, False, True, False], False)
show(lambda: bytearray(b'a').islower(1))  # => TypeError: bytearray.islower() takes no arguments (1 given)
show(lambda: ([x.isspace() for x in (bytearray(b''), bytearray(b'a'), bytearray(b'A'), bytearray(b'Ab C'), bytearray(b'1'), bytearray(b' '), bytearray(b'a1'), bytearray(b'_'))], bytearray(b'\xe9').isspace()))  # => ([False, False, False, False, False, True, False, False], False)
show(lambda: bytearray(b'a').isspace(1))  # => TypeError: bytearray.isspace() takes no arguments (1 given)
show(lambda: ([x.istitle() for x in (bytearray(b''), bytearray(b'a'), bytearray(b'A'), bytearray(b'Ab C'), bytearray(b'1'), bytearray(b' '), bytearray(b'a1'), bytearray(b'_'))], bytearray(b'\xe9').istitle()))  # => ([False, False, True, True, False, False, False, False], False)
show(lambda: bytearray(b'a').istitle(1))  # => TypeError: bytearray.istitle() takes no arguments (1 given)
show(lambda: ([x.isupper() for x in (bytearray(b''), bytearray(b'a'), bytearray(b'A'), bytearray(b'Ab C'), bytearray(b'1'), bytearray(b' '), bytearray(b'a1'), bytearray(b'_'))], bytearray(b'\xe9').isupper()))  # => ([False, False, True, False, False, False, False, False], False)
show(lambda: bytearray(b'a').isupper(1))  # => TypeError: bytearray.isupper() takes no arguments (1 given)

# covers: bytearray.maketrans bytearray.translate
show(lambda: (bytearray.maketrans(b'ab', b'xy')[96:100], bytearray(b'').maketrans(b'', b'') == bytes(range(256)), len(bytearray.maketrans(b'a', b'b'))))  # => (b'`xyc', True, 256)
show(lambda: bytearray.maketrans(b'a', b''))  # => ValueError: maketrans arguments must have same length
show(lambda: bytearray.maketrans('a', 'b'))  # => TypeError: a bytes-like object is required, not 'str'
show(lambda: bytearray.maketrans())  # => TypeError: maketrans expected 2 arguments, got 0
show(lambda: (bytearray(b'abc').translate(bytes(range(1, 256)) + b'a'), bytearray(b'abc').translate(None, b'b'), bytearray(b'abc').translate(bytes(256), delete=b'a')))  # => (bytearray(b'bcd'), bytearray(b'ac'), bytearray(b'\x00\x00'))
show(lambda: bytearray(b'abc').translate(b''))  # => ValueError: translation table must be 256 characters long
show(lambda: bytearray(b'abc').translate(1))  # => TypeError: a bytes-like object is required, not 'int'
show(lambda: bytearray(b'abc').translate())  # => TypeError: translate() takes at least 1 positional argument (0 given)
show(lambda: bytearray(b'a') + 'b')  # => TypeError: can't concat str to bytearray
show(lambda: bytearray(b'a') + 1)  # => TypeError: can't concat int to bytearray
show(lambda: bytearray(b'a') * 1.5)  # => TypeError: can't multiply sequence by non-int of type 'float'
show(lambda: bytearray(b'a')[5])  # => IndexError: bytearray index out of range
show(lambda: bytearray(b'a').__getitem__('a'))  # => TypeError: bytearray indices must be integers or slices, not str
show(lambda: bytearray(b'a') < 'b')  # => TypeError: '<' not supported between instances of 'bytearray' and 'str'
show(lambda: 'a' in bytearray(b'a'))  # => TypeError: a bytes-like object is required, not 'str'
show(lambda: 300 in bytearray(b'a'))  # => ValueError: byte must be in range(0, 256)
show(lambda: (bytearray(b'abc')[0], bytearray(b'abc')[::-1], bytearray(b'a') * 3, bytearray(b'a') + bytearray(b'b'), bytearray(b'a') == b'a', bytearray(b'a') < b'b', bytearray(b'%d %s %r %x') % (1, b'x', 'a', 255)))  # => (97, bytearray(b'cba'), bytearray(b'aaa'), bytearray(b'ab'), True, True, bytearray(b"1 x \'a\' ff"))
show(lambda: bytearray(b'%s') % 'a')  # => TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
show(lambda: bytearray(b'%d') % b'a')  # => TypeError: %d format: a real number is required, not bytes
show(lambda: bytearray(b'%y') % 1)  # => ValueError: unsupported format character 'y' (0x79) at index 1

# covers: bytearray.append bytearray.clear bytearray.copy bytearray.extend bytearray.insert bytearray.pop bytearray.remove bytearray.reverse
B = bytearray
show(lambda: (a := B(), a.append(1), a.append(255), a))  # => (bytearray(b'\x01\xff'), None, None, bytearray(b'\x01\xff'))
show(lambda: B().append(256))  # => ValueError: byte must be in range(0, 256)
show(lambda: B().append('a'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: B().append())  # => TypeError: bytearray.append() takes exactly one argument (0 given)
show(lambda: (a := B(b'ab'), a.clear(), a))  # => (bytearray(b''), None, bytearray(b''))
show(lambda: B().clear())  # => None
show(lambda: B().clear(1))  # => TypeError: bytearray.clear() takes no arguments (1 given)
show(lambda: (a := B(b'ab'), c := a.copy(), c is a, c))  # => (bytearray(b'ab'), bytearray(b'ab'), False, bytearray(b'ab'))
show(lambda: B().copy())  # => bytearray(b'')
show(lambda: B().copy(1))  # => TypeError: bytearray.copy() takes no arguments (1 given)
show(lambda: (a := B(b'a'), a.extend(b'bc'), a.extend([1, 2]), a.extend(a), a))  # => (bytearray(b'abc\x01\x02abc\x01\x02'), None, None, None, bytearray(b'abc\x01\x02abc\x01\x02'))
show(lambda: B().extend('a'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: B().extend(1))  # => TypeError: can't extend bytearray with int
show(lambda: B().extend([256]))  # => ValueError: byte must be in range(0, 256)
show(lambda: (a := B(b'ab'), a.insert(1, 65), a.insert(-99, 66), a.insert(99, 67), a))  # => (bytearray(b'BaAbC'), None, None, None, bytearray(b'BaAbC'))
show(lambda: B().insert(0, 256))  # => ValueError: byte must be in range(0, 256)
show(lambda: B().insert(0))  # => TypeError: insert expected 2 arguments, got 1
show(lambda: B().insert('a', 1))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: (a := B(b'abc'), a.pop(), a.pop(0), a))  # => (bytearray(b'b'), 99, 97, bytearray(b'b'))
show(lambda: B().pop())  # => IndexError: pop from empty bytearray
show(lambda: B(b'a').pop(5))  # => IndexError: pop index out of range
show(lambda: B(b'a').pop('x'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: (a := B(b'aba'), a.remove(97), a))  # => (bytearray(b'ba'), None, bytearray(b'ba'))
show(lambda: B().remove(97))  # => ValueError: value not found in bytearray
show(lambda: B().remove('a'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: B().remove(256))  # => ValueError: byte must be in range(0, 256)
show(lambda: (a := B(b'abc'), a.reverse(), a))  # => (bytearray(b'cba'), None, bytearray(b'cba'))
show(lambda: B().reverse())  # => None
show(lambda: B().reverse(1))  # => TypeError: bytearray.reverse() takes no arguments (1 given)
show(lambda: (a := B(b'abc'), a.__setitem__(0, 65), a.__setitem__(slice(1, 2), b'xyz'), a.__delitem__(-1), a))  # => (bytearray(b'Axyz'), None, None, None, bytearray(b'Axyz'))
show(lambda: B(b'a').__setitem__(0, 256))  # => ValueError: byte must be in range(0, 256)
show(lambda: B(b'a').__setitem__(9, 1))  # => IndexError: bytearray index out of range
show(lambda: B(b'abcd').__setitem__(slice(0, 4, 2), b'x'))  # => ValueError: attempt to assign bytes of size 1 to extended slice of size 2
show(lambda: hash(B()))  # => TypeError: unhashable type: 'bytearray'
show(lambda: bytearray(b'').decode('nope'))  # => ''
show(lambda: bytearray(b'abc').count())  # => TypeError: count() takes at least 1 argument (0 given)
show(lambda: bytearray(b'abc').find())  # => TypeError: find() takes at least 1 argument (0 given)
show(lambda: bytearray(b'abc').rfind())  # => TypeError: rfind() takes at least 1 argument (0 given)
show(lambda: bytearray(b'abc').index())  # => TypeError: index() takes at least 1 argument (0 given)
show(lambda: bytearray(b'abc').rindex())  # => TypeError: rindex() takes at least 1 argument (0 given)
show(lambda: bytearray(b'abc').startswith())  # => TypeError: startswith() takes at least 1 argument (0 given)
show(lambda: bytearray(b'abc').endswith())  # => TypeError: endswith() takes at least 1 argument (0 given)
