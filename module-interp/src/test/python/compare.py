"""Shared by the compare_*.py scripts: asks CPython and Clutch's algorithms the same questions.

    python3.12 compare_number.py CLASSPATH [--java JAVA] [--python PYTHON]

CLASSPATH holds the classes of module-extension-spi, of module-interp and of its tests. PYTHON is the interpreter that answers; by
default the one that runs the script.
"""
import argparse
import os
import struct
import subprocess
import sys

KINDS = {ValueError: 'VALUE_ERROR', TypeError: 'TYPE_ERROR', OverflowError: 'OVERFLOW_ERROR',
         ZeroDivisionError: 'ZERO_DIVISION_ERROR', MemoryError: 'MEMORY_ERROR'}


def write(value):
    if value is None:
        return 'n'
    if value is True:
        return 't'
    if value is False:
        return 'F'
    if isinstance(value, int):
        sign, digits = ('-', -value) if value < 0 else ('', value)
        return 'i' + sign + decimal(digits)
    if isinstance(value, float):
        return 'fnan' if value != value else 'f' + struct.pack('>d', value).hex()
    if isinstance(value, complex):
        return write((value.real, value.imag))
    if isinstance(value, str):
        return 's' + '.'.join(f'{ord(c):x}' for c in value)
    if isinstance(value, (bytes, bytearray)):
        return 'b' + value.hex()
    return '(' + ''.join(write(item) + ',' for item in value) + ')'


def decimal(value):
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        return str(value)
    finally:
        sys.set_int_max_str_digits(limit)


def outcome(function, *arguments):
    try:
        return write(function(*arguments))
    except tuple(KINDS) as error:
        for kind, name in KINDS.items():
            if isinstance(error, kind):
                return f'!{name} {write(str(error))}'
        raise


def readable(text):
    if text.startswith('!') and not text.startswith('!java'):
        kind, _, message = text.partition(' ')
        return f'{kind} {readable(message)}'
    if text.startswith('s'):
        return ascii(''.join(chr(int(c, 16)) for c in text[1:].split('.') if c))
    if text.startswith('f') and text != 'fnan':
        return repr(struct.unpack('>d', bytes.fromhex(text[1:]))[0])
    return text if len(text) < 400 else text[:400] + '...'


class Comparison:
    """Collects questions with CPython's answers, then asks Clutch."""

    def __init__(self, *families):
        parser = argparse.ArgumentParser()
        parser.add_argument('classpath')
        parser.add_argument('--java', default='java')
        parser.add_argument('--python', default=sys.executable)
        options = parser.parse_args()
        if os.path.realpath(options.python) != os.path.realpath(sys.executable):
            os.execv(options.python, [options.python, *sys.argv[:1], options.classpath, '--java', options.java])
        self.options = options
        self.families = families
        self.questions = []
        self.expected = []

    def ask(self, operation, function, *arguments):
        self.expect(operation, outcome(function, *arguments), *arguments)

    def expect(self, operation, expected, *arguments):
        self.questions.append(' '.join([operation, *map(write, arguments)]))
        self.expected.append(expected)

    def finish(self):
        command = [self.options.java, '-XX:+UseSerialGC', '-cp', self.options.classpath,
                   'dev.clutch.interp.oracle.OracleMain', *self.families]
        result = subprocess.run(command, input='\n'.join(self.questions) + '\n', stdout=subprocess.PIPE, text=True, check=True)
        answers = result.stdout.splitlines()
        if len(answers) != len(self.questions):
            sys.exit(f'{len(self.questions)} questions, {len(answers)} answers')
        wrong = {}
        for question, expected, answer in zip(self.questions, self.expected, answers):
            if expected != answer:
                wrong.setdefault(question.split(' ')[0], []).append((question, expected, answer))
        for operation, cases in wrong.items():
            print(f'{operation}: {len(cases)} differ')
            for question, expected, answer in cases[:6]:
                shown = ' '.join(readable(part) for part in question.split(' ')[1:])
                print(f'    {shown}\n        CPython {readable(expected)}\n        Clutch  {readable(answer)}')
        print(f'{len(answers)} questions, {sum(map(len, wrong.values()))} different answers')
        sys.exit(1 if wrong else 0)
