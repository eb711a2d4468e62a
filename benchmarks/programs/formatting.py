"""Text formatting: f-strings, format, percent, templates, textwrap, padding, numbers in bases."""
import textwrap


def work():
    out = []
    for i in range(2500):
        x = i / 7
        out.append(f"{i:>8}|{x:10.3f}|{x:e}|{i:#x}|{i:b}|{i:,}|{'ab' * (i % 3)!r:<12}|")
        out.append("{0:05d} {name:^10} {1:.2%} {0}".format(i, x / 100, name="n%d" % i))
        out.append("%5d %-8s %.4g %x %r" % (i, "s", x, i, (i,)))
        out.append(str(i).zfill(8).rjust(12, "*") + repr(x))
    text = " ".join(out)
    wrapped = textwrap.fill(text[:6000], 72)
    return len(text), wrapped.count("\n"), out[9997][:30]
