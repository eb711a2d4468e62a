# Programs that are larger than a class file or method of the JVM may be.


def run(source, name="z"):
    namespace = {}
    exec(compile(source, "<huge>", "exec"), namespace)
    return namespace[name]


def refusal(source):
    try:
        compile(source, "<huge>", "exec")
    except (SyntaxError, MemoryError, RecursionError) as e:
        return f"{type(e).__name__}: {e}"


print(refusal("(" * 10000 + ")" * 10000))  # => SyntaxError: too many nested parentheses (<huge>, line 1)
print(refusal("[" * 10000 + "]" * 10000))  # => SyntaxError: too many nested parentheses (<huge>, line 1)
print(refusal("-" * 10000 + "1"))  # => MemoryError: Parser stack overflowed - Python source too complex to parse
print(refusal("z = " + "+".join(["x"] * 500000)))  # => RecursionError: maximum recursion depth exceeded during compilation
print(len(run("x = 1\nz = [" + "x," * 100000 + "]")))  # => 100000
print(run("x = 0\nz = " + "x or " * 20000 + "5"))  # => 5
print(run("x = 1\nz = len(f'" + "abc{x}de" * 20000 + "')"))  # => 120000
print(len(run("z = " + "'0123456789' " * 600000)), len(run("z = " + "b'0123456789' " * 600000)))  # => 6000000 6000000
print(ascii(run("z = " + r"'\ud83d' " * 2 + "'' 'a' '\U0001f600'")))  # => '\ud83d\ud83da\U0001f600'
print(run("".join(f"x{i} = {i}\n" for i in range(100000)) + "z = x99"))  # => 99
print(run("def f(*a): return len(a)\nx = 1\nz = f(" + "x," * 5000 + ")"))  # => 5000
names = ",".join(f"a{i}" for i in range(5000))
print(run(f"z = (lambda {names}: a4999)(*range(5000))"))  # => 4999
print(run(f"def f({names}): yield a4999\nz = list(f(*range(5000)))"))  # => [4999]
print(run("class z:\n" + " x = 1\n" * 20000 + " def m(self): return __class__").__name__)  # => z
print(run("def f():\n x = 0\n" + " x = x + 1\n" * 10000 + " return x\nz = f()"))  # => 10000
print(run("".join(f"def f{i}(): return {i}\n" for i in range(3000)) + "z = f77()"))  # => 77

# A generator of that size: sent values, exceptions at its suspensions, finally
log = []
source = "def g(log):\n try:\n  x = 0\n" + "  x = x + 1\n" * 8000 + """
  while True:
   try:
    x = x + (yield x)
   except KeyError as e:
    log.append(repr(e))
 finally:
  log.append(x)
"""
g = run(source, "g")(log)
print(next(g), g.send(5))  # => 8000 8005
print(g.throw(KeyError("k")))  # => 8005
g.close()
print(log)  # => ["KeyError('k')", 8005]
try:
    run("def f():\n" + " x = 1\n" * 20000 + " yield x\n 1 / 0\n" + "z = list(f())")
except ZeroDivisionError as e:
    tb = e.__traceback__
    while tb.tb_next:
        tb = tb.tb_next
    print(tb.tb_lineno, tb.tb_frame.f_code.co_name)  # => 20003 f
