# Numbers and single characters have no identity beyond their value
#
# int, float and bool are the JVM's numbers. `is` compares them by value and `id()` is made of the value, so equal numbers of one type are one object;
# two NaNs are one as well. All other objects have an identity, and their `id()` is a number given out when somebody asks, which is never given out again.
one, other = 1000, int("1000")
print(one is other)  # clutch: True  # cpython: False
print(id(one) == id(other))  # clutch: True  # cpython: False
one, other = 1.5, float("1.5")
print(one is other)  # clutch: True  # cpython: False

# Containers look at identity first.
nan, other = float("nan"), float("nan")
print(nan is other, nan == other)  # clutch: True False  # cpython: False False
print([nan] == [other], nan in [other])  # clutch: True True  # cpython: False False
print(len({nan, other}))  # clutch: 2  # cpython: 2

# Single bytes and the empty frozenset are ordinary objects.
letter = bytes([97])
print(letter is b"xa"[1:])  # clutch: False  # cpython: True
print(tuple() is tuple([]))  # clutch: True  # cpython: True

# An id is never used again.
print(id(object()) == id(object()))  # clutch: False  # cpython: True

# A name that sys.intern() gets is never the object that it gives, or it would show whether another interpreter has interned an equal one.
import sys
name = "_".join(["interned", "name"])
print(sys.intern(name) is name)  # clutch: False  # cpython: True
print(sys.intern(name) is sys.intern("_".join(["interned", "name"])))  # clutch: True  # cpython: True
text = " ".join(["interned", "text"])
print(sys.intern(text) is text)  # clutch: True  # cpython: True
