"""Grade the extensions in a jar by the compatibility kit.

    bin/clutch -m clutch.compat JAR [--sample FILE] [--exclusions FILE] [--json FILE] [--html FILE]

Prints a report card; the exit status is 0 when everything required is kept.
"""

import subprocess
import sys


def main(arguments):
    try:
        import _clutch_compat
    except ImportError:
        return 'clutch.compat: the kit (clutch-compat-tests) is not on the module path'
    return subprocess.call(_clutch_compat.command() + arguments)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
