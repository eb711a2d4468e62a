"""Writes the table of character properties that dev.clutch.interp.unicode.UnicodeData reads.

    python3.12 unicode_data.py OUTPUT

The facts are asked of the str type and the unicodedata module of the running CPython, so that its version decides the version of
Unicode. Layout, big-endian:

    int     magic, Unicode version in text (length byte first)
    short   number of records, then per record: int flags, int lower, upper and title difference, byte decimal, byte digit (or -1)
    short   number of blocks, then per block 128 shorts: the record of each code point
    short   per 128 code points: the block
    short   number of special mappings, then sorted: int code point * 4 + kind, byte count, ints
"""
import struct
import sys
import unicodedata

MAGIC = 0x436C5543
SHIFT = 7
(ALPHA, DECIMAL, DIGIT, NUMERIC, LOWER, UPPER, TITLE, SPACE, LINE_BREAK, ID_START, ID_CONTINUE, PRINTABLE, CASED, IGNORABLE,
 SPECIAL, NAMED) = (1 << i for i in range(16))
KINDS = (str.lower, str.upper, str.title, str.casefold)
SIGMA, FINAL_SIGMA = '\u03a3', '\u03c2'


def properties(code):
    c = chr(code)
    flags = 0
    tests = ((ALPHA, c.isalpha()), (DECIMAL, c.isdecimal()), (DIGIT, c.isdigit()), (NUMERIC, c.isnumeric()), (LOWER, c.islower()),
             (UPPER, c.isupper()), (TITLE, c.istitle() and not c.isupper()), (SPACE, c.isspace()),
             (LINE_BREAK, len(('a' + c + 'a').splitlines()) == 2), (ID_START, c.isidentifier()),
             (ID_CONTINUE, ('a' + c).isidentifier()), (PRINTABLE, c.isprintable()),
             (NAMED, unicodedata.name(c, None) is not None))
    for flag, holds in tests:
        flags |= flag if holds else 0
    # the rule of the final sigma tells which characters are passed over, the one of titles which are cased
    after_letter = ('A' + c + SIGMA).lower().endswith(FINAL_SIGMA)
    after_start = (c + SIGMA).lower().endswith(FINAL_SIGMA)
    if after_letter and not after_start:
        flags |= IGNORABLE
    if (c + 'a').title().endswith('a'):
        flags |= CASED
    special = []
    differences = []
    for kind, change in enumerate(KINDS):
        if code == 0x3a3 and change is not str.casefold:
            mapped = '\u03c3' if change is str.lower else c
        else:
            mapped = change(c)
        if kind == 3:
            if mapped != simple_lower(c):
                special.append((kind, mapped))
        elif len(mapped) == 1:
            differences.append(ord(mapped) - code)
        else:
            differences.append(0)
            special.append((kind, mapped))
    if special:
        flags |= SPECIAL
    decimal = unicodedata.decimal(c, -1)
    digit = unicodedata.digit(c, -1)
    return (flags, *differences, decimal, digit), special


def simple_lower(c):
    return '\u03c3' if c == SIGMA else c.lower()


def main(output):
    records, blocks, index, specials = {}, {}, [], []
    for start in range(0, 0x110000, 1 << SHIFT):
        block = []
        for code in range(start, start + (1 << SHIFT)):
            record, special = properties(code)
            block.append(records.setdefault(record, len(records)))
            specials.extend((code * 4 + kind, mapped) for kind, mapped in special)
        index.append(blocks.setdefault(tuple(block), len(blocks)))
    version = unicodedata.unidata_version.encode()
    out = [struct.pack('>iB', MAGIC, len(version)), version, struct.pack('>H', len(records))]
    out += [struct.pack('>iiiibb', *record) for record in records]
    out.append(struct.pack('>H', len(blocks)))
    out += [struct.pack('>128H', *block) for block in blocks]
    out.append(struct.pack(f'>{len(index)}H', *index))
    out.append(struct.pack('>H', len(specials)))
    for key, mapped in sorted(specials):
        out.append(struct.pack(f'>iB{len(mapped)}i', key, len(mapped), *map(ord, mapped)))
    with open(output, 'wb') as file:
        file.write(b''.join(out))
    print(f'{len(records)} records, {len(blocks)} blocks, {len(specials)} special mappings', file=sys.stderr)


if __name__ == '__main__':
    main(sys.argv[1])
