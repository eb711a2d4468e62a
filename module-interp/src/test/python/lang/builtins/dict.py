"""Every method of dict and of mappingproxy."""


def show(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


# covers: dict dict.clear dict.copy dict.fromkeys dict.get dict.items dict.keys dict.values
show(lambda: (dict(), dict(a=1), dict([('a', 1)], b=2), dict({'x': 1}, x=3)))  # => ({}, {'a': 1}, {'a': 1, 'b': 2}, {'x': 3})
show(lambda: dict(1))  # => TypeError: 'int' object is not iterable
show(lambda: dict([1]))  # => TypeError: cannot convert dictionary update sequence element #0 to a sequence
show(lambda: dict([(1, 2, 3)]))  # => ValueError: dictionary update sequence element #0 has length 3; 2 is required
show(lambda: dict(['abc']))  # => ValueError: dictionary update sequence element #0 has length 3; 2 is required
show(lambda: dict({}, {}))  # => TypeError: dict expected at most 1 argument, got 2
show(lambda: dict([([], 1)]))  # => TypeError: unhashable type: 'list'
show(lambda: (d := {1: 2}, d.clear(), d))  # => ({}, None, {})
show(lambda: {}.clear())  # => None
show(lambda: {}.clear(1))  # => TypeError: dict.clear() takes no arguments (1 given)
show(lambda: (d := {1: [2]}, c := d.copy(), c is d, c[1] is d[1]))  # => ({1: [2]}, {1: [2]}, False, True)
show(lambda: {}.copy())  # => {}
show(lambda: {}.copy(1))  # => TypeError: dict.copy() takes no arguments (1 given)
show(lambda: (dict.fromkeys('ab'), dict.fromkeys([1, 1, 2], 0), {}.fromkeys(())))  # => ({'a': None, 'b': None}, {1: 0, 2: 0}, {})
show(lambda: dict.fromkeys(1))  # => TypeError: 'int' object is not iterable
show(lambda: dict.fromkeys())  # => TypeError: fromkeys expected at least 1 argument, got 0
show(lambda: dict.fromkeys([[]]))  # => TypeError: unhashable type: 'list'
show(lambda: ({1: 'a'}.get(1.0), {}.get(1), {}.get(1, 'd')))  # => ('a', None, 'd')
show(lambda: {}.get())  # => TypeError: get expected at least 1 argument, got 0
show(lambda: {}.get([]))  # => TypeError: unhashable type: 'list'
show(lambda: {}.get(1, 2, 3))  # => TypeError: get expected at most 2 arguments, got 3
show(lambda: ({1: 2}.items(), {}.items(), (1, 2) in {1: 2}.items(), list({1: 2, 3: 4}.items())))  # => (dict_items([(1, 2)]), dict_items([]), True, [(1, 2), (3, 4)])
show(lambda: ({1: 2}.items() & {(1, 2), (3, 4)}, {1: 2}.items() == {(1, 2)}, {1: 2}.items().isdisjoint([(1, 3)])))  # => ({(1, 2)}, True, True)
show(lambda: {1: []}.items() | {})  # => TypeError: unhashable type: 'list'
show(lambda: {}.items(1))  # => TypeError: dict.items() takes no arguments (1 given)
show(lambda: ({1: 2}.keys(), list(reversed({1: 2, 3: 4}.keys())), {1: 2}.keys() == {1}, {1: 0, 2: 0}.keys() - {1}, {1: 0}.keys() < {1, 2}))  # => (dict_keys([1]), [3, 1], True, {2}, True)
show(lambda: ({1: 2}.keys() ^ [1, 3], {1: 2}.keys().mapping))  # => ({3}, mappingproxy({1: 2}))
show(lambda: {1: 2}.keys() | 1)  # => TypeError: 'int' object is not iterable
show(lambda: {}.keys(1))  # => TypeError: dict.keys() takes no arguments (1 given)
show(lambda: ({1: 2}.values(), list({1: 2, 3: 2}.values()), {1: 2}.values() == {1: 2}.values(), len({1: 2}.values())))  # => (dict_values([2]), [2, 2], False, 1)
show(lambda: {}.values(1))  # => TypeError: dict.values() takes no arguments (1 given)
show(lambda: hash({}.keys()))  # => TypeError: unhashable type: 'dict_keys'

# covers: dict.pop dict.popitem dict.setdefault dict.update
show(lambda: (d := {1: 2, 3: 4}, d.pop(1), d.pop(9, None), d))  # => ({3: 4}, 2, None, {3: 4})
show(lambda: {}.pop('k'))  # => KeyError: 'k'
show(lambda: {}.pop())  # => TypeError: pop expected at least 1 argument, got 0
show(lambda: {}.pop(1, 2, 3))  # => TypeError: pop expected at most 2 arguments, got 3
show(lambda: {1: 2}.pop([]))  # => TypeError: unhashable type: 'list'
show(lambda: (d := {1: 2, 3: 4}, d.popitem(), d))  # => ({1: 2}, (3, 4), {1: 2})
show(lambda: {}.popitem())  # => KeyError: 'popitem(): dictionary is empty'
show(lambda: {1: 2}.popitem(1))  # => TypeError: dict.popitem() takes no arguments (1 given)
show(lambda: (d := {1: 2}, d.setdefault(1, 'n'), d.setdefault(2), d.setdefault(3, []), d))  # => ({1: 2, 2: None, 3: []}, 2, None, [], {1: 2, 2: None, 3: []})
show(lambda: {}.setdefault())  # => TypeError: setdefault expected at least 1 argument, got 0
show(lambda: {}.setdefault([]))  # => TypeError: unhashable type: 'list'
show(lambda: {}.setdefault(1, 2, 3))  # => TypeError: setdefault expected at most 2 arguments, got 3
show(lambda: (d := {1: 2}, d.update({1: 3}), d.update([(4, 5)], a=6), d.update(), d))  # => ({1: 3, 4: 5, 'a': 6}, None, None, None, {1: 3, 4: 5, 'a': 6})
show(lambda: {}.update(1))  # => TypeError: 'int' object is not iterable
show(lambda: {}.update([1]))  # => TypeError: cannot convert dictionary update sequence element #0 to a sequence
show(lambda: {}.update([(1,)]))  # => ValueError: dictionary update sequence element #0 has length 1; 2 is required
show(lambda: {}.update({}, {}))  # => TypeError: update expected at most 1 argument, got 2
show(lambda: (d := {}, d.update(self=1), d))  # => ({'self': 1}, None, {'self': 1})
show(lambda: {}['a'])  # => KeyError: 'a'
show(lambda: {[]: 1})  # => TypeError: unhashable type: 'list'
show(lambda: hash({}))  # => TypeError: unhashable type: 'dict'
show(lambda: {} < {})  # => TypeError: '<' not supported between instances of 'dict' and 'dict'
show(lambda: ({1: 2} | {3: 4}, {1: 2} | {1: 3}, {1: 2} == {1.0: 2.0}))  # => ({1: 2, 3: 4}, {1: 3}, True)
show(lambda: {} | [])  # => TypeError: unsupported operand type(s) for |: 'dict' and 'list'
def grow():
    d = {1: 1}
    for k in d:
        d[k + 1] = 1
def change():
    d = {1: 1, 2: 2}
    for k in d:
        del d[1]
        d[3] = 3
show(lambda: grow())  # => RuntimeError: dictionary changed size during iteration
show(lambda: change())  # => KeyError: 1
from types import MappingProxyType
p = MappingProxyType({'a': 1, 'b': [2]})

# covers: mappingproxy.get mappingproxy.keys mappingproxy.values mappingproxy.items mappingproxy.copy
show(lambda: (p, p['a'], len(p), 'a' in p, list(p), list(reversed(p)), p == {'a': 1, 'b': [2]}))  # => (mappingproxy({'a': 1, 'b': [2]}), 1, 2, True, ['a', 'b'], ['b', 'a'], True)
show(lambda: (p.get('a'), p.get('z'), p.get('z', 0)))  # => (1, None, 0)
show(lambda: p.get())  # => TypeError: get expected at least 1 argument, got 0
show(lambda: p.get([]))  # => TypeError: unhashable type: 'list'
show(lambda: (p.keys(), MappingProxyType({}).keys(), p.keys() & {'a'}))  # => (dict_keys(['a', 'b']), dict_keys([]), {'a'})
show(lambda: p.keys(1))  # => TypeError: mappingproxy.keys() takes no arguments (1 given)
show(lambda: (p.values(), MappingProxyType({}).values(), list(p.values())))  # => (dict_values([1, [2]]), dict_values([]), [1, [2]])
show(lambda: p.values(1))  # => TypeError: mappingproxy.values() takes no arguments (1 given)
show(lambda: (p.items(), MappingProxyType({}).items(), dict(p.items())))  # => (dict_items([('a', 1), ('b', [2])]), dict_items([]), {'a': 1, 'b': [2]})
show(lambda: p.items(1))  # => TypeError: mappingproxy.items() takes no arguments (1 given)
show(lambda: (p.copy(), p.copy() is p, type(MappingProxyType({}).copy())))  # => ({'a': 1, 'b': [2]}, False, <class 'dict'>)
show(lambda: p.copy(1))  # => TypeError: mappingproxy.copy() takes no arguments (1 given)
show(lambda: p.__setitem__)  # => AttributeError: 'mappingproxy' object has no attribute '__setitem__'
show(lambda: p | {'c': 3})  # => {'a': 1, 'b': [2], 'c': 3}
show(lambda: p['zz'])  # => KeyError: 'zz'
show(lambda: hash(p))  # => TypeError: unhashable type: 'dict'
show(lambda: MappingProxyType([]))  # => TypeError: mappingproxy() argument must be a mapping, not list
show(lambda: MappingProxyType())  # => TypeError: mappingproxy() missing required argument 'mapping' (pos 1)
show(lambda: {}.pop([]))  # => KeyError: []
show(lambda: {}.pop([], 5))  # => 5
show(lambda: {1: 2}.pop([]))  # => TypeError: unhashable type: 'list'
