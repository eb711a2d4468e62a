# codec search functions and error handlers
import codecs


def search(name):
    if name == "shout":
        return codecs.CodecInfo(lambda s, errors="strict": (s.upper().encode(), len(s)), lambda b, errors="strict": (bytes(b).decode(), len(b)))


def change():
    codecs.register(search)
    codecs.register_error("stars", lambda e: ("*" * (e.end - e.start), e.end))


def state():
    facts = []
    for work in (lambda: "abc".encode("shout"), lambda: "aé".encode("ascii", "stars")):
        try:
            facts.append(work())
        except LookupError as e:
            facts.append(str(e))
    return facts
