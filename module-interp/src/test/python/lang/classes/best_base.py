# The base that decides the layout (best_base): values of int, float and str count as storage wherever they stand.
class Text(str):
    def __new__(cls, value):
        return str.__new__(cls, value)


class Plain: ...


class Mixin(Plain):
    note = 1


class Slotted:
    __slots__ = ("x",)


Mixed = type("Mixed", (Mixin, Text), {})
print(Mixed("a") + "b", Mixed.__base__.__name__, Mixed("a").note)  # => ab Text 1
print([type("T", (Mixin, base), {}).__base__.__name__ for base in (str, int, float, list, Text)])  # => ['str', 'int', 'float', 'list', 'Text']
print([type("T", (Plain, base), {})("7") for base in (str, int, float)])  # => ['7', 7, 7.0]
for bases in ((int, str), (Text, float), (Slotted, int), (Text, dict)):
    try:
        print(type("T", bases, {}))
    except TypeError as e:
        Plain.note = str(e)
    Plain.seen = getattr(Plain, "seen", []) + [Plain.note]
print(Plain.seen)  # => ['multiple bases have instance lay-out conflict', 'multiple bases have instance lay-out conflict', 'multiple bases have instance lay-out conflict', 'multiple bases have instance lay-out conflict']
try:
    Text("x").__class__ = Plain
except TypeError as e:
    print(e)  # => __class__ assignment: 'Plain' object layout differs from 'Text'
t = Text("x")
t.__class__ = type("Other", (Text,), {})
print(type(t).__name__, t)  # => Other x
