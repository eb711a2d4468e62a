"""Writes cases for the matching engine, with the answers of the CPython that runs this.

    python3.12 sre_cases.py own       the committed cases: hand-written ones and a few random ones
    python3.12 sre_cases.py random N  N random patterns
    python3.12 sre_cases.py suite     what test.re_tests and the constants of test.test_re give

Line "P": kind (s or b), groups, code words, the pattern.  Line "C": operation (m match, f fullmatch, s search,
i finditer), position, end position, subject, answer.  An answer is "-" or, for each match, the last index and the spans.
"""
import ast
import random
import re
import signal
import sys
import warnings
from re import _compiler, _parser

warnings.simplefilter("ignore")
END = sys.maxsize


def points(subject):
    return " ".join(map(str, subject)) if isinstance(subject, bytes) else " ".join(str(ord(c)) for c in subject)


def answer(match):
    spans = [x for i in range(match.re.groups + 1) for x in match.span(i)]
    return " ".join(map(str, [match.lastindex or -1] + spans))


def write_pattern(pattern, flags):
    try:
        parsed = _parser.parse(pattern, flags)
        code = _compiler._code(parsed, flags)
        compiled = re.compile(pattern, flags)
    except (re.error, ValueError, OverflowError, RecursionError, TypeError):
        return None
    kind = "b" if isinstance(pattern, bytes) else "s"
    print("P", kind, parsed.state.groups - 1, " ".join(str(int(word)) for word in code), ascii(pattern) + " %d" % flags, sep="\t")
    return compiled


def give_up(signum, frame):
    raise TimeoutError


def write_case(compiled, subject, operations="mfsi", pos=0, end=END):
    for operation in operations:
        try:
            signal.setitimer(signal.ITIMER_REAL, 0.05)
            if operation == "i":
                result = ";".join(map(answer, compiled.finditer(subject, pos, end)))
            else:
                name = {"m": "match", "f": "fullmatch", "s": "search"}[operation]
                match = getattr(compiled, name)(subject, pos, end)
                result = answer(match) if match else ""
        except (SystemError, TypeError, TimeoutError):
            continue
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        print("C", operation, pos, end if end < 1 << 30 else 1 << 30, points(subject), result or "-", sep="\t")


