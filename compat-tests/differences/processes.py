# A JVM cannot be forked
#
# `fork()` would copy one thread of the JVM and none of those that keep it alive. Children are started by `posix_spawn`, so whatever has to run in the child before its program can't be had.
import multiprocessing
import os
import subprocess

from outcome import outcome


def fork():
    child = os.fork()
    if child == 0:
        os._exit(0)
    return os.waitpid(child, 0)[1]


def run(**options):
    return subprocess.run(["true"], **options).returncode


print(outcome(fork))  # clutch: OSError: [Errno 38] A JVM can't be forked: use subprocess or os.posix_spawn for a new process  # cpython: 0
print(outcome(run, preexec_fn=int))  # clutch: RuntimeError: preexec_fn is not supported: a JVM can't be forked, so no Python code can run in the child  # cpython: 0
print(outcome(run, umask=0o77))  # clutch: OSError: [Errno 95] user, group, extra_groups and umask of a child need code that runs in it before the program, which a JVM can't do; start the program through setpriv(1) or sh(1)  # cpython: 0
print(run(start_new_session=True, close_fds=True))  # clutch: 0  # cpython: 0
print(multiprocessing.get_all_start_methods())  # clutch: ['spawn']  # cpython: ['fork', 'spawn', 'forkserver']
print([name for name in ("unshare", "setns", "login_tty") if hasattr(os, name)])  # clutch: []  # cpython: ['unshare', 'setns', 'login_tty']
