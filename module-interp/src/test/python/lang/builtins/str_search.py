"""Methods of str that search, split, join and replace."""


def show(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


# covers: str str.encode str.count str.find str.index str.rfind str.rindex str.startswith str.endswith
show(lambda: (str(), str(1), str(b'a'), str(b'\xe9', 'latin-1'), str(object=[1]), str(b'\xff', errors='replace')))  # => ('', '1', "b'a'", 'é', '[1]', '�')
show(lambda: str(b'\xff', 'utf-8'))  # => UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
show(lambda: str('a', 'utf-8'))  # => TypeError: decoding str is not supported
show(lambda: str(1, 'utf-8'))  # => TypeError: decoding to str: need a bytes-like object, int found
show(lambda: str(1, 2, 3, 4))  # => TypeError: str() takes at most 3 arguments (4 given)
show(lambda: ('aé'.encode(), 'é'.encode('latin-1'), '\u20ac'.encode('ascii', 'xmlcharrefreplace'), ''.encode('utf-16-le')))  # => (b'a\xc3\xa9', b'\xe9', b'&#8364;', b'')
show(lambda: 'é'.encode('ascii'))  # => UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
show(lambda: 'a'.encode('nope'))  # => LookupError: unknown encoding: nope
show(lambda: 'a'.encode(1))  # => TypeError: encode() argument 'encoding' must be str, not int
show(lambda: '\ud800'.encode())  # => UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
show(lambda: ('a'.encode('ascii', 'x'), 'é'.encode('ascii', 'nope')))  # => LookupError: unknown error handler name 'nope'
show(lambda: ('banana'.count('an'), 'banana'.count(''), ''.count(''), 'aaaa'.count('aa', 1), 'abc'.count('', 4)))  # => (2, 7, 1, 1, 0)
show(lambda: ('banana'.find('an'), 'banana'.find(''), 'banana'.find('a', 2, -1), 'banana'.find('a', None, None)))  # => (1, 0, 3, 1)
show(lambda: 'abc'.find('x'))  # => -1
show(lambda: 'abc'.find('', 4))  # => -1
show(lambda: ('banana'.rfind('an'), 'banana'.rfind(''), 'banana'.rfind('a', 2, -1), 'banana'.rfind('a', None, None)))  # => (3, 6, 3, 5)
show(lambda: 'abc'.rfind('x'))  # => -1
show(lambda: 'abc'.rfind('', 4))  # => -1
show(lambda: ('banana'.index('an'), 'banana'.index(''), 'banana'.index('a', 2, -1), 'banana'.index('a', None, None)))  # => (1, 0, 3, 1)
show(lambda: 'abc'.index('x'))  # => ValueError: substring not found
show(lambda: 'abc'.index('', 4))  # => ValueError: substring not found
show(lambda: ('banana'.rindex('an'), 'banana'.rindex(''), 'banana'.rindex('a', 2, -1), 'banana'.rindex('a', None, None)))  # => (3, 6, 3, 5)
show(lambda: 'abc'.rindex('x'))  # => ValueError: substring not found
show(lambda: 'abc'.rindex('', 4))  # => ValueError: substring not found
show(lambda: ('abc'.startswith('a'), 'abc'.startswith(('x', 'bc')), 'abc'.startswith('', 4), 'abc'.startswith('b', 1, 2), 'abc'.startswith(())))  # => (True, False, False, True, False)
show(lambda: 'abc'.startswith(1))  # => TypeError: startswith first arg must be str or a tuple of str, not int
show(lambda: 'abc'.startswith(['a']))  # => TypeError: startswith first arg must be str or a tuple of str, not list
show(lambda: 'abc'.startswith((1,)))  # => TypeError: tuple for startswith must only contain str, not int
show(lambda: ('abc'.endswith('a'), 'abc'.endswith(('x', 'bc')), 'abc'.endswith('', 4), 'abc'.endswith('b', 1, 2), 'abc'.endswith(())))  # => (False, True, False, True, False)
show(lambda: 'abc'.endswith(1))  # => TypeError: endswith first arg must be str or a tuple of str, not int
show(lambda: 'abc'.endswith(['a']))  # => TypeError: endswith first arg must be str or a tuple of str, not list
show(lambda: 'abc'.endswith((1,)))  # => TypeError: tuple for endswith must only contain str, not int
show(lambda: 'abc'.count(None))  # => TypeError: must be str, not NoneType
show(lambda: 'abc'.count('a', 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: 'abc'.find(None))  # => TypeError: must be str, not NoneType
show(lambda: 'abc'.find('a', 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: 'abc'.rfind(None))  # => TypeError: must be str, not NoneType
show(lambda: 'abc'.rfind('a', 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: 'abc'.index(None))  # => TypeError: must be str, not NoneType
show(lambda: 'abc'.index('a', 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: 'abc'.rindex(None))  # => TypeError: must be str, not NoneType
show(lambda: 'abc'.rindex('a', 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: 'abc'.startswith(None))  # => TypeError: startswith first arg must be str or a tuple of str, not NoneType
show(lambda: 'abc'.startswith('a', 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method
show(lambda: 'abc'.endswith(None))  # => TypeError: endswith first arg must be str or a tuple of str, not NoneType
show(lambda: 'abc'.endswith('a', 'x'))  # => TypeError: slice indices must be integers or None or have an __index__ method

# covers: str.split str.rsplit str.splitlines str.partition str.rpartition str.join str.replace str.removeprefix str.removesuffix
show(lambda: (' a b  c '.split(), 'a,b,,c'.split(','), 'a b c'.split(None, 1), ''.split(), ''.split(','), 'a,b,c'.split(sep=',', maxsplit=1)))  # => (['a', 'b', 'c'], ['a', 'b', '', 'c'], ['a', 'b c'], [], [''], ['a', 'b,c'])
show(lambda: 'a'.split(''))  # => ValueError: empty separator
show(lambda: 'a'.split(1))  # => TypeError: must be str or None, not int
show(lambda: 'a'.split(None, 'x'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: 'a'.split(None, 1, 2))  # => TypeError: split() takes at most 2 arguments (3 given)
show(lambda: (' a b  c '.rsplit(), 'a,b,,c'.rsplit(','), 'a b c'.rsplit(None, 1), ''.rsplit(), ''.rsplit(','), 'a,b,c'.rsplit(sep=',', maxsplit=1)))  # => (['a', 'b', 'c'], ['a', 'b', '', 'c'], ['a b', 'c'], [], [''], ['a,b', 'c'])
show(lambda: 'a'.rsplit(''))  # => ValueError: empty separator
show(lambda: 'a'.rsplit(1))  # => TypeError: must be str or None, not int
show(lambda: 'a'.rsplit(None, 'x'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: 'a'.rsplit(None, 1, 2))  # => TypeError: rsplit() takes at most 2 arguments (3 given)
show(lambda: ('a'.splitlines(), 'a\nb\n'.splitlines(), ''.splitlines()))  # => (['a'], ['a', 'b'], [])
show(lambda: ('a\r\nb'.splitlines(True), 'a\x0b\x1cb'.splitlines(keepends=True)))  # => (['a\r\n', 'b'], ['a\x0b', '\x1c', 'b'])
show(lambda: 'a'.splitlines(1, 2))  # => TypeError: splitlines() takes at most 1 argument (2 given)
show(lambda: 'a'.splitlines('x', keepends=1))  # => TypeError: splitlines() takes at most 1 argument (2 given)
show(lambda: ('a-b-c'.partition('-'), 'abc'.partition('-'), ''.partition('x')))  # => (('a', '-', 'b-c'), ('abc', '', ''), ('', '', ''))
show(lambda: 'a'.partition(''))  # => ValueError: empty separator
show(lambda: 'a'.partition(1))  # => TypeError: must be str, not int
show(lambda: 'a'.partition())  # => TypeError: str.partition() takes exactly one argument (0 given)
show(lambda: ('a-b-c'.rpartition('-'), 'abc'.rpartition('-'), ''.rpartition('x')))  # => (('a-b', '-', 'c'), ('', '', 'abc'), ('', '', ''))
show(lambda: 'a'.rpartition(''))  # => ValueError: empty separator
show(lambda: 'a'.rpartition(1))  # => TypeError: must be str, not int
show(lambda: 'a'.rpartition())  # => TypeError: str.rpartition() takes exactly one argument (0 given)
show(lambda: ('-'.join(['a', 'b']), '-'.join([]), ''.join(('x',)), 'ab'.join('a' for i in range(3))))  # => ('a-b', '', 'x', 'aabaaba')
show(lambda: '-'.join([1]))  # => TypeError: sequence item 0: expected str instance, int found
show(lambda: '-'.join(['a', None]))  # => TypeError: sequence item 1: expected str instance, NoneType found
show(lambda: '-'.join(1))  # => TypeError: can only join an iterable
show(lambda: '-'.join())  # => TypeError: str.join() takes exactly one argument (0 given)
show(lambda: ('aaa'.replace('a', 'b'), 'aaa'.replace('a', 'bb', 2), 'abc'.replace('', '-'), ''.replace('', 'x'), 'a'.replace('a', '', 0)))  # => ('bbb', 'bbbba', '-a-b-c-', 'x', 'a')
show(lambda: 'a'.replace('a'))  # => TypeError: replace expected at least 2 arguments, got 1
show(lambda: 'a'.replace(1, 'b'))  # => TypeError: replace() argument 1 must be str, not int
show(lambda: 'a'.replace('a', 'b', 'c'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: 'a'.replace('a', 'b', count=1))  # => TypeError: str.replace() takes no keyword arguments
show(lambda: ('abab'.removeprefix('ab'), 'ab'.removeprefix('x'), 'ab'.removeprefix(''), 'a'.removeprefix('a')))  # => ('ab', 'ab', 'ab', '')
show(lambda: 'a'.removeprefix(1))  # => TypeError: removeprefix() argument must be str, not int
show(lambda: 'a'.removeprefix())  # => TypeError: str.removeprefix() takes exactly one argument (0 given)
show(lambda: ('abab'.removesuffix('ab'), 'ab'.removesuffix('x'), 'ab'.removesuffix(''), 'a'.removesuffix('a')))  # => ('ab', 'ab', 'ab', '')
show(lambda: 'a'.removesuffix(1))  # => TypeError: removesuffix() argument must be str, not int
show(lambda: 'a'.removesuffix())  # => TypeError: str.removesuffix() takes exactly one argument (0 given)
show(lambda: 'abc'.count())  # => TypeError: count() takes at least 1 argument (0 given)
show(lambda: 'abc'.find())  # => TypeError: find() takes at least 1 argument (0 given)
show(lambda: 'abc'.rfind())  # => TypeError: rfind() takes at least 1 argument (0 given)
show(lambda: 'abc'.index())  # => TypeError: index() takes at least 1 argument (0 given)
show(lambda: 'abc'.rindex())  # => TypeError: rindex() takes at least 1 argument (0 given)
show(lambda: 'abc'.startswith())  # => TypeError: startswith() takes at least 1 argument (0 given)
show(lambda: 'abc'.endswith())  # => TypeError: endswith() takes at least 1 argument (0 given)
show(lambda: 'abc'.find(1, 2, 3, 4))  # => TypeError: find() takes at most 3 arguments (4 given)
