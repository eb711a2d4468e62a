# An interrupt is delivered where a loop goes back: the traceback has that line, at module level too.
import signal
import traceback


def alarm(number, frame):
    global rounds
    if frame.f_code.co_filename == "loop":
        rounds += 1
        if rounds == 2:
            raise TimeoutError
    signal.setitimer(signal.ITIMER_REAL, 0.05)  # it has not begun, or only just


def interrupted(source, name="<module>"):
    global rounds
    rounds = 0
    namespace = {}
    code = compile(source, "loop", "exec")
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        exec(code, namespace)
    except TimeoutError as e:
        return [f.lineno for f in traceback.extract_tb(e.__traceback__) if f.filename == "loop" and f.name == name]


signal.signal(signal.SIGALRM, alarm)
print(interrupted("while True: pass"))  # => [1]
print(interrupted("x = 1\nwhile True:\n    pass"))  # => [2]
print(interrupted("x = 1\nwhile (x and\n      x):\n    y = 1\n    z = 2"))  # => [3]
print(interrupted("try: 1 / 0\nexcept ArithmeticError: pass\nx = 1\nwhile 1:\n    y = x\n    if y:\n        continue"))  # => [7]
print(interrupted("for x in iter(int, 1):\n    y = 1\n    z = 1"))  # => [3]
print(interrupted("for x in iter(int, 1):\n    y = x\n    pass"))  # => [3]
print(interrupted("for x in iter(int, 1):\n    if not x:\n        pass"))  # => [3]
print(interrupted("for x in iter(int, 1):\n    if not x:\n        continue\n    y = 2"))  # => [3]
print(interrupted("for x in iter(int, 1):\n    try:\n        y = 1\n    finally:\n        z = 1"))  # => [5]
print(interrupted("for x in range(10 ** 12):\n    y = x\n    z = y"))  # => [3]
print(interrupted("def f(n):\n    for i in range(n):\n        t = i\n        pass\nf(10 ** 12)", "f"))  # => [4]
print(interrupted("def f(n):\n    while n:\n        n += 1\n        n -= 1\nf(3)", "f"))  # => [2]
print(interrupted("def f(n):\n    while n:\n        n += 1\n        if n > 1: continue\n        n = 2\nf(3)", "f"))  # => [4]
