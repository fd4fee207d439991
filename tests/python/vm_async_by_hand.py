# needs: async messages methods tracing
# Coroutines, asynchronous generators and what awaits them, driven by hand: send(), throw() and close() at each point.


def outcome(f, *args):
    try:
        return f(*args)
    except BaseException as e:
        return type(e).__name__ + ": " + str(e)


def same(a, b):
    assert a == b, (a, b)


class Steps:
    """Something to await: gives its values, then its result; tells what is thrown in."""
    def __init__(self, *values, result=None): self.values, self.result = list(values), result
    def __await__(self):
        for v in self.values:
            try:
                got = yield v
            except ValueError as e:
                got = "caught " + str(e)
            log.append(got)
        return self.result


class Iterator:
    """The same without a generator, and without throw() and close()."""
    def __init__(self, n): self.n = n
    def __await__(self): return self
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise StopIteration("result")
        return self.n


class Full(Iterator):
    def send(self, v):
        log.append(("send", v))
        return next(self)
    def throw(self, *e):
        log.append("throw")
        if self.n == 1: raise StopIteration("from throw")
        if self.n == 2: raise KeyError("other")
        return "thrown"
    def close(self):
        log.append("close")
        if self.n == 0: raise KeyError("close")


log = []


def drive(make, *acts):
    """The outcomes of some acts on a new object: None: next (by send), an exception: throw, "close"."""
    o = make()
    out = []
    for act in acts:
        if act == "close": out.append(outcome(o.close))
        elif isinstance(act, BaseException): out.append(outcome(o.throw, act))
        else: out.append(outcome(o.send, act))
    if hasattr(o, "close"): outcome(o.close)
    return out


def kinds(outcomes):
    """Without words: 3.14 has others."""
    return [str(x).split(":")[0] for x in outcomes]


# ---- coroutines ----
async def simple(*values):
    try:
        return await Steps(*values, result="done")
    finally:
        log.append("finally")


async def over(awaitable):
    return await awaitable


E = ValueError("e")
same(drive(lambda: simple(1, 2), None, "a", "b", None),
     [1, 2, 'StopIteration: done', 'RuntimeError: cannot reuse already awaited coroutine'])
same(drive(lambda: simple(1, 2), 5), ["TypeError: can't send non-None value to a just-started coroutine"])
same(drive(lambda: simple(1, 2), None, E, None), [1, 2, 'StopIteration: done'])
same(drive(lambda: simple(1, 2), None, KeyError("k"), None),
     [1, "KeyError: 'k'", 'RuntimeError: cannot reuse already awaited coroutine'])
same(drive(lambda: simple(1, 2), E, None), ['ValueError: e', 'RuntimeError: cannot reuse already awaited coroutine'])
same(drive(lambda: simple(1, 2), "close", None, "close"),
     [None, 'RuntimeError: cannot reuse already awaited coroutine', None])
same(drive(lambda: simple(1, 2), None, "close", None),
     [1, None, 'RuntimeError: cannot reuse already awaited coroutine'])
same(drive(lambda: simple(), None, None, E),
     ['StopIteration: done', 'RuntimeError: cannot reuse already awaited coroutine',
      'RuntimeError: cannot reuse already awaited coroutine'])
same(drive(lambda: over(Iterator(2)), None, None, None), [1, 0, 'StopIteration: result'])
same(drive(lambda: over(Iterator(2)), None, "value"),
     [1, "AttributeError: 'Iterator' object has no attribute 'send'"])
same(drive(lambda: over(Iterator(2)), None, E), [1, 'ValueError: e'])
same(drive(lambda: over(Full(3)), None, "v", E, None),
     [2, 1, 'StopIteration: from throw', 'RuntimeError: cannot reuse already awaited coroutine'])
