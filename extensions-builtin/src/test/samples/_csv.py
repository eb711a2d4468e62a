import _csv

rows = list(_csv.reader(['a,"b,c"', '1,2']))
assert rows == [['a', 'b,c'], ['1', '2']]
out = []


class Sink:
    def write(self, text):
        out.append(text)


_csv.writer(Sink()).writerow(['x', 'y z', 3])
assert out == ['x,y z,3\r\n']
limit = _csv.field_size_limit()
