# csv: dialects, quoting, dictionaries, the sniffer, and the errors of bad rows.
import csv
import io

out = io.StringIO()
w = csv.writer(out)
print(w.writerow(["a", 1, 2.5, None, 'quo"te', "com,ma", "new\nline", True]))  # => 45
w.writerows([[], [""], ["x"]])
print(repr(out.getvalue()))  # => 'a,1,2.5,,"quo""te","com,ma","new\nline",True\r\n\r\n""\r\nx\r\n'
print(list(csv.reader(io.StringIO(out.getvalue()))))  # => [['a', '1', '2.5', '', 'quo"te', 'com,ma', 'new\nline', 'True'], [], [''], ['x']]
for quoting in (csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_STRINGS, csv.QUOTE_NOTNULL):
    s = io.StringIO()
    csv.writer(s, quoting=quoting, lineterminator="!").writerow(["a", 1, None, 1.5])
    out.write(s.getvalue())
print(out.getvalue().splitlines()[-1])  # => "a","1","","1.5"!"a",1,"",1.5!"a",1,,1.5!"a","1",,"1.5"!
s = io.StringIO()
csv.writer(s, delimiter="\t", quotechar="'", doublequote=False, escapechar="\\", lineterminator="\n").writerow(["it's", "t\tb", "\\"])
print(repr(s.getvalue()), list(csv.reader(io.StringIO(s.getvalue()), delimiter="\t", quotechar="'", doublequote=False, escapechar="\\")))  # => "it\\'s\t't\tb'\t\\\\\n" [["it's", 't\tb', '\\']]
print(list(csv.reader(["1,'2'", "'a',3"], quotechar="'", quoting=csv.QUOTE_NONNUMERIC)))  # => [[1.0, '2'], ['a', 3.0]]
people = "name;age\nann;30\nbob;25;extra\ncy\n"
rows = list(csv.DictReader(io.StringIO(people), delimiter=";", restkey="rest", restval="?"))
print(rows)  # => [{'name': 'ann', 'age': '30'}, {'name': 'bob', 'age': '25', 'rest': ['extra']}, {'name': 'cy', 'age': '?'}]
s = io.StringIO()
d = csv.DictWriter(s, ["name", "age"], extrasaction="ignore", lineterminator="\n")
d.writeheader()
d.writerows(rows)
print(repr(s.getvalue()))  # => 'name,age\nann,30\nbob,25\ncy,?\n'
try:
    csv.DictWriter(s, ["name"]).writerow({"name": 1, "other": 2})
except ValueError as e:
    print(e)  # => dict contains fields not in fieldnames: 'other'
dialect = csv.Sniffer().sniff("a;b;c\n1;'x;y';3\n4;'z';6\n", delimiters=";,")
print(dialect.delimiter, dialect.quotechar, csv.Sniffer().has_header("name,n\nann,1\nbob,2\n"))  # => ; ' True


class Pipes(csv.excel):
    delimiter = "|"
    skipinitialspace = True


csv.register_dialect("pipes", Pipes)
print(sorted(csv.list_dialects()), list(csv.reader(["a| b|c"], "pipes")), csv.get_dialect("pipes").delimiter)  # => ['excel', 'excel-tab', 'pipes', 'unix'] [['a', 'b', 'c']] |
csv.unregister_dialect("pipes")
for call in (
    lambda: csv.get_dialect("pipes"),
    lambda: list(csv.reader(['"a" b'], strict=True)),
    lambda: list(csv.reader(['"open'], strict=True)),
    lambda: csv.reader([], delimiter="ab"),
    lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"]),
    lambda: list(csv.reader([b"x"])),
    lambda: csv.writer(1),
):
    try:
        call()
    except (csv.Error, TypeError) as e:
        rows.append(f"{type(e).__name__}: {e}")
print(rows[3:])  # => ['Error: unknown dialect', 'Error: \',\' expected after \'"\'', 'Error: unexpected end of data', 'TypeError: "delimiter" must be a 1-character string', 'Error: need to escape, but no escapechar set', 'Error: iterator should return strings, not bytes (the file should be opened in text mode)', 'TypeError: argument 1 must have a "write" method']
old = csv.field_size_limit(10)
r = csv.reader(["short", "x" * 11])
print(next(r), r.line_num, old)  # => ['short'] 1 131072
try:
    next(r)
except csv.Error as e:
    print(e, csv.field_size_limit(old))  # => field larger than field limit (10) 10
