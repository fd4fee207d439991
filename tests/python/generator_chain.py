# needs: async deep
# Chains of yield from and await: what runs, what is raised, and what is seen from inside.
def inner(log):
    try:
        x = yield 1
        log.append(x)
        y = yield 2
        log.append(y)
    finally:
        log.append("end")
    return "r"


def middle(log):
    r = yield from inner(log)
    log.append(r)
    z = yield 3
    return (r, z)


def outer(log):
    r = yield from middle(log)
    yield r


log = []
g = outer(log)
assert [next(g), g.send("a"), g.send("b"), g.send("c")] == [1, 2, 3, ("r", "c")]
assert log == ["a", "b", "end", "r"]

# Each of a chain is running while the innermost is.
def who(depth):
    if depth:
        yield from who(depth - 1)
    else:
        yield 0
        for g in chain:
            assert g.gi_running
            for f in (lambda: next(g), lambda: g.send(None), g.close, lambda: g.throw(KeyError)):
                try:
                    f()
                except ValueError as e:
                    assert "already executing" in str(e)
                else:
                    assert False
        yield 1


def catcher(depth):
    global chain
    g = who(depth)
    chain = [g]
    next(g)
    assert not g.gi_running
    while g.gi_yieldfrom is not None:
        g = g.gi_yieldfrom
        chain.append(g)
    assert len(chain) == depth + 1
    assert next(chain[0]) == 1


catcher(0)
catcher(1)
catcher(5)

# An exception passes through every level, each with its line in the traceback.
def raises():
    yield 1
    raise KeyError("x")


def level(n):
    if n:
        try:
            yield from level(n - 1)
        finally:
            seen.append(n)
    else:
        yield from raises()


seen = []
g = level(3)
next(g)
try:
    next(g)
except KeyError as e:
    names = []
    tb = e.__traceback__
    while tb:
        names.append(tb.tb_lineno)
        tb = tb.tb_next
    assert len(names) == 6, names
else:
    assert False
assert seen == [1, 2, 3]

# An inner one that raises StopIteration: RuntimeError in the one that delegates to it.
def stops():
    yield 1
    raise StopIteration(5)


def over():
    try:
        yield from stops()
    except RuntimeError as e:
        yield type(e.__cause__).__name__


assert list(over()) == [1, "StopIteration"]

# Thrown and closed through the chain.
def careful(log):
    while True:
        try:
            yield len(log)
        except ValueError as e:
            log.append(str(e))
        except GeneratorExit:
            log.append("closed")
            raise


def hand_on(log):
    yield from careful(log)


def hand_on_twice(log):
    try:
        yield from hand_on(log)
    finally:
        log.append("out")


log = []
g = hand_on_twice(log)
assert next(g) == 0
assert next(g) == 0
assert g.throw(ValueError("a")) == 1
assert next(g) == 1
g.close()
assert log == ["a", "closed", "out"]

# Two that delegate to the same one.
shared = (i for i in range(5))


def share():
    yield from shared


a, b = share(), share()
assert [next(a), next(b), next(a), next(b), next(a)] == [0, 1, 2, 3, 4]
assert list(b) == [] and list(a) == []

# The inner one finished by somebody else.
def two():
    yield 1
    yield 2
    return 3


def wait():
    r = yield from t
    yield ("got", r)


t = two()
g = wait()
assert next(g) == 1
assert list(t) == [2]
assert next(g) == ("got", None)

# Delegating within an except block: the exception is the context there.
def context():
    yield 1
    try:
        raise KeyError
    except KeyError as e:
        yield type(e.__context__).__name__
    yield 2


def in_except():
    try:
        raise IndexError
    except IndexError:
        yield from context()
    yield 3


def around():
    yield from in_except()


assert list(around()) == [1, "IndexError", 2, 3]
try:
    raise OSError
except OSError:
    g = around()
    next(g)
    assert next(g) == "IndexError"

# Frames of different size, one after the other in the same place.
def small():
    yield 1
    return 2


def big(a=1, b=2, c=3, d=4, e=5):
    f = yield from small()
    g = yield from small()
    h = [a, b, c, d, e, f, g]
    yield [x for x in h]
    yield sum(h) + (a + (b + (c + (d + (e + f)))))


def nest(n):
    if n:
        return (yield from nest(n - 1))
    yield from big()


assert list(nest(4)) == [1, 1, [1, 2, 3, 4, 5, 2, 2], 36]

# await goes the same way.
class Ready:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        r = yield self.v
        return r


async def leaf(v):
    return await Ready(v)


async def branch(n, v):
    if n:
        return await branch(n - 1, v) + 1
    return await leaf(v) + await leaf(v + 1)


c = branch(6, 10)
assert c.send(None) == 10
assert c.send(100) == 11
try:
    c.send(200)
except StopIteration as e:
    assert e.value == 306
else:
    assert False


async def agen():
    for i in range(3):
        yield await leaf(i)


async def use():
    return [x async for x in agen()]


c = use()
got = [c.send(None)]
try:
    while True:
        got.append(c.send(got[-1] * 10))
except StopIteration as e:
    assert e.value == [0, 10, 20]
assert got == [0, 1, 2]

# A deep chain costs no stack.
def deep(n):
    if n:
        yield from deep(n - 1)
    else:
        yield from range(3)


import sys
assert list(deep(500)) == [0, 1, 2]
print("ok")
