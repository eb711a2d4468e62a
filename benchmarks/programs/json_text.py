"""json: nested documents to text and back, with indent, escapes, floats."""
import json


def document(n):
    return {
        "version": 2,
        "title": "caf\u00e9 \u2603 \"quoted\" \\ tab\t",
        "items": [
            {"id": i, "price": i * 1.25, "tags": ["a", "b", str(i)], "ok": i % 2 == 0, "none": None, "deep": {"x": [i, [i + 1]]}}
            for i in range(n)
        ],
    }


def work():
    total = 0
    doc = document(120)
    for i in range(6):
        text = json.dumps(doc)
        back = json.loads(text)
        total += len(text) + len(back["items"])
        pretty = json.dumps(doc, indent=2, sort_keys=True)
        total += len(pretty)
        total += json.loads(pretty) == back
    return total
