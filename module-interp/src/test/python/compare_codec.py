"""Compares encodings, error positions, error handlers and character names with CPython's."""
import codecs
import random
import unicodedata
import warnings
from compare import Comparison, outcome, write

ENCODERS = {name: getattr(codecs, name.replace('-', '_') + '_encode') for name in (
    'utf-8 utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be ascii utf-7 unicode_escape raw_unicode_escape').split()}
ENCODERS['latin-1'] = codecs.latin_1_encode
HANDLERS = ('strict ignore replace xmlcharrefreplace backslashreplace namereplace surrogateescape surrogatepass skip').split()


def skip(error):
    if isinstance(error, UnicodeDecodeError):
        return '\u20ac', min(error.end + 1, len(error.object))
    return 'ab', min(error.end + 1, len(error.object))


def answer(function, *arguments):
    def guarded():
        try:
            return function(*arguments)
        except UnicodeError as error:
            return error.encoding, error.start, error.end, error.reason
    return outcome(guarded)


def decode(name, data, errors, last):
    if name in ('ascii', 'latin-1'):
        function = codecs.ascii_decode if name == 'ascii' else codecs.latin_1_decode
        return function(data, errors)
    if name in ('utf-16', 'utf-32'):
        function = codecs.utf_16_ex_decode if name == 'utf-16' else codecs.utf_32_ex_decode
        return function(data, errors, 0, last)
    return getattr(codecs, name.replace('-', '_') + '_decode')(data, errors, last)


def main():
    warnings.simplefilter('ignore')
    codecs.register_error('skip', skip)
    comparison = Comparison('codec')
    source = random.Random(5)
    characters = ['a', 'b', '+', '-', '\\', '~', '\n', '\x00', '\x7f', '\x80', '\xe9', '\xff', '\u0100', '\u07ff', '\u0800', '\u20ac', '\ud800',
                  '\udbff', '\udc80', '\udcff', '\udfff', '\ue000', '\ufffd', '\ufffe', '\uffff', '\U00010000', '\U0001f600', '\U0010ffff']
    tables = [''.join(chr(c) for c in range(128)) + '\u20ac\ufffe\U0001f600\udc80' + 'a' * 20, codecs.decode(bytes(range(256)), 'cp437'),
              bytes(range(256)).decode('cp1252', 'replace').replace('\ufffd', '\ufffe')]
    pieces = {
        'utf-8': [c.encode('utf-8', 'surrogatepass') for c in characters] + [bytes([b]) for b in (
            0x61, 0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff, 0x9f, 0xa0, 0x8f, 0x90)],
        'utf-7': [b'+', b'-', b'A', b'AGE', b'+AGE', b'+AGE-', b'2D3eAA', b'2D0', b'+2D0', b'3AA', b'!', b'\xff', b'~', b'\\', b'a', b'/', b'AA'],
        'unicode_escape': [b'\\', b'x', b'u', b'U', b'N', b'{', b'}', b'SPACE', b'41', b'0041', b'00', b'0010ffff', b'\n', b'\xe9', b'n', b'q',
                           b'777', b'\\N{DIGIT ONE}', b'\\x', b'\\u', b'\\U', b'd83d', b'z', b'latin small letter a'],
        'ascii': [b'a', b'\x80', b'\xff', b'bc'],
    }
    pieces['latin-1'] = pieces['ascii']
    pieces['raw_unicode_escape'] = pieces['unicode_escape']
    for name in ('utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be'):
        pieces[name] = ([c.encode(name, 'surrogatepass') for c in characters] +
                        [b'\xff\xfe', b'\xfe\xff', b'\xff\xfe\0\0', b'\0\0\xfe\xff', b'\0', b'a', b'\xd8', b'\xdc\x00', b'\0\0\x11\0'])
    for _ in range(12000):
        text = ''.join(source.choices(characters, k=source.randrange(8)))
        for name, encoder in ENCODERS.items():
            errors = source.choice(HANDLERS)
            expected = answer(lambda: encoder(text, errors)[0])
            comparison.expect('encode', expected, name, text, errors)
            data = b''.join(source.choices(pieces[name], k=source.randrange(7)))
            errors, last = source.choice(HANDLERS), source.random() < 0.6
            comparison.expect('decode', answer(decode, name, data, errors, last), name, data, errors, last)
        table, errors = source.choice(tables), source.choice(HANDLERS)
        comparison.expect('charmap_encode', answer(lambda: codecs.charmap_encode(text, errors, codecs.charmap_build(table))[0])
                          if len(table) == 256 else answer(lambda: codecs.charmap_encode(
                              text, errors, {ord(c): i for i, c in enumerate(table) if c != '\ufffe'})[0]), text, table, errors)
        data = source.randbytes(6)
        comparison.expect('charmap_decode', answer(lambda: codecs.charmap_decode(data, errors, table)[0]), data, table, errors)
        data = b''.join(source.choices(pieces['unicode_escape'], k=source.randrange(7)))
        errors = source.choice(['strict', 'replace', 'ignore', 'other'])
        comparison.expect('escape_decode', outcome(lambda: codecs.escape_decode(data, errors)[0]), data, errors)
        comparison.expect('escape_encode', outcome(lambda: codecs.escape_encode(data)[0]), data)
    for code in range(0x110000):
        if not 0xf0000 <= code:
            name = unicodedata.name(chr(code), None)
            comparison.expect('name', write(name), code)
            if name is not None:
                comparison.expect('lookup', write(code), name)
    for name in ('', 'SPACE ', 'space', 'CJK UNIFIED IDEOGRAPH-4e00', 'CJK UNIFIED IDEOGRAPH-04E00', 'CJK UNIFIED IDEOGRAPH-', 'HANGUL SYLLABLE GAGAG',
                 'HANGUL SYLLABLE A', 'hangul syllable gag', 'LATIN  SMALL LETTER A', 'BASIC LATIN 61', 'NO SUCH NAME', 'LF', 'line feed', 'BOM', 'ZWJ', 'VS256', 'VS257', 'BELL',
                 'LATIN SMALL LETTER GHA', 'LINE FEED (LF)', 'nbsp', 'CJK UNIFIED IDEOGRAPHS 4E00'):
        try:
            expected = ord(unicodedata.lookup(name))
        except KeyError:
            expected = -1
        comparison.expect('lookup', write(expected), name)
    comparison.finish()


if __name__ == '__main__':
    main()
