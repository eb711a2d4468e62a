# Digests
#
# Digests are the JDK's or ours; what CPython takes from OpenSSL beyond them is not there.
import hashlib
import hmac

from outcome import outcome

print(hashlib.sha256(b"clutch").hexdigest()[:16], hmac.digest(b"key", b"text", "sha1").hex()[:16])  # clutch: c278be9e224723ac 369e2959eb494503  # cpython: c278be9e224723ac 369e2959eb494503
print(hasattr(hashlib, "pbkdf2_hmac"), hasattr(hashlib, "scrypt"))  # clutch: False False  # cpython: True True
print(outcome(lambda: hashlib.new("sha512_256").name))  # clutch: ValueError: unsupported hash type sha512_256  # cpython: sha512_256
