# random's hidden generator: seeded in one interpreter, its sequence in another goes on as if nothing had happened
import random

random.seed(1)


def change():
    random.seed(2)


def state():
    saved = random.getstate()
    try:
        return [random.randrange(1000) for _ in range(3)]
    finally:
        random.setstate(saved)


SEPARATE = [random._inst]
