# Hashes of text have no seed
#
# `hash(str)` depends on the text alone and has 32 significant bits; `PYTHONHASHSEED` has no effect. Constants are shared by all interpreters of a process, so they can't have a seed each.
# A program that relied on chance to hide an order of sets sees one order here, mostly that of insertion; Python promises none.
import os
import subprocess
import sys


def in_another_process(expression, seed):
    command = [sys.executable, "-c", f"print({expression})"]
    environment = dict(os.environ, PYTHONHASHSEED=seed)
    return int(subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout)


print(sys.flags.hash_randomization, sys.hash_info.algorithm, sys.hash_info.hash_bits, sys.hash_info.seed_bits)  # clutch: 0 java 32 0  # cpython: 1 siphash13 64 128
print(in_another_process("hash('clutch')", "1") == in_another_process("hash('clutch')", "2"))  # clutch: True  # cpython: False
print({3, 1, 2, -1, 1000})  # clutch: {3, 1, 2, -1, 1000}  # cpython: {1, 2, 3, 1000, -1}
print(hash(10**30), hash(1.5), hash((1, 2)))  # clutch: 465258685558744706 1152921504606846977 -3550055125485641917  # cpython: 465258685558744706 1152921504606846977 -3550055125485641917
