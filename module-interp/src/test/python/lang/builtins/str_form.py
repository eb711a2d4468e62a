"""Methods of str for form, case, kind and format."""


def show(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


# covers: str.center str.ljust str.rjust str.zfill str.expandtabs str.strip str.lstrip str.rstrip
show(lambda: ('ab'.center(5), 'ab'.center(5, '*'), 'abc'.center(2), ''.center(3, 'x'), 'a'.center(-1)))  # => ('  ab ', '**ab*', 'abc', 'xxx', 'a')
show(lambda: 'a'.center(5, 'xy'))  # => TypeError: The fill character must be exactly one character long
show(lambda: 'a'.center(5, 1))  # => TypeError: The fill character must be a unicode character, not int
show(lambda: 'a'.center('5'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: 'a'.center())  # => TypeError: center expected at least 1 argument, got 0
show(lambda: ('ab'.ljust(5), 'ab'.ljust(5, '*'), 'abc'.ljust(2), ''.ljust(3, 'x'), 'a'.ljust(-1)))  # => ('ab   ', 'ab***', 'abc', 'xxx', 'a')
show(lambda: 'a'.ljust(5, 'xy'))  # => TypeError: The fill character must be exactly one character long
show(lambda: 'a'.ljust(5, 1))  # => TypeError: The fill character must be a unicode character, not int
show(lambda: 'a'.ljust('5'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: 'a'.ljust())  # => TypeError: ljust expected at least 1 argument, got 0
show(lambda: ('ab'.rjust(5), 'ab'.rjust(5, '*'), 'abc'.rjust(2), ''.rjust(3, 'x'), 'a'.rjust(-1)))  # => ('   ab', '***ab', 'abc', 'xxx', 'a')
show(lambda: 'a'.rjust(5, 'xy'))  # => TypeError: The fill character must be exactly one character long
show(lambda: 'a'.rjust(5, 1))  # => TypeError: The fill character must be a unicode character, not int
show(lambda: 'a'.rjust('5'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: 'a'.rjust())  # => TypeError: rjust expected at least 1 argument, got 0
show(lambda: ('7'.zfill(3), '-7'.zfill(4), '+'.zfill(3), ''.zfill(2), 'abc'.zfill(1)))  # => ('007', '-007', '+00', '00', 'abc')
show(lambda: '7'.zfill())  # => TypeError: str.zfill() takes exactly one argument (0 given)
show(lambda: '7'.zfill('3'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: ('a\tb'.expandtabs(), 'ab\tc'.expandtabs(4), 'a\tb'.expandtabs(tabsize=0), '\t'.expandtabs(-1)))  # => ('a       b', 'ab  c', 'ab', '')
show(lambda: 'a'.expandtabs('x'))  # => TypeError: 'str' object cannot be interpreted as an integer
show(lambda: 'a'.expandtabs(1, 2))  # => TypeError: expandtabs() takes at most 1 argument (2 given)
show(lambda: ('  a b '.strip(), 'xxaxx'.strip('x'), 'abc'.strip('ca'), ''.strip(), ' a '.strip(None), '\t\na\t\n'.strip()))  # => ('a b', 'a', 'b', '', 'a', 'a')
show(lambda: 'a'.strip(1))  # => TypeError: strip arg must be None or str
show(lambda: 'a'.strip('a', 2))  # => TypeError: strip expected at most 1 argument, got 2
show(lambda: ('  a b '.lstrip(), 'xxaxx'.lstrip('x'), 'abc'.lstrip('ca'), ''.lstrip(), ' a '.lstrip(None), '\t\na\t\n'.lstrip()))  # => ('a b ', 'axx', 'bc', '', 'a ', 'a\t\n')
show(lambda: 'a'.lstrip(1))  # => TypeError: lstrip arg must be None or str
show(lambda: 'a'.lstrip('a', 2))  # => TypeError: lstrip expected at most 1 argument, got 2
show(lambda: ('  a b '.rstrip(), 'xxaxx'.rstrip('x'), 'abc'.rstrip('ca'), ''.rstrip(), ' a '.rstrip(None), '\t\na\t\n'.rstrip()))  # => ('  a b', 'xxa', 'ab', '', ' a', '\t\na')
show(lambda: 'a'.rstrip(1))  # => TypeError: rstrip arg must be None or str
show(lambda: 'a'.rstrip('a', 2))  # => TypeError: rstrip expected at most 1 argument, got 2

# covers: str.capitalize str.lower str.swapcase str.title str.upper str.casefold
show(lambda: ('hELLO wORLD'.capitalize(), ''.capitalize(), 'a1b'.capitalize(), 'they are-X'.capitalize(), 'straße'.capitalize(), 'ǆŉ ΑΣ'.capitalize(), 'ŒUVRE İ'.capitalize(), 'ﬀ'.capitalize()))  # => ('Hello world', '', 'A1b', 'They are-x', 'Straße', 'ǅŉ ας', 'Œuvre i̇', 'Ff')
show(lambda: 'a'.capitalize(1))  # => TypeError: str.capitalize() takes no arguments (1 given)
show(lambda: ('hELLO wORLD'.lower(), ''.lower(), 'a1b'.lower(), 'they are-X'.lower(), 'straße'.lower(), 'ǆŉ ΑΣ'.lower(), 'ŒUVRE İ'.lower(), 'ﬀ'.lower()))  # => ('hello world', '', 'a1b', 'they are-x', 'straße', 'ǆŉ ας', 'œuvre i̇', 'ﬀ')
show(lambda: 'a'.lower(1))  # => TypeError: str.lower() takes no arguments (1 given)
show(lambda: ('hELLO wORLD'.swapcase(), ''.swapcase(), 'a1b'.swapcase(), 'they are-X'.swapcase(), 'straße'.swapcase(), 'ǆŉ ΑΣ'.swapcase(), 'ŒUVRE İ'.swapcase(), 'ﬀ'.swapcase()))  # => ('Hello World', '', 'A1B', 'THEY ARE-x', 'STRASSE', 'ǄʼN ας', 'œuvre i̇', 'FF')
show(lambda: 'a'.swapcase(1))  # => TypeError: str.swapcase() takes no arguments (1 given)
show(lambda: ('hELLO wORLD'.title(), ''.title(), 'a1b'.title(), 'they are-X'.title(), 'straße'.title(), 'ǆŉ ΑΣ'.title(), 'ŒUVRE İ'.title(), 'ﬀ'.title()))  # => ('Hello World', '', 'A1B', 'They Are-X', 'Straße', 'ǅŉ Ας', 'Œuvre İ', 'Ff')
show(lambda: 'a'.title(1))  # => TypeError: str.title() takes no arguments (1 given)
show(lambda: ('hELLO wORLD'.upper(), ''.upper(), 'a1b'.upper(), 'they are-X'.upper(), 'straße'.upper(), 'ǆŉ ΑΣ'.upper(), 'ŒUVRE İ'.upper(), 'ﬀ'.upper()))  # => ('HELLO WORLD', '', 'A1B', 'THEY ARE-X', 'STRASSE', 'ǄʼN ΑΣ', 'ŒUVRE İ', 'FF')
show(lambda: 'a'.upper(1))  # => TypeError: str.upper() takes no arguments (1 given)
show(lambda: ('hELLO wORLD'.casefold(), ''.casefold(), 'a1b'.casefold(), 'they are-X'.casefold(), 'straße'.casefold(), 'ǆŉ ΑΣ'.casefold(), 'ŒUVRE İ'.casefold(), 'ﬀ'.casefold()))  # => ('hello world', '', 'a1b', 'they are-x', 'strasse', 'ǆʼn ασ', 'œuvre i̇', 'ff')
show(lambda: 'a'.casefold(1))  # => TypeError: str.casefold() takes no arguments (1 given)

# covers: str.isalnum str.isalpha str.isascii str.isdigit str.islower str.isspace str.istitle str.isupper str.isdecimal str.isnumeric str.isidentifier str.isprintable
show(lambda: ([x.isalnum() for x in ('', 'a', 'A', 'Ab C', '1', ' ', 'a1', '_')], [x.isalnum() for x in ('é', '²', '٣', '½', 'ǅ', 'ª', '\u2003', '\x7f', '漢', '\ud800')]))  # => ([False, True, True, False, True, False, True, False], [True, True, True, True, True, True, False, False, True, False])
show(lambda: 'a'.isalnum(1))  # => TypeError: str.isalnum() takes no arguments (1 given)
show(lambda: ([x.isalpha() for x in ('', 'a', 'A', 'Ab C', '1', ' ', 'a1', '_')], [x.isalpha() for x in ('é', '²', '٣', '½', 'ǅ', 'ª', '\u2003', '\x7f', '漢', '\ud800')]))  # => ([False, True, True, False, False, False, False, False], [True, False, False, False, True, True, False, False, True, False])
show(lambda: 'a'.isalpha(1))  # => TypeError: str.isalpha() takes no arguments (1 given)
show(lambda: ([x.isascii() for x in ('', 'a', 'A', 'Ab C', '1', ' ', 'a1', '_')], [x.isascii() for x in ('é', '²', '٣', '½', 'ǅ', 'ª', '\u2003', '\x7f', '漢', '\ud800')]))  # => ([True, True, True, True, True, True, True, True], [False, False, False, False, False, False, False, True, False, False])
show(lambda: 'a'.isascii(1))  # => TypeError: str.isascii() takes no arguments (1 given)
show(lambda: ([x.isdigit() for x in ('', 'a', 'A', 'Ab C', '1', ' ', 'a1', '_')], [x.isdigit() for x in ('é', '²', '٣', '½', 'ǅ', 'ª', '\u2003', '\x7f', '漢', '\ud800')]))  # => ([False, False, False, False, True, False, False, False], [False, True, True, False, False, False, False, False, False, False])
show(lambda: 'a'.isdigit(1))  # => TypeError: str.isdigit() takes no arguments (1 given)
show(lambda: ([x.islower() for x in ('', 'a', 'A', 'Ab C', '1', ' ', 'a1', '_')], [x.islower() for x in ('é', '²', '٣', '½', 'ǅ', 'ª', '\u2003', '\x7f', '漢', '\ud800')]))  # => ([False, True, False, False, False, False, True, False], [True, False, False, False, False, True, False, False, False, False])
show(lambda: 'a'.islower(1))  # => TypeError: str.islower() takes no arguments (1 given)
show(lambda: ([x.isspace() for x in ('', 'a', 'A', 'Ab C', '1', ' ', 'a1', '_')], [x.isspace() for x in ('é', '²', '٣', '½', 'ǅ', 'ª', '\u2003', '\x7f', '漢', '\ud800')]))  # => ([False, False, False, False, False, True, False, False], [False, False, False, False, False, False, True, False, False, False])
show(lambda: 'a'.isspace(1))  # => TypeError: str.isspace() takes no arguments (1 given)
show(lambda: ([x.istitle() for x in ('', 'a', 'A', 'Ab C', '1', ' ', 'a1', '_')], [x.istitle() for x in ('é', '²', '٣', '½', 'ǅ', 'ª', '\u2003', '\x7f', '漢', '\ud800')]))  # => ([False, False, True, True, False, False, False, False], [False, False, False, False, True, False, False, False, False, False])
show(lambda: 'a'.istitle(1))  # => TypeError: str.istitle() takes no arguments (1 given)
show(lambda: ([x.isupper() for x in ('', 'a', 'A', 'Ab C', '1', ' ', 'a1', '_')], [x.isupper() for x in ('é', '²', '٣', '½', 'ǅ', 'ª', '\u2003', '\x7f', '漢', '\ud800')]))  # => ([False, False, True, False, False, False, False, False], [False, False, False, False, False, False, False, False, False, False])
show(lambda: 'a'.isupper(1))  # => TypeError: str.isupper() takes no arguments (1 given)
show(lambda: ([x.isdecimal() for x in ('', 'a', 'A', 'Ab C', '1', ' ', 'a1', '_')], [x.isdecimal() for x in ('é', '²', '٣', '½', 'ǅ', 'ª', '\u2003', '\x7f', '漢', '\ud800')]))  # => ([False, False, False, False, True, False, False, False], [False, False, True, False, False, False, False, False, False, False])
show(lambda: 'a'.isdecimal(1))  # => TypeError: str.isdecimal() takes no arguments (1 given)
show(lambda: ([x.isnumeric() for x in ('', 'a', 'A', 'Ab C', '1', ' ', 'a1', '_')], [x.isnumeric() for x in ('é', '²', '٣', '½', 'ǅ', 'ª', '\u2003', '\x7f', '漢', '\ud800')]))  # => ([False, False, False, False, True, False, False, False], [False, True, True, True, False, False, False, False, False, False])
show(lambda: 'a'.isnumeric(1))  # => TypeError: str.isnumeric() takes no arguments (1 given)
show(lambda: ([x.isidentifier() for x in ('', 'a', 'A', 'Ab C', '1', ' ', 'a1', '_')], [x.isidentifier() for x in ('é', '²', '٣', '½', 'ǅ', 'ª', '\u2003', '\x7f', '漢', '\ud800')]))  # => ([False, True, True, False, False, False, True, True], [True, False, False, False, True, True, False, False, True, False])
show(lambda: 'a'.isidentifier(1))  # => TypeError: str.isidentifier() takes no arguments (1 given)
show(lambda: ([x.isprintable() for x in ('', 'a', 'A', 'Ab C', '1', ' ', 'a1', '_')], [x.isprintable() for x in ('é', '²', '٣', '½', 'ǅ', 'ª', '\u2003', '\x7f', '漢', '\ud800')]))  # => ([True, True, True, True, True, True, True, True], [True, True, True, True, True, True, False, False, True, False])
show(lambda: 'a'.isprintable(1))  # => TypeError: str.isprintable() takes no arguments (1 given)

# covers: str.format str.format_map str.maketrans str.translate
show(lambda: ('{} {}'.format(1, 'a'), '{1}{0}'.format(1, 2), '{a.real:>5}'.format(a=3), '{0[1]}'.format([1, 2]), '{!r:*^7}'.format('a'), '{{}}'.format()))  # => ('1 a', '21', '    3', '2', "**'a'**", '{}')
show(lambda: '{}'.format())  # => IndexError: Replacement index 0 out of range for positional args tuple
show(lambda: '{a}'.format())  # => KeyError: 'a'
show(lambda: '{'.format(1))  # => ValueError: Single '{' encountered in format string
show(lambda: '}'.format(1))  # => ValueError: Single '}' encountered in format string
show(lambda: '{0}{}'.format(1, 2))  # => ValueError: cannot switch from manual field specification to automatic field numbering
show(lambda: '{:d}'.format('a'))  # => ValueError: Unknown format code 'd' for object of type 'str'
show(lambda: '{0.zz}'.format(1))  # => AttributeError: 'int' object has no attribute 'zz'
show(lambda: '{0[a]}'.format([1]))  # => TypeError: list indices must be integers or slices, not str
show(lambda: ('{:{}}'.format(1, 5), '{:,}'.format(1234567), '{:08.3f}'.format(3.14159), '{:#x}'.format(255), '{:e}'.format(12345.678), '{:%}'.format(0.25), '{:+}'.format(5)))  # => ('    1', '1,234,567', '0003.142', '0xff', '1.234568e+04', '25.000000%', '+5')
show(lambda: '{:y}'.format(1))  # => ValueError: Unknown format code 'y' for object of type 'int'
show(lambda: '{:.3d}'.format(3))  # => ValueError: Precision not allowed in integer format specifier
show(lambda: ('{a}'.format_map({'a': 1}), '{a[b]}'.format_map({'a': {'b': 2}}), ''.format_map(None)))  # => ('1', '2', '')
show(lambda: '{a}'.format_map({}))  # => KeyError: 'a'
show(lambda: '{}'.format_map({}))  # => ValueError: Format string contains positional fields
show(lambda: '{a}'.format_map())  # => TypeError: str.format_map() takes exactly one argument (0 given)
show(lambda: '{a}'.format_map(1))  # => TypeError: 'int' object is not subscriptable
show(lambda: (str.maketrans({'a': 'b', 99: None}), str.maketrans('ab', 'xy'), str.maketrans('a', 'b', 'cd')))  # => ({97: 'b', 99: None}, {97: 120, 98: 121}, {97: 98, 99: None, 100: None})
show(lambda: str.maketrans('ab', 'c'))  # => ValueError: the first two maketrans arguments must have equal length
show(lambda: str.maketrans(1))  # => TypeError: if you give only one argument to maketrans it must be a dict
show(lambda: str.maketrans({'ab': 1}))  # => ValueError: string keys in translate table must be of length 1
show(lambda: str.maketrans({1.5: 1}))  # => TypeError: keys in translate table must be strings or integers
show(lambda: str.maketrans('a', 1))  # => TypeError: maketrans() argument 2 must be str, not int
show(lambda: str.maketrans())  # => TypeError: maketrans expected at least 1 argument, got 0
show(lambda: ('abc'.translate({97: 'x', 98: None, 99: 0x20ac}), 'abc'.translate({}), 'ab'.translate(['q'] * 98), ''.translate(None)))  # => ('x€', 'abc', 'qb', '')
show(lambda: 'a'.translate(1))  # => TypeError: 'int' object is not subscriptable
show(lambda: 'a'.translate({97: 1.5}))  # => TypeError: character mapping must return integer, None or str
show(lambda: 'a'.translate({97: -1}))  # => ValueError: character mapping must be in range(0x110000)
show(lambda: 'a'.translate())  # => TypeError: str.translate() takes exactly one argument (0 given)
show(lambda: ('%s %r %d %5.2f %x %c %%' % ('a', 'b', 3, 1.5, 255, 65), '%(a)s' % {'a': 1}, '%*d' % (5, 3)))  # => ("a 'b' 3  1.50 ff A %", '1', '    3')
show(lambda: '%d' % 'a')  # => TypeError: %d format: a real number is required, not str
show(lambda: '%s %s' % 1)  # => TypeError: not enough arguments for format string
show(lambda: '%s' % (1, 2))  # => TypeError: not all arguments converted during string formatting
show(lambda: '%y' % 1)  # => ValueError: unsupported format character 'y' (0x79) at index 1
show(lambda: '%(a)s' % 1)  # => TypeError: format requires a mapping
show(lambda: '%c' % 'ab')  # => TypeError: %c requires int or char
show(lambda: 'a' + 1)  # => TypeError: can only concatenate str (not "int") to str
show(lambda: 1 + 'a')  # => TypeError: unsupported operand type(s) for +: 'int' and 'str'
show(lambda: 'a' * 'b')  # => TypeError: can't multiply sequence by non-int of type 'str'
show(lambda: 'a'.__getitem__('b'))  # => TypeError: string indices must be integers, not 'str'
show(lambda: 'a'[5])  # => IndexError: string index out of range
show(lambda: 'a' < 1)  # => TypeError: '<' not supported between instances of 'str' and 'int'
show(lambda: 1 in 'a')  # => TypeError: 'in <string>' requires string as left operand, not int
show(lambda: ('abc'[::-1], 'abc'[1:], 'a' * 3, 'b' in 'abc', 'a' < 'b', hash('a') == hash('a')))  # => ('cba', 'bc', 'aaa', True, True, True)
show(lambda: '{!x}'.format(1))  # => ValueError: Unknown conversion specifier x
show(lambda: '{!é}'.format(1))  # => ValueError: Unknown conversion specifier \xe9