same(drive(lambda: over(Full(4)), None, E), [3, 'thrown'])
same(drive(lambda: over(Full(3)), None, KeyError("k")), [2, "KeyError: 'other'"])
same(drive(lambda: over(Full(2)), None, E), [1, 'StopIteration: from throw'])
same(drive(lambda: over(Full(1)), None, "close"), [0, "KeyError: 'close'"])
same(drive(lambda: over(Full(5)), None, "close"), [4, None])
same(log,
     ['a', 'b', 'finally', 'caught e', None, 'finally', 'finally', 'finally', 'finally', ('send', 'v'), 'throw',
      'throw', 'close', 'throw', 'throw', 'close', 'close'])
log.clear()
same(kinds(drive(lambda: over(5), None)), ['TypeError'])
same(kinds(drive(lambda: over([]), None)), ['TypeError'])


class Bad:
    def __init__(self, v): self.v = v
    def __await__(self): return self.v


same(drive(lambda: over(Bad(5)), None), ["TypeError: __await__() returned non-iterator of type 'int'"])
same(drive(lambda: over(Bad([])), None), ["TypeError: __await__() returned non-iterator of type 'list'"])
c = simple()
same([drive(lambda: over(Bad(c)), None), outcome(c.close)], [['TypeError: __await__() returned a coroutine'], None])
same(drive(lambda: over(Bad(iter([1, 2]))), None, None, None), [1, 2, 'StopIteration: '])
c = simple(1)
same([outcome(next, c).split(":")[0], outcome(iter, c).split(":")[0], outcome(list, c).split(":")[0], outcome(c.close)],
     ['TypeError', 'TypeError', 'TypeError', None])
c = simple(1, 2)
w = c.__await__()
same([type(w).__name__, iter(w) is w, outcome(next, w), outcome(w.send, "x"), outcome(w.throw, E), outcome(next, w), outcome(w.close), outcome(w.send, None)],
     ['coroutine_wrapper', True, 1, 2, 'StopIteration: done', 'RuntimeError: cannot reuse already awaited coroutine',
      None, 'RuntimeError: cannot reuse already awaited coroutine'])
c = simple(1)
w = c.__await__()
same([outcome(w.send, 5), outcome(w.close), outcome(next, w), outcome(w.throw, E)],
     ["TypeError: can't send non-None value to a just-started coroutine", None,
      'RuntimeError: cannot reuse already awaited coroutine', 'RuntimeError: cannot reuse already awaited coroutine'])
c = simple(1)
a, b = over(c), over(c)
same([outcome(a.send, None), outcome(b.send, None), outcome(a.send, None), outcome(over(c).send, None)],
     [1, 'RuntimeError: coroutine is being awaited already', 'StopIteration: done',
      'RuntimeError: cannot reuse already awaited coroutine'])
c = simple(1)
same([c.__name__, c.__qualname__, c.cr_running, c.cr_await, c.cr_code.co_name, type(c.cr_frame).__name__],
     ['simple', 'simple', False, None, 'simple', 'frame'])
c.close()
same([c.cr_frame, c.cr_await, c.cr_running], [None, None, False])
same([outcome(simple(1).throw), outcome(simple(1).throw, 5), outcome(simple(1).throw, int), outcome(simple(1).send)],
     ['TypeError: throw expected at least 1 argument, got 0',
      'TypeError: exceptions must be classes or instances deriving from BaseException, not int',
      'TypeError: exceptions must be classes or instances deriving from BaseException, not type',
      'TypeError: coroutine.send() takes exactly one argument (0 given)'])


async def itself(): await running


running = itself()
same(outcome(running.send, None), 'ValueError: coroutine already executing')


async def ignores():
    try:
        await Steps(1)
    except GeneratorExit:
        await Steps(2)


c = ignores()
same([outcome(c.send, None), outcome(c.close), outcome(c.send, None)],
     [1, 'RuntimeError: coroutine ignored GeneratorExit', 'StopIteration: '])
log.clear()


async def stops(): raise StopIteration(5)


same(outcome(stops().send, None), 'RuntimeError: coroutine raised StopIteration')

