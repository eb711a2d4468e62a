"""The training run of the AOT cache: what programs commonly need in their first second."""

import argparse
import asyncio
import collections
import dataclasses
import datetime
import json
import logging
import os
import random
import re
import subprocess
import sys
import threading
import unittest
from concurrent import interpreters


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--name', default='x')
    parser.parse_args([])
    json.loads(json.dumps({'a': [1, 2.5, None, True, 'text'], 'b': {'c': 'd'}}))
    re.sub(r'(\w+)-(\d+)', r'\2', 'abc-12 def-34')
    collections.Counter('abracadabra').most_common(2)
    str(datetime.datetime(2024, 2, 29, 12, 30))
    repr(Point(1))
    logging.getLogger('training').debug('%s', 'nothing')
    thread = threading.Thread(target=lambda: sorted(range(10), key=lambda n: -n))
    thread.start()
    thread.join()
    try:
        {}['missing']
    except KeyError as e:
        f'{e!r:>20}'
    other = interpreters.create()
    other.exec('import json, logging\nvalue = sum(n * n for n in range(10))')
    other.close()
    unittest.TestLoader().loadTestsFromTestCase(unittest.TestCase)
    print('trained', f'{3.14:.2f}', file=sys.stderr)
    print('trained')
    # what standard output does when it is a pipe
    r, w = os.pipe()
    with open(w, 'w') as out:
        print('trained', file=out)
    os.read(r, 100)
    os.close(r)


main()