OWN = [
    (r"", 0, ["", "a", "ab"]),
    (r"(?:(a)|b)*", 0, ["", "ab", "ba", "abab", "aabbc"]),
    (r"(a*)*", 0, ["", "aaa", "b"]), (r"(a*)+", 0, ["", "aaa", "b"]), (r"(a*?)*?$", 0, ["", "aaa", "b"]),
    (r"((a*)*)*b", 0, ["aab", "b", "aaac"]), (r"(?:a?)*?y", 0, ["aay", "z"]), (r"(?:a?)+?y", 0, ["aay", "z"]),
    (r"(?:|a)*b", 0, ["aab"]), (r"(|a)+b", 0, ["aab", "b"]), (r"(?:(?:)){50}x", 0, ["x", "yx"]),
    (r"(\w+)\s+\1", 0, ["the the cat", "cat act", "a  a"]), (r"(?i)(\w+) \1", 0, ["Abc aBC", "Stra\u00dfe STRA\u00dfE"]),
    (r"(?P<q>['\"]).*?(?P=q)", 0, ["a 'b' \"c'd\"", "'x"]),
    (r"(a)?b(?(1)c|d)", 0, ["abc", "bd", "abd", "bc"]), (r"(?:(a)|(b))(?(1)x|y)(?(2)z)", 0, ["axz", "ax", "byz", "by"]),
    (r"(?<=a)b", 0, ["ab", "bb"]), (r"(?<!a)b", 0, ["ab", "bb", "b"]), (r"(?<=(a|b))c\1", 0, ["aca", "bcb", "bca"]),
    (r"(?=(a+))a*b\1", 0, ["baaabac"]), (r"(?!.*x)a.", 0, ["abx", "ab"]), (r"(?:(?!(ab))a.)*", 0, ["acadab"]),
    (r"(?>a+)ab", 0, ["aaab"]), (r"(?>a+|b)c", 0, ["aac", "bc"]), (r"((?>a|ab))(c|d)?", 0, ["abc", "ac"]),
    (r"a++b", 0, ["aab", "aac"]), (r"(?:ab)*+c", 0, ["ababc", "abab"]), (r"(?:ab?)*+b", 0, ["abab", "aab"]),
    (r"(?:a|b)?+a", 0, ["a", "ba"]), (r"(?:){3,7}+x", 0, ["x"]), (r"(a{2,3}+)a", 0, ["aaa", "aaaa"]),
    (r"(?<=(?:ab){2})c", 0, ["ababc", "abc"]), (r"(?<=a{2}+)c", 0, ["aac", "ac"]), (r"(?<=(?>aa))c", 0, ["aac", "ac"]),
    (r"(?<!(?:ab){2}+)c", 0, ["ababc", "abc"]), (r"(.*)(?=b)(.)", 0, ["aabab", "\nb"]),
    (r"^a|b$", re.M, ["a\nb\nab", "b\n"]), (r"^\s*$", re.M, ["\n \n\n", " "]), (r"\Aa\Z", 0, ["a", "a\n"]), (r"a$", 0, ["a", "a\n"]),
    (r"\bfoo\b", 0, ["foo", "xfoo foo.", "foo\u00e9"]), (r"\Bo\B", 0, ["foot", ""]), (r"\b", 0, ["", "ab c"]),
    (r"\bfoo\b", re.A, ["foo\u00e9"]), (rb"\bfoo\b", re.L, [b"foo\xe9"]), (rb"(?i)[a-z\xe0]+", re.L, [b"aZ\xc0\xe0"]),
    (rb"a.c", re.S, [b"a\nc", b"abc"]), (rb"[\x80-\xff]+", 0, [b"a\x80\xffb"]), (rb"(?i)q\xe9", 0, [b"Q\xe9Q\xc9"]),
    (r"(?i)s\u017f\u212a", 0, ["sSk", "\u017fsK"]), (r"(?i)[k-m]+", 0, ["\u212aLM"]), (r"(?i)\u0130i\u0131", 0, ["iI\u0131"]),
    (r"(?i)[^\xdf]", 0, ["\u1e9e", "\xdf", "s"]), (r"(?i)\u03c3+", 0, ["\u03c3\u03a3\u03c2"]), (r"(?i)[\U00010400-\U00010410]+", 0, ["\U00010400\U00010430"]),
    (r"[\u0400-\u04ff]+", 0, ["ab\u0416\u0436c"]), (r"[^\u0400-\u04ff]+", 0, ["ab\u0416\u0436c"]), (r"[\u0100\u0200\u0300\u4e00-\u4fff]+", 0, ["\u0100\u4e01\u0300x"]),
    (r"[\d\u0660-\u0662x]+", 0, ["12\u0661\u0669x"]), (r"\w+", 0, ["\u0416_9\u00b2\u2160 \u1c89"]), (r"[\W\d]+", 0, ["a1 .\u0416"]), (r"\s+", 0, ["a\x1c\x85\u2028b"]),
    (r"\U0001f600+.", 0, ["a\U0001f600\U0001f600b"]), (r"\ud800", 0, ["\ud800", "\ud800\udc00x"]), (r"[^a]+", 0, ["\U0001f600\ud800a"]),
    (r"foo|foobar|bar", 0, ["foobar bar"]), (r"(?:foo|foobar)$", 0, ["foobar"]), (r"(?P<n>\d+)|(?P<w>\w+)|(?P<o>.)", 0, ["ab 12+x"]),
    (r"a.*?b.*c", re.S, ["xa1b2\nc3c4"]), (r"a{3}", 0, ["aaaaaaa"]), (r"a{2,3}?", 0, ["aaaaaaa"]), (r"(ab){2,3}?", 0, ["abababab"]), (r"(a{1000,}b)?", 0, ["a" * 1001 + "b"]),
    (r"aba", 0, ["ababa", "abababa"]), (r"(ab)a(?!b)", 0, ["ababaaba"]), (r"[ab]c", 0, ["aacbc"]), (r"(?:x{4294967294}|a)", 0, ["xa"]), (r"(?:ab){4000000000,}|a", 0, ["ab"]),
    (r"(a|ab)(c|bcd)(d*)", 0, ["abcd"]), (r"(?:(a)b|(a)c)+d", 0, ["abacd", "acabd"]), (r"(?:(\d)(?=x)|(\w))+", 0, ["1x2y"]), (r"((.)\2)*", 0, ["aabbc"]),
    (r"(?s:.)(?-s:.)", re.S, ["\na\n\n"]), (r"(?m:^)x", 0, ["a\nx"]), (r"(?i:a)b", 0, ["Ab", "aB"]), (r"[^\n]*\n?", 0, ["ab\ncd\n", ""]), (r"$", re.M, ["a\n\nb"]), (r"(?=a)|b", 0, ["ab"]),
]


