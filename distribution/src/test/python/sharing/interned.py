# interned strings: whether a text was interned before shows in its own interpreter only
import sys

kept = []
asked = []


def change():
    for n in range(30):
        kept.append(sys.intern(f"interned text {n}"))
        kept.append(sys.intern(f"interned_name_{n}"))
        kept.append(sys.intern(f"interned \ud800 {n}"))


def news(form):
    """How many of three texts, others each time, are new: interning one that is not gives another object."""
    texts = [form % (3 * len(asked) + n) for n in range(3)]
    return sum(sys.intern(text) is text for text in texts)


def state():
    found = len(kept), news("interned text %d"), news("interned \ud800 %d"), news("interned_name_%d")
    asked.append(found)
    return found


SAME = [3]
