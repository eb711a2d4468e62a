import _sha3

assert _sha3.sha3_256(b'abc').hexdigest().startswith('3a985da74fe225b2')
assert len(_sha3.shake_128(b'abc').digest(10)) == 10
