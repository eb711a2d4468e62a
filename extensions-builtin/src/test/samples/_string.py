import _string

first, rest = _string.formatter_field_name_split('a.b[0]')
assert first == 'a' and list(rest) == [(True, 'b'), (False, 0)]
assert list(_string.formatter_parser('x{y!r:z}')) == [('x', 'y', 'z', 'r')]
