"""Dict and string work: word counts, grouping, reversing, caesar, joins and splits."""

TEXT = ("the quick brown fox jumps over the lazy dog while seven wizards brew "
        "potent mixtures and judge my vow of quartz sphinx black pack box liquor jugs five dozen ").split()


def counts(rounds):
    table = {}
    for i in range(rounds):
        for word in TEXT:
            key = word + str(i % 50)
            table[key] = table.get(key, 0) + 1
    return sum(table.values()), len(table)


def groups(rounds):
    by = {}
    for i in range(rounds):
        for word in TEXT:
            by.setdefault((len(word), word[0]), []).append(i)
    return sorted((k, len(v)) for k, v in by.items())[:3]


def caesar(text, shift):
    out = []
    for c in text:
        if "a" <= c <= "z":
            out.append(chr((ord(c) - 97 + shift) % 26 + 97))
        else:
            out.append(c)
    return "".join(out)


def lines(rounds):
    total = 0
    for i in range(rounds):
        line = ";".join(f"{w}={i}" for w in TEXT)
        fields = dict(part.split("=") for part in line.split(";"))
        total += len(fields) + line.find("sphinx") + line.replace("o", "00").count("0") + len(line.upper().strip("T"))
    return total


def work():
    text = " ".join(TEXT)
    for s in range(1, 40):
        text = caesar(text, s)
    return counts(250), groups(250), text[:20], lines(120)
