# Codecs, locales and time zones
#
# The codecs of East Asian encodings are not there yet. Locale and time zone belong to the interpreter, and the C library's locales other than C, POSIX and C.UTF-8 are unknown.
import locale
import time

from outcome import outcome

print(outcome("a".encode, "shift_jis"))  # clutch: LookupError: unknown encoding: shift_jis  # cpython: b'a'
print(outcome("a".encode, "gb18030"))  # clutch: LookupError: unknown encoding: gb18030  # cpython: b'a'
print(outcome("ä".encode, "cp1252"))  # clutch: b'\xe4'  # cpython: b'\xe4'
print(locale.setlocale(locale.LC_ALL, "C.UTF-8"))  # clutch: C.UTF-8  # cpython: C.UTF-8
print(hasattr(time, "pthread_getcpuclockid"))  # clutch: False  # cpython: True