# ---- asynchronous generators ----
async def gen(n):
    for i in range(n):
        try:
            got = yield i
            log.append(got)
        except ValueError as e:
            log.append(str(e))
            yield "caught"
        await Steps("step")


def step(a, *acts):
    """The outcomes of driving one awaitable of an asynchronous generator."""
    return drive(lambda: a, *acts)


g = gen(3)
same([step(g.__anext__(), None), step(g.asend("x"), None, None), step(g.athrow(E), None), step(g.__anext__(), None, None), step(g.aclose(), None, None)],
     [['StopIteration: 0'], ['step', 'StopIteration: 1'], ['StopIteration: caught'], ['step', 'StopIteration: 2'],
      ['StopIteration: ', 'RuntimeError: cannot reuse already awaited aclose()/athrow()']])
same(step(g.__anext__(), None), ['StopAsyncIteration: '])
same(step(g.athrow(E), None), ['StopIteration: '])
same(step(g.aclose(), None), ['StopIteration: '])
same(log, ['x', None, 'e', None])
log.clear()
g = gen(3)
same([step(g.asend("x"), None), step(g.asend("x"), "close", None), step(g.__anext__(), None, None)],
     [["TypeError: can't send non-None value to a just-started async generator"],
      [None, 'RuntimeError: cannot reuse already awaited __anext__()/asend()'],
      ['StopAsyncIteration: ', 'RuntimeError: cannot reuse already awaited __anext__()/asend()']])
g = gen(3)
same([step(g.__anext__(), None), step(g.__anext__(), None, E), step(g.__anext__(), None)],
     [['StopIteration: 0'], ['step', 'StopIteration: 1'], ['step']])
g = gen(3)
same([step(g.__anext__(), E), step(g.__anext__(), None)], [['ValueError: e'], ['StopAsyncIteration: ']])
g = gen(3)
same(step(g.athrow(KeyError("k")), None), ["KeyError: 'k'"])
same(step(g.__anext__(), None), ['StopAsyncIteration: '])
g = gen(3)
same([step(g.aclose(), None), step(g.__anext__(), None), step(g.asend(1), None)],
     [['StopIteration: '], ['StopAsyncIteration: '], ['StopAsyncIteration: ']])
g = gen(3)
a = g.__anext__()
same([outcome(a.send, None), outcome(a.send, None), outcome(a.throw, E), outcome(a.close)],
     ['StopIteration: 0', 'RuntimeError: cannot reuse already awaited __anext__()/asend()',
      'RuntimeError: cannot reuse already awaited __anext__()/asend()', None])
g = gen(2)
a = g.__anext__()
a.close()
same([outcome(a.send, None), outcome(next, g.__anext__())],
     ['RuntimeError: cannot reuse already awaited __anext__()/asend()', 'StopAsyncIteration: '])
same([iter(g.__anext__()) is not None, type(g.__anext__()).__name__, g.__aiter__() is g],
     [True, 'async_generator_asend', True])
same([g.ag_running, g.ag_await, g.ag_code.co_name, g.__name__, g.__qualname__], [False, None, 'gen', 'gen', 'gen'])
same([outcome(g.asend).split(":")[0], outcome(next, g).split(":")[0]], ['TypeError', 'TypeError'])


async def stubborn():
    try:
        yield 1
    finally:
        yield 2


g = stubborn()
same([step(g.__anext__(), None), step(g.aclose(), None), step(g.__anext__(), None)],
     [['StopIteration: 1'], ['RuntimeError: async generator ignored GeneratorExit'], ['GeneratorExit: ']])


async def raises():
    yield 1
    raise StopAsyncIteration


g = raises()
same([step(g.__anext__(), None), step(g.__anext__(), None)],
     [['StopIteration: 1'], ['RuntimeError: async generator raised StopAsyncIteration']])


async def waits():
    await Steps("a", "b")
    yield 1


g = waits()
first = g.__anext__()
same([outcome(first.send, None), outcome(g.__anext__().send, None), outcome(g.aclose().send, None), outcome(first.send, None), outcome(first.send, None)],
     ['a', 'RuntimeError: anext(): asynchronous generator is already running',
      'RuntimeError: aclose(): asynchronous generator is already running', 'b', 'StopIteration: 1'])
