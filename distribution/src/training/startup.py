"""The training run of the AOT cache: what programs commonly need in their first second."""

import argparse
import asyncio
import collections
import dataclasses
import datetime
import json
import logging
import os
import pathlib
import random
import re
import subprocess
import sys
import threading
import unittest
from concurrent import interpreters

sys.dont_write_bytecode = True  # the folder belongs to the sources
import everyday


async def tasks(n):
    queue = asyncio.Queue(4)

    async def produce():
        for i in range(n):
            await queue.put(i)

    producer = asyncio.create_task(produce())
    for _ in range(n):
        await queue.get()
    await producer


def compiled(rounds):
    """Source of all kinds through parser and compiler; a text that is known would come from the cache."""
    source = pathlib.Path(everyday.__file__).read_text()
    for i in range(rounds):
        compile(f'{source}\n{i}\n', 'everyday.py', 'exec')


def main():
    for _ in range(150):
        for kind in everyday.KINDS:
            kind()
    compiled(6)
    asyncio.run(tasks(300))
    parser = argparse.ArgumentParser()
    parser.add_argument('--name', default='x')
    parser.parse_args([])
    json.loads(json.dumps({'a': [1, 2.5, None, True, 'text'], 'b': {'c': 'd'}}))
    re.sub(r'(\w+)-(\d+)', r'\2', 'abc-12 def-34')
    collections.Counter('abracadabra').most_common(2)
    str(datetime.datetime(2024, 2, 29, 12, 30))
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
