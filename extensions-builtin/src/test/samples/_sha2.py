import _sha2

assert _sha2.sha256(b'abc').hexdigest().startswith('ba7816bf8f01cfea')
assert _sha2.sha512(b'').block_size == 128
