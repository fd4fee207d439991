# needs: async messages methods
# Generators and coroutines: what they handle while others resume them, names, what can't be awaited.
import sys
import types


def handles():
    yield sys.exception()
    try:
        raise ValueError
    except ValueError:
        yield sys.exception()
    yield sys.exception()
    yield sys.exception()


g = handles()
try:
    raise IndexError
except IndexError as e:
    assert next(g) is e
assert type(next(g)) is ValueError
try:
    raise KeyError
except KeyError as e:
    assert next(g) is e
    assert sys.exception() is e
assert next(g) is None


def named():
    yield


named.__name__ = "other"
g = named()
assert g.__name__ == "other" and g.__qualname__ == "named"
g.__name__ = "third"
assert g.__name__ == "third" and named.__name__ == "other"


async def one():
    return 1


class Async:
    def __init__(self, enter=None, leave=None, item=None):
        self.enter, self.leave, self.item = enter, leave, item

    def __aenter__(self):
        return self.enter or one()

    def __aexit__(self, *args):
        return self.leave or one()

    def __aiter__(self):
        return self

    def __anext__(self):
        return self.item


class Broken:
    def __await__(self):
        1 / 0


class NoIterator:
    def __await__(self):
        return self


async def use(manager, fail=False):
    async with manager:
        if fail:
            raise OSError


async def loop(over):
    async for _ in over:
        pass


async def wait(it):
    await it


@types.coroutine
def delegate(it):
    return (yield from it)


def no_coroutine(it):
    yield from it


def error(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as e:
        return e.value
    except TypeError as e:
        return str(e), type(e.__cause__)


with_text = "'async with' received an object from %s that does not implement __await__: int"
assert error(use(Async(enter=5))) == (with_text % "__aenter__", type(None))
assert error(use(Async(leave=5))) == (with_text % "__aexit__", type(None))
assert error(use(Async(leave=5), True)) == (with_text % "__aexit__", type(None))
assert error(loop(Async(item=5))) == ("'async for' received an invalid object from __anext__: int", TypeError)
assert error(loop(Async(item=Broken()))) == ("'async for' received an invalid object from __anext__: Broken", ZeroDivisionError)
assert error(wait(NoIterator())) == ("__await__() returned non-iterator of type 'NoIterator'", type(None))
assert error(delegate(one())) == 1
c = one()
assert error(no_coroutine(c)) == ("cannot 'yield from' a coroutine object in a non-coroutine generator", type(None))
c.close()


# what is delegated to is told of no generator that runs
def asked():
    for i in range(2):
        yield delegating.gi_yieldfrom, delegating.gi_running


def asks(it):
    yield from it


inner = asked()
delegating = asks(inner)
assert [*delegating] == [(None, True)] * 2
delegating = asks(asked())
next(delegating)
assert delegating.gi_yieldfrom is not None and not delegating.gi_running


# a long chain of contexts
def deep(n):
    try:
        1 / 0
    except ZeroDivisionError:
        if n:
            deep(n - 1)
        raise KeyError


try:
    deep(40)
except KeyError as e:
    n = 0
    while e:
        e = e.__context__
        n += 1
    assert n == 42, n