g = waits()
first = g.__anext__()
same([outcome(first.send, None), outcome(first.throw, E), outcome(first.throw, KeyError("k"))],
     ['a', 'b', "KeyError: 'k'"])
log.clear()


# ---- anext() and aiter() ----
async def with_default(it, *default):
    return await anext(it, *default)


same(drive(lambda: with_default(gen(1)), None), ['StopIteration: 0'])
same(drive(lambda: with_default(gen(0)), None), ['StopAsyncIteration: '])
same(drive(lambda: with_default(gen(0), "default"), None), ['StopIteration: default'])
same(drive(lambda: with_default(gen(1), "default"), None), ['StopIteration: 0'])
same(drive(lambda: with_default(waits(), "default"), None, "x", None), ['a', 'b', 'StopIteration: 1'])
same(drive(lambda: with_default(waits(), "default"), None, E, None), ['a', 'b', 'StopIteration: 1'])
same(drive(lambda: with_default(waits(), "default"), None, KeyError("k")), ['a', "KeyError: 'k'"])
same(drive(lambda: with_default(waits(), "default"), None, "close"), ['a', None])
a = anext(waits(), "default")
same([outcome(a.send, None), outcome(a.send, "x"), outcome(a.throw, E), outcome(a.close)],
     ['a', 'b', 'StopIteration: 1', None])
a = anext(gen(0), "default")
same([outcome(a.send, None)], ['StopIteration: default'])
a = anext(gen(0), "default")
same([outcome(a.throw, E)], ['ValueError: e'])
a = anext(waits(), "default").__await__()
same([outcome(next, a), outcome(a.close)], ['a', None])
same([outcome(anext, 5), outcome(anext, []), outcome(aiter, 5), outcome(aiter, []), outcome(anext)],
     ["TypeError: 'int' object is not an async iterator", "TypeError: 'list' object is not an async iterator",
      "TypeError: 'int' object is not an async iterable", "TypeError: 'list' object is not an async iterable",
      'TypeError: anext expected at least 1 argument, got 0'])


class BadIter:
    def __aiter__(self): return 5
    def __anext__(self): return 5


same(outcome(aiter, BadIter()), "TypeError: aiter() returned not an async iterator of type 'int'")
same(kinds(drive(lambda: with_default(BadIter()), None)), ['TypeError'])
same(kinds(drive(lambda: with_default(BadIter(), 1), None)), ['TypeError'])


async def loops(it):
    async for x in it:
        log.append(x)
    else:
        return "else"


async def comprehends(it): return [x async for x in it]
async def manages(m):
    async with m as v: return v


same([drive(lambda: loops(x), None) for x in (5, [], BadIter(), gen(0))],
     [["TypeError: 'async for' requires an object with __aiter__ method, got int"],
      ["TypeError: 'async for' requires an object with __aiter__ method, got list"],
      ["TypeError: 'async for' received an object from __aiter__ that does not implement __anext__: int"],
      ['StopIteration: else']])
same([drive(lambda: comprehends(x), None) for x in (5, [], BadIter(), gen(0))],
     [["TypeError: 'async for' requires an object with __aiter__ method, got int"],
      ["TypeError: 'async for' requires an object with __aiter__ method, got list"],
      ["TypeError: 'async for' received an object from __aiter__ that does not implement __anext__: int"],
      ['StopIteration: []']])


class Manager:
    def __init__(self, enter, leave): self.enter, self.leave = enter, leave
    def __aenter__(self): return self.enter
    def __aexit__(self, *args): return self.leave


class OnlyEnter:
    def __aenter__(self): pass


class Plain:
    def __enter__(self): pass
    def __exit__(self, *args): pass


