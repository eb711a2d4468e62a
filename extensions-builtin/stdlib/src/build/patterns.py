"""Writes what the library's own regular expressions compile to: `patterns.py FILE`. Run by Clutch when the library has been compiled; `_sre` reads the file.

A line is: kind (s or b) and the flags asked for; the text, with escapes; flags of the pattern; names of groups with their numbers; code words. Tabs are between them.
"""
import importlib
import re
import re._compiler
import re._parser
import sys
import warnings

MODULES = """
_pydecimal _strptime argparse ast asyncio base64 calendar cgi codecs configparser copy csv dataclasses datetime difflib dis doctest email email._header_value_parser
email.feedparser email.generator email.header email.message email.mime.text email.policy email.quoprimime email.utils fileinput fnmatch fractions ftplib gettext glob
html html.parser http.client http.cookiejar http.cookies http.server imaplib inspect ipaddress json linecache locale logging logging.config logging.handlers mailbox mimetypes netrc
optparse os pathlib pdb pickle pickletools pkgutil platform pprint pstats pydoc random shlex shutil smtplib string stringprep subprocess sysconfig tarfile tempfile textwrap
threading timeit tokenize traceback typing unittest unittest.mock urllib.parse urllib.request urllib.robotparser uuid wsgiref.headers xml.dom.minidom xml.etree.ElementTree
xml.sax.saxutils xmlrpc.client zipfile zoneinfo
""".split()


def asked_for():
    """The patterns that modules compile when they are imported, and parsers of arguments when they are made."""
    asked = {('', 0): None}
    original = re._compiler.compile

    def compile(p, flags=0):
        asked[p, flags] = None
        return original(p, flags)

    re._compiler.compile = compile
    for name in MODULES:
        try:
            importlib.import_module(name)
        except ImportError:
            pass  # its C module is not there
    sys.modules['argparse'].ArgumentParser().format_help()
    re._compiler.compile = original
    return list(asked)


def line(text, flags):
    parsed = re._parser.parse(text, flags)
    code = re._compiler._code(parsed, flags)
    state = parsed.state
    kind, shown = ('b', text.decode('latin-1')) if isinstance(text, bytes) else ('s', text)
    groups = ' '.join(f'{name} {number}' for name, number in state.groupdict.items())
    shown = shown.encode('unicode_escape').decode('ascii')
    return f'{kind}{flags}\t{shown}\t{flags | state.flags}\t{state.groups - 1}\t{groups}\t{" ".join(map(str, map(int, code)))}\n'


def main(path):
    lines = []
    for text, flags in asked_for():
        with warnings.catch_warnings():
            warnings.simplefilter('error')
            try:
                lines.append(line(text, int(flags)))
            except Warning:
                pass  # each interpreter is to be warned
    with open(path, 'w', encoding='ascii', newline='\n') as f:
        f.writelines(sorted(lines))
    print(f'Standard library: {len(lines)} patterns compiled')


main(sys.argv[1])
