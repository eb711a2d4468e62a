import _json, json

assert _json.encode_basestring_ascii('\u00e9"') == '"\\u00e9\\""'
assert _json.scanstring('"ab" rest', 1) == ('ab', 4)
assert json.loads(json.dumps({'a': [1, 2.5, None]})) == {'a': [1, 2.5, None]}
