"""An interpreter written in Python: a small stack machine and a Lisp."""


def run(code, limit):
    stack = []
    variables = [0] * 8
    pc = steps = 0
    while steps < limit:
        steps += 1
        op, arg = code[pc]
        pc += 1
        if op == "push":
            stack.append(arg)
        elif op == "load":
            stack.append(variables[arg])
        elif op == "store":
            variables[arg] = stack.pop()
        elif op == "add":
            b = stack.pop()
            stack[-1] = (stack[-1] + b) & 0xFFFFFFFF
        elif op == "mul":
            b = stack.pop()
            stack[-1] = (stack[-1] * b) & 0xFFFFFFFF
        elif op == "less":
            b = stack.pop()
            stack[-1] = stack[-1] < b
        elif op == "jump_if":
            if stack.pop():
                pc = arg
        elif op == "halt":
            break
    return variables, steps


PROGRAM = [
    ("push", 0), ("store", 0), ("push", 1), ("store", 1),
    ("load", 1), ("push", 3), ("mul", None), ("load", 0), ("add", None), ("store", 1),
    ("load", 0), ("push", 1), ("add", None), ("store", 0),
    ("load", 0), ("push", 3000), ("less", None), ("jump_if", 4), ("halt", None),
]


def read(tokens):
    t = tokens.pop(0)
    if t == "(":
        out = []
        while tokens[0] != ")":
            out.append(read(tokens))
        tokens.pop(0)
        return out
    try:
        return int(t)
    except ValueError:
        return t


class Env(dict):
    def __init__(self, names, values, outer):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        env = self
        while name not in env:
            env = env.outer
        return env


def evaluate(x, env):
    while True:
        if isinstance(x, str):
            return env.find(x)[x]
        if not isinstance(x, list):
            return x
        head = x[0]
        if head == "if":
            x = x[2] if evaluate(x[1], env) else x[3]
        elif head == "define":
            env[x[1]] = evaluate(x[2], env)
            return None
        elif head == "lambda":
            return ("closure", x[1], x[2], env)
        else:
            f, *args = [evaluate(e, env) for e in x]
            if type(f) is tuple:
                x, env = f[2], Env(f[1], args, f[3])
            else:
                return f(*args)


LISP = """(define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))))
(define loop (lambda (i acc) (if (< i 1) acc (loop (- i 1) (+ acc i)))))"""


def work():
    variables, steps = run(PROGRAM, 10 ** 6)
    env = Env((), (), None)
    env.update({"+": lambda a, b: a + b, "-": lambda a, b: a - b, "<": lambda a, b: a < b})
    tokens = LISP.replace("(", " ( ").replace(")", " ) ").split()
    while tokens:
        evaluate(read(tokens), env)
    return variables[:2], steps, evaluate(["fib", 13], env), evaluate(["loop", 2000, 0], env)
