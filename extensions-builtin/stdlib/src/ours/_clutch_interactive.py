"""The interactive mode of the command line."""

import code
import os
import sys


def _startup(namespace):
    path = None if sys.flags.ignore_environment else os.environ.get('PYTHONSTARTUP')
    if not path:
        return
    sys.audit('cpython.run_startup', path)
    try:
        with open(path, 'rb') as file:
            source = file.read()
    except OSError:
        sys.stderr.write(f'Could not open PYTHONSTARTUP\n')
        sys.excepthook(*sys.exc_info())
        return
    try:
        exec(compile(source, path, 'exec'), namespace)
    except SystemExit:
        raise
    except BaseException:
        sys.excepthook(*sys.exc_info())


def _hook():
    hook = getattr(sys, '__interactivehook__', None)
    if hook is None:
        return
    sys.audit('cpython.run_interactivehook', hook)
    try:
        hook()
    except Exception:
        sys.stderr.write('Failed calling sys.__interactivehook__\n')
        sys.excepthook(*sys.exc_info())


class _Console(code.InteractiveConsole):
    """The prompts go to stderr unless both streams are a terminal."""

    def raw_input(self, prompt=''):
        if sys.stdin.isatty() and sys.stdout.isatty():
            return input(prompt)
        sys.stderr.write(str(prompt))
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.removesuffix('\n')


def interact(namespace, after_program):
    """Read and run statements until the end of standard input or SystemExit."""
    banner = ''
    if not after_program:
        _startup(namespace)
    _hook()
    if not after_program:
        sys.audit('cpython.run_stdin')
        if not sys.flags.quiet:
            banner = (f'Python {sys.version} on {sys.platform}\n'
                      'Type "help", "copyright", "credits" or "license" for more information.')
    if not hasattr(sys, 'ps1'):
        sys.ps1 = '>>> '
    if not hasattr(sys, 'ps2'):
        sys.ps2 = '... '
    console = _Console(namespace, '<stdin>')
    if banner:
        sys.stderr.write(banner + '\n')
    console.interact(banner='', exitmsg='')
