# json: the C-coded scanner and encoder, and where errors are.
import json

print(json.loads('{"a": [1, -2.5e3, true, null, "\\u00e9\\ud83d\\ude00\\ud83d"], "b": {}, "n": 123456789012345678901}'))  # => {'a': [1, -2500.0, True, None, 'é😀\ud83d'], 'b': {}, 'n': 123456789012345678901}
print(json.dumps({"k": [1, 2.5, None, True, float("inf")], 1: "\u20ac\U0001f600\n", None: (), False: {}}))  # => {"k": [1, 2.5, null, true, Infinity], "1": "\u20ac\ud83d\ude00\n", "null": [], "false": {}}
print(json.dumps(["\u20ac\x7f\x00"], ensure_ascii=False), json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")))  # => ["€\u0000"] {"a":2,"b":1}
print(json.loads('[1.10, 2]', parse_float=str, parse_int=lambda s: s + "!"), json.loads('{"x": 1}', object_pairs_hook=list))  # => ['1.10', '2!'] [('x', 1)]
for text in ('', '[1,]', '{"a" 1}', '{"a": }', '"abc', '"\\x"', '"\\u12g4"', '[1] 2', '{a: 1}', '"\x01"', '[1 2]'):
    try:
        json.loads(text)
    except json.JSONDecodeError as e:
        errors = globals().setdefault("errors", [])
        errors.append(f"{e}")
print(errors[:6])  # => ['Expecting value: line 1 column 1 (char 0)', 'Expecting value: line 1 column 4 (char 3)', "Expecting ':' delimiter: line 1 column 6 (char 5)", 'Expecting value: line 1 column 7 (char 6)', 'Unterminated string starting at: line 1 column 1 (char 0)', 'Invalid \\escape: line 1 column 2 (char 1)']
print(errors[6:])  # => ['Invalid \\uXXXX escape: line 1 column 3 (char 2)', 'Extra data: line 1 column 5 (char 4)', 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)', 'Invalid control character at: line 1 column 2 (char 1)', "Expecting ',' delimiter: line 1 column 4 (char 3)"]
loop = []
loop.append(loop)
for bad in (loop, {(1,): 2}, {1, 2}, object):
    try:
        json.dumps(bad)
    except (TypeError, ValueError) as e:
        messages = globals().setdefault("messages", [])
        messages.append(str(e))
print(messages)  # => ['Circular reference detected', 'keys must be str, int, float, bool or None, not tuple', 'Object of type set is not JSON serializable', 'Object of type type is not JSON serializable']
try:
    json.loads("[" * 100000)
except RecursionError as e:
    print(e)  # => maximum recursion depth exceeded while decoding a JSON array from a unicode string
