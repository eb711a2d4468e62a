"""Generators, coroutines and asynchronous generators."""


def show(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


def g(x=None):
    try:
        while True:
            x = yield x
    except KeyError as e:
        yield 'caught', e.args
    finally:
        x = 'closed'
def delegate(): return (yield from g(1))
def stubborn():
    for n in range(2):
        try: yield 1
        except GeneratorExit: pass
kept = []

# covers: generator.send generator.throw generator.close
show(lambda: (i := g(1), next(i), i.send(2), i.send(None))[1:])  # => (1, 2, None)
show(lambda: g().send(1))  # => TypeError: can't send non-None value to a just-started generator
show(lambda: g().send())  # => TypeError: generator.send() takes exactly one argument (0 given)
show(lambda: (i := g(), i.close(), i.send(None)))  # => StopIteration: 
show(lambda: (i := g(), next(i), i.throw(KeyError('k')))[1:])  # => (None, ('caught', ('k',)))
show(lambda: g().throw(ValueError('v')))  # => ValueError: v
show(lambda: g().throw(1))  # => TypeError: exceptions must be classes or instances deriving from BaseException, not int
show(lambda: g().throw(ValueError))  # => ValueError: 
show(lambda: g().throw())  # => TypeError: throw expected at least 1 argument, got 0
show(lambda: (i := delegate(), next(i), i.throw(KeyError(1)))[1:])  # => (1, ('caught', (1,)))
show(lambda: g().close())  # => None
show(lambda: g().close(1))  # => TypeError: generator.close() takes no arguments (1 given)
show(lambda: (i := g(), next(i), i.close(), i.close(), list(i))[1:])  # => (None, None, None, [])
show(lambda: (i := stubborn(), next(i), kept.append(i), i.close()))  # => RuntimeError: generator ignored GeneratorExit

# covers: generator.gi_yieldfrom generator.gi_running generator.gi_frame generator.gi_suspended generator.gi_code
show(lambda: (g().gi_yieldfrom, (i := delegate(), next(i), i.gi_yieldfrom.__name__)[1:], delegate().gi_yieldfrom))  # => (None, (1, 'g'), None)
show(lambda: (g().gi_running, (i := g(), next(i), i.gi_running)[1:], (i := g(), i.close(), i.gi_running)[1:]))  # => (False, (None, False), (None, False))
show(lambda: (g().gi_frame.f_locals, (i := g(1), next(i), i.gi_frame.f_lineno)[1:], (i := g(), i.close(), i.gi_frame)[1:]))  # => ({'x': None}, (1, 14), (None, None))
show(lambda: (g().gi_suspended, (i := g(), next(i), i.gi_suspended)[1:], (i := g(), i.close(), i.gi_suspended)[1:]))  # => (False, (None, True), (None, False))
show(lambda: (g().gi_code.co_name, g().gi_code is g.__code__, (x for x in ()).gi_code.co_name))  # => ('g', True, '<genexpr>')
show(lambda: setattr(g(), 'gi_running', 1))  # => AttributeError: attribute 'gi_running' of 'generator' objects is not writable
def again():
    yield next(me)
me = again()
show(lambda: next(me))  # => ValueError: generator already executing
def stops():
    yield 1
    raise StopIteration(3)
show(lambda: list(stops()))  # => RuntimeError: generator raised StopIteration
class Once:
    def __await__(self): return (yield 'suspended')
async def co(x=None):
    try: return await Once()
    except KeyError as e: return 'caught', e.args
def closed(c):
    c.close()
    return c
def started(c):
    c.send(None)
    return c

# covers: coroutine.send coroutine.throw coroutine.close
show(lambda: (c := co(), c.send(None), c.close())[1:])  # => ('suspended', None)
show(lambda: (c := co(), c.send(None), c.send(5)))  # => StopIteration: 5
show(lambda: closed(co()).send(None))  # => RuntimeError: cannot reuse already awaited coroutine
show(lambda: (c := co(), c.close(), c.send()))  # => TypeError: coroutine.send() takes exactly one argument (0 given)
show(lambda: started(co()).throw(KeyError(1)))  # => StopIteration: ('caught', (1,))
show(lambda: started(co()).throw(ValueError('v')))  # => ValueError: v
show(lambda: (c := co(), c.close(), c.throw(1)))  # => TypeError: exceptions must be classes or instances deriving from BaseException, not int
show(lambda: closed(co()).throw(ValueError))  # => RuntimeError: cannot reuse already awaited coroutine
show(lambda: closed(started(co())).close())  # => None
show(lambda: (c := co(), c.close(), c.close(1)))  # => TypeError: coroutine.close() takes no arguments (1 given)
show(lambda: iter(closed(co())))  # => TypeError: 'coroutine' object is not iterable

# covers: coroutine.cr_origin coroutine.cr_await coroutine.cr_running coroutine.cr_frame coroutine.cr_code coroutine.cr_suspended
show(lambda: (c := co(), c.cr_origin, c.close(), c.cr_origin, started(co()).cr_origin)[1:])  # => (None, None, None, None)
show(lambda: (c := co(), c.cr_await, started(c).cr_await.__name__, closed(c).cr_await)[1:])  # => (None, '__await__', None)
show(lambda: (c := co(), c.cr_running, started(c).cr_running, closed(c).cr_running)[1:])  # => (False, False, False)
show(lambda: (c := co(), c.cr_frame.f_locals, started(c).cr_frame.f_lineno, closed(c).cr_frame)[1:])  # => ({'x': None}, 60, None)
show(lambda: (c := co(), c.cr_code.co_name, started(c).cr_code is co.__code__, closed(c).cr_code.co_flags)[1:])  # => ('co', True, 131)
show(lambda: (c := co(), c.cr_suspended, started(c).cr_suspended, closed(c).cr_suspended)[1:])  # => (False, True, False)
async def ag(x=None):
    try:
        while True: x = yield x
    except KeyError as e:
        yield 'caught', e.args
def drive(a):
    try: return a.send(None)
    except StopIteration as e: return 'value', e.value

# covers: async_generator.asend async_generator.athrow async_generator.aclose anext aiter
show(lambda: (a := ag(1), drive(a.asend(None)), drive(a.asend(2)), drive(a.__anext__()))[1:])  # => (('value', 1), ('value', 2), ('value', None))
show(lambda: drive(ag().asend(1)))  # => TypeError: can't send non-None value to a just-started async generator
show(lambda: ag().asend())  # => TypeError: async_generator.asend() takes exactly one argument (0 given)
show(lambda: (a := ag(1), drive(a.asend(None)), drive(a.athrow(KeyError(1))))[1:])  # => (('value', 1), ('value', ('caught', (1,))))
show(lambda: drive(ag().athrow(ValueError('v'))))  # => ValueError: v
show(lambda: (a := ag(1), drive(a.asend(None)), drive(a.athrow(OSError))))  # => OSError: 
show(lambda: drive(ag().aclose()))  # => ('value', None)
show(lambda: (a := ag(1), drive(a.asend(None)), drive(a.aclose()), drive(a.aclose()))[1:])  # => (('value', 1), ('value', None), ('value', None))
show(lambda: (a := ag(1), drive(a.aclose()), drive(a.asend(None))))  # => StopAsyncIteration: 
show(lambda: ag().aclose(1))  # => TypeError: async_generator.aclose() takes no arguments (1 given)
show(lambda: (a := ag(1), drive(anext(a)), drive(anext(a, 'd')))[1:])  # => (('value', 1), ('value', None))
show(lambda: (a := ag(1), drive(a.aclose()), drive(anext(a, 'd').__await__()))[1:])  # => (('value', None), ('value', 'd'))
show(lambda: anext(1))  # => TypeError: 'int' object is not an async iterator
show(lambda: anext())  # => TypeError: anext expected at least 1 argument, got 0
show(lambda: (a := ag(), aiter(a) is a)[1:])  # => (True,)
show(lambda: aiter(1))  # => TypeError: 'int' object is not an async iterable
show(lambda: aiter())  # => TypeError: aiter() takes exactly one argument (0 given)

# covers: async_generator.ag_running async_generator.ag_await async_generator.ag_frame async_generator.ag_code async_generator.ag_suspended
show(lambda: (a := ag(), a.ag_running, drive(a.asend(None)), a.ag_running, drive(a.aclose()), a.ag_running)[1:])  # => (False, ('value', None), False, ('value', None), False)
show(lambda: (a := ag(), a.ag_await, drive(a.asend(None)), a.ag_await, drive(a.aclose()), a.ag_await)[1:])  # => (None, ('value', None), None, ('value', None), None)
show(lambda: (a := ag(), a.ag_frame.f_locals, drive(a.asend(None)), a.ag_frame.f_lineno, drive(a.aclose()), a.ag_frame)[1:])  # => ({'x': None}, ('value', None), 91, ('value', None), None)
show(lambda: (a := ag(), a.ag_code.co_name, a.ag_code is ag.__code__, a.ag_code.co_flags)[1:])  # => ('ag', True, 515)
show(lambda: (a := ag(), a.ag_suspended, drive(a.asend(None)), a.ag_suspended, drive(a.aclose()), a.ag_suspended)[1:])  # => (False, ('value', None), True, ('value', None), False)