def own():
    for pattern, flags, subjects in OWN:
        compiled = write_pattern(pattern, flags)
        for subject in subjects:
            write_case(compiled, subject)
            write_case(compiled, subject, "ms", 1, 3)
    fuzz(250)


def atom(r, depth, groups):
    kind = r.randrange(16)
    if kind < 6 or depth <= 0:
        return r.choice(["a", "b", "c", "ab", ".", "[ab]", "[^a]", r"\w", r"\b", "^", "$", "a", "b", "[a-c\xe9]", r"\s"])
    if kind < 9:
        n = groups[0] = groups[0] + 1
        inner = alternatives(r, depth - 1, groups)
        groups[1].append(n)
        return "(" + inner + ")"
    if kind < 11:
        return "(?:" + alternatives(r, depth - 1, groups) + ")"
    if kind == 11:
        return r.choice(["(?=", "(?!"]) + alternatives(r, depth - 1, groups) + ")"
    if kind == 12:
        return r.choice(["(?<=", "(?<!"]) + r.choice(["a", "b", "ab", "(?:a|b)", "[ab]c", "a{2}"]) + ")"
    if kind == 13:
        return "(?>" + alternatives(r, depth - 1, groups) + ")"
    if groups[1] and kind == 14:
        return "\\%d" % r.choice(groups[1]) + "(?:)"
    if groups[1]:
        return "(?(%d)%s|%s)" % (r.choice(groups[1]), sequence(r, depth - 1, groups), sequence(r, depth - 1, groups))
    return "a"


def sequence(r, depth, groups):
    out = []
    for _ in range(r.randrange(1, 4)):
        item = atom(r, depth, groups)
        if item not in ("^", "$", r"\b") and r.random() < 0.45:
            if len(item) == 2 and item[0] != "\\":
                item = "(?:" + item + ")"
            item += r.choice(["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{2,}"] + POSSESSIVE)
        out.append(item)
    return "".join(out)


def alternatives(r, depth, groups):
    return "|".join(sequence(r, depth, groups) for _ in range(r.choice([1, 1, 2, 3])))


POSSESSIVE = ["*+", "?+"]


def fuzz(count, seed=11):
    r = random.Random(seed)
    for _ in range(count):
        pattern = alternatives(r, 3, [0, []])
        flags = r.choice([0, 0, 0, re.I, re.M, re.S, re.A])
        try:
            re.compile(pattern, flags)
        except (re.error, OverflowError):
            continue
        compiled = write_pattern(pattern, flags)
        for _ in range(3):
            write_case(compiled, "".join(r.choice("aabbc \nB\xe9\xc9") for _ in range(r.randrange(0, 9))))


def suite():
    from test import re_tests, test_re
    for t in re_tests.tests:
        pattern, subject = t[0], t[1]
        for flags in (0, re.I, re.M, re.S, re.A, re.I | re.A):
            try:
                re.compile(pattern, flags)
            except (re.error, ValueError):
                continue
            compiled = write_pattern(pattern, flags)
            write_case(compiled, subject)
        if isinstance(pattern, str) and isinstance(subject, str):
            try:
                pattern, subject = pattern.encode("latin-1"), subject.encode("latin-1")
                re.compile(pattern)
            except (UnicodeError, re.error, ValueError):
                continue
            for flags in (0, re.I, re.L, re.L | re.I):
                compiled = write_pattern(pattern, flags)
                if compiled:
                    write_case(compiled, subject)
    with open(test_re.__file__, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            constants = {c.value for c in ast.walk(function) if isinstance(c, ast.Constant) and isinstance(c.value, (str, bytes))}
            constants = sorted((c for c in constants if len(c) < 80), key=repr)
            for pattern in constants:
                for flags in (0, re.I, re.X):
                    try:
                        re.compile(pattern, flags)
                    except (re.error, ValueError, OverflowError, RecursionError):
                        continue
                    compiled = write_pattern(pattern, flags)
                    for subject in constants:
                        if type(subject) is type(pattern):
                            write_case(compiled, subject)
                            write_case(compiled, subject, "ms", 1, 3)


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, give_up)
    sys.stdout.reconfigure(encoding="ascii", newline="\n")
    if sys.argv[1] == "random":
        fuzz(int(sys.argv[2]), int(sys.argv[3]))
    else:
        globals()[sys.argv[1]]()
