"""The finders of Clutch: the standard library on its path entry, and extension modules of Java providers.

Frozen like the other two files of the import system; it runs before anything else can be imported.
"""

import _imp
import sys

_bootstrap = None
_external = None


class ExtensionFinder:
    """Meta path finder for extension modules that a Java provider declares."""

    @staticmethod
    def find_spec(fullname, path=None, target=None):
        provider = _imp.find_provider(fullname)
        if provider is None:
            return None
        loader = _external.ExtensionFileLoader(fullname, provider)
        return _bootstrap.ModuleSpec(fullname, loader, origin=provider)


class LibraryFinder:
    """Path entry finder for the standard library and the folders of its packages."""

    def __init__(self, path):
        root = _imp.library_path()
        if path != root and not path.startswith(root + '/'):
            raise ImportError('only the standard library is supported', path=path)
        self._root = root
        self._prefix = path[len(root) + 1:]
        if self._prefix:
            self._prefix += '/'

    def __repr__(self):
        return f'{type(self).__name__}({self._root + "/" + self._prefix.rstrip("/")!r})'

    def find_spec(self, fullname, target=None):
        stem = self._prefix + fullname.rpartition('.')[2]
        found = _imp.find_library(stem)
        if found == 0:
            return None
        folder = f'{self._root}/{stem}'
        if found == 2:
            stem += '/__init__'
        path = f'{self._root}/{stem}.py'
        spec = _bootstrap.ModuleSpec(
            fullname, LibraryLoader(fullname, path, stem), origin=path, is_package=found == 2)
        spec._set_fileattr = True
        spec.cached = None
        if found == 2:
            spec.submodule_search_locations.append(folder)
        return spec

    @staticmethod
    def invalidate_caches():
        """The library does not change."""

    def iter_modules(self, prefix=''):
        for name in _imp.library_names(self._prefix):
            yield prefix + name, _imp.find_library(self._prefix + name) == 2


class LibraryLoader:
    """Loader of a module of the standard library, compiled when it was packaged."""

    def __init__(self, fullname, path, stem):
        self.name = fullname
        self.path = path
        self._stem = stem

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def _check(self, fullname):
        if fullname is not None and fullname != self.name:
            raise ImportError(f'loader for {self.name} cannot handle {fullname}', name=fullname)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        code = _imp.library_code(self._stem)
        _bootstrap._call_with_frames_removed(exec, code, module.__dict__)

    def load_module(self, fullname=None):
        self._check(fullname)
        return _bootstrap._load_module_shim(self, self.name)

    def is_package(self, fullname=None):
        self._check(fullname)
        return self._stem.endswith('/__init__')

    def get_filename(self, fullname=None):
        self._check(fullname)
        return self.path

    def get_code(self, fullname=None):
        self._check(fullname)
        return _imp.library_code(self._stem)

    def get_source(self, fullname=None):
        self._check(fullname)
        return _external.decode_source(self.get_data(self.path))

    def get_data(self, path):
        root = _imp.library_path() + '/'
        data = _imp.library_data(path[len(root):]) if path.startswith(root) else None
        if data is None:
            raise OSError(0, '', path)
        return data

    def get_resource_reader(self, fullname):
        self._check(fullname)
        from importlib._library_resources import LibraryReader
        return LibraryReader(self)


def zip_hook(path):
    """Path hook that stands for zipimport.zipimporter until there is a path which is neither a folder nor missing."""
    if not _external._path_isfile(path) and not _in_file(path):
        raise ImportError('not a Zip file', path=path)
    import zipimport
    sys.path_hooks[sys.path_hooks.index(zip_hook)] = zipimport.zipimporter
    return zipimport.zipimporter(path)


def _in_file(path):
    """Whether a path goes on behind a file, as into a folder of a zip file."""
    while not _external._path_isdir(path):
        parent = _external._path_split(path)[0]
        if parent == path or not parent:
            return False
        path = parent
        if _external._path_isfile(path):
            return True
    return False


def _install(bootstrap, external):
    global _bootstrap, _external
    _bootstrap = bootstrap
    _external = external
    globals()['__name__'] = 'importlib._bootstrap_library'  # as importlib names the other two
    sys.meta_path.insert(len(sys.meta_path) - 1, ExtensionFinder)
    sys.path_hooks[:0] = [LibraryFinder, zip_hook]