same([kinds(drive(lambda: manages(m), None, None)) for m in (5, OnlyEnter(), Plain(), Manager(5, Steps()), Manager(Steps(result="v"), 5), Manager(Steps(result="v"), Steps()))],
     [['TypeError', 'RuntimeError'], ['TypeError', 'RuntimeError'], ['TypeError', 'RuntimeError'],
      ['TypeError', 'RuntimeError'], ['TypeError', 'RuntimeError'], ['StopIteration', 'RuntimeError']])


# ---- generators: throw() and close() through yield from ----
def inner(*values):
    for v in values:
        try:
            yield v
        except ValueError as e:
            yield "caught " + str(e)
    return "result"


def outer(it):
    r = yield from it
    yield r


class Throws:
    """An iterator with a throw() that ends it, or something of that name."""
    throw = None
    def __iter__(self): return self
    def __next__(self): return 1


class ThrowStops(Throws):
    def throw(self, e): raise StopIteration("ended")


class ThrowRaises(Throws):
    def throw(self, e): raise KeyError("own")


class ThrowGives(Throws):
    def throw(self, e): return "given"


class CloseRaises(Throws):
    def close(self): raise KeyError("close")


class Raising(Throws):
    @property
    def throw(self): raise KeyError("property")


log.clear()
for it in (lambda: inner(1, 2), Throws, ThrowStops, ThrowRaises, ThrowGives, CloseRaises, Raising):
    log.append(drive(lambda: outer(it()), None, E, None))
    log.append(drive(lambda: outer(it()), None, KeyError("k"), None))
    log.append(drive(lambda: outer(it()), None, GeneratorExit(), None))
    log.append(drive(lambda: outer(it()), None, "close", None))
    log.append(drive(lambda: outer(it()), None, "sent"))
same([[str(x) for x in l] for l in log],
     [['1', 'caught e', '2'], ['1', "KeyError: 'k'", 'StopIteration: '], ['1', 'GeneratorExit: ', 'StopIteration: '],
      ['1', 'None', 'StopIteration: '], ['1', '2'],
      ['1', "TypeError: 'NoneType' object is not callable", 'StopIteration: '],
      ['1', "TypeError: 'NoneType' object is not callable", 'StopIteration: '],
      ['1', 'GeneratorExit: ', 'StopIteration: '], ['1', 'None', 'StopIteration: '],
      ['1', "AttributeError: 'Throws' object has no attribute 'send'"], ['1', 'ended', 'StopIteration: '],
      ['1', 'ended', 'StopIteration: '], ['1', 'GeneratorExit: ', 'StopIteration: '],
      ['1', 'None', 'StopIteration: '], ['1', "AttributeError: 'ThrowStops' object has no attribute 'send'"],
      ['1', "KeyError: 'own'", 'StopIteration: '], ['1', "KeyError: 'own'", 'StopIteration: '],
      ['1', 'GeneratorExit: ', 'StopIteration: '], ['1', 'None', 'StopIteration: '],
      ['1', "AttributeError: 'ThrowRaises' object has no attribute 'send'"], ['1', 'given', '1'], ['1', 'given', '1'],
      ['1', 'GeneratorExit: ', 'StopIteration: '], ['1', 'None', 'StopIteration: '],
      ['1', "AttributeError: 'ThrowGives' object has no attribute 'send'"],
      ['1', "TypeError: 'NoneType' object is not callable", 'StopIteration: '],
      ['1', "TypeError: 'NoneType' object is not callable", 'StopIteration: '],
      ['1', "KeyError: 'close'", 'StopIteration: '], ['1', "KeyError: 'close'", 'StopIteration: '],
      ['1', "AttributeError: 'CloseRaises' object has no attribute 'send'"], ['1', "KeyError: 'property'", '1'],
      ['1', "KeyError: 'property'", '1'], ['1', 'GeneratorExit: ', 'StopIteration: '],
      ['1', 'None', 'StopIteration: '], ['1', "AttributeError: 'Raising' object has no attribute 'send'"]])


async def shown():
    yield


assert repr(shown()).startswith("<async_generator object shown at 0x")
