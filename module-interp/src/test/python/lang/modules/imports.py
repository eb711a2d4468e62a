# Every module of the library can be imported, except where a C module is missing that the first cut leaves out.
import importlib
import importlib.util
import os
import pkgutil

# What the library's modules need and may be missing, by the C module.
NEEDS = {
    "_bz2": ["bz2", "encodings.bz2_codec"],
    "_codecs_cn": ["encodings.gb18030", "encodings.gb2312", "encodings.gbk", "encodings.hz"],
    "_codecs_hk": ["encodings.big5hkscs"],
    "_codecs_iso2022": [
        "encodings.iso2022_jp",
        "encodings.iso2022_jp_1",
        "encodings.iso2022_jp_2",
        "encodings.iso2022_jp_2004",
        "encodings.iso2022_jp_3",
        "encodings.iso2022_jp_ext",
        "encodings.iso2022_kr",
    ],
    "_codecs_jp": [
        "encodings.cp932",
        "encodings.euc_jis_2004",
        "encodings.euc_jisx0213",
        "encodings.euc_jp",
        "encodings.shift_jis",
        "encodings.shift_jis_2004",
        "encodings.shift_jisx0213",
    ],
    "_codecs_kr": ["encodings.cp949", "encodings.euc_kr", "encodings.johab"],
    "_codecs_tw": ["encodings.big5", "encodings.cp950"],
    "_crypt": ["crypt"],
    "_ctypes": ["ctypes", "multiprocessing.sharedctypes"],
    "_curses": ["curses"],
    "_dbm": ["dbm.ndbm"],
    "_gdbm": ["dbm.gnu"],
    "_lsprof": ["cProfile"],
    "_lzma": ["lzma"],
    "_overlapped": ["asyncio.windows_events", "asyncio.windows_utils"],
    "_sqlite3": ["sqlite3"],
    "_ssl": ["ssl"],
    "_tkinter": ["turtle"],
    "_tracemalloc": ["tracemalloc"],
    "_winapi": ["encodings.mbcs", "encodings.oem"],
    "mmap": ["multiprocessing.heap", "multiprocessing.shared_memory"],
    "msvcrt": ["multiprocessing.popen_spawn_win32"],
    "pgen2": ["lib2to3.pgen2.conv"],  # a module of Python 2, it can't be imported anywhere
    "pyexpat": [
        "plistlib",
        "xml.dom.expatbuilder",
        "xml.parsers.expat",
        "xml.sax.expatreader",
        "xmlrpc.client",
        "xmlrpc.server",
    ],
    "termios": ["pty", "tty"],
}
# Opens a browser; prints; runs a program; not part of the artifact.
NOT_TRIED = {"antigravity", "this", "__main__", "test", "site-packages"}


def names(folder, prefix):
    for module in pkgutil.iter_modules([folder]):
        if module.name in NOT_TRIED or module.name == "tests":
            continue
        yield prefix + module.name
        if module.ispkg:
            yield from names(os.path.join(folder, module.name), prefix + module.name + ".")


def left_out(name):
    for needed, modules in NEEDS.items():
        for module in modules:
            if (name == module or name.startswith(module + ".")) and importlib.util.find_spec(needed) is None:
                return True
    return False


found = list(names(os.path.dirname(os.__file__), ""))
failed = []
imported = 0
for name in found:
    if not left_out(name):
        try:
            importlib.import_module(name)
            imported += 1
        except BaseException as e:
            failed.append((name, type(e).__name__, str(e)))
print("failed:", failed)  # => failed: []
print("enough:", imported > 450)  # => enough: True
unknown = [module for modules in NEEDS.values() for module in modules if module not in found]
print("left out but not there:", unknown)  # => left out but not there: []
