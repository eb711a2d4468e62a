# print writes to the sys.stdout of its own interpreter
import sys


class Out:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass


first, second = Out(), Out()
sys.stdout = first


def change():
    sys.stdout = second


def state():
    print("text", end="")
    found = [first.text, second.text]
    first.text = second.text = ""
    if "text" not in found:
        raise AssertionError(found)
    return found
