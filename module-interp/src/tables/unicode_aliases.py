"""Writes the aliases of characters that dev.clutch.interp.unicode.UnicodeNames reads.

    python3.12 unicode_aliases.py NAME_ALIASES OUTPUT

NAME_ALIASES is NameAliases.txt of the Unicode character database, of any later version; what the running CPython does not know is
left out. A line of the output is the code point, a blank and the alias.
"""
import sys
import unicodedata


def main(source, output):
    aliases = set()
    with open(source, encoding='ascii') as lines:
        for line in lines:
            parts = line.split('#')[0].strip().split(';')
            if len(parts) < 2:
                continue
            try:
                character = unicodedata.lookup(parts[1])
            except KeyError:
                continue
            if unicodedata.name(character, None) != parts[1]:
                aliases.add((ord(character), parts[1]))
    with open(output, 'w', encoding='ascii') as file:
        for code, alias in sorted(aliases):
            file.write(f'{code:04X} {alias}\n')


if __name__ == '__main__':
    main(*sys.argv[1:])
