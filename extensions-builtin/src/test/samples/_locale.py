import _locale

assert _locale.setlocale(_locale.LC_ALL, 'C') == 'C'
assert _locale.localeconv()['decimal_point'] == '.'
assert _locale.strcoll('a', 'b') < 0
