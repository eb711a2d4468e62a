# interned strings and identities: sys.intern keeps to its interpreter, equal strings stay equal
import sys


def change():
    kept.append(sys.intern("".join(["in", "terned", " text"])))


kept = []


def state():
    return len(kept), kept == ["interned text"] and sys.intern("interned" + " text") is kept[0]
