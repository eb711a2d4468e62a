import _io

b = _io.BytesIO(b'one\ntwo\n')
assert b.readlines() == [b'one\n', b'two\n']
s = _io.StringIO()
s.write('text')
assert s.getvalue() == 'text'
w = _io.TextIOWrapper(_io.BufferedReader(_io.BytesIO('\u00e9'.encode())), encoding='utf-8')
assert w.read() == '\u00e9'
del w
