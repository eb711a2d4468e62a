"""A tokenizer and a recursive descent parser, character by character."""

SOURCE = "\n".join(f"let x{i} = (a + {i}) * 3.25 - foo(b, {i} / 2) ; if x{i} >= 10 {{ print(\"v{i}\") }}" for i in range(120))


class Token:
    __slots__ = ("kind", "text", "line")

    def __init__(self, kind, text, line):
        self.kind = kind
        self.text = text
        self.line = line


def tokenize(text):
    tokens = []
    i = 0
    line = 1
    n = len(text)
    while i < n:
        c = text[i]
        if c == "\n":
            line += 1
            i += 1
        elif c.isspace():
            i += 1
        elif c.isalpha() or c == "_":
            j = i
            while j < n and (text[j].isalnum() or text[j] == "_"):
                j += 1
            word = text[i:j]
            tokens.append(Token("key" if word in ("let", "if", "print") else "name", word, line))
            i = j
        elif c.isdigit():
            j = i
            while j < n and (text[j].isdigit() or text[j] == "."):
                j += 1
            tokens.append(Token("number", text[i:j], line))
            i = j
        elif c == '"':
            j = text.index('"', i + 1)
            tokens.append(Token("string", text[i + 1:j], line))
            i = j + 1
        else:
            two = text[i:i + 2]
            op = two if two in (">=", "<=", "==") else c
            tokens.append(Token("op", op, line))
            i += len(op)
    return tokens


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.at = 0

    def peek(self):
        return self.tokens[self.at].text if self.at < len(self.tokens) else ""

    def take(self):
        t = self.tokens[self.at]
        self.at += 1
        return t

    def expression(self, level=0):
        operators = ((">=", "<=", "=="), ("+", "-"), ("*", "/"))
        if level == len(operators):
            return self.primary()
        left = self.expression(level + 1)
        while self.peek() in operators[level]:
            op = self.take().text
            left = (op, left, self.expression(level + 1))
        return left

    def primary(self):
        t = self.take()
        if t.text == "(":
            inner = self.expression()
            self.take()
            return inner
        if t.kind == "number":
            return ("number", float(t.text))
        if self.peek() == "(":
            self.take()
            arguments = []
            while self.peek() != ")":
                arguments.append(self.expression())
                if self.peek() == ",":
                    self.take()
            self.take()
            return ("call", t.text, arguments)
        return (t.kind, t.text)

    def program(self):
        nodes = []
        while self.at < len(self.tokens):
            t = self.take()
            if t.text == "let":
                name = self.take().text
                self.take()
                nodes.append(("let", name, self.expression()))
                self.take()
            elif t.text == "if":
                test = self.expression()
                self.take()
                body = self.take().text, self.expression()
                self.take()
                nodes.append(("if", test, body))
        return nodes


def depth(node):
    return 1 + max((depth(x) for x in node if isinstance(x, (tuple, list))), default=0)


def work():
    tokens = tokenize(SOURCE)
    nodes = Parser(tokens).program()
    return len(tokens), len(nodes), max(map(depth, nodes)), tokens[-1].line
