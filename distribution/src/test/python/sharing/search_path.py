# sys.path, import hooks and caches
import sys

SEPARATE = [sys.path, sys.meta_path, sys.path_hooks, sys.path_importer_cache, sys.builtin_module_names and sys.argv]


class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "conjured":
            from importlib.machinery import ModuleSpec

            return ModuleSpec(name, Finder)

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        module.answer = 42


def refuse(path):
    raise ImportError(path)


def change():
    sys.path.append("/nowhere")
    sys.path_hooks.append(refuse)
    sys.path_importer_cache["/nowhere"] = None
    sys.meta_path.append(Finder)


def state():
    try:
        import conjured

        found = conjured.answer
    except ImportError as e:
        found = str(e)
    return "/nowhere" in sys.path, refuse in sys.path_hooks, "/nowhere" in sys.path_importer_cache, found
