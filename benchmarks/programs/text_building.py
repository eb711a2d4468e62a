"""Text put together piece by piece: += in loops, joins, StringIO, pages of a report."""
import io

NAMES = ["anna", "bert", "carla", "dora", "emil"]


def table(rows):
    text = ""
    for i in range(rows):
        text += NAMES[i % 5] + ";" + str(i * i) + "\n"
    return text


def page(rows):
    html = "<table>"
    width = 0
    for line in rows.splitlines():
        name, number = line.split(";")
        html += f"<tr><td>{name}</td>"
        html = html + f"<td>{number}</td>"
        html += "</tr>\n"
        width = max(width, len(line))
    html += "</table>"
    return html, width


def wrapped(words, limit):
    line = ""
    lines = []
    for word in words:
        if len(line) + len(word) + 1 > limit:
            lines.append(line)
            line = word
        else:
            line += " " + word if line else word
    lines.append(line)
    return "\n".join(lines)


def stream(rows):
    out = io.StringIO()
    for i in range(rows):
        out.write(NAMES[i % 5])
        out.write(" ")
    return out.getvalue()


def reversed_text(text):
    result = ""
    for c in text:
        result = c + result
    return result


def work():
    rows = table(2500)
    html, width = page(rows)
    text = wrapped((rows.replace(";", " ") * 2).split(), 70)
    return len(rows), len(html), width, text.count("\n"), len(stream(6000)), reversed_text(rows[:600])[:12]
