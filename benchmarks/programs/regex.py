"""re: searching, groups, substitution with functions, splitting, backtracking."""
import re

LOG = "\n".join(
    f"2024-0{i % 9 + 1}-{i % 27 + 1:02d} 12:{i % 60:02d}:00 host{i % 5} app[{i}]: user={'alice' if i % 3 else 'bob'} took {i * 3}ms path=/a/b{i}/c?q={i}"
    for i in range(250)
)
LINE = re.compile(r"^(?P<date>\d{4}-\d\d-\d\d) (?P<time>[\d:]+) (\w+) (\w+)\[(\d+)\]: user=(\w+) took (\d+)ms path=(\S+)$", re.M)
WORD = re.compile(r"\b[a-z]+\b", re.I)


def work():
    total = 0
    users = {}
    for m in LINE.finditer(LOG):
        users[m[6]] = users.get(m[6], 0) + int(m.group(7))
        total += len(m.group("date")) + m.start("time")
    replaced = re.sub(r"(\d+)ms", lambda m: f"{int(m[1]) / 1000:.3f}s", LOG)
    swapped = re.sub(r"user=(\w+)", r"\1=user", LOG)
    words = WORD.findall(LOG)
    parts = re.split(r"[\s:/?=\[\]]+", LOG)
    lazy = re.findall(r"<(.+?)>", "<a><bb><ccc>" * 150)
    back = re.search(r"(a+)+b", "a" * 14 + "c")
    return total, users, len(replaced), len(swapped), len(words), len(parts), len(lazy), back
