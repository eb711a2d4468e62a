# interned strings: whether a text was interned before shows in its own interpreter only
import os
import sys

kept = []
asked = []
own = os.urandom(8).hex()


def change():
    for n in range(30):
        kept.append(sys.intern(f"interned text {n}"))
        kept.append(sys.intern(f"interned_name_{n}"))
        kept.append(sys.intern(f"interned \ud800 {n}"))


def news(form):
    """How many of three texts are new: interning one that is not gives another object. At first they are texts that no other interpreter has."""
    texts = [form % (n if asked else own + str(n)) for n in range(3)]
    return sum(sys.intern(text) is text for text in texts)


def state():
    found = len(kept), news("interned text %s"), news("interned \ud800 %s"), news("interned_name_%s")
    asked.append(found)
    return found


SAME = [3]
