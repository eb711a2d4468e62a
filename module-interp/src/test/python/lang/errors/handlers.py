# Encoding and decoding with each built-in error handler, without the library.
def refused(function, *args):
    try:
        return function(*args)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


text = "a\xe9\u20ac\U0001f600"
for name in "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace":
    print(text.encode("ascii", name))
# => b'a'
# => b'a???'
# => b'a&#233;&#8364;&#128512;'
# => b'a\\xe9\\u20ac\\U0001f600'
# => b'a\\N{LATIN SMALL LETTER E WITH ACUTE}\\N{EURO SIGN}\\N{GRINNING FACE}'
print(text.encode("latin-1", "replace"), text.encode("UTF_16_", "strict"))  # => b'a\xe9??' b'\xff\xfea\x00\xe9\x00\xac =\xd8\x00\xde'
print(refused(text.encode, "ascii"))  # => UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-3: ordinal not in range(128)
for name in "ignore", "replace", "backslashreplace", "surrogateescape":
    print(ascii(b"a\xff\xe2\x82b".decode("utf-8", name)))
# => 'ab'
# => 'a\ufffd\ufffdb'
# => 'a\\xff\\xe2\\x82b'
# => 'a\udcff\udce2\udc82b'
print(refused(b"a\xe2\x82".decode))  # => UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 1-2: unexpected end of data
print("\udcff\ud800".encode("utf-8", "surrogatepass"), "\udcff".encode("ascii", "surrogateescape"))  # => b'\xed\xb3\xbf\xed\xa0\x80' b'\xff'
print(refused("\ud800".encode))  # => UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
print(refused(b"\xff".decode, "ascii", "xmlcharrefreplace"))  # => TypeError: don't know how to handle UnicodeDecodeError in error callback
print(refused(b"\xff".decode, "ascii", "nobody"))  # => LookupError: unknown error handler name 'nobody'
print(refused("".encode, "a\0b"), refused("".encode, 5))  # => ValueError: embedded null character TypeError: encode() argument 'encoding' must be str, not int
