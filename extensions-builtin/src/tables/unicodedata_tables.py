"""Writes the tables that dev.clutch.extensions.builtin.unicodedata.UnicodeTables reads.

    python3.12 unicodedata_tables.py NAMED_SEQUENCES OUTPUT

NAMED_SEQUENCES is NamedSequences.txt of the Unicode character database; what the running CPython does not know is left out. All other
facts are asked of the unicodedata module of the running CPython, so that its version decides the version of Unicode. Layout, big-endian:

    byte    length of the version's text, then the text; the same for the old version
    three lists of texts: categories, bidirectional classes, widths: a byte for the count, then length byte and text
    short   number of records, then for each: bytes category, bidirectional class, combining class, mirrored, width, decimal, digit
            (255 for none), double numeric (NaN for none)
    twice, for the version and the old one: a short for the number of blocks, then per block 128 shorts: the record of each code
    point; then a short for each 128 code points: the block
    byte    number of decomposition tags, then length byte and text; the first is empty and stands for a canonical decomposition
    short   number of decompositions, then int code point, byte tag, byte whether composition makes it, byte count, ints
    byte    number of decompositions that the old version has differently, in the same form without tag and composition
    short   number of named sequences, then length byte and name, byte count, ints
"""
import struct
import sys
import unicodedata

SHIFT = 7


def text(s):
    return bytes([len(s)]) + s.encode('ascii')


def code_points(s):
    return bytes([len(s)]) + b''.join(struct.pack('>i', ord(c)) for c in s)


class Texts:
    def __init__(self, *first):
        self.numbers = {s: i for i, s in enumerate(first)}

    def number(self, s):
        return self.numbers.setdefault(s, len(self.numbers))

    def packed(self):
        return bytes([len(self.numbers)]) + b''.join(map(text, self.numbers))


def blocks(properties, records):
    found, index = {}, []
    for start in range(0, 0x110000, 1 << SHIFT):
        block = tuple(records.setdefault(properties(chr(c)), len(records)) for c in range(start, start + (1 << SHIFT)))
        index.append(found.setdefault(block, len(found)))
    out = struct.pack('>H', len(found))
    for block in found:
        out += struct.pack('>128H', *block)
    return out + struct.pack(f'>{len(index)}H', *index)


def decompositions(tags):
    out, count = b'', 0
    for c in map(chr, range(0x110000)):
        parts = unicodedata.decomposition(c).split()
        if not parts:
            continue
        tag = parts.pop(0) if parts[0].startswith('<') else ''
        mapped = ''.join(chr(int(p, 16)) for p in parts)
        composed = not tag and len(mapped) == 2 and unicodedata.normalize('NFC', mapped) == c
        out += struct.pack('>iBB', ord(c), tags.number(tag), composed) + code_points(mapped)
        count += 1
    return struct.pack('>H', count) + out


def old_decompositions():
    old, out, count = unicodedata.ucd_3_2_0, b'', 0
    for c in map(chr, range(0x110000)):
        if old.category(c) != 'Cn' and unicodedata.decomposition(c)[:1] not in ('', '<'):
            mapped = old.normalize('NFD', c)
            if mapped != unicodedata.normalize('NFD', c):
                out += struct.pack('>i', ord(c)) + code_points(mapped)
                count += 1
    return bytes([count]) + out


def sequences(source):
    out, count = b'', 0
    with open(source, encoding='utf-8') as lines:
        for line in lines:
            name = line.split('#')[0].split(';')[0].strip()
            if name:
                try:
                    value = unicodedata.lookup(name)
                except KeyError:
                    continue
                out += text(name) + code_points(value)
                count += 1
    return struct.pack('>H', count) + out


def main(source, output):
    categories, directions, widths, records = Texts(), Texts(), Texts(), {}

    def properties(database):
        def of(c):
            return (categories.number(database.category(c)), directions.number(database.bidirectional(c)), database.combining(c),
                    database.mirrored(c), widths.number(database.east_asian_width(c)), database.decimal(c, 255),
                    database.digit(c, 255), repr(database.numeric(c, float('nan'))))
        return of

    new = blocks(properties(unicodedata), records)
    old = blocks(properties(unicodedata.ucd_3_2_0), records)
    tags = Texts('')
    mapped = decompositions(tags)
    with open(output, 'wb') as file:
        file.write(text(unicodedata.unidata_version) + text(unicodedata.ucd_3_2_0.unidata_version))
        file.write(categories.packed() + directions.packed() + widths.packed() + struct.pack('>H', len(records)))
        for record in records:
            file.write(struct.pack('>7Bd', *record[:7], float(record[7])))
        file.write(new + old + tags.packed() + mapped + old_decompositions() + sequences(source))


if __name__ == '__main__':
    main(*sys.argv[1:])
