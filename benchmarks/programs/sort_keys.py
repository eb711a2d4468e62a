"""Sorting with keys, reverse, stability, attributes, and a hand-written merge sort."""
from operator import itemgetter


def rows(n):
    x = 12345
    out = []
    for i in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        out.append((x % 100, f"name{x % 1000}", x / 7.0, i))
    return out


def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    a, b = merge_sort(items[:middle]), merge_sort(items[middle:])
    out = []
    i = j = 0
    while i < len(a) and j < len(b):
        if b[j] < a[i]:
            out.append(b[j])
            j += 1
        else:
            out.append(a[i])
            i += 1
    out.extend(a[i:])
    out.extend(b[j:])
    return out


def work():
    data = rows(6000)
    by_name = sorted(data, key=itemgetter(1))
    by_many = sorted(data, key=lambda r: (-r[0], r[1]))
    data.sort(key=lambda r: r[2], reverse=True)
    texts = sorted((r[1] for r in data), key=len)
    merged = merge_sort([r[3] for r in data])
    return by_name[7], by_many[11], data[3], texts[0], merged[:3]
