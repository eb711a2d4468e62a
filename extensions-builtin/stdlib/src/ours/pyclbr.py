"""Shows the classes and functions of a module without running it: they are read from its source.

readmodule(name) gives the classes, readmodule_ex(name) the functions too, as a dict from names to descriptors. A package
has its search path there as well, by the name '__path__'.
"""

import ast
import importlib.util
import os
import sys

__all__ = ['readmodule', 'readmodule_ex', 'Class', 'Function']

# What was read, by full name. A module stands here before its source is walked, for imports in a circle.
_modules = {}


class _Object:
    """What classes and functions have in common: where they stand, and what stands in them."""

    def __init__(self, module, name, file, lineno, end_lineno, parent):
        self.module, self.name, self.file = module, name, file
        self.lineno, self.end_lineno = lineno, end_lineno
        self.parent = parent
        self.children = {}
        if parent is not None:
            parent.children[name] = self


class Function(_Object):
    """A function or method."""

    def __init__(self, module, name, file, lineno, parent=None, is_async=False, *, end_lineno=None):
        super().__init__(module, name, file, lineno, end_lineno, parent)
        self.is_async = is_async
        if isinstance(parent, Class):
            parent.methods[name] = lineno


class Class(_Object):
    """A class; its bases are descriptors where they are known, else the text that stands there."""

    def __init__(self, module, name, super_, file, lineno, parent=None, *, end_lineno=None):
        super().__init__(module, name, file, lineno, end_lineno, parent)
        self.super = super_ or []
        self.methods = {}


def _nest_function(ob, func_name, lineno, end_lineno, is_async=False):
    return Function(ob.module, func_name, ob.file, lineno, ob, is_async, end_lineno=end_lineno)


def _nest_class(ob, class_name, lineno, end_lineno, super=None):
    return Class(ob.module, class_name, super, ob.file, lineno, ob, end_lineno=end_lineno)


def readmodule(module, path=None):
    """Return the classes at the top level of a module, searched in path and then in sys.path."""
    return {name: found for name, found in readmodule_ex(module, path).items() if isinstance(found, Class)}


def readmodule_ex(module, path=None):
    """Return the classes and functions at the top level of a module, searched in path and then in sys.path."""
    return _read(module, path or [])


def _read(name, path, package=None):
    full = name if package is None else f'{package}.{name}'
    if full in _modules:
        return _modules[full]
    if package is None and name in sys.builtin_module_names:
        return _modules.setdefault(name, {})
    parent, dot, last = name.rpartition('.')
    if dot:
        above = _read(parent, path, package)
        if '__path__' not in above:
            raise ImportError(f'No package named {parent}')
        return _read(last, above['__path__'], parent if package is None else f'{package}.{parent}')

    spec = importlib.util._find_spec_from_path(full, path if package is not None else path + sys.path)
    if spec is None:
        raise ModuleNotFoundError(f'no module named {full!r}', name=full)
    tree = _modules[full] = {}
    if spec.submodule_search_locations is not None:
        tree['__path__'] = spec.submodule_search_locations
    try:
        source = spec.loader.get_source(full)
    except (AttributeError, ImportError):
        source = None
    if source is None:
        return tree  # an extension, or a namespace package
    return _create_tree(full, path, spec.loader.get_filename(full), source, tree, package)


def _create_tree(fullmodule, path, fname, source, tree, inpackage):
    """Enter what a source defines and imports at its top level into tree."""
    _Reader(fullmodule, path, fname, tree, inpackage).read(ast.parse(source), None)
    return tree


class _Reader:
    def __init__(self, module, path, file, tree, package):
        self.module, self.path, self.file = module, path, file
        self.tree, self.package = tree, package

    def read(self, node, parent):
        """Read the statements of a node, at any depth, that belong to a class or function, or to the module (None)."""
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                continue  # no definition stands in an expression
            owner = parent
            if isinstance(child, ast.ClassDef):
                owner = Class(self.module, child.name, list(self.bases(child.bases)), self.file, child.lineno,
                              parent, end_lineno=child.end_lineno)
            elif isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                owner = Function(self.module, child.name, self.file, child.lineno, parent,
                                 isinstance(child, ast.AsyncFunctionDef), end_lineno=child.end_lineno)
            elif isinstance(child, ast.Import) and child.col_offset == 0:
                self.modules(child)
            elif isinstance(child, ast.ImportFrom) and child.col_offset == 0:
                self.names(child)
            if owner is not parent and parent is None:
                self.tree[child.name] = owner
            self.read(child, owner)

    def bases(self, nodes):
        """What is known of bases. One of a module that was not read is left out, as by CPython."""
        for node in nodes:
            text = ast.unparse(node)
            *_, module, name = '', *text.split('.')
            if text in self.tree:
                yield self.tree[text]
            elif not module:
                yield text
            elif module in _modules:
                yield _modules[module].get(name, text)

    def modules(self, node):
        """Read the imported modules: bases may be theirs."""
        for alias in node.names:
            try:
                try:
                    _read(alias.name, self.path, self.package)
                except ImportError:
                    _read(alias.name, [])
            except (ImportError, SyntaxError):
                pass

    def names(self, node):
        try:
            found = _read('.' * node.level + (node.module or ''), self.path, self.package)
        except (ImportError, SyntaxError):
            return
        for alias in node.names:
            if alias.name in found:
                self.tree[alias.asname or alias.name] = found[alias.name]
            elif alias.name == '*':
                self.tree.update((name, value) for name, value in found.items() if not name.startswith('_'))


def _show(objects, indent):
    for ob in sorted(reversed(objects), key=lambda o: o.lineno):
        if isinstance(ob, Class):
            print(' ' * indent + 'class', ob.name, ob.super, ob.lineno)
        else:
            print(' ' * indent + 'def', ob.name, ob.lineno)
        _show(ob.children.values(), indent + 2)


def _main():
    """Print the outline of a module or file: the first argument, else this one."""
    name, path = sys.argv[1] if len(sys.argv) > 1 else __file__, []
    if os.path.exists(name):
        folder, name = os.path.split(name)
        name, path = name.removesuffix('.py'), [folder]
    _show([ob for ob in readmodule_ex(name, path).values() if isinstance(ob, _Object)], 0)


if __name__ == '__main__':
    _main()
