import _pickle

data = _pickle.dumps({'a': [1, (2, 3)]})
assert _pickle.loads(data) == {'a': [1, (2, 3)]}
try:
    _pickle.loads(b'no pickle')
except Exception as e:
    assert isinstance(e, _pickle.UnpicklingError)
else:
    assert False
